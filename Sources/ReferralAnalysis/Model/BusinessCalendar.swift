/// Which civil days are business days. Days are integers that follow one another; the calendar says from when
/// they count.
public protocol BusinessCalendar: Sendable {
    /// Whether people are at work on a day.
    func isBusinessDay(_ day: Int) -> Bool
}

extension BusinessCalendar {
    /// The `count`th business day after a day, that day not counted; the day itself for 0 or less.
    /// - Precondition: There is no year without a business day.
    /// - Complexity: O(days passed).
    public func day(_ count: Int, businessDaysAfter start: Int) -> Int {
        var day = start
        var remaining = count
        var idleDays = 0
        while remaining > 0 {
            day += 1
            idleDays = isBusinessDay(day) ? 0 : idleDays + 1
            if idleDays == 0 { remaining -= 1 }
            precondition(idleDays <= 366, "a calendar has business days")
        }
        return day
    }
}

/// Monday to Friday without holidays, in days counted from a Monday (day 0).
public struct WeekdayCalendar: BusinessCalendar, Equatable {
    /// Days on which nobody is at work.
    public var holidays: Set<Int>

    /// Makes a calendar.
    public init(holidays: Set<Int> = []) {
        self.holidays = holidays
    }

    /// Whether a day is one of Monday to Friday and no holiday.
    public func isBusinessDay(_ day: Int) -> Bool {
        let weekday = day % 7
        return (weekday < 0 ? weekday + 7 : weekday) < 5 && !holidays.contains(day)
    }
}
