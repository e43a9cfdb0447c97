import Testing

@testable import ReferralGraph

@Suite("Weekends are those of the region in which a zone lies")
struct WeekendTests {
    /// Two letters of the country, and its weekend where it is not Saturday and Sunday.
    static let countries: [String: Set<Weekday>] = [
        "BH": [.friday, .saturday], "DZ": [.friday, .saturday], "EG": [.friday, .saturday],
        "IL": [.friday, .saturday], "IQ": [.friday, .saturday], "JO": [.friday, .saturday],
        "KW": [.friday, .saturday], "LY": [.friday, .saturday], "OM": [.friday, .saturday],
        "QA": [.friday, .saturday], "SA": [.friday, .saturday], "SD": [.friday, .saturday],
        "SY": [.friday, .saturday], "YE": [.friday, .saturday], "BD": [.friday, .saturday],
        "DJ": [.friday, .saturday], "MV": [.friday, .saturday], "PS": [.friday, .saturday],
        "AF": [.thursday, .friday], "IR": [.friday], "IN": [.sunday], "UG": [.sunday], "NP": [.saturday],
        "BN": [.friday, .sunday],
    ]

    @Test("of every zone of zone.tab")
    func everyZone() {
        let zones = ZoneDatabase.system.countries
        #expect(zones.count > 400)
        #expect(Set(Self.countries.keys).isSubset(of: zones.map(\.country)))
        for (zone, country) in zones {
            #expect(Weekend.days(inZone: zone) == Self.countries[country] ?? Weekend.standard, "\(zone)")
        }
    }

    @Test("an old name of a zone has the weekend of the zone")
    func oldNames() {
        let system = ZoneDatabase.system
        let places = Set(system.countries.map(\.zone))
        var count = 0
        for name in system.names where !places.contains(name) {
            let target = system.target(of: name)
            guard target != name else { continue }
            count += 1
            #expect(Weekend.days(inZone: name) == Weekend.days(inZone: target), "\(name) is \(target)")
        }
        #expect(count > 100)
    }

    @Test func placelessZonesHaveTheStandardOne() {
        for zone in [nil, "UTC", "Etc/GMT-3", "Europe/Atlantis", ""] {
            #expect(Weekend.days(inZone: zone) == [.saturday, .sunday])
        }
        #expect(Weekend.days(inZone: "Asia/Dubai") == [.saturday, .sunday])
    }

    @Test func weekdaysHaveNames() {
        for day in Weekday.allCases { #expect(Weekday(name: day.name) == day) }
        #expect(Weekday.friday.name == "friday" && Weekday.friday.longWord == "Friday")
        #expect(Weekday(name: "Friday") == nil && Weekday(name: "fri") == nil && Weekday(name: "") == nil)
    }
}
