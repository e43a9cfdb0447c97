import PageServer
import Testing

@Suite("News from the page server")
struct NewsTests {
    @Test("News reach every open page, line by line")
    func events() async throws {
        try await withServer { server in
            var pages: [RawConnection] = []
            for count in 1...3 {
                pages.append(try await open(server))
                #expect(server.site.streamCount == count)
            }
            server.site.tell("{\"changed\":true}")
            server.site.tell("two\nlines\r\nid: 7")
            for page in pages {
                let text = try await words(page, until: "id: 7\n\n")
                #expect(text.contains("data: {\"changed\":true}\n\n"))
                #expect(text.contains("data: two\ndata: lines\ndata: id: 7\n\n"))
                #expect(
                    text.contains("content-type: text/event-stream\r\n")
                        || text.contains("Content-Type: text/event-stream\r\n"))
            }
        }
    }

    @Test("A stream without news shows signs of life")
    func heartbeat() async throws {
        try await withServer(change: { $0.limits.heartbeat = .milliseconds(20) }) { server in
            let page = try await open(server)
            let text = try await page.bytes {
                String(decoding: $0, as: UTF8.self).split(separator: ":\n\n").count > 4
            }
            #expect(!String(decoding: text, as: UTF8.self).contains("data:"))
        }
    }

    @Test("One stream too many ends the oldest")
    func limit() async throws {
        try await withServer(change: { $0.limits.streams = 2 }) { server in
            let (first, second, third) = (
                try await open(server), try await open(server), try await open(server)
            )
            _ = try await first.bytesToEnd()
            server.site.tell("still here")
            for page in [second, third] {
                #expect(try await words(page, until: "still here\n\n").contains("data: still here"))
            }
        }
    }

    @Test("A page that is gone frees its stream")
    func gone() async throws {
        try await withServer { server in
            let page = try await open(server)
            page.endSending()
            _ = try await page.bytesToEnd()
            #expect(page.isOver)
        }
    }

    @Test("HEAD asks for no stream")
    func head() async throws {
        try await withServer { server in
            let answer = try await server.answer(to: server.request("HEAD", "/news"), isBodyless: true)
            #expect(answer.status == 200)
            #expect(server.site.streamCount == 0)
        }
    }

    @Test("Streams end in order when the server ends")
    func end() async throws {
        var pages: [RawConnection] = []
        try await withServer { server in
            for _ in 0..<3 { pages.append(try await open(server)) }
        }
        for page in pages { #expect(Answer.all(in: try await page.bytesToEnd()).count == 1) }
    }

    private func open(_ server: RunningServer) async throws -> RawConnection {
        let connection = try RawConnection(port: server.port)
        await connection.send(server.request("GET", "/news"))
        _ = try await words(connection, until: ":\n\n")
        return connection
    }

    private func words(_ connection: RawConnection, until end: String) async throws -> String {
        let bytes = try await connection.bytes { String(decoding: $0, as: UTF8.self).contains(end) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
