public import ModelEvaluation
package import Playbook
package import RankingModel
public import ReferralAnalysis

/// How far applications came, one's own beside other people's: any reply, an interview, an offer.
public struct ApplicationFunnel: Sendable {
    /// How many applications.
    package let total: Int
    /// The stages, the first reached first.
    package let steps: [Step]

    /// One stage.
    package struct Step: Sendable {
        /// `interview`.
        package let label: String
        /// How many came so far.
        package let count: Int
        /// Their share of all.
        package let share: IntervalEstimate
        /// The share of other people's applications.
        package let elsewhere: MeasuredShare?
        /// By when, where that is another time than one's own: ` by day 90`.
        package var elsewhereBy = ""

        /// `48% [38, 59] by day 90`.
        package var elsewhereWords: String? { elsewhere.map { "\($0)\(elsewhereBy)" } }
    }

    /// The fewest applications of a network that say something.
    public static let fewestOutcomes = 5

    /// The applications of a network of which it is settled what became of them; `nil` with fewer than ``fewestOutcomes``.
    public init?(_ record: ApplicationRecord) {
        guard let answered = record.answered, let interviewed = record.interviewed,
            let offered = record.offered,
            answered.total >= Self.fewestOutcomes
        else { return nil }
        let isMonth = record.windowDays == 30
        total = answered.total
        steps = [
            Step(
                label: "reply in \(Wording.days(record.windowDays))", count: answered.count,
                share: answered.share, elsewhere: isMonth ? .answeredByDay30 : nil),
            Step(
                label: "interview", count: interviewed.count, share: interviewed.share, elsewhere: .interview),
            Step(label: "offer", count: offered.count, share: offered.share, elsewhere: .offer),
        ]
    }

    /// The applications of job-search logs; `nil` without any whose answer is known.
    public init?(_ report: JobLogReport) {
        guard let total = report.funnel.first?.total else { return nil }
        self.total = total
        steps = report.funnel.map { step in
            switch step.stage {
            case .answer:
                Step(
                    label: "any reply", count: step.count, share: step.share, elsewhere: .answeredByDay90,
                    elsewhereBy: " by day 90")
            case .interview:
                Step(label: "interview", count: step.count, share: step.share, elsewhere: .interview)
            case .offer: Step(label: "offer", count: step.count, share: step.share, elsewhere: .offer)
            }
        }
    }

    /// `interview: 3 of 24, 13% [4, 31]; elsewhere 8% [5, 12]`.
    package var lines: [String] {
        steps.map { step in
            "\(step.label): \(words(step))\(step.elsewhereWords.map { "; elsewhere \($0)" } ?? "")"
        }
    }

    /// `3 of 24, 13% [4, 31]`.
    package func words(_ step: Step) -> String { "\(step.count) of \(total), \(Wording.percent(step.share))" }
}
