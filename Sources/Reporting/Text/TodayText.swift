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
        let reasons = PlainReasons(in: network, today: report.day)
        if !report.appointments.isEmpty {
            block.heading("Coming up (\(report.appointments.count))")
            for talk in report.appointments {
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
        for (part, heading) in headings {
            let entries = report.entries(of: part)
            guard !entries.isEmpty else { continue }
            let isWorthMessage = part == .next && style.avoidsCalls
            block.heading("\(isWorthMessage ? "Worth a message" : heading) (\(entries.count))")
            let waiting = entries.filter(isWaiting)
            var list = AdviceList()
            list.write(
                entries.filter { !isWaiting($0) }.map { row($0, reasons) }, to: &block,
                paint: part == .next ? { $0 } : style.amber)
            for entry in waiting {
                let next = "follow up \(Wording.from(entry.day, today: report.day))"
                let facts = (reasons.clauses(entry.basis, briefly: true) + [next]).joined(separator: "; ")
                block.wrapped("\(reasons.heading(entry.name, nil, entry.company)): \(facts)", after: "  ")
            }
        }
        if report.entries.isEmpty {
            block.blank()
            block.wrapped("Nothing is due, and there is no one to contact today.")
        }
        let notes = reasons.notes(report.bookkeeping)
        if !notes.isEmpty {
            block.heading("To write down (\(report.bookkeeping.count))")
            for note in notes { block.wrapped(note, after: "  ") }
        }
        if report.furtherContacts > 0 {
            block.blank()
            block.wrapped(
                "\(Wording.count(report.furtherContacts, "more person is", "more people are")) worth a \(style.avoidsCalls ? "message" : "call"); "
                    + "`rebound next` ranks them", paint: style.dim)
        }
        return block.text
    }

    private var isWithoutZone: Bool { network.people.first { $0.id == network.seeker }?.timeZone == nil }

    private let headings: [(TodayEntry.Part, String)] = [
        (.due, "Due now"), (.youOwe, "You owe them a reply"), (.theyOwe, "Waiting for their reply"),
        (.promiseMissed, "Promised and not done"), (.next, "Worth a call"),
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
                    Wording.deadline(entry.day, today: report.day) + off,
                    Wording.shortDeadline(entry.day, today: report.day) + off
                ),
            why: (
                reasons.clauses(entry.basis) + [about.map { "about “\($0)”" }].compactMap(\.self),
                reasons.clauses(entry.basis, briefly: true)
            ), also: reasons.also(entry.alsoDue, besides: entry.action))
    }
}
