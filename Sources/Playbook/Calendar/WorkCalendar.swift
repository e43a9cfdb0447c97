public import PublicHolidays
public import ReferralGraph

/// Which days of the Gregorian calendar someone works: those outside the weekend that are no holidays of the network.
public struct WorkCalendar: Sendable, Equatable {
    private var holidays: Set<Int>
    /// Whose public holidays are free; `nil` for none.
    package let region: HolidayRegion?
    /// Whether 24 December to 1 January are free.
    private let restsBetweenTheYears: Bool
    /// Bit n is set where weekday n, Monday being 0, is free.
    private let freeDays: UInt8

    /// Makes a calendar.
    /// - Parameters:
    ///   - holidays: Days on which no one works.
    ///   - region: Whose public holidays are free, too.
    ///   - weekend: The free days of each week; of more than six the standard ones are taken.
    ///   - restsBetweenTheYears: Whether 24 December to 1 January are free.
    public init(
        holidays: [CalendarDay] = [], region: HolidayRegion? = nil,
        weekend: Set<Weekday> = Weekend.standard, restsBetweenTheYears: Bool = false
    ) {
        self.init(Set(holidays.map(\.number)), region, weekend, restsBetweenTheYears)
    }

    private init(
        _ holidays: Set<Int>, _ region: HolidayRegion?, _ weekend: Set<Weekday>, _ restsBetweenTheYears: Bool
    ) {
        self.holidays = holidays
        self.region = region
        self.restsBetweenTheYears = restsBetweenTheYears
        let days = weekend.count < Weekday.allCases.count ? weekend : Weekend.standard
        freeDays = days.reduce(0) { $0 | 1 << UInt8($1.rawValue) }
    }

    /// The calendar of each person of a network, in its order, with the days on which they are away or their office is closed.
    ///
    /// Public holidays are those of the person's own region (``Person/region``), else of the employer's, else of the country in
    /// which the time zone lies. The weekend is the person's own (``Person/weekend``), else that of the region in which the time
    /// zone lies. Whoever has none of these is taken to live where the seeker does.
    /// - Parameters:
    ///   - keepsRegionalWeekends: `false` for a weekend of Saturday and Sunday for everybody who has no own one.
    ///   - keepsPublicHolidays: `false` for no public holidays.
    ///   - employer: Where the person at a position works.
    /// - Complexity: O(people + holidays).
    public static func calendars(
        of network: ReferralNetwork, keepsRegionalWeekends: Bool = true, keepsPublicHolidays: Bool = true,
        restsBetweenTheYears: Bool = false, employer: (Int) -> Company? = { _ in nil }
    ) -> [WorkCalendar] {
        let holidays = Set(network.holidays.map(\.number))
        let seekerPosition = network.people.firstIndex { $0.id == network.seeker }
        let home = seekerPosition.flatMap { region(of: network.people[$0], at: employer($0)) }
        func weekend(_ person: Person, _ region: HolidayRegion?) -> Set<Weekday>? {
            if !person.weekend.isEmpty { return Set(person.weekend) }
            guard keepsRegionalWeekends else { return nil }
            return (person.timeZone ?? region?.zone).map { Weekend.days(inZone: $0) }
        }
        let seeker = seekerPosition.flatMap { weekend(network.people[$0], home) }
        let standard = keepsRegionalWeekends ? seeker ?? Weekend.standard : Weekend.standard
        return network.people.enumerated().map { position, person in
            let company = employer(position)
            let region = Self.region(of: person, at: company)
            let livesWithSeeker = (person.region ?? company?.region ?? person.timeZone) == nil
            var calendar = WorkCalendar(
                holidays, keepsPublicHolidays ? region ?? (livesWithSeeker ? home : nil) : nil,
                weekend(person, region) ?? standard, restsBetweenTheYears)
            calendar.close(person.away + (company?.closed ?? []))
            return calendar
        }
    }

    private static func region(of person: Person, at employer: Company?) -> HolidayRegion? {
        if let code = person.region ?? employer?.region { return .shared(code) }
        return person.timeZone.flatMap { .shared(zone: $0) }
    }

    /// Frees the days of absences. Of one longer than 300 days the first 300 count.
    private mutating func close(_ absences: [Absence]) {
        for absence in absences where absence.from <= absence.to {
            let last = min(absence.to.number, absence.from.number + 300)
            holidays.formUnion(absence.from.number...last)
        }
    }

    /// The free days of each week, Monday first.
    public var weekend: [Weekday] {
        Weekday.allCases.filter { freeDays >> UInt8($0.rawValue) & 1 == 1 }
    }

    /// Whether people work on a day.
    public func isBusinessDay(_ day: CalendarDay) -> Bool { isWorked(day) && region?.holiday(on: day) == nil }

    /// Whether people would work on a day that is no public holiday.
    private func isWorked(_ day: CalendarDay) -> Bool {
        freeDays >> UInt8(day.weekday.rawValue) & 1 == 0 && !holidays.contains(day.number)
            && !(restsBetweenTheYears && day.isBetweenTheYears)
    }

    /// The public holiday on a day that would be a business day without it.
    public func publicHoliday(on day: CalendarDay) -> PublicHoliday? {
        guard let holiday = region?.holiday(on: day) else { return nil }
        return isWorked(day) ? holiday : nil
    }

    /// The public holidays of [`start`, `end`) that would be business days without them.
    /// - Complexity: O(days).
    func publicHolidays(from start: CalendarDay, to end: CalendarDay) -> [PublicHoliday] {
        guard region != nil, start < end else { return [] }
        return (start.number..<end.number).compactMap { publicHoliday(on: CalendarDay(number: $0)) }
    }

    /// The `count`th business day after a day, that day not counted; the day itself for 0 or less.
    ///
    /// Of a year without a business day the last day counts as one.
    /// - Complexity: O(days passed).
    public func day(_ count: Int, businessDaysAfter start: CalendarDay) -> CalendarDay {
        var day = start
        var remaining = count
        var idleDays = 0
        while remaining > 0 {
            day = day + 1
            idleDays = isBusinessDay(day) || idleDays == 366 ? 0 : idleDays + 1
            if idleDays == 0 { remaining -= 1 }
        }
        return day
    }

    /// `day` itself when people work on it, else the next day on which they do.
    public func businessDay(onOrAfter day: CalendarDay) -> CalendarDay {
        isBusinessDay(day) ? day : self.day(1, businessDaysAfter: day)
    }

    /// The last day before `day` on which people work.
    public func businessDay(before day: CalendarDay) -> CalendarDay { businessDay(onOrBefore: day + -1) }

    /// `day` itself when people work on it, else the last day before on which they do.
    public func businessDay(onOrBefore day: CalendarDay) -> CalendarDay {
        var day = day
        for _ in 0...366 where !isBusinessDay(day) { day = day + -1 }
        return day
    }

    /// How many business days lie in (`start`, `end`]; 0 when `end` is not later.
    /// - Complexity: O(days).
    public func businessDays(from start: CalendarDay, to end: CalendarDay) -> Int {
        guard start < end else { return 0 }
        return ((start.number + 1)...end.number).count { isBusinessDay(CalendarDay(number: $0)) }
    }
}

extension CalendarDay {
    /// Whether it is one of the days from 24 December to 1 January.
    fileprivate var isBetweenTheYears: Bool {
        let (_, month, day) = parts
        return month == 12 && day >= 24 || month == 1 && day == 1
    }
}
