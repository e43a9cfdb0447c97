import Testing

@testable import Graphviz

@Suite("Text on its way into DOT")
struct DotTextTests {
    @Test(
        "Cleaning",
        arguments: [
            ("a\tb\r\nc\u{85}d\u{2028}e", "a b  c d e"),
            ("\u{0}\u{1}x\u{1F}\u{7F}\u{9F}", "x"),
            ("\u{FFFE}\u{FFFF}\u{1FFFE}y\u{FEFF}", "y"),
            ("\u{202E}evil\u{2066}!", "evil!"),
            ("👩‍👩‍👧 naïve שלום", "👩‍👩‍👧 naïve \u{2068}שלום\u{2069}"),
            ("\u{2068}שלום", "\u{2068}שלום\u{2069}"),
        ])
    func cleaning(text: String, cleaned: String) {
        #expect(DotText(text).cleaned == cleaned)
    }

    @Test(
        "No noncharacter is left",
        arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x10FFFE, 0x10FFFF] as [UInt32])
    func noncharacters(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(DotText("a\(scalar)b").cleaned == "ab")
    }

    @Test("Escapes for each place")
    func escapes() {
        let text = DotText(#"\N "a" & 'b' <c> &copy;"#)
        #expect(text.xml == #"\N &quot;a&quot; &amp; &#39;b&#39; &lt;c&gt; &amp;copy;"#)
        #expect(text.html == #"\\N &quot;a&quot; &amp; &#39;b&#39; &lt;c&gt; &amp;copy;"#)
        #expect(text.quoted == "\"" + text.html + "\"")
        #expect(DotText("]").html == "&#93;" && DotText("]").xml == "]")
    }

    @Test("However long a text is, what is written stays below the scanner's 16,384 bytes")
    func limit() {
        for text in ["\"", "é", "👩‍👩‍👧", "\\", "a"] {
            let long = DotText(String(repeating: text, count: 20_000))
            #expect(long.quoted.utf8.count < 16_384)
            #expect(long.cleaned.utf8.count <= DotText.longestInBytes + "…".utf8.count)
            #expect(long.cleaned.hasSuffix("…"))
        }
    }

    @Test(
        "Identifiers are names, and different texts have different ones",
        arguments: [
            ("p_ruth", "p_ruth"), ("José", "Jos.e9."), ("", "_.."), ("1a", "_..1a"), ("-", "_..-"),
            ("a.b", "a.2e.b"), ("a\"><script>", "a.22..3e..3c.script.3e."),
        ])
    func identifiers(text: String, identifier: String) {
        #expect(SVGIdentifier(text).rawValue == identifier)
    }

    @Test("Long identifiers stay apart")
    func longIdentifiers() {
        let stem = String(repeating: "x", count: 500)
        #expect(SVGIdentifier(stem + "1") != SVGIdentifier(stem + "2"))
        #expect(SVGIdentifier(stem).rawValue.utf8.count < 150)
    }

    @Test(
        "No other scheme than https and mailto",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " https://a.example", "http://a.example",
            "data:text/html,x", "file:///etc/passwd", "https://", "mailto:", "", "//a.example",
            "https://a.example/" + String(repeating: "x", count: 2_000),
        ])
    func refusedLinks(text: String) {
        #expect(DotLink(text) == nil)
    }

    @Test(
        "Links keep to the URL's alphabet",
        arguments: [
            ("https://a.example/b?c=d&e=f", "https://a.example/b?c=d&e=f"),
            ("HTTPS://a.example/", "https://a.example/"),
            ("mailto:ana@b.example", "mailto:ana@b.example"),
            (
                "https://a.example/\" onload='x'\\N<é>\n",
                "https://a.example/%22%20onload=%27x%27%5CN%3C%C3%A9%3E%0A"
            ),
        ])
    func links(text: String, address: String) {
        #expect(DotLink(text)?.address == address)
    }

    @Test(
        "Colours",
        arguments: [(0x0B63A5, 255, "#0B63A5"), (0, 0, "#00000000"), (0x1_FFFFFF, 204, "#FFFFFFCC")])
    func colors(rgb: UInt32, alpha: UInt8, written: String) {
        #expect(DotColor(rgb, alpha: alpha).hexadecimal == written)
    }
}
