internal import ContentLines
public import Foundations
internal import ReferralGraph

/// A file of vCards that is kept as it is, byte for byte, but for single properties of its cards.
public struct CardFile {
    /// Its name, for places.
    public let file: String
    /// The cards in it, in their order.
    public private(set) var cards: [Card] = []
    private let bytes: [UInt8]

    /// One card of the file.
    public struct Card {
        /// What an import would read of it; `nil` for what is no person.
        public let record: ContactRecord?
        /// Its UID.
        public let uid: String?
        /// Why it must stay as it is; `nil` for a whole card of version 3.0 or 4.0.
        public let reasonToKeep: String?
        /// How its lines end.
        public let lineBreak: [UInt8]
        /// Whether it names one employer in one line, which another one can take the place of.
        public let hasOneJob: Bool
        fileprivate let lines: [(name: String, range: Range<Int>)]
    }

    /// What to change on a card. Lines come with their ends.
    public struct Change: Equatable, Sendable {
        /// Properties to add at the end of the card.
        public var added: [UInt8] = []
        /// The employer and the title in place of those on the card; `nil` to leave them.
        public var job: [UInt8]?
        /// The line of REV, if the card has one.
        public var revision: [UInt8] = []

        /// Makes a change that changes nothing.
        public init() {}

        /// Whether there is nothing to change; a revision alone is none.
        public var isEmpty: Bool { added.isEmpty && job == nil }
    }

    /// Takes a file apart.
    /// - Complexity: O(bytes).
    public init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        guard !looksLikeWideUnicode(bytes) else {
            cards = VCardDocument(bytes: bytes, file: file).cards.map { card in
                Card(
                    card, record: Self.record(of: card, file), reasonToKeep: "it is not in UTF-8", [], bytes)
            }
            return
        }
        var lines = ContentLines(bytes)
        var open: [(name: String, range: Range<Int>)] = []
        while let line = lines.next(keepsFoldSpace: false) {
            let property = ContentProperty(line)
            let name = property?.name ?? ""
            let isBoundary = (property?.plainText?.uppercased() ?? "") == "VCARD"
            if name == "BEGIN", isBoundary, !open.isEmpty { close(&open) }
            if !open.isEmpty || name == "BEGIN" && isBoundary { open.append((name, line.range)) }
            if name == "END", isBoundary, !open.isEmpty { close(&open) }
        }
        if !open.isEmpty { close(&open) }
    }

    private mutating func close(_ lines: inout [(name: String, range: Range<Int>)]) {
        defer { lines = [] }
        let range = lines[0].range.lowerBound..<lines[lines.count - 1].range.upperBound
        let document = VCardDocument(bytes: Array(bytes[range]), file: file)
        guard let card = document.cards.first else { return }
        let reason: String? =
            lines.last?.name != "END" || document.cards.count > 1
            ? "it is damaged" : card.syntax == .versit ? "it is of version 2.1" : nil
        cards.append(
            Card(card, record: Self.record(of: card, file), reasonToKeep: reason, lines, bytes))
    }

    private static func record(of card: VCard, _ file: String) -> ContactRecord? {
        var contact = VCardContact(card, file: file)
        contact.read()
        return contact.reasonToSkip == nil ? contact.record : nil
    }

    /// The file with changes of its cards, by their positions; every other byte stays.
    /// - Complexity: O(bytes).
    public func bytes(changing changes: [Int: Change]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        /// Goes on to a place, and puts something in front of what is there or in its place.
        func put(_ new: [UInt8], _ range: Range<Int>) {
            result += bytes[position..<range.lowerBound] + new
            position = range.upperBound
        }
        for (number, card) in cards.enumerated() {
            guard let change = changes[number], !change.isEmpty, card.reasonToKeep == nil else { continue }
            var job = change.job
            for line in card.lines {
                switch line.name {
                case "ORG" where change.job != nil, "TITLE" where change.job != nil:
                    put(job ?? [], line.range)
                    job = []
                case "REV" where !change.revision.isEmpty: put(change.revision, line.range)
                case "END":
                    put((job ?? []) + change.added, line.range.lowerBound..<line.range.lowerBound)
                default: break
                }
            }
        }
        return result + bytes[position...]
    }
}

extension CardFile.Card {
    fileprivate init(
        _ card: VCard, record: ContactRecord?, reasonToKeep: String?,
        _ lines: [(name: String, range: Range<Int>)], _ bytes: [UInt8]
    ) {
        self.record = record
        self.reasonToKeep = reasonToKeep
        self.lines = lines
        uid = card.uid
        let first = lines.first.map { bytes[$0.range] } ?? []
        lineBreak = first.contains(13) ? (first.contains(10) ? [13, 10] : [13]) : [10]
        let employers = lines.count { $0.name == "ORG" }
        hasOneJob = employers <= 1 && lines.count { $0.name == "TITLE" } <= 1
    }
}

extension CardFile {
    /// The files of cards in a folder and the folders within, by their paths there.
    /// - Throws: ``Foundations/ReadError``.
    public static func files(inFolder path: String) throws(ReadError) -> [CardFile] {
        var files: [CardFile] = []
        for name in try filePaths(under: path, endings: SourceReader.vCard.endingsInZips) {
            files.append(CardFile(bytes: try FileBytes.read(path: "\(path)/\(name)"), file: name))
        }
        return files
    }
}
