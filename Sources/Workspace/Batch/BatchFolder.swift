internal import FoundationEssentials
import Glibc
import ReferralFormats

/// The output folder of a batch while it runs: files appear in it in full or not at all.
struct BatchFolder: Sendable {
    private let path: String
    private let lock: BatchLock

    /// Makes the folder when it is missing, locks it, and takes away what a killed run has left half-written.
    /// - Parameter inputs: Folders that must stay as they are.
    /// - Throws: ``WorkspaceError``.
    init(path: String, apartFrom inputs: [String]) throws(WorkspaceError) {
        self.path = path
        let files = FileManager.default
        var isFolder = false
        if files.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder else {
                throw .output("\(path): a file stands there; choose another place with -o")
            }
        } else {
            do {
                try files.createDirectory(
                    atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw .output("\(path): the folder cannot be made; choose another place with -o")
            }
        }
        guard !inputs.contains(where: { resolvedPath($0) == resolvedPath(path) }) else {
            throw .output("\(path): the results would mix with the networks; choose another place with -o")
        }
        let names = (try? files.contentsOfDirectory(atPath: path)) ?? []
        let isOurs = names.contains(BatchLock.fileName) || names.contains("summary.json")
        guard isOurs || names.allSatisfy({ $0.hasPrefix(".") }) else {
            throw .output(
                "\(path): has files that are not of a batch and could be overwritten; choose a new or an empty folder with -o"
            )
        }
        lock = try BatchLock(folder: path)
        // `AtomicFile` names them `NAME.PROCESS-ATTEMPT.part`.
        for name in names where name.wholeMatch(of: /.+\.[0-9]+-[0-9]+\.part/.dotMatchesNewlines()) != nil {
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
        do { try AtomicFile.write(bytes, to: path(of: name), durably: false) } catch {
            throw .unwritable(error)
        }
    }

    /// Takes a file away, where there is one.
    func remove(_ name: String) { unlink(path(of: name)) }
}
