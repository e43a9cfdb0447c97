import Foundation
import GraphAlgorithms
import RankingModel
import Testing

@Suite("The seeker's own record of a purpose")
struct PurposeRecordTests {
    /// Asks to strangers ten days apart, of which every so many is answered the next day.
    private func ledger(
        _ purpose: AskPurpose, asks: Int, answeredEvery period: Int?,
        constants: RankingConstants = .standard
    ) throws -> ReplyLedger {
        var ledger = try ReplyLedger(constants: constants)
        for ask in 0..<asks {
            ledger.recordOutgoing(to: NodeID(ask), at: Double(10 * ask), purpose: purpose)
            if let period, ask.isMultiple(of: period) {
                ledger.recordIncoming(from: NodeID(ask), at: Double(10 * ask + 1))
            }
        }
        return ledger.settled(at: Double(10 * asks))
    }

    private func record(_ ledger: ReplyLedger, _ purpose: AskPurpose) throws -> PurposeRecord {
        try #require(ledger.record.purposes.first { $0.purpose == purpose })
    }

    @Test("without an outcome the assumption stands")
    func empty() throws {
        for record in try ReplyLedger().record.purposes {
            #expect(record.asks == 0 && record.expectedAnswers == 0 && record.ownLogOdds == 0)
        }
        let ledger = try ReplyLedger()
        let plain = ledger.reply(from: 0, at: 1)
        let advice = ledger.reply(from: 0, at: 1, purpose: .advice)
        #expect(abs(advice.terms.sum - plain.terms.sum - 1) < 1e-12)
        #expect(advice.terms.purposeRecord == 0)
    }

    @Test("one answered ask, by hand")
    func one() throws {
        let ledger = try ledger(.advice, asks: 1, answeredEvery: 1)
        let record = try record(ledger, .advice)
        let expected = try ReplyLedger().reply(from: 0, at: 0, purpose: .advice).probability
        #expect(record.asks == 1 && record.answers == 1 && abs(record.expectedAnswers - expected) < 1e-12)
        let share = (1 + 20 * expected) / 21
        let shift = log(share / (1 - share)) - log(expected / (1 - expected))
        #expect(abs(record.ownLogOdds - shift) < 1e-12)
        #expect(abs(ledger.reply(from: 9, at: 11, purpose: .advice).terms.purposeRecord - shift) < 1e-12)
        // What was learnt of advice says nothing of work.
        #expect(ledger.reply(from: 9, at: 11, purpose: .work).terms.purposeRecord == 0)
    }

    @Test("a seeker whose requests for advice go unanswered is told less and less; one who is answered, more")
    func direction() throws {
        let silent = try ledger(.advice, asks: 40, answeredEvery: nil)
        let heard = try ledger(.advice, asks: 40, answeredEvery: 1)
        #expect(try record(silent, .advice).ownLogOdds < 0)
        #expect(try record(heard, .advice).ownLogOdds > 0)
        let assumed = try ReplyLedger().reply(from: 99, at: 401, purpose: .advice).probability
        #expect(silent.reply(from: 99, at: 401, purpose: .advice).probability < assumed)
        #expect(heard.reply(from: 99, at: 401, purpose: .advice).probability > assumed)
    }

    @Test("the estimate comes near the share that is answered, whatever was assumed", arguments: [2, 3, 5])
    func limit(period: Int) throws {
        let ledger = try ledger(.work, asks: 400, answeredEvery: period)
        let estimate = ledger.reply(from: 999, at: 4001, purpose: .work).probability
        #expect(abs(estimate - 1 / Double(period)) < 0.1, "\(estimate)")
    }

    @Test("requests with no purpose of their own have no record, nor does the reference policy")
    func none() throws {
        let other = try ledger(.other, asks: 30, answeredEvery: 1)
        let unnamed = try record(other, .other)
        #expect(unnamed.asks == 30 && unnamed.ownLogOdds == 0)
        let reference = try ledger(.advice, asks: 30, answeredEvery: 1, constants: .reference)
        #expect(try record(reference, .advice).ownLogOdds == 0)
    }

    @Test("the odds of another purpose follow from one estimate")
    func askingFor() throws {
        var ledger = try ledger(.advice, asks: 12, answeredEvery: 2)
        ledger.recordOutgoing(to: 3, at: 130)
        let settled = ledger.settled(at: 140)
        let plain = settled.reply(from: 3, at: 141)
        for purpose in AskPurpose.allCases {
            let asked = settled.reply(from: 3, at: 141, purpose: purpose).probability
            #expect(abs(plain.probability(askingFor: try record(settled, purpose)) - asked) < 1e-12)
        }
    }

    @Test("an answer at the very deadline comes too late for the outcomes as for the record")
    func deadline() throws {
        var ledger = try ReplyLedger()
        for (person, days) in [6.5, 7, 7.5].enumerated() {
            ledger.recordOutgoing(to: NodeID(person), at: Double(20 * person))
            ledger.recordIncoming(from: NodeID(person), at: Double(20 * person) + days)
        }
        let settled = ledger.settled(at: 100)
        #expect(settled.outcomes.map(\.isAnswered) == [true, false, false])
        #expect(settled.record.answers == settled.outcomes.count(where: \.isAnswered))
    }

    @Test("outcomes tell what was said at sending, with the seeker's record and without")
    func outcomes() throws {
        let outcomes = try ledger(.work, asks: 30, answeredEvery: nil).outcomes
        #expect(outcomes.count == 30 && outcomes.allSatisfy { !$0.isAnswered })
        let days: [Double] = (0..<30).map { Double(10 * $0 + 7) }
        #expect(outcomes.map(\.settledDays) == days)
        // Nothing was known before the first; later the record has learnt, and the prior has not.
        #expect(abs(outcomes[0].probability - outcomes[0].priorProbability) < 1e-12)
        #expect(outcomes.allSatisfy { abs($0.priorProbability - outcomes[0].priorProbability) < 1e-12 })
        #expect(outcomes[29].probability < 0.5 * outcomes[0].probability)
    }
}
