import ReferralGraph
import SourceReaders
import Testing

@Suite("Days in texts") struct DayTextTests {
    @Test(arguments: [
        "2026-03-04", "2026-03-04T10:00:00.000Z", "2026-03-04T10:00:00+02:00", "2026-03-04 10:00",
        "2026/03/04", "2026/3/4",
        "2026.03.04", "20260304", "4 Mar 2026", "04-Mar-26", "4-Mar-2026", "Mar 4, 2026", "March 4, 2026",
        "March 4, 2026 9:30 AM (EDT)", "March 4, 2026 → March 6, 2026", "Wed, 4 March 2026",
        "Wednesday, March 4, 2026",
        "4th of March 2026", "4. März 2026", "4. Mrz. 2026", "4 mars 2026", "4 de marzo de 2026",
        "04.03.2026", "4.3.2026",
        "04.03.26", "2026 Mar 4",
    ])
    func oneDayForEveryone(text: String) {
        #expect(DayText(text) == .day(CalendarDay("2026-03-04")!))
    }

    @Test func whatCanBeTwoDaysIsAQuestion() {
        for text in ["3/4/2026", "03-04-2026", "3/4/26", "3/4/2026 10:00"] {
            #expect(DayText(text) == .ambiguous, "\(text)")
        }
        #expect(DayText("13/4/2026") == .day(CalendarDay("2026-04-13")!))
        #expect(DayText("4/13/2026") == .day(CalendarDay("2026-04-13")!))
        #expect(DayText("4/4/2026") == .day(CalendarDay("2026-04-04")!))
        #expect(DayText("46085") == .serial)
        #expect(DayText("46085.5") == .serial)
    }

    @Test(arguments: [
        "", " ", "N/A", "soon", "2026", "31.02.2026", "2026-13-01", "30 Feb 2026", "March", "10:00", "-",
        "0/0/00",
    ])
    func noDay(text: String) { #expect(DayText(text) == .none) }

    @Test func serialNumbersCountFromTheEndOf1899() throws {
        let pattern = try #require(DatePattern("excel"))
        #expect(pattern.day("46085") == CalendarDay("2026-03-04"))
        #expect(pattern.day("46085.75") == CalendarDay("2026-03-04"))
        #expect(pattern.day("45000") == CalendarDay("2023-03-15"))
        #expect(pattern.day("x") == nil)
        #expect(DatePattern("DD/MM/YY")?.day("04/03/26") == CalendarDay("2026-03-04"))
    }
}
