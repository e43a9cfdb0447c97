internal import Foundations
internal import PublicHolidays
internal import ReferralGraph

extension FieldValue {
    /// An identifier: not blank, no space around it, no control characters.
    static func identifier<Entity>(_ text: String) throws(FieldComplaint) -> Identifier<Entity> {
        // Nearly all are plain ASCII, and scalars are slow.
        if !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return Identifier(text) }
        if isBlank(text) {
            throw FieldComplaint(
                .textBlank, expected: "an id", hint: "use a short word of your own, such as \"dan\"")
        }
        let scalars = text.unicodeScalars
        if scalars.first!.isSpace || scalars.last!.isSpace || scalars.contains(where: \.isControlCode) {
            throw FieldComplaint(
                .identifierInvalid, expected: "an id without control characters or space around it",
                hint: "remove what cannot be seen, here and wherever the id is used")
        }
        return Identifier(text)
    }

    /// One of the raw values of an enumeration.
    static func word<Value: CaseIterable & RawRepresentable<String>>(
        _ text: String
    ) throws(FieldComplaint) -> Value {
        if let value = Value(rawValue: text) { return value }
        let allowed = Value.allCases.map(\.rawValue)
        throw FieldComplaint(
            .valueUnknown, expected: listed(allowed),
            hint: spellingHint(to: text, among: allowed, else: "choose the nearest of them"))
    }

    /// A day, `2026-03-04`.
    static func day(_ text: String) throws(FieldComplaint) -> CalendarDay {
        if let day = CalendarDay(text) { return day }
        throw FieldComplaint(
            .dateInvalid, expected: "a day that exists, as YYYY-MM-DD", hint: hint(forDay: text))
    }

    /// A day, with or without a time: `2026-03-04T08:30+01:00`.
    static func timestamp(_ text: String) throws(FieldComplaint) -> Timestamp {
        if let timestamp = Timestamp(text) { return timestamp }
        let bytes = Array(text.utf8)
        let day = String(decoding: bytes.prefix(10), as: UTF8.self)
        let hint =
            if CalendarDay(day) == nil {
                hint(forDay: bytes.count > 10 && bytes[10] == UInt8(ascii: "T") ? day : text)
            } else {
                "write half past eight in the morning as \(day)T08:30, in Berlin as \(day)T08:30+01:00"
            }
        throw FieldComplaint(
            .timeInvalid, expected: "a day that exists, as YYYY-MM-DD, or such a day with THH:MM behind it",
            hint: hint)
    }

    /// A day of the week, `friday`.
    static func weekday(_ text: String) throws(FieldComplaint) -> Weekday {
        if let day = Weekday(name: text) { return day }
        let names = Weekday.allCases.map(\.name)
        let start = foldedName(text)
        let meant = names.first { start.utf8.count > 1 && $0.hasPrefix(start) || start.hasPrefix($0) }
        throw FieldComplaint(
            .valueUnknown, expected: listed(names),
            hint: (meant ?? nearestSpelling(to: text, among: names)).map { "did you mean \"\($0)\"?" }
                ?? "write one day an entry")
    }

    /// A word by which people are sorted.
    static func tag(_ text: String) throws(FieldComplaint) -> String {
        if let tag = Tag(text) { return tag.text }
        throw FieldComplaint(
            .valueUnknown, expected: Tag.expected,
            hint: Tag(nearestTo: text).map { "write \"\($0)\"" } ?? "choose another word")
    }

    /// The name of a time zone in the system's IANA database; without one, anything that looks like such a name.
    static func timeZone(_ text: String) throws(FieldComplaint) -> String {
        switch ZoneDatabase.system.knows(text) {
        case true?: return text
        case nil where looksLikeZone(text): return text
        default:
            throw FieldComplaint(
                .timeZoneInvalid, expected: "an IANA time zone such as \"America/Chicago\", or \"UTC\"",
                hint: ZoneDatabase.system.hint(for: text))
        }
    }

    /// The name of a time zone as it was checked when it was recorded, perhaps by another database.
    static func recordedTimeZone(_ text: String) throws(FieldComplaint) -> String {
        isBlank(text) ? try timeZone(text) : text
    }

    /// The code of a country, or of a part of one, whose public holidays are known.
    static func region(_ text: String) throws(FieldComplaint) -> String {
        if let code = HolidayRegion.code(text) { return code }
        throw FieldComplaint(
            .valueUnknown, expected: "a country or a part of one, such as DE or DE-BY",
            hint: HolidayRegion.hint(for: text))
    }

    /// A code as it was checked when it was recorded, perhaps with another table.
    static func recordedRegion(_ text: String) throws(FieldComplaint) -> String {
        isBlank(text) ? try region(text) : text
    }

    private static func looksLikeZone(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isName = parts.allSatisfy { part in
            (1...32).contains(part.count)
                && part.allSatisfy {
                    (97...122).contains($0 | 0x20) || (48...57).contains($0)
                        || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0)
                }
        }
        return isName && (2...3).contains(parts.count)
    }

    /// What is wrong with a text that is no day.
    private static func hint(forDay text: String) -> String {
        let bytes = Array(text.utf8)
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        if CalendarDay(String(decoding: bytes.prefix(10), as: UTF8.self)) != nil {
            return "only the day is wanted here"
        }
        guard parts.map(\.utf8.count) == [4, 2, 2], numbers.count == 3 else {
            return "write 4 March 2026 as 2026-03-04"
        }
        let (year, month) = (numbers[0], numbers[1])
        guard let first = CalendarDay(year: year, month: month, day: 1) else {
            return (1...12).contains(month) ? "years run from 0001 to 9999" : "months run from 01 to 12"
        }
        let next = CalendarDay(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
        return "\(monthNames[month - 1]) \(year) has \(next.map { $0 - first } ?? 31) days"
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
