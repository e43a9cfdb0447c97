import Playbook
import ReferralAnalysis

/// A person of a list: what to do, and why.
struct AdviceRow {
    var rank: Int?
    /// The name, and what to read beside it; the second in a line of a group.
    var name: (full: String, short: String)
    var action: DueStep.Action
    /// `7 days overdue, since Thu 2 Apr`, and `7 days overdue`; `nil` where the day does not matter.
    var when: (full: String, short: String)?
    /// Why, in plain clauses.
    var why: (full: [String], short: [String])
    /// What else to do with the same person.
    var also: [String] = []

    /// Whether the same sentences advise both, by whichever means.
    func isAdvised(like other: AdviceRow) -> Bool {
        action.what == other.action.what && action.say == other.action.say
    }
}

/// Rows of advice in which nothing is said twice: people with the same advice stand under it, a line each.
struct AdviceList {
    /// Whether rows keep their order, so that only neighbors stand under one advice.
    private let keepsOrder: Bool
    private var said: Set<String> = []

    init(keepsOrder: Bool = false) { self.keepsOrder = keepsOrder }

    /// Writes rows, and leaves out what to say where it has been said before.
    /// - Complexity: O(rows x kinds of advice).
    mutating func write(
        _ rows: some Sequence<AdviceRow>, to block: inout TextBlock, paint: (String) -> String
    ) {
        for group in groups(of: rows) {
            block.blank()
            if group.count == 1 {
                write(group[0], to: &block, paint)
            } else {
                write(group, to: &block, paint)
            }
        }
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

    private mutating func write(_ row: AdviceRow, to block: inout TextBlock, _ paint: (String) -> String) {
        let rank = row.rank.map(String.init)
        let margin = rank.map { String(repeating: " ", count: max(0, 3 - $0.count)) + $0 + "  " } ?? "  "
        block.wrapped(row.name.full, after: margin, paint: block.style.bold)
        advice(Wording.action(row.action), row, row.when?.full, row.why.full, indent: "     ", &block, paint)
        for other in row.also { block.wrapped(other, after: "     also ") }
    }

    /// What all have in common comes first, what is particular behind each name.
    private mutating func write(_ rows: [AdviceRow], to block: inout TextBlock, _ paint: (String) -> String) {
        let first = rows[0]
        let means = Wording.means(of: first.action)
        let sharesMeans = rows.allSatisfy { Wording.means(of: $0.action) == means }
        let when = rows.allSatisfy { $0.when?.full == first.when?.full } ? first.when?.full : nil
        let why = first.why.short.filter { clause in rows.allSatisfy { $0.why.short.contains(clause) } }
        advice(
            sharesMeans ? Wording.action(first.action) : first.action.what, first, when, why, indent: "  ",
            &block, paint)
        for row in rows {
            let rank = row.rank.map(String.init) ?? ""
            let facts: [String?] = [
                sharesMeans ? nil : Wording.means(of: row.action).map(by),
                when == nil ? row.when?.short : nil,
            ]
            let words = (facts.compactMap(\.self) + row.why.short.filter { !why.contains($0) })
                .joined(separator: "; ")
            block.wrapped(
                row.name.short + (words.isEmpty ? "" : ": \(words)"),
                after: String(repeating: " ", count: max(0, 5 - rank.count)) + rank + "  ")
            for other in row.also { block.wrapped("also \(other.lowercasedFirst)", after: "         ") }
        }
    }

    private func by(_ means: String) -> String { means.hasPrefix("call") ? means : "by \(means)" }

    private mutating func advice(
        _ action: String, _ row: AdviceRow, _ when: String?, _ why: [String], indent: String,
        _ block: inout TextBlock, _ paint: (String) -> String
    ) {
        block.wrapped(
            [action, when].compactMap(\.self).joined(separator: " · "), after: "\(indent)do   ", paint: paint)
        if said.insert(row.action.say).inserted { block.wrapped(row.action.say, after: "\(indent)say  ") }
        if !why.isEmpty {
            block.wrapped(why.joined(separator: "; "), after: "\(indent)why  ", paint: block.style.dim)
        }
    }
}
