import ReboundTestSupport
import SystemInterface
import Testing

@testable import Reporting

@Suite("Lines that fit a terminal")
struct TextBlockTests {
    @Test(
        "Characters take as many columns as a terminal gives them",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("王", 2), ("ｱ", 1), ("Ａ", 2), ("김", 2),
            ("\u{1100}\u{1161}", 2), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇫🇷", 2), ("❤️", 2), ("❤", 1),
            ("1️⃣", 2), ("नी", 2), ("\u{200B}", 0), ("…", 1), ("“", 1), ("→", 1), ("█", 1), ("〈", 2),
            ("\u{AD}", 1),
        ])
    func columnsOf(text: String, expected: Int) { #expect(columns(of: text) == expected) }

    @Test("Every line keeps to the width and no word is lost", arguments: [1, 2, 7, 20, 40, 80])
    func wrapsEverything(width: Int) {
        for text in HostileText.all.map(printable) {
            let lines = wrap(text, to: width)
            // A wide character cannot be made narrower than it is.
            let narrowest = text.map { columns(of: String($0)) }.max() ?? 0
            #expect(lines.allSatisfy { columns(of: $0) <= max(width, narrowest) }, "\(text)")
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }

    @Test func wrapsAtSpaces() {
        #expect(wrap("one two three", to: 7) == ["one two", "three"])
        #expect(wrap("one  two", to: 80) == ["one two"])
        #expect(wrap("", to: 10) == [""])
        #expect(wrap("   ", to: 10) == [""])
        #expect(wrap("exactly ten", to: 7) == ["exactly", "ten"])
        #expect(wrap("unbreakable", to: 4) == ["unbr", "eaka", "ble"])
        #expect(wrap("a unbreakable", to: 4) == ["a", "unbr", "eaka", "ble"])
        #expect(wrap("王小芳", to: 3) == ["王", "小", "芳"])
    }

    @Test("Text is cut or filled to exactly the width", arguments: [0, 1, 2, 3, 10, 80])
    func fits(width: Int) {
        for text in HostileText.all.map(printable) { #expect(columns(of: fitted(text, to: width)) == width) }
    }

    @Test func cutsWithAnEllipsis() {
        #expect(fitted("abc", to: 5) == "abc  ")
        #expect(fitted("abcdef", to: 4) == "abc…")
        #expect(fitted("王小芳", to: 4) == "王… ")
        #expect(fitted("abc", to: 3) == "abc")
    }

    @Test func printsNothingThatATerminalObeys() {
        for text in HostileText.all {
            let safe = printable(text)
            #expect(!safe.unicodeScalars.contains { $0.isObeyedByTerminals })
            #expect(safe.unicodeScalars.count == text.unicodeScalars.count)
        }
        #expect(printable("Zoë 王 👩‍👩‍👧") == "Zoë 王 👩‍👩‍👧")
    }

    @Test("A paragraph hangs under its margin, and colour takes no room")
    func hangs() {
        var block = TextBlock(style: TextStyle(width: 40, usesColor: true))
        block.wrapped("one two three four five six seven eight nine", after: "  do ", paint: .dim)
        #expect(
            block.text
                == "  do \u{1B}[2mone two three four five six seven\u{1B}[0m\n"
                + "     \u{1B}[2meight nine\u{1B}[0m\n")
        block.blank()
        block.blank()
        #expect(block.text.split(separator: "\n", omittingEmptySubsequences: false).count == 4)
        #expect(block.text.hasSuffix("\u{1B}[0m\n\n"))
    }

    @Test func aStyleIsAtLeastFortyWide() {
        #expect(TextStyle(width: 1).width == 40)
        #expect(TextStyle(width: 200).width == 200)
        #expect(TextStyle(usesColor: false).painted("x", .amber) == "x")
        #expect(TextStyle(usesColor: true).painted("", .amber) == "")
    }
}
