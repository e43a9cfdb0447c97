import Foundation
import MailFiles
import Testing

@Suite("What mails mean")
struct MailMeaningTests {
    /// What would be acted upon.
    private static let decided: [MailMeaning.Kind] = [.rejection, .invitation, .receipt]

    @Test("No mail is taken for a decision that it is not", arguments: MailFixture.all)
    func precision(_ fixture: MailFixture) throws {
        let meaning = try fixture.read().meaning
        #expect(
            meaning.kind == fixture.kind || !Self.decided.contains(meaning.kind),
            "taken for \(meaning.kind.rawValue) by \(meaning.sentences), is \(fixture.kind.rawValue)")
        if meaning.kind == .rejection {
            #expect(meaning.isAfterInterview == fixture.marks.contains("interview"))
            #expect(meaning.isFinalist == fixture.marks.contains("finalist"))
            #expect(meaning.isFilled == fixture.marks.contains("filled"))
            #expect(meaning.language == fixture.language)
            #expect(!meaning.sentences.isEmpty)
        }
    }

    @Test("A mail without what decides is no decision", arguments: MailFixture.all)
    func nothingDecides(_ fixture: MailFixture) throws {
        guard fixture.kind == .rejection || fixture.kind == .invitation else { return }
        let kind = try fixture.read(decides: false).meaning.kind
        #expect(kind != fixture.kind)
        #expect(kind != .rejection)
    }

    @Test("How a mail travels makes no difference", arguments: MailFixture.all)
    func transfers(_ fixture: MailFixture) throws {
        let meaning = try fixture.read(as: .plain).meaning
        for transfer in MailFixture.Transfer.allCases {
            let other = try fixture.read(as: transfer).meaning
            #expect(other.kind == meaning.kind, "\(transfer)")
            #expect(
                other.isFinalist == meaning.isFinalist && other.isAfterInterview == meaning.isAfterInterview)
        }
    }
}

@Suite("The page on what mails mean")
struct MailMeaningPageTests {
    private static let page = URL(filePath: #filePath).appending(
        path: "../../../Sources/MailFiles/MailFiles.docc/MailMeaning.md"
    ).standardized

    /// The rows of the table, one a language.
    private func rows() throws -> [String] {
        try MailLanguage.allCases.map { language in
            let mails = try MailFixture.all.filter { $0.language == language }.map {
                ($0, try $0.read().meaning.kind)
            }
            func recall(_ kinds: [MailMeaning.Kind], of said: [MailMeaning.Kind]) -> String {
                let all = mails.filter { kinds.contains($0.0.kind) }
                return "\(all.count { said.contains($0.1) }) of \(all.count)"
            }
            let wrong = mails.count {
                $0.0.kind != $0.1 && [.rejection, .invitation, .receipt].contains($0.1)
            }
            for (fixture, kind) in mails
            where fixture.kind != kind && ![.other, .noise].contains(fixture.kind) {
                print(
                    "missed: \(fixture.testDescription), \(fixture.kind.rawValue), taken for \(kind.rawValue)"
                )
            }
            return [
                language.rawValue.capitalized, "\(mails.count)", recall([.rejection], of: [.rejection]),
                recall([.invitation], of: [.invitation]), recall([.receipt], of: [.receipt]),
                recall([.noise], of: [.noise]),
                recall([.other], of: [.other, .unclear]), "\(wrong)",
            ].joined(separator: " | ")
        }
    }

    @Test("It has the table of what succeeds; REBOUND_RECORD=1 writes it anew")
    func table() throws {
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("| Language") }) + 2
        let end = try #require(lines[start...].firstIndex { !$0.hasPrefix("|") })
        lines.replaceSubrange(start..<end, with: try rows().map { "| \($0) |" })
        let expected = lines.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["REBOUND_RECORD"] != nil {
            try Data(expected.utf8).write(to: Self.page)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == expected)
    }
}
