import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// The day's queue for reading: what is due, whose turn it is, who to call next.
public struct TodayText {
    private let report: Today
    private let network: ReferralNetwork
    private let title: String
    private let limit: Int?

    /// Makes the text of a day's queue.
    /// - Parameter limit: How many people to name in each part at the most; unless given, as many as fit one screen.
    public init(_ report: Today, in network: ReferralNetwork, title: String, limit: Int? = nil) {
        self.report = report
        self.network = network
        self.title = title
        self.limit = limit
    }

    /// Writes the text for a terminal.
    public func rendered(in style: TextStyle) -> String {
        var block = TextBlock(style: style)
        block.wrapped("\(title): \(report.day.longWords)", paint: style.bold)
        let reasons = PlainReasons(in: network, today: report.day)
        if !report.appointments.isEmpty {
            block.heading("Coming up (\(report.appointments.count))")
            for talk in report.appointments.prefix(limit ?? 5) {
                let time = talk.date.secondOfDay.map { " at \(clock($0 / 60))" } ?? ""
                // Without a zone of one's own, a time in UTC is that of no clock on the wall.
                let zone = isWithoutZone && talk.date.utcOffsetMinutes == 0 ? " UTC" : ""
                let role =
                    talk.opportunity.flatMap { id in
                        network.opportunities.first { $0.id == id }.map { " about “\($0.title)”" }
                    } ?? ""
                let subject = talk.subject.map { ": “\($0)”" } ?? ""
                block.wrapped(
                    "\(talk.date.day.words(relativeTo: report.day))\(time)\(zone): \(Wording.channel(talk.channel)) with "
                        + talk.names.joined(separator: ", ") + role + subject
                        + (talk.note.map { "; \($0)" } ?? ""),
                    after: "  ")
            }
        }
        for (part, heading, most) in parts {
            let entries = report.entries(of: part)
            guard !entries.isEmpty else { continue }
            block.heading("\(heading) (\(entries.count))")
            let shown = entries.prefix(limit ?? most)
            var list = AdviceList()
            list.write(
                shown.filter { !isWaiting($0) }.map { row($0, reasons) }, to: &block,
                paint: style.amber)
            for entry in shown.filter(isWaiting) {
                let next = "follow up \(Wording.from(entry.day, today: report.day))"
                let facts = (reasons.clauses(entry.basis, briefly: true) + [next]).joined(separator: "; ")
                block.wrapped("\(reasons.heading(entry.name, nil, entry.company)): \(facts)", after: "  ")
            }
            if shown.count < entries.count {
                block.wrapped(
                    "\(entries.count - shown.count) more: --top \(entries.count) shows everyone",
                    after: "  ", paint: style.dim)
            }
        }
        others(&block, reasons)
        if report.entries.isEmpty {
            block.blank()
            block.wrapped("Nothing is due, and there is no one to contact today.")
        }
        let notes = reasons.notes(report.bookkeeping, limit: 3)
        if !notes.isEmpty {
            block.heading("To write down (\(report.bookkeeping.count))")
            for note in Wording.first(3, of: notes) { block.wrapped(note, after: "  ") }
        }
        return block.text
    }

    /// Those with whom nothing is due: who the seeker knows, and in one line all the others.
    private func others(_ block: inout TextBlock, _ reasons: PlainReasons) {
        let entries = report.entries(of: .next)
        let known = entries.filter { report.unknown == nil || $0.basis?.isUnknown != true }
        let all = entries.count + report.furtherContacts
        guard !known.isEmpty || report.unknown != nil else { return }
        block.heading("Worth a call (\(all))")
        var list = AdviceList(isBrief: true)
        list.write(known.map { row($0, reasons) }, to: &block, paint: { $0 })
        let command = "`rebound next --top \(all + report.entries(of: .due).count)` lists them"
        if let unknown = report.unknown {
            block.wrapped(reasons.line(unknown, listedBy: command), after: "  ")
            if let action = unknown.action { list.write(advice: action, to: &block, paint: { $0 }) }
        }
        let rest = all - known.count - (report.unknown?.count ?? 0)
        if rest > 0 { block.wrapped("\(rest) more: \(command)", after: "  ", paint: block.style.dim) }
    }

    private var isWithoutZone: Bool { network.people.first { $0.id == network.seeker }?.timeZone == nil }

    /// The parts of the queue in which something is due or open, and how many people of each fit one screen.
    private let parts: [(TodayEntry.Part, String, Int)] = [
        (.due, "Due now", 5), (.youOwe, "You owe them a reply", 3), (.theyOwe, "Waiting for their reply", 3),
        (.promiseMissed, "Promised and not done", 3),
    ]

    /// Whether it is their turn and the seeker's next step is not due yet.
    private func isWaiting(_ entry: TodayEntry) -> Bool { entry.part == .theyOwe && entry.day > report.day }

    private func row(_ entry: TodayEntry, _ reasons: PlainReasons) -> AdviceRow {
        let about = entry.turn?.opportunity.flatMap { id in network.opportunities.first { $0.id == id }?.title
        }
        let off = Wording.off(until: entry.callFrom, today: report.day)
        return AdviceRow(
            name: (
                reasons.heading(entry.name, entry.title, entry.company),
                reasons.heading(entry.name, nil, entry.company)
            ), action: entry.action,
            when: entry.part == .next
                ? nil
                : (
                    Wording.briefDeadline(entry.day, today: report.day) + off,
                    Wording.shortDeadline(entry.day, today: report.day) + off
                ),
            why: (
                reasons.clauses(entry.basis) + [about.map { "about “\($0)”" }].compactMap(\.self),
                reasons.clauses(entry.basis, briefly: true)
            ), also: reasons.also(entry.alsoDue, besides: entry.action, entry.parts),
            then: reasons.then(entry.parts))
    }
}
