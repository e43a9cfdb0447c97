internal import Glibc

/// The `From ` lines between the mails of an mbox file.
///
/// Their rest is free: `From dan@example.com Tue Mar  3 08:30:00 2026`, `From - Tue, ...` of Thunderbird,
/// `From 1660000000000@xxx Tue Mar 03 08:30:00 +0000 2026` of Google Takeout.
enum MboxSeparator {
    private static let word = Array("From ".utf8)

    /// Whether a line begins as separators do.
    static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        position + word.count <= bytes.count && bytes[position] == word[0]
            && bytes[position..<position + word.count].elementsEqual(word)
    }

    /// The next line break that is followed by `From `.
    static func lineBreak(in bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int? {
        var position = position
        while position < bytes.count,
            let found = memchr(bytes.baseAddress! + position, 10, bytes.count - position)
        {
            position = UnsafeRawPointer(bytes.baseAddress!).distance(to: found)
            if isMark(bytes, at: position + 1) { return position }
            position += 1
        }
        return nil
    }

    /// Whether a line that begins with `From ` separates mails: fields that mails have follow it.
    ///
    /// One such field is enough behind a line with a time and a year; without those the line before must be empty
    /// and there must be two fields, because `From Monday on:` may be followed by `Date: 12 March`.
    static func separates(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        let first = line(bytes, at: position)
        let isDated = isDated(first)
        guard isDated || isAfterEmptyLine(bytes, position) else { return false }
        var needed = isDated ? 1 : 2
        var start = first.endIndex + 1
        while start < bytes.count, needed > 0 {
            let line = line(bytes, at: start)
            // Some writers leave a quoted separator of an earlier mailbox behind.
            let isOldMark = line.first == UInt8(ascii: ">") && isMark(bytes, at: start + 1)
            if line.first == 0x20 || line.first == 0x09 || isOldMark {
                start = line.endIndex + 1
                continue
            }
            guard let name = fieldName(line) else { return false }
            if fieldNames.contains(name) { needed -= 1 }
            start = line.endIndex + 1
        }
        return needed == 0
    }

    /// Takes one `>` off lines that begin with any number of them and `From `: the quoting of mboxrd.
    static func unquote(_ bytes: inout [UInt8], from position: Int) {
        var result = Array(bytes[..<position])
        result.reserveCapacity(bytes.count)
        for line in bytes[position...].split(separator: 10, omittingEmptySubsequences: false) {
            let bare = line.drop { $0 == UInt8(ascii: ">") }
            result += bare.count < line.count && bare.starts(with: word) ? line.dropFirst() : line
            result.append(10)
        }
        result.removeLast()
        bytes = result
    }

    /// Whether the bytes begin with a header in which there are fields that mails have.
    static func isHeader(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var known = 0
        var start = 0
        while start < bytes.count {
            let line = line(bytes, at: start)
            if line.isEmpty || line.first == 13 { break }
            if line.first != 0x20, line.first != 0x09 {
                guard let name = fieldName(line) else { return false }
                if fieldNames.contains(name) { known += 1 }
            }
            start = line.endIndex + 1
        }
        return known >= 2
    }

    /// Fields of which a mail has some, in lower case.
    private static let fieldNames: Set<String> = [
        "from", "date", "message-id", "received", "return-path", "delivered-to", "to", "subject",
        "x-gm-thrid",
        "mime-version", "content-type", "x-mozilla-status", "status",
    ]

    private static func line(
        _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
    ) -> Slice<UnsafeBufferPointer<UInt8>> {
        guard let found = memchr(bytes.baseAddress! + position, 10, bytes.count - position) else {
            return bytes[position...]
        }
        return bytes[position..<UnsafeRawPointer(bytes.baseAddress!).distance(to: found)]
    }

    /// The name before the colon (RFC 5322, 3.6.8), in lower case.
    private static func fieldName(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        let bytes = line.prefix(80).prefix { $0 != UInt8(ascii: ":") }
        let name = bytes.prefix { (0x21...0x7E).contains($0) }
        guard !name.isEmpty, bytes.endIndex < line.endIndex, line[bytes.endIndex] == UInt8(ascii: ":"),
            bytes[name.endIndex...].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
        else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private static func isAfterEmptyLine(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
        guard position >= 2 else { return true }
        let before = bytes[position - 2]
        return before == 10 || before == 13 && (position < 3 || bytes[position - 3] == 10)
    }

    /// Whether a line has a time such as `08:30` and a year from 1900 to 2099.
    private static func isDated(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let line = Array(line.prefix(200))
        func isDigit(_ index: Int) -> Bool { line.indices.contains(index) && (48...57).contains(line[index]) }
        let hasTime = line.indices.contains { index in
            line[index] == UInt8(ascii: ":") && isDigit(index - 1) && isDigit(index + 1) && isDigit(index + 2)
        }
        return hasTime
            && line.indices.contains { index in
                let isCentury =
                    line[index...].starts(with: [49, 57]) || line[index...].starts(with: [50, 48])
                return isCentury && isDigit(index + 2) && isDigit(index + 3) && !isDigit(index - 1)
                    && !isDigit(index + 4)
            }
    }
}
