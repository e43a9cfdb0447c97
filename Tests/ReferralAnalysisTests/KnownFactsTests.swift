import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// An analysis knows what was known on its day, and nothing later.
@Suite("Only what was known")
struct KnownFactsTests {
    private func expectEqual(
        _ left: ReferralNetwork, _ right: ReferralNetwork, asOf moment: Timestamp,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let left = try NetworkAnalysis(of: left, asOf: moment)
        let right = try NetworkAnalysis(of: right, asOf: moment)
        #expect(left.nextContacts == right.nextContacts, sourceLocation: location)
        #expect(left.stalledThreads == right.stalledThreads, sourceLocation: location)
        #expect(left.steps == right.steps, sourceLocation: location)
        for person in left.network.people.map(\.id) {
            #expect(
                left.explanation(of: person) == right.explanation(of: person), sourceLocation: location)
        }
    }

    @Test("an earlier analysis is that of the network as it was", arguments: try Story.names())
    func replay(_ name: String) throws {
        let network = try Story.network(name)
        for day in ["2026-01-15", "2026-03-05", "2026-03-25"] as [CalendarDay] {
            let known = network.known(at: Timestamp(day))
            try expectEqual(network, known, asOf: Timestamp(day))
            #expect(known.interactions.count == network.interactions.count { $0.date.day <= day })
        }
    }

    /// Something that becomes known tomorrow, 26 March 2026.
    struct LaterFact: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// What of it is known today.
        var addKnown: @Sendable (inout ReferralNetwork) -> Void
        var add: @Sendable (inout ReferralNetwork) -> Void

        init(
            _ name: String, known: @escaping @Sendable (inout ReferralNetwork) -> Void = { _ in },
            _ add: @escaping @Sendable (inout ReferralNetwork) -> Void
        ) {
            testDescription = name
            addKnown = known
            self.add = add
        }
    }

    static let tomorrow: CalendarDay = "2026-03-26"

    static let laterFacts = [
        LaterFact("an answer") {
            $0.interactions.append(
                Interaction(
                    date: Timestamp(tomorrow), people: ["priya"], channel: .email, direction: .incoming))
        },
        LaterFact("a no") {
            $0.opportunities[3].stages.append(
                StageEvent(stage: .rejected, date: Timestamp(tomorrow), people: ["priya"]))
        },
        LaterFact("an opening") {
            $0.companies[0].signals.append(Signal(kind: .openingPosted, date: tomorrow))
        },
        LaterFact("a report who leaves") {
            $0.people[2].signals.append(Signal(kind: .reportLeaving, date: tomorrow))
        },
        LaterFact("an acquaintance") {
            $0.ties.append(Tie(from: "you", to: "julie", since: tomorrow))
        },
        LaterFact(
            "a contact outside the record",
            known: { addAcquaintances(to: &$0, lastContact: nil) }
        ) { addAcquaintances(to: &$0, lastContact: tomorrow) },
        LaterFact("a referral") { $0.referrals.append(Referral(from: "dan", to: "julie", given: tomorrow)) },
        LaterFact(
            "a promised introduction that is made",
            known: { $0.referrals.append(Referral(from: "dan", to: "julie", promised: "2026-03-02")) }
        ) {
            $0.referrals.append(
                Referral(from: "dan", to: "julie", promised: "2026-03-02", given: tomorrow, used: tomorrow))
        },
        LaterFact(
            "a declined introduction",
            known: { $0.referrals.append(Referral(from: "dan", to: "julie", given: "2026-03-02")) }
        ) {
            $0.referrals.append(
                Referral(from: "dan", to: "julie", given: "2026-03-02", declined: tomorrow))
        },
        LaterFact(
            "a promise kept",
            known: { $0.interactions.append(promise(kept: nil)) }
        ) { $0.interactions.append(promise(kept: tomorrow)) },
        LaterFact("a change of jobs") {
            $0.people[1].employments[0].to = tomorrow
            $0.people[1].employments.append(
                Employment(company: "northgate", title: "Director", from: tomorrow + 1))
        },
    ]

    /// A promise of the seeker's.
    private static func promise(kept: CalendarDay?) -> Interaction {
        Interaction(
            date: "2026-03-20", people: ["julie"], channel: .email, direction: .outgoing,
            promise: Promise(by: .seeker, kind: .other, what: "a word", due: "2026-03-24", kept: kept),
            expectsReply: false)
    }

    /// Julie and Dan know one stranger each; who is met first depends on who was heard of last.
    private static func addAcquaintances(to network: inout ReferralNetwork, lastContact: CalendarDay?) {
        network.people += [Person(id: "xan", name: "Xan"), Person(id: "yan", name: "Yan")]
        network.ties += [
            Tie(from: "you", to: "julie", since: "2026-01-12", lastContact: lastContact),
            Tie(from: "julie", to: "xan"), Tie(from: "dan", to: "yan"),
        ]
    }

    @Test("what happens tomorrow changes nothing today", arguments: laterFacts)
    func changesNothing(_ fact: LaterFact) throws {
        var known = try Story.network("three-referrals")
        var later = known
        fact.addKnown(&known)
        fact.add(&later)
        try expectEqual(later, known, asOf: "2026-03-25")
        let after = try NetworkAnalysis(of: later, asOf: Timestamp(Self.tomorrow + 1))
        let without = try NetworkAnalysis(of: known, asOf: Timestamp(Self.tomorrow + 1))
        let people = known.people.map(\.id)
        #expect(
            after.steps != without.steps || after.nextContacts != without.nextContacts
                || people.contains { after.explanation(of: $0) != without.explanation(of: $0) })
    }

    @Test("a role that is first heard of tomorrow is not there today")
    func laterOpportunity() throws {
        let network = try Story.network("three-referrals")
        var later = network
        later.opportunities.append(
            Opportunity(
                id: "later", title: "Later", company: "northgate", department: "Care",
                stages: [StageEvent(stage: .applied, date: Timestamp(Self.tomorrow))],
                participants: [Participant(person: "julie", role: .hiringManager)]))
        let today = try NetworkAnalysis(of: network, asOf: "2026-03-25")
        let other = try NetworkAnalysis(of: later, asOf: "2026-03-25")
        #expect(
            other.explanation(of: "julie")?.worth?.direct == today.explanation(of: "julie")?.worth?.direct)
    }

    @Test("a moment hides the rest of its day, a bare day includes all of it")
    func momentOfTheDay() throws {
        var network = try Story.network("three-referrals")
        network.opportunities.removeAll { $0.id == "customer-strategy-manager" }
        var morning = network
        morning.interactions.removeAll { $0.date.isLater(than: "2026-03-24T10:00-05:00") }
        morning.referrals[1].used = nil
        morning.referrals[1].met = nil
        try expectEqual(network, morning, asOf: "2026-03-24T10:00-05:00")
        let noon = try NetworkAnalysis(of: network, asOf: "2026-03-24T12:30-05:00")
        let evening = try NetworkAnalysis(of: network, asOf: "2026-03-24")
        #expect(noon.lastContact(with: "ruth") == evening.lastContact(with: "ruth"))
        let breakfast = try NetworkAnalysis(of: network, asOf: "2026-03-24T10:00-05:00")
        #expect(breakfast.lastContact(with: "ruth")?.channel == .call)
        #expect(noon.lastContact(with: "ruth")?.channel == .message)
    }
}
