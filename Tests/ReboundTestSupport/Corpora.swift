import Foundation
import Glibc

/// The folder of texts no one here wrote, when the environment variable `REBOUND_CORPORA` names it.
public enum Corpora {
    /// Where it is.
    public static let folder: String? = getenv("REBOUND_CORPORA").map { String(cString: $0) }

    /// A file or folder of the texts made to break readers.
    public static func path(_ name: String) -> String { (folder ?? "") + "/torture/" + name }

    /// A file or folder of the corpora, such as `linkedin/variants`.
    public static func outside(_ name: String) -> String { (folder ?? "") + "/" + name }

    /// The names of what is in a folder of those; none without the corpora.
    public static func files(in name: String) -> [String] { folder == nil ? [] : fileNames(in: path(name)) }

    /// The texts of the big list of naughty strings.
    public static func naughtyStrings() throws -> [String] {
        let bytes = try Data(contentsOf: URL(filePath: path("blns/blns.json")))
        return try JSONDecoder().decode([String].self, from: bytes)
    }
}

/// What is in a folder, sorted, hidden files left out.
public func fileNames(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
        names.append(
            withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            })
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
}
