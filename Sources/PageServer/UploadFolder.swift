internal import Glibc
internal import Synchronization
internal import SystemInterface

/// A private folder for uploads: made for the first, removed with the server.
final class UploadFolder: Sendable {
    private let parent: String
    private let state = Mutex(State())

    private struct State {
        var path: String?
        var count = 0
    }

    init(in parent: String) { self.parent = parent }

    /// Opens a new file of a name, in a folder of its own.
    /// - Throws: ``Refusal``, if the system refuses.
    func open(_ name: String) throws(Refusal) -> Upload {
        let folder: Result<String, Refusal> = state.withLock { state in
            if state.path == nil {
                var template =
                    SystemPath.bytes(of: parent + "/rebound-XXXXXX").map { CChar(bitPattern: $0) } + [0]
                guard mkdtemp(&template) != nil else { return .failure(.cannotKeep()) }
                state.path = SystemPath.text(template.dropLast().map { UInt8(bitPattern: $0) })
            }
            state.count += 1
            let path = "\(state.path!)/\(state.count)"
            return path.withSystemPath { mkdir($0, 0o700) } == 0 ? .success(path) : .failure(.cannotKeep())
        }
        return try Upload(name, in: folder.get())
    }

    /// Removes the folder with whatever is left in it.
    func remove() {
        let path = state.withLock { state in
            defer { state.path = nil }
            return state.path
        }
        guard let path else { return }
        for index in 0...state.withLock({ $0.count }) { removeFolder("\(path)/\(index)") }
        _ = path.withSystemPath { rmdir($0) }
    }
}

/// A file that is being sent.
final class Upload: Sendable {
    /// Where it lies.
    let path: String
    private let folder: String
    private let state: Mutex<(descriptor: Int32, count: Int)>

    fileprivate init(_ name: String, in folder: String) throws(Refusal) {
        self.folder = folder
        path = "\(folder)/\(name)"
        let descriptor = path.withSystemPath {
            Glibc.open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        }
        state = Mutex((descriptor, 0))
        guard descriptor >= 0 else {
            let refusal = Refusal.cannotKeep()
            removeFolder(folder)
            throw refusal
        }
    }

    /// The bytes that arrived.
    var count: Int { state.withLock { $0.count } }

    /// Writes what arrived.
    /// - Throws: ``Refusal``, if the system refuses, such as for want of room.
    func append(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
        let isWritten = state.withLock { state in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = write(
                    state.descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written > 0 { rest = rest.dropFirst(written) } else if errno != EINTR { return false }
            }
            state.count += bytes.count
            return true
        }
        guard isWritten else { throw .cannotKeep() }
    }

    /// Ends writing.
    func close() {
        state.withLock { state in
            if state.descriptor >= 0 { Glibc.close(state.descriptor) }
            state.descriptor = -1
        }
    }

    /// Removes the file, unless it was moved elsewhere.
    func remove() {
        close()
        removeFolder(folder)
    }
}

extension Refusal {
    /// A file cannot be written, for the reason in `errno`.
    fileprivate static func cannotKeep() -> Refusal { cannotKeep(reason: String(cString: strerror(errno))) }
}

/// Removes a folder and the files in it.
private func removeFolder(_ path: String) {
    guard let listing = path.withSystemPath({ opendir($0) }) else { return }
    while let entry = readdir(listing) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { SystemPath.text($0) }
        }
        if name != ".", name != ".." { _ = "\(path)/\(name)".withSystemPath { unlink($0) } }
    }
    closedir(listing)
    _ = path.withSystemPath { rmdir($0) }
}
