internal import Foundations
internal import ReferralGraph

/// The days of one column: what each text says, and whether the column as a whole leaves a question.
///
/// `3/4/2026` alone could be two days. Where another row of the column can only be read one way (`13/4/2026`), and no row
/// the other way, all are read that way, and the user is told.
struct ColumnDays {
    /// A text that may say a day.
    struct Cell {
        var text: String
        var column: String
        var line: Int
    }

    /// A question about the column, or a note on how it was read.
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether the days cannot be read before the user has said how they are written.
    var isUnclear: Bool { diagnostics.contains { $0.severity == .error } }
    private var pattern: DatePattern?

    /// - Parameters:
    ///   - declared: How the user says that days are written; ISO where they say nothing.
    ///   - mapping: The mapping to say it in, where the user has given none.
    /// - Complexity: O(cells).
    init(_ cells: [Cell], declared: DatePattern, file: String, completing mapping: ColumnMapping? = nil) {
        guard declared == .iso else {
            pattern = declared
            return
        }
        let unclear = cells.filter { [.ambiguous, .serial].contains(DayText($0.text)) }
        guard let first = unclear.first else { return }
        let settled = Self.settled(cells.map(\.text))
        let more = unclear.count == 1 ? "" : ", and \(unclear.count - 1) more like it"
        pattern = settled.pattern
        guard let pattern else {
            let candidates =
                settled.candidates.isEmpty
                ? DatePattern.candidates(for: [Self.date(first.text)]) : settled.candidates
            diagnostics = [
                Diagnostic(
                    .dateInvalid, file: file, line: first.line, path: first.column,
                    found: quoted(first.text) + more,
                    expected:
                        "days that can only be one, such as YYYY-MM-DD, or the way they are written declared",
                    hint: "say "
                        + candidates.map { pattern in
                            guard var mapping else { return "dates=\(pattern)" }
                            mapping.dates = pattern
                            return mapping.option
                        }.joined(separator: " or ") + (mapping == nil ? " in the mapping" : ""))
            ]
            return
        }
        diagnostics = [
            Diagnostic(
                .valueIgnored, file: file, line: first.line, path: first.column,
                found: quoted(first.text) + more,
                expected: "one day for everyone",
                hint:
                    "read as \(pattern), because other rows of the column fit nothing else; if that is wrong, say dates= in the mapping"
            )
        ]
    }

    /// What an error about one cell says that it should be.
    var expected: String {
        pattern.map { "a day that exists, as \($0)" } ?? "a day that exists, as YYYY-MM-DD"
    }

    /// The day that a text says; `nil` for none, and for one that is not clear.
    func day(_ text: String) -> CalendarDay? {
        if let day = pattern?.day(Self.date(text)) { return day }
        if case .day(let day) = DayText(text) { return day }
        return nil
    }

    /// The only pattern that reads all the slashed days of a column, if one row of them shows which; and otherwise all that
    /// do.
    private static func settled(_ texts: [String]) -> (pattern: DatePattern?, candidates: [DatePattern]) {
        let dates = texts.map(date).filter { text in
            text.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }.count == 3
                && text.utf8.first.map { (0x30...0x39).contains($0) } == true
                && DatePattern.iso.day(text) == nil
                && isNumeric(text)
        }
        let candidates = dates.isEmpty ? [] : DatePattern.candidates(for: dates)
        return (candidates.count == 1 ? candidates[0] : nil, candidates)
    }

    private static func isNumeric(_ text: String) -> Bool {
        text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-")
        }
            && text.utf8.prefix { (0x30...0x39).contains($0) }.count <= 2
    }

    /// A text up to its time.
    private static func date(_ text: String) -> String {
        String(trimmed(text).prefix { !$0.isWhitespace && $0 != "," && $0 != "T" })
    }
}
