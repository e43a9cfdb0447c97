import Foundation
import Foundations
import Graphviz
import NetworkEditing
import NetworkFiles
import NetworkRedaction
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import Workspace

@Suite("Reports in a file")
struct ReportFileTests {
    private static let samples =
        String(#filePath.dropLast("Tests/WorkspaceTests/ReportFileTests.swift".count)) + "Samples/"

    /// The samples, but for the one of a thousand people.
    static let files = {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: samples)) ?? []
        return names.filter {
            $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") && $0 != "thousand.json"
        }.map { String($0.dropLast(5)) }.sorted()
    }()

    private static let pool = RenderPool(
        workerCount: 1,
        executable: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "rebound").path(percentEncoded: false))

    private func opened(_ sample: String) throws -> OpenedNetwork {
        try OpenedNetwork(
            .file(path: Self.samples + sample + ".json"), asOf: #require(Timestamp("2026-04-10")))
    }

    private func page(_ opened: OpenedNetwork) async throws -> [UInt8] {
        try await ReportFile(page: opened, limits: RenderLimits(seconds: 900), pool: Self.pool).bytes
    }

    @Test("A page has the picture and everybody's name; the same network gives the same bytes")
    func page() async throws {
        let opened = try opened("three-referrals")
        let bytes = try await page(opened)
        let text = String(decoding: bytes, as: UTF8.self)
        for name in ["Dan Whitfield", "Priya Nair", "Three referrals until an offer", "<svg id=\"net\""] {
            #expect(text.contains(name), "\(name)")
        }
        #expect(text.contains("Dan’s no led to 2 people, 2 interviews and an offer"))
        #expect(try await page(opened) == bytes)
    }

    @Test("A redacted report, page or text, holds no word of anyone's name", arguments: files)
    func redacted(sample: String) async throws {
        let opened = try opened(sample)
        let redacted = try opened.redacted()
        let reports = [try await page(redacted), try ReportFile(markdown: redacted).bytes]
        // What the page of a network without any names says is Rebound's own vocabulary.
        let own = Set(words(try await page(nameless(opened))))
        for report in reports {
            let found = Set(words(report))
            for person in opened.network.people {
                for word in words(Array(([person.name] + person.otherNames).joined(separator: " ").utf8))
                where word.count >= 3 && !own.contains(word) {
                    #expect(!found.contains(word), "\(sample): a word of \(person.id)")
                }
                for detail in person.emails + person.phones + [person.profileURL].compactMap(\.self) {
                    #expect(!String(decoding: report, as: UTF8.self).contains(detail))
                }
            }
        }
    }

    /// The network with everybody called X, and no text that someone wrote.
    private func nameless(_ opened: OpenedNetwork) throws -> OpenedNetwork {
        var network = opened.network.redacted(companies: true)
        for index in network.people.indices {
            network.people[index].name = "X"
            for place in network.people[index].employments.indices {
                network.people[index].employments[place].title = nil
                network.people[index].employments[place].department = nil
            }
        }
        for index in network.opportunities.indices { network.opportunities[index].title = "X" }
        return try OpenedNetwork(
            opened.source, ReadResult(network: network, diagnostics: []), asOf: opened.analysis.asOf,
            policy: opened.analysis.policy)
    }

    private func words(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split { !$0.isLetter }.map { foldedName(String($0)) }
    }

    @Test("What cannot be drawn in time is a page without a picture, and says so")
    func withoutPicture() async throws {
        let report = try await ReportFile(
            page: opened("three-referrals"), limits: RenderLimits(seconds: 0.000_001), pool: Self.pool)
        let text = String(decoding: report.bytes, as: UTF8.self)
        #expect(text.contains("The picture could not be drawn") && !text.contains("<svg id=\"net\""))
        #expect(text.contains("Priya Nair"))
        #expect(report.notices.count == 2, "of the network and of the chain")
    }

    @Test("A report does not overwrite its network, and a title given replaces the network's")
    func writing() async throws {
        let opened = try opened("three-referrals")
        let report = try ReportFile(markdown: opened, title: "My *search*")
        #expect(String(decoding: report.bytes, as: UTF8.self).hasPrefix("# My \\*search\\*\n"))
        #expect(throws: WorkspaceError.self) {
            try report.write(to: opened.source.path, sparing: ProtectedFiles(inputs: [opened.source.path]))
        }
        try await TemporaryFolder.with { folder in
            try report.write(to: folder("report.md"), sparing: ProtectedFiles(inputs: [opened.source.path]))
            #expect(try [UInt8](Data(contentsOf: URL(filePath: folder("report.md")))) == report.bytes)
        }
    }
}
