import ReferralGraph
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: [
        // Days and weekdays from the tables of Reingold and Dershowitz, "Calendrical Calculations", appendix C;
        // their fixed day is ours plus 719,163.
        ("1240-03-10", 452_605 - 719_163, Weekday.saturday),
        ("1288-04-02", 470_160 - 719_163, .friday),
        ("1768-06-19", 645_554 - 719_163, .sunday),
        ("1941-09-29", 708_842 - 719_163, .monday),
        ("1970-01-01", 0, .thursday),
        ("1996-02-25", 728_714 - 719_163, .sunday),
        ("2038-11-10", 744_313 - 719_163, .wednesday),
        ("2094-07-18", 764_652 - 719_163, .sunday),
        ("0001-01-01", 1 - 719_163, .monday),
    ])
    func agreesWithPublishedDays(text: String, number: Int, weekday: Weekday) throws {
        let day = try #require(CalendarDay(text))
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.description == text)
    }

    @Test func countsEveryDayOfEightCenturies() throws {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var expected = try #require(CalendarDay("1583-01-01"))
        #expect(expected.weekday == .saturday)
        var mistakes = 0
        for year in 1583...2400 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            for month in 1...12 {
                let length = month == 2 && isLeap ? 29 : lengths[month - 1]
                for number in 1...length {
                    let day = CalendarDay(year: year, month: month, day: number)
                    let isRight =
                        day == expected && day.map { $0.parts == (year, month, number) } == true
                        && (number % 5 != 1 || day.flatMap { CalendarDay($0.description) } == day)
                    mistakes += isRight ? 0 : 1
                    expected = expected + 1
                }
                mistakes += CalendarDay(year: year, month: month, day: length + 1) == nil ? 0 : 1
            }
        }
        #expect(mistakes == 0)
        #expect(expected == CalendarDay("2401-01-01"))
    }

    @Test func weekdaysGoRoundForEver() {
        for number in -1_000_000...(-999_980) {
            let (today, tomorrow) = (CalendarDay(number: number), CalendarDay(number: number + 1))
            #expect((today.weekday.rawValue + 1) % 7 == tomorrow.weekday.rawValue)
            #expect(tomorrow - today == 1)
            #expect(today < tomorrow)
        }
    }

    @Test(arguments: [
        "1900-02-29", "2023-02-29", "2026-02-31", "2026-00-01", "2026-13-01", "2026-04-31", "2026-01-00",
        "0000-01-01",
        "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "+026-01-01", "2026-01-0१", "",
    ])
    func refusesWhatIsNoDay(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test(arguments: ["2000-02-29", "2024-02-29", "9999-12-31", "0001-01-01"])
    func acceptsRareDays(text: String) {
        #expect(CalendarDay(text)?.description == text)
        #expect(CalendarDay(text[...])?.description == text)
    }
}
