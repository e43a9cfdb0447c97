/// Methods measured side by side on the same cases, with common bootstrap draws.
struct Contest {
    let task: EvaluationTask
    let subset: String
    /// Whose case each is.
    let egos: [Int]
    let trueShare: Double?
    let entries: [Entry]

    /// One method.
    struct Entry {
        let method: String
        let kind: EvaluationRow.Kind
        /// The figures, that of the task first, from weights of the cases; `nil` stands for all 1.
        let measures: [(measure: EvaluationMeasure, value: ([Double]?) -> Double?)]
        /// Figures of all cases, without an interval.
        var plainFigures: [EvaluationFigure] = []
    }

    /// A row an entry, in order.
    ///
    /// A model is compared with the best baseline, an ablation with the last model before it.
    /// - Parameter higherIsBetter: Always so for the first figure of every task.
    func rows(_ bootstrap: EgoBootstrap) -> [EvaluationRow] {
        let starts = entries.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.measures.count) }
        let draws = bootstrap.draws(egos: egos) { weights in
            entries.flatMap { entry in entry.measures.map { $0.value(weights) } }
        }
        let best = entries.indices.filter { entries[$0].kind == .baseline }
            .max { (draws.points[starts[$0]] ?? 0, $1) < (draws.points[starts[$1]] ?? 0, $0) }
        let egoCount = Set(egos).count
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
                    draws.difference(starts[index], starts[rival]).map {
                        EvaluationRow.Comparison(against: entries[rival].method, difference: $0)
                    }
                })
        }
    }
}

/// The mean of one number a case, weighted.
func weightedMean(_ values: [Double], _ weights: [Double]?) -> Double? {
    guard let weights else { return values.mean }
    var (sum, weight) = (0.0, 0.0)
    for index in values.indices {
        sum += weights[index] * values[index]
        weight += weights[index]
    }
    return weight > 0 ? sum / weight : nil
}
