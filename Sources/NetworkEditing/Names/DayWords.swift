public import ReferralGraph

/// The words in which people say a day: `yesterday`, `monday`, `3 days ago`, `2026-11-03`, `3 Nov`, `3.11.`, `in 2 weeks`.
///
/// Letter case and commas do not count. A weekday alone is the last one up to today for a record, the first one from
/// today on for a plan; `last monday` is always before today and `next monday` always after it. A day and month
/// without a year are the nearest such day in the direction of the leaning. With full stops the day comes first; with
/// strokes either may, so `3/20` is read and `3/4` is not.
public enum DayWords {
    /// Which way words lean that fit more than one day.
    public enum Leaning: Sendable, CaseIterable {
        /// For records: the latest day up to today that fits.
        case past
        /// For plans: the first day from today on that fits.
        case future
        /// For what may lie on either side: the last weekday up to today, the nearest day of a month.
        case nearest
    }

    /// The forms that are understood, for messages.
    public static let acceptedForms =
        "2026-11-03, 3 Nov, Nov 3 2026, 3.11., today, yesterday, tomorrow, monday, last friday, next friday, "
        + "3 days ago or in 2 weeks, with a time such as 8:30 behind it where a time is wanted"

    /// Reads one day, or the days from one to another: `29 oct to 2 nov`.
    /// - Throws: ``EditError/unreadableDay(_:)`` and its kin.
    public static func days(
        _ words: String, relativeTo today: CalendarDay, leaning: Leaning
    ) throws(EditError) -> ClosedRange<CalendarDay> {
        let tokens = DayReader.tokens(of: words)
        guard
            let middle = tokens.firstIndex(where: {
                ["to", "until", "till", "through", "-", "–"].contains($0)
            })
        else {
            let day = try CalendarDay(words: words, relativeTo: today, leaning: leaning)
            return day...day
        }
        let (first, last) = (tokens[..<middle], tokens[(middle + 1)...])
        let from = try CalendarDay(
            words: first.joined(separator: " "), relativeTo: today, leaning: leaning)
        let to = try CalendarDay(words: last.joined(separator: " "), relativeTo: from, leaning: .future)
        guard from <= to else { throw .unreadableDay(words) }
        return from...to
    }
}

extension CalendarDay {
    /// Reads a day as people say it; see ``DayWords``.
    /// - Throws: ``EditError/unreadableDay(_:)``, also for words that lead out of the years 1 to 9999;
    ///   ``EditError/ambiguousDay(_:_:_:)`` and ``EditError/severalDays(_:from:to:)`` for words that fit more than one.
    public init(
        words: String, relativeTo today: CalendarDay, leaning: DayWords.Leaning
    ) throws(EditError) {
        let reader = DayReader(words: words, today: today, leaning: leaning)
        guard let day = try reader.day(DayReader.tokens(of: words)[...]), (1...9999).contains(day.parts.year)
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
            do throws(EditError) {
                day = try CalendarDay(
                    words: tokens.joined(separator: " "), relativeTo: now.day, leaning: leaning)
            } catch {
                if case .unreadableDay = error { throw .unreadableDay(words) }
                throw error
            }
        }
        self.init(day, secondOfDay: second, utcOffsetMinutes: now.utcOffsetMinutes)
    }
}

extension DayWords {
    /// A length of time in whole units, as people say it: `6 weeks`, `2w`, `10 days`, `a month`, `monthly`.
    public struct Length: Equatable, Sendable {
        /// How many units.
        public var count: Int
        /// The unit.
        public var unit: Unit

        /// Days, weeks, months and years.
        public enum Unit: Int, Sendable, CaseIterable {
            /// The days that one is counted as, where no calendar is at hand.
            case day = 1
            case week = 7, month = 30, year = 365
        }

        /// The length in days, of 30 days a month and 365 a year.
        public var days: Int { count * unit.rawValue }

        /// The day that lies this long after another; months and years keep the day of the month as far as the month has it.
        public func after(_ day: CalendarDay) throws(EditError) -> CalendarDay {
            try CalendarDay(words: "in \(count) \(unit)s", relativeTo: day, leaning: .future)
        }
    }

    /// Reads a length of time; `nil` for words that are none.
    public static func length(_ words: String) -> Length? {
        var tokens = DayReader.tokens(of: words)[...]
        if tokens.first == "every" || tokens.first == "for" || tokens.first == "in" { tokens.removeFirst() }
        if tokens.count == 1, let word = tokens.first {
            let digits = word.prefix { ("0"..."9").contains($0) }
            if !digits.isEmpty, digits.count < word.count {
                tokens = [digits, word.dropFirst(digits.count)]
            } else {
                tokens = ["1", word]
            }
        }
        guard tokens.count == 2, let unit = unit(tokens.last!),
            let number = number(tokens.first!), (1...9_999).contains(number)
        else { return nil }
        return Length(count: number * unit.count, unit: unit.unit)
    }

    /// What ``length(_:)`` reads, as a phrase for messages.
    public static let acceptedLengths = "6 weeks, 10 days, 2w, a month or monthly"

    private static func unit(_ word: Substring) -> (count: Int, unit: Length.Unit)? {
        switch word {
        case "d", "day", "days", "daily": (1, .day)
        case "w", "wk", "wks", "week", "weeks", "weekly": (1, .week)
        case "fortnight", "fortnights", "fortnightly": (2, .week)
        case "m", "mo", "mos", "month", "months", "monthly": (1, .month)
        case "q", "quarter", "quarters", "quarterly": (3, .month)
        case "y", "yr", "yrs", "year", "years", "yearly", "annually": (1, .year)
        default: nil
        }
    }

    private static func number(_ word: Substring) -> Int? {
        let words: [Substring: Int] = [
            "a": 1, "an": 1, "one": 1, "other": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
            "seven": 7,
            "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
        ]
        guard word.utf8.allSatisfy({ (48...57).contains($0) }), word.count <= 4 else { return words[word] }
        return Int(word)
    }
}

/// Reads the words of a day, cut into tokens.
private struct DayReader {
    let words: String
    let today: CalendarDay
    let leaning: DayWords.Leaning

    static func tokens(of words: String) -> [Substring] {
        foldedName(words).split { $0.isWhitespace || $0 == "," }
    }

    func day(_ tokens: ArraySlice<Substring>) throws(EditError) -> CalendarDay? {
        let words = Array(tokens)
        switch words.count {
        case 1: return try oneWord(words[0])
        case 2:
            if let days = days(words[0], words[1]) {
                throw .severalDays(self.words, from: days.lowerBound, to: days.upperBound)
            }
            if leaning == .future, let day = shifted(words[0], words[1], sign: 1) { return day }
            return besides(words[0], words[1]) ?? inYear(words[0], words[1], year: nil)
        case 3:
            if words[2] == "ago" { return shifted(words[0], words[1], sign: -1) }
            if words[0] == "in" { return shifted(words[1], words[2], sign: 1) }
            return inYear(words[0], words[1], year: words[2])
        default: return nil
        }
    }

    private func oneWord(_ word: Substring) throws(EditError) -> CalendarDay? {
        switch word {
        case "today": return today
        case "yesterday": return today + -1
        case "tomorrow": return today + 1
        default:
            if let weekday = Self.weekday(word) {
                return leaning == .future
                    ? today + daysAhead(to: weekday) : today + -daysBack(to: weekday)
            }
            if let day = CalendarDay(word) { return day }
            return try inNumbers(word)
        }
    }

    /// `27.3.` and `27.3.2026`; `3/20` and `20/3`, with or without a year.
    private func inNumbers(_ word: Substring) throws(EditError) -> CalendarDay? {
        guard let mark = word.first(where: { !$0.isNumber }), mark == "." || mark == "/" else { return nil }
        var parts = word.split(separator: mark, omittingEmptySubsequences: false)
        if mark == ".", parts.count == 3, parts[2].isEmpty { parts.removeLast() }
        guard (2...3).contains(parts.count), let first = Self.number(parts[0], digits: 1...2),
            let second = Self.number(parts[1], digits: 1...2)
        else { return nil }
        var year: Int?
        if parts.count == 3 {
            year =
                Self.number(parts[2], digits: 4...4) ?? Self.number(parts[2], digits: 2...2).map { $0 + 2000 }
            if year == nil { return nil }
        }
        let dayFirst = day(first, ofMonth: second, year: year)
        guard mark == "/", first != second else { return dayFirst }
        guard let monthFirst = day(second, ofMonth: first, year: year) else { return dayFirst }
        guard let dayFirst else { return monthFirst }
        throw .ambiguousDay(words, min(dayFirst, monthFirst), max(dayFirst, monthFirst))
    }

    /// `last week`, `next month`: from its first working day to its last.
    private func days(_ word: Substring, _ unit: Substring) -> ClosedRange<CalendarDay>? {
        let order: [Substring: Int] = ["last": -1, "this": 0, "next": 1]
        guard let step = order[word], unit == "week" || unit == "month" else { return nil }
        if unit == "week" {
            let monday = today + (7 * step - today.weekday.rawValue)
            return monday...(monday + 4)
        }
        let first = today + (1 - today.parts.day)
        let reader = DayReader(words: words, today: first, leaning: leaning)
        guard let from = reader.monthsLater(step), let next = reader.monthsLater(step + 1) else { return nil }
        return from...(next + -1)
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
        guard let year else { return self.day(day, ofMonth: month, year: nil) }
        return Self.number(year, digits: 4...4).flatMap { self.day(day, ofMonth: month, year: $0) }
    }

    /// A day of a month; without a year the one that the leaning chooses.
    private func day(_ day: Int, ofMonth month: Int, year: Int?) -> CalendarDay? {
        if let year { return CalendarDay(year: year, month: month, day: day) }
        // Eight years without a 29 February lie around 1900 and 2100.
        let near = (-8...8).compactMap { CalendarDay(year: today.parts.year + $0, month: month, day: day) }
        let (before, after) = (near.last { $0 <= today }, near.first { $0 >= today })
        return switch leaning {
        case .past: before
        case .future: after
        case .nearest: [before, after].compactMap(\.self).min { abs($0 - today) < abs($1 - today) }
        }
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
