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
