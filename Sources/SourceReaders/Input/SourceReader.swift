/// One kind of source as a value: what it is called, how it is known, and how it is read.
///
/// A new kind is a file with its reader and such a value, and a line in ``all``: what `import` recognises and reads, its help, its
/// messages and the list in the documentation come from there.
public struct SourceReader: Sendable {
    /// The kind.
    public let format: SourceFormat
    /// Its name in reports, such as `Google Contacts`.
    public let title: String
    /// What is read, as the help lists it.
    public let summary: String
    /// The same in a few words, for messages about a file that is none of the kinds.
    public let noun: String
    /// The endings, in small letters, of files of this kind that are looked for in a zip of many things.
    let endingsInZips: [String]
    /// Whether a zip may have many of them, of which some hold no one.
    let comesInParts: Bool
    /// Whether an input is of this kind, provided that it is of none before it in the registry.
    let recognises: @Sendable (SourceInput, SourceOptions) -> Bool
    private let reader: @Sendable (SourceInput, SourceOptions) throws(SourceError) -> SourceRecords

    init(
        _ format: SourceFormat, title: String, summary: String, noun: String, endingsInZips: [String] = [],
        comesInParts: Bool = false,
        recognises: @escaping @Sendable (SourceInput, SourceOptions) -> Bool,
        read: @escaping @Sendable (SourceInput, SourceOptions) throws(SourceError) -> SourceRecords
    ) {
        self.format = format
        self.title = title
        self.summary = summary
        self.noun = noun
        self.endingsInZips = endingsInZips
        self.comesInParts = comesInParts
        self.recognises = recognises
        reader = read
    }

    /// Reads an input as what this kind is.
    /// - Returns: The records; with an error among their diagnostics nothing of them counts.
    /// - Throws: ``SourceError``.
    /// - Complexity: O(bytes).
    public func read(
        _ input: SourceInput, _ options: SourceOptions = SourceOptions()
    ) throws(SourceError) -> SourceRecords {
        var records = try reader(input, options)
        records.asOf = options.asOf ?? records.asOf
        return records
    }
}
