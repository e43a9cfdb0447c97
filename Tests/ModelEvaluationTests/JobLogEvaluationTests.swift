import Foundation
import NetworkFiles
import RankingModel
import ReferralGraph
import Testing

@testable import ModelEvaluation

@Suite("Logs of applications")
struct JobLogEvaluationTests {
    private static let start = CalendarDay(number: 20_000)

    private static func entry(
        _ log: String = "a", day: Int = 0, answeredAfter days: Int? = nil, watched: Int = 200,
        kind: String = "application", isReferred: Bool = false, wasInterviewed: Bool = false
    ) -> JobLog.Entry {
        JobLog.Entry(
            log: log, sent: start + day, kind: kind, isReferred: isReferred, isAnswered: days != nil,
            answered: days.map { start + (day + $0) }, wasInterviewed: wasInterviewed,
            watchedUntil: start + (day + watched))
    }

    @Test("The curve takes those watched for a shorter time for what they are")
    func curve() throws {
        // By hand: 4 at risk, one answer on day 2 (3/4); one watched for 3 days only; of 2 left one answers on day 5 (3/8).
        let waits = [2, nil, 5, nil].enumerated().compactMap { place, days in
            Wait(Self.entry(answeredAfter: days, watched: place == 1 ? 3 : 50))
        }
        let curve = ResponseCurve(waits)
        #expect(curve.answered(by: 1) == 0)
        #expect(curve.answered(by: 2) == 0.25 && curve.answered(by: 4) == 0.25)
        #expect(curve.answered(by: 5) == 1 - 3.0 / 8 && curve.answered(by: 90) == 1 - 3.0 / 8)
    }

    @Test("The curve has every day on which it or its band changes, and ends on day 90")
    func days() throws {
        let entries = (0..<40).map { Self.entry(answeredAfter: [nil, 2, 9, 95][$0 % 4]) }
        let kind = try #require(try JobLogEvaluation(bootstrap: 0).run(JobLog(entries)).kinds.first)
        #expect(kind.curve.map(\.day) == [0, 2, 9, 90])
        #expect(kind.curve.map(\.share.value) == [0, 0.25, 0.5, 0.5])
        #expect(kind.answeredBy.map(\.share.value) == [0.25, 0.5, 0.5])
        let drawn = try #require(try JobLogEvaluation(bootstrap: 50).run(JobLog(entries)).kinds.first)
        for share in drawn.curve.map(\.share) {
            #expect(try #require(share.low) <= share.value && share.value <= #require(share.high))
        }
    }

    @Test("A share of none or of all has an interval that the number of rows allows, never a point")
    func smallSamples() throws {
        for answer in [nil, 1] {
            let entries = (0..<4).map { Self.entry(day: $0, answeredAfter: answer) }
            let report = try JobLogEvaluation(bootstrap: 50).run(JobLog(entries))
            let month = try #require(report.kinds.first).answeredBy[1].share
            #expect(month.value == (answer == nil ? 0 : 1))
            #expect(try #require(month.high) - #require(month.low) > 0.4)
        }
        let one = try #require(
            try JobLogEvaluation(bootstrap: 50).run(JobLog([Self.entry(answeredAfter: 1)])).foresight)
        #expect(one.difference.low == nil && one.ownLoss.high == nil)
        let none = try JobLogEvaluation(bootstrap: 0).run(JobLog([Self.entry(answeredAfter: 1)])).kinds[0]
        #expect(none.answeredBy.allSatisfy { $0.share.low == nil })
    }

    @Test("The funnel counts those of which an answer is known; of several searches whole ones are drawn")
    func funnel() throws {
        func rows(_ log: String, _ answers: Int, of count: Int) -> [JobLog.Entry] {
            (0..<count).map { place in
                var entry = Self.entry(
                    log, answeredAfter: place < answers ? 3 : nil, wasInterviewed: place < answers / 2)
                entry.wasOffered = place == 0 && answers > 0
                return entry
            }
        }
        let unknown = JobLog.Entry(log: "a", sent: nil, kind: "application", isAnswered: nil)
        let one = try JobLogEvaluation(bootstrap: 200).run(JobLog(rows("a", 10, of: 40) + [unknown]))
        #expect(one.funnel.map(\.count) == [10, 5, 1] && one.funnel.allSatisfy { $0.total == 40 })
        #expect(one.funnel[0].share == one.kinds[0].answeredShare)
        // Two searches as unlike as can be: their mean is known worse than that of 80 rows drawn one by one.
        let two = try JobLogEvaluation(bootstrap: 200).run(
            JobLog(rows("a", 40, of: 40) + rows("b", 0, of: 40)))
        #expect(two.funnel[0].share.value == 0.5)
        #expect(two.funnel[0].share.low == 0 && two.funnel[0].share.high == 1)
        #expect(try JobLogEvaluation().run(JobLog([unknown])).funnel.isEmpty)
    }

    @Test("Each kind has its share, its curve and an interval around both")
    func kinds() throws {
        let entries =
            (0..<40).map { Self.entry(day: $0, answeredAfter: $0.isMultiple(of: 4) ? 5 : nil) }
            + (0..<10).map { Self.entry(day: $0, answeredAfter: 1, kind: "coffee") }
        let report = try JobLogEvaluation(bootstrap: 100).run(JobLog(entries))
        #expect(report.kinds.map(\.kind) == ["application", "coffee"])
        let application = report.kinds[0]
        #expect(application.answered == 10 && application.known == 40)
        #expect(application.answeredBy.map(\.day) == [7, 30, 90])
        let week = application.answeredBy[0].share
        #expect(abs(week.value - 0.25) < 1e-12)
        #expect(try #require(week.low) < 0.25 && #require(week.high) > 0.25)
        #expect(report == (try JobLogEvaluation(bootstrap: 100).run(JobLog(entries))))
        let data = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(JobLogReport.self, from: data) == report)
    }

    @Test("The own record helps a search in which no one ever answers, and is not told of what came later")
    func foresight() throws {
        let silent = (0..<60).map { Self.entry(day: 3 * $0, watched: 300) }
        let foresight = try #require(try JobLogEvaluation(bootstrap: 50).run(JobLog(silent)).foresight)
        #expect(foresight.looks == 60 * 5)
        #expect(foresight.byAge.allSatisfy { $0.observed.value == 1 && $0.predicted < 1 })
        #expect(foresight.difference.value < 0)
        #expect(foresight.ownRecordHelpsFrom != nil)
        // With a single application there is no record before it.
        let one = try #require(try JobLogEvaluation(bootstrap: 0).run(JobLog([silent[0]])).foresight)
        #expect(one.difference.value == 0 || one.byAge.last?.days == 30)
        #expect(try JobLogEvaluation().run(JobLog([])).foresight == nil)
    }

    @Test("Mantel and Haenszel's ratio, by hand")
    func referral() throws {
        func rows(_ log: String, _ count: Int, _ interviews: Int, isReferred: Bool) -> [JobLog.Entry] {
            (0..<count).map {
                Self.entry(log, isReferred: isReferred, wasInterviewed: $0 < interviews)
            }
        }
        let log = JobLog(
            rows("a", 4, 2, isReferred: true) + rows("a", 16, 2, isReferred: false)
                + rows("b", 2, 1, isReferred: true) + rows("b", 8, 1, isReferred: false)
                + rows("c", 9, 3, isReferred: false))
        let effect = try #require(try JobLogEvaluation(bootstrap: 0).run(log).referral)
        #expect(effect.logs == 2 && effect.referred == 6 && effect.others == 24)
        // (2 x 16 / 20 + 1 x 8 / 10) / (2 x 4 / 20 + 1 x 2 / 10)
        let ratio = try #require(effect.riskRatio)
        #expect(abs(ratio.value - 4) < 1e-12)
        // Greenland and Robins: (4 x 16 x 4 - 2 x 2 x 20) / 400 + (2 x 8 x 2 - 10) / 100 over 2.4 x .6.
        let variance = ((256.0 - 80) / 400 + (32.0 - 10) / 100) / (2.4 * 0.6)
        #expect(abs(naturalLog(ratio.high / 4) - 1.959_963_984_540_054 * variance.squareRoot()) < 1e-9)
    }

    private func naturalLog(_ x: Double) -> Double { Foundation.log(x) }

    @Test("No referral, no comparison; no interview on one side, no ratio")
    func withoutReferral() throws {
        let cold = [Self.entry(), Self.entry()]
        #expect(try JobLogEvaluation(bootstrap: 0).run(JobLog(cold)).referral == nil)
        let mixed = JobLog(cold + [Self.entry(isReferred: true, wasInterviewed: true)])
        #expect(try #require(try JobLogEvaluation(bootstrap: 0).run(mixed).referral).riskRatio == nil)
    }
}
