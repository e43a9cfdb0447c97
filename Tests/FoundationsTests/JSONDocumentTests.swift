import ReboundTestSupport
import Testing

@testable import Foundations

@Suite struct JSONDocumentTests {
    @Test(.enabled(if: Corpora.folder != nil))
    func agreesWithTheTestSuite() throws {
        let folder = "JSONTestSuite/test_parsing"
        let names = Corpora.files(in: folder)
        #expect(names.count > 300)
        for name in names {
            let bytes = try FileBytes.read(path: Corpora.path("\(folder)/\(name)"))
            let isAccepted = (try? JSONDocument(bytes)) != nil
            if name.hasPrefix("y_") { #expect(isAccepted, "\(name)") }
            if name.hasPrefix("n_") { #expect(!isAccepted, "\(name)") }
        }
    }

    @Test func keepsTheOrderAndTheValues() throws {
        let text = #" {"b": [1, -2.5e3, "x\n\u00e9\ud83d\ude00\/", true, false, null, {}], "a": {"c": []}} "#
        let document = try JSONDocument(Array(text.utf8))
        let keys = document.children(of: 0).filter { document.kind(of: $0) == .key }
        #expect(keys.map { document.string(of: $0) } == ["b", "a"])
        let list = try #require(document.value(of: "b", in: 0))
        let values = Array(document.children(of: list))
        #expect(
            values.map { document.kind(of: $0) } == [
                .number, .number, .string, .true, .false, .null, .object,
            ])
        #expect(document.integer(of: values[0]) == 1)
        #expect(document.double(of: values[1]) == -2500)
        #expect(document.integer(of: values[1]) == -2500)
        #expect(document.string(of: values[2]) == "x\né😀/")
        #expect(document.repeatedKeys.isEmpty)
    }

    @Test(arguments: [
        ("1", 1), ("1.0", 1), ("1e2", 100), ("-0", 0), ("1.5", nil), ("1e99", nil),
        ("9223372036854775807", Int.max), ("9223372036854775808", nil),
    ])
    func integersAreExact(text: String, value: Int?) throws {
        #expect(try JSONDocument(Array(text.utf8)).integer(of: 0) == value)
    }

    @Test func pathsNameEveryNode() throws {
        let document = try JSONDocument(Array(#"{"a": [{"b": 1}, {"c d": [2, 3]}], "": 4}"#.utf8))
        func paths(_ node: Int) -> [String] {
            [document.path(to: node)] + document.children(of: node).flatMap { paths($0) }
        }
        #expect(
            paths(0) == [
                "", "a", "a", "a[0]", "a[0].b", "a[0].b", "a[1]", "a[1][\"c d\"]", "a[1][\"c d\"]",
                "a[1][\"c d\"][0]", "a[1][\"c d\"][1]", "[\"\"]", "[\"\"]",
            ])
    }

    /// However the nodes are asked for: rising, falling, and again.
    @Test func waysThatGoOnFromTheLastOneLeadToTheSamePlaces() throws {
        let document = try JSONDocument(
            Array(#"[[1, [2, {"a": [3, 4]}], 5], {"b": [6, [7]]}, [[8, 9], [10]]]"#.utf8))
        func nodes(_ node: Int) -> [Int] { [node] + document.children(of: node).flatMap { nodes($0) } }
        let all = nodes(0)
        var places = JSONDocument.ListPlaces()
        for node in all + all.reversed() + all {
            #expect(document.path(to: node, after: &places) == document.path(to: node))
        }
    }

    @Test func findsRepeatedKeysHoweverTheyAreWritten() throws {
        let many = (0..<40).map { "\"k\($0)\": {\"x\": 1, \"x\": 2}" }.joined(separator: ",")
        let document = try JSONDocument(
            Array(#"{"a": 1, "\u0061": 2, "b": {"c": 1, "d": 2, "c": 3}, "e": {\#(many), "k7": 0}}"#.utf8))
        let paths = document.repeatedKeys.map { document.path(to: $0) }
        #expect(paths == ["a", "b.c"] + (0..<40).map { "e.k\($0).x" } + ["e.k7"])
    }

    @Test func anEmptyKeyIsNoOtherKey() throws {
        let document = try JSONDocument(Array(#"{"": 1, "a": 2}"#.utf8))
        #expect(document.value(of: "a", in: 0).flatMap { document.integer(of: $0) } == 2)
        #expect(document.value(of: "", in: 0).flatMap { document.integer(of: $0) } == 1)
        #expect(document.value(of: "b", in: 0) == nil)
    }

    @Test func acceptsExactlyTheAllowedDepth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try JSONDocument(nested(JSONDocument.maximumDepth))
        let error = #expect(throws: JSONSyntaxError.self) {
            try JSONDocument(nested(JSONDocument.maximumDepth + 1))
        }
        #expect(error?.identifier == .tooDeep)
        #expect(error?.offset == JSONDocument.maximumDepth)
    }

    @Test(arguments: [
        ("{\n  \"a\": 1,\n}", 3, 1), ("{\r\n  \"a\": 1,\r\n}", 3, 1), ("{\r  \"a\": 1,\r}", 3, 1),
        ("[\"é\u{1F600}\", x]", 1, 8), ("\u{FEFF}[x]", 1, 2), ("[1", 1, 3), ("[\"\n\"]", 1, 3),
    ])
    func errorsNameLineAndColumn(text: String, line: Int, column: Int) throws {
        let bytes = Array(text.utf8)
        let error = try #require(throws: JSONSyntaxError.self) { try JSONDocument(bytes) }
        let diagnostic = error.diagnostic(file: "x", bytes: bytes)
        #expect([diagnostic.line, diagnostic.column] == [line, column])
    }

    @Test func readsALongTextCutAnywhereWithoutCrashing() throws {
        let bytes = Array(#"{"a": [1.5e-3, "\u00e9\ud83d\ude00é", true, null, {"b": -0}], "c": "\\"}"#.utf8)
        _ = try JSONDocument(bytes)
        for length in 0..<bytes.count {
            #expect(throws: JSONSyntaxError.self) { try JSONDocument(Array(bytes[..<length])) }
        }
    }
}
