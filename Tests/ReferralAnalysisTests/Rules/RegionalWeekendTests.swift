import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// 2026-03-12 is a Thursday.
@Suite("The contact's own weekend")
struct RegionalWeekendTests {
    private static let zones: [(zone: String?, friday: Bool)] = [
        ("Asia/Riyadh", false), ("Asia/Tel_Aviv", false), ("Africa/Cairo", false), ("Asia/Tehran", false),
        ("Europe/Berlin", true), ("Asia/Kathmandu", true), (nil, true),
    ]

    /// Ramadan and Eid fall into these weeks.
    private static let withoutHolidays: AnalysisPolicy = {
        var policy = AnalysisPolicy.standard
        policy.playbook.keepsPublicHolidays = false
        return policy
    }()

    private func silent(_ zone: String?, asOf: Timestamp, _ policy: AnalysisPolicy = .standard) throws
        -> NetworkAnalysis
    {
        try analyse(asOf: asOf, policy: policy) {
            $0.person("sam", zone: zone) { $0.phones = ["+966 50 555 0142"] }
            $0.wrote("sam", on: "2026-03-09", .outreach)
            $0.wrote("sam", on: "2026-03-12", .followUp)
        }
    }

    @Test("an ask on a Tuesday has had three business days by Friday in Berlin, by Sunday in Riyadh")
    func firstMessage() throws {
        for (zone, due) in [
            ("Europe/Berlin", "2026-03-13"), ("Asia/Riyadh", "2026-03-15"), ("Asia/Kabul", "2026-03-15"),
            ("Asia/Tehran", "2026-03-14"), ("Asia/Kolkata", "2026-03-13"),
        ] as [(String, CalendarDay)] {
            let analysis = try analyse(asOf: "2026-03-20", policy: Self.withoutHolidays) {
                $0.person("sam", zone: zone)
                $0.wrote("sam", on: "2026-03-10", .outreach)
            }
            #expect(analysis.steps(.firstMessage, "sam").map(\.due) == [due], "\(zone)")
        }
    }

    @Test("no call on a Friday where Friday is free")
    func telephone() throws {
        for (zone, worksOnFriday) in Self.zones {
            let analysis = try silent(zone, asOf: "2026-03-13")
            #expect((analysis.row("sam")?.isDue == true) == worksOnFriday, "\(zone ?? "none")")
            #expect(analysis.stalledThreads.threads.isEmpty != worksOnFriday)
            if !worksOnFriday {
                let isTehran = zone == "Asia/Tehran"
                #expect(analysis.withheld("sam")?.until == (isTehran ? "2026-03-14" : "2026-03-15"))
            }
        }
    }

    @Test("a call that is due since Thursday says on Friday when they work again; a message does not wait")
    func callFrom() throws {
        func row(_ zone: String?, asOf: Timestamp) throws -> NextContact {
            let analysis = try analyse(asOf: asOf) {
                $0.person("sam", zone: zone) { $0.phones = ["555-0100"] }
                $0.wrote("sam", on: "2026-03-05", .outreach)
                $0.wrote("sam", on: "2026-03-10", .followUp)
            }
            return try #require(analysis.row("sam"))
        }
        let friday = try row("Asia/Riyadh", asOf: "2026-03-13")
        #expect(friday.isDue && friday.day == "2026-03-11" && friday.callFrom == "2026-03-15")
        #expect(try row("Europe/Berlin", asOf: "2026-03-13").callFrom == nil)
        #expect(try row("Europe/Berlin", asOf: "2026-03-14").callFrom == "2026-03-16")
        #expect(try row("Asia/Riyadh", asOf: "2026-03-15").callFrom == nil)
        let message = try analyse(asOf: "2026-03-13") {
            $0.person("sam", zone: "Asia/Riyadh")
            $0.wrote("sam", on: "2026-03-05", .outreach)
        }
        #expect(message.row("sam")?.isDue == true && message.row("sam")?.callFrom == nil)
    }

    @Test("whoever is in the list by worth is to be called on the next day of theirs")
    func byWorth() throws {
        for (zone, day) in [("Asia/Riyadh", "2026-03-15"), ("Europe/Berlin", "2026-03-13")]
            as [(String, CalendarDay)]
        {
            let analysis = try analyse(asOf: "2026-03-13") {
                $0.person("sam", zone: zone)
                $0.talked(with: "sam", on: "2025-06-01")
            }
            #expect(analysis.row("sam")?.day == day)
        }
    }

    @Test("the call after a no, and days of silence, are counted in their week")
    func rejection() throws {
        for (zone, due) in [("Asia/Riyadh", "2026-03-15"), ("Europe/Berlin", "2026-03-13")]
            as [(String, CalendarDay)]
        {
            let analysis = try analyse(asOf: "2026-03-12") {
                $0.person("sam", zone: zone)
                $0.refused(by: "sam", "2026-03-12")
            }
            #expect(analysis.steps(.call, "sam").map(\.due) == [due])
            #expect(analysis.steps(.thankYou, "sam").map(\.due) == [due])
        }
        let thread = try #require(
            try silent("Asia/Riyadh", asOf: "2026-03-19", Self.withoutHolidays).stalledThreads.threads.first)
        // Sunday to Thursday.
        #expect(thread.silentDays == 7 && thread.silentBusinessDays == 5)
    }

    @Test("days off of their own go before those of the region")
    func ownDays() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("sam", zone: "Europe/Berlin") { $0.weekend = [.friday, .saturday] }
            $0.person("tom", zone: "Asia/Riyadh") { $0.weekend = [.saturday, .sunday] }
            $0.wrote("sam", on: "2026-03-10", .outreach)
            $0.wrote("tom", on: "2026-03-10", .outreach)
        }
        #expect(analysis.steps(.firstMessage, "sam").map(\.due) == ["2026-03-15"])
        #expect(analysis.steps(.firstMessage, "tom").map(\.due) == ["2026-03-13"])
    }

    @Test("a policy can have Saturday and Sunday everywhere")
    func switchedOff() throws {
        var policy = AnalysisPolicy.standard
        policy.playbook.keepsRegionalWeekends = false
        #expect(try silent("Asia/Riyadh", asOf: "2026-03-13", policy).row("sam")?.isDue == true)
        #expect(try silent("Asia/Riyadh", asOf: "2026-03-15", policy).row("sam")?.callFrom == "2026-03-16")
    }
}
