import Foundation
import GraphAlgorithms
import RankingModel
import Testing

/// The worked examples of the standard policy, which `Scripts/worked-examples` computes from the formulas.
@Suite("Worked examples of the standard policy")
struct StandardExamplesTests {
    private static let tolerance = 1e-9

    struct Examples: Decodable {
        let histories: [History]
        let networks: [Network]
        let applications: [Application]
    }

    struct History: Decodable {
        struct Event: Decodable {
            let day: Double
            let kind: String
            let person: NodeID
            let purpose: String
        }
        struct Record: Decodable {
            let asks, unanswered: Int
            let offset: Double
        }
        struct LastAsk: Decodable {
            let person: NodeID
            let rho, volume: Double
            let dead: [Double]
        }
        let events: [Event]
        let now: Double
        let replies: [Double]
        let record: Record
        let lastAsk: LastAsk
    }

    struct Network: Decodable {
        let people: Int
        let edges: [[NodeID]]
        let gaps: [Double?]
        let met: [Bool]
        let rho, direct, shares, familiarity, reach, values: [Double]
        let vbar, planValue: Double
        let plan: [NodeID]
    }

    struct Application: Decodable {
        let settled, answered: Int
        let rate, everAnswered: Double
        let ages, answeredBy, silent, forGood: [Double]
    }

    private static let examples: Examples = {
        let folder = #filePath.dropLast("StandardExamplesTests.swift".count)
        let data = try! Data(contentsOf: URL(filePath: folder + "Fixtures/worked-examples.json"))
        return try! JSONDecoder().decode(Examples.self, from: data)
    }()

    private func expect(
        _ value: Double, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(abs(value - expected) <= Self.tolerance, sourceLocation: sourceLocation)
    }

    @Test("replies by purpose, and silences corrected by the seeker's own", arguments: 0..<3)
    func history(_ number: Int) throws {
        let example = Self.examples.histories[number]
        let purposes: [(name: String, purpose: AskPurpose)] = [
            ("other", .other), ("work", .work), ("advice", .advice),
        ]
        var ledger = try ReplyLedger()
        var last: SentAsk?
        for event in example.events {
            if event.kind == "in" {
                ledger.recordIncoming(from: event.person, at: event.day)
            } else {
                let purpose = try #require(purposes.first { $0.name == event.purpose }?.purpose)
                last =
                    ledger.recordOutgoing(to: event.person, at: event.day, purpose: purpose) ?? last
            }
        }
        var replies = example.replies[...]
        for person in NodeID(0)..<9 {
            for (_, purpose) in purposes {
                let reply = ledger.reply(from: person, at: example.now, purpose: purpose)
                let expected = replies.popFirst()
                expect(reply.probability, try #require(expected))
            }
        }
        #expect(replies.isEmpty)
        let record = try #require(ledger.silenceRecord(at: example.now))
        #expect(record.asks == example.record.asks && record.unanswered == example.record.unanswered)
        expect(record.offset, example.record.offset)
        #expect(ledger.settled(at: example.now).silenceRecord(at: example.now) == record)
        let ask = try #require(last)
        #expect(ask.person == example.lastAsk.person)
        expect(ask.replyProbability, example.lastAsk.rho)
        expect(ask.inboundVolume, example.lastAsk.volume)
        for (age, dead) in zip([0.0, 3, 7, 14], example.lastAsk.dead) {
            let estimate = try SilenceModel().estimate(
                daysSilent: age, replyProbability: ask.replyProbability, inboundVolume: ask.inboundVolume,
                record: record)
            expect(estimate.probabilityOfNoAnswer, dead)
            #expect(estimate.isStalled == (dead >= 0.9))
        }
    }

    @Test("reach, value and plan", arguments: 0..<3)
    func network(_ number: Int) throws {
        let example = Self.examples.networks[number]
        let graph = try CompactGraph(
            nodeCount: example.people, edges: example.edges.map { Edge($0[0], $0[1]) })
        let reach = try ReferralReach().measures(
            in: graph, seeker: 0, daysSinceContact: example.gaps.map { $0 ?? .infinity })
        var constants = RankingConstants.standard
        // So that the sweeps stop later than the comparison sees.
        constants.valueTolerance = 1e-13
        let values = try ContactValue(constants: constants).values(
            for: ContactValueInputs(
                graph: graph, reach: reach, replyProbabilities: example.rho,
                introductionProbabilities: zip(example.met, example.rho).map {
                    constants.introductionProbability(hasMet: $0, replyProbability: $1)
                }, directValues: example.direct, strangerValue: example.vbar))
        for person in 1..<example.people {
            expect(reach.newContactShares[person], example.shares[person])
            expect(reach.familiarity[person], example.familiarity[person])
            expect(reach.reach[person], example.reach[person])
            expect(values.values[person], example.values[person])
        }
        let plan = CallPlan().calls(3, among: reach.contacts, values: values)
        #expect(plan.calls.map(\.person) == example.plan)
        expect(plan.value, example.planValue)
    }

    @Test("applications", arguments: 0..<3)
    func application(_ number: Int) throws {
        let example = Self.examples.applications[number]
        let survival = try ApplicationSurvival(settled: example.settled, answered: example.answered)
        expect(survival.answerRate, example.rate)
        expect(survival.everAnsweredShare, example.everAnswered)
        for (place, age) in example.ages.enumerated() {
            expect(survival.shareAnswered(afterDays: age), example.answeredBy[place])
            expect(survival.probabilityOfNoAnswer(daysSilent: age), example.silent[place])
            expect(
                survival.probabilityOfNoAnswer(daysSilent: age, within: .infinity), example.forGood[place])
        }
        #expect(
            survival.probabilityOfNoAnswer(daysSilent: -5) == survival.probabilityOfNoAnswer(daysSilent: 0))
    }
}
