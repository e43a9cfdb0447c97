import PageServer
import Testing

@Suite("Who may ask the page server")
struct GuardTests {
    @Test("Its own names, at its own port, are the only hosts")
    func hosts() async throws {
        try await withServer { server in
            for host in ["127.0.0.1", "localhost", "[::1]"] {
                #expect(try await server.get("/", ["Host": "\(host):\(server.port)"]).status == 200)
            }
            let port = server.port
            let foreign = [
                "evil.example", "evil.example:\(port)", "127.0.0.1", "127.0.0.1:1", "localhost.:\(port)",
                "0.0.0.0:\(port)",
                "127.0.0.1:\(port)@evil.example", "127.0.0.2:\(port)", "2130706433:\(port)",
                "[::ffff:127.0.0.1]:\(port)",
                "LOCALHOST:\(port)", "", "127.0.0.1:0\(port)", "127.0.0.1:\(port), evil.example",
            ]
            for host in foreign {
                let answer = try await server.get("/", ["Host": host])
                #expect(answer.status == 403, "Host: \(host)")
                #expect(answer["connection"] == "close")
            }
            #expect(try await server.get("/", ["Host": nil]).status == 403)
            for lines in ["Host: evil.example\r\n", "host: \(server.host)\r\n"] {
                #expect(try await server.answer(to: server.request("GET", "/", lines: lines)).status == 403)
            }
            #expect(!server.site.seen.contains { $0 != "page /" })
            #expect(server.site.seen.count == 3)
        }
    }

    @Test("An action needs the page's own origin, said once; a page allows no other")
    func origins() async throws {
        try await withServer { server in
            let port = server.port
            let wrong: [String?] = [
                nil, "null", "", "http://evil.example", "http://127.0.0.1:1", "https://\(server.host)",
                "http://127.0.0.1",
                "http://localhost:\(port)", "http://[::1]:\(port)", "http://\(server.host)/",
                "http://\(server.host).evil.example",
            ]
            for origin in wrong {
                let answer = try await server.post("/do", "{}", ["Origin": origin])
                #expect(answer.status == 403, "Origin: \(origin ?? "absent")")
                #expect(answer["connection"] == "close")
            }
            for lines in ["Origin: http://evil.example\r\n", "Origin: http://\(server.host)\r\n"] {
                let request = server.request("POST", "/do", lines: lines, body: "{}")
                #expect(try await server.answer(to: request).status == 403)
            }
            #expect(try await server.get("/", ["Origin": "http://evil.example"]).status == 403)
            #expect(try await server.get("/", ["Origin": "null"]).status == 403)
            #expect(server.site.seen.isEmpty)
            #expect(try await server.post("/do", "{}").status == 200)
            #expect(
                try await server.post(
                    "/do", "{}", ["Host": "localhost:\(port)", "Origin": "http://localhost:\(port)"]
                ).status
                    == 200)
        }
    }

    @Test("What the browser says of the asking page is an additional condition")
    func fetchMetadata() async throws {
        try await withServer { (server: RunningServer) async throws in
            for site in ["cross-site", "same-site", "none, same-origin", ""] {
                #expect(try await server.get("/", ["Sec-Fetch-Site": site]).status == 403)
                #expect(try await server.post("/do", "{}", ["Sec-Fetch-Site": site]).status == 403)
            }
            #expect(try await server.post("/do", "{}", ["Sec-Fetch-Site": "none"]).status == 403)
            #expect(
                try await server.post("/do", "{}", ["Sec-Fetch-Site": "same-origin", "Origin": nil]).status
                    == 403)
            for site in ["same-origin", "none"] {
                #expect(try await server.get("/", ["Sec-Fetch-Site": site]).status == 200)
            }
        }
    }

    @Test("A page elsewhere can lead to the welcome, and to nothing else")
    func arrivals() async throws {
        try await withServer { (server: RunningServer) async throws in
            for site in ["cross-site", "same-site"] {
                var fields = [
                    "Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document",
                ]
                #expect(try await server.get("/", fields).text == "welcome")
                for path in ["/people", "/?x", "/news", "/do"] {
                    #expect(try await server.get(path, fields).status == 403, "\(path)")
                }
                #expect(try await server.post("/do", "{}", fields).status == 403)
                for target in ["iframe", "frame", "object", "embed", "image", ""] {
                    fields["Sec-Fetch-Dest"] = target
                    #expect(try await server.get("/", fields).status == 403, "\(target)")
                }
                fields["Sec-Fetch-Dest"] = "document"
                fields["Sec-Fetch-Mode"] = "no-cors"
                #expect(try await server.get("/", fields).status == 403)
            }
            #expect(server.site.seen.isEmpty)
        }
    }

    @Test(
        "Other methods are not understood",
        arguments: ["OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND"])
    func methods(_ method: String) async throws {
        try await withServer { server in
            let preflight = ["Origin": "http://evil.example", "Access-Control-Request-Method": "POST"]
            let answer = try await server.answer(to: server.request(method, "/do", preflight))
            #expect(answer.status == 405)
            #expect(answer["allow"] == "GET, HEAD, POST")
            #expect(!answer.fields.contains { $0.name.hasPrefix("access-control") })
        }
    }

    @Test("No connection becomes a websocket or a tunnel")
    func upgrades() async throws {
        try await withServer { server in
            let websocket: [String: String?] = [
                "Upgrade": "websocket", "Connection": "Upgrade",
                "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version": "13",
            ]
            #expect(try await server.get("/news", websocket).status == 400)
            #expect(try await server.get("/", ["Upgrade": "h2c"]).status == 400)
            let tunnel = try await server.answer(to: server.request("CONNECT", "evil.example:443"))
            #expect((400..<500).contains(tunnel.status))
            let preface = try await server.answer(to: Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8))
            #expect((400..<600).contains(preface.status))
            #expect(server.site.seen.isEmpty)
        }
    }

    @Test(
        "Paths that lead elsewhere lead nowhere",
        arguments: [
            "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/a/%2E%2e/b", "/a%2F..%2Fb", "/./", "/.", "//",
            "//evil.example/",
            "/a//b", "/%2f", "/a/", "/%00", "/a%0d%0aX:%201", "/%7f", "/%c2%85", "/%zz", "/%", "/%1", "/%ff",
            "/%c0%ae%c0%ae/",
            "/%ed%a0%80", "/?a=%zz", "/?a=%ff", "/?a=%00", "/é", "/?é", "http://evil.example/", "http:/", "*",
            "relative",
        ])
    func paths(_ path: String) async throws {
        try await withServer { (server: RunningServer) async throws in
            #expect(try await server.get(path).status == 400)
            #expect(try await server.get("http://\(server.host)/").status == 400)
            #expect(server.site.seen.isEmpty)
        }
    }

    @Test("A path and a query reach the site decoded, in order")
    func targets() async throws {
        try await withServer { server in
            let answer = try await server.get("/echo?q=J%C3%BCrg+B&tag=a&tag=%26%3D&empty&%3Cscript%3E=%22")
            #expect(answer.text == "q=Jürg B&tag=a&tag=&=&empty=&<script>=\"")
            #expect(try await server.get("/a%20b/c%3Fd").text == "nothing at /a b/c?d")
        }
    }
}
