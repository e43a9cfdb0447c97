internal import Foundations

/// The bytes of a graph's file: where they are, and how they begin, unpacked where they were packed.
struct GraphSource {
    /// All bytes, where they had to be read or unpacked; `nil` for a file that is read in pieces.
    private(set) var bytes: [UInt8]?
    /// The first bytes.
    private(set) var start: [UInt8]
    /// How the file is packed; `nil` where it is not.
    private(set) var packing: PackedFile.Packing?
    private let name: GraphFileName

    /// Whether the start is all there is.
    var isWhole: Bool { start.count < TextHead.byteCount }

    /// Opens a file, a pipe or standard input.
    /// - Throws: ``GraphFailure``.
    init(_ path: String) throws(GraphFailure) {
        name = GraphFileName(path: path)
        do throws(ReadError) {
            if path != "-", let start = try FileBytes.start(ofFile: path, count: TextHead.byteCount) {
                (bytes, self.start) = (nil, start)
            } else {
                let all =
                    path == "-"
                    ? try FileBytes.readStandardInput(limit: .max)
                    : try FileBytes.read(path: path, limit: .max)
                (bytes, start) = (all, Array(all.prefix(TextHead.byteCount)))
            }
        } catch {
            throw .unreadable(error)
        }
        try unpack(path)
    }

    /// The whole file.
    /// - Throws: ``GraphFailure/unreadable(_:)``.
    func whole(_ path: String) throws(GraphFailure) -> [UInt8] {
        if let bytes { return bytes }
        do { return try FileBytes.read(path: path, limit: .max) } catch { throw .unreadable(error) }
    }

    /// As much as memory may hold: an edge list packs to a tenth, repetitive ones to a hundredth.
    private static var limits: ArchiveLimits {
        (try? ArchiveLimits(entryBytes: 1 << 36, totalBytes: 1 << 36, ratio: 2_000)) ?? .standard
    }

    private mutating func unpack(_ path: String) throws(GraphFailure) {
        guard let packing = PackedFile.Packing(beginning: start) else { return }
        self.packing = packing
        let place: PackedFile.Place = bytes.map { .bytes($0) } ?? .file(path)
        var archive: PackedFile?
        var names = [""]
        do throws(ArchiveError) {
            let file = PackedFile(place, packing, limits: Self.limits)
            if packing == .zip || packing == .tar {
                archive = file
            } else {
                take(try file.contents())
                if PackedFile.Packing(beginning: start) == .tar {
                    archive = PackedFile(place, packing, isArchive: true, limits: Self.limits)
                }
            }
            if let archive {
                names = try archive.fileNames()
                if names.count == 1 { take(try archive.contents()) }
            }
        } catch {
            throw failure(error, packing)
        }
        if names.count != 1 { throw severalFiles(names, packing) }
    }

    private mutating func take(_ unpacked: [UInt8]) {
        bytes = unpacked
        start = Array(unpacked.prefix(TextHead.byteCount))
    }

    private func failure(_ error: ArchiveError, _ packing: PackedFile.Packing) -> GraphFailure {
        if case .libraryMissing(let reason) = error {
            return name.refusal(
                "a file packed by \(packing.rawValue), and \(reason)", hint: unpackCommand(packing))
        }
        guard case .damaged(_, let reason) = error else {
            return .invalid([error.diagnostic(path: name.name)])
        }
        return .invalid([
            Diagnostic(
                .archiveInvalid, file: name.name,
                found: "a file packed by \(packing.rawValue) that cannot be unpacked: \(reason)",
                expected: GraphFileName.expectation, hint: "is it complete? copy or download it again")
        ])
    }

    private func unpackCommand(_ packing: PackedFile.Packing) -> String {
        let program =
            switch packing {
            case .gzip: "gzip -dc"
            case .bzip2: "bzip2 -dc"
            case .xz: "xz -dc"
            case .zstd: "zstd -dc"
            case .tar: "tar -xO"
            case .zip: "bsdtar -xOf -"
            }
        return name.filtered(program)
    }

    private func severalFiles(_ names: [String], _ packing: PackedFile.Packing) -> GraphFailure {
        guard !names.isEmpty else {
            return name.refusal("an archive without a file", hint: "is it the right one?")
        }
        let likely =
            names.first { Self.fileName($0).hasPrefix("out.") }
            ?? names.first { name in Self.ends.contains { name.hasSuffix($0) } } ?? names[0]
        let word = GraphFileName.shellWord(likely)
        let file = name.path == "-" ? "-" : name.argument
        let program =
            switch packing {
            case .zip: name.path == "-" ? "bsdtar -xOf -" : "unzip -p \(file)"
            case .gzip: "tar -xzOf \(file)"
            case .bzip2: "tar -xjOf \(file)"
            case .xz: "tar -xJOf \(file)"
            case .zstd: "tar --zstd -xOf \(file)"
            case .tar: "tar -xOf \(file)"
            }
        let command = "\(program) \(word) | rebound analyze -"
        let shown = names.prefix(5).map { GraphFileName.shellWord($0) }.joined(separator: ", ")
        return name.refusal(
            "an archive of \(names.count) files: \(shown)\(names.count > 5 ? ", …" : "")",
            hint: "choose one of them: \(command)")
    }

    private static let ends = [".mtx", ".edges", ".txt", ".csv", ".tsv", ".net", ".gml", ".graphml"]

    private static func fileName(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
}
