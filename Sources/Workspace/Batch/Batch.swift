internal import FoundationEssentials
public import Graphviz
import NetworkDrawing
public import ReferralAnalysis
import ReferralFormats
public import ReferralGraph
public import Reporting

/// Runs every network of a folder: call list, stalled threads and drawing for each, a summary over all.
///
/// For a network `name` the output folder gets `name.txt`, `name.svg` and `name.json`; over all, `summary.csv`,
/// `summary.json` and `index.html`. Each file is there in full or not at all. A network whose input, moment, policy
/// and program are those of the last run is not done again.
public struct Batch: Sendable {
    /// The folder with the networks.
    public let folder: String
    /// Where the results go; made when it is missing.
    public let output: String
    /// The moment to look from.
    public let asOf: Timestamp
    /// The numbers to use.
    public let policy: AnalysisPolicy
    /// How many networks are worked on at a time, 1 to 64.
    public let jobs: Int
    /// What each drawing may cost.
    public let limits: RenderLimits

    /// Plans a run.
    public init(
        folder: String, output: String, asOf: Timestamp, policy: AnalysisPolicy = .standard, jobs: Int,
        limits: RenderLimits = .batch
    ) {
        self.folder = folder
        self.output = output
        self.asOf = asOf
        self.policy = policy
        self.jobs = min(max(jobs, 1), 64)
        self.limits = limits
    }

    /// What a run has come to.
    public struct Outcome: Sendable, Equatable {
        /// What was found, network by network.
        public var summary: BatchSummary
        /// How many networks had not changed since the last run.
        public var unchangedCount: Int
        /// How many drawings failed.
        public var failedDrawingCount: Int
    }

    /// Does it.
    ///
    /// A network with errors is reported in its entry and does not stop the rest.
    /// - Parameter progress: Called after each network, in no particular order of networks, with how many are done,
    ///   how many there are, and the network's name.
    /// - Throws: ``WorkspaceError`` when the folder cannot be read or the output not written.
    public func run(
        progress: @Sendable (Int, Int, String) -> Void = { _, _, _ in }
    ) async throws(WorkspaceError) -> Outcome {
        let sources = try BatchSource.all(in: folder)
        guard !sources.isEmpty else {
            throw .output("\(folder): no networks in it; expected .json files or folders with a people.csv")
        }
        try prepareOutput()
        let pool = RenderPool(workerCount: jobs)
        let results: [Result]
        do {
            results = try await all(sources, pool: pool, progress: progress)
        } catch {
            await pool.close()
            throw error as? WorkspaceError ?? .output("\(output): \(error)")
        }
        await pool.close()
        let entries = results.map(\.entry).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let summary = BatchSummary(asOf: asOf, entries: entries)
        try write(summary)
        return Outcome(
            summary: summary, unchangedCount: results.count(where: \.isUnchanged),
            failedDrawingCount: entries.count { $0.failure == nil && $0.drawing == nil })
    }

    private struct Result: Sendable {
        var entry: BatchEntry
        var isUnchanged: Bool
    }

    private func all(
        _ sources: [BatchSource], pool: RenderPool, progress: @Sendable (Int, Int, String) -> Void
    ) async throws -> [Result] {
        let programAndPolicy = try programFingerprint()
        return try await withThrowingTaskGroup(of: Result.self) { group in
            var results: [Result] = []
            var waiting = sources[...]
            // One more network than workers is under way, so that one is analysed while the others are drawn.
            for _ in 0...jobs {
                guard let source = waiting.popFirst() else { break }
                group.addTask { try await result(of: source, programAndPolicy, pool) }
            }
            while let result = try await group.next() {
                results.append(result)
                progress(results.count, sources.count, result.entry.name)
                if let source = waiting.popFirst() {
                    group.addTask { try await self.result(of: source, programAndPolicy, pool) }
                }
            }
            return results
        }
    }

    private func result(
        of source: BatchSource, _ programAndPolicy: String, _ pool: RenderPool
    ) async throws -> Result {
        var fingerprint = Fingerprint()
        fingerprint.combine(programAndPolicy.utf8)
        fingerprint.combine(source.source.utf8)
        let contents: [[UInt8]]
        do {
            contents = try source.contents()
        } catch {
            let entry = BatchEntry(name: source.name, source: source.source, failure: [error.description])
            return Result(entry: entry, isUnchanged: false)
        }
        for part in contents { fingerprint.combine(part) }
        if let entry = BatchRecord.unchangedEntry(of: source.name, in: output, fingerprint: fingerprint.text)
        {
            return Result(entry: entry, isUnchanged: true)
        }
        var record = BatchRecord(
            fingerprint: fingerprint.text, asOf: asOf,
            entry: BatchEntry(name: source.name, source: source.source))
        do {
            let opened = try open(source, contents)
            try await describe(opened, in: &record, pool: pool)
        } catch .invalid(let diagnostics) {
            record.entry.failure = diagnostics.filter { $0.severity == .error }.map(\.description)
        } catch .unwritable(let error) {
            throw WorkspaceError.unwritable(error)
        } catch {
            record.entry.failure = [error.explanation]
        }
        try write(try record.bytes(), as: "\(source.name).json")
        return Result(entry: record.entry, isUnchanged: false)
    }

    private func open(_ source: BatchSource, _ contents: [[UInt8]]) throws(WorkspaceError) -> OpenedNetwork {
        if source.isFolder { return try OpenedNetwork(path: source.path, asOf: asOf, policy: policy) }
        let read = NetworkJSONReader.read(bytes: contents[0], file: source.source, asOf: asOf)
        return try OpenedNetwork(path: source.source, read, asOf: asOf, policy: policy)
    }

    private func describe(
        _ opened: OpenedNetwork, in record: inout BatchRecord, pool: RenderPool
    ) async throws(WorkspaceError) {
        let analysis = opened.analysis
        let next = analysis.nextContacts
        let stalled = analysis.stalledThreads
        record.next = next
        record.stalled = stalled
        record.entry.title = opened.title
        record.entry.warnings = opened.diagnostics.map(\.description)
        record.entry.size = .init(opened.network)
        record.entry.first = next.contacts.prefix(3).map { .init(name: $0.name, what: $0.action.what) }
        record.entry.dueCount = next.contacts.count(where: \.isDue)
        func count(_ kind: StalledThread.Kind) -> Int { stalled.threads(of: kind).count }
        record.entry.stalled = .init(
            theyOwe: count(.theyOwe), youOwe: count(.youOwe), promiseMissed: count(.promiseMissed),
            closed: count(.closed))
        let text =
            CallListText(next, title: opened.title, today: asOf.day).rendered(in: TextStyle()) + "\n"
            + StalledText(stalled, in: analysis.network, title: opened.title, today: asOf.day).rendered(
                in: TextStyle())
        try write(text.utf8, as: "\(record.entry.name).txt")
        do {
            let picture = try await NetworkPicture(
                of: opened, as: .rendered(.svg), limits: limits, pool: pool)
            let file = "\(record.entry.name).svg"
            try write(picture.bytes, as: file)
            record.entry.drawing = file
            record.entry.drawingNotes = picture.notices
        } catch .drawing(let reason) {
            record.entry.drawingNotes = ["the drawing failed: \(reason)"]
        }
    }

    // MARK: Output

    private func prepareOutput() throws(WorkspaceError) {
        let files = FileManager.default
        do {
            try files.createDirectory(
                atPath: output, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .output("\(output): cannot be made a folder; choose another place with -o")
        }
        func resolved(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().path }
        guard resolved(output) != resolved(folder) else {
            throw .output("\(output): the results would mix with the networks; choose another place with -o")
        }
    }

    private func programFingerprint() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let policy = String(decoding: try encoder.encode(policy), as: UTF8.self)
        return "\(Program.version) \(asOf) \(policy)"
    }

    private func write(_ bytes: some Collection<UInt8>, as name: String) throws(WorkspaceError) {
        // The results can be made again, so they are not worth waiting for the disk.
        do { try AtomicFile.write(bytes, to: "\(output)/\(name)", durably: false) } catch {
            throw .unwritable(error)
        }
    }

    private func write(_ summary: BatchSummary) throws(WorkspaceError) {
        try write(BatchCSV(summary).bytes(), as: "summary.csv")
        let json: String
        do {
            json = try ReportJSON("batch", network: nil, asOf: asOf, report: summary).text()
        } catch {
            throw .output("the summary cannot be written as JSON: \(error)")
        }
        try write(json.utf8, as: "summary.json")
        try write(BatchPage(summary).html().utf8, as: "index.html")
    }
}
