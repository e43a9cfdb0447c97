import ClientReports
import Foundation
import Foundations
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Reporting
import Testing

@testable import Workspace

@Suite("What clients of one coach learn of each other")
struct ClientPrivacyTests {
    private static let worker = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "rebound").path(percentEncoded: false)

    @discardableResult
    static func run(
        _ folder: TemporaryFolder, output: String = "out", isRedacted: Bool = false
    ) async throws -> Batch.Outcome {
        let asOf = try #require(Timestamp("2026-04-10"))
        return try await Batch(
            BatchQuestion(asOf: asOf, isRedacted: isRedacted), of: folder("in"), to: folder(output), jobs: 2,
            sparing: ProtectedFiles(), renderWorker: worker
        ).run()
    }

    /// Runs some clients in a folder of their own, and hands over what comes out.
    private static func files(
        of clients: [MarkedClient], isRedacted: Bool = false
    ) async throws -> [String: Data] {
        try await TemporaryFolder.with { folder in
            for client in clients { try client.write(to: folder) }
            try await run(folder, isRedacted: isRedacted)
            return try folder.files(in: "out")
        }
    }

    private static let cohort = [
        MarkedClient(0, sharing: .named, wants: true), MarkedClient(1, sharing: .named),
        MarkedClient(2, sharing: .anonymous, wants: true), MarkedClient(3, sharing: .anonymous),
        MarkedClient(4),
    ]

    @Test("No byte of a client’s files names another client, their contacts or companies; a leak is found")
    func names() async throws {
        for start in stride(from: 0, to: HostileText.all.count, by: 12) {
            let clients = Self.cohort.enumerated().map { place, client in
                var client = client
                client.naughty = HostileText.all[(start + 2 * place) % HostileText.all.count]
                return client
            }
            let files = try await Self.files(of: clients)
            #expect(ClientLeaks.names(in: files, of: clients) == [])
            for client in clients {
                #expect(files.keys.count(where: client.owns) >= 3)
                #expect(!ClientLeaks.words([client.marker], in: files.filter { client.owns($0.key) }).isEmpty)
            }
        }
    }

    @Test("A page that leaks is found out, whatever it leaks and wherever")
    func leaks() async throws {
        let clients = Self.cohort
        let files = try await Self.files(of: clients)
        for word in [clients[1].marker, clients[1].contact.uppercased(), clients[1].file] {
            for name in files.keys where clients[0].owns(name) {
                var leaking = files
                leaking[name]?.append(Data("…\(word)…".utf8))
                #expect(ClientLeaks.names(in: leaking, of: clients).count == 1, "\(name): \(word)")
            }
        }
        var counting = files
        counting["\(clients[0].file).txt"]?.append(Data("one of 5 clients\n".utf8))
        #expect(
            ClientLeaks.dependences(of: clients[0], alone: files, together: counting)
                == ["\(clients[0].file).txt"])
        var renamed = files
        renamed["\(clients[0].file).with-\(clients[1].file).txt"] = Data()
        #expect(!ClientLeaks.names(in: renamed, of: clients).isEmpty)
    }

    @Test("A client’s files are the same bytes with other clients, with more of them, and alone")
    func independence() async throws {
        let together = try await Self.files(of: Self.cohort)
        let fewer = try await Self.files(of: Array(Self.cohort.prefix(3)))
        for client in Self.cohort.prefix(3) {
            let alone = try await Self.files(of: [client])
            #expect(ClientLeaks.dependences(of: client, alone: alone, together: together) == [])
            #expect(ClientLeaks.dependences(of: client, alone: alone, together: fewer) == [])
        }
    }

    @Test(
        "Names pass between two who share them, and nothing where one shares nothing",
        arguments: Sharing.allCases, Sharing.allCases)
    func consent(wanting: Sharing, knowing: Sharing) async throws {
        let clients = [MarkedClient(0, sharing: wanting, wants: true), MarkedClient(1, sharing: knowing)]
        let files = try await Self.files(of: clients)
        let coachOnly = files.filter { $0.key.hasPrefix("connectors.") }
        let level = wanting.together(with: knowing)
        #expect(coachOnly.isEmpty == (wanting == .nothing && knowing == .nothing))
        func finds(_ word: String) -> Bool { !ClientLeaks.words([word], in: coachOnly).isEmpty }
        #expect(finds(clients[1].contact) == (level == .named))
        #expect(finds(clients[1].marker) == (level == .named))
        #expect(finds("Northgate") == (level != .nothing))
        #expect(finds(clients[0].marker) == (wanting == .named && level != .nothing))
        #expect(!finds("observation") && !finds("private note") && !finds("example.com") && !finds("file"))
        #expect(ClientLeaks.names(in: files, of: clients) == [])
    }

    @Test("What is no longer shared is forgotten by the next run, in every byte of the folder")
    func withdrawal() async throws {
        for level in [Sharing.nothing, .anonymous] {
            for changed in [0, 1] {
                var clients = [
                    MarkedClient(0, sharing: .named, wants: true), MarkedClient(1, sharing: .named),
                ]
                try await TemporaryFolder.with { folder in
                    for client in clients { try client.write(to: folder) }
                    let first = try await Self.run(folder)
                    #expect(first.connectors?.lines.first?.contact != nil)
                    clients[changed].sharing = level
                    try clients[changed].write(to: folder)
                    let second = try await Self.run(folder)
                    #expect(second.unchangedCount == 1)
                    #expect(second.connectors?.lines.allSatisfy { $0.contact == nil } != false)
                    // As if it had never been otherwise.
                    try await Self.run(folder, output: "fresh")
                    #expect(try folder.files(in: "out") == folder.files(in: "fresh"))
                }
            }
        }
    }

    @Test("A run that cannot finish leaves nothing of what an earlier one said about sharing")
    func killedRun() async throws {
        try await TemporaryFolder.with { folder in
            for client in Self.cohort { try client.write(to: folder) }
            try await Self.run(folder)
            #expect(folder.names(in: "out").contains("connectors.html"))
            // The text of a client who has changed cannot be written.
            var changed = Self.cohort[4]
            changed.size += 1
            try changed.write(to: folder)
            try FileManager.default.removeItem(atPath: folder("out/\(Self.cohort[4].file).txt"))
            try folder.write("x", to: "out/\(Self.cohort[4].file).txt/in-the-way")
            await #expect(throws: WorkspaceError.self) { try await Self.run(folder) }
            #expect(!folder.names(in: "out").contains { $0.hasPrefix("connectors.") })
        }
    }

    @Test("For a supervisor no byte and no file’s name has the name of anyone, with the worst of names")
    func redacted() async throws {
        for start in stride(from: 0, to: HostileText.all.count, by: 12) {
            let clients = Self.cohort.enumerated().map { place, client in
                var client = client
                client.naughty = HostileText.all[(start + 2 * place) % HostileText.all.count]
                return client
            }
            let files = try await Self.files(of: clients, isRedacted: true)
            let words = clients.flatMap { [$0.marker, $0.contact, $0.file] } + ["Northgate"]
            #expect(ClientLeaks.words(words, in: files) == [])
            #expect(
                files.keys.sorted().filter { $0.hasPrefix("client-") }.count == 4 * clients.count,
                "\(files.keys.sorted())")
            #expect(files["totals.csv"] != nil && files["connectors.html"] == nil)
            var leaking = files
            leaking["client-2.html"]?.append(Data(clients[3].contact.utf8))
            #expect(ClientLeaks.words(words, in: leaking).count == 1)
        }
    }

    @Test(
        "A broken file, its name and its errors are not quoted to a supervisor; clients who leave take their files along"
    )
    func redactedErrors() async throws {
        try await TemporaryFolder.with { folder in
            let clients = Array(Self.cohort.prefix(3))
            for client in clients { try client.write(to: folder) }
            try folder.write(
                #"{"format":"rebound-network","version":1,"Qxsecret":1,"seeker":"x","people":[]}"#,
                to: "in/Qxbroken.json")
            try folder.write("{\"Qxsecret", to: "in/Qxcut.json")
            let outcome = try await Self.run(folder, isRedacted: true)
            #expect(outcome.summary.failedCount == 2)
            let files = try folder.files(in: "out")
            #expect(ClientLeaks.words(["Qx", "Wv", "Northgate"], in: files) == [])
            #expect(
                outcome.summary.entries.compactMap(\.failure).allSatisfy {
                    $0[0].contains("without --redact")
                })
            #expect(try await Self.run(folder, isRedacted: true).unchangedCount == 5)
            #expect(try folder.files(in: "out") == files)
            for name in ["Qxbroken", "Qxcut", clients[0].file] {
                try FileManager.default.removeItem(atPath: folder("in/\(name).json"))
            }
            try await Self.run(folder, isRedacted: true)
            #expect(
                folder.names(in: "out").filter { $0.hasPrefix("client-") }.map { $0.prefix(8) }
                    .allSatisfy { ["client-1", "client-2"].contains($0) })
        }
    }

    @Test("Results with names and without do not mix in a folder")
    func folders() async throws {
        try await TemporaryFolder.with { folder in
            try MarkedClient(0).write(to: folder)
            try await Self.run(folder, output: "named")
            try await Self.run(folder, output: "redacted", isRedacted: true)
            let before = (try folder.files(in: "named"), try folder.files(in: "redacted"))
            do {
                try await Self.run(folder, output: "named", isRedacted: true)
                Issue.record("wrote results without names beside those with them")
            } catch let error as WorkspaceError {
                #expect(error.exitCode == 73 && error.explanation.contains("choose another folder with -o"))
            }
            await #expect(throws: WorkspaceError.self) { try await Self.run(folder, output: "redacted") }
            #expect(try folder.files(in: "named") == before.0)
            #expect(try folder.files(in: "redacted") == before.1)
        }
    }

    @Test("Numbers do not follow the names")
    func numbers() throws {
        let names = (0..<40).map { String(format: "%02d", $0) }
        let sources = names.map {
            BatchSource(name: $0, source: "\($0).json", path: "/nonexistent/\($0)", isFolder: false)
        }
        let numbered = BatchSource.numbered(sources)
        #expect(numbered.map(\.name) == (1...40).map { "client-" + String(format: "%02d", $0) })
        #expect(numbered.map(\.source) == numbered.map(\.name))
        #expect(numbered.map(\.path) != sources.map(\.path))
        #expect(BatchSource.numbered(sources.reversed()) == numbered)
    }
}
