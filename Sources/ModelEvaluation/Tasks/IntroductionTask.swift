/// Tasks I and W: which contact leads to the next new contact (ranking.md, section c).
///
/// Scored are the occasions after the 60 % quantile of the times of new ties, which alone are given.
struct IntroductionTask {
    let cases: [IntroductionCase]
    let variants: [ModelVariant]
    let outcomes: MessageOutcomes

    /// The fewest lists that are scored.
    static let fewestCases = 30

    /// One list of candidates with the right ones among them.
    private struct Question {
        let introduction: IntroductionCase
        let relevant: [Bool]
        /// The positions of the candidates to choose among.
        let choices: [Int]
    }

    func result(_ task: EvaluationTask, _ bootstrap: EgoBootstrap) -> TaskResult {
        let questions = cases.compactMap { question($0, task) }.filter { question in
            let right = question.choices.count { question.relevant[$0] }
            return right > 0 && (right < question.choices.count || task == .introducer)
        }
        guard questions.count >= Self.fewestCases else {
            return .skipped(
                task, Subset.all.rawValue,
                .tooFew(questions.count, "occasion", needed: Self.fewestCases))
        }
        let contest = Contest(
            task: task, subset: Subset.all.rawValue, egos: questions.map(\.introduction.occasion.ego),
            partners: questions.map(\.introduction.occasion.stranger),
            trueShare: nil, entries: entries(task, questions))
        return TaskResult(rows: contest.rows(bootstrap))
    }

    private func question(_ introduction: IntroductionCase, _ task: EvaluationTask) -> Question? {
        let everybody = Array(introduction.candidates.indices)
        let occasion = introduction.occasion
        let knows = introduction.knowsStranger
        switch (task, occasion.kind) {
        case (.introductionKnows, .newTie):
            return Question(introduction: introduction, relevant: knows, choices: everybody)
        case (.introductionWarm, .newTie):
            return introduction.whoKnowsAndWrites(outcomes).map {
                Question(introduction: introduction, relevant: $0, choices: everybody)
            }
        case (.introductionUnasked, .introduction(let introducer)):
            return Question(
                introduction: introduction, relevant: introduction.candidates.map { $0 == introducer },
                choices: everybody)
        case (.introducer, .introduction(let introducer)):
            let able = everybody.filter { knows[$0] }
            guard able.count >= 2 else { return nil }
            return Question(
                introduction: introduction, relevant: introduction.candidates.map { $0 == introducer },
                choices: able)
        default: return nil
        }
    }

    private func entries(_ task: EvaluationTask, _ questions: [Question]) -> [Contest.Entry] {
        func entry(
            _ name: String, _ kind: EvaluationRow.Kind, _ scores: (IntroductionCase) -> [Double]
        ) -> Contest.Entry {
            let ranks = questions.map { question in
                let all = scores(question.introduction)
                // Every question has a right answer among its choices.
                return RankOfFirstHit(
                    scores: question.choices.map { all[$0] },
                    relevant: question.choices.map { question.relevant[$0] })!
            }
            let reciprocals = ranks.map(\.reciprocalRank)
            let hits = [1, 3, 10].map { k in ranks.map { $0.hit(within: k) } }
            return Contest.Entry(
                method: name, kind: kind,
                measures: [
                    (.meanReciprocalRank, .mean(reciprocals)), (.hitsAt1, .mean(hits[0])),
                    (.hitsAt3, .mean(hits[1])), (.hitsAt10, .mean(hits[2])),
                ])
        }
        var entries = ContactBaseline.allCases.enumerated().map { index, baseline in
            entry(baseline.rawValue, baseline.kind) { $0.baselines[index] }
        }
        if task == .introducer {
            entries.append(entry("recency of the last link", .baseline) { Self.targetRecency($0) })
            entries.append(
                entry("recency of the weakest link", .baseline) { introduction in
                    zip(Self.targetRecency(introduction), introduction.daysSinceEgo).map { min($0, -$1) }
                })
        }
        entries.append(entry("model: reply", .model) { $0.models[0].replyProbabilities })
        entries.append(entry("model: reach", .model) { $0.models[0].reach })
        for (index, variant) in variants.enumerated() where variant.isOther {
            entries.append(entry("other policy: reach", .ablation) { $0.models[index].reach })
        }
        if task == .introducer {
            entries.append(entry("model: value", .model) { $0.models[0].values })
            entries.append(entry("model: reply x tie", .model) { Self.replyAndTie($0.models[0]) })
        } else {
            entries.append(entry("model: value", .model) { $0.models[0].values })
        }
        // Ablations follow the model that they take a term from.
        for (index, variant) in variants.enumerated() {
            guard let name = variant.name, variant.bears(on: task) else { continue }
            entries.append(
                entry(name, .ablation) {
                    task == .introducer ? Self.replyAndTie($0.models[index]) : $0.models[index].values
                })
        }
        return entries
    }

    private static func targetRecency(_ introduction: IntroductionCase) -> [Double] {
        introduction.daysSinceStranger.map { -($0 ?? .infinity) }
    }

    private static func replyAndTie(_ model: IntroductionCase.Model) -> [Double] {
        zip(model.replyProbabilities, model.tieProbabilities).map(*)
    }
}
