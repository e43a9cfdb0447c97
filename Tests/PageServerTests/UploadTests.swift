import Glibc
import PageServer
import ReboundTestSupport
import Testing

@Suite("Uploads to the page server")
struct UploadTests {
    @Test(
        "A file lies in a private folder under its own name while the site takes it in, and is gone afterwards"
    )
    func file() async throws {
        var folder = ""
        try await withServer { server in
            let body = String(repeating: "line\r\n", count: 100_000)
            let words = try await server.post("/upload?name=Connections.csv", body).text.split(separator: " ")
            #expect(words.dropFirst() == ["600000", "600", "700"])
            #expect(words[0].hasSuffix("/Connections.csv"))
            #expect(access(String(words[0]), F_OK) != 0)
            folder = words[0].split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
            var status = stat()
            #expect(stat(folder, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o700)
            #expect(fileNames(in: folder).isEmpty)
            #expect(try await server.post("/upload?name=empty", "").text.split(separator: " ")[1] == "0")
        }
        #expect(access(folder, F_OK) != 0)
    }

    @Test("A name is one component of a path, or no name")
    func names() async throws {
        try await withServer { (server: RunningServer) async throws in
            for (name, kept) in [
                ("../../etc/passwd", "passwd"), ("C:\\Users\\me\\a.csv", "a.csv"), ("a%0ab%1b.csv", "ab.csv"),
                ("%C3%9Cber%20uns.csv", "Über uns.csv"), ("-rf", "-rf"), (".hidden", ".hidden"),
            ] {
                #expect(try await server.post("/upload?name=\(name)", "x").status == 200)
                #expect(server.site.seen.last == "receive \(kept)")
            }
            let long = String(repeating: "a", count: 256)
            for name in ["", "..", ".", "a/", "%0a", "a/..", long] {
                #expect(try await server.post("/upload?name=\(name)", "x").status == 400, "\(name)")
            }
            #expect(try await server.post("/upload", "x").status == 400)
        }
    }

    @Test("No form can send a file, and none that is too large is read")
    func refusals() async throws {
        try await withServer(change: { $0.uploadLimit = 1000 }) { server in
            for type in ["multipart/form-data; boundary=x", "text/plain", "application/json", ""] {
                #expect(try await server.post("/upload?name=a", "x", ["Content-Type": type]).status == 415)
            }
            #expect(
                try await server.post("/upload?name=a", String(repeating: "x", count: 1000)).status == 200)
            // Nothing is waited for.
            let connection = try RawConnection(port: server.port)
            await connection.send(server.request("POST", "/upload?name=a", ["Content-Length": "1001"]))
            #expect(try await connection.answers().map(\.status) == [413])
            #expect(server.site.seen == ["receive a"])
        }
    }

    @Test("Where nothing can be kept, that is said")
    func noFolder() async throws {
        try await withServer(change: { $0.temporaryFolder = "/proc/no/such/folder" }) { server in
            let answer = try await server.post("/upload?name=a", "x")
            #expect(answer.status == 507)
            #expect(answer.text == "The file cannot be kept: No such file or directory.\n")
            #expect(try await server.get("/").status == 200)
        }
    }

    @Test("An upload that goes on has all the time it needs")
    func progress() async throws {
        try await withServer(
            change: {
                $0.limits.uploadTime = .seconds(2)
                $0.limits.uploadProgress = 1
            }
        ) { server in
            // A machine that stood still for so long says nothing about the server.
            for _ in 0..<20 {
                let connection = try RawConnection(port: server.port)
                await connection.send(server.request("POST", "/upload?name=a", ["Content-Length": "8"]))
                var longest = Duration.zero
                for _ in 0..<8 {
                    longest = max(
                        longest,
                        try await ContinuousClock().measure {
                            try await Task.sleep(for: .milliseconds(400))
                            await connection.send(Array("x".utf8))
                        })
                }
                let answer = try? await connection.answers().first
                guard longest < .seconds(1) else { continue }
                #expect(answer?.text.contains(" 8 ") == true)
                return
            }
        }
    }
}
