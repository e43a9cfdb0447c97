import Glibc
import PageServer
import Testing

@Suite("Beginning and end of the page server", .serialized)
struct LifeTests {
    @Test("It listens on 127.0.0.1 and ::1, and nowhere else")
    func addresses() async throws {
        try await withServer { server in
            var expected: Set = ["0100007F"]
            if server.address.listensOnIPv6 { expected.insert("00000000000000000000000001000000") }
            #expect(Self.listening(on: server.port) == expected)
            if server.address.listensOnIPv6 {
                let connection = try RawConnection(port: server.port, isIPv6: true)
                await connection.send(server.request("GET", "/", ["Host": "[::1]:\(server.port)"]))
                #expect(try await connection.answers().first?.text == "home")
            }
        }
    }

    @Test("A port that is used is an error in plain words")
    func usedPort() async throws {
        try await withServer { (server: RunningServer) async throws in
            let error = await Self.failure(port: server.port)
            #expect(error == .portInUse(server.port))
            #expect(
                error?.description
                    == "port \(server.port) is used by another program; choose another port, or 0 for any that is free"
            )
            #expect(try await server.get("/").text == "home")
        }
    }

    @Test("A port whose other address is used is not served by halves")
    func halfUsedPort() async throws {
        var port = 0
        try await withServer { port = $0.port }
        let other = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(other) }
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = in_port_t(port).bigEndian
        address.sin6_addr = in6addr_loopback
        var yes: Int32 = 1
        setsockopt(other, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        let isBound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(other, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0
            }
        }
        guard isBound, listen(other, 1) == 0 else { return }
        #expect(await Self.failure(port: port) == .portInUse(port))
        #expect(!Self.listening(on: port).contains("0100007F"))
    }

    @Test(
        "A signal ends it with its streams and held connections, and the handlers are put back",
        arguments: [SIGINT, SIGTERM])
    func signals(_ signal: Int32) async throws {
        var before = sigaction()
        sigaction(signal, nil, &before)
        let site = TestSite()
        let connections = Held()
        try await PageServer(site).run { address in
            var server = RunningServer(address: address, site: site)
            do {
                try await server.connect()
                for request in [
                    server.request("GET", "/news"), server.request("GET", "/held"), Array("GET / HT".utf8),
                    [],
                    server.request("POST", "/do", ["Content-Length": "100"], body: "{}"),
                    server.request("GET", "/large"),
                ] {
                    let connection = try RawConnection(port: address.port)
                    await connection.send(request)
                    connections.add(connection)
                }
            } catch { Issue.record(error) }
            kill(getpid(), signal)
        }
        var after = sigaction()
        sigaction(signal, nil, &after)
        #expect(
            unsafeBitCast(after.__sigaction_handler.sa_handler, to: Int.self)
                == unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self))
        #expect(!site.seen.contains { $0.hasPrefix("act") })
        site.release()
    }

    @Test("It ends by itself when nothing was asked for a time")
    func idle() async throws {
        var configuration = PageServerConfiguration(idleTime: .milliseconds(50))
        configuration.endsOnSignals = false
        try await PageServer(TestSite(), configuration).run { _ in }
    }

    @Test("A task that is cancelled before it listens ends in order")
    func cancelled() async throws {
        let running = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            var configuration = PageServerConfiguration()
            configuration.endsOnSignals = false
            try await PageServer(TestSite(), configuration).run { _ in }
        }
        try await running.value
    }

    @Test("An open page keeps it from ending by itself")
    func idleWithPage() async throws {
        let site = TestSite()
        var configuration = PageServerConfiguration(idleTime: .milliseconds(100))
        configuration.endsOnSignals = false
        let (addresses, ready) = AsyncStream<PageServerAddress>.makeStream()
        let running = Task { [configuration] in
            try await PageServer(site, configuration).run { address in
                var server = RunningServer(address: address, site: site)
                do {
                    try await server.connect()
                    let page = try RawConnection(port: address.port)
                    await page.send(server.request("GET", "/news"))
                    _ = try await page.bytes { String(decoding: $0, as: UTF8.self).contains(":\n\n") }
                    Task {
                        try await Task.sleep(for: .milliseconds(500))
                        site.tell("still here")
                        let bytes = try await page.bytes {
                            String(decoding: $0, as: UTF8.self).contains("still here")
                        }
                        if String(decoding: bytes, as: UTF8.self).contains("still here") {
                            ready.yield(address)
                        }
                        ready.finish()
                    }
                } catch { Issue.record(error) }
            }
        }
        var isServed = false
        for await _ in addresses { isServed = true }
        #expect(isServed)
        try await running.value
    }

    @Test("An action of the site that does not end does not hold the server")
    func stuckAction() async throws {
        try await withServer { server in
            let connection = try RawConnection(port: server.port)
            await connection.send(server.request("GET", "/held"))
            while server.site.seen.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        }
    }

    /// What a server on a port fails with.
    private static func failure(port: Int) async -> PageServerError? {
        var configuration = PageServerConfiguration(port: port, idleTime: .zero)
        configuration.endsOnSignals = false
        do {
            try await PageServer(TestSite(), configuration).run { _ in }
            return nil
        } catch { return error as? PageServerError }
    }

    /// The addresses on which anything listens on a port, in the hexadecimal digits of the kernel.
    private static func listening(on port: Int) -> Set<String> {
        var found: Set<String> = []
        let suffix = ":" + String(String(port + 0x1_0000, radix: 16, uppercase: true).dropFirst())
        for path in ["/proc/self/net/tcp", "/proc/self/net/tcp6"] {
            guard let file = fopen(path, "r") else { continue }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 512)
            while fgets(&line, Int32(line.count), file) != nil {
                let words = String(
                    decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self
                )
                .split(separator: " ")
                if words.count > 3, words[1].hasSuffix(suffix), words[3] == "0A" {
                    found.insert(String(words[1].dropLast(suffix.count)))
                }
            }
        }
        return found
    }
}

/// Connections that stay open while a test goes on.
private final class Held: @unchecked Sendable {
    private var connections: [RawConnection] = []

    func add(_ connection: RawConnection) { connections.append(connection) }
}
