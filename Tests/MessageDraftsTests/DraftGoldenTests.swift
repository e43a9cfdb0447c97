import Foundation
import Foundations
import MessageDrafts
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Drafts for every rule, kind of contact and channel")
struct DraftGoldenTests {
    static let rules = TemplateCatalog().rules

    @Test("each is as recorded", arguments: rules)
    func golden(of rule: Rule) throws {
        let analysis = try Everyone.analysis()
        var text = "\(rule.words.title) (\(rule.rawValue)): \(rule.words.says)\n"
        for channel in TemplateCatalog().channels(for: rule) {
            for (kind, person) in Everyone.people {
                text += "\n======== \(kind.rawValue) · \(channel.rawValue)\n"
                let request = DraftRequest(
                    to: person, ruleName: rule.rawValue, channel: channel, words: Everyone.words)
                do {
                    let draft = try analysis.draft(request, sharing: analysis)
                    text += draft.text + (draft.inReplyTo.map { "\n(answers <\($0)>)\n" } ?? "")
                    // Whoever is told that it went well is thanked as one who helped.
                    #expect(draft.kind == kind || draft.kind == .referrer, "\(rule) \(kind)")
                    #expect(!draft.text.contains("{{") && !draft.text.contains("[["))
                    #expect(draft.characters <= draft.characterLimit ?? .max)
                } catch {
                    text += error.explanation(today: Everyone.asOf.day) + "\n"
                }
            }
        }
        let path = Everyone.folder + "Drafts/\(rule.rawValue).txt"
        if getenv("REBOUND_RECORD") != nil {
            try AtomicFile.write(Array(text.utf8), to: path, sparing: ProtectedFiles())
        }
        #expect(try String(decoding: FileBytes.read(path: path), as: UTF8.self) == text)
    }

    @Test("every rule that gets in touch with someone has templates, and no other")
    func everyRuleHasTemplates() {
        // Feedback is asked for in the call about the no, and has no message of its own.
        let silent = Rule.allCases.filter { $0.kind == .record } + [.feedback]
        #expect(Self.rules == Rule.allCases.filter { !silent.contains($0) })
        for rule in Self.rules {
            let channels = TemplateCatalog().channels(for: rule)
            #expect(channels.contains(.email) && channels.contains(.message), "\(rule)")
            #expect(channels.contains(.call) || rule == .connect, "\(rule)")
        }
    }

    @Test("each draft is made for at least one kind of contact in each channel", arguments: rules)
    func someoneGetsIt(rule: Rule) throws {
        let analysis = try Everyone.analysis()
        for channel in TemplateCatalog().channels(for: rule) {
            let drafts = Everyone.people.compactMap { person in
                try? analysis.draft(
                    DraftRequest(
                        to: person.id, ruleName: rule.rawValue, channel: channel, words: Everyone.words),
                    sharing: analysis)
            }
            #expect(!drafts.isEmpty, "\(rule) \(channel)")
            // A skeleton is short.
            for draft in drafts {
                #expect(draft.body.split(whereSeparator: \.isWhitespace).count <= 120, "\(draft.body)")
            }
        }
    }
}
