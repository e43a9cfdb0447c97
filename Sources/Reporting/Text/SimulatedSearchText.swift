import RankingModel
import ReferralGraph
public import SearchSimulation

/// A search played forward, for reading: when the next interview comes under each order of calling.
public struct SimulatedSearchText: ReadableReport {
    private let report: SimulatedSearch
    private let title: String

    /// Makes the text of a simulation.
    /// - Parameter title: What the network is called.
    public init(_ report: SimulatedSearch, title: String) {
        self.report = report
        self.title = title
    }

    private var weeks: Int { report.simulation.weeks }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped("\(title): weeks to the next interview, played forward", paint: .bold)
        block.wrapped("This is \(report.basis).", paint: .amber)
        let simulation = report.simulation
        block.wrapped(
            "\(Wording.count(simulation.runs, "run")) of \(Wording.count(weeks, "week")) from "
                + "\(report.firstDay.longWords) on; \(Wording.count(simulation.callsAWeek, "call")) a week, of "
                + "\(Wording.count(report.callableCount, "person", "people")) who may be called and those they "
                + "introduce; seed \(simulation.seed)", paint: .dim)
        quantiles(&block, style)
        chances(&block, style)
        bars(&block, style)
        means(&block, style)
        comparisons(&block, style)
        block.blank()
        for assumption in report.assumptions {
            block.wrapped(assumption, after: "assumed: ", paint: .dim)
        }
        block.wrapped(
            "in brackets 95% intervals: how far the number of runs leaves it open, not how far the model may be "
                + "off", after: "note: ", paint: .dim)
        for caveat in report.caveats { block.wrapped(caveat, after: "note: ", paint: .dim) }
        return block
    }

    private func quantiles(_ block: inout TextBlock, _ style: TextStyle) {
        block.heading("By which week this share of the runs had one")
        let headings = report.outcomes.first?.quantiles.map { Wording.percent($0.share) } ?? []
        block.line(style.dim(row("", headings, "none in \(Wording.count(weeks, "week"))")))
        for outcome in report.outcomes {
            let cells = outcome.quantiles.map { $0.week.map(String.init) ?? ">\(weeks)" }
            block.line(row(outcome.strategy.words, cells, share(outcome.none)))
        }
    }

    /// A row of narrow numbers and a wider text behind.
    private func row(_ name: String, _ cells: [String], _ last: String) -> String {
        let numbers = cells.map { leftPadded($0, to: 7) }.joined()
        return trimmedEnd("  " + fitted(name, to: Self.nameWidth) + numbers + "   " + last)
    }

    private func chances(_ block: inout TextBlock, _ style: TextStyle) {
        block.heading("Chance of one by the end of week, %")
        let marks = report.outcomes.first?.chances.map { fitted(String($0.week), to: Self.shareWidth) } ?? []
        block.line(style.dim(trimmedEnd("  " + fitted("", to: Self.nameWidth) + marks.joined())))
        for outcome in report.outcomes {
            let cells = outcome.chances.map { fitted(numbers($0.chance), to: Self.shareWidth) }
            block.line(trimmedEnd("  " + fitted(outcome.strategy.words, to: Self.nameWidth) + cells.joined()))
        }
    }

    /// One column for each week, or for as many weeks as it takes to fit.
    private func bars(_ block: inout TextBlock, _ style: TextStyle) {
        let room = max(10, style.width - Self.nameWidth - 2)
        let weeksPerColumn = (weeks + room - 1) / room
        let columns = report.outcomes.map { outcome in
            stride(from: 0, to: weeks, by: weeksPerColumn).map { first in
                outcome.interviewsInWeek[first..<min(weeks, first + weeksPerColumn)].reduce(0, +)
            }
        }
        let most = columns.joined().max() ?? 0
        guard most > 0 else { return }
        let column = weeksPerColumn == 1 ? "each week" : "every \(weeksPerColumn) weeks"
        block.heading("When it came: a column for \(column)")
        for (outcome, counts) in zip(report.outcomes, columns) {
            let bars = counts.map { Self.bar($0, of: most) }.joined()
            block.line(trimmedEnd("  " + fitted(outcome.strategy.words, to: Self.nameWidth) + bars))
        }
    }

    /// A block of as many eighths as the count is of the most, at least one where there is anything.
    private static func bar(_ count: Int, of most: Int) -> String {
        let eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        return count == 0 ? " " : eighths[max(0, (count * 8 + most / 2) / most - 1)]
    }

    private func means(_ block: inout TextBlock, _ style: TextStyle) {
        block.heading("On the way, on average")
        let headings = ["calls to it", "calls", "answers", "introductions"]
        func line(_ name: String, _ cells: [String]) -> String {
            "  " + fitted(name, to: Self.nameWidth)
                + zip(cells, headings).map { leftPadded($0, to: columns(of: $1)) }.joined(separator: "   ")
        }
        block.line(style.dim(line("", headings)))
        for outcome in report.outcomes {
            block.line(
                line(
                    outcome.strategy.words,
                    [
                        outcome.meanCallsToInterview.map { Wording.fixed($0, 1) } ?? "-",
                        Wording.fixed(outcome.meanCalls, 1), Wording.fixed(outcome.meanAnswers, 1),
                        Wording.fixed(outcome.meanIntroductions, 2),
                    ]))
        }
    }

    private func comparisons(_ block: inout TextBlock, _ style: TextStyle) {
        guard let first = report.comparisons.first else { return }
        block.heading("Run by run, \(first.strategy.words)")
        for comparison in report.comparisons {
            block.wrapped(
                words(of: comparison),
                after: "  against " + fitted(comparison.against.words, to: Self.nameWidth))
        }
    }

    private func words(of comparison: StrategyComparison) -> String {
        guard comparison.soonerCount + comparison.laterCount > 0 else { return "the same week in every run" }
        let sooner = comparison.weeksSooner
        let isSooner = sooner.value >= 0
        let ends = isSooner ? [sooner.low, sooner.high] : [-sooner.high, -sooner.low]
        let interval = ends.map { Wording.fixed($0, 1) }.joined(separator: ", ")
        let weeks = "\(Wording.fixed(abs(sooner.value), 1)) weeks \(isSooner ? "sooner" : "later")"
        return "\(weeks) on average [\(interval)]; sooner in \(comparison.soonerCount) runs, later in "
            + "\(comparison.laterCount)" + comparison.chances.prefix(1).map(points).joined()
    }

    private func points(_ mark: WeekChance) -> String {
        let points = [mark.chance.value, mark.chance.low, mark.chance.high].map {
            Wording.signed($0 * 100, 0)
        }
        return "; by week \(mark.week) \(points[0]) points [\(points[1]), \(points[2])]"
    }

    private func share(_ share: IntervalEstimate) -> String {
        "\(percent(share.value))% \(interval(share))"
    }

    private func numbers(_ share: IntervalEstimate) -> String {
        "\(percent(share.value)) \(interval(share))"
    }

    private func interval(_ share: IntervalEstimate) -> String {
        "[\(percent(share.low))–\(percent(share.high))]"
    }

    /// A share in percent; where that would be rounded to nothing or to all, with a decimal.
    private func percent(_ share: Double) -> String {
        let isNearEnd = share > 0 && share < 0.005 || share < 1 && share > 0.995
        return Wording.fixed(share * 100, isNearEnd ? 1 : 0)
    }

    private static let nameWidth = 19
    private static let shareWidth = 15

    private func leftPadded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - columns(of: text))) + text
    }
}

extension CallStrategy {
    /// What the order is called.
    fileprivate var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
