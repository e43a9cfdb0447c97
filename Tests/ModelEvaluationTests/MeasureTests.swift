import Foundation
import ReboundTestSupport
import Testing

@testable import ModelEvaluation

@Suite("Measures of the evaluation")
struct MeasureTests {
    private static func cases(seed: UInt64, levels: Int = 12) -> (scores: [Double], labels: [Bool]) {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 2...60, using: &random)
        let scores = (0..<count).map { _ in Double(Int.random(in: 0..<levels, using: &random)) / 10 }
        return (scores, (0..<count).map { _ in random.unit() < 0.4 })
    }

    // MARK: AUC

    /// Hanley and McNeil 1982, table I: 109 images rated 1 to 5 by one reader.
    @Test("the area of a published table of ratings")
    func publishedArea() throws {
        var scores: [Double] = []
        var labels: [Bool] = []
        for (rating, (normal, abnormal)) in [(33, 3), (6, 2), (6, 2), (11, 11), (2, 33)].enumerated() {
            scores += [Double](repeating: Double(rating + 1), count: normal + abnormal)
            labels += [Bool](repeating: false, count: normal) + [Bool](repeating: true, count: abnormal)
        }
        let area = try #require(AreaUnderCurve(scores: scores, labels: labels).value)
        #expect(abs(area - 0.893) < 0.0005)
    }

    @Test("the area counts pairs", arguments: UInt64(0)..<60)
    func areaOracle(seed: UInt64) {
        let (scores, labels) = Self.cases(seed: seed)
        var (won, pairs) = (0.0, 0.0)
        for i in scores.indices where labels[i] {
            for j in scores.indices where !labels[j] {
                pairs += 1
                won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0
            }
        }
        let area = AreaUnderCurve(scores: scores, labels: labels)
        #expect(difference([area.value], [pairs > 0 ? won / pairs : nil]) < 1e-12)
        let turned = AreaUnderCurve(scores: scores.map { -$0 }, labels: labels).value
        #expect(difference([turned], [area.value.map { 1 - $0 }]) < 1e-12)
    }

    @Test("a weight of two is a case twice", arguments: UInt64(0)..<20)
    func areaWeights(seed: UInt64) {
        let (scores, labels) = Self.cases(seed: seed)
        var random = SeededRandom(seed: seed &+ 99)
        let weights = scores.map { _ in Int.random(in: 0...3, using: &random) }
        func repeated<T>(_ values: [T]) -> [T] {
            zip(values, weights).flatMap { Array(repeating: $0, count: $1) }
        }
        let weighted = AreaUnderCurve(scores: scores, labels: labels).value(weights: weights.map(Double.init))
        let copied = AreaUnderCurve(scores: repeated(scores), labels: repeated(labels)).value
        #expect(difference([weighted], [copied]) < 1e-12)
    }

    @Test("cases all alike have no area")
    func degenerateArea() {
        #expect(AreaUnderCurve(scores: [], labels: []).value == nil)
        #expect(AreaUnderCurve(scores: [1, 2], labels: [true, true]).value == nil)
        #expect(AreaUnderCurve(scores: [3, 3], labels: [true, false]).value == 0.5)
    }

    // MARK: Losses

    @Test("losses of a coin, of certainty and of a mistake")
    func losses() throws {
        let coin = [0.5, 0.5]
        func mean(
            _ loss: (Double, Bool) -> Double, _ probabilities: [Double], _ labels: [Bool]
        ) -> Double? { zip(probabilities, labels).map(loss).mean }
        #expect(abs(try #require(mean(LogLoss.loss, coin, [true, false])) - log(2)) < 1e-15)
        #expect(mean(BrierScore.loss, coin, [true, false]) == 0.25)
        #expect(mean(BrierScore.loss, [1, 0], [true, false]) == 0)
        #expect(abs(BrierScore.loss(probability: 0.8, label: false) - 0.64) < 1e-15)
        // One certain mistake costs no more than the clip allows.
        #expect(abs(LogLoss.loss(probability: 0, label: true) + log(0.001)) < 1e-12)
        #expect(mean(LogLoss.loss, [], []) == nil)
    }

    // MARK: Calibration

    @Test("a reliability table by hand")
    func reliability() throws {
        let table = ReliabilityTable(
            probabilities: [0.1, 0.2, 0.3, 0.6, 0.8, 0.9], labels: [false, false, true, true, true, false],
            binCount: 2)
        // The median is .45: three cases on either side.
        #expect(table.bins.map(\.cases) == [3, 3])
        #expect(difference(table.bins.map(\.meanPrediction), [0.2, 2.3 / 3]) < 1e-15)
        #expect(difference(table.bins.map(\.observedShare), [1.0 / 3, 2.0 / 3]) < 1e-15)
        let error = try #require(table.expectedCalibrationError)
        #expect(abs(error - ((1.0 / 3 - 0.2) + 0.1) / 2) < 1e-15)
    }

    @Test("equal predictions share a bin, and nothing is lost", arguments: UInt64(0)..<30)
    func reliabilityLaws(seed: UInt64) {
        let (scores, labels) = Self.cases(seed: seed, levels: 11)
        let table = ReliabilityTable(probabilities: scores, labels: labels)
        #expect(table.bins.count <= 10)
        #expect(table.bins.reduce(0) { $0 + $1.cases } == scores.count)
        let came = table.bins.reduce(0) { $0 + $1.observedShare * Double($1.cases) }
        #expect(abs(came - Double(labels.count(where: \.self))) < 1e-9)
        #expect(table.bins.map(\.meanPrediction) == table.bins.map(\.meanPrediction).sorted())
        let same = ReliabilityTable(probabilities: scores.map { _ in 0.3 }, labels: labels)
        #expect(same.bins.map(\.cases) == [scores.count])
    }

    @Test("no cases, no calibration")
    func noCalibration() {
        #expect(ReliabilityTable(probabilities: [], labels: []).expectedCalibrationError == nil)
    }

    // MARK: Ranks

    /// All orders of the candidates that put higher scores first.
    private static func orders(_ scores: [Double]) -> [[Int]] {
        if scores.isEmpty { return [[]] }
        func extended(_ order: [Int]) -> [[Int]] {
            let left = scores.indices.filter { !order.contains($0) }
            guard let best = left.map({ scores[$0] }).max() else { return [order] }
            return left.filter { scores[$0] == best }.flatMap { extended(order + [$0]) }
        }
        return extended([])
    }

    @Test("hits and reciprocal rank are means over all orders of equals", arguments: UInt64(0)..<60)
    func rankOracle(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 1...6, using: &random)
        let scores = (0..<count).map { _ in Double(Int.random(in: 0...2, using: &random)) }
        let relevant = (0..<count).map { _ in random.unit() < 0.4 }
        guard relevant.contains(true) else {
            #expect(RankOfFirstHit(scores: scores, relevant: relevant) == nil)
            return
        }
        let rank = try #require(RankOfFirstHit(scores: scores, relevant: relevant))
        let firsts = Self.orders(scores).map { order in order.firstIndex { relevant[$0] }! + 1 }
        func mean(_ value: (Int) -> Double) -> Double {
            firsts.reduce(0) { $0 + value($1) } / Double(firsts.count)
        }
        #expect(abs(rank.reciprocalRank - mean { 1 / Double($0) }) < 1e-12)
        for k in 0...7 { #expect(abs(rank.hit(within: k) - mean { $0 <= k ? 1 : 0 }) < 1e-12) }
    }

    @Test("infinite scores have a rank")
    func infiniteScores() throws {
        let last = try #require(
            RankOfFirstHit(scores: [0, -.infinity, -.infinity], relevant: [false, true, false]))
        #expect(abs(last.reciprocalRank - (0.5 + 1.0 / 3) / 2) < 1e-15)
        let first = try #require(RankOfFirstHit(scores: [.infinity, 1], relevant: [true, false]))
        #expect(first.reciprocalRank == 1)
    }

    @Test(
        "right predictions are off by what chance makes", arguments: [(0.1, 0.4), (0.3, 0.6), (0.05, 0.95)])
    func errorByChance(low: Double, high: Double) throws {
        var random = SeededRandom(seed: 5)
        var (errors, byChance) = (0.0, 0.0)
        let rounds = 60
        for _ in 0..<rounds {
            let predictions = (0..<400).map { _ in Double.random(in: low...high, using: &random) }
            let table = ReliabilityTable(
                probabilities: predictions, labels: predictions.map { random.unit() < $0 })
            errors += try #require(table.expectedCalibrationError)
            byChance += try #require(table.calibrationErrorByChance)
        }
        #expect(abs(errors / byChance - 1) < 0.08)
        #expect(ReliabilityTable(probabilities: [], labels: []).calibrationErrorByChance == nil)
        #expect(ReliabilityTable(probabilities: [1, 1], labels: [true, true]).calibrationErrorByChance == 0)
    }
}
