import Foundation
import ReboundTestSupport
import Testing

@testable import AssistantServer

@Suite("Sessions with assistants")
struct AssistantSessionTests {
    @Test("Each revision is answered in its own form", arguments: ProtocolRevision.allCases)
    func revisions(_ revision: ProtocolRevision) async throws {
        let server = TalkedServer(greetedIn: revision.hasHandshake ? revision : nil)
        let isNewest = revision == .july2026
        let parameters = isNewest ? TalkedServer.meta : ""
        for (id, method) in ["tools/list", "resources/list", "resources/templates/list", "prompts/list"]
            .enumerated()
        {
            server.say(
                #"{"jsonrpc":"2.0","id":"\#(id)","method":"\#(method)","params":{\#(parameters)}}"#)
        }
        server.say(#"{"jsonrpc":"2.0","id":9,"method":"ping","params":{\#(parameters)}}"#)
        server.say(#"{"jsonrpc":"2.0","id":10,"method":"server/discover","params":{\#(parameters)}}"#)
        let heard = try await server.heard()
        let greeted = heard.first { $0["id"] as? Int == 0 }
        #expect(
            greeted?[at: "result.protocolVersion"] as? String == (isNewest ? nil : revision.rawValue))
        let lists = heard.filter { $0["id"] is String }
        #expect(lists.count == 4)
        for list in lists {
            #expect(list[at: "result.resultType"] as? String == (isNewest ? "complete" : nil))
            #expect(list[at: "result.ttlMs"] as? Int == (isNewest ? 0 : nil))
            #expect(list[at: "result.cacheScope"] as? String == (isNewest ? "private" : nil))
        }
        #expect(heard.first { $0["id"] as? Int == 9 }?.code == (isNewest ? -32601 : nil))
        let discovery = heard.first { $0["id"] as? Int == 10 }
        #expect(discovery?.code == (isNewest ? nil : -32601))
        #expect(
            discovery?[at: "result.supportedVersions"] as? [String]
                == (isNewest ? ["2026-07-28", "2025-11-25", "2025-06-18"] : nil))
    }

    @Test("Before a greeting every request names its revision and what the client can do")
    func revisionMissing() async throws {
        let server = TalkedServer()
        let version = #""io.modelcontextprotocol/protocolVersion""#
        for (id, meta) in [
            "", #""_meta":{}"#, #""_meta":{\#(version):"2026-07-28"}"#, #""_meta":{\#(version):7}"#,
            #""_meta":{\#(version):"2026-07-28","io.modelcontextprotocol/clientCapabilities":[]}"#,
        ].enumerated() {
            server.say(
                #"{"jsonrpc":"2.0","id":\#(id),"method":"server/discover","params":{\#(meta)}}"#)
        }
        server.say(
            #"{"jsonrpc":"2.0","id":8,"method":"tools/list","params":{"_meta":{\#(version):"1900-01-01"}}}"#)
        server.say(
            #"{"jsonrpc":"2.0","id":9,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}"#)
        let heard = try await server.heard()
        #expect(heard.map(\.code) == [-32602, -32602, -32602, -32602, -32602, -32022, -32602])
        #expect(heard[5][at: "error.data.requested"] as? String == "1900-01-01")
        #expect((heard[5][at: "error.data.supported"] as? [String])?.count == 3)
    }

    @Test("A request may repeat the revision agreed upon; another one that needs a greeting is told so")
    func repeatedRevision() async throws {
        func server(_ revision: ProtocolRevision?) async throws -> [[String: Any]] {
            let server = TalkedServer(greetedIn: revision)
            server.say(
                #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2025-11-25"}}}"#
            )
            return try await server.heard().filter { $0["id"] as? Int == 1 }
        }
        let repeated = try await server(.november2025)
        #expect(repeated.map(\.code) == [nil] && repeated[0][at: "result.resultType"] == nil)
        for revision in [ProtocolRevision.june2025, nil] {
            let other = try await server(revision)
            #expect(other.map(\.code) == [-32022])
            #expect((other[0][at: "error.message"] as? String)?.contains("begins with “initialize”") == true)
        }
    }

    @Test("A parameter of a wrong type is not called missing, in tools, prompts and resources")
    func wrongTypes() async throws {
        let server = TalkedServer()
        server.ask(1, "tools/call", #""name":5"#)
        server.ask(2, "prompts/get", #""name":5"#)
        server.ask(3, "prompts/get", #""name":"play","arguments":["what"]"#)
        server.ask(4, "resources/read", #""uri":5"#)
        server.ask(5, "tools/call", #""name":"echo","arguments":["words"]"#)
        let heard = try await server.heard()
        #expect(heard.map(\.code) == Array(repeating: -32602, count: 5))
        for answer in heard {
            let message = try #require(answer[at: "error.message"] as? String)
            #expect(message.contains("has to be") && !message.contains("missing"), "\(message)")
        }
    }

    @Test("A line that is too deep is told the limit, and nothing of network files")
    func deep() async throws {
        let server = TalkedServer()
        server.say(String(repeating: "[", count: 10_000))
        let message = try #require(try await server.heard().first?[at: "error.message"] as? String)
        #expect(message.contains("at most 512") && !message.contains("network"))
    }

    @Test("A greeting after a discovery is answered, and the newest revision is still spoken")
    func greetingAfterDiscovery() async throws {
        let server = TalkedServer()
        server.ask(1, "server/discover")
        server.say(
            #"{"jsonrpc":"2.0","id":2,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{}}}"#
        )
        server.ask(3, "tools/list")
        let heard = try await server.heard()
        #expect(heard.map { $0["id"] as? Int } == [1, 2, 3])
        #expect(heard[1][at: "result.protocolVersion"] as? String == "2025-11-25")
        #expect(heard[2][at: "result.resultType"] as? String == "complete")
    }

    @Test("A tool's answer is its structure and the same as text, a refusal an answer, too")
    func tools() async throws {
        let server = TalkedServer()
        server.ask(1, "tools/call", #""name":"echo","arguments":{"words":"hi"}"#)
        server.ask(2, "tools/call", #""name":"echo","arguments":{"words":"no"}"#)
        server.ask(3, "tools/call", #""name":"echo","arguments":{}"#)
        server.ask(4, "tools/call", #""name":"ECHO""#)
        server.ask(5, "tools/call", #""name":"echo","arguments":7"#)
        let heard = try await server.heard()
        func answer(_ id: Int) -> [String: Any]? { heard.first { $0["id"] as? Int == id } }
        #expect(answer(1)?[at: "result.structuredContent.said"] as? String == "hi")
        #expect(answer(1)?[at: "result.content.0.text"] as? String == #"{"said":"hi"}"#)
        #expect(answer(1)?[at: "result.isError"] as? Bool == false)
        #expect(answer(2)?[at: "result.content.0.text"] as? String == "I will not.")
        #expect(answer(2)?[at: "result.isError"] as? Bool == true)
        #expect(
            answer(3)?[at: "result.content.0.text"] as? String
                == "\"words\" is missing: text of 1 to 5 characters. What to say.")
        #expect(answer(4)?.code == -32602)
        #expect(answer(5)?.code == -32602)
        // No one asked for progress.
        #expect(heard.count == 5)
    }

    @Test("Progress is told to who wants it, and only rises")
    func progress() async throws {
        let server = TalkedServer(greetedIn: .november2025)
        server.say(
            #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"echo","arguments":{"words":"hi"},"_meta":{"progressToken":"t"}}}"#
        )
        let heard = try await server.heard().dropFirst()
        #expect(heard.dropLast().map { $0[at: "params.progress"] as? Int } == [1, 2])
        #expect(heard.dropLast().allSatisfy { $0[at: "params.progressToken"] as? String == "t" })
        #expect(heard.last?["id"] as? Int == 1)
    }

    @Test("Nothing is said about a request after it was cancelled, and others are heard meanwhile")
    func cancellation() async throws {
        let server = TalkedServer()
        server.ask(1, "tools/call", #""name":"slow""#)
        server.ask(2, "tools/call", #""name":"slow""#)
        server.ask(1, "tools/list")
        server.ask(2, "tools/call", #""name":"slow""#)
        server.say(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#)
        server.say(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":77}}"#)
        server.say(#"{"jsonrpc":"2.0","method":"notifications/cancelled"}"#)
        await server.gate.open()
        let heard = try await server.heard()
        // The list has an identifier that is in use, but nothing to wait for; the second picture has to wait.
        #expect(heard.map { $0["id"] as? Int } == [1, 2, 2])
        #expect(heard[0][at: "result.tools"] != nil)
        #expect(heard[1].code == -32600)
        #expect(heard[2][at: "result.content.0.data"] as? String == "AQID")
    }

    @Test("A line that is no message costs itself")
    func malformed() async throws {
        let server = TalkedServer()
        let lines = [
            "nonsense", "[]", "7", "{}", "{\"a\":1", "\u{FEFF}", #"{"jsonrpc":"1.0","id":1,"method":"ping"}"#,
            #"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, #"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#,
            #"{"jsonrpc":"2.0","id":"a","method":7}"#,
            #"{"jsonrpc":"2.0","id":"b","method":"ping","params":[]}"#,
            #"{"jsonrpc":"2.0","id":"c","id":"d","method":"ping"}"#,
            #"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#, String(repeating: "[", count: 100_000),
        ]
        for line in lines { server.say(line) }
        // These need no answer.
        for line in [
            #"{"jsonrpc":"2.0","method":"notifications/unheard"}"#, #"{"jsonrpc":"2.0","id":1,"result":{}}"#,
            #"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"no"}}"#,
        ] { server.say(line) }
        server.session.receive(tooLong: 2_000_000, limit: 1_000_000)
        server.ask(50, "prompts/get", #""name":"play","arguments":{"what":"chess"}"#)
        let heard = try await server.heard()
        #expect(heard.count == lines.count + 2)
        #expect(
            heard.dropLast().map(\.code) == [
                -32700, -32600, -32600, -32600, -32700, -32700, -32600, -32600, -32600, -32600, -32600,
                -32600,
                -32600, -32700, -32600,
            ])
        #expect(heard.dropLast().compactMap { $0["id"] as? String } == ["a", "b", "c"])
        #expect(heard.last?[at: "result.messages.0.content.text"] as? String == "Play chess.")
    }

    @Test("The first revision demands an identifier, which is null for a line that has none")
    func identifiers() async throws {
        let server = TalkedServer(greetedIn: .june2025)
        server.say("nonsense")
        #expect(try await server.heard().last?["id"] is NSNull)
    }

    @Test("Resources are read, and there is no page after the only one")
    func resources() async throws {
        let server = TalkedServer()
        server.ask(1, "resources/read", #""uri":"toy://a""#)
        server.ask(2, "resources/read", #""uri":"toy://b""#)
        server.ask(3, "resources/read")
        server.ask(4, "resources/list", #""cursor":"x""#)
        server.ask(5, "prompts/get", #""name":"play""#)
        server.ask(6, "prompts/get", #""name":"play","arguments":{"what":"chess","with":"x"}"#)
        let heard = try await server.heard().sorted { $0["id"] as? Int ?? 0 < $1["id"] as? Int ?? 0 }
        #expect(heard[0][at: "result.contents.0.text"] as? String == "{}")
        #expect(heard.dropFirst().map(\.code) == [-32602, -32602, -32602, -32602, -32602])
    }
}
