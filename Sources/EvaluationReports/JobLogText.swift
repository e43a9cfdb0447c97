public import ModelEvaluation
import Playbook
import RankingModel
public import Reporting

/// What logs of applications say, for reading.
public struct JobLogText: ReadableReport {
    private let report: JobLogReport
    private let title: String

    /// Makes the text of an evaluation.
    /// - Parameter title: What the logs are called.
    public init(_ report: JobLogReport, title: String) {
        self.report = report
        self.title = title
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped("\(title): what came of what was sent", paint: .bold)
        block.wrapped(
            "\(Wording.count(report.rows, "row")) of \(Wording.count(report.logs, "job search", "job searches")); "
                + "intervals are of 95%", paint: .dim)
        block.heading("Answered")
        for kind in report.kinds { self.kind(kind, &block) }
        if let funnel = ApplicationFunnel(report) {
            block.heading("How far the applications came")
            for line in funnel.lines { block.wrapped(line, after: "  ", deeper: 2) }
        }
        if let foresight = report.foresight { self.foresight(foresight, &block) }
        if let referral = report.referral { self.referral(referral, &block) }
        block.heading("Elsewhere")
        for fact in [MeasuredFact.applicationAnswered, .applicationInterview, .applicationOffer, .daysToNo] {
            block.wrapped("\(fact.finding) (\(fact.source))", after: "  ", deeper: 2)
        }
        return block
    }

    private func kind(_ kind: JobLogReport.Kind, _ block: inout TextBlock) {
        let unknown = kind.rows - kind.known
        let share = kind.answeredShare.map {
            "\(kind.answered) of \(kind.known) answered, \(Wording.percent($0))"
                + (unknown > 0 ? "; of \(unknown) more it is not recorded" : "")
        }
        block.wrapped(
            "\(kind.kind): \(share ?? "\(kind.rows) sent, and whether they were answered is not recorded")"
                + (kind.interviews > 0
                    ? "; \(Wording.count(kind.interviews, "interview"))" : ""),
            after: "  ", deeper: 2)
        guard !kind.answeredBy.isEmpty else { return }
        let days = kind.answeredBy.map { "day \($0.day) \(Wording.percent($0.share))" }
        block.wrapped(
            "by \(days.joined(separator: ", by ")) (\(kind.dated) with dates)", after: "    ", deeper: 2,
            paint: .dim)
    }

    /// The fewest looks at silent applications that say how well the model predicts.
    private static let fewestLooks = 20

    private func foresight(_ foresight: JobLogReport.Foresight, _ block: inout TextBlock) {
        block.heading("Silent applications: predicted and what happened")
        guard foresight.looks >= Self.fewestLooks else {
            block.wrapped(
                "too few to say how well the percentages do: \(Wording.count(foresight.looks, "case")), "
                    + "\(Self.fewestLooks) needed", after: "  ", deeper: 2)
            return
        }
        for age in foresight.byAge {
            block.wrapped(
                "after \(Wording.count(age.days, "day")): \(Wording.percent(age.predicted)) predicted to get no reply in 30 more, "
                    + "\(Wording.percent(age.observed)) got none (\(Wording.count(age.cases, "case")))",
                after: "  ",
                deeper: 2)
        }
        if let error = foresight.table.expectedCalibrationError {
            block.wrapped(
                "with each search’s own record the percentages were off by \(Wording.percent(error)) on average; log-loss "
                    + "\(Wording.interval(foresight.ownLoss)), \(Wording.interval(foresight.priorLoss)) without that record, "
                    + "difference \(Wording.interval(foresight.difference))", after: "  ", deeper: 2)
        }
        block.wrapped(
            foresight.ownRecordHelpsFrom.map {
                "the own record helped from about \(Wording.count($0, "settled application")) on"
            } ?? "the own record did not help yet", after: "  ", deeper: 2)
    }

    private func referral(_ effect: ReferralEffect, _ block: inout TextBlock) {
        block.heading("Referred, against not referred")
        let ratio =
            effect.riskRatio.map { "risk ratio \(Wording.times($0))" } ?? "too few interviews for a ratio"
        block.wrapped(
            "\(effect.referredInterviews) of \(effect.referred) referred applications led to an interview, "
                + "\(effect.otherInterviews) of \(effect.others) others; \(ratio), over "
                + "\(Wording.count(effect.logs, "log")) (Mantel-Haenszel). Selection, not cause.",
            after: "  ",
            deeper: 2)
    }
}
