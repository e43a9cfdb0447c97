import RankingModel

/// A task of yes or no: every method gives each case a score, and a probability with it.
///
/// The scores of baselines become probabilities by a logistic regression on the training cases; the model's
/// probabilities are its own.
struct BinaryTask {
    let task: EvaluationTask
    let labels: [Bool]
    let egos: [Int]
    /// Who was asked.
    let partners: [Int]
    /// Cases from which baselines may learn, all of them settled before the first test case.
    let isTraining: [Bool]
    /// The cases to be foretold.
    let isTest: [Bool]

    /// A method before it met the cases.
    struct Method {
        let name: String
        let kind: EvaluationRow.Kind
        /// One score a case, and for composites several.
        let columns: [[Double]]
        /// Whether the score is the log-odds of a probability already.
        var isLogOdds = false
    }

    /// The fewest test cases that are scored.
    static let fewestCases = 50
    /// The fewest training cases that a regression is fitted to.
    private static let fewestTrainingCases = 31

    /// Scores the methods on one subset of the cases.
    /// - Parameters:
    ///   - subset: Its name.
    ///   - members: Which cases belong to it.
    ///   - fewest: The fewest test cases that are scored.
    /// - Returns: The rows and the reliability of the first model; or why there are none.
    func result(
        subset: String, members: [Bool], methods: [Method], fewest: Int = fewestCases,
        _ bootstrap: EgoBootstrap
    ) -> TaskResult {
        let test = labels.indices.filter { isTest[$0] && members[$0] }
        let training = labels.indices.filter { isTraining[$0] && members[$0] }
        let outcomes = test.map { labels[$0] }
        let came = outcomes.count(where: \.self)
        guard test.count >= fewest else {
            return .skipped(task, subset, .tooFew(test.count, "case", needed: fewest))
        }
        guard came > 0, came < test.count else {
            return .skipped(task, subset, "all \(test.count) cases came out alike")
        }
        var result = TaskResult()
        let entries = methods.map { method in
            let probabilities = probabilities(of: method, training: training, test: test)
            let table = ReliabilityTable(probabilities: probabilities, labels: outcomes)
            if method.kind == .model, result.reliability.isEmpty {
                result.reliability = [.init(task: task, subset: subset, table: table)]
            }
            return entry(method, probabilities, table, test: test, outcomes: outcomes)
        }
        result.rows = Contest(
            task: task, subset: subset, egos: test.map { egos[$0] }, partners: test.map { partners[$0] },
            trueShare: Double(came) / Double(test.count), entries: entries
        ).rows(bootstrap)
        return result
    }

    private func probabilities(of method: Method, training: [Int], test: [Int]) -> [Double] {
        if method.isLogOdds { return test.map { Elementary.probability(logOdds: method.columns[0][$0]) } }
        guard training.count >= Self.fewestTrainingCases else {
            let known = labels.indices.filter { isTraining[$0] }
            let rate = known.isEmpty ? 0.5 : known.map { labels[$0] ? 1.0 : 0 }.mean!
            return test.map { _ in rate }
        }
        let fit = LogisticFit(
            columns: method.columns.map { column in training.map { column[$0] } },
            labels: training.map { labels[$0] })
        return test.map { index in fit.probability(method.columns.map { $0[index] }) }
    }

    private func entry(
        _ method: Method, _ probabilities: [Double], _ table: ReliabilityTable, test: [Int], outcomes: [Bool]
    ) -> Contest.Entry {
        let scores = method.columns.count == 1 ? test.map { method.columns[0][$0] } : probabilities
        let area = AreaUnderCurve(scores: scores, labels: outcomes)
        let losses = zip(probabilities, outcomes).map(LogLoss.loss)
        let squares = zip(probabilities, outcomes).map(BrierScore.loss)
        return Contest.Entry(
            method: method.name, kind: method.kind,
            measures: [
                (.auc, .area(area)), (.logLoss, .mean(losses)), (.brier, .mean(squares)),
            ],
            plainFigures: table.expectedCalibrationError.map {
                [EvaluationFigure(measure: .calibrationError, estimate: Estimate(value: $0))]
            } ?? [])
    }
}

/// What one task adds to the report.
struct TaskResult {
    var rows: [EvaluationRow] = []
    var reliability: [EvaluationReport.Reliability] = []
    var skipped: [EvaluationReport.Skipped] = []

    static func skipped(_ task: EvaluationTask, _ subset: String, _ reason: String) -> TaskResult {
        TaskResult(skipped: [.init(task: task, subset: subset, reason: reason)])
    }

    static func += (left: inout TaskResult, right: TaskResult) {
        left.rows += right.rows
        left.reliability += right.reliability
        left.skipped += right.skipped
    }
}

extension String {
    /// `1 case in the later part of the list, 50 needed`.
    static func tooFew(
        _ count: Int, _ noun: String, in part: String = "later", needed: Int
    ) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s") in the \(part) part of the list, \(needed) needed"
    }
}
