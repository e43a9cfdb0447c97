internal import CProcess

/// Paths and arguments of the system as text, whatever bytes they have.
///
/// A path is a row of bytes, and mostly UTF-8. Where it is not, each byte that is no UTF-8 stands in the text as a scalar
/// of a private plane (U+10F780 to U+10F7FF), so that the same path comes out again. ``shownPath(_:)`` is the text for people.
public enum SystemPath {
    /// The first of the 128 scalars, less the byte it stands for.
    private static let base: UInt32 = 0x10_F700

    /// The text of a path.
    /// - Parameter bytes: The bytes, without a NUL at the end.
    /// - Complexity: O(bytes).
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        if let text = String(validating: bytes, as: UTF8.self), !holdsStandIns(text) { return text }
        var text = String.UnicodeScalarView()
        var rest = bytes[...]
        while let first = rest.first {
            let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
            if let letter = String(validating: rest.prefix(length), as: UTF8.self), !holdsStandIns(letter) {
                text.append(contentsOf: letter.unicodeScalars)
                rest = rest.dropFirst(length)
            } else {
                text.append(Unicode.Scalar(base + UInt32(first))!)
                rest = rest.dropFirst()
            }
        }
        return String(text)
    }

    /// The text of a path of C's.
    public static func text(_ path: UnsafePointer<CChar>) -> String {
        text(UnsafeBufferPointer(start: path, count: length(of: path)).map { UInt8(bitPattern: $0) })
    }

    /// The bytes of a path, without a NUL at the end.
    /// - Complexity: O(bytes).
    public static func bytes(of text: String) -> [UInt8] {
        guard holdsStandIns(text) else { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar in
            byte(of: scalar).map { [$0] } ?? Array(String(Character(scalar)).utf8)
        }
    }

    /// Whether the text of a path holds bytes that are no UTF-8.
    public static func holdsStandIns(_ text: String) -> Bool {
        text.utf8.contains(0xF4) && text.unicodeScalars.contains { byte(of: $0) != nil }
    }

    /// The byte that a scalar stands for; `nil` for a scalar that stands for itself.
    public static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        (base + 0x80...base + 0xFF).contains(scalar.value) ? UInt8(scalar.value - base) : nil
    }

    /// What to show for a scalar that stands for a byte, such as `\xE9`; `nil` for one that stands for itself.
    public static func shown(_ scalar: Unicode.Scalar) -> String? {
        byte(of: scalar).map { "\\x" + String($0, radix: 16, uppercase: true) }
    }

    private static func length(of path: UnsafePointer<CChar>) -> Int {
        var count = 0
        while path[count] != 0 { count += 1 }
        return count
    }
}

extension String {
    /// Gives `body` the path that this text stands for, for a call of the system.
    public func withSystemPath<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
        guard SystemPath.holdsStandIns(self) else { return try withCString(body) }
        let bytes = SystemPath.bytes(of: self).map { CChar(bitPattern: $0) } + [0]
        return try bytes.withUnsafeBufferPointer { try body($0.baseAddress!) }
    }
}

/// A path as a message shows it: what a terminal would obey, line breaks included, as `\n` or `\u{1b}`, a byte that is no
/// UTF-8 as `\xE9`.
public func shownPath(_ path: String) -> String { SystemPath.escapingObeyed(path, lineFeed: "\\n") }

extension Unicode.Scalar {
    /// Whether the scalar moves the cursor, ends the line or reorders it instead of showing something.
    ///
    /// These are the control characters, the line and paragraph separators, the directional formatting characters of
    /// Unicode Standard Annex 9 ("Trojan Source", Boucher and Anderson 2021), and the byte order mark.
    public var isObeyedByTerminals: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

extension SystemPath {
    /// A text with `\u{1b}` for what a terminal would obey, and `\xE9` for a byte that is no UTF-8.
    /// - Parameter lineFeed: What stands for a line feed.
    public static func escapingObeyed(_ text: String, lineFeed: String = "\\u{a}") -> String {
        guard text.unicodeScalars.contains(where: { $0.isObeyedByTerminals || byte(of: $0) != nil }) else {
            return text
        }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                escaped += lineFeed
            } else if scalar.isObeyedByTerminals {
                escaped += "\\u{\(String(scalar.value, radix: 16))}"
            } else if let byte = shown(scalar) {
                escaped += byte
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension SystemPath {
    /// An absolute path as SQLite takes it: itself, or a URI where it has bytes that are no UTF-8.
    public static func nameForSQLite(_ path: String) -> String {
        guard holdsStandIns(path) else { return path }
        rebound_let_sqlite_read_uris()
        let digits = Array("0123456789ABCDEF")
        let encoded = bytes(of: path).map { byte in
            switch Unicode.Scalar(byte) {
            case "a"..."z", "A"..."Z", "0"..."9", "/", "-", ".", "_", "~": String(Unicode.Scalar(byte))
            default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return "file:\(encoded.joined())"
    }
}
