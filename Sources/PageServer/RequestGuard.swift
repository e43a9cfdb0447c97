internal import NIOHTTP1

/// Who may ask, and how: what holds for every request, with a session or without.
///
/// That the server listens on this machine alone is no defense: any page that the user opens elsewhere can send requests here,
/// under a name of its own that leads here (DNS rebinding), and so can other servers on this machine.
struct RequestGuard {
    /// What `Host` may be.
    private let hosts: Set<String>

    /// Makes the guard of a server.
    init(port: Int) {
        let names = ["127.0.0.1", "localhost", "[::1]"]
        // Browsers leave out the port that they would use anyway.
        hosts = Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
    }

    /// Why a request is refused by its header; `nil` for one that may be looked at.
    func refusal(of head: HTTPRequestHead) -> Refusal? {
        let fields = head.headers
        guard head.version == .http1_1 else { return .version }
        guard [.GET, .HEAD, .POST].contains(head.method) else { return .method }
        let isAction = head.method == .POST
        guard let host = only(fields["host"]), hosts.contains(host) else { return .foreignHost }
        guard RequestTarget(head.uri) != nil else { return .badAddress }
        guard !fields.contains(name: "upgrade") else { return .upgrade }
        // Browsers say so themselves when another page asks; others say nothing, and so this is never enough.
        let isOwn = fields["sec-fetch-site"].allSatisfy { $0 == "same-origin" || ($0 == "none" && !isAction) }
        guard isOwn || isArrival(head) else { return .foreignOrigin }
        let origins = fields["origin"]
        guard origins == ["http://\(host)"] || (origins.isEmpty && !isAction) else { return .foreignOrigin }
        guard fields["expect"].allSatisfy({ $0.lowercased() == "100-continue" }) else { return .expectation }
        return refusalOfLength(fields, isAction: isAction)
    }

    /// Whether a page elsewhere, such as a file that leads here, has the browser show the welcome in its place.
    private func isArrival(_ head: HTTPRequestHead) -> Bool {
        head.method == .GET && head.uri == "/" && head.headers["sec-fetch-mode"] == ["navigate"]
            && head.headers["sec-fetch-dest"] == ["document"]
    }

    /// A body says its length in one way, so that the end of a request is never in doubt, nor a file taken for whole that
    /// was cut.
    private func refusalOfLength(_ fields: HTTPHeaders, isAction: Bool) -> Refusal? {
        guard !fields.contains(name: "transfer-encoding") else {
            return isAction ? .lengthMissing : .bodyNotAllowed
        }
        let lengths = fields["content-length"]
        guard isAction else { return lengths.isEmpty || lengths == ["0"] ? nil : .bodyNotAllowed }
        guard !lengths.isEmpty else { return .lengthMissing }
        guard let length = only(lengths), length.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            Int(length) != nil
        else { return .badBody }
        return nil
    }

    private func only(_ values: [String]) -> String? { values.count == 1 ? values[0] : nil }
}
