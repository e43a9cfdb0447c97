/// Parses the lines of one piece of text after another: one parser belongs to one thread.
struct EdgeListParser {
    /// The lines to parse.
    var buffer: [UInt8] = []
    /// The greatest label of the last piece.
    private(set) var greatest: UInt32 = 0

    private let text: EdgeListText
    private var pairs: [UInt64] = []
    private var weights: [Double] = []
    private var names = NameTable()

    init(text: EdgeListText) { self.text = text }

    /// The edges of the last piece.
    mutating func takeBlock() -> EdgeBlocks.Block {
        let block = EdgeBlocks.Block(capacity: pairs.count, isWeighted: !weights.isEmpty)
        block.count = pairs.count
        pairs.withUnsafeBufferPointer {
            if let base = $0.baseAddress { block.pairs.update(from: base, count: $0.count) }
        }
        weights.withUnsafeBufferPointer {
            if let base = $0.baseAddress { block.weights?.update(from: base, count: $0.count) }
        }
        return block
    }

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
        greatest = 0
        // A line feed behind the last line is a place to stop at without looking for the end at each byte.
        let (buffer, text) = (buffer, text)
        var names = names
        self.names = NameTable()
        var failure: EdgeListError?
        buffer.withUnsafeBufferPointer { bytes in
            var cursor = LineCursor(bytes: bytes.baseAddress!, position: range.lowerBound)
            var line = 0
            while cursor.position < range.upperBound {
                line += 1
                let start = cursor.position
                if line <= headingLines || cursor.isAtComment {
                    cursor.skipLine()
                    continue
                }
                let source = text.labels == .names ? cursor.name(&names) : cursor.number()
                let target = text.labels == .names ? cursor.name(&names) : cursor.number()
                guard let source, let target else {
                    failure = .malformedLine(
                        line, text: Self.excerpt(bytes, start), expected: Self.expected(text.labels))
                    return
                }
                pairs.append(UInt64(source) << 32 | UInt64(target))
                greatest = max(greatest, source, target)
                if text.readsWeights && !cursor.isAtEnd {
                    guard let weight = cursor.weight() else {
                        failure = .malformedLine(
                            line, text: Self.excerpt(bytes, start),
                            expected: "a finite weight of at least 0 in the third column")
                        return
                    }
                    if weight != 1 && weights.isEmpty {
                        weights = [Double](repeating: 1, count: pairs.count - 1)
                        weights.append(weight)
                    } else if !weights.isEmpty {
                        weights.append(weight)
                    }
                } else if !weights.isEmpty {
                    weights.append(1)
                }
                cursor.skipLine()
            }
        }
        self.names = names
        if let failure { throw failure }
    }

    private static func expected(_ labels: EdgeListText.Labels) -> String {
        labels == .names ? "two names" : "two whole numbers below 4294967295"
    }

    private static func excerpt(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> String {
        let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return String(decoding: line.prefix(60), as: UTF8.self) + (line.count > 60 ? "..." : "")
    }
}
