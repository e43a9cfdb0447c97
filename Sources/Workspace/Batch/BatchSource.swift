internal import FoundationEssentials
import ReferralFormats

/// One network of a batch: a JSON file or a folder of CSV tables, and the name its outputs get.
struct BatchSource: Sendable, Equatable {
    /// Within the output folder, without extension.
    let name: String
    /// Within the input folder.
    let source: String
    /// To open it.
    let path: String
    let isFolder: Bool

    /// The networks of a folder, by name: every `.json` file but JSON Schemas, and every folder with a `people.csv`.
    ///
    /// A name that two of them would share gets the extension too.
    /// - Throws: ``WorkspaceError``.
    static func all(in folder: String) throws(WorkspaceError) -> [BatchSource] {
        let files = FileManager.default
        let names: [String]
        var isFolder = false
        guard files.fileExists(atPath: folder, isDirectory: &isFolder) else {
            throw .unreadable(.noSuchFile(path: folder))
        }
        guard isFolder else { throw .output("\(folder): a file; batch takes a folder of networks") }
        do { names = try files.contentsOfDirectory(atPath: folder) } catch {
            throw .unreadable(.notPermitted(path: folder))
        }
        let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let found = sorted.compactMap { name -> (stem: String, name: String, isFolder: Bool)? in
            if name.hasSuffix(".json"), !name.hasSuffix(".schema.json"), !name.hasPrefix(".") {
                return (String(name.dropLast(5)), name, false)
            }
            return files.fileExists(atPath: "\(folder)/\(name)/people.csv") ? (name, name, true) : nil
        }
        let uses = Dictionary(grouping: found, by: \.stem).mapValues(\.count)
        return found.map { stem, name, isFolder in
            let isShared = uses[stem, default: 0] > 1 || stem == "summary" || stem == "index"
            return BatchSource(
                name: isShared ? name + (isFolder ? ".tables" : "") : stem, source: name,
                path: "\(folder)/\(name)",
                isFolder: isFolder)
        }
    }

    /// What the outputs depend on besides the program: every byte of the input.
    /// - Throws: ``ReadError``.
    func contents() throws(ReadError) -> [[UInt8]] {
        guard isFolder else { return [try FileBytes.read(path: path)] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        var contents: [[UInt8]] = []
        for name in names.sorted() where name.hasSuffix(".csv") {
            contents.append(Array(name.utf8))
            contents.append(try FileBytes.read(path: "\(path)/\(name)"))
        }
        return contents
    }
}
