/// The encodings in which address books and spreadsheets leave their tables.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    /// What old spreadsheet programs write; any bytes are taken for it that are nothing else.
    case windows1252 = "Windows-1252"

    /// Finds out how a text is encoded and gives it as UTF-8, without a byte order mark.
    ///
    /// UTF-16 is known by its mark, or by zero bytes among the first ones. Malformed UTF-16 becomes U+FFFD.
    /// - Complexity: O(bytes).
    public static func decoded(_ bytes: [UInt8]) -> (text: [UInt8], encoding: TextEncoding) {
        if looksLikeWideUnicode(bytes) { return (utf8(fromUTF16: bytes), .utf16) }
        let content = Array(bytes[byteOrderMarkLength(bytes)...])
        if isUTF8(content) { return (content, .utf8) }
        return (Array(text(ofWindows1252: content).utf8), .windows1252)
    }

    /// Any bytes taken for Windows-1252.
    package static func text(ofWindows1252 bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(scalar(ofWindows1252: byte)) }
        return String(scalars)
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var position = 0
            while position < buffer.count {
                let length = sequenceLength(buffer, at: position)
                if length == 0 { return false }
                position += length
            }
            return true
        }
    }

    private static func utf8(fromUTF16 bytes: [UInt8]) -> [UInt8] {
        let isMarkedBig = bytes.starts(with: [0xFE, 0xFF])
        let isMarkedLittle = bytes.starts(with: [0xFF, 0xFE])
        let isBigEndian = isMarkedBig || !isMarkedLittle && bytes[0] == 0
        let hasMark = isMarkedBig || isMarkedLittle
        var units: [UInt16] = []
        for index in stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Bytes 0x80 to 0x9F by the WHATWG Encoding Standard's index windows-1252; all others are Latin-1.
    private static func scalar(ofWindows1252 byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        let table: [UInt16] = [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
            0x0152,
            0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
            0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
        ]
        return Unicode.Scalar(table[Int(byte) - 0x80]) ?? "\u{FFFD}"
    }
}
