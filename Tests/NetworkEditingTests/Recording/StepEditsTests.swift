import AnalysisTestSupport
import DateLiterals
import NetworkEditing
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// What is recorded of a step takes effect on that step.
@Suite("Steps that are done, skipped and put off")
struct StepEditsTests {
    private static let seeds: Range<UInt64> = 0..<30
    private static let days: [CalendarDay] = [
        RandomHistories.asOf, RandomHistories.asOf + 4, RandomHistories.asOf + 33,
    ]

    private func dueNext(_ network: ReferralNetwork, _ day: CalendarDay) throws -> DueNext {
        try DueNext(with: network.people.map(\.id), in: network, asOf: Timestamp(day))
    }

    private func expectEffects(_ network: ReferralNetwork, on day: CalendarDay) throws {
        let before = try dueNext(network, day)
        for person in network.people.map(\.id) where person != network.seeker {
            for step in before.today(with: person) {
                try expectDone(step, in: network, on: day)
                try expectSkipped(step, in: network, on: day)
            }
        }
    }

    private func expectDone(_ step: DueStep, in network: ReferralNetwork, on day: CalendarDay) throws {
        var editor = NetworkEditor(network, now: Timestamp(day))
        if case .elsewhere = step.record(in: network) {
            #expect(throws: EditError.self) { try editor.done(step) }
            #expect(editor.network == network)
            return
        }
        let edit = try editor.done(step)
        #expect(!edit.changes.isEmpty)
        let isDue = try dueNext(editor.network, day).isDueToday(step)
        #expect(!isDue, "\(step.person) \(step.rule) since \(step.since) on \(day)")
        // Nothing but the contact, the promise, the referral or the role has changed.
        #expect(editor.network.people == network.people)
        #expect(editor.network.companies == network.companies)
        #expect(editor.network.ties == network.ties)
        let isContact = step.record(in: network) != .promiseKept
        #expect(editor.network.interactions.count == network.interactions.count + (isContact ? 1 : 0))
        #expect(
            editor.network.opportunities == network.opportunities
                || step.record(in: network) == .withdrawal)
    }

    private func expectSkipped(_ step: DueStep, in network: ReferralNetwork, on day: CalendarDay) throws {
        var editor = NetworkEditor(network, now: Timestamp(day))
        try editor.skip(step)
        let after = try dueNext(editor.network, day)
        #expect(!after.isDueToday(step), "\(step.person) \(step.rule) since \(step.since)")
        let comesBack = after.steps.contains {
            $0.person == step.person && $0.rule == step.rule && $0.opportunity == step.opportunity
                && $0.related == step.related && $0.since == step.since && $0.thread == step.thread
        }
        if step.rule.comesRound { #expect(comesBack, "\(step.rule)") } else { #expect(!comesBack) }
    }

    @Test("a step that is done or skipped is not due any more, and nothing else changes", arguments: seeds)
    func random(_ seed: UInt64) throws {
        for day in Self.days { try expectEffects(RandomHistories.network(seed: seed), on: day) }
    }

    @Test("the same in the sample networks", arguments: try Story.names())
    func samples(_ name: String) throws {
        let network = try Story.network(name)
        let last = network.interactions.map(\.date.day).max() ?? "2026-04-10"
        for day in [last + 1, last + 31] {
            try expectEffects(network.known(at: Timestamp(day)), on: day)
        }
    }

    @Test("nothing is due with someone who was put off, and nothing is overdue on the day", arguments: seeds)
    func putOff(_ seed: UInt64) throws {
        let network = RandomHistories.network(seed: seed)
        let day = RandomHistories.asOf
        for person in network.people where person.id != network.seeker && !person.doNotContact {
            var editor = NetworkEditor(network, now: Timestamp(day))
            // A Saturday.
            try editor.putOff([person.id.text], until: day + 15, because: "reorganization")
            for later in [day, day + 14, day + 16] {
                let rules = try dueNext(editor.network, later).today(with: person.id).map(\.rule)
                #expect(rules.allSatisfy { $0 == .appointment || $0 == .closingDay })
            }
            let back = try dueNext(editor.network, day + 17).today(with: person.id).filter(\.isContact)
            #expect(back.allSatisfy { $0.due >= day + 17 || $0.since > day }, "\(back)")
            try editor.putOff([person.id.text], until: nil)
            #expect(editor.network.people.first { $0.id == person.id }?.notBeforeReason == nil)
        }
    }

    @Test("steps are due on days on which people work", arguments: seeds)
    func workingDays(_ seed: UInt64) throws {
        var network = RandomHistories.network(seed: seed)
        network.holidays = [RandomHistories.asOf + 3, RandomHistories.asOf + 24]
        for place in network.people.indices where place % 3 == 1 {
            network.people[place].weekend = [.friday, .saturday]
        }
        for place in network.people.indices where place % 4 == 1 {
            network.people[place].reminderDays = 9 + place
        }
        for place in network.companies.indices where place % 2 == 0 {
            network.companies[place].closed = [
                Absence(from: RandomHistories.asOf + 5, to: RandomHistories.asOf + 7)
            ]
        }
        let calendars = zip(network.people, WorkCalendar.calendars(of: network, restsBetweenTheYears: true))
        let next = try dueNext(network, RandomHistories.asOf)
        for step in next.steps
        where step.isContact && ![.ownPromise, .competingOffer].contains(step.rule) {
            let person = network.people.first { $0.id == step.person }!
            let calendar = calendars.first { $0.0.id == step.person }!.1
            let closed =
                person.employment(on: RandomHistories.asOf).flatMap { job in
                    network.companies.first { $0.id == job.company }
                }?.closed ?? []
            #expect(calendar.isBusinessDay(step.due), "\(step.rule) \(step.due)")
            #expect(!(closed + person.away).contains { $0.covers(step.due) }, "\(step.rule) \(step.due)")
        }
    }

    @Test("a own interval takes the place of the monthly reminder, and outlasts a long silence")
    func interval() throws {
        var network = ReferralNetwork(
            seeker: "you", people: [Person(id: "you", name: "You"), Person(id: "ruth", name: "Ruth Adeyemi")])
        network.interactions = [
            Interaction(date: "2025-01-07", people: ["ruth"], channel: .call, direction: .mutual)
        ]
        var editor = NetworkEditor(network, now: Timestamp("2026-04-09" as CalendarDay))
        try editor.remind(of: "ruth", everyDays: 42)
        let step = try #require(try dueNext(editor.network, "2026-04-09").today(with: "ruth").first)
        #expect(step.rule == .every)
        #expect(step.due == "2025-02-18")
        try editor.done(step)
        let next = try dueNext(editor.network, "2026-04-09").steps.filter { $0.person == "ruth" }
        #expect(next.map(\.rule) == [.every])
        #expect(next.map(\.due) == ["2026-05-21"])
        try editor.skip(next[0])
        let later = try dueNext(editor.network, "2026-04-09").steps.filter { $0.person == "ruth" }
        #expect(later.map(\.due) == ["2026-05-21"])
        try editor.remind(of: "ruth", everyDays: nil)
        #expect(throws: EditError.self) { try editor.remind(of: "ruth", everyDays: 6) }
        #expect(throws: EditError.self) { try editor.remind(of: "you", everyDays: 30) }
    }

    @Test(
        "words name steps",
        arguments: [
            ("R1.thank-you", Rule.thankYou), ("thank-you", .thankYou), ("thanks", .thankYou), ("call", .call),
            ("r1.call", .call),
        ])
    func names(_ words: String, _ rule: Rule) throws {
        let network = ReferralNetwork(
            seeker: "you", people: [Person(id: "you", name: "You"), Person(id: "dan", name: "Dan Okafor")],
            companies: [Company(id: "acme", name: "Acme")],
            opportunities: [
                Opportunity(
                    id: "lead", title: "Lead", company: "acme",
                    stages: [
                        StageEvent(stage: .interview, date: "2026-03-30", people: ["dan"]),
                        StageEvent(stage: .rejected, date: "2026-04-07", people: ["dan"]),
                    ],
                    participants: [Participant(person: "dan", role: .hiringManager)])
            ])
        let found = try dueNext(network, "2026-04-08").steps.filter { $0.nameMatch(words) != nil }.map(
            \.rule)
        #expect(found.contains(rule))
        #expect(!found.contains(.star))
    }

    @Test(
        "lengths of time",
        arguments: [
            ("6 weeks", 42), ("2w", 14), ("10 days", 10), ("a month", 30), ("monthly", 30),
            ("every 2 months", 60),
            ("quarterly", 90), ("six weeks", 42), ("every other week", 14), ("10d", 10), ("year", 365),
        ])
    func lengths(_ words: String, _ days: Int) {
        #expect(DayWords.length(words)?.days == days)
    }

    @Test(
        "what is no length of time",
        arguments: [
            "", " ", "soon", "-2 weeks", "0 days", "1.5 months", "2 weeks 3 days", "weeks 2", "٣ days",
            "99999 days", "2",
        ])
    func noLengths(_ words: String) { #expect(DayWords.length(words) == nil) }
}
