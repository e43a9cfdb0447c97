import Foundation
import MailFiles
import Testing

/// An invented mail with what it means.
///
/// The files in `Fixtures` have one a language. A line `=== rejection interview finalist filled` begins a mail and says what it
/// is; its header and its text follow. What stands between `{{` and `}}` decides. The field X-As says how the text travels.
struct MailFixture: Sendable, CustomTestStringConvertible {
    let language: MailLanguage
    /// Its number in the file, from 1.
    let number: Int
    let kind: MailMeaning.Kind
    /// What else is to be known of it: `interview`, `finalist`, `filled`.
    let marks: Set<String>
    private let header: [String]
    private let marked: String
    private let transfer: Transfer

    /// How a text can travel in a mail.
    enum Transfer: String, CaseIterable {
        case plain, latin1, base64, html, both
    }

    var testDescription: String { "\(language.rawValue) \(number)" }

    static let all = MailLanguage.allCases.flatMap(read)

    static func rejections() -> [MailFixture] { all.filter { $0.kind == .rejection } }

    private static func read(_ language: MailLanguage) -> [MailFixture] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/\(language.rawValue).txt")
        let text = try! String(contentsOf: file, encoding: .utf8)
        return text.split(separator: "=== ").enumerated().map { index, mail in
            MailFixture(language, index + 1, mail)
        }
    }

    private init(_ language: MailLanguage, _ number: Int, _ mail: Substring) {
        let lines = mail.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let words = lines[0].split(separator: " ").map(String.init)
        let end = lines.firstIndex(of: "")!
        let fields = lines[1..<end]
        self.language = language
        self.number = number
        kind = MailMeaning.Kind(rawValue: words[0])!
        marks = Set(words.dropFirst())
        transfer =
            fields.first { $0.hasPrefix("X-As: ") }.map { Transfer(rawValue: String($0.dropFirst(6)))! }
            ?? .plain
        var header = fields.filter { !$0.hasPrefix("X-As: ") }
        if !header.contains(where: { $0.hasPrefix("To: ") }) {
            header.append("To: Mia Brand <mia@example.com>")
        }
        self.header =
            header + [
                "Date: Fri, 3 Apr 2026 10:00:00 +0200",
                "Message-ID: <\(language.rawValue)-\(number)@example.com>",
            ]
        marked = lines[(end + 1)...].joined(separator: "\n")
    }

    /// The text as its reader sees it.
    /// - Parameter decides: Whether with what decides.
    func text(decides: Bool = true) -> String {
        Self.unmarked(marked, decides)
    }

    private static func unmarked(_ text: String, _ decides: Bool) -> String {
        decides
            ? text.replacing("{{", with: "").replacing("}}", with: "")
            : text.replacing(/(?s)\{\{.*?\}\}/, with: "")
    }

    /// The mail as it arrives.
    func bytes(as transfer: Transfer? = nil, decides: Bool = true) -> [UInt8] {
        Self.mail(
            header.map { Self.encoded(Self.unmarked($0, decides)) }, text(decides: decides),
            as: transfer ?? self.transfer)
    }

    /// A mail of a header and a text.
    static func mail(_ header: [String], _ text: String, as transfer: Transfer = .plain) -> [UInt8] {
        func lines(_ base64: Data) -> String { base64.base64EncodedString(options: .lineLength76Characters) }
        let page =
            "<html><head><title>x</title><style>p { color: red }</style></head><body><table><tr><td>"
            + text.split(separator: "\n\n").map { paragraph in
                "<p>"
                    + paragraph.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
                        "é", with: "&eacute;"
                    )
                    .replacing("ü", with: "&#252;").replacing("\n", with: "<br>\n") + "</p>"
            }.joined() + "</td></tr></table></body></html>"
        let (fields, body): ([String], [UInt8]) =
            switch transfer {
            case .plain:
                (
                    ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"],
                    Array(text.utf8)
                )
            case .latin1:
                (
                    ["Content-Type: text/plain; charset=windows-1252", "Content-Transfer-Encoding: 8bit"],
                    Array(text.data(using: .windowsCP1252, allowLossyConversion: true)!)
                )
            case .base64:
                (
                    ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"],
                    Array(lines(Data(text.utf8)).utf8)
                )
            case .html:
                (
                    ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64"],
                    Array(lines(Data(page.utf8)).utf8)
                )
            case .both:
                (
                    ["Content-Type: multipart/alternative; boundary=part"],
                    Array(
                        ("--part\nContent-Type: text/plain; charset=utf-8\n\n\(text)\n--part\nContent-Type: text/html; charset=utf-8\n\n"
                            + page + "\n--part--\n").utf8)
                )
            }
        return Array((header + ["MIME-Version: 1.0"] + fields).map { $0 + "\n" }.joined().utf8) + [10] + body
    }

    /// A field of the header with its text as RFC 2047 has it.
    private static func encoded(_ field: String) -> String {
        guard !field.utf8.allSatisfy({ $0 < 0x80 }), let colon = field.firstIndex(of: ":") else {
            return field
        }
        let value = field[field.index(after: colon)...].drop { $0 == " " }
        let text = value.prefix { $0 != "<" }
        return
            "\(field[...colon]) =?utf-8?B?\(Data(text.utf8).base64EncodedString())?= \(value[text.endIndex...])"
    }

    /// What a mail is taken for.
    static func mail(_ bytes: [UInt8]) throws -> HiringMail {
        try #require(try HiringMail.all(path: "mail.eml", bytes: bytes).first)
    }

    func read(as transfer: Transfer? = nil, decides: Bool = true) throws -> HiringMail {
        try Self.mail(bytes(as: transfer, decides: decides))
    }
}
