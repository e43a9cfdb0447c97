/// Why an archive was not read.
public enum ArchiveError: Error, Equatable, Sendable {
    /// The library that unpacks cannot be loaded; in words, with what to install.
    case libraryMissing(String)
    /// Limits that make no sense, in words.
    case limitInvalid(String)
    /// The file is no zip archive.
    case notZip
    /// It is one, but cut off or changed; the entry, empty when it is the whole archive, and the library's
    /// words.
    case damaged(entry: String, reason: String)
    /// The content of an entry is encrypted.
    case encrypted(entry: String)
    /// There are more entries than the limit.
    case tooManyEntries(limit: Int)
    /// An entry unpacks to more bytes than the limit.
    case entryTooLarge(entry: String, limit: Int)
    /// Everything that is read unpacks to more bytes than the limit.
    case tooLarge(limit: Int)
    /// The content is so many times as large as the archive that it can only be meant to fill the memory.
    case ratioTooHigh(limit: Int)
}

extension ArchiveError {
    /// The error as it is told about an archive.
    /// - Parameter path: The archive as the user named it.
    public func diagnostic(path: String) -> Diagnostic {
        let kind: Diagnostic.Kind =
            switch self {
            case .tooManyEntries, .entryTooLarge, .tooLarge, .ratioTooHigh: .archiveTooLarge
            default: .archiveInvalid
            }
        let (found, expected, hint) = words
        return Diagnostic(kind, file: path, found: found, expected: expected, hint: hint)
    }

    private var words: (found: String, expected: String, hint: String) {
        let again = "is it complete? copy or download it again"
        switch self {
        case .libraryMissing(let reason): return (reason, "a library that unpacks zip archives", "")
        case .limitInvalid(let reason):
            return ("limits of which \(reason)", "limits that allow something", "")
        case .notZip:
            return ("a file that is no zip archive", "a zip archive", "unpack it and name the folder instead")
        case .damaged(let entry, let reason):
            let place = entry.isEmpty ? "a damaged zip archive" : "the damaged entry \(quoted(entry))"
            return ("\(place): \(reason)", "a zip archive that can be unpacked", again)
        case .encrypted(let entry):
            return (
                "the encrypted entry \(quoted(entry))", "a zip archive without a password",
                "unpack it with the password and name the folder instead"
            )
        case .tooManyEntries(let limit):
            return ("more than \(limit) entries", "at most \(limit)", "is this the right archive?")
        case .entryTooLarge(let entry, let limit):
            return (
                "the entry \(quoted(entry)), which unpacks to more than \(limit) bytes", "at most \(limit)",
                "is this the right archive?"
            )
        case .tooLarge(let limit):
            return (
                "content that unpacks to more than \(limit) bytes", "at most \(limit)",
                "is this the right archive?"
            )
        case .ratioTooHigh(let limit):
            return (
                "content more than \(limit) times as large as the archive", "at most \(limit) times",
                "this looks like a zip bomb; do not unpack it"
            )
        }
    }
}
