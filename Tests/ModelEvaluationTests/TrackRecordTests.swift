import Foundation
import RankingModel
import ReferralGraph
import Testing

@testable import ModelEvaluation

@Suite("How well the percentages did so far")
struct TrackRecordTests {
    private func outcome(
        _ day: Int, _ probability: Double, prior: Double = 0.4, _ isAnswered: Bool
    ) -> AskOutcome {
        AskOutcome(
            settledDays: Double(day) + 0.5, probability: probability, priorProbability: prior,
            isAnswered: isAnswered)
    }

    @Test("requests are sorted by the odds people speak of, and counted")
    func groups() {
        let record = TrackRecord(
            (0..<40).map { outcome($0, 0.31 + 0.001 * Double($0), $0 < 12) }
                + (0..<10).map { outcome(50 + $0, 0.92, $0 != 0) })
        #expect(record.outcomes == 50 && record.answered == 21 && record.isEnough)
        #expect(record.groups.map(\.chance) == [1, 9] && record.groups.map(\.of) == [3, 10])
        #expect(record.groups.map(\.cases) == [40, 10] && record.groups.map(\.answered) == [12, 9])
        #expect(abs(record.groups[0].expected - 13.18) < 1e-9)
        #expect(record.groups.allSatisfy { $0.isAsExpected })
    }

    @Test("far more or fewer answers than the odds say are not as expected")
    func surprise() {
        let none = TrackRecord((0..<30).map { outcome($0, 0.5, false) })
        #expect(none.groups.map(\.isAsExpected) == [false])
        #expect(TrackRecord([outcome(0, 0.5, true)]).groups.map(\.isAsExpected) == [true])
    }

    @Test("the own record is ahead from the outcome after which it stays ahead")
    func ahead() throws {
        // Alike for ten, worse for five, then better for good: the five are made up for after another five, and one more.
        let asks =
            (0..<10).map { outcome($0, 0.4, false) } + (10..<15).map { outcome($0, 0.4, prior: 0.19, false) }
            + (15..<40).map { outcome($0, 0.2, prior: 0.4, false) }
        let ahead = try #require(TrackRecord(asks).ahead)
        #expect(ahead.outcomes == 20 && ahead.day == CalendarDay(number: 19))
        // The order of sending is not that of the outcomes.
        #expect(TrackRecord(asks.reversed()).ahead == ahead)
        #expect(TrackRecord(Array(asks.prefix(20))).ahead == nil)
    }

    @Test("with few outcomes nothing is claimed; with none there is no loss")
    func few() throws {
        let few = TrackRecord((0..<19).map { outcome($0, 0.01, prior: 0.9, false) })
        #expect(!few.isEnough && few.ahead == nil && few.ownLoss != nil)
        let empty = TrackRecord([])
        #expect(empty.outcomes == 0 && empty.groups.isEmpty && empty.ownLoss == nil && !empty.isEnough)
        let data = try JSONEncoder().encode(few)
        #expect(try JSONDecoder().decode(TrackRecord.self, from: data) == few)
    }

    @Test("the turning point of sums")
    func turningPoint() {
        #expect(TurningPoint.place(in: [Double]()) == nil)
        #expect(TurningPoint.place(in: [1, 1]) == 0)
        #expect(TurningPoint.place(in: [-1, 1]) == nil)
        #expect(TurningPoint.place(in: [-1, 2]) == 1)
        #expect(TurningPoint.place(in: [2, -3, 2]) == 2)
        #expect(TurningPoint.place(in: [0, 0, 1]) == 2)
    }
}
