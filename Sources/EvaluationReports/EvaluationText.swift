public import ModelEvaluation
import RankingModel
public import Reporting

/// A back-test for reading: one table a task, what the model adds, and what each of its terms is worth.
public struct EvaluationText: ReadableReport {
    private let report: EvaluationReport
    private let title: String

    /// Makes the text of a back-test.
    /// - Parameter title: What the event list is called.
    public init(_ report: EvaluationReport, title: String) {
        self.report = report
        self.title = title
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped("\(title): how well the ranking would have predicted it", paint: .bold)
        block.wrapped(
            "\(Wording.count(report.messages, "message")) between \(Wording.count(report.people, "person", "people"))"
                + " in \(Wording.count(max(1, Int(report.days.rounded())), "day")); the later part is predicted from what came"
                + " before", paint: .dim)
        if let record = report.replyRecord {
            block.heading("Your own record")
            for sentence in record.sentences { block.wrapped(sentence, after: "  ") }
            if let measured { block.wrapped(measured, after: "  ") }
        }
        if let record = report.trackRecord {
            block.heading("How well the percentages did so far")
            for sentence in TrackRecordText(record).sentences {
                block.wrapped(sentence, after: "  ", deeper: 2)
            }
        }
        for (task, subset) in contests {
            contest(report.rows(of: task, subset: subset), &block, style)
        }
        if !report.skipped.isEmpty {
            block.blank()
            for part in report.skipped {
                block.wrapped(
                    "\(part.task.rawValue), \(part.subset): \(part.reason)", after: "not scored: ",
                    paint: .dim)
            }
        }
        return block
    }

    /// How far off the probabilities of a reply were, of fresh asks where there are enough.
    private var measured: String? {
        let tables = report.reliability.filter { $0.task == .reply }
        guard let table = (tables.first { $0.subset == "fresh" } ?? tables.first)?.table,
            let error = table.expectedCalibrationError, let chance = table.calibrationErrorByChance
        else { return nil }
        return
            "measured below on \(Wording.count(table.bins.reduce(0) { $0 + $1.cases }, "ask")): the probabilities were "
            + "off by \(Wording.percent(error)) on average, where chance alone would make \(Wording.percent(chance))"
    }

    /// Every task with its subsets, in the order of the report.
    private var contests: [(EvaluationTask, String)] {
        var contests: [(EvaluationTask, String)] = []
        for row in report.rows where contests.last.map({ $0 != (row.task, row.subset) }) ?? true {
            contests.append((row.task, row.subset))
        }
        return contests
    }

    private func contest(_ rows: [EvaluationRow], _ block: inout TextBlock, _ style: TextStyle) {
        guard let first = rows.first else { return }
        block.blank()
        let share = first.trueShare.map { ", \(Wording.percent($0)) came true" } ?? ""
        block.wrapped(
            "\(first.task.rawValue), \(first.subset): \(first.task.question(answersWithin(days: report.replyWindowDays))) "
                + "(\(Wording.count(first.cases, "case")) of \(Wording.count(first.egos, "person", "people"))\(share))",
            paint: .bold)
        let measures = Array(first.figures.map(\.measure).filter { $0 != .brier }.prefix(4))
        block.line(
            style.dim(
                trimmedEnd(
                    "  " + fitted("method", to: Self.nameWidth)
                        + measures.map { heading($0, isScore: $0 == first.task.measure) }.joined())))
        for row in rows where row.kind != .ablation {
            let line =
                "  " + fitted(printable(row.method), to: Self.nameWidth)
                + measures.map { cell(row.figure($0), isScore: $0 == row.task.measure) }.joined()
            block.line(row.kind == .model ? style.bold(trimmedEnd(line)) : trimmedEnd(line))
        }
        for row in rows {
            guard row.kind == .model, let comparison = row.comparison else { continue }
            block.wrapped(
                "\(row.method) against \(comparison.against): \(difference(comparison.difference))",
                after: "    ", paint: .dim)
        }
        ablations(rows.filter { $0.kind == .ablation }, &block, style)
    }

    private func ablations(_ rows: [EvaluationRow], _ block: inout TextBlock, _ style: TextStyle) {
        guard let against = rows.first?.comparison?.against else { return }
        let measure = rows[0].task.measure
        let change =
            rows.contains { $0.method.hasPrefix("other policy") }
            ? "as another policy has it" : "with one term less"
        let hasLoss = rows.contains { $0.comparison?.difference(in: .logLoss, of: $0.task) != nil }
        block.line(
            style.dim(
                "  \(against) \(change): what that changes in \(measure.rawValue)"
                    + (hasLoss ? " and log-loss" : "")))
        for row in rows {
            guard let comparison = row.comparison else { continue }
            let term = printable(String(row.method.trimmingPrefix("without ")))
            let loss = comparison.difference(in: .logLoss, of: row.task).map(difference)
            let change = difference(comparison.difference)
            block.line(
                "    " + fitted(term, to: 18) + (loss.map { fitted(change, to: 25) + $0 } ?? change))
        }
    }

    private static let nameWidth = 31

    private func heading(_ measure: EvaluationMeasure, isScore: Bool) -> String {
        isScore ? fitted("\(measure.rawValue) [95%]", to: 22) : fitted(measure.rawValue, to: 9)
    }

    private func cell(_ estimate: Estimate?, isScore: Bool) -> String {
        guard let estimate else { return fitted("-", to: isScore ? 22 : 9) }
        let value = Wording.fixed(estimate.value, 3)
        return isScore ? fitted("\(value) \(range(of: estimate))", to: 22) : fitted(value, to: 9)
    }

    private func difference(_ estimate: Estimate) -> String {
        trimmedEnd("\(Wording.signed(estimate.value, 3)) \(range(of: estimate))")
    }

    private func range(of estimate: Estimate) -> String {
        guard let low = estimate.low, let high = estimate.high else { return "" }
        return "[\(Wording.fixed(low, 3)), \(Wording.fixed(high, 3))]"
    }
}

extension EvaluationTask {
    /// What the task asks.
    /// - Parameter answers: What the probability of a reply is of, see ``answersWithin(days:)``.
    fileprivate func question(_ answers: String) -> String {
        switch self {
        case .reply: "who \(answers.lowercasedFirst)"
        case .stall:
            "which silent request gets no reply for \(Int(SilenceModel.horizonDays)) more days"
        case .introductionKnows: "who knows the next new contact"
        case .introductionWarm: "who knows the next new contact and writes within two weeks"
        case .introductionUnasked: "who introduces someone unasked"
        case .introducer: "which common contact makes the introduction"
        case .plan: "whether a plan covers the next new contact"
        }
    }
}
