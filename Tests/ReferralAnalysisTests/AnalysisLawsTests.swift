import AnalysisTestSupport
import DateLiterals
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

/// What holds in every network, however strange.
@Suite("Laws of the analysis")
struct AnalysisLawsTests {
    /// A day in the middle of those on which random networks happen.
    private let asOf: CalendarDay = "2024-10-04"

    private func network(seed: UInt64) -> ReferralNetwork {
        var networks = RandomNetworks(seed: seed)
        return networks.network(size: 4 + Int(seed % 12))
    }

    private func expectLaws(_ network: ReferralNetwork, asOf day: CalendarDay) throws {
        let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(day))
        let list = analysis.nextContacts
        let everybody = network.people.map(\.id).filter { $0 != network.seeker }
        #expect((list.contacts.map(\.person) + list.withheld.map(\.person)).sorted() == everybody.sorted())
        #expect(list.contacts.map(\.rank) == Array(1..<(list.contacts.count + 1)))

        let due = list.contacts.prefix(while: \.isDue)
        #expect(
            list.contacts.dropFirst(due.count).allSatisfy {
                !$0.isDue && [[], [.longGap]].contains($0.rules)
            })
        #expect(due.map(\.day) == due.map(\.day).sorted())
        let others = list.contacts.dropFirst(due.count).map(\.worth.value)
        #expect(others == others.sorted(by: >))
        for contact in list.contacts {
            let worth = contact.worth
            #expect(abs(worth.contributions.reduce(0) { $0 + $1.value } - worth.value) < 1e-9)
            #expect(worth.value >= 0 && (0...1).contains(worth.reach))
            #expect(worth.replyProbability > 0 && worth.replyProbability < 1)
        }

        let silent = Set(network.people.filter(\.doNotContact).map(\.id))
        #expect(list.contacts.allSatisfy { !silent.contains($0.person) })
        // An application of the seeker's own may be handed in; that is no contact.
        #expect(
            analysis.steps.filter(\.isContact)
                .allSatisfy { !silent.contains($0.person) && $0.person != network.seeker })
        #expect(analysis.steps.map(\.due) == analysis.steps.map(\.due).sorted())
        #expect(analysis.steps.filter { $0.earliest > $0.due && $0.rule != .missedPromise } == [])
        #expect(list.withheld.allSatisfy { $0.until.map { $0 > day } ?? true })
    }

    @Test("one row or one reason for everybody, in order, with numbers that add up", arguments: 0..<150)
    func random(_ seed: UInt64) throws {
        try expectLaws(network(seed: seed), asOf: asOf)
    }

    @Test("the same for the sample networks", arguments: try Story.names())
    func samples(_ name: String) throws {
        try expectLaws(Story.network(name), asOf: "2026-04-10")
    }

    @Test("running twice gives equal results", arguments: 0..<40)
    func deterministic(_ seed: UInt64) throws {
        let network = network(seed: seed)
        let first = try NetworkAnalysis(of: network, asOf: Timestamp(asOf))
        let second = try NetworkAnalysis(of: network, asOf: Timestamp(asOf))
        #expect(first.nextContacts == second.nextContacts)
        #expect(first.stalledThreads == second.stalledThreads && first.steps == second.steps)
        for person in network.people.map(\.id) {
            #expect(first.explanation(of: person) == second.explanation(of: person))
        }
    }

    /// What does not depend on the order of equals.
    private struct Summary: Equatable {
        var rows: [Row]
        var reasons: [PersonID: CalendarDay?]
        var steps: [[String]]
        var stalled: [[String]]

        struct Row: Equatable {
            var person: PersonID
            var isDue: Bool
            var day: CalendarDay
            var rules: Set<Rule>
            var value: Double
            var replyProbability: Double
            var direct: DirectValue
        }

        init(_ analysis: NetworkAnalysis) {
            rows = analysis.nextContacts.contacts.map {
                Row(
                    person: $0.person, isDue: $0.isDue, day: $0.day, rules: Set($0.rules),
                    value: $0.worth.value, replyProbability: $0.worth.replyProbability,
                    direct: $0.worth.direct)
            }
            reasons = Dictionary(
                uniqueKeysWithValues: analysis.nextContacts.withheld.map { ($0.person, $0.until) })
            steps = analysis.steps.map {
                [$0.person.text, $0.rule.rawValue, "\($0.since)", "\($0.due)", $0.related?.text ?? ""]
            }.sorted { $0.lexicographicallyPrecedes($1) }
            stalled = analysis.stalledThreads.threads.map {
                [$0.person.text, $0.kind.rawValue, "\($0.since)", $0.closure ?? ""]
            }.sorted { $0.lexicographicallyPrecedes($1) }
        }
    }

    /// The network with a moment of its own for each interaction, on the day it had.
    private func withDistinctMoments(_ network: ReferralNetwork) -> ReferralNetwork {
        var network = network
        for index in network.interactions.indices {
            network.interactions[index].date = Timestamp(
                network.interactions[index].date.day, secondOfDay: 28_800 + index, utcOffsetMinutes: 0)
        }
        return network
    }

    private func expectOrderFree(
        _ network: ReferralNetwork, asOf day: CalendarDay, seed: UInt64
    ) throws {
        let network = withDistinctMoments(network)
        var shuffled = network
        var random = SeededRandom(seed: seed)
        shuffled.interactions.shuffle(using: &random)
        shuffled.ties.shuffle(using: &random)
        shuffled.referrals.shuffle(using: &random)
        let before = Summary(try NetworkAnalysis(of: network, asOf: Timestamp(day)))
        let after = Summary(try NetworkAnalysis(of: shuffled, asOf: Timestamp(day)))
        #expect(before.rows == after.rows)
        #expect(before.reasons == after.reasons)
        #expect(before.steps == after.steps)
        #expect(before.stalled == after.stalled)
    }

    @Test("the order of interactions, ties and referrals changes nothing", arguments: 0..<60)
    func orderOfRandom(_ seed: UInt64) throws {
        try expectOrderFree(network(seed: seed), asOf: asOf, seed: seed)
    }

    @Test("nor does it in the sample networks", arguments: try Story.names())
    func orderOfSamples(_ name: String) throws {
        try expectOrderFree(Story.network(name), asOf: "2026-04-10", seed: 7)
    }

    @Test(
        "who is left out until a day is left out before it and in the list on it, if nothing happens",
        arguments: try Story.names())
    func untilHolds(_ name: String) throws {
        let today: CalendarDay = "2026-04-10"
        let network = try Story.network(name).known(at: Timestamp(today))
        let waits = try NetworkAnalysis(of: network, asOf: Timestamp(today)).nextContacts.withheld
            .filter { $0.through == nil && $0.until != nil }
        var lists: [CalendarDay: Set<PersonID>] = [:]
        func listed(on day: CalendarDay) throws -> Set<PersonID> {
            if let list = lists[day] { return list }
            let list = Set(try NetworkAnalysis(of: network, asOf: Timestamp(day)).listed)
            lists[day] = list
            return list
        }
        func waitsForAColleague(_ person: PersonID, on day: CalendarDay) throws -> Bool {
            let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(day))
            return analysis.withheld(person).map { [.oneOffice, .oneVoice].contains($0.rule) } ?? false
        }
        for wait in waits {
            let until = try #require(wait.until)
            #expect(try !listed(on: until + -1).contains(wait.person), "\(wait)")
            // Of an office one person at a time is approached, and another one may come first by then.
            let isNext = try listed(on: until).contains(wait.person)
            #expect(try isNext || waitsForAColleague(wait.person, on: until), "\(wait)")
        }
    }
}
