import Foundation
import ReboundTestSupport
import Testing

@testable import ReferralGraph

@Suite("Time zone rules")
struct TimeZoneRulesTests {
    @Test(
        "A zone has the offset its clocks had",
        arguments: [
            ("Asia/Tokyo", "2026-03-06T20:30Z", 9 * 60),
            ("America/New_York", "2026-03-08T06:59Z", -5 * 60),
            ("America/New_York", "2026-03-08T07:00Z", -4 * 60),
            ("America/New_York", "2026-11-01T05:59Z", -4 * 60),
            ("America/New_York", "2026-11-01T06:00Z", -5 * 60),
            ("Europe/Berlin", "2026-03-29T00:59Z", 60), ("Europe/Berlin", "2026-03-29T01:00Z", 120),
            // South of the equator summer goes over New Year; far ahead the rule at the file's end decides.
            ("Australia/Sydney", "2090-01-01T00:00Z", 11 * 60),
            ("Australia/Sydney", "2090-07-01T00:00Z", 10 * 60),
            ("Asia/Kathmandu", "2026-01-01T00:00Z", 345), ("UTC", "2026-01-01T00:00Z", 0),
        ])
    func offset(zone: String, moment: String, minutes: Int) throws {
        let rules = try #require(TimeZoneRules(identifier: zone))
        #expect(rules.offset(at: try #require(Timestamp(moment)).secondsSinceEpoch) == minutes * 60)
    }

    @Test("All zones agree with Foundation's, from 1970 to 2037", arguments: [SeededRandom(seed: 11)])
    func agreesWithFoundation(random: SeededRandom) throws {
        var random = random
        let zones = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }
        try #require(zones.count > 300)
        for identifier in zones {
            guard let zone = TimeZone(identifier: identifier),
                let rules = TimeZoneRules(identifier: identifier)
            else { continue }
            for _ in 0..<40 {
                let moment = Int.random(in: 0..<2_140_000_000, using: &random)
                let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
                #expect(rules.offset(at: moment) == expected, "\(identifier) at \(moment)")
            }
        }
    }

    @Test("The rule at the end of a file agrees with the moments listed before it")
    func footerContinuesTheList() throws {
        let rule = try #require(PosixTimeZone("CET-1CEST,M3.5.0,M10.5.0/3"))
        let rules = try #require(TimeZoneRules(identifier: "Europe/Berlin"))
        for day in stride(from: 10_957, to: 24_000, by: 1) {
            #expect(rule.offset(at: day * 86_400) == rules.offset(at: day * 86_400))
        }
    }

    @Test(
        "A rule is read in every form",
        arguments: [
            ("<+0330>-3:30", "2026-06-01T00:00Z", 12_600), ("EST5", "2026-06-01T00:00Z", -18_000),
            ("EST5EDT,M3.2.0,M11.1.0", "2026-06-01T00:00Z", -14_400),
            // Days of the year, with and without 29 February, and changes outside the day.
            ("AAA0BBB,J60,J300", "2024-03-01T01:59Z", 0), ("AAA0BBB,J60,J300", "2024-03-01T02:00Z", 3600),
            ("AAA0BBB,59,300", "2024-02-29T02:00Z", 3600),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59Z", -7200),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00Z", -3600),
        ])
    func posix(text: String, moment: String, seconds: Int) throws {
        let rule = try #require(PosixTimeZone(text))
        #expect(rule.offset(at: try #require(Timestamp(moment)).secondsSinceEpoch) == seconds)
    }

    @Test(
        "What is no rule is none",
        arguments: [
            "", "CET", "CE-1", "CET-1CEST", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.5.0", "X5,,",
            "CET-1CEST,M3.6.0,M4.1.0",
        ])
    func notARule(text: String) { #expect(PosixTimeZone(text) == nil) }

    @Test(
        "A name that is no zone, or leads elsewhere, is none",
        arguments: [
            "", "Nowhere/Land", "../../../etc/passwd", "/etc/passwd", "Europe//Berlin", "Europe", "./UTC",
        ])
    func notAZone(identifier: String) { #expect(TimeZoneRules(identifier: identifier) == nil) }

    @Test("A zone file cut anywhere is no zone, or one without its end, and never a crash")
    func truncated() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Berlin")))
        for length in 0..<bytes.count {
            _ = TimeZoneRules(tzif: Array(bytes[..<length]))?.offset(at: 1_800_000_000)
        }
        for position in 0..<min(bytes.count, 400) {
            var damaged = bytes
            damaged[position] ^= 0xFF
            _ = TimeZoneRules(tzif: damaged)?.offset(at: 1_800_000_000)
        }
        #expect(TimeZoneRules(tzif: Array(bytes[..<40])) == nil)
    }
}
