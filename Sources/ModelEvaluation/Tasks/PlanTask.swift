import ReferralGraph

/// Task P: whether a plan of k contacts has somebody who knows the next new contact (ranking.md, section f).
///
/// Asked of egos with more than 2 k contacts. Of equal scores the lower number is taken, as ``CallPlan``
/// does, except that picking at random is taken as its expectation.
struct PlanTask {
    let cases: [IntroductionCase]
    let variants: [ModelVariant]

    /// The sizes of the plans.
    static let sizes = [3, 5]

    func result(_ bootstrap: EgoBootstrap) -> TaskResult {
        var result = TaskResult()
        for size in Self.sizes { result += self.result(size, bootstrap) }
        return result
    }

    private func result(_ size: Int, _ bootstrap: EgoBootstrap) -> TaskResult {
        let subset = "k = \(size)"
        let cases = cases.filter { $0.occasion.kind == .newTie && $0.candidates.count > 2 * size }
        guard cases.count >= IntroductionTask.fewestCases else {
            return .skipped(
                .plan, subset,
                "\(cases.count) occasions in the later part of the list, \(IntroductionTask.fewestCases) needed"
            )
        }
        func entry(
            _ name: String, _ kind: EvaluationRow.Kind, _ covered: (IntroductionCase) -> Double
        ) -> Contest.Entry {
            let covered = cases.map(covered)
            return Contest.Entry(
                method: name, kind: kind, measures: [(.covered, .mean(covered))])
        }
        func best(_ scores: [Double]) -> [Int] {
            Array(scores.indices.stablySorted { -scores[$0] }.prefix(size))
        }
        func covers(_ introduction: IntroductionCase, _ picks: some Sequence<Int>) -> Double {
            let knows = introduction.knowsStranger
            return picks.contains { knows[$0] } ? 1 : 0
        }
        var entries = ContactBaseline.allCases.enumerated().map { index, baseline in
            entry(baseline.rawValue, baseline.kind) { introduction in
                let scores = introduction.baselines[index]
                guard baseline == .random else { return covers(introduction, best(scores)) }
                // Every new tie has a contact in common.
                return RankOfFirstHit(scores: scores, relevant: introduction.knowsStranger)!.hit(within: size)
            }
        }
        entries.append(entry("model: reach", .model) { covers($0, best($0.models[0].reach)) })
        entries.append(entry("model: value", .model) { covers($0, best($0.models[0].values)) })
        entries.append(
            entry("model: plan if all answer", .model) { covers($0, $0.models[0].coveringPlan.prefix(size)) })
        entries.append(entry("model: plan", .model) { covers($0, $0.models[0].valuePlan.prefix(size)) })
        for (index, variant) in variants.enumerated() {
            guard let ablation = variant.ablation, ablation.tasks.contains(.plan) else { continue }
            entries.append(
                entry("without \(ablation.rawValue)", .ablation) {
                    covers($0, $0.models[index].valuePlan.prefix(size))
                })
        }
        let contest = Contest(
            task: .plan, subset: subset, egos: cases.map(\.occasion.ego),
            partners: cases.map(\.occasion.stranger), trueShare: nil, entries: entries)
        return TaskResult(rows: contest.rows(bootstrap))
    }
}
