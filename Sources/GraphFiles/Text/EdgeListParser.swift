internal import GraphAlgorithms

/// Parses the lines of one piece of text after another: one parser belongs to one thread.
struct EdgeListParser {
    /// The lines to parse.
    var buffer: [UInt8] = []
    /// The greatest label of the last piece.
    private(set) var greatest: UInt32 = 0
    /// The greatest first label of the last piece.
    private(set) var greatestSource: UInt32 = 0
    /// The comments of the last piece.
    private(set) var commentCount = 0
    /// The loops of the last piece.
    private(set) var loopCount = 0

    private let text: EdgeListText
    private var pairs: [UInt64] = []
    private var weights: [Double] = []
    private var names = NameTable()

    init(text: EdgeListText) { self.text = text }

    /// The edges of the last piece.
    func takeBlock() -> EdgeBlocks.Block { EdgeBlocks.Block(pairs: pairs, weights: weights) }

    /// The names of the last piece.
    mutating func takeNames() -> NameTable? {
        guard text.labels == .names else { return nil }
        defer { names = NameTable() }
        return names
    }

    /// Reads the edges of some lines, the last of which ends with a line feed.
    /// - Throws: ``EdgeListError/malformedLine(_:text:expected:)``, the line counted from the start of the range.
    mutating func parse(_ range: Range<Int>, skipping headingLines: Int) throws(EdgeListError) {
        pairs.removeAll(keepingCapacity: true)
        weights.removeAll(keepingCapacity: true)
        (greatest, greatestSource, commentCount, loopCount) = (0, 0, 0, 0)
        // A line feed behind the last line is a place to stop at without looking for the end at each byte.
        let (buffer, text) = (buffer, text)
        let isPlain = text.isPlain
        var names = names
        self.names = NameTable()
        var failure: EdgeListError?
        buffer.withUnsafeBufferPointer { bytes in
            var cursor = LineCursor(
                bytes: bytes.baseAddress!, position: range.lowerBound, separator: text.separator)
            var line = 0
            while cursor.position < range.upperBound {
                line += 1
                let start = cursor.position
                if line <= headingLines {
                    cursor.skipLine()
                    continue
                }
                let first = cursor.firstByte
                if first == Self.feed {
                    cursor.skipLine()
                    continue
                }
                if first == Self.hash || first == Self.percent, isComment(cursor) {
                    commentCount += 1
                    cursor.skipLine()
                    continue
                }
                do throws(LineFault) {
                    isPlain ? try parsePlain(&cursor) : try parseFields(&cursor, &names)
                } catch {
                    failure = .malformedLine(
                        line, text: Self.excerpt(bytes, start), expected: text.expectation(error))
                    return
                }
                cursor.skipLine()
            }
        }
        self.names = names
        if let failure { throw failure }
    }

    private static let feed = UInt8(ascii: "\n")
    private static let hash = UInt8(ascii: "#")
    private static let percent = UInt8(ascii: "%")

    /// Whether a line that begins with a mark is a comment: not where such words are names and it has enough fields.
    private func isComment(_ cursor: LineCursor) -> Bool {
        if text.marks == .comments { return true }
        let next = cursor.bytes[cursor.position + 1]
        if next <= 32 || next == cursor.bytes[cursor.position] { return true }
        let count = cursor.fieldCount()
        return text.marks == .names ? count < 2 : count != text.usualFields
    }

    /// Two numbers at the start of a line, and possibly a weight.
    @inline(__always)
    private mutating func parsePlain(_ cursor: inout LineCursor) throws(LineFault) {
        guard let source = cursor.number(), cursor.goToNextField(), let target = cursor.number() else {
            throw .labels
        }
        try append(source, target)
        guard text.readsWeights, cursor.goToNextField() else { return appendWeight(1) }
        guard let field = cursor.field(), let weight = cursor.weight(field) else { throw .weight }
        appendWeight(weight)
    }

    /// Fields in columns anywhere.
    private mutating func parseFields(_ cursor: inout LineCursor, _ names: inout NameTable) throws(LineFault)
    {
        if text.marks == .unclear, cursor.firstByte == Self.hash || cursor.firstByte == Self.percent {
            throw .mark
        }
        let columns = text.columns
        let weightColumn = text.readsWeights ? columns.weight : nil
        let last = max(columns.source, columns.target, weightColumn ?? 0, columns.direction ?? 0)
        var (source, target, weight): (UInt32?, UInt32?, Double?) = (nil, nil, nil)
        var column = 0
        repeat {
            if column > last, text.mostFields == nil { break }
            if text.labels != .names, column == columns.source || column == columns.target {
                guard let number = cursor.number() else { throw .labels }
                if column == columns.source { source = number } else { target = number }
                column += 1
                continue
            }
            guard let field = cursor.field() else { throw .quotes }
            if column == columns.source || column == columns.target {
                guard !field.isEmpty else { throw .emptyLabel }
                let number = cursor.name(field, &names)
                if column == columns.source { source = number } else { target = number }
            } else if column == weightColumn {
                guard let number = cursor.weight(field) else { throw .weight }
                weight = number
            } else if column == columns.direction {
                guard cursor.isOne(of: text.directionWords, field) else { throw .direction }
            } else if let most = text.mostFields, column >= most, !field.isEmpty {
                throw .tooManyFields
            }
            column += 1
        } while cursor.goToNextField()
        guard let source, let target else { throw .labels }
        try append(source, target)
        appendWeight(weight ?? 1)
    }

    @inline(__always)
    private mutating func append(_ source: UInt32, _ target: UInt32) throws(LineFault) {
        guard source >= text.labels.least, source <= text.labels.greatestSource,
            target >= text.labels.least, target <= text.labels.greatestTarget
        else { throw .outOfRange }
        pairs.append(UInt64(source) << 32 | UInt64(target))
        greatest = max(greatest, source, target)
        greatestSource = max(greatestSource, source)
        if source == target { loopCount &+= 1 }
    }

    @inline(__always)
    private mutating func appendWeight(_ weight: Double) {
        if !weights.isEmpty {
            weights.append(weight)
        } else if weight != 1 {
            weights = [Double](repeating: 1, count: pairs.count - 1)
            weights.append(weight)
        }
    }

    private static func excerpt(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> String {
        let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return String(decoding: line.prefix(60), as: UTF8.self) + (line.count > 60 ? "..." : "")
    }
}

/// What can be wrong with a line.
enum LineFault: Error {
    case labels, emptyLabel, outOfRange, quotes, weight, direction, tooManyFields, mark
}

extension EdgeListText {
    /// What should have stood in a line, in words.
    func expectation(_ fault: LineFault) -> String {
        switch fault {
        case .labels: labels == .names ? "two names" : "two whole numbers below 4294967295"
        case .emptyLabel: "a name in columns \(columns.source + 1) and \(columns.target + 1)"
        case .outOfRange: labels.range
        case .quotes: "quotes that close at the end of a cell"
        case .weight: "a finite weight of at least 0 in the \(Self.ordinal(columns.weight ?? 2)) column"
        case .direction:
            "\"\(String(decoding: directionWords.first ?? [], as: UTF8.self))\" in column \((columns.direction ?? 0) + 1), as above"
        case .tooManyFields: "at most \(mostFields ?? 0) cells, as many as the heading has"
        case .mark: "a comment or a name that begins with \"#\" or \"%\", and it could be either"
        }
    }

    private static func ordinal(_ column: Int) -> String {
        switch column {
        case 0: "first"
        case 1: "second"
        case 2: "third"
        default: "\(column + 1)th"
        }
    }
}
