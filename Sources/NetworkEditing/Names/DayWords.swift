public import ReferralGraph

/// The words in which people say a day: `yesterday`, `monday`, `3 days ago`, `2026-11-03`, `3 Nov`, `in 2 weeks`.
///
/// Letter case and commas do not count. A weekday alone is the last one up to today for a record, the first one from
/// today on for a plan; `last monday` is always before today and `next monday` always after it. A day and month
/// without a year are the nearest such day in the direction of the leaning.
public enum DayWords {
    /// Which way words lean that fit more than one day.
    public enum Leaning: Sendable, CaseIterable {
        /// For records: the latest day up to today that fits.
        case past
        /// For plans: the first day from today on that fits.
        case future
    }

    /// The forms that are understood, for messages.
    public static let acceptedForms =
        "2026-11-03, 3 Nov, Nov 3 2026, today, yesterday, tomorrow, monday, last friday, next friday, "
        + "3 days ago or in 2 weeks, with a time such as 8:30 behind it where a time is wanted"
}

extension CalendarDay {
    /// Reads a day as people say it; see ``DayWords``.
    /// - Throws: ``EditError/unreadableDay(_:)``, also for words that lead out of the years 1 to 9999.
    public init(
        words: String, relativeTo today: CalendarDay, leaning: DayWords.Leaning
    ) throws(EditError) {
        let reader = DayReader(today: today, leaning: leaning)
        guard let day = reader.day(DayReader.tokens(of: words)[...]), (1...9999).contains(day.parts.year)
        else { throw .unreadableDay(words) }
        self = day
    }
}

extension Timestamp {
    /// Reads a moment as people say it: a day, a day with a time (`yesterday 8:30`, `monday at 5 pm`), a time of
    /// today, `now`, or a moment as it stands in a network file.
    ///
    /// A time is taken to be of the zone of `now`, at the offset it has now.
    /// - Throws: ``EditError/unreadableDay(_:)``.
    public init(words: String, relativeTo now: Timestamp, leaning: DayWords.Leaning) throws(EditError) {
        let trimmed = words.filter { !$0.isWhitespace }
        if let moment = Timestamp(trimmed.uppercased()) {
            self = moment
            return
        }
        var tokens = DayReader.tokens(of: words)[...]
        if tokens == ["now"] {
            self = now
            return
        }
        guard let second = DayReader.takeTime(&tokens) else {
            self.init(try CalendarDay(words: words, relativeTo: now.day, leaning: leaning))
            return
        }
        var day = now.day
        if !tokens.isEmpty {
            do {
                day = try CalendarDay(
                    words: tokens.joined(separator: " "), relativeTo: now.day, leaning: leaning)
            } catch {
                throw .unreadableDay(words)
            }
        }
        self.init(day, secondOfDay: second, utcOffsetMinutes: now.utcOffsetMinutes)
    }
}

/// Reads the words of a day, cut into tokens.
private struct DayReader {
    let today: CalendarDay
    let leaning: DayWords.Leaning

    static func tokens(of words: String) -> [Substring] {
        foldedName(words).split { $0.isWhitespace || $0 == "," }
    }

    func day(_ tokens: ArraySlice<Substring>) -> CalendarDay? {
        let words = Array(tokens)
        switch words.count {
        case 1: return oneWord(words[0])
        case 2:
            return besides(words[0], words[1]) ?? inYear(words[0], words[1], year: nil)
        case 3:
            if words[2] == "ago" { return shifted(words[0], words[1], sign: -1) }
            if words[0] == "in" { return shifted(words[1], words[2], sign: 1) }
            return inYear(words[0], words[1], year: words[2])
        default: return nil
        }
    }

    private func oneWord(_ word: Substring) -> CalendarDay? {
        switch word {
        case "today": return today
        case "yesterday": return today + -1
        case "tomorrow": return today + 1
        default:
            if let weekday = Self.weekday(word) {
                return leaning == .past
                    ? today + -daysBack(to: weekday) : today + daysAhead(to: weekday)
            }
            return CalendarDay(word)
        }
    }

    /// `last friday`, `next friday`.
    private func besides(_ word: Substring, _ name: Substring) -> CalendarDay? {
        guard let weekday = Self.weekday(name) else { return nil }
        switch word {
        case "last":
            let days = daysBack(to: weekday)
            return today + -(days == 0 ? 7 : days)
        case "next":
            let days = daysAhead(to: weekday)
            return today + (days == 0 ? 7 : days)
        default: return nil
        }
    }

    private func daysBack(to weekday: Weekday) -> Int {
        (today.weekday.rawValue - weekday.rawValue + 7) % 7
    }

    private func daysAhead(to weekday: Weekday) -> Int {
        (weekday.rawValue - today.weekday.rawValue + 7) % 7
    }

    /// `3 days` ago or ahead; months and years keep the day of the month as far as the month has it.
    private func shifted(_ count: Substring, _ unit: Substring, sign: Int) -> CalendarDay? {
        guard let count = ["a", "an", "one"].contains(count) ? 1 : Self.number(count, digits: 1...4)
        else { return nil }
        switch unit {
        case "day", "days": return today + sign * count
        case "week", "weeks": return today + sign * count * 7
        case "month", "months": return monthsLater(sign * count)
        case "year", "years": return monthsLater(sign * count * 12)
        default: return nil
        }
    }

    private func monthsLater(_ count: Int) -> CalendarDay? {
        let (year, month, day) = today.parts
        let months = year * 12 + month - 1 + count
        guard months >= 12 else { return nil }
        return (0..<4).lazy.compactMap {
            CalendarDay(year: months / 12, month: months % 12 + 1, day: day - $0)
        }.first
    }

    /// `3 nov` and `nov 3`, with or without a year.
    private func inYear(_ first: Substring, _ second: Substring, year: Substring?) -> CalendarDay? {
        guard let month = Self.month(first) ?? Self.month(second),
            let day = Self.dayOfMonth(Self.month(first) == nil ? first : second)
        else { return nil }
        if let year {
            return Self.number(year, digits: 4...4).flatMap { CalendarDay(year: $0, month: month, day: day) }
        }
        // Eight years without a 29 February lie around 1900 and 2100.
        let direction = leaning == .past ? -1 : 1
        return (0...8).lazy.compactMap {
            CalendarDay(year: today.parts.year + direction * $0, month: month, day: day)
        }.first { leaning == .past ? $0 <= today : $0 >= today }
    }

    private static func dayOfMonth(_ word: Substring) -> Int? {
        let isOrdinal = ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
        return number(isOrdinal ? word.dropLast(2) : word, digits: 1...2)
    }

    private static func weekday(_ word: Substring) -> Weekday? {
        Weekday.allCases.first { isName(word, of: "\($0)", orOneOf: ["tues", "thur", "thurs"]) }
    }

    private static func month(_ word: Substring) -> Int? {
        months.firstIndex { isName(word, of: $0, orOneOf: ["sept"]) }.map { $0 + 1 }
    }

    /// Whether a word is a name, its first three letters, or one of a few other ways to cut it, with or without a
    /// full stop.
    private static func isName(_ word: Substring, of name: String, orOneOf others: [String]) -> Bool {
        let word = word.hasSuffix(".") ? word.dropLast() : word
        return word == name || word == name.prefix(3) || others.contains { word == $0 && name.hasPrefix($0) }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// A number of ASCII digits.
    private static func number(_ word: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(word.utf8.count), word.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(word)
    }

    /// Takes a time off the end, with `at` before it: `8:30`, `8:30 pm`, `8:30pm`, `8 am`; its second of the day.
    static func takeTime(_ tokens: inout ArraySlice<Substring>) -> Int? {
        var rest = tokens
        guard var word = rest.popLast() else { return nil }
        var half: Substring?
        if word == "am" || word == "pm" {
            half = word
            guard let before = rest.popLast() else { return nil }
            word = before
        } else if word.hasSuffix("am") || word.hasSuffix("pm") {
            half = word.suffix(2)
            word = word.dropLast(2)
        }
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 1 && half != nil,
            let hour = number(parts[0], digits: 1...2),
            let minute = parts.count == 2 ? number(parts[1], digits: 2...2) : 0, minute < 60,
            half == nil ? hour < 24 : (1...12).contains(hour)
        else { return nil }
        if rest.last == "at" { rest.removeLast() }
        tokens = rest
        let hours = half.map { hour % 12 + ($0 == "pm" ? 12 : 0) } ?? hour
        return hours * 3600 + minute * 60
    }
}
