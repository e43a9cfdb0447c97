internal import Foundations

extension SourceInput {
    /// The address books, calendars and mailboxes in a zip, such as Google Takeout's, unpacked in memory; `nil` for what is no zip or
    /// has none of them, and for an archive that is a source itself.
    /// - Throws: ``SourceError``; of a zip that is damaged or too large with what is wrong.
    /// - Complexity: O(bytes).
    public func parts() throws(SourceError) -> [SourceInput]? {
        guard !isFolder else { return nil }
        let start = try SourceError.reading { () throws(ReadError) in
            if let bytes { return Array(bytes.prefix(4)) }
            return try FileBytes.start(ofFile: path, count: 4) ?? []
        }
        guard ZipArchive.recognises(bytes: start), !SourceReader.linkedIn.recognises(self, SourceOptions())
        else { return nil }
        do throws(ArchiveError) {
            let archive = if let bytes { try ZipArchive(bytes: bytes) } else { try ZipArchive(path: path) }
            var parts: [(input: SourceInput, reader: SourceReader)] = []
            while let entry = try archive.next() {
                let name = entry.name.lowercased()
                guard entry.isFile, Self.endings.contains(where: name.hasSuffix), !name.contains("__macosx/")
                else { continue }
                let part = SourceInput(path: "\(path)/\(entry.name)", bytes: try archive.contents())
                // Beside the vCards lies the same as a table.
                if let reader = SourceReader.recognising(part, SourceOptions()), !reader.endingsInZips.isEmpty
                {
                    parts.append((part, reader))
                }
            }
            guard !parts.isEmpty else { return nil }
            // Takeout has a file for each label and calendar, some of which hold no one; one that holds people is enough.
            let full = parts.filter { part in
                guard part.reader.comesInParts, let records = try? part.reader.read(part.input) else {
                    return !part.reader.comesInParts
                }
                return !records.diagnostics.contains { $0.identifier == .listEmpty }
            }
            return (full.isEmpty ? parts : full).map(\.input)
        } catch {
            throw .invalid([error.diagnostic(path: path)])
        }
    }

    private static let endings = SourceReader.all.flatMap(\.endingsInZips)
}
