import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

@testable import NetworkEditing
@testable import Playbook
@testable import Reporting

@Suite("What recording and importing answer")
struct RecordingTextTests {
    private let today = CalendarDay("2026-04-10" as String)!
    private let style = TextStyle(width: 80, usesColor: false)

    private func step(_ person: PersonID, inDays days: Int) -> DueStep {
        DueStep(
            person: person, rule: .call, opportunity: nil, related: nil, since: today, earliest: today,
            due: today + days, action: .init(.call, "Call", say: "Hello"))
    }

    private func network(_ name: String) -> ReferralNetwork {
        ReferralNetwork(
            seeker: "me", people: [Person(id: "me", name: "Me"), Person(id: "dan", name: name)],
            companies: [Company(id: "acme", name: name), Company(id: "tarn", name: "Tarn & Sons")])
    }

    private func text(_ edit: Edit, due: [DueStep] = [], name: String = "Dan", isRehearsal: Bool = false)
        -> String
    {
        EditText(edit, due: due, in: network(name), today: today, isRehearsal: isRehearsal).rendered(
            in: style)
    }

    @Test("An edit says what changed, that nothing was written, and the first of what is due")
    func edits() {
        let edit = Edit(changes: ["One", "Two"], people: ["dan"], summary: "Sum")
        #expect(text(edit) == "One\nTwo\n")
        #expect(text(edit, isRehearsal: true) == "One\nTwo\nNothing was written (--dry-run).\n")
        #expect(
            text(edit, due: [step("dan", inDays: 0), step("gone", inDays: 3)])
                == "One\nTwo\n\nDue next\n  Dan: call · today\n"
                + "  gone: call · Mon 13 Apr (in 3 days)\n")
        let many = text(edit, due: (0..<9).map { step("dan", inDays: $0) })
        #expect(many.hasSuffix("  and 3 more\n"))
        let nothing = Edit(changes: [], people: [], summary: "Sum")
        #expect(text(nothing) == "Sum: already on record\n")
    }

    private func report(_ change: (inout ImportReport) -> Void) -> ImportReport {
        var records = SourceRecords(format: .linkedIn, path: "archive.zip")
        records.asOf = today
        var tally = SourceTally(file: "Connections.csv")
        tally.read = 3
        tally.skipped = [
            .init(line: 4, reason: "no name"), .init(line: 7, reason: "a draft"),
            .init(line: 9, reason: "no name"),
        ]
        records.tallies = [tally]
        var report = ImportReport(of: records)
        change(&report)
        return report
    }

    private func text(_ report: ImportReport, name: String = "Dan", listsRows: Bool = false) -> String {
        ImportText(report, in: network(name), today: CalendarDay("2026-04-10")!, listsRows: listsRows)
            .rendered(in: style)
    }

    @Test("An import counts what is new and known, and what was skipped by reason")
    func imports() {
        let nothing = report { $0.unchangedPeople = 2 }
        #expect(
            text(nothing) == """
                archive.zip (LinkedIn archive as of Fri 10 Apr 2026)
                  2 known people
                  nothing new
                  Connections.csv: 3 read; 2 skipped: no name; 1 skipped: a draft

                """)
        let full = report {
            $0.newPeople = ["dan"]
            $0.updatedPeople = ["me", "dan"]
            $0.newInteractions = 1
            $0.knownInteractions = 2
            ($0.newCompanies, $0.newOpportunities, $0.newTies, $0.newInferredTies) = (1, 2, 1, 2)
            ($0.updatedOpportunities, $0.updatedTies) = (1, 2)
            $0.unused = [
                UnusedRecord(place: SourcePlace(file: "messages.csv", line: 5), reason: .ambiguous)
            ]
            $0.doubtfulPairs = [
                DoubtfulPair(first: "me", second: "dan", reasons: [.sameName], confidence: 0.4)
            ]
        }
        #expect(
            text(full, listsRows: true) == """
                archive.zip (LinkedIn archive as of Fri 10 Apr 2026)
                  1 new person, 2 updated people
                  1 new message or talk, 2 known messages and talks
                  1 new company, 2 new opportunities, 1 new tie, 2 inferred ties
                  1 updated opportunity, 2 updated ties
                  Connections.csv: 3 read; 2 skipped: no name; 1 skipped: a draft
                    Connections.csv:4: no name
                    Connections.csv:7: a draft
                    Connections.csv:9: no name
                  1 not used: several people of this name
                    messages.csv:5
                  note: 1 pair of people may be one person; `rebound duplicates` lists them

                """)
    }

    @Test("What the user should know of an import is said in words, the first twelve of it")
    func findings() {
        let some = text(
            report {
                $0.findings = [
                    .changedEmployer("dan", from: "tarn", to: "acme", isStar: true),
                    .changedTitle("dan", from: "Clerk", to: "Buyer", isStar: false),
                    .contradictedEmployer("dan", known: "tarn", said: "Fenwick"),
                    .foreignOwner(name: "Theo Brandt"),
                ]
            }, name: "Dan")
        let said = some.split(separator: /\s+/).joined(separator: " ")
        for words in [
            "note: Dan moved from Tarn & Sons to Dan: congratulate · R1.follow-star",
            "note: Dan was “Clerk” and is “Buyer”",
            "according to your network, and at Fenwick according to this file",
            "note: this belongs to Theo Brandt, who does not seem to be you",
        ] { #expect(said.contains(words), "\(said)") }
        let many = text(report { $0.findings = Array(repeating: .foreignOwner(name: "X"), count: 20) })
        #expect(many.contains("note: and 8 more"))
    }

    @Test("The summary for programs has the same numbers")
    func summary() throws {
        let report = report {
            $0.newPeople = ["dan"]
            ($0.updatedOpportunities, $0.updatedTies) = (1, 2)
        }
        let source = ImportSummary.Source(report)
        #expect(source.path == "archive.zip" && source.format == "linkedin" && source.asOf == today)
        #expect(source.newPeople == 1 && source.updatedTies == 2 && source.updatedOpportunities == 1)
        #expect(
            source.files == [
                .init(file: "Connections.csv", read: 3, skipped: ["no name": 2, "a draft": 1])
            ])
        let json = try StableJSON.text(of: ImportSummary(entry: nil, networks: [], sources: [source]))
        #expect(!json.contains("entry"))
    }

    @Test("Pairs are listed with their reasons and the commands that settle them, as many as wanted")
    func pairs() {
        func text(_ count: Int, limit: Int = .max) -> String {
            let pair = DoubtfulPair(
                first: "dan", second: "gone", reasons: [.sameNameAndCompany, .samePhone], confidence: 0.95)
            return DuplicatesText(Array(repeating: pair, count: count), in: network("Dan"), limit: limit)
                .rendered(in: style)
        }
        #expect(text(0) == "No two people look alike.\n")
        #expect(
            text(1) == """
                Dan (dan) and gone (gone)
                  95%: same name and company, same phone
                  rebound merge dan gone
                  rebound keep-apart dan gone

                """)
        #expect(text(5, limit: 2).hasSuffix("and 3 more\n"))
    }

    @Test("No text of a network or a source breaks the lines or commands the terminal")
    func hostileText() {
        for hostile in HostileText.all {
            let edit = Edit(changes: [hostile], people: [], summary: hostile)
            let report = report {
                $0.path = hostile
                $0.findings = [
                    .foreignOwner(name: hostile),
                    .changedEmployer("dan", from: "acme", to: "acme", isStar: true),
                ]
                $0.tallies[0].file = hostile
                $0.unused = [UnusedRecord(place: SourcePlace(file: hostile, line: 5), reason: .nameless)]
            }
            let pair = DoubtfulPair(first: "me", second: "dan", reasons: [.sameName], confidence: 0.4)
            for text in [
                text(edit, due: [step("dan", inDays: 1)], name: hostile),
                text(Edit(changes: [], people: [], summary: hostile)),
                text(report, name: hostile, listsRows: true),
                DuplicatesText([pair], in: network(hostile)).rendered(in: style),
                MessageText(hostile, after: "ok  ").rendered(width: 60),
            ] {
                for scalar in removingIsolates(text).unicodeScalars where scalar != "\n" {
                    let isObeyed =
                        scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
                    #expect(!isObeyed, "U+\(String(scalar.value, radix: 16))")
                }
                for line in text.split(separator: "\n") { #expect(columns(of: String(line)) <= 80) }
            }
        }
    }

    @Test("A message behind a mark keeps its further lines behind it, too")
    func marks() {
        let words = "one two three four five six seven eight nine ten eleven"
        #expect(
            MessageText(words, after: "ok      ").rendered(width: 40)
                == "ok      one two three four five six\n        seven eight nine ten eleven\n")
        #expect(MessageText(words, after: "ok      ").rendered(width: nil) == "ok      \(words)\n")
        #expect(MessageText("short", after: "ok  ").rendered(width: 40) == "ok  short\n")
        #expect(
            MessageText(words).rendered(width: 40)
                == "one two three four five six seven\n  eight nine ten eleven\n")
    }
}
