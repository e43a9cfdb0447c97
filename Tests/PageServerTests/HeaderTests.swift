import PageServer
import ReboundTestSupport
import Testing

@Suite("Headers of the page server")
struct HeaderTests {
    @Test("Every answer keeps itself private")
    func security() async throws {
        try await withServer { server in
            var answers = [
                try await server.get("/"), try await server.get("/nowhere"),
                try await server.get("/", ["Cookie": nil]),
                try await server.get("/x", ["Cookie": nil]), try await server.get("/news", ["Cookie": nil]),
                try await server.post("/do", "{}"),
                try await server.post("/do", "{}", ["Content-Type": "text/plain"]),
                try await server.post("/do", "{}", ["Origin": nil]),
                try await server.post("/upload?name=a", "x"),
                try await server.get("//"), try await server.get("/", ["Host": "evil.example"]),
                try await server.answer(to: Array("nonsense\r\n\r\n".utf8)),
                try await server.get("/", ["X": String(repeating: "a", count: 9000)]),
                try await server.answer(to: server.request("PUT", "/")),
            ]
            answers.append(try await server.answer(to: server.request("HEAD", "/"), isBodyless: true))
            for answer in answers {
                let status = "\(answer.status)"
                #expect(answer["cache-control"] == "no-store", "\(status)")
                #expect(answer["x-content-type-options"] == "nosniff", "\(status)")
                #expect(answer["x-frame-options"] == "DENY", "\(status)")
                #expect(answer["referrer-policy"] == "no-referrer", "\(status)")
                #expect(answer["cross-origin-opener-policy"] == "same-origin", "\(status)")
                #expect(answer["cross-origin-resource-policy"] == "same-origin", "\(status)")
                #expect(answer["permissions-policy"]?.contains("camera=()") == true, "\(status)")
                #expect(
                    answer["content-security-policy"]?.hasPrefix("frame-ancestors 'none'; ") == true,
                    "\(status)")
                #expect(answer["content-type"] != nil, "\(status)")
                #expect(
                    !answer.fields.contains { $0.name.hasPrefix("access-control") || $0.name == "server" },
                    "\(status)")
            }
        }
    }

    @Test("A page's own policy holds, and cannot allow framing; without one nothing may run")
    func policies() async throws {
        try await withServer { (server: RunningServer) async throws in
            #expect(
                try await server.get("/framed")["content-security-policy"]
                    == "frame-ancestors 'none'; frame-ancestors *; script-src 'self'")
            #expect(
                try await server.get("/")["content-security-policy"]
                    == "frame-ancestors 'none'; default-src 'none'; base-uri 'none'; form-action 'none'")
        }
    }

    @Test("A response cannot write header fields of its own")
    func injection() async throws {
        try await withServer { server in
            let answer = try await server.get("/split")
            #expect(!answer.fields.contains { $0.name == "x-injected" })
        }
    }

    @Test("A saved file's name is quoted and encoded")
    func savedNames() async throws {
        try await withServer { server in
            func disposition(_ name: String) async throws -> String? {
                let encoded = name.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                return try await server.get("/saved?as=\(encoded)")["content-disposition"]
            }
            #expect(
                try await disposition("week.ics")
                    == "attachment; filename=\"week.ics\"; filename*=UTF-8''week.ics")
            #expect(
                try await disposition("Zürich \"x\".csv")
                    == "attachment; filename=\"Z_rich _x_.csv\"; filename*=UTF-8''Z%C3%BCrich%20%22x%22.csv")
            #expect(
                try await disposition("../../.bashrc")
                    == "attachment; filename=\".bashrc\"; filename*=UTF-8''.bashrc")
            #expect(
                try await disposition("..") == "attachment; filename=\"download\"; filename*=UTF-8''download")
            for text in HostileText.all where !text.utf8.contains(0) {
                let header = try #require(try await disposition(text))
                let parts = header.split(separator: "; ")
                #expect(parts.first == "attachment")
                #expect(header.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(header)")
                #expect(header.filter { $0 == "\"" }.count == 2, "\(header)")
            }
        }
    }

    @Test("HEAD has the header of GET, and no body")
    func head() async throws {
        try await withServer { server in
            let connection = try RawConnection(port: server.port)
            await connection.send(server.request("HEAD", "/") + server.request("HEAD", "/large"))
            let answers = try await connection.answers(2, areBodyless: true)
            #expect(answers.map { $0["content-length"] } == ["4", "\(8 << 20)"])
            await connection.send(server.request("HEAD", "//"))
            let bytes = try await connection.bytesToEnd()
            #expect(Answer.all(in: bytes, areBodyless: true).map(\.status) == [200, 200, 400])
        }
    }
}
