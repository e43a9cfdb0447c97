public import ClientReports
public import Foundations
public import Graphviz
import NetworkDrawing
import NetworkEditing
internal import NetworkFiles
import Playbook
import ReferralAnalysis
internal import ReferralGraph
import Reporting
internal import SystemInterface

/// Runs every network of a folder: call list, stalled threads and drawing for each, a summary over all.
///
/// For a network `name` the output folder gets `name.html`, `name.txt`, `name.svg` and `name.json`; over all,
/// `summary.csv`, `summary.json` and `index.html`, the page that a coach begins with. Each file is there in full or not at all. A network whose input, moment, policy,
/// limits and program are those of the last run is not done again.
public struct Batch: Sendable {
    /// The folder with the networks.
    public let folder: String
    /// Where the results go; made when it is missing.
    public let output: String
    /// What is asked of each network.
    public let question: BatchQuestion
    /// How many networks are worked on at a time, 1 to 64.
    public let jobs: Int
    /// What each drawing may cost; `nil` for no drawings.
    public let limits: RenderLimits?
    /// Which of the networks are done; `nil` for all of them. Without all there is no summary.
    public let shard: BatchShard?
    /// The executable that draws.
    private let renderWorker: String
    /// What is not to be overwritten, besides the networks.
    private let spared: ProtectedFiles

    /// Plans a run.
    /// - Parameters:
    ///   - limits: What each drawing may cost; `nil` for no drawings.
    ///   - shard: Which of the networks to do; `nil` for all of them. A redacted run does all.
    ///   - spared: What is not to be overwritten, besides the networks.
    ///   - renderWorker: An executable that calls `RenderWorkerProcess.run()`: by default, this one.
    public init(
        _ question: BatchQuestion, of folder: String, to output: String, jobs: Int,
        limits: RenderLimits? = .batch, shard: BatchShard? = nil, sparing spared: ProtectedFiles,
        renderWorker: String = "/proc/self/exe"
    ) {
        precondition(shard == nil || !question.isRedacted, "numbers hold for all clients of one run")
        self.question = question
        self.folder = folder
        self.output = output
        self.jobs = min(max(jobs, 1), 64)
        self.limits = limits
        self.shard = shard
        self.renderWorker = renderWorker
        self.spared = spared
    }

    /// What a run has come to.
    public struct Outcome: Sendable, Equatable {
        /// What was found, network by network.
        public var summary: BatchSummary
        /// Who among the clients could open a door for another one; `nil` when none shares anything.
        public var connectors: Connectors?
        /// How many networks had not changed since the last run.
        public var unchangedCount: Int
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
        var sources = try BatchSource.all(in: folder)
        guard !sources.isEmpty else {
            throw .input(
                "\(shownPath(folder)): it has no networks; expected .json files, or folders with a people.csv"
            )
        }
        try checkTags(of: sources)
        let tables = sources.filter(\.isFolder).map(\.path)
        var spared = spared
        for source in sources { spared.add(source.path) }
        let results = try BatchFolder(
            path: output, apartFrom: [folder] + tables, sparing: spared, isRedacted: question.isRedacted)
        defer { results.close() }
        if question.isRedacted {
            sources = BatchSource.numbered(sources)
            results.keepNumbered(sources.map(\.name))
        }
        if let shard { sources = shard.part(of: sources) }
        // What clients share is worked out anew, and a run that ends early shows nothing of the last one's.
        for name in [Self.connectorsPage, Self.connectorsTable] { results.remove(name) }
        // Numbers hold for one run, so that what a number did last week says nothing.
        let earlier = question.isRedacted || shard != nil ? nil : try BatchRuns(in: results)
        let done = try await all(sources, to: results, progress: progress)
        var summary = BatchSummary(asOf: question.asOf, entries: done.map(\.entry))
        let unchangedCount = done.count(where: \.isUnchanged)
        if shard != nil { return Outcome(summary: summary, unchangedCount: unchangedCount) }
        let runs = earlier?.compare(&summary, by: try fingerprintOfQuestion().text)
        let connectors = try write(connectorsOf: done, to: results)
        try write(summary, connectors, to: results)
        // Last, so that a killed run is compared with the same one again.
        try runs?.write(to: results)
        return Outcome(summary: summary, connectors: connectors, unchangedCount: unchangedCount)
    }

    /// Refuses a tag that no one has in any of the networks: that is a misspelt one.
    private func checkTags(of sources: [BatchSource]) throws(WorkspaceError) {
        guard !question.filter.isEmpty else { return }
        var everyone = ReferralNetwork(seeker: "", people: [])
        for source in sources {
            guard let contents = try? source.contents() else { continue }
            let people = read(source, contents).network?.people ?? []
            everyone.people += people.filter { !$0.tags.isEmpty }.map {
                Person(id: "", name: "", tags: $0.tags)
            }
        }
        let used = Set(everyone.people.flatMap(\.tags).compactMap { Tag($0) })
        if let unknown = question.filter.tags.first(where: { !used.contains($0) }) {
            throw .request("\(shownPath(folder)): \(everyone.noOneIsTagged(unknown))")
        }
    }

    private struct Result: Sendable {
        var entry: BatchEntry
        var shared: SharedContacts?
        var isUnchanged: Bool
    }

    private func all(
        _ sources: [BatchSource], to results: BatchFolder, progress: @Sendable (Int, Int, String) -> Void
    ) async throws(WorkspaceError) -> [Result] {
        let pool = limits.map { _ in RenderPool(workerCount: jobs, executable: renderWorker) }
        do {
            let done = try await all(sources, to: results, pool: pool, progress: progress)
            await pool?.close()
            return done
        } catch {
            await pool?.close()
            throw error as? WorkspaceError ?? .output("\(shownPath(output)): \(error)")
        }
    }

    private func all(
        _ sources: [BatchSource], to results: BatchFolder, pool: RenderPool?,
        progress: @Sendable (Int, Int, String) -> Void
    ) async throws -> [Result] {
        let plan = try fingerprintOfPlan()
        return try await withThrowingTaskGroup(of: Result.self) { group in
            var done: [Result] = []
            var waiting = sources[...]
            // One more network than workers is under way, so that one is analysed while the others are drawn.
            for _ in 0...jobs {
                guard let source = waiting.popFirst() else { break }
                group.addTask { try await result(of: source, plan, to: results, pool) }
            }
            while let result = try await group.next() {
                done.append(result)
                progress(done.count, sources.count, result.entry.name)
                if let source = waiting.popFirst() {
                    group.addTask { try await self.result(of: source, plan, to: results, pool) }
                }
            }
            return done
        }
    }

    /// What every result depends on besides its input.
    private func fingerprintOfPlan() throws -> InputDigest {
        var fingerprint = try fingerprintOfQuestion()
        let drawing = limits.map { "\($0.seconds) \($0.memoryBytes)" } ?? "no drawing"
        fingerprint.combine("\(Program.version) \(question.asOf) \(drawing)".utf8)
        return fingerprint
    }

    /// What two runs must share, so that their counts can be compared.
    private func fingerprintOfQuestion() throws(WorkspaceError) -> InputDigest {
        var fingerprint = InputDigest()
        do { fingerprint.combine(try StableJSON.text(of: question.policy.policy).utf8) } catch {
            throw .output("the policy cannot be written as JSON: \(error)")
        }
        if question.isQuiet { fingerprint.combine("quiet".utf8) }
        if !question.filter.isEmpty { fingerprint.combine(question.filter.words.utf8) }
        if question.isRedacted { fingerprint.combine("redacted".utf8) }
        return fingerprint
    }

    private func result(
        of source: BatchSource, _ plan: InputDigest, to results: BatchFolder, _ pool: RenderPool?
    ) async throws -> Result {
        var fingerprint = plan
        fingerprint.combine(source.source.utf8)
        var record = BatchRecord(
            fingerprint: "", asOf: question.asOf, entry: BatchEntry(name: source.name, source: source.source))
        do {
            let contents = try source.contents()
            for file in contents {
                fingerprint.combine(file.name.utf8)
                fingerprint.combine(file.bytes)
            }
            if let last = BatchRecord.unchanged(
                source.name, in: results, fingerprint: fingerprint.text)
            {
                return Result(entry: last.entry, shared: last.shared, isUnchanged: true)
            }
            record.fingerprint = fingerprint.text
            // Without its record, what a killed run leaves behind is made again.
            results.remove("\(source.name).json")
            let answer = try question.answer(
                about: read(source, contents), name: source.name, source: source.source)
            try await describe(answer, in: &record, to: results, pool: pool)
        } catch let error as ReadError {
            record.entry.failure = [error.description]
        } catch WorkspaceError.invalid(let diagnostics) {
            record.entry.failure = diagnostics.filter { $0.severity == .error }.map(\.description)
        } catch let error as WorkspaceError {
            if case .unwritable = error { throw error }
            record.entry.failure = [error.explanation]
        }
        if question.isRedacted { record.entry.redactProblems() }
        if record.entry.failure != nil {
            results.remove("\(source.name).txt")
            results.remove("\(source.name).html")
        }
        if record.entry.drawing == nil { results.remove("\(source.name).svg") }
        try results.write(try StableJSON.text(of: record).utf8, as: "\(source.name).json")
        return Result(entry: record.entry, shared: record.shared, isUnchanged: false)
    }

    private func read(_ source: BatchSource, _ contents: [BatchSource.File]) -> ReadResult {
        source.isFolder
            ? NetworkCSVReader.read(
                tables: contents.map { ($0.name, $0.bytes) }, folder: source.source, asOf: question.asOf)
            : NetworkJSONReader.read(bytes: contents[0].bytes, file: source.source, asOf: question.asOf)
    }

    private func describe(
        _ answer: BatchAnswer, in record: inout BatchRecord, to results: BatchFolder, pool: RenderPool?
    ) async throws(WorkspaceError) {
        let (name, opened) = (answer.entry.name, answer.opened)
        record.entry = answer.entry
        record.next = answer.next
        record.stalled = answer.stalled
        record.shared = answer.shared
        try results.write(answer.text.utf8, as: "\(name).txt")
        var (drawing, note): (PageDrawing?, String?)
        if let pool, let limits {
            do {
                (drawing, note) = try await draw(opened, in: &record.entry, limits, to: results, pool)
            } catch .drawing(let error) {
                record.entry.drawingNotes = ["the drawing failed: \(error)"]
                note = "The picture could not be drawn: \(error)."
            }
        }
        let page = try ReportFile.page(of: opened, drawing: drawing, note: note, parent: "index.html")
        try results.write(page.html().utf8, as: "\(name).html")
    }

    /// Draws a network into a file, and returns the picture for its page, or why the page has none.
    private func draw(
        _ opened: OpenedNetwork, in entry: inout BatchEntry, _ limits: RenderLimits, to results: BatchFolder,
        _ pool: RenderPool
    ) async throws(WorkspaceError) -> (PageDrawing?, note: String?) {
        let name = "\(entry.name).svg"
        let isMap = opened.analysis.shown == nil && opened.network.people.count > DrawingOptions().mapAbove
        if isMap {
            let map = try await NetworkPicture(of: opened, as: .rendered(.svg), limits: limits, pool: pool)
            try results.write(map.bytes, as: name)
            (entry.drawing, entry.drawingNotes) = (name, map.notices)
            return (nil, "The network is too large for a picture on this page; its map is a file of its own.")
        }
        let picture = try await PagePicture(of: opened, as: .lanes, limits: limits, pool: pool)
        try results.write(picture.file(in: .light), as: name)
        (entry.drawing, entry.drawingNotes) = (name, picture.fileNotices)
        return (picture.drawing, picture.note)
    }

    private func write(
        _ summary: BatchSummary, _ connectors: Connectors?, to results: BatchFolder
    ) throws(WorkspaceError) {
        let json: String
        do {
            json = try ReportJSON(
                "batch", network: nil, asOf: question.asOf, policy: question.policy.reference, report: summary
            ).text()
        } catch {
            throw .output("the summary cannot be written as JSON: \(error)")
        }
        try results.write(BatchCSV(summary).bytes(), as: "summary.csv")
        try results.write(json.utf8, as: "summary.json")
        let page = BatchPage(summary, connectors: connectors, isRedacted: question.isRedacted)
        try results.write(page.html().utf8, as: "index.html")
        if question.isRedacted { try results.write(BatchTotals(summary).csv(), as: "totals.csv") }
    }

    private static let connectorsPage = "connectors.html"
    private static let connectorsTable = "connectors.csv"

    /// Writes what the clients share, where any does.
    private func write(
        connectorsOf done: [Result], to results: BatchFolder
    ) throws(WorkspaceError) -> Connectors? {
        let byName = done.sorted { $0.entry.name.utf8.lexicographicallyPrecedes($1.entry.name.utf8) }
        let uses = Dictionary(grouping: byName, by: \.entry.title).mapValues(\.count)
        let connectors = Connectors(
            byName.compactMap { result in
                let entry = result.entry
                let title = uses[entry.title] == 1 ? entry.title : "\(entry.title) (\(entry.name))"
                return result.shared.map { (title, $0) }
            })
        guard connectors.hasSharers else { return nil }
        let page = ConnectorsPage(connectors)
        try results.write(page.html().utf8, as: Self.connectorsPage)
        try results.write(page.csv(), as: Self.connectorsTable)
        return connectors
    }
}
