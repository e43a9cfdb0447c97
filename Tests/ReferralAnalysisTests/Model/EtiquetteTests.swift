import ReferralAnalysis
import Testing

@Suite("Etiquette")
struct EtiquetteTests {
    @Test("a business day is counted past weekends and holidays, before day 0 too")
    func businessDays() {
        let calendar = WeekdayCalendar(holidays: [7])
        #expect(
            (0..<8).map { calendar.isBusinessDay($0) } == [true, true, true, true, true, false, false, false])
        #expect(calendar.day(0, businessDaysAfter: 5) == 5)
        #expect(calendar.day(1, businessDaysAfter: 4) == 8)
        #expect(calendar.day(1, businessDaysAfter: -3) == 0)
        #expect(!calendar.isBusinessDay(-1) && !calendar.isBusinessDay(-2) && calendar.isBusinessDay(-3))
    }

    @Test("without a word yet every day is polite; after an answer the same day is")
    func noWait() throws {
        let etiquette = try Etiquette()
        let calendar = WeekdayCalendar()
        let first = etiquette.nextContact(
            afterDay: nil, state: .outreach(unansweredAsks: 3), calendar: calendar)
        #expect(first == PoliteContact(earliestDay: nil, channel: .any))
        #expect(first.isPolite(onDay: -400))
        let answered = etiquette.nextContact(
            afterDay: 6, state: .outreach(unansweredAsks: 0), calendar: calendar)
        #expect(answered == PoliteContact(earliestDay: 6, channel: .any))
        #expect(!answered.isPolite(onDay: 5) && answered.isPolite(onDay: 6))
    }

    @Test("the waits come from the policy")
    func policy() throws {
        var policy = EtiquettePolicy()
        policy.followUpBusinessDays = 1
        policy.telephoneBusinessDays = 2
        policy.monthlyTouchDays = 3
        policy.interviewDays = 4
        policy.rejectionDays = 5
        let etiquette = try Etiquette(policy: policy)
        let states: [Etiquette.State] = [
            .outreach(unansweredAsks: 1), .outreach(unansweredAsks: 2), .outreach(unansweredAsks: 8),
            .interview, .rejected,
        ]
        let days = states.map {
            etiquette.nextContact(afterDay: 0, state: $0, calendar: WeekdayCalendar()).earliestDay
        }
        #expect(days == [1, 2, 3, 4, 5])
    }

    @Test("a negative wait is refused")
    func negative() {
        var policy = EtiquettePolicy.standard
        policy.interviewDays = -1
        #expect(
            throws: RankingError.invalidConstant(
                name: "interviewDays", value: -1, requirement: "from 0 to 3650")
        ) { try Etiquette(policy: policy) }
    }

    @Test("a calendar without business days is a mistake of the caller")
    func noBusinessDays() async {
        await #expect(processExitsWith: .failure) {
            _ = WeekdayCalendar(holidays: Set(0..<1000)).day(1, businessDaysAfter: 0)
        }
    }
}
