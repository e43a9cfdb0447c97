import RankingModel
import ReferralGraph

/// Task R: who answers an ask within the reply window (ranking.md, section a).
///
/// Cases are asks to at most three people that open or reopen a thread; scored are those of the later 40 % of
/// the asks whose window ends before the list does. Baselines are fitted on asks settled before.
struct ReplyTask {
    let cases: [AskCase]
    /// Days to the answer of each case.
    let latencies: [Double?]
    let variants: [ModelVariant]
    let isThreaded: Bool
    let endDays: Double

    func result(_ bootstrap: EgoBootstrap) -> TaskResult {
        let window = variants[0].constants.replyWindowDays
        let settled = cases.indices.filter { cases[$0].days <= endDays - window }
        guard !settled.isEmpty else {
            return .skipped(.reply, Subset.all.rawValue, "no ask whose window ends before the list does")
        }
        let asks = settled.map { cases[$0] }
        let cut = EvaluationSplit.cut(asks.map(\.days))
        let task = BinaryTask(
            task: .reply, labels: settled.map { latencies[$0].map { $0 <= window } ?? false },
            egos: asks.map(\.ego), partners: asks.map(\.person),
            isTraining: asks.map { $0.days < cut - window },
            isTest: asks.map { $0.days >= cut })
        let methods = methods(asks)
        var result = TaskResult()
        for subset in Subset.allCases where subset != .newThread || isThreaded {
            let part = task.result(
                subset: subset.rawValue, members: asks.map { subset.contains($0, variants[0].constants) },
                methods: methods, bootstrap)
            // That few have asked so often says nothing about the list.
            if subset != .ownRecord || part.skipped.isEmpty { result += part }
        }
        return result
    }

    private func methods(_ asks: [AskCase]) -> [BinaryTask.Method] {
        func column(_ baseline: AskBaseline) -> [Double] { asks.map { baseline.score($0.history) } }
        func logOdds(_ variant: Int) -> [Double] { asks.map { $0.models[variant].replyLogOdds } }
        var methods = AskBaseline.allCases.map {
            BinaryTask.Method(name: $0.rawValue, kind: .baseline, columns: [column($0)])
        }
        methods.append(
            .init(
                name: "recency and frequency, fitted", kind: .composite,
                columns: [column(.inboundRecency), column(.inboundFrequency)]))
        methods.append(.init(name: "model, recalibrated", kind: .composite, columns: [logOdds(0)]))
        for (index, variant) in variants.enumerated()
        where variant.bears(on: .reply) {
            methods.append(
                .init(
                    name: variant.name ?? "model: reply",
                    kind: variant.name == nil ? .model : .ablation, columns: [logOdds(index)],
                    isLogOdds: true))
        }
        return methods
    }
}

/// Which asks of the reply and stall tasks.
enum Subset: String, CaseIterable {
    case all
    /// Silent for a reply window, or never in touch.
    case fresh
    /// Never in touch.
    case cold
    /// Begins a thread, where the list tells.
    case newThread = "new thread"
    /// Fresh, by someone with as many settled asks as make the probabilities count as calibrated.
    case ownRecord = "fresh, own record"

    func contains(_ ask: AskCase, _ constants: RankingConstants) -> Bool {
        switch self {
        case .all: true
        case .fresh: ask.reopensContact
        case .cold: ask.isFirstContact
        case .newThread: ask.startsThread
        case .ownRecord:
            ask.reopensContact && ask.history.seekerAsks >= constants.asksUntilCalibrated
        }
    }
}

/// Where the earlier part of a list ends and the part to be foretold begins.
enum EvaluationSplit {
    /// The share of the cases, by time, that is not scored.
    static let trainingShare = 0.6

    /// The time of the cut, from the times of all cases.
    static func cut(_ times: [Double]) -> Double { Quantile.value(ofSorted: times.sorted(), trainingShare) }
}
