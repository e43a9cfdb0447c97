internal import Foundations

/// Takes a text apart into the content lines of vCard and iCalendar: lines joined again where they were folded.
///
/// Works on bytes, because old programs fold inside a UTF-8 sequence. Lines end with LF, CRLF or CR; several CR before
/// an LF count once, as some exports have them doubled. Three ways to go on in the next line are understood: folding
/// (RFC 6350, section 3.2; RFC 5545, section 3.1), the soft line breaks of quoted-printable values, and base64 values that are broken without
/// indentation, the latter two as vCard 2.1 has them.
package struct ContentLines {
    /// One content line.
    package struct Line: Equatable {
        /// The line in which it begins, from 1.
        package var line: Int
        /// Its text, without line breaks; of a picture only what stands before its first line break.
        package var bytes: [UInt8]
        /// Where it stands in the text, its line breaks included.
        package var range = 0..<0
    }

    private struct PhysicalLine {
        var range: Range<Int>
        var number: Int
        /// Where the next one begins, and its number.
        var next: (position: Int, number: Int)
    }

    private let bytes: [UInt8]
    private var position: Int
    private var number = 1

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = byteOrderMarkLength(bytes)
    }

    /// The next content line that is not blank; `nil` at the end.
    /// - Parameter keepsFoldSpace: Whether the space behind a fold belongs to the text, as in vCard 2.1.
    /// - Complexity: O(bytes of the line).
    package mutating func next(keepsFoldSpace: Bool) -> Line? {
        var first = physicalLine()
        while let blank = first, bytes[blank.range].allSatisfy(isSpaceOrTab) {
            advance(past: blank)
            first = physicalLine()
        }
        guard let first else { return nil }
        advance(past: first)
        var content = Line(line: first.number, bytes: Array(bytes[first.range]))
        let isPicture = ContentProperty.isPicture(content.bytes)
        var encoding: TransferEncoding?
        var isSoftlyBroken = endsWithEqualsSign(first)
        while let following = physicalLine() {
            let isFolded = bytes[following.range].first.map(isSpaceOrTab) ?? false
            if isSoftlyBroken || !isFolded, encoding == nil {
                encoding = ContentProperty.transferEncoding(content.bytes)
            }
            if isSoftlyBroken, encoding == .quotedPrintable, !isBoundary(following) {
                while content.bytes.last.map(isSpaceOrTab) ?? false { content.bytes.removeLast() }
                content.bytes.removeLast()
                content.bytes += bytes[following.range]
            } else if isFolded {
                let dropped = keepsFoldSpace ? 0 : 1
                if !isPicture { content.bytes += bytes[following.range].dropFirst(dropped) }
            } else if encoding == .base64, isBase64(following) {
                if !isPicture { content.bytes += bytes[following.range] }
            } else {
                break
            }
            advance(past: following)
            isSoftlyBroken = endsWithEqualsSign(following)
        }
        content.range = first.range.lowerBound..<position
        return content
    }

    private mutating func advance(past line: PhysicalLine) { (position, number) = line.next }

    private func physicalLine() -> PhysicalLine? {
        // Files that were joined bring their byte order marks along (Unicode 23.8: one inside of a text means nothing).
        let position = position + byteOrderMarkLength(bytes[position...])
        guard position < bytes.count else { return nil }
        var end = position
        while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
        if let border = borderOfObjects(position..<end) {
            return PhysicalLine(range: position..<border, number: number, next: (border, number))
        }
        var next = end
        while next < bytes.count, bytes[next] == 13 { next += 1 }
        let breaks: Int
        if next < bytes.count, bytes[next] == 10 {
            next += 1
            breaks = 1
        } else {
            breaks = next - end
        }
        return PhysicalLine(range: position..<end, number: number, next: (next, number + breaks))
    }

    /// Where the next object begins in a line that ends one: `END:VCARDBEGIN:VCARD`, as of files joined without a line
    /// break.
    private func borderOfObjects(_ line: Range<Int>) -> Int? {
        guard line.count > 8, bytes[line.lowerBound] & 0xDF == UInt8(ascii: "E") else { return nil }
        let text = String(decoding: bytes[line].prefix(80), as: UTF8.self).uppercased()
        for object in Self.objects where text.hasPrefix("END:\(object)") && text.contains("BEGIN:\(object)") {
            return line.lowerBound + "END:\(object)".utf8.count
        }
        return nil
    }

    private static let objects = ["VCARD", "VCALENDAR"]

    private func endsWithEqualsSign(_ line: PhysicalLine) -> Bool {
        bytes[line.range].last { !isSpaceOrTab($0) } == UInt8(ascii: "=")
    }

    /// Whether an object begins or ends here, so that no value can go on.
    private func isBoundary(_ line: PhysicalLine) -> Bool {
        guard line.range.count < 40 else { return false }
        let text = String(decoding: bytes[line.range], as: UTF8.self).uppercased()
        return Self.objects.contains { ["BEGIN:\($0)", "END:\($0)"].contains(trimmed(text)) }
    }

    private func isBase64(_ line: PhysicalLine) -> Bool {
        !line.range.isEmpty
            && bytes[line.range].allSatisfy { TransferEncoding.isBase64($0) || isSpaceOrTab($0) }
    }
}

private func isSpaceOrTab(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
