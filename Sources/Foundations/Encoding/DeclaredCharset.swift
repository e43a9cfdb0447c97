internal import Glibc

/// Bytes of which a CHARSET parameter says, rightly or wrongly, what letters they are.
package enum DeclaredCharset {
    /// The text of some bytes.
    /// - Parameter name: What the source calls the encoding; `nil` when it does not say, which means UTF-8 and, where
    ///   that is impossible, Windows-1252.
    /// - Returns: The text, with U+FFFD for what cannot be read, and whether that was necessary or the encoding is
    ///   unknown.
    package static func text(_ bytes: [UInt8], name: String?) -> (text: String, isDamaged: Bool) {
        switch name?.uppercased() {
        case nil, "", "US-ASCII", "ASCII":
            return (undeclared(bytes), false)
        case "UTF-8", "UTF8":
            if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
            return (String(decoding: bytes, as: UTF8.self), true)
        // As browsers do (WHATWG Encoding Standard): 0x80 to 0x9F are never meant as control characters.
        case "ISO-8859-1", "LATIN1", "WINDOWS-1252", "CP1252":
            return (TextEncoding.text(ofWindows1252: bytes), false)
        case let name?:
            return converted(bytes, from: name) ?? (undeclared(bytes), true)
        }
    }

    private static func undeclared(_ bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self) ?? TextEncoding.text(ofWindows1252: bytes)
    }

    /// What the C library makes of it; `nil` when it does not know the name.
    private static func converted(_ bytes: [UInt8], from name: String) -> (text: String, isDamaged: Bool)? {
        let isPlain = name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                || [UInt8(ascii: "-"), UInt8(ascii: "_")].contains($0)
        }
        // Encodings with shift states have no place in vCards, and make the C library's code hard to trust.
        guard isPlain, name.utf8.count <= 24, !name.hasPrefix("ISO-2022") else { return nil }
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // No encoding needs more than four bytes of UTF-8 for one of its own.
        var output = [CChar](repeating: 0, count: 4 * bytes.count + 4)
        var result: [UInt8] = []
        var isDamaged = false
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var source = input.baseAddress
                var sourceLeft = input.count
                while sourceLeft > 0 {
                    var target = output.baseAddress
                    var targetLeft = output.count
                    let status = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
                    result += output[..<(output.count - targetLeft)].map { UInt8(bitPattern: $0) }
                    guard status == -1, sourceLeft > 0 else { continue }
                    isDamaged = true
                    result += "\u{FFFD}".utf8
                    source = source?.advanced(by: 1)
                    sourceLeft -= 1
                }
            }
        }
        return (String(decoding: result, as: UTF8.self), isDamaged)
    }
}
