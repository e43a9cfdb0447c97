internal import Foundations
internal import ReferralAnalysis
internal import Workspace

extension Tool {
    /// Records what happened, in two calls.
    static func record(_ network: AssistantNetwork) -> Tool {
        let previews = RecordPreviews()
        return Tool(
            name: "record", title: "Record what happened",
            description: """
                Writes down what the user says has happened: an act, with the arguments that go with it. The first call \
                records nothing; it returns what would change and a token. Show that to the user; after a yes, call again with the same arguments and the token. \
                The history gets an entry, which `rebound undo` takes back. Nothing is ever deleted or sent.
                """,
            arguments: RecordableAct.arguments, outputSchema: OutputSchema.record, records: true
        ) { (said, request) throws(ToolRefusal) in
            let (act, fields) = try act(said)
            let shown = try await network.current(for: request)
            guard var own = shown.own else {
                throw ToolRefusal("This is a network file: nothing can be recorded in it.")
            }
            let token = said.text("token")
            let preview: RecordPreviews.Preview
            if let token {
                preview = try previews.redeem(token, of: said.without("token"), on: shown.today)
                own.seenEntry = preview.entry
            } else {
                preview = RecordPreviews.Preview(
                    arguments: said, entry: shown.entry, day: shown.today)
            }
            let record = RecordedAct.Request(
                fields, in: own, policy: shown.opened.analysis.policy, isQuiet: shown.opened.isQuiet,
                isRehearsal: token == nil)
            var answer: ActionAnswer
            do throws(WorkspaceError) { answer = try act.run(record) } catch {
                answer = ActionAnswer.failed(error, recordingIn: own)
            }
            answer = own.withoutConfidentialNames(answer)
            if let refusal = answer.refusal {
                if let token, refusal == .busy { previews.restore(preview, as: token) }
                throw ToolRefusal(words(of: answer, refusal))
            }
            return ToolAnswer(
                structured: json(
                    answer, token: token == nil && !answer.isOnRecord ? previews.keep(preview) : nil))
        }
    }

    /// The act that was asked for, and its fields.
    private static func act(_ said: ToolArguments) throws(ToolRefusal) -> (RecordedAct, ActionFields) {
        guard let name = said.text("act"), let kind = RecordableAct.all.first(where: { $0.name == name }),
            let act = RecordedAct.all.first(where: { $0.name == name })
        else { throw ToolRefusal("\"act\" is missing.") }
        let known = Set(kind.fields.map(\.argument))
        if let stray = said.names.subtracting(["act", "token"]).subtracting(known).min() {
            let names = kind.fields.map { "\"\($0.argument)\"" }.joined(separator: ", ")
            throw ToolRefusal("\"\(stray)\" does not go with \(name); \(name) takes \(names).")
        }
        if let missing = kind.needed.first(where: { !said.names.contains($0) }) {
            let argument = RecordableAct.arguments.first { $0.name == missing }
            throw ToolRefusal("\"\(missing)\" is missing. \(argument?.description ?? "")")
        }
        if kind.isAboutOne, said.texts("people").count > 1 {
            throw ToolRefusal("\(name) is about one person; record one after the other.")
        }
        var values: [String: [String]] = [:]
        for (argument, field) in kind.fields {
            if said.flag(argument) == true { values[field] = ["yes"] }
            let texts = said.texts(argument)
            if !texts.isEmpty { values[field] = texts }
        }
        return (act, ActionFields(values: values))
    }

    private static func words(of answer: ActionAnswer, _ refusal: ActionAnswer.Refusal) -> String {
        let ways = answer.choices.map { choice in
            switch choice.field {
            case "add": "\(choice.words): repeat the call with \"add\": true"
            default: "\(choice.words): name \(choice.value) in \"people\""
            }
        }
        let said = (answer.said + ways).joined(separator: "\n")
        return switch refusal {
        case .stale: said + "\nAsk for a new preview, without a token."
        case .busy: said + " Try again in a moment."
        case .refused, .readOnly: said
        }
    }

    private static func json(_ answer: ActionAnswer, token: String?) -> [UInt8] {
        var json = JSONWriter()
        json.object(.inline) { json in
            json.key("schema")
            json.string("rebound-record/1")
            json.key("report")
            json.object(.inline) { json in
                json.key("state")
                json.string(token != nil ? "preview" : answer.entry == nil ? "unchanged" : "recorded")
                json.key("changes")
                json.strings(answer.said)
                json.key("due")
                json.strings(answer.due)
                if let token {
                    json.key("token")
                    json.string(token)
                }
                if let entry = answer.entry {
                    json.key("entry")
                    json.integer(entry)
                }
            }
        }
        return json.bytes
    }
}
