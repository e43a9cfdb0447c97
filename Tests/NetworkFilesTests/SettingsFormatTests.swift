import Foundations
import NetworkFiles
import ReboundTestSupport
import Testing

@Suite("Settings files")
struct SettingsFormatTests {
    static let format = SettingsFormat(
        name: "test-settings", version: 2, noun: "a test",
        settings: [
            Setting(path: ["loud"], kind: .flag, expected: "true or false") { $0 == 0 || $0 == 1 },
            Setting(path: ["wait", "days"], kind: .whole, expected: "a whole number from 0 to 30") {
                (0...30).contains($0)
            },
            Setting(path: ["wait", "deep", "share"], kind: .number, expected: "a number in [0, 1]") {
                (0...1).contains($0)
            },
            Setting(path: ["end"], kind: .number, expected: "a number") { $0.isFinite },
        ])

    private func read(_ text: String) -> SettingsFormat.Reading {
        Self.format.read(bytes: Array(text.utf8), file: "s.json")
    }

    private func body(_ fields: String) -> SettingsFormat.Reading {
        read(#"{"format": "test-settings", "version": 2\#(fields.isEmpty ? "" : ", ")\#(fields)}"#)
    }

    @Test("what is set is read, what is left out is not there")
    func values() {
        let reading = body(#""name": "mine", "note": "x", "loud": true, "wait": {"deep": {"share": 5e-1}}"#)
        #expect(reading.diagnostics == [])
        #expect(reading.name == "mine")
        #expect(reading.values == [["loud"]: 1, ["wait", "deep", "share"]: 0.5])
        #expect(body("").values == [:] && body("").diagnostics == [])
    }

    @Test("what is written is read again")
    func roundTrip() {
        let values: [[String]: Double] = [
            ["loud"]: 0, ["wait", "days"]: 7, ["wait", "deep", "share"]: 0.1, ["end"]: -1e-9,
        ]
        let bytes = Self.format.bytes(name: "a “name”\n") { values[$0]! }
        let reading = Self.format.read(bytes: bytes, file: "s.json")
        #expect(reading.diagnostics == [] && reading.values == values && reading.name == "a “name”\n")
        #expect(
            String(decoding: Self.format.bytes(name: "n") { values[$0]! }, as: UTF8.self) == """
                {
                  "format": "test-settings",
                  "version": 2,
                  "name": "n",
                  "loud": false,
                  "wait": {
                    "days": 7,
                    "deep": {
                      "share": 0.1
                    }
                  },
                  "end": -1e-09
                }

                """)
    }

    @Test(
        "every mistake is said with its place, what is expected and what to do",
        arguments: [
            (#""lowd": true"#, #"[field-unknown] lowd is not a field of a test"#, #"did you mean "loud"?"#),
            (
                #""wait": {"dais": 3}"#, "[field-unknown] wait.dais is not a field of wait",
                #"did you mean "days"?"#
            ),
            (#""days": 3"#, "[field-unknown] days is", "it belongs to the section wait"),
            (#""wait": {"loud": true}"#, "[field-unknown] wait.loud is", "it belongs to the top of the file"),
            (#""zzzzzz": 3"#, "[field-unknown] zzzzzz is", "remove it"),
            (
                #""wait": 3"#, "[type-mismatch] wait is the number 3; expected a section",
                "write it as expected"
            ),
            (#""loud": 1"#, "[type-mismatch] loud is the number 1; expected true or false", ""),
            (#""end": "3""#, #"[type-mismatch] end is "3"; expected a number"#, ""),
            (#""end": null"#, "[type-mismatch] end is null", "leave it out"),
            (#""wait": {"days": 31}"#, "expected a whole number from 0 to 30", "to have the default"),
            (#""wait": {"days": 1.5}"#, "[number-out-of-range] wait.days is the number 1.5", ""),
            (#""wait": {"days": 1e400}"#, "[number-out-of-range] wait.days is", ""),
            (#""end": 1e400"#, "[number-out-of-range] end is the number 1e400", ""),
            (#""end": 1, "end": 2"#, "[key-repeated] end is", "remove one"),
            (#""name": 7"#, "[type-mismatch] name is the number 7; expected text", ""),
        ])
    func mistakes(_ fields: String, _ message: String, _ hint: String) throws {
        let reading = body(fields)
        #expect(reading.diagnostics.count == 1)
        let text = try #require(reading.diagnostics.first).description
        #expect(text.hasPrefix("s.json:1:") && text.contains(message) && text.contains(hint), "\(text)")
    }

    @Test("all mistakes are told at once, in the order of the text, with their lines")
    func together() {
        let reading = read(
            """
            {
              "format": "test-settings", "version": 2,
              "loud": 3,
              "wait": {
                "days": -1, "x": {}
              }
            }
            """)
        #expect(reading.diagnostics.map(\.line) == [3, 5, 5])
        #expect(reading.diagnostics.map(\.path) == ["loud", "wait.days", "wait.x"])
    }

    @Test(
        "a file of another kind is refused with one finding",
        arguments: [
            ("[1]", "[format-unknown]"), (#"{"loud": 3}"#, "[format-unknown] format is missing"),
            (#"{"format": "rebound-network", "version": 1, "people": []}"#, "[format-unknown] format is"),
            (#"{"format": "test-settings", "loud": 3}"#, "[field-missing] version is missing"),
            (#"{"format": "test-settings", "version": 3, "new": 1}"#, "[version-unsupported] version is 3"),
            ("{", "[json-syntax]"), ("", "[file-empty]"),
        ])
    func otherFiles(_ text: String, _ message: String) {
        let reading = read(text)
        #expect(reading.diagnostics.count == 1 && reading.values == [:])
        #expect(reading.diagnostics.first?.description.contains(message) == true, "\(reading.diagnostics)")
    }

    @Test("values that contradict each other are asked about once each is right")
    func contradictions() {
        func read(_ fields: String) -> [Diagnostic] {
            let text = #"{"format": "test-settings", "version": 2, \#(fields)}"#
            return Self.format.read(bytes: Array(text.utf8), file: "s.json") { values in
                values[["end"]] == 3 ? .init(path: ["wait", "days"], expected: "less than end") : nil
            }.diagnostics
        }
        #expect(read(#""end": 2"#) == [])
        #expect(read(#""end": 3, "wait": {"days": 5}"#).map(\.path) == ["wait.days"])
        #expect(read(#""end": 3"#).map(\.found) == ["left at its default"])
        #expect(read(#""end": 3, "loud": 7"#).map(\.path) == ["loud"])
    }

    @Test("hostile names neither crash nor reach a terminal", arguments: HostileText.all)
    func hostile(_ text: String) {
        var json = JSONWriter()
        json.object { json in
            json.key("format")
            json.string("test-settings")
            json.key("version")
            json.integer(2)
            json.key("x" + text)
            json.string(text)
        }
        let reading = Self.format.read(bytes: json.bytes, file: "s.json")
        #expect(reading.diagnostics.count == 1)
        #expect(
            reading.diagnostics.allSatisfy { diagnostic in
                diagnostic.description.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            })
    }
}
