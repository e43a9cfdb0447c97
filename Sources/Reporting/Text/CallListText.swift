import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// The call list for reading: who, when, how, what to say, and why.
public struct CallListText {
    private let next: NextContacts
    private let network: ReferralNetwork
    private let title: String
    private let today: CalendarDay
    private let limit: Int?

    static let dueHeading = "Due now, by the playbook"
    static let otherHeading = "Anybody else, by what a call is worth"

    /// Makes the text of a call list.
    /// - Parameters:
    ///   - next: The list.
    ///   - network: The network it is of.
    ///   - title: What the network is called.
    ///   - today: The day asked about.
    ///   - limit: How many people at the most; `nil` for all.
    public init(
        _ next: NextContacts, in network: ReferralNetwork, title: String, today: CalendarDay,
        limit: Int? = nil
    ) {
        self.next = next
        self.network = network
        self.title = title
        self.today = today
        self.limit = limit
    }

    /// Writes the text for a terminal.
    public func rendered(in style: TextStyle) -> String {
        var block = TextBlock(style: style)
        block.wrapped("\(title): who to call next, as of \(today.longWords)", paint: style.bold)
        let shown = next.contacts.prefix(limit ?? .max)
        section(Self.dueHeading, shown.filter(\.isDue), &block, style)
        section(Self.otherHeading, shown.filter { !$0.isDue }, &block, style)
        if shown.isEmpty {
            block.blank()
            block.wrapped("There is no one to contact now.")
        }
        block.blank()
        if shown.count < next.contactCount {
            let rest = next.contactCount - shown.count
            block.wrapped("and \(rest) more; --top \(next.contactCount) shows them all", paint: style.dim)
        }
        if !next.withheld.isEmpty {
            block.wrapped(
                "\(Wording.count(next.withheld.count, "person", "people")) not to be contacted now; "
                    + "`rebound why` tells the reason of each", paint: style.dim)
        }
        for line in Wording.first(limit ?? .max - 1, of: next.bookkeeping.map(note)) {
            block.wrapped(line, after: "to note: ")
        }
        for caveat in next.caveats { block.wrapped(caveat, after: "note: ", paint: style.dim) }
        return block.text
    }

    private func section(
        _ heading: String, _ contacts: [NextContact], _ block: inout TextBlock, _ style: TextStyle
    ) {
        guard !contacts.isEmpty else { return }
        block.blank()
        block.line(style.bold(heading))
        for contact in contacts {
            block.blank()
            let rank = String(contact.rank)
            let margin = String(repeating: " ", count: max(0, 3 - rank.count)) + rank + "  "
            let role = [contact.title, contact.company].compactMap(\.self).joined(separator: " · ")
            block.wrapped(contact.name + (role.isEmpty ? "" : " · " + role), after: margin, paint: style.bold)
            block.wrapped(
                "\(Wording.action(contact.action)) · \(Wording.when(contact, today: today))",
                after: "     do   ", paint: style.amber)
            block.wrapped(contact.action.say, after: "     say  ")
            block.wrapped(why(contact), after: "     why  ", paint: style.dim)
            for step in contact.alsoDue {
                block.wrapped("\(step.action.what) · \(step.rule.rawValue)", after: "     also ")
            }
        }
    }

    private func note(_ step: DueStep) -> String {
        let name = network.people.first { $0.id == step.person }?.name ?? step.person.text
        return "\(name): \(step.action.what.lowercasedFirst) · \(step.rule.rawValue)"
    }

    private func why(_ contact: NextContact) -> String {
        let rules = contact.rules.map(Wording.rule).joined(separator: ", ")
        let worth = contact.worth
        let parts = worth.contributions.prefix(3).compactMap { part in
            Wording.visible(part.value, 3).map { "\($0) \(part.label)" }
        }
        let rest = Wording.visible(worth.contributions.dropFirst(3).reduce(0) { $0 + $1.value }, 3)
        let sum = (parts + (rest.map { ["\($0) others"] } ?? [])).joined(separator: " + ")
        let value = Wording.visible(worth.value, 3).map { "value \($0)" + (sum.isEmpty ? "" : " = \(sum)") }
        return [
            rules, value ?? "", "answers \(Wording.percent(worth.replyProbability))",
            worth.reach > 0 ? "reach \(Wording.percent(worth.reach))" : "",
        ].filter { !$0.isEmpty }.joined(separator: "; ")
    }
}

extension String {
    /// With a small first letter.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

    /// With a capital first letter.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
