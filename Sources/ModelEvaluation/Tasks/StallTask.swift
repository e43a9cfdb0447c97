import RankingModel

/// Task S: which ask, silent so far, gets no answer within 30 more days (ranking.md, section b).
///
/// Every ask still silent after 1, 2, 3, 4, 5, 7, 10, 14 and 21 days is a case at each of these ages,
/// provided that the list goes on for 30 days more. Higher scores mean likelier dead.
struct StallTask {
    let cases: [AskCase]
    let latencies: [Double?]
    let variants: [ModelVariant]
    let isThreaded: Bool
    let endDays: Double

    /// The ages, in days, at which a silent ask is looked at.
    static let ages = [1.0, 2, 3, 4, 5, 7, 10, 14, 21]
    /// The fewest test cases, and training cases, that are scored.
    private static let fewest = (test: 200, training: 50)

    /// One ask at one age.
    private struct Look {
        let ask: AskCase
        let age: Double
        let isDead: Bool
    }

    func result(_ bootstrap: EgoBootstrap) throws(RankingError) -> TaskResult {
        var result = TaskResult()
        for subset in [Subset.fresh, .all, .newThread] where subset != .newThread || isThreaded {
            result += try self.result(subset, bootstrap)
        }
        return result
    }

    private func result(_ subset: Subset, _ bootstrap: EgoBootstrap) throws(RankingError) -> TaskResult {
        let asks = cases.indices.filter { subset.contains(cases[$0], variants[0].constants) }
        guard !asks.isEmpty else { return .skipped(.stall, subset.rawValue, "no such ask") }
        let horizon = SilenceModel.horizonDays
        let cut = EvaluationSplit.cut(asks.map { cases[$0].days })
        let looks = Self.ages.flatMap { age in
            asks.compactMap { index -> Look? in
                let latency = latencies[index] ?? .infinity
                guard latency > age, cases[index].days + age + horizon <= endDays else { return nil }
                return Look(ask: cases[index], age: age, isDead: latency > age + horizon)
            }
        }
        let task = BinaryTask(
            task: .stall, labels: looks.map(\.isDead), egos: looks.map(\.ask.ego),
            partners: looks.map(\.ask.person),
            isTraining: looks.map { $0.ask.days < cut - horizon }, isTest: looks.map { $0.ask.days >= cut })
        let trainingCount = task.isTraining.count(where: \.self)
        guard trainingCount >= Self.fewest.training else {
            return .skipped(
                .stall, subset.rawValue,
                .tooFew(trainingCount, "case", in: "earlier", needed: Self.fewest.training))
        }
        return task.result(
            subset: subset.rawValue, members: looks.map { _ in true }, methods: try methods(looks),
            fewest: Self.fewest.test, bootstrap)
    }

    private func methods(_ looks: [Look]) throws(RankingError) -> [BinaryTask.Method] {
        func method(_ name: String, _ score: (Look) -> Double) -> BinaryTask.Method {
            BinaryTask.Method(name: name, kind: .baseline, columns: [looks.map(score)])
        }
        func column(_ baseline: AskBaseline) -> [Double] { looks.map { -baseline.score($0.ask.history) } }
        var methods = [method("random") { _ in 0 }, method("3 business days", Self.isThreeBusinessDaysOld)]
        for days in [2.0, 5, 7, 10, 14] {
            methods.append(method("\(Int(days)) days or more") { $0.age >= days ? 1 : 0 })
        }
        methods.append(method("days of silence", \.age))
        methods.append(
            method("silence against own delay") {
                Elementary.logarithm($0.age) - ($0.ask.history.typicalLogLatency ?? 0)
            })
        for baseline in [
            AskBaseline.inboundRecency, .inboundFrequency, .lastReply, .replyRate, .degree, .pageRank,
        ] {
            methods.append(.init(name: baseline.rawValue, kind: .baseline, columns: [column(baseline)]))
        }
        methods.append(
            .init(
                name: "silence and frequency, fitted", kind: .composite,
                columns: [
                    looks.map { Elementary.logarithm(onePlus: $0.age) }, column(.inboundFrequency),
                ]))
        for (index, variant) in variants.enumerated()
        where variant.bears(on: .stall) {
            let model = try SilenceModel(constants: variant.constants)
            let scores = looks.map { look in
                let reply = look.ask.models[index]
                // The record is that of the day of asking, a little older than the look.
                return model.estimate(
                    daysSilent: look.age,
                    replyProbability: Elementary.probability(logOdds: reply.replyLogOdds),
                    inboundVolume: reply.inboundVolume
                ).terms.sum + reply.silenceOffset
            }
            methods.append(
                .init(
                    name: variant.name ?? "model: silence",
                    kind: variant.name == nil ? .model : .ablation, columns: [scores], isLogOdds: true))
        }
        return methods
    }

    private static func isThreeBusinessDaysOld(_ look: Look) -> Double {
        let days = WeekendClock.businessDays(
            from: look.ask.days, to: look.ask.days + look.age, saturday: look.ask.saturday)
        return days >= 3 ? 1 : 0
    }
}
