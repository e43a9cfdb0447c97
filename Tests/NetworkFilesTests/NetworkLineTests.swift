import Foundations
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

@Suite("Networks, one a line")
struct NetworkLineTests {
    private static let now = Timestamp("2026-04-10")!

    private func read(_ text: String, isLast: Bool = false) -> NetworkLineReader.Line {
        NetworkLineReader.read(.whole(Array(text.utf8), isLast: isLast), asOf: Self.now)
    }

    private func network(_ more: String = "", title: String? = nil) -> String {
        let title = title.map { #""title":"\#($0)","# } ?? ""
        return
            #"{"format":"rebound-network","version":1,\#(title)"seeker":"me",\#(more)"people":[{"id":"me","name":"Mia"}]}"#
    }

    private func complaint(_ text: String) throws -> (Diagnostic, id: NetworkLineReader.ID?) {
        let line = read(text)
        #expect(line.result.network == nil)
        let diagnostic = try #require(line.result.diagnostics.first)
        #expect(diagnostic.line == nil && line.result.diagnostics.count == 1)
        return (diagnostic, line.id)
    }

    @Test("The identifier is that of the envelope, else the title")
    func identifiers() {
        #expect(read(network()).id == nil)
        #expect(read(network(title: "Mia’s search")).id == .text("Mia’s search"))
        #expect(read(#"{"id":"c-17","network":\#(network(title: "T"))}"#).id == .text("c-17"))
        #expect(read(#"{"network":\#(network(title: "T"))}"#).id == .text("T"))
        #expect(
            read(#"{"network":\#(network()),"id":9007199254740993}"#).id == .number(9_007_199_254_740_993))
        #expect(read(#"{"id":null,"network":\#(network(title: "T"))}"#).id == .text("T"))
        #expect(read(#"{"id":"","network":\#(network())}"#).id == .text(""))
        for text in [network(), #"{"id":1,"network":\#(network())}"#] {
            #expect(read(text).result.network?.people.map(\.name) == ["Mia"])
            #expect(read(text).result.diagnostics == [])
        }
    }

    @Test("An envelope holds an identifier and a network, and nothing else")
    func envelopes() throws {
        let (missing, id) = try complaint(#"{"id":"c-17"}"#)
        #expect(missing.identifier == .fieldMissing && missing.path == "network" && id == .text("c-17"))
        let (unknown, _) = try complaint(#"{"id":1,"network":\#(network()),"note":"x"}"#)
        #expect(unknown.identifier == .fieldUnknown && unknown.path == "note")
        for text in ["1.5", "true", "[1]", "{}", "1e300"] {
            let (mismatch, id) = try complaint(#"{"id":\#(text),"network":\#(network())}"#)
            #expect(mismatch.identifier == .typeMismatch && mismatch.path == "id" && id == nil)
        }
        let (repeated, _) = try complaint(#"{"id":1,"id":2,"network":\#(network())}"#)
        #expect(repeated.identifier == .keyRepeated && repeated.path == "id" && repeated.column == 9)
        let (list, _) = try complaint(#"{"id":1,"network":[]}"#)
        #expect(list.identifier == .formatUnknown)
        // A network that has an identifier too many is not taken for an envelope.
        let (bare, _) = try complaint(network(#""id":"x","#))
        #expect(bare.identifier == .fieldUnknown && bare.path == "id")
    }

    @Test("What is wrong with a network stands at the same place with an envelope and without")
    func places() throws {
        let wrong: [(String, String, Diagnostic.Kind)] = [
            (
                #""companies":[{"id":"a","name":"A"},{"id":"b","name":3}],"#, "companies[1].name",
                .typeMismatch
            ),
            (#""ties":[{"from":"me","to":"zz","kind":"knows"}],"#, "ties[0].to", .danglingReference),
            (#""title":"a","title":"b","#, "title", .keyRepeated),
        ]
        for (more, path, kind) in wrong {
            let (bare, _) = try complaint(network(more))
            let (enveloped, id) = try complaint(#"{"id":"c-17","network":\#(network(more))}"#)
            #expect(bare.path == path && bare.identifier == kind)
            #expect(enveloped.path == path && enveloped.identifier == kind)
            #expect(enveloped.column == bare.column! + 23 && id == .text("c-17"))
        }
        let (later, _) = try complaint(
            #"{"network":{"format":"rebound-network","version":1,"people":[{"id":"me","name":"Mia"}]}}"#)
        #expect(later.path == "seeker")
    }

    @Test("A line that is cut off anywhere is an error, and at the end of the input is said to be")
    func cutOff() {
        let bytes = Array(#"{"id":"c-17","network":\#(network(title: "Zoë \\u00e9 👩‍👩‍👧"))}"#.utf8)
        for count in 1..<bytes.count {
            for isLast in [true, false] {
                let line = NetworkLineReader.read(
                    .whole(Array(bytes[..<count]), isLast: isLast), asOf: Self.now)
                let diagnostics = line.result.diagnostics
                #expect(diagnostics.count == 1 && line.result.network == nil && line.id == nil)
                #expect(diagnostics[0].hint.hasSuffix("was it cut off?") == isLast)
                #expect(!diagnostics[0].description.contains("end of the file"))
            }
        }
        #expect(NetworkLineReader.read(.whole(bytes, isLast: true), asOf: Self.now).result.network != nil)
    }

    @Test("Bytes that are no JSON are one error each")
    func noJSON() {
        let lines: [(LineReader.Line, Diagnostic.Kind)] = [
            (.whole([], isLast: false), .lineEmpty), (.whole(Array(" \t\r".utf8), isLast: false), .lineEmpty),
            (.tooLong(70_000_000), .lineTooLong),
            (.whole(Array("\0\0\0".utf8), isLast: false), .encodingInvalid),
            (.whole([0x7B, 0x22, 0xC3, 0x28, 0x22], isLast: false), .encodingInvalid),
            (.whole([0xFF, 0xFE, 0x7B, 0x00], isLast: false), .encodingInvalid),
            (.whole(Array(#"{"a":"\#0"}"#.utf8), isLast: false), .syntax),
            (.whole(Array("{} {}".utf8), isLast: false), .syntax),
            (.whole(Array("id,name".utf8), isLast: false), .syntax),
            (.whole(Array(repeating: UInt8(ascii: "["), count: 10_000_000), isLast: false), .tooDeep),
            (.whole(Array(String(repeating: #"{"network":"#, count: 100_000).utf8), isLast: false), .tooDeep),
        ]
        for (bytes, kind) in lines {
            let line = NetworkLineReader.read(bytes, asOf: Self.now)
            #expect(line.result.diagnostics.map(\.identifier) == [kind] && line.id == nil)
            #expect(line.result.diagnostics.allSatisfy { $0.line == nil })
        }
        for text in ["1", "null", "\"x\"", "[]", "{}"] {
            #expect(read(text).result.diagnostics.map(\.identifier) == [.formatUnknown], "\(text)")
        }
    }

    @Test("A line reads like the file it would be", arguments: 0..<40 as Range<UInt64>)
    func likeAFile(seed: UInt64) {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network(size: 4)
        let file = NetworkJSONWriter.bytes(of: network)
        let line = file.filter { $0 != 0x0A }
        let read = NetworkLineReader.read(.whole(line, isLast: false), asOf: Self.now)
        let expected = NetworkJSONReader.read(bytes: file, file: "", asOf: Self.now)
        #expect(read.result.network == expected.network && expected.network != nil)
        #expect(read.result.diagnostics.map(\.path) == expected.diagnostics.map(\.path))
    }
}
