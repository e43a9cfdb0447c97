import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// The day's queue for reading: what is due, whose turn it is, who to call next.
public struct TodayText {
    private let report: Today
    private let network: ReferralNetwork
    private let title: String

    /// Makes the text of a day's queue.
    public init(_ report: Today, in network: ReferralNetwork, title: String) {
        self.report = report
        self.network = network
        self.title = title
    }

    /// Writes the text for a terminal.
    public func rendered(in style: TextStyle) -> String {
        var block = TextBlock(style: style)
        block.wrapped("\(title): \(report.day.longWords)", paint: style.bold)
        for (part, heading) in headings {
            let entries = report.entries(of: part)
            guard !entries.isEmpty else { continue }
            block.heading("\(heading) (\(entries.count))")
            for entry in entries { write(entry, &block, style) }
        }
        if report.entries.isEmpty {
            block.blank()
            block.wrapped("Nothing is due, and nobody is to be contacted today.")
        }
        let names = Dictionary(network.people.map { ($0.id, $0.name) }) { first, _ in first }
        if !report.bookkeeping.isEmpty {
            block.heading("To note (\(report.bookkeeping.count))")
            for step in report.bookkeeping {
                block.wrapped(
                    "\(names[step.person] ?? step.person.text): \(step.action.what.lowercasedFirst) · "
                        + step.rule.rawValue, after: "  ")
            }
        }
        if report.furtherContacts > 0 {
            block.blank()
            block.wrapped(
                "\(Wording.count(report.furtherContacts, "more person", "more people")) could be called; "
                    + "`rebound next` ranks them", paint: style.dim)
        }
        return block.text
    }

    private let headings: [(TodayEntry.Part, String)] = [
        (.due, "Due now"), (.youOwe, "Your turn"), (.theyOwe, "Their turn"),
        (.promiseMissed, "Promised and not done"), (.next, "Then call"),
    ]

    private func write(_ entry: TodayEntry, _ block: inout TextBlock, _ style: TextStyle) {
        let role = [entry.title, entry.company].compactMap(\.self).joined(separator: " · ")
        block.wrapped(entry.name + (role.isEmpty ? "" : " · \(role)"), after: "  ", paint: style.bold)
        if let turn = entry.turn { block.wrapped(words(turn), after: "     ", paint: style.dim) }
        let isWaiting = entry.part == .theyOwe && entry.day > report.day
        let when =
            isWaiting
            ? "if they do not reply, \(Wording.due(entry.day, today: report.day))"
            : entry.part == .next
                ? nil
                : "due \(Wording.due(entry.day, today: report.day))"
                    + Wording.off(until: entry.callFrom, today: report.day)
        block.wrapped(
            [Wording.action(entry.action), when].compactMap(\.self).joined(separator: " · "),
            after: "     do   ", paint: isWaiting || entry.part == .next ? { $0 } : style.amber)
        if !isWaiting { block.wrapped(entry.action.say, after: "     say  ") }
        if !entry.rules.isEmpty {
            block.wrapped(
                entry.rules.map(Wording.rule).joined(separator: ", "), after: "     why  ", paint: style.dim)
        }
        for step in entry.alsoDue {
            block.wrapped("\(step.action.what) · \(step.rule.rawValue)", after: "     also ")
        }
    }

    private func words(_ turn: TodayEntry.Turn) -> String {
        let since = turn.since.words(relativeTo: report.day)
        let about = turn.opportunity.flatMap { id in network.opportunities.first { $0.id == id }?.title }
        let who =
            switch turn.kind {
            case .youOwe: "your turn since \(since)"
            case .theyOwe: "their turn since \(since)"
            case .promiseMissed: "promised on \(since)"
            case .closed: "closed since \(since)"
            }
        return "\(who), \(Wording.count(turn.days, "day"))" + (about.map { " · “\($0)”" } ?? "")
    }
}
