internal import FoundationEssentials
internal import Glibc
internal import SystemInterface
internal import Workspace

/// A folder for the user alone, which is removed with all that is in it when nothing refers to it any more.
final class PrivateFolder: Sendable {
    let path: String

    /// Makes a folder that nothing else has.
    /// - Throws: ``WorkspaceError/output(_:)`` when the system refuses.
    init() throws(WorkspaceError) {
        let parent = FileManager.default.temporaryDirectory.path
        var template =
            SystemPath.bytes(of: "\(parent)/rebound-import-XXXXXX").map { CChar(bitPattern: $0) } + [0]
        guard mkdtemp(&template) != nil else {
            throw .output("no folder can be made in \(parent): \(String(cString: strerror(errno)))")
        }
        path = SystemPath.text(template.dropLast().map { UInt8(bitPattern: $0) })
    }

    /// Moves a file into a folder of its own in this one; it keeps its name.
    /// - Returns: Where it is now.
    /// - Throws: ``WorkspaceError/output(_:)`` when the system refuses.
    func takeIn(_ file: String, as folder: String, named name: String) throws(WorkspaceError) -> String {
        let inside = "\(path)/\(folder)"
        do {
            try FileManager.default.createDirectory(
                atPath: inside, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            try FileManager.default.moveItem(atPath: file, toPath: "\(inside)/\(name)")
        } catch {
            try? FileManager.default.removeItem(atPath: inside)
            throw .output("\(name) cannot be kept: \(error)")
        }
        return "\(inside)/\(name)"
    }

    /// Removes what was taken in.
    func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: "\(path)/\(folder)") }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
