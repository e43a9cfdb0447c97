import Foundation
import Foundations
import NetworkFiles
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import Workspace

@Suite("Exports of a network")
struct NetworkExportTests {
    private static let sample =
        String(#filePath.dropLast("Tests/WorkspaceTests/NetworkExportTests.swift".count))
        + "Samples/three-referrals.json"

    private func opened(asOf: String = "2026-04-09") throws -> OpenedNetwork {
        try OpenedNetwork(.file(path: Self.sample), asOf: #require(Timestamp(asOf)))
    }

    @Test(
        "Every format begins as it should and is written to a file as it is",
        arguments: [
            (.json, "{\n  \"format\": \"rebound-network\""), (.dot, "digraph"), (.graphML, "<?xml"),
            (.gexf, "<?xml"),
            (.jsonGraph, "{"), (.nodeLink, "{"), (.vCard, "BEGIN:VCARD\r\n"),
            (.iCalendar, "BEGIN:VCALENDAR\r\n"),
        ] as [(ExportFormat, String)])
    func formats(format: ExportFormat, beginning: String) async throws {
        try await TemporaryFolder.with { folder in
            let export = NetworkExport(try opened(), format: format)
            let bytes = try export.bytes()
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.unicodeScalars.starts(with: beginning.unicodeScalars), "\(text.prefix(80))")
            #expect(text.contains("Ruth Adeyemi"))
            try export.write(to: folder("out"), sparing: ProtectedFiles())
            #expect(try [UInt8](Data(contentsOf: URL(filePath: folder("out")))) == bytes)
        }
    }

    @Test("Tables go to a folder, which is made, and are the same network")
    func tables() async throws {
        try await TemporaryFolder.with { folder in
            let opened = try opened()
            try NetworkExport(opened, format: .csv).write(
                to: folder("tables"), sparing: ProtectedFiles(inputs: [opened.source.path]))
            #expect(folder.names(in: "tables").contains("people.csv"))
            try NetworkExport(opened, format: .csv).write(
                to: folder("tables"), sparing: ProtectedFiles(inputs: [opened.source.path]))
            let again = try OpenedNetwork(.file(path: folder("tables")), asOf: opened.analysis.asOf)
            #expect(again.network == opened.network)
            for place in ["none/tables", "tables/people.csv"] {
                do throws(WorkspaceError) {
                    try NetworkExport(opened, format: .csv).write(
                        to: folder(place), sparing: ProtectedFiles(inputs: [opened.source.path]))
                    Issue.record("wrote to \(place)")
                } catch {
                    #expect([73, 74].contains(error.exitCode), "\(error)")
                }
            }
        }
    }

    @Test("The network as a whole is written at any moment; cards and graphs have what was known")
    func moments() throws {
        let early = try opened(asOf: "2026-03-01")
        let late = try opened()
        #expect(
            try NetworkExport(early, format: .json).bytes() == NetworkExport(late, format: .json).bytes())
        for format in [ExportFormat.graphML, .iCalendar] {
            #expect(
                try NetworkExport(early, format: format).bytes()
                    != NetworkExport(late, format: format).bytes())
        }
        let cards = String(decoding: try NetworkExport(late, format: .vCard).bytes(), as: UTF8.self)
        #expect(!cards.contains("FN:You\r\n"), "the seeker needs no card of themselves")
    }

    @Test func aCalendarHasEventsOrToDos() throws {
        let opened = try opened()
        let events = String(
            decoding: try NetworkExport(opened, format: .iCalendar).bytes(), as: UTF8.self)
        let toDos = String(
            decoding: try NetworkExport(opened, format: .iCalendar, asToDos: true).bytes(), as: UTF8.self)
        #expect(events.contains("BEGIN:VEVENT") && !events.contains("BEGIN:VTODO"))
        #expect(toDos.contains("BEGIN:VTODO") && !toDos.contains("BEGIN:VEVENT"))
    }

    @Test("The export never takes the place of the network, by whatever name")
    func overwriting() async throws {
        try await TemporaryFolder.with { folder in
            try FileManager.default.copyItem(atPath: Self.sample, toPath: folder("network.json"))
            try FileManager.default.createSymbolicLink(
                atPath: folder("link.json"), withDestinationPath: folder("network.json"))
            let before = try folder.text(of: "network.json")
            let opened = try OpenedNetwork(
                .file(path: folder("network.json")), asOf: #require(Timestamp("2026-04-09")))
            for name in ["network.json", "link.json"] {
                do throws(WorkspaceError) {
                    try NetworkExport(opened, format: .graphML).write(
                        to: folder(name), sparing: ProtectedFiles(inputs: [opened.source.path]))
                    Issue.record("\(name) was overwritten")
                } catch {
                    #expect(error.exitCode == 73)
                }
            }
            #expect(try folder.text(of: "network.json") == before)
        }
    }
}
