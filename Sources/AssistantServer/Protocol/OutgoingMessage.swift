internal import Foundations

/// The lines that a server writes.
enum OutgoingMessage {
    /// The answer to a request.
    static func result(
        _ result: RequestResult, to id: MessageID, in revision: ProtocolRevision, from server: ServerIdentity
    ) -> [UInt8] {
        line { json in
            json.key("id")
            id.write(to: &json)
            json.key("result")
            json.object(.inline) { json in
                if revision == .july2026 {
                    json.key("resultType")
                    json.string("complete")
                    if result.isCacheable {
                        json.key("ttlMs")
                        json.integer(0)
                        json.key("cacheScope")
                        json.string("private")
                    }
                    json.key("_meta")
                    json.object(.inline) { json in
                        json.key("io.modelcontextprotocol/serverInfo")
                        server.write(to: &json)
                    }
                }
                result.fields(&json)
            }
        }
    }

    /// The answer to a request that failed, or to a line that is none.
    /// - Parameter saysNull: Whether an identifier that is not known is `null`; otherwise it is left out.
    static func error(_ error: RequestError, to id: MessageID?, saysNull: Bool = false) -> [UInt8] {
        line { json in
            if let id {
                json.key("id")
                id.write(to: &json)
            } else if saysNull {
                json.key("id")
                json.json("null".utf8)
            }
            json.key("error")
            json.object(.inline) { json in
                json.key("code")
                json.integer(error.code.rawValue)
                json.key("message")
                json.string(error.message)
                if let requested = error.requestedRevision {
                    json.key("data")
                    json.object(.inline) { json in
                        json.key("requested")
                        json.string(requested)
                        json.key("supported")
                        json.strings(ProtocolRevision.allCases.reversed().map(\.rawValue))
                    }
                }
            }
        }
    }

    /// How far a request has come.
    static func progress(_ done: Int, of total: Int, _ words: String, token: MessageID) -> [UInt8] {
        line { json in
            json.key("method")
            json.string("notifications/progress")
            json.key("params")
            json.object(.inline) { json in
                json.key("progressToken")
                token.write(to: &json)
                json.key("progress")
                json.integer(done)
                json.key("total")
                json.integer(total)
                json.key("message")
                json.string(words)
            }
        }
    }

    private static func line(_ fields: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object(.inline) { json in
            json.key("jsonrpc")
            json.string("2.0")
            fields(&json)
        }
        json.endLine()
        return json.bytes
    }
}

/// A result: its fields, without those that belong to a revision.
struct RequestResult: Sendable {
    /// Whether it is a list, or something that was read.
    var isCacheable = false
    var fields: @Sendable (inout JSONWriter) -> Void
}

/// What a server calls itself.
struct ServerIdentity: Sendable {
    var name: String
    var title: String
    var version: String

    func write(to json: inout JSONWriter) {
        json.object(.inline) { json in
            for (key, text) in [("name", name), ("title", title), ("version", version)] {
                json.key(key)
                json.string(text)
            }
        }
    }
}

extension JSONWriter {
    /// Writes a list of texts in a line.
    mutating func strings(_ texts: [String]) {
        array(.inline) { json in for text in texts { json.string(text) } }
    }
}
