import AnalysisTestSupport
import DateLiterals
import Playbook
import PublicHolidays
import ReferralAnalysis
import ReferralGraph
import Testing

/// Good Friday is 3 April 2026, Easter Monday the 6th; Corpus Christi is Thursday, 4 June, in Bavaria.
@Suite("Public holidays of the contact")
struct PublicHolidayTests {
    /// A no on a day, from someone who lives where `build` says.
    private func refused(
        _ no: Timestamp, asOf: Timestamp, policy: AnalysisPolicy = .standard,
        _ build: (inout NetworkBuilder) -> Void
    ) throws -> NetworkAnalysis {
        try analyse(asOf: asOf, policy: policy) {
            build(&$0)
            $0.refused(by: "sam", no)
        }
    }

    private func dueOfThanks(_ no: Timestamp, _ build: (inout NetworkBuilder) -> Void) throws -> CalendarDay {
        try #require(try refused(no, asOf: no, build).steps(.thankYou, "sam").first).due
    }

    @Test("the region is the person's own, else the employer's, else that of the zone, else the seeker's")
    func order() throws {
        func due(
            own: String? = nil, employer: String? = nil, zone: String? = nil, seeker: String? = nil
        ) throws -> CalendarDay {
            try dueOfThanks("2026-06-03") {
                $0.person("sam", zone: zone) { $0.region = own }
                $0.company("acme") { $0.region = employer }
                $0.network.people[0].region = seeker
            }
        }
        #expect(try due() == "2026-06-04")
        #expect(try due(own: "DE-BY") == "2026-06-05")
        #expect(try due(own: "DE-BE", employer: "DE-BY") == "2026-06-04")
        #expect(try due(employer: "DE-BY", zone: "America/Chicago") == "2026-06-05")
        // A zone names a country, and not a part of it.
        #expect(try due(zone: "Europe/Berlin") == "2026-06-04")
        #expect(try due(zone: "Europe/Vienna") == "2026-06-05")
        #expect(try due(seeker: "DE-BY") == "2026-06-05")
        #expect(try due(zone: "Europe/Berlin", seeker: "DE-BY") == "2026-06-04")
        #expect(try due(zone: "CET", seeker: "DE-BY") == "2026-06-04")
    }

    @Test("a step that falls on holidays moves to the next working day and says which days they are")
    func reason() throws {
        let analysis = try refused("2026-04-02", asOf: "2026-04-03") {
            $0.person("sam", zone: "Europe/Berlin")
        }
        let step = try #require(analysis.steps(.thankYou, "sam").first)
        #expect(step.due == "2026-04-07")
        #expect(
            PublicHoliday.words(step.holidays)
                == "Fri 3 Apr is Good Friday and Mon 6 Apr is Easter Monday in Germany")
    }

    @Test("a reminder after a month names only the holidays right before its day")
    func calendarDays() throws {
        func holidays(_ last: Timestamp) throws -> [String] {
            let analysis = try analyse(asOf: "2026-05-28") {
                $0.person("sam", zone: "Europe/Berlin")
                $0.talked(with: "sam", on: last)
            }
            return try #require(analysis.steps(.monthlyTouch, "sam").first).holidays.map(\.name)
        }
        // 30 days after 25 April is Whit Monday, and after the 24th the Sunday before it.
        #expect(try holidays("2026-04-25") == ["Pentecost Monday"])
        #expect(try holidays("2026-04-24") == ["Pentecost Monday"])
        #expect(try holidays("2026-04-27") == [])
    }

    @Test("on a holiday a call says when they work again, and a row why it is not today's")
    func today() throws {
        let analysis = try analyse(asOf: "2026-04-06") {
            $0.person("sam", zone: "Europe/Berlin") { $0.phones = ["555-0100"] }
            $0.wrote("sam", on: "2026-03-25", .outreach)
            $0.wrote("sam", on: "2026-03-31", .followUp)
            $0.person("tom", at: "tern", zone: "Europe/Berlin")
            $0.talked(with: "tom", on: "2025-06-01")
        }
        #expect(analysis.row("sam")?.callFrom == "2026-04-07")
        #expect(analysis.row("sam")?.holiday?.name == "Easter Monday")
        #expect(analysis.row("tom")?.day == "2026-04-07")
        #expect(analysis.row("tom")?.holiday?.words == "Mon 6 Apr is Easter Monday in Germany")
    }

    @Test("a policy can do without public holidays")
    func switchedOff() throws {
        var policy = AnalysisPolicy.standard
        policy.playbook.keepsPublicHolidays = false
        let analysis = try refused("2026-04-02", asOf: "2026-04-03", policy: policy) {
            $0.person("sam", zone: "Europe/Berlin")
        }
        let step = try #require(analysis.steps(.thankYou, "sam").first)
        #expect(step.due == "2026-04-03" && step.holidays.isEmpty)
    }

    @Test("years that the table does not have are said", arguments: [2023, 2024, 2035, 2036])
    func years(year: Int) throws {
        let moment = Timestamp(try #require(CalendarDay(year: year, month: 3, day: 1)))
        let analysis = try analyse(asOf: moment) { $0.person("sam", zone: "Europe/Berlin") }
        let notes = analysis.nextContacts.caveats.filter { $0.contains("public holidays in Germany") }
        #expect(notes.count == ((2024...2035).contains(year) ? 0 : 1))
    }

    @Test("a region that this version does not know frees no days")
    func unknown() throws {
        #expect(
            try dueOfThanks("2026-04-02") { $0.person("sam", zone: "Europe/Berlin") { $0.region = "XX-9" } }
                == "2026-04-03")
    }
}
