internal import Foundations
internal import ReferralGraph

/// The ways in which LinkedIn has written dates, and those that spreadsheet programs make of them.
///
/// Each file has its own: `07 Jun 2026` (connections), `2025-06-01 14:03:22 UTC` (messages), `1/29/26, 2:37
/// PM` (invitations, applications), `2024/02/01 15:02:55 UTC` (endorsements). A spreadsheet makes `7-Feb-22`
/// or `12.01.2023` of them. Years of two digits are of this century, because LinkedIn began in 2003.
enum LinkedInDate {
    /// Reads a date with or without a time; `nil` for anything else, days that do not exist included.
    /// - Parameter allowsMonthFirst: Whether `1/2/26` is the second of January, as in the files that are
    ///   written so. Elsewhere nobody knows what it is.
    static func timestamp(_ text: String, allowsMonthFirst: Bool) -> Timestamp? {
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
