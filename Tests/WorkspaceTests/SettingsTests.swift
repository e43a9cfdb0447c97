import Foundation
import Foundations
import NetworkDrawing
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import Testing

@testable import Workspace

@Suite("Settings")
struct SettingsTests {
    private func settings(
        _ folder: TemporaryFolder, _ environment: [String: String] = [:], toMend: Bool = false
    ) throws -> Settings {
        try Settings(
            environment: { name in environment[name] ?? (name == "XDG_CONFIG_HOME" ? folder.path : nil) },
            toMend: toMend)
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("A variable goes before the file, the file before the default; the file is for its owner only")
    func order() async throws {
        try await TemporaryFolder.with { folder in
            var settings = try settings(folder)
            #expect(!settings.isQuiet && settings.zone == nil && settings.theme.name == "light")
            #expect(settings.value(of: .policy).origin == .standard)
            #expect(try settings.set("quiet", to: "YES"))
            #expect(try !settings.set("quiet", to: "on"))
            #expect(try settings.set("zone", to: "Europe/Berlin"))
            let path = try #require(settings.path)
            #expect(try mode(path) == 0o600)
            #expect(try mode(folder("rebound")) == 0o700)
            let again = try self.settings(folder)
            #expect(again.isQuiet && again.zone == "Europe/Berlin")
            #expect(again.value(of: .quiet).origin == .file(path))
            let loud = try self.settings(folder, ["REBOUND_QUIET": "off"])
            #expect(!loud.isQuiet && loud.value(of: .quiet).origin == .variable("REBOUND_QUIET"))
            #expect(try !self.settings(folder, ["REBOUND_SETTINGS": "none"]).isQuiet)
            #expect(try settings.set("quiet", to: nil))
            #expect(try !self.settings(folder).isQuiet)
        }
    }

    @Test("Everything wrong with a file is said with its line and what mends it, which does")
    func mistakes() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(
                """
                {"format": "rebound-settings", "version": 1,
                 "theme": "drak",
                 "quite": "on",
                 "zone": "Berlin", "mornings": 8}
                """, to: "rebound/settings.json")
            do {
                _ = try settings(folder)
                Issue.record("read")
            } catch WorkspaceError.invalid(let diagnostics) {
                #expect(diagnostics.map(\.line) == [2, 3, 4, 4])
                #expect(diagnostics[1].hint.contains("`rebound set quite --default`"))
                #expect(diagnostics[2].hint.contains("Europe/Berlin"))
            }
            var mending = try settings(folder, toMend: true)
            for name in ["theme", "quite", "zone", "mornings"] { _ = try mending.set(name, to: nil) }
            #expect(mending.remainingProblems.isEmpty)
            #expect(throws: Never.self) { try settings(folder) }
        }
    }

    @Test(
        "Damaged files are errors, and are not written over",
        arguments: [
            "", "{", "[]", "null", "{\"format\": \"rebound-policy\", \"version\": 1}",
            "{\"format\": \"rebound-settings\", \"version\": 2}", "\u{0}\u{1}",
            "{\"format\": \"rebound-settings\"",
        ])
    func damaged(_ text: String) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(text, to: "rebound/settings.json")
            #expect(throws: WorkspaceError.self) { try settings(folder) }
            #expect(throws: WorkspaceError.self) { try settings(folder, toMend: true) }
        }
    }

    @Test(
        "Hours of calls",
        arguments: [
            ("8:00-10:00", "8:00-10:00"), ("8-10", "8:00-10:00"), ("08:30 – 9:15", "8:30-9:15"),
            ("off", "off"),
            ("9:00-17:00", "off"), ("10-8", nil), ("8:00", nil), ("8:60-9", nil), ("24-25", nil), ("", nil),
            ("-", nil), ("8-9-10", nil), ("8:0-9", nil), ("٨-١٠", nil),
        ])
    func hours(_ text: String, _ expected: String?) { #expect(CallHours(text)?.words == expected) }

    @Test("The hours go into a built-in policy and its name; a policy file has its own")
    func mornings() async throws {
        try await TemporaryFolder.with { folder in
            var settings = try settings(folder)
            #expect(try settings.policy(option: nil).name == "standard")
            _ = try settings.set("mornings", to: "8:00-10:00")
            let policy = try settings.policy(option: nil)
            #expect(policy.policy.playbook.callBeforeMinute == 600)
            #expect(policy.name == "standard, mornings 8:00-10:00")
            try folder.write([UInt8](NamedPolicy.standard.bytes), to: "mine.json")
            #expect(try settings.policy(option: folder("mine.json")).policy.playbook.callBeforeMinute == 540)
            _ = try settings.set("policy", to: folder("mine.json"))
            #expect(settings.value(of: .policy).text?.hasSuffix("/mine.json") == true)
            try FileManager.default.removeItem(atPath: folder("mine.json"))
            #expect(throws: WorkspaceError.self) { try self.settings(folder) }
            var mending = try self.settings(folder, toMend: true)
            #expect(try mending.set("policy", to: "no-phone"))
            #expect(try self.settings(folder).policy(option: nil).policy.playbook.avoidsCalls)
        }
    }

    @Test("Templates are read when they are set; where they are gone, only what needs them fails")
    func templates() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("{{ nonsense", to: "bad.txt")
            var settings = try settings(folder)
            #expect(throws: WorkspaceError.self) { try settings.set("templates", to: folder("bad.txt")) }
            try folder.write(
                "== R1.thank-you anyone email\nSubject: Thanks\n\nThank you.\n", to: "own.txt")
            #expect(try settings.set("templates", to: folder("own.txt")))
            try FileManager.default.removeItem(atPath: folder("own.txt"))
            #expect(try self.settings(folder).templates == folder("own.txt"))
            #expect(try settings.set("region", to: "de-by"))
            #expect(try self.settings(folder).region == "DE-BY")
        }
    }

    @Test("Names and values that are none change nothing")
    func unknown() async throws {
        try await TemporaryFolder.with { folder in
            var settings = try settings(folder)
            for (name, value) in [
                ("polcy", "3b7"), ("quiet", "maybe"), ("theme", ""), ("zone", "../etc"), ("", "x"),
                ("region", "DE-XX"), ("region", ""), ("templates", "-"), ("templates", ""),
                ("templates", folder("none")),
            ] {
                #expect(throws: WorkspaceError.self) { try settings.set(name, to: value) }
            }
            #expect(!FileManager.default.fileExists(atPath: folder("rebound")))
            #expect(throws: WorkspaceError.self) { try self.settings(folder, ["REBOUND_ZONE": "Mars"]) }
            #expect(throws: WorkspaceError.self) {
                try self.settings(folder, ["REBOUND_SETTINGS": folder("none.json")])
            }
        }
    }
}
