import ModelEvaluation
import ReferralGraph
import Reporting

/// How well the percentages did so far, for someone who counts.
struct TrackRecordText {
    private let record: TrackRecord

    /// The fewest requests of about the same odds that get a line.
    private static let fewestCases = 5

    init(_ record: TrackRecord) { self.record = record }

    /// In sentences; that there are too few outcomes, where there are.
    var sentences: [String] {
        guard record.isEnough else {
            let outcomes =
                record.outcomes == 0
                ? "none of your requests has an outcome yet"
                : "\(record.outcomes == 1 ? "only 1 of your requests has" : "only \(record.outcomes) of your requests have") "
                    + "an outcome so far"
            return [
                "too few to say how well the percentages do: \(outcomes); from \(record.outcomesNeeded) on, this says how many "
                    + "came true"
            ]
        }
        let groups = record.groups.filter { $0.cases >= Self.fewestCases }
        return [
            "of \(record.outcomes) requests with an outcome, \(record.answered) were answered; the percentages that Rebound gave "
                + "them add up to \(Wording.fixed(record.expected, 0))"
        ] + groups.map(sentence) + [lead]
    }

    /// `of 40 requests that Rebound gave about a 1 in 3 chance, 12 were answered, as many as expected`.
    private func sentence(_ group: TrackRecord.Group) -> String {
        let judgment =
            group.isAsExpected
            ? "about as expected"
            : "\(Double(group.answered) > group.expected ? "more" : "fewer") than expected "
                + "(\(Wording.fixed(group.expected, 0)))"
        return
            "of \(group.cases) requests that Rebound gave about a \(group.chance) in \(group.of) chance, \(group.answered) "
            + "\(group.answered == 1 ? "was" : "were") answered, \(judgment)"
    }

    /// From when on the own record helped.
    private var lead: String {
        guard let ahead = record.ahead else {
            return "your own record does not predict better than the average of other people yet"
        }
        return "your own record has predicted better than the average of other people since you had "
            + "\(Wording.count(ahead.outcomes, "outcome")), on \(ahead.day.longWords)"
    }
}
