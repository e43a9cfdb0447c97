public import Foundation

/// A folder that is there for one test.
public struct TemporaryFolder: Sendable {
    /// Its path, without a slash at the end.
    public let path: String

    /// Gives `body` a new folder and takes it away afterwards.
    public static func with<Value>(_ body: (TemporaryFolder) async throws -> Value) async throws -> Value {
        let path = FileManager.default.temporaryDirectory.appending(path: "rebound-\(UUID().uuidString)")
            .path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await body(TemporaryFolder(path: path))
    }

    /// Where something in the folder is.
    public func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, and the folders to it.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// Writes a file, and the folders to it.
    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = self(name)
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: file))
        return file
    }

    /// What a file has.
    public func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: self(name))), as: UTF8.self)
    }

    /// The names in a folder within, sorted.
    public func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: self(folder))) ?? []).sorted()
    }

    /// Every file of a folder within, by name.
    public func files(in folder: String) throws -> [String: Data] {
        try names(in: folder).reduce(into: [:]) { files, name in
            files[name] = try Data(contentsOf: URL(filePath: self("\(folder)/\(name)")))
        }
    }
}
