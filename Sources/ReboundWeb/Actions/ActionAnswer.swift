internal import Foundations
internal import PageServer
internal import ReferralStore
internal import Reporting
internal import Workspace

/// What the page is told of an act.
struct ActionAnswer: Sendable {
    /// What changed, or why nothing did, in sentences.
    var said: [String]
    /// What comes next with the people concerned.
    var due: [String] = []
    /// The entry of the history that it made.
    var entry: Int?
    /// What else may have been meant by an act that was refused: each asks for the same act with one more field.
    var choices: [Choice] = []
    /// The number of a file that was sent.
    var file: String?
    /// What the page's script does about a refusal; `nil` for an act that was done.
    var refusal: Refusal?

    enum Refusal: String, Sendable {
        /// Something else was recorded meanwhile; the same act may be asked for again.
        case stale
        /// Another program is writing; to be tried again.
        case busy
        /// What was asked for cannot be done.
        case refused
        case readOnly = "read-only"
    }

    struct Choice: Sendable, Equatable {
        /// What the button says.
        var words: String
        /// The field, and what it holds then.
        var field: String
        var value: String
    }

    static let readOnly = ActionAnswer(
        said: ["You are looking at a file: nothing can be recorded."], refusal: .readOnly)

    static func malformed(_ problem: AskedAction.Malformed) -> ActionAnswer {
        ActionAnswer(said: [problem.reason.capitalizedFirst + "."], refusal: .refused)
    }

    /// What to say of an act that failed.
    static func failed(_ error: WorkspaceError, _ view: WebView) -> ActionAnswer {
        switch error {
        case .store(.overtaken(let expected, _)):
            var said = ["Something else was recorded meanwhile, so nothing was written:"]
            if case .store(let path) = view.source,
                let history = try? OwnNetwork(path: path, now: view.clock()).history()
            {
                said += history.prefix { $0.id > expected }.reversed().map(\.summary)
            }
            return ActionAnswer(said: said, refusal: .stale)
        case .store(.busy), .busy:
            return ActionAnswer(
                said: ["Another program is writing to your network."], refusal: .busy)
        default:
            return ActionAnswer(
                said: error.explanation.split(separator: "\n").map(String.init),
                refusal: .refused)
        }
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
