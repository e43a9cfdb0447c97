import AnalysisTestSupport
import DateLiterals
import GraphAlgorithms
import RankingModel
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("The seeker's own record")
struct ReplyRecordTests {
    /// Asks to strangers, a week and more apart, of which the first so many are answered the next day.
    private func ledger(asks: Int, answers: Int, constants: RankingConstants = .standard) throws
        -> ReplyLedger
    {
        var ledger = try ReplyLedger(constants: constants)
        for ask in 0..<asks {
            ledger.recordOutgoing(to: NodeID(ask), at: Double(10 * ask))
            if ask < answers { ledger.recordIncoming(from: NodeID(ask), at: Double(10 * ask + 1)) }
        }
        return ledger.settled(at: Double(10 * asks))
    }

    @Test("nothing settled: people at large decide")
    func empty() throws {
        let record = try ReplyLedger().record
        #expect(record.asks == 0 && record.ownRate == nil && record.ownShare == 0)
        #expect(record.startingRate == 0.40 && record.priorRate == 0.40 && record.calibrationShare == 0)
        #expect(record.calibration == 0 && !record.isCalibrated)
        #expect(record.caveat?.hasPrefix("none of your requests has an outcome yet; until") == true)
    }

    @Test(
        "the own rate shrinks to that of people at large by M0 asks, and is what a stranger's estimate starts from"
    )
    func shrinkage() throws {
        let ledger = try ledger(asks: 15, answers: 12)
        let record = ledger.record
        #expect(record.asks == 15 && record.answers == 12 && record.ownRate == 0.8)
        #expect(record.ownShare == 0.75)
        #expect(abs(record.startingRate - (0.75 * 0.8 + 0.25 * 0.4)) < 1e-12)
        let stranger = ledger.reply(from: 99, at: 151)
        #expect(abs(stranger.evidence.smoothedRate - record.startingRate) < 1e-12)
        #expect(abs(stranger.terms.calibration - record.calibration) < 1e-12)
        #expect(record.calibrationShare > 0 && record.calibrationShare < 0.2)
        // More were answered than foretold.
        #expect(record.calibration > 0)
    }

    @Test("an open ask counts when its window is over, and an answer only once")
    func settling() throws {
        var ledger = try ReplyLedger()
        ledger.recordOutgoing(to: 0, at: 0)
        #expect(ledger.record.asks == 0)
        ledger.recordIncoming(from: 0, at: 1)
        #expect(ledger.settled(at: 6.9).record.asks == 0)
        let record = ledger.settled(at: 7).record
        #expect(record.asks == 1 && record.answers == 1)
        #expect(
            record.caveat?.hasPrefix("only 1 of your requests has an outcome so far (answered); ") == true)
    }

    @Test("from 84 outcomes on the probabilities are odds, by the constants of the policy")
    func calibrated() throws {
        #expect(try ledger(asks: 83, answers: 20).record.isCalibrated == false)
        let record = try ledger(asks: 84, answers: 20).record
        #expect(record.isCalibrated && record.caveat == nil && record.asksUntilCalibrated == 84)
        var constants = RankingConstants.standard
        constants.calibrationWeight = 1
        #expect(try ledger(asks: 5, answers: 1, constants: constants).record.isCalibrated)
    }

    @Test("the report of a network has it, and says so while probabilities are an order only")
    func reports() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-02")
            $0.heard(from: "ann", on: "2026-03-04", .update)
            $0.wrote("ann", on: "2026-03-09")
        }
        #expect(analysis.replyRecord.asks == 2 && analysis.replyRecord.answers == 1)
        #expect(analysis.nextContacts.replyRecord == analysis.replyRecord)
        #expect(analysis.explanation(of: "ann")?.replyRecord == analysis.replyRecord)
        #expect(analysis.explanation(of: "you")?.replyRecord == nil)
        #expect(
            analysis.nextContacts.caveats.first
                == "only 2 of your requests have an outcome so far (1 answered); until there are about 84, trust the "
                + "order, not the percentages")
    }
}
