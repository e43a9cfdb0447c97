import DateLiterals
import Playbook
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
            (0..<7).map { calendar.isBusinessDay(monday + $0) }
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

    @Test("days are counted before 1970, too")
    func beforeTheEpoch() {
        let calendar = WorkCalendar()
        let days: [CalendarDay] = ["1969-12-26", "1969-12-27", "1969-12-28", "1969-12-29"]
        #expect(days.map { calendar.isBusinessDay($0) } == [true, false, false, true])
        #expect(calendar.day(1, businessDaysAfter: days[0]) == days[3])
    }

    @Test("the free days of the week can be others")
    func weekend() {
        let gulf = WorkCalendar(holidays: [], weekend: [.friday, .saturday])
        let monday: CalendarDay = "2026-03-02"
        #expect(
            (0..<7).map { gulf.isBusinessDay(monday + $0) }
                == [true, true, true, true, false, false, true])
        #expect(gulf.day(1, businessDaysAfter: "2026-03-05") == "2026-03-08")
        #expect(WorkCalendar(weekend: []).businessDays(from: monday, to: monday + 7) == 7)
        // No one is free every day.
        #expect(WorkCalendar(weekend: Set(Weekday.allCases)) == WorkCalendar())
    }

    @Test("the weekend is one's own, else that of the region, else the seeker's")
    func calendars() {
        func people(_ seekerZone: String?) -> ReferralNetwork {
            ReferralNetwork(
                seeker: "you",
                people: [
                    Person(id: "you", name: "You", timeZone: seekerZone),
                    Person(id: "sam", name: "Sam", timeZone: "Asia/Riyadh"),
                    Person(id: "ann", name: "Ann", timeZone: "Asia/Riyadh", weekend: [.sunday]),
                    Person(id: "tom", name: "Tom"),
                ], holidays: ["2026-03-03"])
        }
        func weekends(_ zone: String?, regional: Bool = true) -> [Set<Weekday>] {
            WorkCalendar.calendars(of: people(zone), keepsRegionalWeekends: regional).map { calendar in
                let (holiday, monday): (CalendarDay, CalendarDay) = ("2026-03-03", "2026-03-09")
                #expect(!calendar.isBusinessDay(holiday))
                return Set(Weekday.allCases.filter { !calendar.isBusinessDay(monday + $0.rawValue) })
            }
        }
        let (gulf, standard): (Set<Weekday>, Set<Weekday>) = ([.friday, .saturday], [.saturday, .sunday])
        #expect(weekends("Europe/Berlin") == [standard, gulf, [.sunday], standard])
        #expect(weekends("Asia/Qatar") == [gulf, gulf, [.sunday], gulf])
        #expect(weekends(nil) == [standard, gulf, [.sunday], standard])
        #expect(weekends("Asia/Qatar", regional: false) == [standard, standard, [.sunday], standard])
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
