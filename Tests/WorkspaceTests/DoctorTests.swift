import Foundation
import Graphviz
import NetworkEditing
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import Workspace

@Suite("The doctor")
struct DoctorTests {
    private static let worker = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "rebound").path(percentEncoded: false)

    private func findings(
        _ store: String, worker: String = worker, home: String? = nil
    ) async -> [Doctor.Finding] {
        let pool = RenderPool(workerCount: 1, executable: worker)
        let findings = await Doctor(
            storePath: store, environment: { ["HOME": home ?? "", "REBOUND_SETTINGS": "none"][$0] }
        ).findings(pool: pool)
        await pool.close()
        return findings
    }

    private func found(_ path: String) throws {
        let own = OwnNetwork(path: path, now: try #require(Timestamp("2026-04-10T12:00Z")))
        _ = try own.edit { (editor) throws(EditError) in
            try editor.addPerson("Dan Whitfield", PersonDetails())
        }
    }

    @Test("A sound store is fine, with its size and the database's version")
    func sound() async throws {
        try await TemporaryFolder.with { folder in
            try found(folder("data/network.db"))
            let before = try folder.files(in: "data")
            let findings = await findings(folder("data/network.db"))
            #expect(findings[0].state == .fine)
            #expect(
                findings[0].words.hasSuffix("3 rows, 2 entries of history, sound"), "\(findings[0].words)")
            #expect(findings[1].subject == "database")
            #expect(findings[1].words.hasPrefix("SQLite 3."))
            #expect(
                findings.map(\.subject).dropFirst(2) == [
                    "settings", "Graphviz", "font", "LinkedIn archives (zip)", "mail", "calendars",
                    "time zones",
                ])
            #expect(!findings.contains { $0.state == .problem })
            #expect(try folder.files(in: "data") == before)
        }
    }

    @Test func aStoreThatIsNotThereYetIsFine() async throws {
        try await TemporaryFolder.with { folder in
            let findings = await findings(folder("network.db"))
            #expect(
                findings[0]
                    == .init(
                        state: .fine, subject: "your network", words: "\(folder("network.db")): none yet"))
            #expect(folder.names(in: "") == [])
        }
    }

    @Test("A damaged store, someone else's file and an open one are problems")
    func unsound() async throws {
        try await TemporaryFolder.with { folder in
            try found(folder("network.db"))
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder("network.db"))))
            try folder.write(Array(bytes.prefix(bytes.count / 2)), to: "half.db")
            try folder.write("dear diary", to: "diary.db")
            chmod(folder("network.db"), 0o644)
            for (store, words) in [
                ("half.db", "damaged"), ("diary.db", "not a network of Rebound"),
                ("network.db", "other users may read or write the file (mode 0644); chmod 600"),
            ] {
                let finding = try #require(await findings(folder(store), worker: "/nonexistent").first)
                #expect(finding.state == .problem)
                #expect(finding.subject == "your network")
                #expect(finding.words.contains(words), "\(finding.words)")
            }
        }
    }

    @Test func whatCannotDrawAndLacksAFontIsSaid() async throws {
        try await TemporaryFolder.with { folder in
            let without = await findings(folder("network.db"), worker: "/nonexistent")
            let drawing = try #require(without.first { $0.subject == "Graphviz" })
            #expect(drawing.state == .problem)
            #expect(drawing.words.contains("apt-get install"))
            try folder.write("", to: "home/.local/share/fonts/deep/Inter-Regular.otf")
            let fonts = await findings(folder("network.db"), worker: "/nonexistent", home: folder("home"))
            #expect(fonts.contains(.init(state: .fine, subject: "font", words: "Inter is installed")))
        }
    }
}
