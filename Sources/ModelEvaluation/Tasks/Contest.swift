/// Methods measured side by side on the same cases, with common bootstrap draws.
struct Contest {
    let task: EvaluationTask
    let subset: String
    /// Whose case each is.
    let egos: [Int]
    /// Who each is about, which is drawn where all cases are one ego's.
    let partners: [Int]
    let trueShare: Double?
    let entries: [Entry]

    /// One method.
    struct Entry {
        let method: String
        let kind: EvaluationRow.Kind
        /// What is measured, that of the task first.
        let measures: [(measure: EvaluationMeasure, statistic: EgoBootstrap.Statistic)]
        /// Figures of all cases, without an interval.
        var plainFigures: [EvaluationFigure] = []
    }

    /// A row an entry, in order.
    ///
    /// A model is compared with the best baseline, an ablation with the last model before it.
    func rows(_ bootstrap: EgoBootstrap) -> [EvaluationRow] {
        let starts = entries.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.measures.count) }
        let egoCount = Set(egos).count
        let draws = bootstrap.draws(
            clusters: egoCount > 1 ? egos : partners, entries.flatMap { $0.measures.map(\.statistic) })
        let best = entries.indices.filter { entries[$0].kind == .baseline }
            .max { (draws.points[starts[$0]] ?? 0, $1) < (draws.points[starts[$1]] ?? 0, $0) }
        var model: Int?
        return entries.indices.map { index in
            let entry = entries[index]
            var rival: Int?
            switch entry.kind {
            case .model:
                rival = best
                model = index
            case .ablation: rival = model
            case .baseline, .composite: break
            }
            let figures = entry.measures.indices.compactMap { position in
                draws.estimate(starts[index] + position).map {
                    EvaluationFigure(measure: entry.measures[position].measure, estimate: $0)
                }
            }
            return EvaluationRow(
                task: task, subset: subset, method: entry.method, kind: entry.kind, cases: egos.count,
                egos: egoCount, trueShare: trueShare, figures: figures + entry.plainFigures,
                comparison: rival.flatMap { rival in
                    comparison(of: index, with: rival, starts: starts, draws)
                },
                againstRules: entry.kind == .model
                    ? entries.indices.filter { entries[$0].kind == .baseline }.compactMap { rule in
                        draws.difference(starts[index], starts[rule]).map {
                            .init(against: entries[rule].method, difference: $0, furtherDifferences: [])
                        }
                    } : nil)
        }
    }

    /// The differences in every measure that both entries have, all from the same draws.
    private func comparison(
        of index: Int, with rival: Int, starts: [Int], _ draws: EgoBootstrap.Draws
    ) -> EvaluationRow.Comparison? {
        let differences = zip(entries[index].measures, entries[rival].measures).enumerated().compactMap {
            position, measures in
            measures.0.measure == measures.1.measure
                ? draws.difference(starts[index] + position, starts[rival] + position).map {
                    EvaluationFigure(measure: measures.0.measure, estimate: $0)
                } : nil
        }
        guard let first = differences.first, first.measure == task.measure else { return nil }
        return EvaluationRow.Comparison(
            against: entries[rival].method, difference: first.estimate,
            furtherDifferences: Array(differences.dropFirst()))
    }
}
