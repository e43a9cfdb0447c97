internal import Foundations

/// The identifier of a request, or a progress token, as the client chose it.
enum MessageID: Hashable, Sendable {
    case text(String)
    case number(Int)

    init?(_ value: JSONValue) {
        if let text = value.string {
            self = .text(text)
        } else if let number = value.integer {
            self = .number(number)
        } else {
            return nil
        }
    }

    func write(to json: inout JSONWriter) {
        switch self {
        case .text(let text): json.string(text)
        case .number(let number): json.integer(number)
        }
    }
}

/// What a client sent in one line.
enum IncomingMessage: Sendable {
    case request(MessageID, method: String, parameters: JSONValue?)
    case notification(method: String, parameters: JSONValue?)
    /// An answer, though nothing was asked.
    case response

    /// A line that is no message, and the request that it was meant to be.
    struct Malformed: Error {
        var error: RequestError
        var id: MessageID?
    }

    /// Reads a line.
    init(_ line: [UInt8]) throws(Malformed) {
        let document: JSONDocument
        do { document = try JSONDocument(line) } catch {
            throw Malformed(
                error: RequestError(
                    .parse,
                    "this line is not JSON: at byte \(error.offset) found \(error.found), expected \(error.expected)"
                ))
        }
        let value = JSONValue(document)
        guard value.isObject else {
            throw Malformed(error: RequestError(.invalidRequest, "a message is one JSON object a line"))
        }
        let id = value["id"].flatMap(MessageID.init)
        func malformed(_ reason: String) -> Malformed {
            Malformed(error: RequestError(.invalidRequest, reason), id: id)
        }
        guard document.repeatedKeys.isEmpty else {
            throw malformed("“\(document.string(of: document.repeatedKeys[0]))” is in an object twice")
        }
        guard value["jsonrpc"]?.string == "2.0" else { throw malformed("“jsonrpc” has to be \"2.0\"") }
        let method = value["method"]?.string
        if value["method"] == nil, value["result"] != nil || value["error"] != nil {
            self = .response
            return
        }
        guard let method else { throw malformed("“method” has to be text") }
        let parameters = value["params"]
        guard parameters?.isObject ?? true else { throw malformed("“params” has to be an object") }
        guard value["id"] != nil else {
            self = .notification(method: method, parameters: parameters)
            return
        }
        guard let id else { throw malformed("“id” has to be text or a whole number") }
        self = .request(id, method: method, parameters: parameters)
    }
}
