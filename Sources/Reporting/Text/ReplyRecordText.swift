import Playbook
package import RankingModel
import ReferralAnalysis

extension ReplyRecord {
    /// The record in full: how many outcomes there are, the seeker's own rate against that of people at large, the weight
    /// of each, and whether the probabilities can be read as odds.
    package var sentences: [String] {
        var sentences: [String] = []
        if let ownRate {
            sentences.append(
                "\(answers) of \(Wording.count(asks, "request")) with an outcome answered, \(Wording.percent(ownRate)); people "
                    + "at large answer \(Wording.percent(priorRate))")
        } else {
            sentences.append("no outcome so far; people at large answer \(Wording.percent(priorRate))")
        }
        sentences.append(
            "an estimate for someone new starts from \(Wording.percent(startingRate)), in which your own rate weighs "
                + "\(Wording.percent(ownShare)) (\(Wording.count(asks, "request")) against M0 = \(figure(priorWeightAsks))); "
                + "their own record then weighs against M = \(figure(startingWeightAsks)) requests")
        sentences.append(
            "calibration by your outcomes: \(Wording.percent(calibrationShare)) of the way (KAPPA = "
                + "\(figure(calibrationWeight))), \(Wording.signed(calibration, 3)) in the log-odds of a fresh ask"
        )
        sentences.append(caveat ?? "enough outcomes for your own record to outweigh the assumptions")
        return sentences
    }

    /// What the estimated probability is of: `Answers within a week`.
    var answersWithin: String { Reporting.answersWithin(days: windowDays) }

    /// The record in one line.
    var summary: String {
        let own =
            switch asks {
            case 0: "none of your requests has an outcome"
            case 1: "your only request with an outcome was \(answers == 1 ? "" : "not ")answered"
            default:
                "\(answers) of your \(asks) requests with an outcome answered, \(Wording.percent(ownRate ?? 0))"
            }
        return own
            + "; people at large answer \(Wording.percent(priorRate)); your rate weighs \(Wording.percent(ownShare))"
    }

}

/// What the estimated probability of a reply is of, by the length of its window: `Answers within a week`.
package func answersWithin(days: Double) -> String {
    "Answers within " + (Int(exactly: days).map(TimeInWords.length) ?? Wording.days(days))
}

private func figure(_ value: Double) -> String {
    value == value.rounded() ? Wording.fixed(value, 0) : Wording.fixed(value, 1)
}

extension Wording {
    /// `7 days`, `1 day`, `5.5 days`.
    static func days(_ days: Double) -> String { "\(figure(days)) \(days == 1 ? "day" : "days")" }
}
