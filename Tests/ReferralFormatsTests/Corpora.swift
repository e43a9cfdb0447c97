import Glibc
import ReferralFormats

/// The folder of texts nobody here wrote, when the environment variable `REBOUND_CORPORA` names it.
enum Corpora {
    static let folder: String? = getenv("REBOUND_CORPORA").map { String(cString: $0) }

    static func path(_ name: String) -> String { (folder ?? "") + "/torture/" + name }

    /// A file or folder of the corpora, such as `linkedin/variants`.
    static func outside(_ name: String) -> String { (folder ?? "") + "/" + name }

    static func files(in name: String) -> [String] { folder == nil ? [] : fileNames(in: path(name)) }

    /// The texts of the big list of naughty strings.
    static func naughtyStrings() throws -> [String] {
        let document = try JSONDocument(FileBytes.read(path: path("blns/blns.json")))
        return document.children(of: 0).map { document.string(of: $0) }
    }
}

/// What is in a folder, sorted, hidden files left out.
func fileNames(in folder: String) -> [String] {
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
