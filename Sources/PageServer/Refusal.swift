/// A request that is not granted: its status, and why in plain words. The connection is closed after it.
struct Refusal: Error, Equatable {
    let status: Int
    let words: String
    /// Header fields that belong to the status.
    var fields: [String: String] = [:]

    /// What is sent.
    var response: PageResponse {
        PageResponse(status: status, type: "text/plain; charset=utf-8", body: Array((words + "\n").utf8))
    }
}

extension Refusal {
    static let notHTTP = Refusal(status: 400, words: "This is not a request that a page sends.")
    static let badAddress = Refusal(status: 400, words: "There is no such address here.")
    static let badBody = Refusal(status: 400, words: "The request is damaged.")
    static let bodyNotAllowed = Refusal(status: 400, words: "A page is asked for without a body.")
    static let upgrade = Refusal(status: 400, words: "This server speaks plain HTTP only.")
    static let nameless = Refusal(status: 400, words: "The file has no name that can be kept.")
    static let noSession = Refusal(
        status: 401,
        words: "This page is not connected. Open the address that was printed when the server started.")
    static let wrongToken = Refusal(
        status: 401, words: "This address has been used or is wrong. Start the server again for a new one.")
    static let foreignHost = Refusal(status: 403, words: "This server answers under its own address only.")
    static let foreignOrigin = Refusal(status: 403, words: "Only the server's own pages may ask for this.")
    static let notThere = Refusal(status: 404, words: "There is no such address here.")
    static let method = Refusal(
        status: 405, words: "Only GET, HEAD and POST are understood.", fields: ["Allow": "GET, HEAD, POST"])
    static let slow = Refusal(status: 408, words: "The request took too long to arrive.")
    static let lengthMissing = Refusal(status: 411, words: "The request does not say how long it is.")
    static let tooLarge = Refusal(status: 413, words: "This is larger than the server takes.")
    static let notJSON = Refusal(status: 415, words: "Only application/json is taken here.")
    static let notOctets = Refusal(status: 415, words: "Only application/octet-stream is taken here.")
    static let expectation = Refusal(status: 417, words: "What the request expects cannot be met.")
    static let headerTooLarge = Refusal(status: 431, words: "The header of the request is too large.")
    static let version = Refusal(status: 505, words: "Only HTTP/1.1 is understood.")

    /// Too many wrong tokens in a row.
    static func tooManyTokens(seconds: Int) -> Refusal {
        Refusal(
            status: 429, words: "Too many wrong tokens. Try again in \(seconds) seconds.",
            fields: ["Retry-After": "\(seconds)"])
    }

    /// An upload cannot be written.
    static func cannotKeep(reason: String) -> Refusal {
        Refusal(status: 507, words: "The file cannot be kept: \(reason).")
    }
}
