public import ReferralGraph

/// Which days of the Gregorian calendar people work: Monday to Friday without the network's holidays.
public struct WorkCalendar: BusinessCalendar {
    private let holidays: Set<Int>

    /// Makes a calendar.
    public init(holidays: [CalendarDay] = []) { self.holidays = Set(holidays.map(\.number)) }

    /// Whether people work on the day with this number (``CalendarDay/number``).
    public func isBusinessDay(_ day: Int) -> Bool {
        CalendarDay(number: day).weekday.rawValue < 5 && !holidays.contains(day)
    }

    /// The day that comes `count` business days after `day`; `day` itself for 0.
    /// - Complexity: O(days passed).
    public func day(_ count: Int, businessDaysAfter day: CalendarDay) -> CalendarDay {
        CalendarDay(number: self.day(count, businessDaysAfter: day.number))
    }

    /// `day` itself when people work on it, else the next day on which they do.
    public func businessDay(onOrAfter day: CalendarDay) -> CalendarDay {
        isBusinessDay(day.number) ? day : self.day(1, businessDaysAfter: day)
    }

    /// How many business days lie in (`start`, `end`]; 0 when `end` is not later.
    /// - Complexity: O(days).
    public func businessDays(from start: CalendarDay, to end: CalendarDay) -> Int {
        guard start < end else { return 0 }
        return ((start.number + 1)...end.number).count(where: isBusinessDay)
    }
}
