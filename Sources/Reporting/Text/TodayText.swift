import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// The day's queue for reading: what is due, whose turn it is, who to call next.
public struct TodayText: ReadableReport {
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

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped("\(title): \(report.day.longWords)", paint: .bold)
        let reasons = PlainReasons(in: network, today: report.day)
        if !report.appointments.isEmpty {
            block.heading("Coming up (\(report.appointments.count))")
            for talk in report.appointments.prefix(limit ?? 5) { block.wrapped(words(talk), after: "  ") }
        }
        let isCut = report.entries(of: .due).count > most(of: .due)
        for (part, heading) in Self.parts where part == .due || !isCut {
            write(part, heading, &block, reasons)
        }
        if !isCut { others(&block, reasons) }
        if !isCut {
            ApplicationText(in: network).write(
                report.applications, first: limit ?? 3, more: "`rebound stalled` lists them", to: &block)
        }
        if report.entries.isEmpty {
            block.blank()
            block.wrapped("Nothing is due, and there is no one to contact today.")
        }
        isCut ? summary(&block) : toWriteDown(&block, reasons)
        return block
    }

    /// A talk that lies ahead, in one line.
    package func words(_ talk: Today.Appointment) -> String {
        Wording.appointment(talk, in: network, today: report.day)
    }

    /// The rows of a part of the queue, in order; of someone who is waited for also the words that say so, in place of
    /// advice.
    /// - Parameter count: How many to put into words.
    package func rows(
        of part: TodayEntry.Part, first count: Int
    ) -> [(entry: TodayEntry, advice: AdviceRow, waiting: String?)] {
        let reasons = PlainReasons(in: network, today: report.day)
        return report.entries(of: part).prefix(count).map { entry in
            (entry, row(entry, reasons), isWaiting(entry) ? waiting(entry, reasons).capitalizedFirst : nil)
        }
    }

    /// `no reply since 3 Apr; follow up on Fri 24 Apr`.
    private func waiting(_ entry: TodayEntry, _ reasons: PlainReasons) -> String {
        let next = "follow up \(Wording.from(entry.day, today: report.day))"
        return (reasons.clauses(entry.basis, briefly: true) + [next]).joined(separator: "; ")
    }

    /// What to write down, in sentences.
    package var notes: [String] {
        PlainReasons(in: network, today: report.day).notes(report.bookkeeping, limit: 3)
    }

    private func write(
        _ part: TodayEntry.Part, _ heading: String, _ block: inout TextBlock, _ reasons: PlainReasons
    ) {
        let entries = report.entries(of: part)
        guard !entries.isEmpty else { return }
        block.heading("\(heading) (\(entries.count))")
        let shown = entries.prefix(most(of: part))
        var list = AdviceList()
        list.write(
            shown.filter { !isWaiting($0) }.map { row($0, reasons) }, to: &block, paint: .amber)
        for entry in shown.filter(isWaiting) {
            block.wrapped(
                "\(reasons.heading(entry.name, nil, entry.company)): \(waiting(entry, reasons))", after: "  ",
                deeper: 2)
        }
        if shown.count < entries.count {
            block.wrapped(
                "\(entries.count - shown.count) more: --top \(entries.count) shows everyone", after: "  ",
                paint: .dim)
        }
    }

    /// People with nothing due: the ones the seeker knows, and everyone else in one line.
    private func others(_ block: inout TextBlock, _ reasons: PlainReasons) {
        let known = report.entries(of: .next).filter {
            report.unknown == nil || $0.basis?.isUnknown != true
        }
        guard !known.isEmpty || report.unknown != nil else { return }
        block.heading("Worth a \(block.style.avoidsCalls ? "message" : "call") (\(worthACall))")
        var list = AdviceList(isBrief: true)
        list.write(known.map { row($0, reasons) }, to: &block, paint: .plain)
        let command = "`rebound next --top \(report.contactCount)` lists them"
        if let unknown = report.unknown {
            block.wrapped(reasons.line(unknown, listedBy: command), after: "  ", deeper: 2)
            if let action = unknown.action { list.write(advice: action, to: &block, paint: .plain) }
        }
        let rest = worthACall - known.count - (report.unknown?.count ?? 0)
        if rest > 0 { block.wrapped("\(rest) more: \(command)", after: "  ", paint: .dim) }
    }

    private func toWriteDown(_ block: inout TextBlock, _ reasons: PlainReasons) {
        let notes = reasons.notes(report.bookkeeping, limit: 3)
        guard !notes.isEmpty else { return }
        block.heading("To write down (\(report.bookkeeping.count))")
        for note in Wording.first(3, of: notes) { block.wrapped(note, after: "  ", deeper: 2) }
    }

    /// Counts of everything else, where the steps that are due already fill the screen.
    private func summary(_ block: inout TextBlock) {
        let counts = [
            ("you owe a reply", report.entries(of: .youOwe).count),
            ("waiting for their reply", report.entries(of: .theyOwe).count),
            ("promised and not done", report.entries(of: .promiseMissed).count),
            ("applications without a reply", report.applications.count),
            ("worth a \(block.style.avoidsCalls ? "message" : "call")", worthACall),
            ("to write down", report.bookkeeping.count),
        ].filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        guard !counts.isEmpty else { return }
        block.blank()
        block.wrapped(
            "Also \(counts.joined(separator: ", ")): "
                + "--top \(report.entries(of: .due).count) shows them", paint: .dim)
    }

    private var worthACall: Int { report.entries(of: .next).count + report.furtherContacts }

    /// How many people of a part are named.
    private func most(of part: TodayEntry.Part) -> Int { limit ?? (part == .due ? 5 : 3) }

    /// The parts of the queue in which something is due or open.
    package static let parts: [(part: TodayEntry.Part, heading: String)] = [
        (.due, "Due now"), (.youOwe, "You owe them a reply"), (.theyOwe, "Waiting for their reply"),
        (.promiseMissed, "Promised and not done"),
    ]

    /// Whether it is their turn and the seeker's next step is not due yet.
    private func isWaiting(_ entry: TodayEntry) -> Bool { entry.part == .theyOwe && entry.day > report.day }

    private func row(_ entry: TodayEntry, _ reasons: PlainReasons) -> AdviceRow {
        let about = entry.turn?.opportunity.flatMap { id in network.opportunities.first { $0.id == id }?.title
        }
        let off = Wording.off(until: entry.callFrom, today: report.day, holiday: entry.holiday)
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
