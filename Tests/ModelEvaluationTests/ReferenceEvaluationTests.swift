import Foundation
import ModelEvaluation
import NetworkFiles
import RankingModel
import ReferralAnalysis
import Testing

/// The published event lists, where `REBOUND_CORPORA` names a folder that has them.
private enum ThreadCorpus {
    static let folder = ProcessInfo.processInfo.environment["REBOUND_CORPORA"].map { $0 + "/threads/" }
}

@Suite("Back-test of published event lists", .enabled(if: ThreadCorpus.folder != nil), .serialized)
struct ReferenceEvaluationTests {
    /// The reference puts equal scores in one random order, and estimates betweenness in large lists from a
    /// sample: there the printed number is one draw.
    private static let drawn: Set<String> = [
        "random", "degree", "mutual contacts", "new reach", "betweenness",
    ]

    private static func tolerance(_ value: ReferenceValues.Value) -> Double {
        switch value.task {
        // The reference finds the weekend in the whole list, this one in the messages so far.
        case "R", "S": value.method == "3 business days" ? 0.005 : 0.003
        case "P": value.method == "betweenness" ? 0.02 : 0.01
        default: drawn.contains(value.method) ? 0.06 : 0.01
        }
    }

    @Test("agrees with the reference on every method", arguments: ["enron", "eu1", "ml_pwm"])
    func reference(list: String) throws {
        let read = try EventListReader.read(path: (ThreadCorpus.folder ?? "") + list + ".csv")
        let report = try Evaluation(bootstrap: 0, constants: .reference).run(try #require(read.events))
        let values = ReferenceValues.all.filter { $0.list == list }
        #expect(values.count > 130)
        for value in values {
            let task = try #require(EvaluationTask(rawValue: value.task))
            let row = try #require(
                report.row(of: task, subset: value.subset, method: value.method),
                "\(value.task) \(value.subset) \(value.method)")
            let what = Comment(rawValue: "\(value.task) \(value.subset) \(value.method)")
            #expect(row.cases == value.cases, what)
            let score = try #require(row.score).value
            #expect(abs(score - value.numbers[0]) < Self.tolerance(value), what)
            guard value.numbers.count == 2 else { continue }
            if task == .reply || task == .stall {
                let loss = try #require(row.figure(.logLoss)).value
                #expect(abs(loss - value.numbers[1]) < 0.003, what)
            } else {
                #expect(abs(score - value.numbers[1]) < 0.001, what)
            }
        }
    }

    @Test(
        "the term that was removed makes fresh asks worse on every list, and the standard ranking is without it",
        arguments: ["enron", "eu1", "ml_pwm"])
    func removedTerm(list: String) throws {
        let read = try EventListReader.read(path: (ThreadCorpus.folder ?? "") + list + ".csv")
        let events = try #require(read.events)
        let reference = try Evaluation(
            tasks: [.reply], ablations: [.replyColdReach], bootstrap: 0, constants: .reference
        ).run(events)
        let without = try #require(
            reference.row(of: .reply, subset: "fresh", method: "without reply-cold-reach"))
        let comparison = try #require(without.comparison)
        #expect(comparison.difference.value > 0)
        #expect(try #require(comparison.difference(in: .logLoss, of: .reply)).value < 0)
        let standard = try Evaluation(tasks: [.reply], bootstrap: 0).run(events)
        let row = try #require(standard.row(of: .reply, subset: "fresh", method: "model: reply"))
        #expect(row.figures == without.figures)
    }
}
