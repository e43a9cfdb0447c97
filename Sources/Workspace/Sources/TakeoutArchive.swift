internal import Foundations
internal import SourceReaders

/// Google Takeout's zip, and any other in which address books and mailboxes lie.
enum TakeoutArchive {
    /// The address books and mailboxes in a zip, unpacked in memory; `nil` for what is no zip or has none of them, and for
    /// an archive of LinkedIn's.
    /// - Throws: ``WorkspaceError``; of a zip that is damaged or too large with what is wrong.
    /// - Complexity: O(bytes).
    static func parts(of input: ImportInput) throws(WorkspaceError) -> [ImportInput]? {
        guard !input.isFolder else { return nil }
        let start = try readable { () throws(ReadError) in
            if let bytes = input.bytes { return Array(bytes.prefix(4)) }
            return try FileBytes.start(ofFile: input.path, count: 4) ?? []
        }
        guard ZipArchive.recognises(bytes: start) else { return nil }
        let isLinkedIns =
            input.bytes.map { LinkedInArchiveReader.recognises(bytes: $0) }
            ?? LinkedInArchiveReader.recognises(path: input.path)
        if isLinkedIns { return nil }
        do throws(ArchiveError) {
            let archive =
                if let bytes = input.bytes { try ZipArchive(bytes: bytes) } else {
                    try ZipArchive(path: input.path)
                }
            var parts: [ImportInput] = []
            while let entry = try archive.next() {
                let name = entry.name.lowercased()
                guard entry.isFile, endings.contains(where: name.hasSuffix), !name.contains("__macosx/")
                else { continue }
                let part = ImportInput(path: "\(input.path)/\(entry.name)", bytes: try archive.contents())
                // Beside the vCards lies the same as a table.
                if part.recognisedFormat(hasMapping: false).map(kinds.contains) == true { parts.append(part) }
            }
            return parts.isEmpty ? nil : withoutEmptyBooks(parts)
        } catch {
            throw .invalid([error.diagnostic(path: input.path)])
        }
    }

    private static let endings = [".vcf", ".vcard", ".csv", ".mbox", ".eml"]
    private static let kinds: Set<SourceFormat> = [.vCard, .googleContacts, .mail]

    /// Takeout has a file for each label, some of which nobody has; one that holds people is enough.
    private static func withoutEmptyBooks(_ parts: [ImportInput]) -> [ImportInput] {
        let full = parts.filter { part in
            guard let bytes = part.bytes, part.recognisedFormat(hasMapping: false) != .mail else {
                return true
            }
            let isCards = VCardReader.recognises(bytes: bytes)
            let records =
                isCards
                ? VCardReader.read(bytes: bytes, file: part.path)
                : GoogleContactsReader.read(bytes: bytes, file: part.path)
            return !records.contacts.isEmpty
        }
        return full.isEmpty ? parts : full
    }
}
