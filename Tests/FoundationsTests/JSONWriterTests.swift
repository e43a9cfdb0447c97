import Foundations
import Testing

@Suite struct JSONWriterTests {
    @Test func writesLinesAndInlineContainers() {
        var json = JSONWriter()
        json.object { json in
            json.key("a")
            json.array(.inline) { json in
                json.integer(1)
                json.array { $0.bool(true) }
                json.object { json in
                    json.key("b")
                    json.bool(false)
                }
            }
            json.key("c")
            json.object { _ in }
            json.key("d")
            json.array { json in
                json.string("x")
                json.double(0.1)
            }
        }
        json.endLine()
        let expected = """
            {
              "a": [1, [true], {"b": false}],
              "c": {},
              "d": [
                "x",
                0.1
              ]
            }

            """
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test func everyScalarComesBack() throws {
        let scalars = (0...0x10FFFF).filter {
            $0 < 0x800 || $0 % 257 == 0 || (0x1F600..<0x1F650).contains($0)
        }
        let text = String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
        var json = JSONWriter()
        json.string(text)
        let document = try JSONDocument(json.bytes)
        #expect(document.string(of: 0).utf8.elementsEqual(text.utf8))
    }

    @Test(arguments: [0.1, 1e-7, 1e300, .leastNonzeroMagnitude, 1.0 / 3, 123_456_789.125, -0.0])
    func numbersComeBackExactly(value: Double) throws {
        var json = JSONWriter()
        json.double(value)
        #expect(try JSONDocument(json.bytes).double(of: 0).bitPattern == value.bitPattern)
    }

    @Test func takesInWhatIsJSONAlready() {
        var json = JSONWriter()
        json.object(.inline) { json in
            json.key("a")
            json.json(#"{"b":[1]}"#.utf8)
            json.key("c")
            json.json("null".utf8)
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a": {"b":[1]}, "c": null}"#)
    }
}
