import Foundation
import MailFiles
import ReboundTestSupport
import Testing

/// Mails as bad programs, bad networks and bad people send them.
@Suite("What damaged mails mean")
struct MailMutationTests {
    /// A change of some bytes.
    private static let mutations: [@Sendable (inout SeededRandom, [UInt8]) -> [UInt8]] = [
        { random, bytes in Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))) },
        { random, bytes in Array(bytes.dropFirst(Int.random(in: 0...bytes.count, using: &random))) },
        { random, bytes in
            var bytes = bytes
            for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
                bytes.insert(
                    UInt8.random(in: 0...255, using: &random),
                    at: Int.random(in: 0..<bytes.count, using: &random))
            }
            return bytes
        },
        { random, bytes in
            bytes.map { byte in
                let isLetter = (65...90).contains(byte & 0xDF)
                return isLetter && random.unit() < 0.3 ? byte ^ 0x20 : byte
            }
        },
        { random, bytes in
            let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
            let place = Int.random(in: 0..<lines.count, using: &random)
            return Array(
                (lines[..<place] + [Array("> ".utf8)[...]] + lines[place...]).joined(separator: [10]))
        },
        { _, bytes in bytes.flatMap { $0 == 10 ? [13, 10] : [$0] } },
        { random, bytes in
            let start = Int.random(in: 0...bytes.count, using: &random)
            let end = Int.random(in: start...bytes.count, using: &random)
            return bytes + bytes[start..<end]
        },
    ]

    @Test("No damage makes a no of a mail without what decides", arguments: 0..<4)
    func damage(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for fixture in MailFixture.rejections() {
            let transfer = MailFixture.Transfer.allCases.randomElement(using: &random)!
            for mutation in Self.mutations {
                var bytes = mutation(&random, fixture.bytes(as: transfer, decides: false))
                if random.unit() < 0.3 {
                    bytes = Self.mutations.randomElement(using: &random)!(&random, bytes)
                }
                for mail in try HiringMail.all(path: "mail.eml", bytes: bytes) {
                    #expect(
                        mail.meaning.kind != .rejection,
                        "\(fixture.testDescription): \(mail.meaning.sentences)")
                }
            }
        }
    }

    @Test("Capitals and line ends make no difference", arguments: MailFixture.all)
    func spelling(_ fixture: MailFixture) throws {
        let kind = try fixture.read().meaning.kind
        let crlf = fixture.bytes().flatMap { $0 == 10 ? [13, 10] : [$0] }
        #expect(try MailFixture.mail(crlf).meaning.kind == kind)
        let loud = MailFixture.mail(["From: X <x@example.com>", "Subject: x"], fixture.text().uppercased())
        let quiet = MailFixture.mail(["From: X <x@example.com>", "Subject: x"], fixture.text().lowercased())
        #expect(try MailFixture.mail(loud).meaning.kind == MailFixture.mail(quiet).meaning.kind)
    }

    @Test("A no is found at any depth of parts, and not in a mail inside")
    func nesting() throws {
        let no = "Thank you for applying. Your application was unsuccessful."
        for depth in [1, 10, 300, 5_000] {
            var text = "From: X <x@example.com>\nSubject: x\n"
            for level in 0..<depth {
                text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
            }
            text += "Content-Type: text/plain\n\n\(no)\n"
            let kind = try MailFixture.mail(Array(text.utf8)).meaning.kind
            if depth <= 300 { #expect(kind == .rejection) }
        }
        let inside =
            "From: X <x@example.com>\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
            + "See below.\n--b\nContent-Type: message/rfc822\n\nFrom: Y <y@example.com>\nSubject: No\n\n\(no)\n--b--\n"
        #expect(try MailFixture.mail(Array(inside.utf8)).meaning.kind == .other)
    }

    @Test(
        "A long text of anything is read to its end",
        arguments: [
            "not ", "if you were not selected ", "\"", "<", "&", "<!--", "> ", "\n", "On Monday\n",
            "you were not selected. ", "(", "a", "é ",
            "<blockquote>", "\u{301}", "your application ", "From: a\nDate: b\n", "“", ". ",
        ])
    func length(_ piece: String) throws {
        let text = String(repeating: piece, count: 250_000 / piece.utf8.count)
        for transfer in [MailFixture.Transfer.plain, .html] {
            let mail = try MailFixture.mail(
                MailFixture.mail(["From: X <x@example.com>", "Subject: x"], text, as: transfer))
            #expect(mail.meaning.sentences.count <= 4)
        }
    }
}
