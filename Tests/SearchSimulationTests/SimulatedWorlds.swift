import AnalysisTestSupport
import DateLiterals
import Foundation
import Playbook
import RankingModel
import ReferralAnalysis
import ReferralGraph
import SearchSimulation
import Testing

/// Networks in which rho and d are plain numbers, so that what a simulation must show can be calculated.
enum SimulatedWorlds {
    static let asOf: Timestamp = "2026-04-06"

    /// A policy under which everybody answers with one chance whatever happened before, and a person without a title
    /// has the direct value `direct`.
    static func policy(reply: Double, direct: Double, strangers: Double = 0) -> AnalysisPolicy {
        var policy = AnalysisPolicy.standard
        policy.playbook.longGapDays = 3_650
        policy.ranking.replyIntercept = reply < 1 ? log(reply / (1 - reply)) : 60
        policy.ranking.replyRateCoefficient = 0
        policy.ranking.replyInboundCoefficient = 0
        policy.ranking.replyRecencyCoefficient = 0
        policy.ranking.replyStreakCoefficient = 0
        policy.ranking.replyColdReachCoefficient = 0
        policy.ranking.calibrationWeight = 1e300
        policy.ranking.directValue.unknownTitleValue = direct
        policy.ranking.directValue.minimumStrangerValue = strangers
        return policy
    }

    /// The same, with no one called twice.
    static func onceOnly(_ policy: AnalysisPolicy) -> AnalysisPolicy {
        var policy = policy
        policy.playbook.firstMessageAfterBusinessDays = 365
        policy.playbook.telephoneAfterBusinessDays = 365
        policy.playbook.monthlyTouchAfterDays = 3_650
        return policy
    }

    /// A seeker and some contacts who know no one and were spoken to long ago, each on another day.
    static func contacts(_ count: Int, _ policy: AnalysisPolicy) throws -> NetworkAnalysis {
        try analyse(asOf: asOf, policy: policy) { network in
            for number in 0..<count {
                let id = PersonID("p\(number)")
                network.person(id, at: nil)
                network.talked(with: id, on: Timestamp(CalendarDay("2025-01-01") + (number * 7) % 60))
            }
        }
    }

    /// Holds a share of runs to a probability: within four standard errors.
    static func expect(
        _ share: Double, _ probability: Double, runs: Int, _ comment: Comment,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = (probability * (1 - probability) / Double(runs)).squareRoot()
        #expect(
            abs(share - probability) <= 4 * error + 1e-12, "\(comment): \(share) for \(probability)",
            sourceLocation: sourceLocation)
    }
}

extension StrategyOutcome {
    /// The share of runs with an interview by the end of each week.
    func shares(of runs: Int) -> [Double] {
        var sum = 0
        return interviewsInWeek.map { count in
            sum += count
            return Double(sum) / Double(runs)
        }
    }
}
