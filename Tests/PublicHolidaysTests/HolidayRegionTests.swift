import DateLiterals
import ReferralGraph
import Testing

@testable import PublicHolidays

@Suite("Public holidays")
struct HolidayRegionTests {
    /// The weekdays of a year that are free, by their names.
    private func workdays(_ code: String, _ year: Int) throws -> [String] {
        let region = try #require(HolidayRegion(code))
        let first = try #require(CalendarDay(year: year, month: 1, day: 1))
        return (0..<365).compactMap { region.holiday(on: first + $0) }
            .filter { $0.day.weekday != .saturday && $0.day.weekday != .sunday }
            .map { "\($0.day.shortWords) \($0.name)" }
    }

    @Test("the days of a year are those that the authorities publish")
    func published() throws {
        #expect(
            try workdays("DE-BY", 2026) == [
                "1 Jan New Year's Day", "6 Jan Epiphany", "3 Apr Good Friday", "6 Apr Easter Monday",
                "1 May Labor Day", "14 May Ascension Day", "25 May Pentecost Monday", "4 Jun Corpus Christi",
                "25 Dec Christmas Day",
            ])
        #expect(
            try workdays("US", 2026) == [
                "1 Jan New Year's Day", "19 Jan Martin Luther King Jr. Day", "16 Feb Washington's Birthday",
                "25 May Memorial Day", "19 Jun Juneteenth National Independence Day",
                "3 Jul Independence Day (observed)", "7 Sep Labor Day", "12 Oct Columbus Day",
                "11 Nov Veterans Day", "26 Nov Thanksgiving Day", "25 Dec Christmas Day",
            ])
        #expect(
            try workdays("GB-SCT", 2027) == [
                "1 Jan New Year's Day", "4 Jan New Year Holiday (observed)", "26 Mar Good Friday",
                "3 May May Day",
                "31 May Spring Bank Holiday", "2 Aug Summer Bank Holiday", "30 Nov Saint Andrew's Day",
                "27 Dec Christmas Day (observed)", "28 Dec Boxing Day (observed)",
            ])
        #expect(
            try workdays("GR", 2027).filter { $0.contains("Good Friday") || $0.contains("Monday") } == [
                "15 Mar Green Monday", "30 Apr Good Friday", "3 May Easter Monday", "21 Jun Pentecost Monday",
            ])
    }

    @Test("all days of all regions are those of the package that the table was made from")
    func total() {
        var total = (days: 0, sum: 0)
        for country in HolidayLines.shared.countries {
            let parts =
                HolidayLines.shared.line(of: country)?.subdivisions.map { "\(country)-\($0.code)" } ?? []
            for code in [country] + parts {
                let days = HolidayRegion(code).map { Array($0.holidays.keys) } ?? []
                total.days += days.count
                total.sum += days.reduce(0, +)
            }
        }
        #expect(total == HolidayTable.total)
    }

    @Test("a day that only some parts of a country have bears their name, one of all of it the country's")
    func words() throws {
        let bavaria = try #require(HolidayRegion("de-by"))
        #expect(bavaria.holiday(on: "2026-04-06")?.words == "Mon 6 Apr is Easter Monday in Germany")
        #expect(bavaria.holiday(on: "2026-06-04")?.words == "Thu 4 Jun is Corpus Christi in Bayern")
        #expect(HolidayRegion("DE")?.holiday(on: "2026-06-04") == nil)
        #expect(
            HolidayRegion("US")?.holiday(on: "2026-12-25")?.words
                == "Fri 25 Dec is Christmas Day in the United States")
        #expect(bavaria.holiday(on: "2036-01-01") == nil)
        #expect(bavaria.years == 2024...2035)
        #expect(HolidayRegion("LK")?.years.upperBound == 2026)
    }

    @Test(
        "a zone names the country in which it lies, and none where it has no place or lies in two",
        arguments: [
            ("Europe/Berlin", "DE"), ("Europe/Busingen", "DE"), ("America/New_York", "US"),
            ("US/Pacific", "US"),
            ("Asia/Calcutta", "IN"), ("Europe/Kiev", "UA"), ("Iceland", "IS"), ("Europe/Amsterdam", "NL"),
            ("Singapore", "SG"), ("Europe/Simferopol", nil), ("CET", nil), ("EST5EDT", nil), ("UTC", nil),
            ("Etc/GMT+5", nil), ("GMT", nil), ("Europe/Nowhere", nil), ("", nil),
        ] as [(String, String?)])
    func zones(zone: String, country: String?) {
        #expect(HolidayRegion(zone: zone)?.code == country)
    }

    @Test(
        "an unknown code is refused, and the nearest one named",
        arguments: [
            ("Germany", "write “DE” for Germany"), ("Bayern", "write “DE-BY” for Bayern"),
            ("united states", "write “US” for the United States"),
            ("UK", "write “GB” for the United Kingdom"),
            ("DE-BX", "did you mean “DE-BB” for Brandenburg? Without a part it is “DE”"),
            ("DE-Bayern", "did you mean “DE-BY” for Bayern? Without a part it is “DE”"),
            ("Germny", "did you mean “DE” for Germany?"),
            ("Bavaria", "write its code in ISO 3166, such as “DE” for Germany or “DE-BY” for Bayern"),
            ("DEU", "did you mean “DE” for Germany?"),
        ])
    func hints(text: String, hint: String) {
        #expect(HolidayRegion.code(text) == nil)
        #expect(HolidayRegion(text) == nil)
        #expect(HolidayRegion.hint(for: text) == hint)
    }

    @Test(
        "no text is taken for a region that is none",
        arguments: [
            "", " ", "-", "DE-", "-BY", "DE-BY-X", "D|E", "DE\n", "ＤＥ", "\u{202E}DE", "%s", "DE-BY;BE",
            "DE BY", String(repeating: "D", count: 10_000),
        ])
    func naughty(text: String) {
        #expect(HolidayRegion.code(text) == nil)
        #expect(HolidayRegion(text) == nil)
        #expect(!HolidayRegion.hint(for: text).isEmpty)
    }

    @Test("codes are written as ISO 3166 writes them")
    func codes() {
        #expect(HolidayRegion.code("de-by") == "DE-BY")
        #expect(HolidayRegion.code("us") == "US")
    }

    @Test("A shared region is made once, and is the one that it would be otherwise")
    func shared() {
        for code in ["DE", "de-by", "US-CA", "XX", "", "DE-XX"] {
            let region = HolidayRegion.shared(code)
            #expect(region == HolidayRegion(code) && region === HolidayRegion.shared(code), "\(code)")
        }
        for zone in ["Europe/Berlin", "America/Chicago", "GB", "UTC", "Mars/Base"] {
            let region = HolidayRegion.shared(zone: zone)
            #expect(
                region == HolidayRegion(zone: zone) && region === HolidayRegion.shared(zone: zone), "\(zone)")
        }
        #expect(HolidayRegion.shared("GB") == HolidayRegion("GB"), "a code and a zone may look alike")
    }

    @Test("Regions are asked for from many threads")
    func threads() async {
        await withTaskGroup(of: String?.self) { group in
            for number in 0..<200 {
                group.addTask { HolidayRegion.shared(["FR", "IT", "JP", "BR"][number % 4])?.code }
            }
            for await code in group { #expect(code != nil) }
        }
    }
}
