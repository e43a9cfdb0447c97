import Foundation
import Testing

@testable import ReferralGraph

@Suite("Names of time zones are those of the IANA database")
struct ZoneDatabaseTests {
    let system = ZoneDatabase.system

    @Test(
        arguments: [
            "Europe/Berlin", "America/Indiana/Knox", "US/Pacific", "Asia/Calcutta", "Europe/Kiev",
            "Europe/Kyiv",
            "GMT", "UTC", "EST", "Etc/GMT-2", "Israel", "America/Port-au-Prince", "EST5EDT",
        ])
    func known(_ name: String) { #expect(system.knows(name) == true) }

    @Test(
        arguments: [
            "", " ", "Europe/Atlantis", "Asia/Tokyoo", "europe/berlin", "Europe/Berlin ", "Europe", "+02:00",
            "W. Europe Standard Time", "posix/Europe/Berlin", "right/UTC", "localtime", "posixrules",
            "Factory",
            "../../../etc/localtime", "Europe/../UTC", "/usr/share/zoneinfo/UTC", "tzdata.zi", "zone.tab",
            "leapseconds", "CET-1CEST,M3.5.0,M10.5.0/3", "Mars/Olympus", "Europe/Berlin\0", "Europe//Berlin",
        ])
    func unknown(_ name: String) {
        #expect(system.knows(name) == false)
        #expect(!system.hint(for: name).isEmpty)
    }

    @Test func everyNameOfTheCatalogueIsKnownAndHasRules() {
        #expect(system.names.count > 500)
        for name in system.names {
            #expect(system.knows(name) == true, "\(name)")
            #expect(system.file(of: name)?.starts(with: Array("TZif".utf8)) == true, "\(name)")
        }
    }

    @Test(
        arguments: [
            ("Asia/Tokyoo", "did you mean \"Asia/Tokyo\"?"), ("Eurpoe/Berlin", "write \"Europe/Berlin\""),
            ("Eurpoe/Berln", "did you mean \"Europe/Berlin\"?"),
            ("America/New York", "write \"America/New_York\""), ("europe/berlin", "write \"Europe/Berlin\""),
            ("Berlin", "write \"Europe/Berlin\""), ("São Paulo", "write \"America/Sao_Paulo\""),
            ("America/Berlin", "write \"Europe/Berlin\""), ("Tokio", "did you mean \"Asia/Tokyo\"?"),
            ("Saudi Arabia", "write the city, such as \"Asia/Riyadh\""),
            ("W. Europe Standard Time", "that is Windows’ name of it; write \"Europe/Berlin\""),
            ("arab standard time", "that is Windows’ name of it; write \"Asia/Riyadh\""),
            ("JST", "that is an abbreviation; write \"Asia/Tokyo\""),
            ("cest", "that is an abbreviation; write \"Europe/Berlin\""),
            (
                "IST",
                "that is an abbreviation; write \"Asia/Kolkata\", \"Asia/Jerusalem\" or \"Europe/Dublin\""
            ),
            (
                "CET-1CEST,M3.5.0,M10.5.0/3",
                "that is a rule for clocks; write the nearest city, such as \"Europe/Berlin\""
            ),
            ("CET+1", "that is a rule for clocks; write the nearest city, such as \"Europe/Berlin\""),
        ])
    func hints(_ text: String, _ hint: String) { #expect(system.hint(for: text) == hint) }

    @Test(
        arguments: [
            ("+02:00", "Etc/GMT-2"), ("UTC+2", "Etc/GMT-2"), ("GMT-5", "Etc/GMT+5"), ("-0300", "Etc/GMT+3"),
            ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Etc/GMT-1"), ("+0", "UTC"),
        ])
    func offsets(_ text: String, _ fixed: String) {
        let hint = system.hint(for: text)
        #expect(hint.contains("an offset does not change with summer time"), "\(hint)")
        #expect(hint.contains("\"\(fixed)\""), "\(hint)")
        #expect(system.knows(fixed) == true)
    }

    @Test func anOffsetOfHalfHoursHasNoFixedZone() {
        #expect(!system.hint(for: "+05:30").contains("Etc/"))
        #expect(!system.hint(for: "+99").contains("Etc/"))
    }

    @Test func aTownThatIsNoZoneIsNotTakenForAnother() {
        for town in ["Europe/Atlantis", "Mars/Olympus", "x", "Asia/Q"] {
            let hint = system.hint(for: town)
            #expect(hint.hasPrefix("write the nearest city of that zone"), "\(town): \(hint)")
        }
    }

    @Test func whatTheHintsNameIsKnown() {
        for (name, zone) in windowsZones { #expect(system.knows(zone) == true, "\(name): \(zone)") }
        for (name, zones) in zoneAbbreviations {
            #expect(system.knows(name) == false, "\(name) is a zone")
            for zone in zones { #expect(system.knows(zone) == true, "\(name): \(zone)") }
        }
        #expect(windowsZones.count > 120)
    }

    @Test("links that are packed apart are known by tzdata.zi, and have the rules of their zone")
    func linksWithoutFiles() throws {
        let folder = try folder(with: ["Asia/Kolkata", "UTC"], tables: ["tzdata.zi", "zone.tab"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = ZoneDatabase(folder: folder.path)
        #expect(database.knows("Asia/Calcutta") == true)
        #expect(database.file(of: "Asia/Calcutta") == database.file(of: "Asia/Kolkata"))
        #expect(database.file(of: "Asia/Calcutta") != nil)
        #expect(database.knows("Asia/Calcuta") == false)
    }

    @Test("without a database no name is refused for good")
    func noDatabase() throws {
        let database = ZoneDatabase(folder: "/nowhere/zoneinfo")
        #expect(database.knows("Europe/Berlin") == nil && database.knows("Europe/Atlantis") == nil)
        #expect(database.knows("UTC") == true)
        #expect(database.names.isEmpty && database.file(of: "Europe/Berlin") == nil)
        #expect(!database.hint(for: "Berlin").isEmpty)
    }

    @Test("without tzdata.zi, zone.tab has the spellings")
    func withoutCatalogue() throws {
        let folder = try folder(with: ["UTC", "Asia/Tokyo"], tables: ["zone.tab"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = ZoneDatabase(folder: folder.path)
        #expect(database.knows("Asia/Tokyo") == true && database.knows("Asia/Tokyoo") == false)
        #expect(database.hint(for: "Asia/Tokyoo") == "did you mean \"Asia/Tokyo\"?")
    }

    /// A part of this system's database in a folder of its own.
    private func folder(with zones: [String], tables: [String]) throws -> URL {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appendingPathComponent("zones-\(UUID().uuidString)")
        for name in zones + tables {
            let place = folder.appendingPathComponent(name)
            try files.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            let source = URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)").resolvingSymlinksInPath()
            try files.copyItem(at: source, to: place)
        }
        return folder
    }
}
