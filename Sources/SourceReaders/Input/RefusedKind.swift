internal import Foundations

/// A kind of file that is known and not read, and the way out.
public struct RefusedKind: Sendable {
    let found: String
    let hint: String
    private let recognises: @Sendable (_ start: [UInt8], _ path: String) -> Bool

    private static let all = [
        RefusedKind(
            found: "an Outlook data file (PST)",
            hint: "make an mbox of it, for example with `readpst -o FOLDER FILE`, and import the folder",
            recognises: { start, _ in start.starts(with: [0x21, 0x42, 0x44, 0x4E]) }),
        RefusedKind(
            found: "a spreadsheet", hint: "save it as CSV UTF-8 and import that",
            recognises: { start, path in
                ZipArchive.recognises(bytes: start)
                    && [".xlsx", ".ods"].contains(where: path.lowercased().hasSuffix)
            }),
        RefusedKind(
            found: "a zip without a LinkedIn archive, address books or mail",
            hint: "unpack it and name the files in it",
            recognises: { start, _ in ZipArchive.recognises(bytes: start) }),
    ]
}

extension RefusedKind {
    /// The kind of an input; `nil` for others.
    init?(of input: SourceInput) {
        guard let start = input.start, let kind = Self.all.first(where: { $0.recognises(start, input.path) })
        else { return nil }
        self = kind
    }
}
