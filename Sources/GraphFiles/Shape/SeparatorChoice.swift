internal import GraphAlgorithms

/// The one separator of a file, decided from all of its first lines.
struct SeparatorChoice {
    let separator: FieldSeparator
    /// The fields of each line; `nil` where quotes do not close.
    let rows: [[String]?]
    /// How many fields most lines have.
    let usualFields: Int

    /// Two separators of which either could be the one.
    struct Unclear: Error {
        let first: FieldSeparator
        let second: FieldSeparator
    }

    init(_ separator: FieldSeparator, for lines: [TextHead.Line]) {
        self.separator = separator
        rows = lines.map { separator.fields(of: $0.bytes) }
        var counts: [Int: Int] = [:]
        for row in rows { counts[row?.count ?? 1, default: 0] += 1 }
        usualFields = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    /// Finds the separator.
    /// - Throws: ``Unclear``.
    static func choose(for lines: [TextHead.Line]) throws(Unclear) -> SeparatorChoice {
        let all = FieldSeparator.allCases.map { SeparatorChoice($0, for: lines) }
        let blanks = all[0]
        let others = all.dropFirst().filter { $0.isPossible }
        // Blanks last: they part a heading between tabs as well.
        if let named = (all.dropFirst() + [blanks]).first(where: \.hasKnownHeading) { return named }
        // What a name or number holds, it does not part.
        let kept = others.filter { choice in
            guard choice.separator == .comma else { return true }
            return !all.contains { other in
                other.separator != .comma && other.isPossible && choice.standsInDecimals(of: other)
            }
        }
        let even = kept.filter(\.isEven)
        guard let best = even.first ?? kept.first else { return blanks }
        if best.separator == .tab {
            // Numbers between tabs and spaces alike.
            let isLoose = best.rows.contains { $0?.prefix(2).contains { $0.contains(" ") } == true }
            let areNumbers = blanks.rows.allSatisfy { $0?.prefix(2).allSatisfy(\.isWholeNumber) == true }
            return isLoose && areNumbers ? blanks : best
        }
        let rivals = even.isEmpty ? kept : even
        if rivals.count > 1 { throw Unclear(first: best.separator, second: rivals[1].separator) }
        if !best.isEven, blanks.isEven, blanks.usualFields > 1 {
            throw Unclear(first: best.separator, second: .blanks)
        }
        return best
    }

    /// Whether most lines have two fields or more.
    private var isPossible: Bool {
        usualFields > 1 && 5 * rows.count(where: { ($0?.count ?? 0) > 1 }) >= 4 * rows.count
    }

    /// Whether all lines have the same number of fields.
    private var isEven: Bool { rows.allSatisfy { $0?.count == usualFields } }

    private var hasKnownHeading: Bool {
        guard let first = rows.first ?? nil, first.count > 1 else { return false }
        return HeadingWords.nodes(in: first) != nil
    }

    /// Whether all commas stand in decimal numbers that another separator sets apart.
    private func standsInDecimals(of other: SeparatorChoice) -> Bool {
        other.rows.allSatisfy { row in
            guard let row else { return false }
            return row.allSatisfy { !$0.contains(",") || $0.isDecimalComma }
        }
    }
}
