/// What the first lines of an edge list tell about the rest of it.
struct EdgeListOutline: Equatable {
    /// Whether all nodes seen are whole numbers, written the usual way.
    let hasNumbers: Bool
    /// How many lines at the top hold no edge.
    let headingLines: Int
    /// The last of these lines.
    let heading: String?

    /// Looks at the start of a text.
    /// - Parameters:
    ///   - start: Its first bytes.
    ///   - isWhole: Whether that is all of it; the last line may be cut otherwise.
    init(_ start: [UInt8], isWhole: Bool) {
        let lines = Self.lines(of: start, isWhole: isWhole)
        var edges = lines.enumerated().filter { !$0.element.isComment }
        let isMatrixMarket = start.starts(with: "%%MatrixMarket".utf8)
        if let first = edges.first, isMatrixMarket || Self.isHeading(first.element, edges.dropFirst()) {
            headingLines = first.offset + 1
            heading = first.element.text
            edges.removeFirst()
        } else {
            headingLines = 0
            heading = nil
        }
        hasNumbers = edges.allSatisfy { $0.element.fields.prefix(2).allSatisfy(Self.isUsualNumber) }
    }

    /// The first line that is neither blank nor a comment.
    static func firstLine(of start: [UInt8]) -> String? {
        lines(of: start, isWhole: true).first { !$0.isComment }?.text
    }

    private struct Line {
        let text: String
        let fields: [Substring]
        var isComment: Bool {
            fields.isEmpty || fields[0].hasPrefix("#") || fields[0].hasPrefix("%")
        }

        init(_ bytes: ArraySlice<UInt8>) {
            text = String(
                decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
            fields = text.split { $0 == " " || $0 == "\t" || $0 == "," || $0 == ";" || $0 == "\r" }
        }
    }

    /// No more lines than these are looked at.
    private static let mostLines = 1_000

    private static func lines(of start: [UInt8], isWhole: Bool) -> [Line] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var rest = start.starts(with: mark) ? start[3...] : start[...]
        if !isWhole, let end = rest.lastIndex(of: UInt8(ascii: "\n")) { rest = rest[..<end] }
        return rest.split(
            separator: UInt8(ascii: "\n"), maxSplits: mostLines, omittingEmptySubsequences: false
        ).prefix(mostLines).map(Line.init)
    }

    /// What columns of nodes are called.
    private static let columnNames: Set<[String]> = [
        ["source", "target"], ["from", "to"], ["src", "dst"], ["src", "dest"], ["u", "v"],
        ["node1", "node2"],
        ["node_1", "node_2"], ["id1", "id2"], ["id_1", "id_2"], ["fromnodeid", "tonodeid"], ["head", "tail"],
        ["tail", "head"], ["start", "end"], ["fromnode", "tonode"], ["from_node", "to_node"],
        ["source_id", "target_id"],
    ]

    /// Whether a line names columns: by its words, or as the only one without numbers where all others have them.
    private static func isHeading(_ line: Line, _ others: ArraySlice<(offset: Int, element: Line)>) -> Bool {
        let fields = line.fields.map { $0.filter { $0 != "\"" } }
        guard fields.count >= 2 else { return false }
        if columnNames.contains(fields.prefix(2).map { $0.lowercased() }) { return true }
        guard !others.isEmpty else { return false }
        if !isNumber(fields[0]), !isNumber(fields[1]),
            others.allSatisfy({ $0.element.fields.prefix(2).allSatisfy { isNumber($0) } })
        {
            return true
        }
        return fields.count >= 3 && Double(fields[2]) == nil
            && others.allSatisfy { $0.element.fields.count >= 3 && Double($0.element.fields[2]) != nil }
    }

    private static func isNumber(_ field: some StringProtocol) -> Bool {
        !field.isEmpty && field.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// A number that is printed as it was written.
    private static func isUsualNumber(_ field: Substring) -> Bool {
        isNumber(field) && (field.utf8.count == 1 || field.utf8.first != 48)
    }
}
