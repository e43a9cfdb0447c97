import RankingModel

/// Puts the runs of a simulation into numbers.
struct SimulationSummary {
    private let simulation: SimulationParameters

    init(_ simulation: SimulationParameters) { self.simulation = simulation }

    /// One strategy by itself.
    func outcome(of strategy: CallStrategy, _ runs: [CallReplay.Outcome]) -> StrategyOutcome {
        var inWeek = [Int](repeating: 0, count: simulation.weeks)
        for week in runs.compactMap(\.week) { inWeek[week] += 1 }
        var soFar = 0
        let byWeek = inWeek.map { count in
            soFar += count
            return soFar
        }
        let led = runs.filter { $0.week != nil }
        return StrategyOutcome(
            strategy: strategy, interviews: led.count,
            interviewsByIntroduction: led.count(where: \.isByIntroduction),
            none: IntervalEstimate(share: runs.count - led.count, of: runs.count),
            quantiles: [10, 25, 50, 75, 90].map { percent in
                WeekQuantile(
                    share: Double(percent) / 100,
                    week: byWeek.firstIndex { $0 * 100 >= percent * runs.count }.map { $0 + 1 })
            },
            chances: simulation.marks.map { week in
                WeekChance(
                    week: week, chance: IntervalEstimate(share: byWeek[week - 1], of: runs.count))
            },
            meanWeeks: IntervalEstimate(meanOf: runs.map(weeks)),
            meanCallsToInterview: led.isEmpty ? nil : Self.mean(led, \.calls),
            meanCalls: Self.mean(runs, \.calls), meanAnswers: Self.mean(runs, \.answers),
            meanIntroductions: Self.mean(runs, \.introductions), interviewsInWeek: inWeek)
    }

    /// The first strategy against another, run by run.
    func comparison(
        _ runs: [CallReplay.Outcome], with strategy: CallStrategy, _ others: [CallReplay.Outcome]
    ) -> StrategyComparison {
        let pairs = zip(runs, others).map { ($0.week ?? .max, $1.week ?? .max) }
        return StrategyComparison(
            strategy: simulation.strategies[0], against: strategy,
            soonerCount: pairs.count { $0 < $1 }, laterCount: pairs.count { $0 > $1 },
            weeksSooner: IntervalEstimate(meanOf: zip(runs, others).map { weeks($1) - weeks($0) }),
            chances: simulation.marks.map { week in
                WeekChance(
                    week: week,
                    chance: IntervalEstimate(
                        onlyFirst: pairs.count { $0 < week && $1 >= week },
                        onlySecond: pairs.count { $0 >= week && $1 < week }, of: pairs.count))
            })
    }

    /// Weeks to the interview; the whole horizon where there was none.
    private func weeks(_ run: CallReplay.Outcome) -> Int { run.week.map { $0 + 1 } ?? simulation.weeks }

    private static func mean(
        _ runs: [CallReplay.Outcome], _ number: (CallReplay.Outcome) -> Int
    ) -> Double {
        Double(runs.reduce(0) { $0 + number($1) }) / Double(runs.count)
    }
}
