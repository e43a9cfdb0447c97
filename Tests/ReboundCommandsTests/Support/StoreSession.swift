import Foundation
import ReboundTestSupport
import Testing

/// A user's own network in a folder of its own, and the commands run on it.
struct StoreSession {
    let folder: TemporaryFolder
    /// The moment at which commands are run that do not say so.
    var now = "2026-04-10T12:00-04:00"
    private(set) var transcript = Transcript()

    /// The name of the store in the folder.
    static let store = "data/network.db"

    /// Gives `body` a session without a store.
    static func with(_ body: (inout StoreSession) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            var session = StoreSession(folder: folder)
            try await body(&session)
        }
    }

    /// Gives `body` a session whose store has what Samples/three-referrals.json tells, with the seeker called `me`.
    static func withReferrals(_ body: (inout StoreSession) async throws -> Void) async throws {
        let store = try await referrals.value
        try await with { session in
            try session.folder.write([UInt8](store), to: Self.store)
            chmod(session.folder(Self.store), 0o600)
            try await body(&session)
        }
    }

    /// The store's file, made once.
    private static let referrals = Task {
        try await TemporaryFolder.with { folder in
            let sample = try String(
                contentsOfFile: "\(ReboundProcess.samples)/three-referrals.json", encoding: .utf8)
            try folder.write(sample.replacing("\"you\"", with: "\"me\""), to: "network.json")
            let session = StoreSession(folder: folder)
            let outcome = try await session.run(["import", "network.json"])
            try #require(outcome.code == 0, "\(outcome.error)")
            return try Data(contentsOf: URL(filePath: folder(Self.store)))
        }
    }

    /// Runs a command in the folder, at 80 columns.
    func run(
        _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> ReboundProcess.Outcome {
        let hasNoMoment = ["history", "doctor", "analyze", "forget", "set", "---completion"].contains(
            arguments.first)
        let moment = hasNoMoment || arguments.contains("--as-of") ? [] : ["--as-of", now]
        var outcome = try await ReboundProcess.run(
            arguments + moment, in: folder.path,
            environment: ["REBOUND_DB": Self.store, "COLUMNS": "80"].merging(environment) { $1 })
        outcome.error = outcome.error.replacing(folder.path + "/", with: "")
        return outcome
    }

    /// Runs a command and expects an exit code; of an error, that words are said.
    @discardableResult
    func expect(
        _ arguments: [String], code: Int32 = 0, says words: String = "",
        environment: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let outcome = try await run(arguments, environment: environment)
        #expect(outcome.code == code, "\(arguments): \(outcome.error)", sourceLocation: sourceLocation)
        let said = (outcome.output + outcome.error).split(separator: /\s+/).joined(separator: " ")
        #expect(words.isEmpty || said.contains(words), "\(said)", sourceLocation: sourceLocation)
        return outcome.output
    }

    /// Runs a command at a day and writes down what it says.
    mutating func say(_ arguments: String..., at moment: String? = nil) async throws {
        if let moment { now = moment }
        transcript.add(arguments, try await run(arguments))
    }

    /// The permissions of something in the folder.
    func permissions(_ name: String) -> Int? {
        try? FileManager.default.attributesOfItem(atPath: folder(name))[.posixPermissions] as? Int
    }
}
