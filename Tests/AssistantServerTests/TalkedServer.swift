import Foundation
import Foundations
import ReboundTestSupport
import Testing

@testable import AssistantServer

/// A session on a pipe, with tools that know nothing of networks.
final class TalkedServer: Sendable {
    let session: AssistantSession
    let writer: MessageWriter
    /// Opened by a test to let the tool `slow` answer.
    let gate = Gate()
    private let pipe = Pipe()

    static let meta =
        #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}"#

    /// - Parameter revision: The one to greet in; the newest is said in each request.
    init(greetedIn revision: ProtocolRevision? = nil) {
        writer = MessageWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor) {}
        session = AssistantSession(Self.offer(gate), writer: writer)
        guard let revision else { return }
        say(
            #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"\#(revision.rawValue)","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}"#
        )
        say(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
    }

    func say(_ line: String) { session.receive(Array(line.utf8)) }

    /// A request in the newest revision.
    func ask(_ id: Int, _ method: String, _ parameters: String = "") {
        let rest = parameters.isEmpty ? "" : ",\(parameters)"
        say(#"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":{\#(Self.meta)\#(rest)}}"#)
    }

    /// What was written until now, when everything that runs is done.
    func heard() async throws -> [[String: Any]] {
        await writer.finished()
        try pipe.fileHandleForWriting.close()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        return try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    private static func offer(_ gate: Gate) -> ServerOffer {
        ServerOffer(
            identity: ServerIdentity(name: "toy", title: "Toy", version: "1"), instructions: "Play.",
            tools: [
                Tool(
                    name: "echo", title: "Echo", description: "Returns words.",
                    arguments: [ToolArgument("words", .text(most: 5), isRequired: true, "What to say.")],
                    outputSchema: Array(#"{"type":"object"}"#.utf8)
                ) { (said, request) throws(ToolRefusal) in
                    request.progress(1, 2, "half")
                    request.progress(1, 2, "half again")
                    request.progress(2, 2, "all")
                    if said.text("words") == "no" { throw ToolRefusal("I will not.") }
                    return ToolAnswer(structured: Array(#"{"said":"\#(said.text("words") ?? "")"}"#.utf8))
                },
                Tool(name: "slow", title: "Slow", description: "Returns late.") {
                    (_, request) throws(ToolRefusal) in
                    request.progress(1, 2, "begun")
                    await gate.opened()
                    request.progress(2, 2, "done")
                    return ToolAnswer([.image([1, 2, 3], type: "image/png")])
                },
            ],
            resources: [
                Resource(uri: "toy://a", name: "a", title: "A", description: "The letter.")
            ],
            resourceTemplates: [],
            prompts: [
                Prompt(
                    name: "play", title: "Play", description: "A game.",
                    arguments: [Prompt.Argument(name: "what", description: "Which game.", isRequired: true)]
                ) { "Play \($0["what"] ?? "")." }
            ]
        ) { (uri, _) throws(ToolRefusal) in uri == "toy://a" ? Array("{}".utf8) : nil }
    }
}

/// Lets through when it was opened once.
actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func open() {
        isOpen = true
        for one in waiting { one.resume() }
        waiting = []
    }

    func opened() async {
        if isOpen { return }
        await withCheckedContinuation { waiting.append($0) }
    }
}

extension [String: Any] {
    /// What stands at keys and positions, one inside the other, such as `result.content.0.text`.
    subscript(at path: String) -> Any? {
        path.split(separator: ".").reduce(self as Any?) { value, key in
            if let list = value as? [Any], let index = Int(key) {
                return list.indices.contains(index) ? list[index] : nil
            }
            return (value as? [String: Any])?[String(key)]
        }
    }

    var code: Int? { self[at: "error.code"] as? Int }
}
