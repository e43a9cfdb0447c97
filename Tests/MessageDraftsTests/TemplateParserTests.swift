import Foundations
import MessageDrafts
import ReboundTestSupport
import Testing

@Suite("Templates as files")
struct TemplateParserTests {
    @Test("the standard templates are read back as they are, from one file and from several")
    func standard() {
        let (templates, diagnostics) = TemplateParser.read(
            bytes: Array(StandardTemplates.text.utf8), file: "all.txt")
        #expect(diagnostics == [])
        func bare(_ templates: [MessageTemplate]) -> [MessageTemplate] {
            templates.map { template in
                var template = template
                (template.file, template.line) = (nil, 0)
                return template
            }
        }
        #expect(bare(templates) == bare(StandardTemplates.all))
        let several = StandardTemplates.files.flatMap { file in
            TemplateParser.read(bytes: Array(file.text.utf8), file: file.name).templates
        }
        #expect(bare(several) == bare(StandardTemplates.all))
        // Lines may end as they do on other systems, and a mark may stand first.
        let foreign = [0xEF, 0xBB, 0xBF] + Array(StandardTemplates.text.replacing("\n", with: "\r\n").utf8)
        #expect(bare(TemplateParser.read(bytes: foreign, file: "w").templates) == bare(StandardTemplates.all))
    }

    @Test("every fact is used by a template or explained in the head")
    func slots() {
        for slot in DraftSlot.allCases {
            #expect(StandardTemplates.text.contains("#   \(slot.rawValue) "), "\(slot)")
            #expect(!slot.meaning.isEmpty)
        }
    }

    @Test(
        "a mistake is told with its line, its column and what mends it",
        arguments: [
            (
                "== R1.thank-yu anyone email\nSubject: x\n\nHi\n", "t.txt:1:4: error: [value-unknown]",
                "“R1.thank-you”"
            ),
            (
                "== R1.thank-you boss email\nSubject: x\n\nHi\n", "t.txt:1:17: error: [value-unknown]",
                "hiring-manager"
            ),
            (
                "== R1.thank-you anyone fax\n\nHi\n", "t.txt:1:24: error: [value-unknown]",
                "email, message, call"
            ),
            (
                "== R1.thank-you anyone\n\nHi\n", "t.txt:1:1: error: [template-syntax]",
                "== R1.thank-you anyone email"
            ),
            ("\nHi\n", "t.txt:2:1: error: [template-syntax]", "a heading"),
            ("== R1.thank-you anyone email\n\nHi\n", "t.txt:1: error: [field-missing]", "Subject:"),
            (
                "== R1.thank-you anyone message\n\n \n\n", "t.txt:1: error: [text-blank]",
                "the text of a message"
            ),
            (
                "== R1.thank-you anyone message\n\nHi {{ first_nam }}\n", "t.txt:3:4: error: [value-unknown]",
                "{{ first_name }}"
            ),
            ("== R1.thank-you anyone message\n\nHi {{ role\n", "t.txt:3:4: error: [template-syntax]", "}}"),
            (
                "== R1.thank-you anyone message\n\nHi [[ {{ role }}\n", "t.txt:3:4: error: [template-syntax]",
                "]]"
            ),
            (
                "== R1.thank-you anyone message\n\nä ]] x\n", "t.txt:3:3: error: [template-syntax]",
                "before it"
            ),
            (
                "== R1.thank-you anyone message\n\n[[ [[ x ]] ]]\n", "t.txt:3:4: error: [template-syntax]",
                "within"
            ),
            (
                "== R1.thank-you anyone message\nLimit: 0 characters\n\nHi\n",
                "t.txt:2:1: error: [number-invalid]", "200 characters"
            ),
            (
                "== R1.thank-you anyone message\nColor: red\n\nHi\n", "t.txt:2:1: error: [field-unknown]",
                "Subject"
            ),
            (
                "== R1.thank-you anyone message\nLimit: 3 characters\n\nHi you\n",
                "t.txt:1: error: [number-out-of-range]", "at most 3"
            ),
            (
                "== R1.thank-you anyone email\nSubject: {{ rol }}\n\nHi\n",
                "t.txt:2:10: error: [value-unknown]", "{{ role }}"
            ),
            ("# only a comment\n", "t.txt:1: error: [file-empty]", "rebound policy templates -o"),
            ("", "t.txt:1: error: [file-empty]", "rebound policy templates -o"),
        ])
    func mistakes(text: String, place: String, words: String) {
        let (_, diagnostics) = TemplateParser.read(bytes: Array(text.utf8), file: "t.txt")
        let first = diagnostics.first.map { "\($0)" } ?? ""
        #expect(first.hasPrefix(place), "\(first)")
        #expect(first.contains(words), "\(first)")
    }

    @Test("a long skeleton is refused for an e-mail, unless it says that it is to be long")
    func tooLong() {
        let words = String(repeating: "word ", count: 121)
        func read(_ limit: String) -> [Diagnostic] {
            TemplateParser.read(
                bytes: Array("== R1.thank-you anyone message\n\(limit)\n\(words)\n".utf8), file: "t"
            ).diagnostics
        }
        #expect(read("").map(\.identifier) == [.numberOutOfRange])
        #expect(read("Limit: 130 words\n") == [])
    }

    @Test("no bytes crash the reader")
    func hostile() {
        let good = Array(StandardTemplates.text.utf8)
        var random = SeededRandom(seed: 7)
        func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
        for round in 0..<300 {
            var bytes = good
            switch round % 3 {
            case 0: bytes = Array(bytes.prefix(number(below: bytes.count)))
            case 1:
                for _ in 0..<20 { bytes[number(below: bytes.count)] = UInt8(number(below: 256)) }
            default: bytes = Array(HostileText.all[number(below: HostileText.all.count)].utf8) + bytes
            }
            let (templates, diagnostics) = TemplateParser.read(bytes: bytes, file: "t")
            #expect(!templates.isEmpty || !diagnostics.isEmpty)
        }
        #expect(
            TemplateParser.read(bytes: [0xFF, 0xFE, 0x41, 0], file: "t").diagnostics.map(\.identifier)
                == [.encodingInvalid])
    }
}
