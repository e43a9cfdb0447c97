import PageServer
import Testing

@Suite("The session of the page server")
struct SessionTests {
    @Test("Without a session there is the welcome, and nothing else")
    func stranger() async throws {
        try await withServer(isConnected: false) { server in
            let welcome = try await server.get("/")
            #expect(welcome.status == 200 && welcome.text == "welcome")
            for path in ["/people", "/do", "/session", "/?x=1%20"] {
                let answer = try await server.get(path)
                #expect(answer.status == (path.hasPrefix("/?") ? 200 : 401))
                #expect(answer.text == "welcome")
            }
            #expect(try await server.get("/news").status == 401)
            for path in ["/do", "/upload?name=a", "/elsewhere"] {
                let answer = try await server.post(path, "{}")
                #expect(answer.status == 401)
                #expect(answer["connection"] == "close")
            }
            #expect(server.site.seen.isEmpty)
        }
    }

    @Test("The token in the address opens one session, once")
    func exchange() async throws {
        try await withServer(isConnected: false) { server in
            #expect(server.address.text == "http://127.0.0.1:\(server.port)/#\(server.token)")
            // 32 hexadecimal digits would be 128 bits.
            #expect(server.token.count >= 32)
            var server = server
            try await server.connect()
            #expect(try await server.get("/").text == "home")
            let again = try await server.post("/session", "{\"token\":\"\(server.token)\"}")
            #expect(again.status == 401)
            #expect(again["set-cookie"] == nil)
            #expect(try await server.get("/").text == "home")
        }
    }

    @Test("The cookie is kept from scripts and other sites, and has the port in its name")
    func cookie() async throws {
        try await withServer(isConnected: false) { server in
            let answer = try await server.post("/session", "{\"token\":\"\(server.token)\"}")
            let parts = try #require(answer["set-cookie"]).split(separator: "; ").map(String.init)
            #expect(parts[0].hasPrefix("rebound-\(server.port)="))
            #expect(parts.dropFirst().sorted() == ["HttpOnly", "Path=/", "SameSite=Strict"])
            let secret = parts[0].split(separator: "=")[1]
            #expect(secret.count >= 32 && secret != server.token)
            let other = "theme=dark; a=b"
            for cookie in [
                "\(other); \(parts[0])", "rebound-\(server.port)=old; \(parts[0])", "rebound-1=x;\(parts[0])",
            ] {
                #expect(try await server.get("/", ["Cookie": cookie]).text == "home")
            }
            let wrong = [
                other, "rebound-\(server.port)=", "rebound-\(server.port)=\(secret.dropLast())",
                "\(parts[0])0",
                "rebound-\(server.port)=\(server.token)", "rebound-1=\(secret)", "x\(parts[0])",
                "a=\(parts[0])",
                "rebound-\(server.port)=\"\(secret)\"", parts[0].uppercased(),
            ]
            for cookie in wrong {
                #expect(try await server.get("/", ["Cookie": cookie]).text == "welcome", "Cookie: \(cookie)")
            }
        }
    }

    @Test("A wrong token neither opens a session nor spends the right one")
    func wrongTokens() async throws {
        try await withServer(isConnected: false) { server in
            let token = server.token
            for wrong in ["", "x", String(token.dropLast()), token + "0", token.uppercased() + " "] {
                let answer = try await server.post("/session", "{\"token\":\"\(wrong)\"}")
                #expect(answer.status == 401)
                #expect(answer["set-cookie"] == nil)
            }
            let malformed = [
                "", "{}", "{", "[]", "\"\(token)\"", "{\"token\":null}", "{\"token\":[\"\(token)\"]}",
                "{\"token\":\"x\",\"token\":\"\(token)\"}", String(repeating: "[", count: 900),
            ]
            for body in malformed {
                #expect(try await server.post("/session", body).status == 400, "\(body)")
            }
            #expect(try await server.post("/session", String(repeating: " ", count: 2000)).status == 413)
            let form = ["Content-Type": "application/x-www-form-urlencoded"]
            #expect(try await server.post("/session", "token=\(token)", form).status == 415)
            #expect(
                try await server.post("/session", "{\"token\":\"\(token)\"}", ["Origin": nil]).status == 403)
            #expect(try await server.get("/session?token=\(token)").text == "welcome")
            #expect(try await server.post("/session", "{\"token\":\"\(token)\"}").status == 204)
        }
    }

    @Test("Many wrong tokens in a row close the exchange for a while")
    func guessing() async throws {
        try await withServer(
            isConnected: false,
            change: {
                $0.limits.wrongTokens = 3
                $0.limits.tokenPause = .seconds(600)
            }
        ) { server in
            for _ in 0..<3 { #expect(try await server.post("/session", "{\"token\":\"x\"}").status == 401) }
            let closed = try await server.post("/session", "{\"token\":\"\(server.token)\"}")
            #expect(closed.status == 429)
            #expect(closed["retry-after"] == "600")
        }
        try await withServer(
            isConnected: false,
            change: {
                $0.limits.wrongTokens = 3
                $0.limits.tokenPause = .zero
            }
        ) { (server: RunningServer) async throws in
            for _ in 0..<7 { #expect(try await server.post("/session", "{\"token\":\"x\"}").status == 401) }
            #expect(try await server.post("/session", "{\"token\":\"\(server.token)\"}").status == 204)
        }
    }

    @Test("Tokens and cookies of a server that ended open nothing at the next one on its port")
    func restart() async throws {
        var (port, cookie, token) = (0, "", "")
        try await withServer { server in
            (port, cookie, token) = (server.port, server.cookie ?? "", server.token)
        }
        #expect(throws: RawConnection.Failure.self) { try RawConnection(port: port) }
        try await withServer(isConnected: false, change: { $0.port = port }) {
            (server: RunningServer) async throws in
            #expect(server.port == port)
            #expect(server.token != token)
            #expect(try await server.get("/", ["Cookie": cookie]).text == "welcome")
            #expect(try await server.post("/do", "{}", ["Cookie": cookie]).status == 401)
            #expect(try await server.post("/session", "{\"token\":\"\(token)\"}").status == 401)
        }
    }
}
