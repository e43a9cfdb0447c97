package import Playbook
import ReferralAnalysis

/// A person of a list: what to do, and why.
package struct AdviceRow {
    package var rank: Int?
    /// The name, and what to read beside it; the second in a line of a group.
    package var name: (full: String, short: String)
    package var action: DueStep.Action
    /// `7 days overdue, since Thu 2 Apr`, and `7 days overdue`; `nil` where the day does not matter.
    package var when: (full: String, short: String)?
    /// Why, in plain clauses.
    package var why: (full: [String], short: [String])
    /// What else to do with the same person.
    package var also: [String] = []

    /// The further steps of the same occasion, in their order.
    package var then: [Part] = []

    /// A further step of one occasion.
    package struct Part: Equatable {
        package var action: DueStep.Action
        /// `tomorrow, Fri 10 Apr`; `nil` where it can be done at once.
        package var when: String?

        /// What to do, and how, in words.
        package var words: String { Wording.action(action) }
    }

    /// What to do, and how, in words.
    package var words: String { Wording.action(action) }

    /// Whether the same sentences advise both, by whichever means.
    func isAdvised(like other: AdviceRow) -> Bool {
        action.what == other.action.what && action.say == other.action.say && then == other.then
    }
}

/// Rows of advice in which nothing is said twice: people with the same advice stand above it, a line each.
struct AdviceList {
    /// Whether rows keep their order, so that only neighbors stand under one advice.
    private let keepsOrder: Bool
    /// Whether the reasons stand behind the name, also of someone who has the advice alone.
    private let isBrief: Bool
    private var said: Set<String> = []

    init(keepsOrder: Bool = false, isBrief: Bool = false) {
        self.keepsOrder = keepsOrder
        self.isBrief = isBrief
    }

    /// Writes rows, and leaves out what to say where it has been said before.
    /// - Complexity: O(rows x kinds of advice).
    mutating func write(
        _ rows: some Sequence<AdviceRow>, to block: inout TextBlock, paint: TextTone
    ) {
        for group in groups(of: rows) {
            if group.count == 1, !isBrief {
                write(group[0], to: &block, paint)
            } else {
                write(group, to: &block, paint)
            }
        }
    }

    /// Writes advice under names that stand above already.
    mutating func write(
        advice action: DueStep.Action, to block: inout TextBlock, paint: TextTone
    ) {
        block.wrapped(Wording.action(action), after: "     do   ", paint: paint)
        say(action, &block)
    }

    private func groups(of rows: some Sequence<AdviceRow>) -> [[AdviceRow]] {
        var groups: [[AdviceRow]] = []
        for row in rows {
            let candidates = keepsOrder ? groups.indices.suffix(1) : groups.indices
            if let place = candidates.first(where: { groups[$0][0].isAdvised(like: row) }) {
                groups[place].append(row)
            } else {
                groups.append([row])
            }
        }
        return groups
    }

    private mutating func write(_ row: AdviceRow, to block: inout TextBlock, _ paint: TextTone) {
        block.wrapped(row.name.full, after: margin(row), paint: .bold)
        advice(Wording.action(row.action), row, row.when?.full, row.why.full, &block, paint)
        for other in row.also { block.wrapped(other, after: "     also ") }
    }

    /// What is particular stands behind each name, what all have in common below.
    private mutating func write(_ rows: [AdviceRow], to block: inout TextBlock, _ paint: TextTone) {
        let first = rows[0]
        let means = Wording.means(of: first.action)
        let sharesMeans = rows.allSatisfy { Wording.means(of: $0.action) == means }
        let when = rows.allSatisfy { $0.when?.full == first.when?.full } ? first.when?.full : nil
        let isShared = { (clause: String) in
            rows.count > 1 && rows.allSatisfy { $0.why.short.contains(clause) }
        }
        for row in rows {
            let facts: [String?] = [
                sharesMeans ? nil : Wording.means(of: row.action).map(by),
                when == nil ? row.when?.short : nil,
            ]
            let words = (facts.compactMap(\.self) + row.why.short.filter { !isShared($0) })
                .joined(separator: "; ")
            block.wrapped(row.name.short + (words.isEmpty ? "" : ": \(words)"), after: margin(row), deeper: 2)
            for other in row.also { block.wrapped("also \(other.lowercasedFirst)", after: "       ") }
        }
        advice(
            sharesMeans ? Wording.action(first.action) : first.action.what, first, when,
            first.why.short.filter(isShared), &block, paint)
    }

    private func margin(_ row: AdviceRow) -> String {
        row.rank.map { rank in String(repeating: " ", count: max(0, 3 - "\(rank)".count)) + "\(rank)  " }
            ?? "  "
    }

    private func by(_ means: String) -> String { means.hasPrefix("call") ? means : "by \(means)" }

    private mutating func advice(
        _ action: String, _ row: AdviceRow, _ when: String?, _ why: [String], _ block: inout TextBlock,
        _ paint: TextTone
    ) {
        func joined(_ action: String, _ when: String?) -> String {
            [action, when].compactMap(\.self).joined(separator: " · ")
        }
        block.wrapped(joined(action, when), after: "     do   ", paint: paint)
        say(row.action, &block)
        for part in row.then {
            block.wrapped(joined(Wording.action(part.action), part.when), after: "     then ", paint: paint)
            say(part.action, &block)
        }
        if !why.isEmpty {
            block.wrapped(why.joined(separator: "; "), after: "     why  ", paint: .dim)
        }
    }

    private mutating func say(_ action: DueStep.Action, _ block: inout TextBlock) {
        if said.insert(action.say).inserted { block.wrapped(action.say, after: "     say  ") }
    }
}
