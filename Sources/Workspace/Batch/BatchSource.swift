import Foundations
internal import SystemInterface

/// One network of a batch: a JSON file or a folder of CSV tables, and the name its outputs get.
struct BatchSource: Sendable, Equatable {
    /// Within the output folder, without extension.
    let name: String
    /// Within the input folder.
    let source: String
    /// To open it.
    let path: String
    let isFolder: Bool

    /// A file of a source, as it was read once and for all.
    struct File: Sendable, Equatable {
        let name: String
        let bytes: [UInt8]
    }

    /// The networks of a folder, by name: every `.json` file but JSON Schemas, and every folder with a `people.csv`.
    ///
    /// Hidden files and folders are passed over.
    /// - Throws: ``WorkspaceError``.
    static func all(in folder: String) throws(WorkspaceError) -> [BatchSource] {
        guard try readable({ () throws(ReadError) in try FileBytes.kind(of: folder) }) == .folder else {
            throw .input(
                "\(shownPath(folder)): a file; expected a folder of networks. For one network use `rebound next`"
            )
        }
        let names = try readable { () throws(ReadError) in try FileBytes.names(inFolder: folder) }
        var found: [Found] = []
        for name in names where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            if Self.isFolder(path) {
                let tables = (try? FileBytes.names(inFolder: path)) ?? []
                if tables.contains(where: { $0.lowercased() == "people.csv" }) {
                    found.append(Found(source: name, stem: name, isFolder: true))
                }
            } else if name.lowercased().hasSuffix(".json"), !name.lowercased().hasSuffix(".schema.json") {
                found.append(Found(source: name, stem: String(name.dropLast(5)), isFolder: false))
            }
        }
        return zip(found, outputNames(of: found)).map { found, name in
            BatchSource(
                name: name, source: found.source, path: "\(folder)/\(found.source)", isFolder: found.isFolder)
        }
    }

    /// The same as `client-1`, `client-2` and so on, in an order that tells nothing of their names: that of a digest of what
    /// they hold.
    /// - Complexity: O(bytes); each source is read once.
    static func numbered(_ sources: [BatchSource]) -> [BatchSource] {
        let keyed = sources.map { source in
            var digest = InputDigest()
            for file in (try? source.contents()) ?? [] { digest.combine(file.bytes) }
            digest.combine(source.source.utf8)
            return (key: digest.text, source: source)
        }
        let width = String(sources.count).count
        return keyed.sorted { $0.key < $1.key }.enumerated().map { place, keyed in
            let digits = String(place + 1)
            let name = "client-" + String(repeating: "0", count: width - digits.count) + digits
            return BatchSource(
                name: name, source: name, path: keyed.source.path, isFolder: keyed.source.isFolder)
        }
    }

    /// What the outputs depend on besides the program: every byte of the input.
    /// - Throws: ``ReadError``, with the source's name for its path.
    func contents() throws(ReadError) -> [File] {
        do throws(ReadError) {
            guard isFolder else { return [File(name: source, bytes: try Self.bytes(path))] }
            var files: [File] = []
            for name in try FileBytes.names(inFolder: path) where name.lowercased().hasSuffix(".csv") {
                let file = "\(path)/\(name)"
                guard (try? FileBytes.kind(of: file)) != nil, !Self.isFolder(file) else { continue }
                files.append(File(name: name, bytes: try Self.bytes(file)))
            }
            return files
        } catch {
            throw error.naming(source)
        }
    }

    private static func isFolder(_ path: String) -> Bool { (try? FileBytes.kind(of: path)) == .folder }

    /// A pipe among the files would keep the batch waiting for ever.
    private static func bytes(_ path: String) throws(ReadError) -> [UInt8] {
        if try FileBytes.kind(of: path) == .stream {
            throw .failed(path: path, reason: "it is a pipe or a device")
        }
        return try FileBytes.read(path: path)
    }

    private struct Found {
        let source: String
        let stem: String
        let isFolder: Bool
    }

    /// A name for each source: its own without extension, with it where two would share a name, and a number where
    /// that is taken too. Long ones are cut, because extensions are added to them.
    private static func outputNames(of found: [Found]) -> [String] {
        let uses = Dictionary(grouping: found, by: \.stem).mapValues(\.count)
        func isOwn(_ stem: String) -> Bool {
            uses[stem] == 1 && !reserved.contains(stem) && fits(stem)
        }
        var taken = Set(found.map(\.stem).filter(isOwn)).union(reserved)
        return found.map { source in
            if isOwn(source.stem) { return source.stem }
            let full = cut(source.source) + (source.isFolder ? ".tables" : "")
            var name = full
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(full)-\(number)"
                number += 1
            }
            return name
        }
    }

    /// What files over all networks are called.
    private static let reserved: Set = ["summary", "index", "connectors", "totals"]

    private static let mostBytes = 200

    private static func fits(_ name: String) -> Bool { name.utf8.count <= mostBytes }

    private static func cut(_ name: String) -> String {
        guard !fits(name) else { return name }
        var fingerprint = InputDigest()
        fingerprint.combine(name.utf8)
        var head = Substring(name)
        while head.utf8.count > mostBytes - 40 { head.removeLast() }
        return "\(head)-\(fingerprint.text)"
    }
}

extension ReadError {
    /// The same about a file that goes by another name.
    fileprivate func naming(_ path: String) -> ReadError {
        switch self {
        case .noSuchFile: .noSuchFile(path: path)
        case .notPermitted: .notPermitted(path: path)
        case .isFolder: .isFolder(path: path)
        case .tooLarge(_, let limit): .tooLarge(path: path, limit: limit)
        case .failed(_, let reason): .failed(path: path, reason: reason)
        }
    }
}
