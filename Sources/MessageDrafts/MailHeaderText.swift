private import FoundationEssentials

/// Text in the header of a mail: folded, and in encoded words where it is not plain ASCII (RFC 5322, RFC 2047).
enum MailHeaderText {
    private static let lineLength = 76
    private static let longestWord = 60

    /// The value of a field such as Subject.
    /// - Parameter field: What stands before it on its line.
    static func unstructured(_ text: String, after field: String) -> String {
        let words = text.split(separator: " ")
        let isPlain =
            text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && words.allSatisfy { $0.count <= longestWord } && words.joined(separator: " ") == text
        return isPlain
            ? folded(words.map(String.init), after: field) : folded(encodedWords(text), after: field)
    }

    /// A mailbox: a name and an address.
    static func mailbox(_ name: String, _ address: String, after field: String) -> String {
        let name = DraftFact.cleaned(name)
        if name.isEmpty { return "<\(address)>" }
        let isASCII = name.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !name.contains("=?")
        let isAtoms = name.utf8.allSatisfy { byte in byte == 0x20 || isAtomText(byte) }
        let words: [String]
        if isASCII, isAtoms, name.split(separator: " ").allSatisfy({ $0.count <= longestWord }) {
            words = name.split(separator: " ").map(String.init)
        } else if isASCII, name.count <= longestWord {
            words = ["\"" + name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""]
        } else {
            words = encodedWords(name)
        }
        return folded(words + ["<\(address)>"], after: field)
    }

    private static func folded(_ words: [String], after field: String) -> String {
        var text = ""
        var length = field.utf8.count
        for (position, word) in words.enumerated() {
            if position > 0 {
                let isFull = length + 1 + word.utf8.count > lineLength
                text += isFull ? "\r\n " : " "
                length = isFull ? 1 : length + 1
            }
            text += word
            length += word.utf8.count
        }
        return text
    }

    /// Encoded words of at most 60 characters, none of which cuts a character; in base64 where that is shorter.
    private static func encodedWords(_ text: String) -> [String] {
        let isDense = text.utf8.count { $0 >= 0x80 } * 4 > text.utf8.count
        let room = longestWord - "=?utf-8?q??=".count
        var pieces: [[UInt8]] = [[]]
        var length = 0
        for scalar in text.unicodeScalars {
            let bytes = Array(UTF8.encode(scalar)!)
            let more = isDense ? bytes.count : bytes.map { encodedByte($0).count }.reduce(0, +)
            if length + more > (isDense ? room / 4 * 3 : room) {
                pieces.append([])
                length = 0
            }
            pieces[pieces.count - 1] += bytes
            length += more
        }
        return pieces.map { bytes in
            isDense
                ? "=?utf-8?b?\(Data(bytes).base64EncodedString())?="
                : "=?utf-8?q?\(bytes.map(encodedByte).joined())?="
        }
    }

    /// In the set that may stand in a name, too.
    private static func encodedByte(_ byte: UInt8) -> String {
        switch byte {
        case 0x20: "_"
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            String(UnicodeScalar(byte))
        default: "=" + QuotedPrintable.hexadecimal(byte)
        }
    }

    private static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }
}

/// Addresses and identifiers as a header may have them.
enum MailAddress {
    /// Whether an address is of plain ASCII, one local part and one domain, with nothing that ends a field.
    static func isPlain(_ address: String) -> Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254 else { return false }
        let local = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let domain = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return local.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isLocal) }
            && domain.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDomain) }
    }

    /// Whether an identifier can stand between angle brackets as it is.
    static func isMessageID(_ id: String) -> Bool {
        id.utf8.count <= 500 && id.contains("@")
            && id.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E }
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isDomain(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

/// Text as quoted-printable (RFC 2045, 6.7).
enum QuotedPrintable {
    /// Lines of at most 76 characters that end in CRLF.
    static func bytes(_ text: String) -> [UInt8] {
        var result = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            result += encoded(line) + "\r\n"
        }
        return Array(result.utf8)
    }

    static func hexadecimal(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }

    private static func encoded(_ line: Substring) -> String {
        var lines: [String] = []
        var current = ""
        let bytes = Array(line.utf8)
        for (position, byte) in bytes.enumerated() {
            let isLast = position == bytes.count - 1
            let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D || byte == 0x20 && !isLast
            // “From ” and a single dot at the start of a line are changed by programs on the way.
            let isFragile = current.isEmpty && (byte == 0x2E || byte == UInt8(ascii: "F"))
            let piece = isPlain && !isFragile ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
            if current.count + piece.count > 75 {
                lines.append(current + "=")
                current = ""
            }
            current += piece
        }
        return (lines + [current]).joined(separator: "\r\n")
    }
}
