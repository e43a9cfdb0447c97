internal import Dispatch
internal import Foundations
internal import PageServer
internal import SourceReaders
internal import Synchronization
internal import Workspace

/// What an import would do, or why it cannot be done.
enum ImportTrial: Sendable {
    /// The files say this, and the network would become that.
    case ready([ImportSource], OwnNetwork.Outcome<[ImportedPart]>)
    /// The files were read; the network does not take them.
    case refused([ImportSource], WorkspaceError)
    /// The files cannot be read; of a table that has to be explained first also its columns.
    case unread(WorkspaceError, columns: [MappedCSVReader.Column])

    var sources: [ImportSource]? {
        switch self {
        case .ready(let sources, _), .refused(let sources, _): sources
        case .unread: nil
        }
    }
}

/// The files that were sent to be imported: kept in a private folder until they are, and read one import at a time, beside
/// everything else.
final class ImportDesk: Sendable {
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "rebound.import", qos: .userInitiated)

    private struct State {
        var folder: PrivateFolder?
        var files: [File] = []
        var jobs: [Job] = []
    }

    /// A file that was sent.
    struct File: Sendable {
        let id: String
        let name: String
        fileprivate let path: String
    }

    /// How far the reading has come.
    enum Progress: Sendable {
        /// Another import is being read first.
        case waiting
        case reading(seconds: Int)
        case done(ImportTrial)
    }

    private struct Job {
        let request: ImportRequest
        /// The last entry of the history that the trial knows.
        let entry: Int
        var start: ContinuousClock.Instant?
        var trial: ImportTrial?
    }

    /// The most files, and the most trials, that are kept; the oldest go first.
    private static let mostFiles = 100, mostTrials = 3

    /// Keeps a file that was sent.
    /// - Returns: The number that requests call it by.
    /// - Throws: ``WorkspaceError/output(_:)`` when it cannot be kept.
    func receive(_ file: UploadedFile) throws(WorkspaceError) -> String {
        let id = String(UInt64.random(in: .min ... .max), radix: 36)
        let folder = try folder()
        let path = try folder.takeIn(file.path, as: id, named: file.name)
        state.withLock { state in
            state.files.append(File(id: id, name: file.name, path: path))
            while state.files.count > Self.mostFiles { folder.remove(state.files.removeFirst().id) }
        }
        return id
    }

    private func folder() throws(WorkspaceError) -> PrivateFolder {
        let result: Result<PrivateFolder, WorkspaceError> = state.withLock { state in
            if let folder = state.folder { return .success(folder) }
            do throws(WorkspaceError) {
                let folder = try PrivateFolder()
                state.folder = folder
                return .success(folder)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// The files of a request that are still there, in its order.
    func files(of request: ImportRequest) -> [File] {
        state.withLock { state in
            request.files.compactMap { id in state.files.first { $0.id == id } }
        }
    }

    /// Removes files and what was read of them.
    func discard(_ ids: [String]) {
        state.withLock { state in
            for file in state.files where ids.contains(file.id) { state.folder?.remove(file.id) }
            state.files.removeAll { ids.contains($0.id) }
            state.jobs.removeAll { job in job.trial != nil && job.request.files.contains(where: ids.contains)
            }
        }
    }

    /// Removes all files.
    func close() {
        state.withLock { state in
            state.files = []
            state.folder = nil
        }
    }

    /// How far a request has come; the first question begins it.
    /// - Parameter entry: The last entry of the history.
    func progress(of request: ImportRequest, into own: OwnNetwork, entry: Int) -> Progress {
        let (found, isNew) = state.withLock { state -> (Job, Bool) in
            if let job = state.jobs.first(where: { $0.request == request && $0.entry == entry }) {
                return (job, false)
            }
            let done = state.jobs.indices.filter { state.jobs[$0].trial != nil }
            if done.count >= Self.mostTrials { state.jobs.remove(at: done[0]) }
            let job = Job(request: request, entry: entry)
            state.jobs.append(job)
            return (job, true)
        }
        if isNew { queue.async { self.carryOut(request, own, entry) } }
        if let trial = found.trial { return .done(trial) }
        guard let start = found.start else { return .waiting }
        return .reading(seconds: Int(start.duration(to: .now).components.seconds))
    }

    private func carryOut(_ request: ImportRequest, _ own: OwnNetwork, _ entry: Int) {
        func change(_ body: (inout Job) -> Void) {
            state.withLock { state in
                guard
                    let position = state.jobs.firstIndex(where: { $0.request == request && $0.entry == entry }
                    )
                else { return }
                body(&state.jobs[position])
            }
        }
        change { $0.start = .now }
        let trial = trial(request, own)
        change { $0.trial = trial }
        // Who has canceled meanwhile wants nothing of it any more.
        if files(of: request).count < request.files.count { discard(request.files) }
    }

    private func trial(_ request: ImportRequest, _ own: OwnNetwork) -> ImportTrial {
        let sources: [ImportSource]
        do throws(WorkspaceError) { sources = try self.sources(of: request, for: own) } catch {
            return .unread(error, columns: columns(toExplain: error, of: request))
        }
        do throws(WorkspaceError) {
            return .ready(
                sources,
                try own.take(
                    in: sources, replaces: request.has(.replace), remembers: request.has(.remember),
                    isRehearsal: true))
        } catch {
            return .refused(sources, error)
        }
    }

    /// What the files of a request say: as it was read for a trial, else read now.
    /// - Throws: ``WorkspaceError``.
    /// - Complexity: O(bytes).
    func sources(of request: ImportRequest, for own: OwnNetwork) throws(WorkspaceError) -> [ImportSource] {
        let reading = request.reading
        let known = state.withLock { state in
            state.jobs.lazy.filter { $0.request.reading == reading }.compactMap { $0.trial?.sources }.first
        }
        if let known { return known }
        let files = files(of: request)
        guard !files.isEmpty, files.count == request.files.count else {
            throw .request("These files are not here any more. Choose them again.")
        }
        let options = try request.options(own)
        var sources: [ImportSource] = []
        for file in files { sources += try ImportSource.all(receivedAt: file.path, options: options) }
        return sources
    }

    private func columns(toExplain error: WorkspaceError, of request: ImportRequest) -> [MappedCSVReader
        .Column]
    {
        let named: String? =
            switch error {
            case .mappingNeeded(let name, _): name
            case .invalid(let diagnostics) where request.has(.column): diagnostics.first?.file
            default: nil
            }
        guard let name = named, let file = files(of: request).first(where: { $0.name == name }),
            let bytes = try? FileBytes.read(path: file.path)
        else { return [] }
        return MappedCSVReader.columns(bytes: bytes, file: name)
    }
}
