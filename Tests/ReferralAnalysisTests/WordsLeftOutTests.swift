import AnalysisTestSupport
import DateLiterals
import Playbook
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralAnalysis

@Suite("Without calls, and without a word of rejections")
struct WordsLeftOutTests {
    /// The days on which something of a network may be due.
    private func days(of network: ReferralNetwork) -> [Timestamp] {
        let rejections = network.opportunities.flatMap(\.stages).filter { $0.stage == .rejected }.map(
            \.date.day)
        let last = network.interactions.map(\.date.day).max() ?? "2026-04-10"
        return (rejections.prefix(4).flatMap { [$0 + 1, $0 + 4, $0 + 9] } + [last + 1, last + 5, last + 20])
            .map { Timestamp($0) }
    }

    private func steps(_ analysis: NetworkAnalysis) throws -> [DueStep.Action] {
        analysis.steps.map(\.action) + analysis.suppressed.map(\.step.action)
            + analysis.nextContacts.contacts.map(\.action)
            + analysis.stalledThreads.threads.compactMap { $0.step?.action }
            + (try analysis.outreachPlan(.calls(20)).calls.map(\.action))
            + analysis.today(next: 20).entries.map(\.action)
    }

    private func expectNoCalls(_ network: ReferralNetwork) throws {
        for day in days(of: network) {
            let analysis = try NetworkAnalysis(of: network, asOf: day, policy: .noPhone)
            for action in try steps(analysis) {
                #expect(action.channel != .call, "\(day): \(action)")
                #expect(action.hour == nil, "\(day): \(action)")
                #expect(!action.what.contains(/(?i)\b(call|phone|telephone)/), "\(day): \(action)")
            }
            #expect(!analysis.steps.contains { $0.rule == .telephone })
        }
    }

    @Test("no-phone never advises a call in the samples", arguments: try Story.names())
    func noPhoneInSamples(_ name: String) throws { try expectNoCalls(Story.network(name)) }

    @Test("nor in random networks, and people who avoid e-mail get none", arguments: 0..<40 as Range<UInt64>)
    func noPhoneInRandomNetworks(_ seed: UInt64) throws {
        var networks = RandomNetworks(seed: seed)
        var network = networks.network(size: 10)
        for index in network.people.indices {
            network.people[index].avoids = index % 2 == 0 ? [.email] : []
            network.people[index].phones = ["+1 312 555 0100"]
            network.people[index].observations = []
        }
        for index in network.interactions.indices { network.interactions[index].promise = nil }
        for index in network.opportunities.indices { network.opportunities[index].title = "Analyst" }
        for index in network.companies.indices { network.companies[index].name = "Firm \(index)" }
        for index in network.people.indices { network.people[index].name = "Person \(index)" }
        for day in days(of: network) {
            let analysis = try NetworkAnalysis(of: network, asOf: day, policy: .noPhone)
            let avoiding = Set(network.people.filter { $0.avoids == [.email] }.map(\.id))
            for step in analysis.steps where avoiding.contains(step.person) {
                #expect(step.action.channel != .email, "\(step)")
            }
        }
        try expectNoCalls(network)
    }

    @Test("In place of the call about a no stands a message, which ends when it was written")
    func messageAboutNo() throws {
        var network = try Story.network("three-referrals")
        network.interactions.removeAll { $0.people.contains("ruth") && $0.date.day > "2026-03-20" }
        network.referrals.removeAll { $0.from == "ruth" }
        func actions() throws -> [DueStep.Action] {
            try NetworkAnalysis(of: network, asOf: Timestamp("2026-03-23"), policy: .noPhone)
                .steps(.call, "ruth").map(\.action)
        }
        #expect(try actions().map(\.channel) == [.email])
        #expect(try actions().first?.what.hasPrefix("Write about the “no”") == true)
        network.interactions.append(
            Interaction(
                date: Timestamp("2026-03-23"), people: ["ruth"], channel: .email, direction: .outgoing,
                purposes: [.feedback]))
        #expect(try actions().isEmpty)
    }

    // MARK: Quiet

    /// What our own sentences say about rejections.
    private static var words: Regex<Substring> {
        /(?i)reject|refus|turned down|said no|\bnoes\b|\ba no\b|“no”|\bthe no\b|say no|after the no|declined/
    }

    @Test(
        "A quiet view speaks of no rejection in the samples, and advises the same",
        arguments: try Story.names())
    func quiet(_ name: String) throws {
        var network = try Story.network(name)
        network.title = nil
        for day in days(of: network) {
            let loud = try NetworkAnalysis(of: network, asOf: day)
            let quiet = try NetworkAnalysis(of: network, asOf: day, isQuiet: true)
            #expect(quiet.steps.map(\.rule) == loud.steps.map(\.rule))
            #expect(quiet.steps.map(\.person) == loud.steps.map(\.person))
            #expect(quiet.steps.map(\.due) == loud.steps.map(\.due))
            #expect(quiet.nextContacts.contacts.map(\.person) == loud.nextContacts.contacts.map(\.person))
            for action in try steps(quiet) {
                #expect(!"\(action.what) \(action.say)".contains(Self.words), "\(action)")
            }
            for withheld in quiet.nextContacts.withheld {
                #expect(!withheld.reason.contains(Self.words), "\(withheld)")
            }
            for thread in quiet.stalledThreads.threads {
                #expect(thread.closure?.contains(Self.words) != true, "\(thread)")
            }
            #expect(quiet.network.opportunities.allSatisfy { $0.rejection == nil })
            #expect(quiet.network.issues(asOf: nil).filter(\.isError).isEmpty)
        }
    }

    @Test("A quiet view tries the same changes of the facts")
    func quietRankChanges() throws {
        let network = try Story.network("three-referrals")
        let asOf = Timestamp("2026-03-27")
        let loud = try NetworkAnalysis(of: network, asOf: asOf)
        let quiet = try NetworkAnalysis(of: network, asOf: asOf, isQuiet: true)
        for person in network.people.map(\.id) {
            #expect(quiet.rankChanges(of: person) == loud.rankChanges(of: person), "\(person)")
        }
    }
}
