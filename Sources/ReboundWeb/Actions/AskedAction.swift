internal import Foundations
internal import Workspace

/// What a page asks for: an act, what it says, and how much of the history the page had seen.
struct AskedAction: Sendable {
    let name: String
    let seen: Int?
    let fields: ActionFields

    /// A body that is not such a request.
    struct Malformed: Error {
        let reason: String
    }

    /// Reads `{"act": "done", "seen": 12, "fields": {"person": ["dan"]}}`.
    init(_ body: [UInt8]) throws(Malformed) {
        let json: JSONDocument
        do { json = try JSONDocument(body) } catch { throw Malformed(reason: "this is not JSON") }
        guard json.kind(of: 0) == .object, let act = json.value(of: "act", in: 0),
            json.kind(of: act) == .string
        else { throw Malformed(reason: "“act” is missing") }
        name = json.string(of: act)
        if let seen = json.value(of: "seen", in: 0), json.kind(of: seen) != .null {
            guard json.kind(of: seen) == .number, let number = json.integer(of: seen) else {
                throw Malformed(reason: "“seen” is not a whole number")
            }
            self.seen = number
        } else {
            seen = nil
        }
        var values: [String: [String]] = [:]
        if let fields = json.value(of: "fields", in: 0) {
            guard json.kind(of: fields) == .object else {
                throw Malformed(reason: "“fields” is not an object")
            }
            var key = ""
            for node in json.children(of: fields) {
                if json.kind(of: node) == .key {
                    key = json.string(of: node)
                    continue
                }
                guard json.kind(of: node) == .array else {
                    throw Malformed(reason: "the field “\(key)” is not a list")
                }
                for value in json.children(of: node) {
                    guard json.kind(of: value) == .string else {
                        throw Malformed(reason: "the field “\(key)” holds more than text")
                    }
                    values[key, default: []].append(json.string(of: value))
                }
            }
        }
        fields = ActionFields(values: values)
    }

    /// Carries the act out.
    func answer(_ shown: ShownNetwork, view: WebView) async throws(WorkspaceError) -> ActionAnswer {
        guard let action = SiteAction.named(name) else {
            throw .request("“\(name)” is nothing that can be done here.")
        }
        guard var own = shown.own else { return .readOnly }
        own.seenEntry = seen
        return try action.run(ActionContext(fields, in: own, shown, view))
    }
}
