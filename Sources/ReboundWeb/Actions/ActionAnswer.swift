internal import Foundations
internal import PageServer
internal import Reporting
internal import Workspace

extension ActionAnswer {
    static let readOnly = ActionAnswer(
        said: ["You are looking at a file: nothing can be recorded."], refusal: .readOnly)

    static func malformed(_ problem: AskedAction.Malformed) -> ActionAnswer {
        ActionAnswer(said: [problem.reason.capitalizedFirst + "."], refusal: .refused)
    }

    /// What to say of an act that failed.
    static func failed(_ error: WorkspaceError, _ view: WebView) -> ActionAnswer {
        guard case .store(let path) = view.source else { return failed(error, recordingIn: nil) }
        return failed(error, recordingIn: OwnNetwork(path: path, now: view.clock()))
    }

    /// The answer as the page's script reads it. A refusal, too, is an answer: browsers complain of any other status.
    var response: PageResponse {
        var json = JSONWriter()
        json.object { json in
            for (key, lines) in [("said", said), ("due", due)] {
                json.key(key)
                json.array { json in for line in lines { json.string(line) } }
            }
            if !choices.isEmpty {
                json.key("choices")
                json.array { json in
                    for choice in choices {
                        json.object { json in
                            for (key, text) in [
                                ("words", choice.words), ("field", choice.field), ("value", choice.value),
                            ] {
                                json.key(key)
                                json.string(text)
                            }
                        }
                    }
                }
            }
            if let entry {
                json.key("entry")
                json.integer(entry)
            }
            if let file {
                json.key("file")
                json.string(file)
            }
            if let refusal {
                json.key("refusal")
                json.string(refusal.rawValue)
            }
        }
        return PageResponse(type: "application/json", body: json.bytes)
    }
}
