internal import Foundations
internal import ReferralGraph

/// The ways in which LinkedIn has written dates, and those that spreadsheet programs make of them.
///
/// Each file has its own: `07 Jun 2026` (connections), `2025-06-01 14:03:22 UTC` (messages), `1/29/26, 2:37
/// PM` (invitations, applications), `2024/02/01 15:02:55 UTC` (endorsements), `Wed Jun 24 12:43:42 UTC 2026`
/// (followed companies), `Mar 2019` (jobs and schools). A spreadsheet makes `7-Feb-22` or `12.01.2023` of them. Years of two digits are of this century, because LinkedIn began in 2003.
enum LinkedInDate {
    /// Reads a date with or without a time; `nil` for anything else, days that do not exist included.
    /// - Parameter allowsMonthFirst: Whether `1/2/26` is the second of January, as in the files that are
    ///   written so. Elsewhere no one knows what it is.
    static func timestamp(_ text: String, allowsMonthFirst: Bool) -> Timestamp? {
        if let plain = withoutWeekday(text) { return timestamp(plain, allowsMonthFirst: false) }
        var scanner = DateScanner(text)
        guard let day = scanner.day(allowsMonthFirst: allowsMonthFirst) else { return nil }
        if scanner.isAtEnd { return Timestamp(day) }
        if scanner.eat(",") {
            guard scanner.eatSpaces() else { return nil }
        } else {
            guard scanner.eat("T") || scanner.eatSpaces() else { return nil }
        }
        guard let second = scanner.secondOfDay() else { return nil }
        let hasSpace = scanner.eatSpaces()
        let isUTC = scanner.eat("Z") || hasSpace && (scanner.eat("UTC") || scanner.eat("GMT"))
        guard scanner.isAtEnd, isUTC || !hasSpace else { return nil }
        return Timestamp(day, secondOfDay: second, utcOffsetMinutes: isUTC ? 0 : nil)
    }
}

extension LinkedInDate {
    /// `24 Jun 2026 12:43:42 UTC` of `Wed Jun 24 12:43:42 UTC 2026`; without the time where the zone is another one; `nil`
    /// for other forms.
    private static func withoutWeekday(_ text: String) -> String? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, weekdays.contains(parts[0].lowercased()), parts[5].utf8.count == 4 else {
            return nil
        }
        let time = ["UTC", "GMT"].contains(parts[4]) ? " \(parts[3]) UTC" : ""
        return "\(parts[2]) \(parts[1]) \(parts[5])\(time)"
    }

    private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// The days that a text means: one day, a month (`Mar 2019`, `2019-03`, `03/2019`, of a spreadsheet `Mar-19`), or a year;
    /// `nil` for anything else.
    static func period(_ text: String) -> ClosedRange<CalendarDay>? {
        if let day = timestamp(text, allowsMonthFirst: false)?.day { return day...day }
        let text = trimmed(text)
        let parts = text.split { " -/.,".contains($0) }
        guard (1...2).contains(parts.count), let year = parts.first(where: isYear) else {
            // A year of two digits behind a space could be a day.
            guard parts.count == 2, !text.contains(" "), isNumber(parts[1], digits: 2) else { return nil }
            return month(of: DayText("1 \(parts[0]) \(parts[1])"))
        }
        guard parts.count == 2 else {
            let number = Int(year) ?? 0
            guard let first = CalendarDay(year: number, month: 1, day: 1),
                let last = CalendarDay(year: number, month: 12, day: 31)
            else { return nil }
            return first...last
        }
        let other = isYear(parts[0]) ? parts[1] : parts[0]
        if let number = Int(other) {
            guard (1...2).contains(other.utf8.count) else { return nil }
            return CalendarDay(year: Int(year) ?? 0, month: number, day: 1).flatMap { month(of: .day($0)) }
        }
        return month(of: DayText("1 \(other) \(year)"))
    }

    /// Whether what stands for a last day says that there is none yet.
    static func isOngoing(_ text: String) -> Bool {
        ["", "-", "–", "—", "present", "current", "now", "today", "ongoing"].contains(foldedName(text))
    }

    private static func isYear(_ text: Substring) -> Bool { isNumber(text, digits: 4) }

    private static func isNumber(_ text: Substring, digits: Int) -> Bool {
        text.utf8.count == digits && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// The month that begins with a day.
    private static func month(of text: DayText) -> ClosedRange<CalendarDay>? {
        guard case .day(let first) = text, first.parts.day == 1 else { return nil }
        let (year, month, _) = first.parts
        return (28...31).reversed().lazy.compactMap { CalendarDay(year: year, month: month, day: $0) }.first
            .map { first...$0 }
    }
}

/// Reads a date from its beginning on.
private struct DateScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        // Recent versions of the Unicode locale data have a narrow no-break space before AM and PM.
        let plain =
            text.utf8.allSatisfy { $0 < 0x80 }
            ? text
            : String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isSpace ? " " : $0 }))
        rest = Substring(trimmed(plain)).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func eat(_ text: StaticString) -> Bool {
        let matches = text.withUTF8Buffer { rest.starts(with: $0) }
        if matches { rest = rest.dropFirst(text.utf8CodeUnitCount) }
        return matches
    }

    mutating func eatSpaces() -> Bool {
        let before = rest.startIndex
        rest = rest.drop { $0 == UInt8(ascii: " ") }
        return rest.startIndex != before
    }

    /// A number of so many digits, no more and no fewer.
    private mutating func number(_ digits: ClosedRange<Int>) -> (value: Int, digits: Int)? {
        let run = rest.prefix { (48...57).contains($0) }
        let count = run.count
        guard digits.contains(count) else { return nil }
        rest = rest[run.endIndex...]
        return (run.reduce(0) { $0 * 10 + Int($1 - 48) }, count)
    }

    private mutating func month() -> Int? {
        let word = rest.prefix { (65...90).contains($0 & 0xDF) }
        let name = String(decoding: word, as: UTF8.self).lowercased()
        guard name.utf8.count >= 3, let index = Self.months.firstIndex(where: { $0.hasPrefix(name) }) else {
            return nil
        }
        rest = rest[word.endIndex...]
        return index + 1
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    private mutating func year() -> Int? {
        guard let (value, digits) = number(2...4), digits != 3 else { return nil }
        return digits == 2 ? 2000 + value : value
    }

    mutating func day(allowsMonthFirst: Bool) -> CalendarDay? {
        guard let first = number(1...4) else { return dayAfterMonth() }
        if first.digits == 4 {
            let isDashed = eat("-")
            guard isDashed || eat("/"), let month = number(1...2), isDashed ? eat("-") : eat("/"),
                let day = number(1...2)
            else { return nil }
            return CalendarDay(year: first.value, month: month.value, day: day.value)
        }
        guard first.digits <= 2 else { return nil }
        if eat("/") {
            guard allowsMonthFirst, let day = number(1...2), eat("/"), let year = year() else { return nil }
            return CalendarDay(year: year, month: first.value, day: day.value)
        }
        if eat(".") {
            guard let month = number(1...2), eat("."), let year = year() else { return nil }
            return CalendarDay(year: year, month: month.value, day: first.value)
        }
        let isDashed = eat("-")
        guard isDashed || eatSpaces(), let month = month(), isDashed ? eat("-") : eatSpaces(),
            let year = year()
        else { return nil }
        return CalendarDay(year: year, month: month, day: first.value)
    }

    /// `Jan 29, 2019`.
    private mutating func dayAfterMonth() -> CalendarDay? {
        guard let month = month(), eatSpaces(), let day = number(1...2), eat(","), eatSpaces(),
            let year = year()
        else { return nil }
        return CalendarDay(year: year, month: month, day: day.value)
    }

    mutating func secondOfDay() -> Int? {
        guard let hour = number(1...2), eat(":"), let minute = number(2...2), minute.value < 60 else {
            return nil
        }
        var second = 0
        if eat(":") {
            guard let value = number(2...2), value.value < 60 else { return nil }
            second = value.value
            if eat(".") { guard number(1...9) != nil else { return nil } }
        }
        var hours = hour.value
        let behindTime = rest
        _ = eatSpaces()
        let isAfternoon = eat("PM") || eat("pm")
        if isAfternoon || eat("AM") || eat("am") {
            guard (1...12).contains(hours) else { return nil }
            hours = hours % 12 + (isAfternoon ? 12 : 0)
        } else {
            rest = behindTime
        }
        return hours < 24 ? hours * 3600 + minute.value * 60 + second : nil
    }
}
