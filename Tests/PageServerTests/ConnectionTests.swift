import PageServer
import ReboundTestSupport
import Testing

@Suite("Connections to the page server")
struct ConnectionTests {
    @Test("Requests on one connection are answered in their order, up to the one that is refused")
    func pipelining() async throws {
        try await withServer { server in
            let connection = try RawConnection(port: server.port)
            var requests: [UInt8] = []
            for index in 0..<50 { requests += server.request("GET", "/echo?n=\(index)") }
            await connection.send(
                requests + server.request("GET", "//") + server.request("GET", "/echo?n=never"))
            let answers = Answer.all(in: try await connection.bytesToEnd())
            #expect(answers.dropLast().map(\.text) == (0..<50).map { "n=\($0)" })
            #expect(answers.last?.status == 400)
            #expect(server.site.seen.count == 50)
        }
    }

    @Test("What is no HTTP is answered as such, behind the answers before it")
    func nonsense() async throws {
        try await withServer { server in
            let connection = try RawConnection(port: server.port)
            await connection.send(
                server.request("GET", "/") + Array("\u{16}\u{3}\u{1} nonsense\r\n\r\n".utf8))
            #expect(Answer.all(in: try await connection.bytesToEnd()).map(\.status) == [200, 400])
            let texts = [
                "GET /\r\n", "GET / HTTP/3.7\r\nHost: \(server.host)\r\n\r\n",
                "GET / HTTP/1.0\r\nHost: \(server.host)\r\n\r\n",
                "get / HTTP/1.1\r\nHost: \(server.host)\r\n\r\n",
                "GET / HTTP/1.1\r\nHost : \(server.host)\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: \(server.host)\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: \(server.host)\r\nX: a\u{0}b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: \(server.host)\r\nX: a\r\n b\r\nTransfer-Encoding\r\n : chunked\r\n\r\n",
                "GET /a\u{0}b HTTP/1.1\r\nHost: \(server.host)\r\n\r\n",
                "GET / HTTP/1.1\rHost: \(server.host)\r\r",
                String(repeating: "A", count: 10_000) + " / HTTP/1.1\r\n\r\n",
            ]
            for text in texts {
                let connection = try RawConnection(port: server.port)
                await connection.send(Array(text.utf8))
                connection.endSending()
                let answers = Answer.all(in: try await connection.bytesToEnd())
                #expect(answers.count <= 1, "\(text.debugDescription)")
                #expect(answers.allSatisfy { (400..<600).contains($0.status) }, "\(text.debugDescription)")
            }
            #expect(server.site.seen == ["page /"])
        }
    }

    @Test("Random bytes, and hostile texts in every place, reach nothing")
    func hostileTexts() async throws {
        try await withServer { server in
            var generator = SeededGenerator(seed: 1)
            for _ in 0..<50 {
                let connection = try RawConnection(port: server.port)
                await connection.send((0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) })
                connection.endSending()
                _ = try await connection.bytesToEnd()
            }
            for text in HostileText.all {
                for place in [
                    "GET \(text) HTTP/1.1\r\nHost: \(server.host)\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: \(text)\r\n\r\n",
                    "\(text) / HTTP/1.1\r\nHost: \(server.host)\r\n\r\n",
                    "GET / HTTP/1.1\r\n\(text): x\r\n\r\n",
                ] {
                    let connection = try RawConnection(port: server.port)
                    await connection.send(Array(place.utf8))
                    connection.endSending()
                    let answers = Answer.all(in: try await connection.bytesToEnd())
                    #expect(
                        answers.allSatisfy { (400..<600).contains($0.status) }, "\(place.debugDescription)")
                }
            }
            #expect(server.site.seen.isEmpty)
            #expect(try await server.get("/").text == "home")
        }
    }

    @Test("A header has limits: a field, all of them, and their number")
    func headerLimits() async throws {
        try await withServer { (server: RunningServer) async throws in
            let large = String(repeating: "a", count: 9000)
            let many = String(repeating: "X: 1\r\n", count: 100)
            let much = (0..<20).map { "X-\($0): \(String(repeating: "a", count: 1000))\r\n" }.joined()
            #expect(try await server.get("/?" + large).status == 431)
            #expect(try await server.get("/", ["X": large]).status == 431)
            #expect(try await server.get("/", ["Cookie": large]).status == 431)
            for lines in [many, much] {
                #expect(try await server.answer(to: server.request("GET", "/", lines: lines)).status == 431)
            }
            #expect(try await server.get("/", ["X": String(repeating: "a", count: 7000)]).status == 200)
        }
    }

    @Test("A connection that asks nothing, or does not get to the point, is closed")
    func slowHeaders() async throws {
        try await withServer(change: { $0.limits.headerTime = .milliseconds(50) }) { server in
            for text in ["", "GET / HTTP/1.1\r\nHo"] {
                let connection = try RawConnection(port: server.port)
                await connection.send(Array(text.utf8))
                #expect(try await connection.bytesToEnd().isEmpty)
            }
            let dripping = try RawConnection(port: server.port)
            var sent = 0
            while await dripping.send([0x41]), sent < 10_000 {
                sent += 1
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(sent < 10_000)
        }
    }

    @Test("A connection stays open for the next request, and ends when the client wants it so")
    func keptAlive() async throws {
        try await withServer { server in
            let connection = try RawConnection(port: server.port)
            for count in 1...3 {
                await connection.send(server.request("GET", "/"))
                let answers = try await connection.answers(count)
                #expect(answers.count == count)
                #expect(answers.last?["connection"] == nil)
            }
            await connection.send(
                server.request("GET", "/", ["Connection": "close"]) + server.request("GET", "/echo"))
            let answers = Answer.all(in: try await connection.bytesToEnd())
            #expect(answers.count == 4)
            #expect(answers.last?["connection"] == "close")
            #expect(!server.site.seen.contains("page /echo"))
        }
    }

    @Test("A client that ends sending still gets its answer")
    func halfClosed() async throws {
        try await withServer { server in
            let connection = try RawConnection(port: server.port)
            await connection.send(server.request("GET", "/large"))
            connection.endSending()
            #expect(Answer.all(in: try await connection.bytesToEnd()).first?.body.count == 8 << 20)
        }
    }

    @Test("A client that does not read is left")
    func slowReaders() async throws {
        try await withServer(change: { $0.limits.readerTime = .milliseconds(100) }) { server in
            let connection = try RawConnection(port: server.port)
            await connection.send(server.request("GET", "/large"))
            // Nothing is read until the server has left; the kernel holds a part of the answer by then, not all of it.
            let own = connection.port
            while KernelSocket.all.contains(where: {
                $0.port == server.port && $0.peerPort == own && $0.state == "01"
            }) { try await Task.sleep(for: .milliseconds(20)) }
            #expect(Answer.all(in: try await connection.bytesToEnd()).isEmpty)
        }
    }

    @Test("More connections than the limit wait, and are served when others close")
    func connectionLimit() async throws {
        try await withServer(
            change: {
                $0.limits.connections = 4
                $0.limits.headerTime = .milliseconds(300)
            }
        ) { server in
            var held: [RawConnection] = []
            for _ in 0..<20 { held.append(try RawConnection(port: server.port)) }
            #expect(try await server.get("/").text == "home")
            _ = held.count
        }
    }
}

/// Numbers that are the same on every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
