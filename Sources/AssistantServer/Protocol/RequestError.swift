/// Why a request has no result, as the protocol says it.
struct RequestError: Error, Equatable, Sendable {
    /// The codes of JSON-RPC 2.0, and one of the protocol.
    enum Code: Int, Sendable {
        case parse = -32700
        case invalidRequest = -32600
        case unknownMethod = -32601
        case invalidParameters = -32602
        case internalError = -32603
        case unsupportedRevision = -32022
    }

    var code: Code
    /// One sentence.
    var message: String
    /// The revision that was asked for and is not spoken.
    var requestedRevision: String?

    init(_ code: Code, _ message: String, requestedRevision: String? = nil) {
        (self.code, self.message, self.requestedRevision) = (code, message, requestedRevision)
    }
}
