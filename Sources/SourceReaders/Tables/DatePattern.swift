public import ReferralGraph

/// How a table writes days: `YYYY-MM-DD`, `DD/MM/YYYY`, `MM/DD/YYYY`, `DD.MM.YYYY` and the like.
///
/// Never guessed: 03/04/2026 is a day in March for some and in April for others. `EXCEL` reads a spreadsheet's serial
/// numbers, which count the days since the end of 1899.
public struct DatePattern: Equatable, Sendable, CustomStringConvertible {
    /// The pattern as one writes it, in upper case.
    public let description: String
    private let order: [Part]
    private let separator: UInt8

    private enum Part: String { case year = "YYYY", shortYear = "YY", month = "MM", day = "DD" }

    /// Makes a pattern; `nil` unless it is YYYY or YY, MM and DD, each once, with the same `-`, `/` or `.` between them.
    public init?(_ text: String) {
        let upper = text.uppercased()
        if upper == "EXCEL" {
            (description, order, separator) = (upper, [], 0)
            return
        }
        let separators = upper.utf8.filter { !(0x41...0x5A).contains($0) }
        guard separators.count == 2, separators[0] == separators[1], let separator = separators.first,
            "-/.".utf8.contains(separator)
        else { return nil }
        let order = upper.utf8.split(separator: separator, omittingEmptySubsequences: false)
            .compactMap { Part(rawValue: String(Substring($0))) }
        guard Set(order).count == 3, order.contains(.month), order.contains(.day) else { return nil }
        description = upper
        self.order = order
        self.separator = separator
    }

    /// `YYYY-MM-DD` (ISO 8601), which needs no declaration.
    public static let iso = DatePattern("YYYY-MM-DD")!

    /// The day that a text says by this pattern; `nil` for anything else. Days and months may have one digit, except
    /// behind a year.
    public func day(_ text: String) -> CalendarDay? {
        if order.isEmpty {
            guard let serial = Double(text), (61...2_958_465).contains(serial) else { return nil }
            return CalendarDay(year: 1899, month: 12, day: 30).map { $0 + Int(serial) }
        }
        let pieces = text.utf8.split(separator: separator, omittingEmptySubsequences: false)
        guard pieces.count == 3 else { return nil }
        var numbers: [Part: Int] = [:]
        for (part, piece) in zip(order, pieces) {
            let lengths = part == .year ? 4...4 : part == .shortYear || order[0] == .year ? 2...2 : 1...2
            guard lengths.contains(piece.count), piece.allSatisfy({ (0x30...0x39).contains($0) }) else {
                return nil
            }
            numbers[part] = Int(Substring(piece))
        }
        let short = numbers[.shortYear].map(DayText.fullYear)
        guard let year = numbers[.year] ?? short, let month = numbers[.month], let day = numbers[.day] else {
            return nil
        }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// Patterns in use that read all of some texts as days.
    static func candidates(for texts: [String]) -> [DatePattern] {
        [
            "DD/MM/YYYY", "MM/DD/YYYY", "DD-MM-YYYY", "MM-DD-YYYY", "DD/MM/YY", "MM/DD/YY", "DD-MM-YY",
            "MM-DD-YY",
            "EXCEL",
        ]
        .compactMap { DatePattern($0) }
        .filter { pattern in texts.allSatisfy { pattern.day($0) != nil } }
    }
}
