internal import GraphAlgorithms

/// The first lines of a text, from which its shape is told.
struct TextHead {
    /// A line that is not blank.
    struct Line {
        /// Its number, from 1.
        let number: Int
        /// Its bytes, without the line break.
        let bytes: ArraySlice<UInt8>
        /// The same as text; bytes that are no UTF-8 are U+FFFD.
        let text: String
        /// `#` or `%` where it begins with that.
        let mark: Character?

        init(_ bytes: ArraySlice<UInt8>, number: Int) {
            self.number = number
            self.bytes = bytes
            text = String(decoding: bytes, as: UTF8.self)
            let first = text.first { $0 != " " && $0 != "\t" }
            mark = first == "#" || first == "%" ? first : nil
        }

        /// Whether the mark stands before a word, so that both could be a name.
        var marksWord: Bool {
            guard mark != nil, let next = text.drop(while: { $0 == " " || $0 == "\t" }).dropFirst().first
            else {
                return false
            }
            return !next.isWhitespace && next != "#" && next != "%"
        }

        /// The text without blanks at its ends.
        var trimmed: Substring {
            var text = text[...]
            while text.first?.isWhitespace == true { text.removeFirst() }
            while text.last?.isWhitespace == true { text.removeLast() }
            return text
        }

        /// The words between blanks.
        var words: [Substring] { text.split { $0 == " " || $0 == "\t" } }
    }

    /// The lines that are not blank, in order.
    let lines: [Line]
    /// Whether the text has no other lines.
    let isWhole: Bool
    /// The numbers of blank lines between the others.
    let blankLines: [Int]

    /// How many bytes are looked at.
    static let byteCount = 1 << 16
    /// How many lines are looked at.
    private static let mostLines = 1_000

    /// Takes the lines of the start of a text.
    /// - Parameter isWhole: Whether that is all of it; the last line may be cut otherwise.
    init(_ start: [UInt8], isWhole: Bool) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let feed = UInt8(ascii: "\n")
        var rest = start.starts(with: mark) ? start[3...] : start[...]
        if !isWhole, let end = rest.lastIndex(of: feed) { rest = rest[..<end] }
        let pieces = rest.split(separator: feed, maxSplits: Self.mostLines, omittingEmptySubsequences: false)
        var lines: [Line] = []
        var blankLines: [Int] = []
        for (index, piece) in pieces.prefix(Self.mostLines).enumerated() {
            let bytes = piece.last == UInt8(ascii: "\r") ? piece.dropLast() : piece
            if bytes.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) {
                blankLines.append(index + 1)
            } else {
                lines.append(Line(bytes, number: index + 1))
            }
        }
        self.lines = lines
        self.isWhole = isWhole && pieces.count <= Self.mostLines
        let last = lines.last?.number ?? 0
        self.blankLines = blankLines.filter { $0 < last }
    }

    /// The same lines without the first ones.
    func dropping(linesUpTo number: Int) -> TextHead {
        TextHead(
            lines: lines.filter { $0.number > number }, isWhole: isWhole,
            blankLines: blankLines.filter { $0 > number })
    }

    private init(lines: [Line], isWhole: Bool, blankLines: [Int]) {
        (self.lines, self.isWhole, self.blankLines) = (lines, isWhole, blankLines)
    }

    /// The lines that begin with no mark.
    var unmarked: [Line] { lines.filter { $0.mark == nil } }
}

extension StringProtocol {
    /// Whether it is digits alone.
    var isWholeNumber: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }

    /// Whether it is a whole number below 2^32 that is printed as it was written.
    var isUsualNumber: Bool {
        isWholeNumber && utf8.count <= 10 && (utf8.count == 1 || utf8.first != 48)
            && UInt64(self).map { $0 < UInt64(UInt32.max) } == true
    }

    /// The number it is, with a comma or a point before the decimals; `nil` where it is none.
    var decimal: Double? {
        guard let first = utf8.first, (48...57).contains(first) || first == 43 || first == 45 || first == 46
        else { return nil }
        if let number = Double(self) { return number.isFinite ? number : nil }
        let parts = split(separator: ",", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].isWholeNumber && !contains(".")
            ? Double(parts.joined(separator: ".")) : nil
    }

    /// Whether it is a number with a comma before its decimals.
    var isDecimalComma: Bool { contains(",") && decimal != nil }
}
