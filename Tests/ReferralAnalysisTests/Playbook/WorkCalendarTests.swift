import ReferralAnalysis
import ReferralGraph
import Testing

/// 2026-03-02 is a Monday.
@Suite("The work calendar")
struct WorkCalendarTests {
    @Test("people work from Monday to Friday, and not on holidays")
    func week() {
        let calendar = WorkCalendar(holidays: ["2026-03-04"])
        let monday: CalendarDay = "2026-03-02"
        #expect(
            (0..<7).map { calendar.isBusinessDay(monday.number + $0) }
                == [true, true, false, true, true, false, false])
    }

    @Test("business days are counted forward from the day after")
    func counting() {
        let calendar = WorkCalendar(holidays: ["2026-03-09"])
        #expect(calendar.day(0, businessDaysAfter: "2026-03-07") == "2026-03-07")
        #expect(calendar.day(1, businessDaysAfter: "2026-03-06") == "2026-03-10")
        #expect(calendar.day(1, businessDaysAfter: "2026-03-08") == "2026-03-10")
        #expect(calendar.day(5, businessDaysAfter: "2026-03-06") == "2026-03-16")
        #expect(calendar.businessDay(onOrAfter: "2026-03-06") == "2026-03-06")
        #expect(calendar.businessDay(onOrAfter: "2026-03-07") == "2026-03-10")
    }

    @Test("the days between are counted without the first and with the last")
    func between() {
        let calendar = WorkCalendar(holidays: ["2026-03-09"])
        #expect(calendar.businessDays(from: "2026-03-06", to: "2026-03-06") == 0)
        #expect(calendar.businessDays(from: "2026-03-06", to: "2026-03-09") == 0)
        #expect(calendar.businessDays(from: "2026-03-06", to: "2026-03-10") == 1)
        #expect(calendar.businessDays(from: "2026-03-10", to: "2026-03-06") == 0)
        for count in 0...30 {
            let day = calendar.day(count, businessDaysAfter: "2026-03-06")
            #expect(calendar.businessDays(from: "2026-03-06", to: day) == count)
        }
    }
}
