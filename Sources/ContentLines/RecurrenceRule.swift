package import ReferralGraph

/// How an event repeats (RFC 5545, section 3.3.10), as far as calendars of people use it: by days, weeks, months or years,
/// with `INTERVAL`, `COUNT`, `UNTIL`, `BYDAY`, `BYMONTHDAY`, `BYMONTH`, `BYSETPOS` and `WKST`.
package struct RecurrenceRule: Equatable {
    package private(set) var frequency: Frequency
    package private(set) var interval = 1
    package private(set) var count: Int?
    /// The last moment, as written.
    package private(set) var until: String?
    private var weekdays: [OrdinalWeekday] = []
    private var monthDays: [Int] = []
    private var months: [Int] = []
    private var positions: [Int] = []
    private var weekStart = Weekday.monday

    package enum Frequency: String {
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"
    }

    /// `TU`, `-1SU`: a weekday of a period, or only the nth one.
    private struct OrdinalWeekday: Equatable {
        var ordinal: Int?
        var weekday: Weekday

        init?(_ text: Substring) {
            let codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
            guard let code = codes.firstIndex(of: String(text.suffix(2))),
                let weekday = Weekday(rawValue: code)
            else { return nil }
            self.weekday = weekday
            let number = text.dropLast(2)
            guard !number.isEmpty else { return }
            guard let ordinal = Int(number), ordinal != 0, abs(ordinal) <= 53 else { return nil }
            self.ordinal = ordinal
        }
    }

    /// Reads a rule.
    /// - Throws: ``Unsupported`` with the part that says more than is understood.
    package init(_ text: String) throws(Unsupported) {
        var parts: [(name: String, value: String)] = []
        for part in text.uppercased().split(separator: ";") {
            let halves = part.split(separator: "=", maxSplits: 1)
            guard halves.count == 2 else { throw Unsupported(part: String(part)) }
            parts.append((String(halves[0]), String(halves[1])))
        }
        guard let name = parts.first(where: { $0.name == "FREQ" })?.value,
            let frequency = Frequency(rawValue: name)
        else { throw Unsupported(part: parts.first { $0.name == "FREQ" }.map { "FREQ=\($0.value)" } ?? text) }
        self.frequency = frequency
        for (name, value) in parts where !name.hasPrefix("X-") {
            guard try take(name, value) else { throw Unsupported(part: "\(name)=\(value)") }
        }
        // The nth weekday is one of a month or a year.
        let isOfPeriod = frequency == .monthly || frequency == .yearly
        if !isOfPeriod, weekdays.contains(where: { $0.ordinal != nil }) || !positions.isEmpty {
            throw Unsupported(part: "BYDAY and BYSETPOS")
        }
    }

    /// What of a rule is not understood.
    package struct Unsupported: Error, Equatable {
        package var part: String

        package init(part: String) { self.part = part }
    }

    private mutating func take(_ name: String, _ value: String) throws(Unsupported) -> Bool {
        func numbers(_ range: ClosedRange<Int>) -> [Int]? {
            let numbers = value.split(separator: ",").map { Int($0) ?? 0 }
            return !numbers.isEmpty && numbers.allSatisfy { range.contains(abs($0)) } ? numbers : nil
        }
        switch name {
        case "FREQ": return true
        case "UNTIL": until = value
        case "INTERVAL":
            guard let number = Int(value), (1...10_000).contains(number) else { return false }
            interval = number
        case "COUNT":
            guard let number = Int(value), number > 0 else { return false }
            count = number
        case "BYDAY":
            let days = value.split(separator: ",").map { OrdinalWeekday($0) }
            guard !days.isEmpty, days.allSatisfy({ $0 != nil }) else { return false }
            weekdays = days.compactMap(\.self)
        case "BYMONTHDAY":
            guard frequency != .weekly, let days = numbers(1...31) else { return false }
            monthDays = days
        case "BYMONTH":
            guard let numbers = numbers(1...12), numbers.allSatisfy({ $0 > 0 }) else { return false }
            months = numbers
        case "BYSETPOS":
            guard let numbers = numbers(1...366) else { return false }
            positions = numbers
        case "WKST":
            guard let day = OrdinalWeekday(value[...]), day.ordinal == nil else { return false }
            weekStart = day.weekday
        default: return false
        }
        return true
    }

    // MARK: Days

    /// The days on which an event that begins on `start` takes place, that day first, in order, `COUNT` heeded and `UNTIL`
    /// not.
    package func days(from start: CalendarDay) -> some Sequence<CalendarDay> {
        var period = 0
        var pending: [CalendarDay] = [start]
        var given = 0
        var empty = 0
        return AnyIterator {
            while pending.isEmpty {
                guard let days = days(inPeriod: period, from: start), empty < Self.mostEmptyPeriods else {
                    return nil
                }
                period += 1
                pending = days.filter { $0 > start }.reversed()
                empty = pending.isEmpty ? empty + 1 : 0
            }
            guard count.map({ given < $0 }) ?? true, let day = pending.popLast() else { return nil }
            given += 1
            return day
        }
    }

    /// More periods in a row without a day show that none will come, as of 30 February.
    private static let mostEmptyPeriods = 5000
    private static let lastDay = CalendarDay(year: 9999, month: 12, day: 31)!

    /// The days of a period, counted from that of `start`; `nil` beyond the calendar.
    private func days(inPeriod period: Int, from start: CalendarDay) -> [CalendarDay]? {
        let (year, month, _) = start.parts
        let step = period * interval
        switch frequency {
        case .daily:
            let day = start + step
            guard day <= Self.lastDay else { return nil }
            let days = Self.days(ofMonth: day.parts.month, year: day.parts.year)
            return isInMonth(day) && (monthDays.isEmpty || isMonthDay(day, of: days))
                && (weekdays.isEmpty || weekdays.contains { $0.weekday == day.weekday }) ? [day] : []
        case .weekly:
            let monday = start + -((start.weekday.rawValue - weekStart.rawValue + 7) % 7) + 7 * step
            guard monday + 6 <= Self.lastDay else { return nil }
            let wanted = weekdays.isEmpty ? [start.weekday] : weekdays.map(\.weekday)
            return (0..<7).map { monday + $0 }.filter { wanted.contains($0.weekday) && isInMonth($0) }
        case .monthly:
            let number = year * 12 + month - 1 + step
            guard number / 12 <= 9999 else { return nil }
            let days = Self.days(ofMonth: number % 12 + 1, year: number / 12)
            guard months.isEmpty || months.contains(number % 12 + 1) else { return [] }
            return positioned(selected(days, from: start))
        case .yearly: return days(ofYear: year + step, from: start)
        }
    }

    /// The days of a year on which an event takes place that repeats yearly; `nil` beyond the calendar.
    package func days(ofYear year: Int, from start: CalendarDay) -> [CalendarDay]? {
        guard (1...9999).contains(year) else { return nil }
        let isOfYear = months.isEmpty && !(weekdays.isEmpty && monthDays.isEmpty)
        let wanted =
            isOfYear ? Array(1...12) : months.isEmpty ? [start.parts.month] : Set(months).sorted()
        let lists = wanted.map { Self.days(ofMonth: $0, year: year) }
        // Without months the nth weekday is that of the year.
        let periods = isOfYear && monthDays.isEmpty ? [lists.flatMap(\.self)] : lists
        return positioned(periods.flatMap { selected($0, from: start) })
    }

    private func isInMonth(_ day: CalendarDay) -> Bool { months.isEmpty || months.contains(day.parts.month) }

    /// - Parameter days: All of its month.
    private func isMonthDay(_ day: CalendarDay, of days: [CalendarDay]) -> Bool {
        let number = day.parts.day
        return monthDays.contains { $0 == number || days.count + $0 + 1 == number }
    }

    private func selected(_ days: [CalendarDay], from start: CalendarDay) -> [CalendarDay] {
        if weekdays.isEmpty, monthDays.isEmpty { return days.filter { $0.parts.day == start.parts.day } }
        let inMonth = monthDays.isEmpty ? days : days.filter { isMonthDay($0, of: days) }
        guard !weekdays.isEmpty else { return inMonth }
        return inMonth.filter { day in
            weekdays.contains { wanted in
                guard wanted.weekday == day.weekday else { return false }
                guard let ordinal = wanted.ordinal else { return true }
                let (before, after) = (day - days[0], days[days.count - 1] - day)
                return ordinal > 0 ? before / 7 + 1 == ordinal : after / 7 + 1 == -ordinal
            }
        }
    }

    private func positioned(_ days: [CalendarDay]) -> [CalendarDay] {
        guard !positions.isEmpty else { return days }
        return days.indices.filter { index in
            positions.contains(index + 1) || positions.contains(index - days.count)
        }.map { days[$0] }
    }

    private static func days(ofMonth month: Int, year: Int) -> [CalendarDay] {
        (1...31).compactMap { CalendarDay(year: year, month: month, day: $0) }
    }
}
