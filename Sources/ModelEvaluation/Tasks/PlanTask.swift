import ReferralGraph

/// Task P: whether a plan of k contacts includes someone who knows the next new contact (ranking.md, section f); and whether
/// it includes someone who knows them and writes within 14 days, where anyone does.
///
/// Asked of egos with more than 2 k contacts. Of equal scores the lower number is taken, as ``CallPlan``
/// does, except that picking at random is taken as its expectation.
struct PlanTask {
    let cases: [IntroductionCase]
    let variants: [ModelVariant]
    let outcomes: MessageOutcomes

    /// The sizes of the plans.
    static let sizes = [3, 5]

    func result(_ bootstrap: EgoBootstrap) -> TaskResult {
        var result = TaskResult()
        for size in Self.sizes {
            for isWarm in [false, true] { result += self.result(size, isWarm: isWarm, bootstrap) }
        }
        return result
    }

    /// An occasion, and the candidates that a plan should include.
    private struct Occasion {
        let introduction: IntroductionCase
        let isRight: [Bool]
    }

    private func result(_ size: Int, isWarm: Bool, _ bootstrap: EgoBootstrap) -> TaskResult {
        let subset = "k = \(size)" + (isWarm ? ", writes" : "")
        let cases = cases.compactMap { introduction -> Occasion? in
            guard introduction.occasion.kind == .newTie, introduction.candidates.count > 2 * size else {
                return nil
            }
            let right = isWarm ? introduction.whoKnowsAndWrites(outcomes) : introduction.knowsStranger
            return right.flatMap {
                $0.contains(true) ? Occasion(introduction: introduction, isRight: $0) : nil
            }
        }
        guard cases.count >= IntroductionTask.fewestCases else {
            return .skipped(
                .plan, subset, .tooFew(cases.count, "occasion", needed: IntroductionTask.fewestCases))
        }
        func entry(
            _ name: String, _ kind: EvaluationRow.Kind, _ covered: (Occasion) -> Double
        ) -> Contest.Entry {
            let covered = cases.map(covered)
            return Contest.Entry(
                method: name, kind: kind, measures: [(.covered, .mean(covered))])
        }
        func best(_ scores: [Double]) -> [Int] {
            Array(scores.indices.stablySorted { -scores[$0] }.prefix(size))
        }
        func covers(_ occasion: Occasion, _ picks: some Sequence<Int>) -> Double {
            picks.contains { occasion.isRight[$0] } ? 1 : 0
        }
        var entries = ContactBaseline.allCases.enumerated().map { index, baseline in
            entry(baseline.rawValue, baseline.kind) { occasion in
                let scores = occasion.introduction.baselines[index]
                guard baseline == .random else { return covers(occasion, best(scores)) }
                // Every occasion has a right candidate.
                return RankOfFirstHit(scores: scores, relevant: occasion.isRight)!.hit(within: size)
            }
        }
        entries.append(entry("model: reach", .model) { covers($0, best($0.introduction.models[0].reach)) })
        entries.append(entry("model: value", .model) { covers($0, best($0.introduction.models[0].values)) })
        entries.append(
            entry("model: plan if all answer", .model) {
                covers($0, $0.introduction.models[0].coveringPlan.prefix(size))
            })
        entries.append(
            entry("model: plan", .model) { covers($0, $0.introduction.models[0].valuePlan.prefix(size)) })
        for (index, variant) in variants.enumerated() {
            guard let name = variant.name, variant.bears(on: .plan) else { continue }
            entries.append(
                entry(name, .ablation) {
                    covers($0, $0.introduction.models[index].valuePlan.prefix(size))
                })
        }
        let contest = Contest(
            task: .plan, subset: subset, egos: cases.map(\.introduction.occasion.ego),
            partners: cases.map(\.introduction.occasion.stranger), trueShare: nil, entries: entries)
        return TaskResult(rows: contest.rows(bootstrap))
    }
}
