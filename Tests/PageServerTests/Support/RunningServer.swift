import PageServer
import Testing

/// A server of a test, and how its page would talk to it.
struct RunningServer: Sendable {
    let address: PageServerAddress
    let site: TestSite
    /// The value of `Cookie`, once there is a session.
    var cookie: String?

    var port: Int { address.port }
    var host: String { "127.0.0.1:\(port)" }
    var token: String { String(address.text.split(separator: "#")[1]) }

    /// A request as the page sends it, apart from fields that a test sets, or leaves out by `nil`.
    func request(
        _ method: String, _ target: String, _ changes: [String: String?] = [:], lines: String = "",
        body: String = ""
    ) -> [UInt8] {
        var fields: [String: String?] = ["Host": host, "Cookie": cookie]
        if method == "POST" {
            fields["Origin"] = "http://\(host)"
            fields["Content-Type"] =
                target.hasPrefix("/upload") ? "application/octet-stream" : "application/json"
            fields["Content-Length"] = "\(body.utf8.count)"
        }
        fields.merge(changes) { $1 }
        let header = fields.compactMap { name, value in value.map { "\(name): \($0)\r\n" } }.sorted().joined()
        return Array("\(method) \(target) HTTP/1.1\r\n\(header)\(lines)\r\n\(body)".utf8)
    }

    /// Sends bytes over a connection of their own, and reads one answer.
    func answer(to bytes: [UInt8], isBodyless: Bool = false) async throws -> Answer {
        let connection = try RawConnection(port: port)
        await connection.send(bytes)
        return try #require(await connection.answers(areBodyless: isBodyless).first)
    }

    func get(_ target: String, _ changes: [String: String?] = [:]) async throws -> Answer {
        try await answer(to: request("GET", target, changes))
    }

    func post(_ target: String, _ body: String, _ changes: [String: String?] = [:]) async throws -> Answer {
        try await answer(to: request("POST", target, changes, body: body))
    }

    /// Opens the session by the token in the address.
    mutating func connect() async throws {
        let answer = try await post("/session", "{\"token\":\"\(token)\"}")
        #expect(answer.status == 204)
        cookie = try #require(answer["set-cookie"]?.split(separator: ";").first).description
    }
}

/// Runs a server on a free port while `body` runs.
func withServer(
    isConnected: Bool = true, change: (inout PageServerConfiguration) -> Void = { _ in },
    _ body: (RunningServer) async throws -> Void
) async throws {
    var configuration = PageServerConfiguration()
    configuration.endsOnSignals = false
    // On a busy machine nothing is too slow, unless a test is about that.
    configuration.limits.headerTime = .seconds(600)
    configuration.limits.bodyTime = .seconds(600)
    configuration.limits.uploadTime = .seconds(600)
    configuration.limits.readerTime = .seconds(600)
    change(&configuration)
    let site = TestSite()
    let (addresses, ready) = AsyncStream<PageServerAddress>.makeStream()
    let running = Task { [configuration] in
        defer { ready.finish() }
        try await PageServer(site, configuration).run { ready.yield($0) }
    }
    var server: RunningServer?
    for await address in addresses {
        server = RunningServer(address: address, site: site)
        break
    }
    do {
        if var server {
            if isConnected { try await server.connect() }
            try await body(server)
        }
    } catch {
        running.cancel()
        _ = await running.result
        throw error
    }
    running.cancel()
    try await running.value
}
