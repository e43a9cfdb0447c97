import PageServer
import Testing

@Suite("Bodies of requests to the page server")
struct BodyTests {
    @Test("An action is JSON, said by its type")
    func types() async throws {
        try await withServer { server in
            for type in ["application/json", "Application/JSON; charset=utf-8", "application/json ;x=y"] {
                let answer = try await server.post("/do", "{\"a\":1}", ["Content-Type": type])
                #expect(answer.status == 200 && answer.text == "{\"a\":1}")
            }
            let simple: [String?] = [
                nil, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
                "text/plain; application/json", "application/json, text/plain", "application/jsonx",
                "text/json",
            ]
            for type in simple {
                let answer = try await server.post("/do", "{\"a\":1}", ["Content-Type": type])
                #expect(answer.status == 415, "\(type ?? "absent")")
                #expect(answer["connection"] == "close")
            }
            let twice = server.request("POST", "/do", lines: "Content-Type: text/plain\r\n", body: "{}")
            #expect(try await server.answer(to: twice).status == 415)
            #expect(server.site.seen.count == 3)
        }
    }

    @Test("A body says its length in one way")
    func lengths() async throws {
        try await withServer { server in
            for (length, status) in [
                (nil, 411), ("-5", 400), ("+7", 400), ("0x7", 400), ("7, 7", 400), ("", 400), ("7 7", 400),
                ("18446744073709551616", 400), ("9223372036854775808", 400), ("1048577", 413),
                ("99999999999", 413),
            ] {
                let answer = try await server.post("/do", "{\"a\":1}", ["Content-Length": length])
                #expect(answer.status == status, "Content-Length: \(length ?? "absent")")
                #expect(answer["connection"] == "close")
            }
            for lines in ["Content-Length: 7\r\n", "Content-Length: 60\r\n"] {
                #expect(
                    try await server.answer(
                        to: server.request("POST", "/do", lines: lines, body: "{\"a\":1}")
                    ).status == 400)
            }
            for coding in ["chunked", "xchunked", "chunked, identity", "gzip, chunked", "identity"] {
                let changes = ["Content-Length": nil, "Transfer-Encoding": coding]
                let answer = try await server.post("/do", "7\r\n{\"a\":1}\r\n0\r\n\r\n", changes)
                #expect([400, 411].contains(answer.status), "Transfer-Encoding: \(coding)")
            }
            let both = try await server.post("/do", "2\r\n{}\r\n0\r\n\r\n", ["Transfer-Encoding": "chunked"])
            #expect([400, 411].contains(both.status))
            #expect(server.site.seen.isEmpty)
            let whole = "\"" + String(repeating: "a", count: (1 << 20) - 2) + "\""
            #expect(try await server.post("/do", whole).body.count == 1 << 20)
            #expect(try await server.post("/do", "").status == 200)
        }
    }

    @Test("A page is asked for without a body")
    func pagesWithBodies() async throws {
        try await withServer { server in
            #expect(try await server.get("/", ["Content-Length": "0"]).status == 200)
            let smuggled = String(decoding: server.request("GET", "/smuggled"), as: UTF8.self)
            for changes in [["Content-Length": "\(smuggled.utf8.count)"], ["Transfer-Encoding": "chunked"]] {
                let connection = try RawConnection(port: server.port)
                await connection.send(server.request("GET", "/", changes, body: smuggled))
                #expect(Answer.all(in: try await connection.bytesToEnd()).map(\.status) == [400])
            }
            #expect(server.site.seen == ["page /"])
        }
    }

    @Test("The body of a refused request is never read as the next request")
    func refusedBodies() async throws {
        try await withServer { server in
            let smuggled = String(decoding: server.request("POST", "/do", body: "{}"), as: UTF8.self)
            let requests = [
                server.request("POST", "/do", ["Origin": "http://evil.example"], body: smuggled),
                server.request(
                    "POST", "/do", ["Origin": "http://evil.example", "Content-Length": "0"], body: smuggled),
                server.request("POST", "/do", ["Content-Type": "text/plain"], body: smuggled),
                server.request("POST", "/elsewhere", body: smuggled),
                server.request("POST", "/do", ["Content-Length": nil], body: smuggled),
                server.request("POST", "/do", ["Cookie": nil], body: smuggled + smuggled),
                server.request("PUT", "/do", ["Content-Length": nil], body: smuggled),
            ]
            for request in requests {
                let connection = try RawConnection(port: server.port)
                await connection.send(request)
                let answers = Answer.all(in: try await connection.bytesToEnd())
                #expect(answers.count == 1)
                #expect(answers.allSatisfy { (400..<500).contains($0.status) })
            }
            #expect(server.site.seen.isEmpty)
        }
    }

    @Test("Who is refused reads why, whatever is still being sent")
    func refusedWhileSending() async throws {
        try await withServer { server in
            for changes in [["Origin": "http://evil.example"], ["Content-Type": "text/plain"]] {
                let connection = try RawConnection(port: server.port)
                await connection.send(
                    server.request("POST", "/do", changes, body: String(repeating: "x", count: 3 << 20)))
                let answer = try #require(Answer.all(in: try await connection.bytesToEnd()).first)
                #expect([403, 415, 413].contains(answer.status))
            }
        }
    }

    @Test("A body that is cut short reaches nothing")
    func cut() async throws {
        try await withServer { server in
            for target in ["/do", "/upload?name=a.csv"] {
                let ended = try RawConnection(port: server.port)
                await ended.send(server.request("POST", target, ["Content-Length": "100"], body: "{}"))
                ended.endSending()
                #expect(Answer.all(in: try await ended.bytesToEnd()).map(\.status) == [400])
            }
            #expect(server.site.seen.isEmpty)
        }
    }

    @Test("A body that does not come is waited for only so long")
    func slow() async throws {
        try await withServer(
            change: {
                $0.limits.bodyTime = .milliseconds(50)
                $0.limits.uploadTime = .milliseconds(50)
            }
        ) { server in
            for target in ["/do", "/upload?name=a.csv"] {
                let connection = try RawConnection(port: server.port)
                await connection.send(server.request("POST", target, ["Content-Length": "100"], body: "{}"))
                let answers = Answer.all(in: try await connection.bytesToEnd())
                #expect(answers.map(\.status) == [408])
                #expect(answers.first?["connection"] == "close")
            }
            #expect(server.site.seen.isEmpty)
        }
    }

    @Test(
        "A client that waits to be told to send its body is told so, but not before the request is looked at")
    func expectations() async throws {
        try await withServer { server in
            let connection = try RawConnection(port: server.port)
            await connection.send(
                server.request("POST", "/do", ["Expect": "100-continue", "Content-Length": "2"]))
            #expect(try await connection.answers().map(\.status) == [100])
            await connection.send(Array("{}".utf8))
            #expect(try await connection.answers(2).map(\.status) == [100, 200])
            let refused = ["Expect": "100-continue", "Content-Length": "2", "Origin": "http://evil.example"]
            #expect(try await server.answer(to: server.request("POST", "/do", refused)).status == 403)
            #expect(try await server.post("/do", "{}", ["Expect": "wonders"]).status == 417)
        }
    }
}
