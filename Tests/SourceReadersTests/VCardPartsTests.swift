import Foundations
import Testing

@testable import ContentLines
@testable import SourceReaders

@Suite struct VCardPartsTests {
    private func property(_ line: String) -> ContentProperty? {
        ContentProperty(.init(line: 1, bytes: Array(line.utf8)))
    }

    @Test func groupNameParametersAndValueComeApart() throws {
        let found = try #require(property("Item1.tel;TYPE=work,VOICE;PREF=2;X-A=\"a;b:c\":+1:2;3"))
        #expect(found.group == "item1")
        #expect(found.name == "TEL")
        #expect(found.types == ["work", "voice"])
        #expect(found.preference == 2)
        #expect(found.parameter("X-A") == "a;b:c")
        #expect(found.value == Array("+1:2;3".utf8))
        #expect(!found.isOldStyle)
    }

    @Test func namelessParametersAreTypesOrEncodings() throws {
        let found = try #require(property("TEL;HOME;Quoted-Printable;8BIT:1"))
        #expect(found.types == ["home"])
        #expect(found.encoding == .quotedPrintable)
        #expect(found.isOldStyle)
    }

    @Test(arguments: ["", "FN", ":x", "X Y:z", "a..b:c", "é:x", ";:", ".FN:x", " FN:x"])
    func whatIsNoPropertyIsNone(line: String) { #expect(property(line) == nil) }

    @Test func aQuoteThatIsNeverClosedEndsAtTheColon() throws {
        let found = try #require(property("TEL;X-A=\"b;c:555"))
        #expect(found.value == Array("555".utf8))
    }

    @Test(arguments: [
        ("a=3Db=C3=A9", "a=bé"), ("=", ""), ("a=", "a"), ("=G1=1", "=G1=1"), ("=3d", "="), ("==3D", "=="),
        ("=4", "=4"),
        ("", ""),
    ])
    func quotedPrintableIsDecoded(text: String, wanted: String) {
        #expect(TransferEncoding.quotedPrintable.decoded(text.utf8) == Array(wanted.utf8))
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"), ("Zm9vYmE=", "fooba"),
        ("Zm9vYmFy", "foobar"), ("Zm9v\r\n YmFy", "foobar"), ("Zm9vYg", "foob"), ("Zg==Zg==", "f"), ("Z", ""),
    ])
    func base64IsDecoded(text: String, wanted: String) {
        #expect(TransferEncoding.base64.decoded(text.utf8) == Array(wanted.utf8))
    }

    @Test(
        arguments: [
            (nil, [0xC3, 0xA9], "é", false), (nil, [0xE9], "é", false), ("utf-8", [0xE9], "\u{FFFD}", true),
            ("ISO-8859-1", [0x80, 0xE9], "€é", false), ("iso-8859-15", [0xA4], "€", false),
            ("KOI8-R", [0xC1], "а", false),
            ("shift_jis", [0x8E, 0x52], "山", false), ("shift_jis", [0x8E], "\u{FFFD}", true),
            ("x/../y", [0x41], "A", true),
            ("ISO-2022-KR", [0x41], "A", true), ("nothing", [0xE9], "é", true), ("", [0x41], "A", false),
            ("UTF-16", [], "", false),
        ] as [(String?, [UInt8], String, Bool)])
    func lettersAreThoseOfTheDeclaredCharset(name: String?, bytes: [UInt8], text: String, isDamaged: Bool) {
        let found = DeclaredCharset.text(bytes, name: name)
        #expect(found.text == text)
        #expect(found.isDamaged == isDamaged)
    }

    @Test func contentLinesKnowWhereTheyBegin() {
        var lines = ContentLines(
            Array("\u{FEFF}\n \nA:1\r\n 2\r\r\nB:=\r3\n\nC;BASE64:AA\nBB\n\nD;QUOTED-PRINTABLE:x= \n y".utf8))
        var found: [String] = []
        while let line = lines.next(keepsFoldSpace: false) {
            found.append("\(line.line) \(String(decoding: line.bytes, as: UTF8.self))")
        }
        #expect(found == ["3 A:12", "5 B:=", "6 3", "8 C;BASE64:AABB", "11 D;QUOTED-PRINTABLE:x y"])
    }

    @Test func picturesAreNotKept() {
        var lines = ContentLines(Array("PHOTO;ENCODING=b:AAAA\n BBBB\n CCCC\nitem1.LOGO:x\n y\nFN:z".utf8))
        var sizes: [Int] = []
        while let line = lines.next(keepsFoldSpace: false) { sizes.append(line.bytes.count) }
        #expect(sizes == [21, 12, 4])
    }

    @Test(
        arguments: [
            ("a@b.example", "a@b.example"), ("mailto:a@b.example", "a@b.example"),
            ("A <a@b.example>", "a@b.example"),
            ("\"x@y\" <a@b.example>", "a@b.example"), ("a", nil), ("@b", nil), ("a@", nil), ("a b@c", nil),
            ("", nil),
            ("<a@b.example>", "a@b.example"), ("CN=Jane/O=Acme", nil),
        ] as [(String, String?)])
    func addressesAreFoundInTheirText(text: String, wanted: String?) {
        #expect(ContactValues.email(text) == wanted)
    }

    @Test(arguments: [
        ("https://www.linkedin.com/in/jane", true), ("linkedin.com/in/jane", true),
        ("http://de.linkedin.com/pub/x", true),
        ("https://linkedin.com/company/acme", false), ("https://notlinkedin.com/in/jane", false),
        ("https://www.xing.com/profile/Jane", true), ("https://example.com/linkedin.com/in/x", false),
        ("", false),
    ])
    func profilePagesAreKnownByTheirAddress(url: String, isProfile: Bool) {
        #expect(ContactValues.isProfilePage(url) == isProfile)
    }

    @Test(arguments: [
        ("https://example.com", true), ("http://intranet/jane", true), ("example.com/jane", true),
        ("jane.hale", false),
        ("n/a", false), ("x-apple:jane", false), ("ftp://example.com/x", false), ("https://", false),
        ("https://example.com:8443/a", true), ("https://example.com/a b", false), ("", false),
    ])
    func pagesAreToldFromOtherTexts(text: String, isPage: Bool) {
        #expect(ContactValues.page(text) == (isPage ? text : nil))
    }

    @Test(arguments: [
        ("555-0100", true), ("٥٥٥", true), ("王三", false), ("call me", false), ("½", false), ("", false),
    ])
    func numbersHaveDigits(text: String, isNumber: Bool) {
        #expect((ContactValues.phone(text) != nil) == isNumber)
    }
}
