import Foundations
import Glibc
internal import SystemInterface

/// The output folder of a batch while it runs: files appear in it in full or not at all.
struct BatchFolder: Sendable {
    private let path: String
    private let spared: ProtectedFiles
    private let lock: BatchLock

    /// Makes the folder when it is missing, locks it, and takes away what a killed run has left half-written.
    /// - Parameters:
    ///   - inputs: Folders that must stay as they are.
    ///   - spared: What must not be overwritten.
    ///   - isRedacted: Whether no name may stand in it.
    /// - Throws: ``WorkspaceError``.
    init(
        path: String, apartFrom inputs: [String], sparing spared: ProtectedFiles, isRedacted: Bool = false
    ) throws(WorkspaceError) {
        self.path = path
        self.spared = spared
        do { try spared.check(path) } catch { throw .unwritable(error) }
        if let kind = try? FileBytes.kind(of: path) {
            guard kind == .folder else {
                throw .output(
                    "\(shownPath(path)): there is a file of that name; choose another place with -o")
            }
        } else {
            guard Self.make(path) else {
                throw .output("\(shownPath(path)): the folder cannot be made; choose another place with -o")
            }
        }
        guard !inputs.contains(where: { resolvedPath($0) == resolvedPath(path) }) else {
            throw .output(
                "\(shownPath(path)): the results would mix with the networks; choose another place with -o")
        }
        let names = (try? FileBytes.names(inFolder: path)) ?? []
        let isOurs = names.contains(BatchLock.fileName) || names.contains("summary.json")
        guard isOurs || names.allSatisfy({ $0.hasPrefix(".") }) else {
            throw .output(
                "\(shownPath(path)): has files that are not from a batch and could be overwritten; choose a new or empty folder with -o"
            )
        }
        let hasResults = isOurs && names.contains { $0 != BatchLock.fileName && $0 != Self.redactedMark }
        guard !hasResults || names.contains(Self.redactedMark) == isRedacted else {
            throw .output(
                "\(shownPath(path)): has results \(isRedacted ? "with names" : "for a supervisor, without names"); choose another folder with -o"
            )
        }
        lock = try BatchLock(folder: path)
        if isRedacted { try write([], as: Self.redactedMark) } else { remove(Self.redactedMark) }
        // `AtomicFile` names them `.rebound.PROCESS-ATTEMPT.part`.
        for name in names where name.wholeMatch(of: /.+\.[0-9]+-[0-9]+\.part/.dotMatchesNewlines()) != nil {
            remove(name)
        }
    }

    /// Tells a folder without names from one with them, which must not mix.
    private static let redactedMark = ".redacted"

    /// Takes away the files of numbered clients who are no more.
    /// - Parameter clients: The names of those who are.
    func keepNumbered(_ clients: [String]) {
        let clients = Set(clients)
        for name in (try? FileBytes.names(inFolder: path)) ?? [] {
            guard let match = name.wholeMatch(of: /(client-[0-9]+)\.[a-z]+/),
                !clients.contains(String(match.output.1))
            else { continue }
            remove(name)
        }
    }

    /// Lets the next batch in.
    func close() { lock.release() }

    /// Where a file of the folder is.
    func path(of name: String) -> String { "\(path)/\(name)" }

    /// Writes a file.
    /// - Throws: ``WorkspaceError/unwritable(_:)``.
    func write(_ bytes: some Collection<UInt8>, as name: String) throws(WorkspaceError) {
        // The results can be made again, so they are not worth waiting for the disk.
        do { try AtomicFile.write(bytes, to: path(of: name), sparing: spared, durably: false) } catch {
            throw .unwritable(error)
        }
    }

    /// Takes a file away, where there is one.
    func remove(_ name: String) { _ = path(of: name).withSystemPath { unlink($0) } }

    /// Whether a file is there.
    func has(_ name: String) -> Bool { path(of: name).withSystemPath { access($0, F_OK) } == 0 }

    /// Makes a folder with those above it, for their owner only.
    private static func make(_ path: String) -> Bool {
        if path.withSystemPath({ mkdir($0, 0o700) }) == 0 { return true }
        let trimmed = path.last == "/" ? String(path.dropLast()) : path
        guard errno == ENOENT, let slash = trimmed.lastIndex(of: "/"), slash != trimmed.startIndex else {
            return errno == EEXIST
        }
        return make(String(trimmed[..<slash])) && trimmed.withSystemPath { mkdir($0, 0o700) } == 0
    }
}
