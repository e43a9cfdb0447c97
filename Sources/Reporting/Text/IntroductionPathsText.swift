import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// The paths to someone for reading: each step, the weakest, who to ask, what is left after a “no”.
public struct IntroductionPathsText: ReadableReport {
    private let report: IntroductionPaths
    private let title: String
    private let today: CalendarDay

    /// Makes the text of introduction paths.
    /// - Parameters:
    ///   - report: The paths.
    ///   - title: What the network is called.
    ///   - today: The day asked about.
    public init(_ report: IntroductionPaths, title: String, today: CalendarDay) {
        self.report = report
        self.title = title
        self.today = today
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped(
            "\(title): introductions to \(report.name), as of \(today.longWords)", paint: .bold)
        if report.isReached {
            block.wrapped(
                report.person == nil ? "You are in touch with someone there." : "You are in touch already.")
        }
        for route in report.paths { write(route, &block, style) }
        if report.paths.isEmpty { none(&block, style) }
        if !report.paths.isEmpty {
            block.blank()
            block.wrapped(
                "The odds of a path are the odds of its steps multiplied: trust the order, not the percentages.",
                paint: .dim)
        }
        return block
    }

    private func write(_ route: IntroductionRoute, _ block: inout TextBlock, _ style: TextStyle) {
        block.blank()
        let names = ["You"] + route.hops.map(\.toName)
        block.wrapped(
            "\(names.joined(separator: " → ")) · \(Wording.odds(route.probability))",
            after: "\(route.rank)  ", paint: .bold)
        for (position, hop) in route.hops.enumerated() {
            let what =
                position == 0
                ? "\(hop.toName): \(Wording.percent(hop.probability)) likely to reply"
                : "\(hop.fromName): \(Wording.percent(hop.probability)) likely to introduce you to \(hop.toName)"
            let isWeakest = position == route.weakestHop && route.hops.count > 1
            block.wrapped(
                "\(what) · \(hop.evidence); \(hop.basis)" + (isWeakest ? " · the weakest step" : ""),
                after: "   step \(position + 1) ", paint: isWeakest ? .amber : .plain,
                about: position == 0 ? hop.to : hop.from)
        }
        block.wrapped(
            Wording.action(route.ask.action)
                + (route.ask.notBefore.map { " · from \(Wording.due($0, today: today)) on" } ?? ""),
            after: "   ask    ", paint: .amber)
        if let waiting = route.ask.waiting { block.wrapped(waiting, after: "   wait   ", paint: .dim) }
        block.wrapped(route.ask.action.say, after: "   say    ")
        let no = route.hops.count == 1 ? "if they do not reply" : "if \(route.ask.name) declines"
        block.wrapped(
            route.ifDeclined.map {
                "\(no), \((["You"] + $0.names).joined(separator: " → ")) · \(Wording.odds($0.probability))"
            } ?? "\(no), no other path is known", after: "   or     ", paint: .dim)
    }

    private func none(_ block: inout TextBlock, _ style: TextStyle) {
        block.blank()
        if let obstacle = report.obstacle {
            block.wrapped("None: \(obstacle).")
        } else {
            block.wrapped(
                "None: no chain of \(report.maximumHops) introductions or fewer reaches \(report.name).")
        }
        if report.nearest.isEmpty {
            block.wrapped(
                "No one within reach is known to be close; record who knows who with `rebound tie`.",
                paint: .dim)
            return
        }
        block.heading("Nearest within reach")
        for person in report.nearest {
            block.wrapped(
                "\(person.name) · \(person.why) · \((["You"] + person.names).joined(separator: " → ")), "
                    + Wording.odds(person.probability), after: "  ", about: person.person)
        }
    }
}
