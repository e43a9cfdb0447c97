import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// The call list for reading: who, when, how, what to say, and why.
public struct CallListText: ReadableReport {
    private let next: NextContacts
    private let network: ReferralNetwork
    private let title: String
    private let today: CalendarDay
    private let limit: Int?
    private let isShort: Bool

    static let dueHeading = "Due now"
    static func otherHeading(avoidsCalls: Bool) -> String {
        avoidsCalls ? "Everyone else, best contact first" : "Everyone else, best call first"
    }

    /// Makes the text of a call list.
    /// - Parameters:
    ///   - next: The list.
    ///   - network: The network it is of.
    ///   - title: What the network is called.
    ///   - today: The day asked about.
    ///   - limit: How many people at the most; `nil` for all.
    ///   - isShort: Whether people known by name and work only share one line, as in
    ///     ``ReferralAnalysis/NetworkAnalysis/shortList``.
    public init(
        _ next: NextContacts, in network: ReferralNetwork, title: String, today: CalendarDay,
        limit: Int? = nil, isShort: Bool = false
    ) {
        self.next = next
        self.network = network
        self.title = title
        self.today = today
        self.limit = limit
        self.isShort = isShort
    }

    /// Puts the list into lines. A short list that is longer than a screen has the reasons behind the names; if that is not
    /// enough, it names fewer of the people due.
    public func written(in style: TextStyle) -> TextBlock {
        var text = written(in: style, mostDue: .max, isBrief: false)
        guard isShort else { return text }
        for most in (1...max(1, next.contacts.count(where: \.isDue))).reversed() {
            if text.text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) <= Self.screenLines { break }
            text = written(in: style, mostDue: most, isBrief: true)
        }
        return text
    }

    /// How many lines fit one screen.
    private static let screenLines = 40

    private func written(in style: TextStyle, mostDue: Int, isBrief: Bool) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped(
            "\(title): who to \(style.avoidsCalls ? "contact" : "call") next, as of \(today.longWords)",
            paint: .bold)
        let shown = next.contacts.prefix(limit ?? .max)
        let reasons = PlainReasons(in: network, today: today)
        var list = AdviceList(keepsOrder: !isBrief, isBrief: isBrief)
        let otherHeading = Self.otherHeading(avoidsCalls: style.avoidsCalls)
        for (heading, isDue) in [(Self.dueHeading, true), (otherHeading, false)] {
            let rows = shown.filter { $0.isDue == isDue }.prefix(isDue ? mostDue : .max)
                .map { row($0, reasons) }
            let all = isDue ? next.dueCount : next.contactCount - next.dueCount
            let unknown = isShort && !isDue ? next.unknown : nil
            guard !rows.isEmpty || unknown != nil else { continue }
            block.heading(isShort ? "\(heading) (\(all))" : heading)
            list.write(rows, to: &block, paint: .amber)
            if let unknown {
                block.wrapped(
                    reasons.line(unknown, listedBy: "\(everyone) lists them"), after: "  ", deeper: 2)
                if let action = unknown.action { list.write(advice: action, to: &block, paint: .plain) }
            }
            let rest = all - rows.count - (unknown?.count ?? 0)
            if isShort, rest > 0 {
                block.wrapped("\(rest) more: \(everyone) shows everyone", after: "  ", paint: .dim)
            }
        }
        if next.contactCount == 0 {
            block.blank()
            block.wrapped("There is no one to contact now.")
        }
        block.blank()
        if !isShort, shown.count < next.contactCount {
            let rest = next.contactCount - shown.count
            block.wrapped("\(rest) more: \(everyone) shows everyone", paint: .dim)
        }
        if !next.withheld.isEmpty {
            block.wrapped(
                "\(Wording.count(next.withheld.count, "person is", "people are")) on hold; "
                    + "`rebound why NAME` says why", paint: .dim)
        }
        if isShort, next.bookkeeping.count > 5 {
            block.wrapped(
                "\(next.bookkeeping.count) things to write down; `rebound today` names them", after: "to do: "
            )
        } else {
            for line in reasons.notes(next.bookkeeping, limit: 5) { block.wrapped(line, after: "to do: ") }
        }
        for caveat in next.caveats { block.wrapped(caveat, after: "note: ", paint: .dim) }
        return block
    }

    private var everyone: String { "--top \(next.contactCount)" }

    private func row(_ contact: NextContact, _ reasons: PlainReasons) -> AdviceRow {
        let name = reasons.heading(contact.name, contact.title, contact.company)
        let off = Wording.off(until: contact.callFrom, today: today, holiday: contact.holiday)
        let short =
            contact.isDue
            ? Wording.shortDeadline(contact.day, today: today)
                + off
            : Wording.when(contact, today: today)
        let full =
            contact.isDue
            ? Wording.briefDeadline(contact.day, today: today)
                + off
            : Wording.when(contact, today: today)
        // Without a call that is due, the day alone would not say why it is not today's.
        let holiday =
            !contact.isDue && contact.day > today
            ? contact.holiday.map { [Wording.todayIs($0)] } ?? [] : []
        let reply = reasons.reply(contact.worth.replyProbability)
        return AdviceRow(
            rank: contact.rank, name: (name, name), action: contact.action,
            when: contact.isDue || contact.day != today ? (full, short) : nil,
            why: (
                reasons.clauses(contact.basis) + holiday + [reply],
                reasons.clauses(contact.basis, briefly: true) + holiday + [reply]
            ),
            also: reasons.also(contact.alsoDue, besides: contact.action, contact.parts),
            then: reasons.then(contact.parts))
    }
}

extension String {
    /// With a small first letter.
    package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

    /// With a capital first letter.
    package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
