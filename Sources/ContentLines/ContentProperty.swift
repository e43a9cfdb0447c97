package import Foundations

/// One property of a vCard or of a calendar, taken apart but not yet decoded: `item1.TEL;TYPE=work:555-0100`.
package struct ContentProperty: Equatable {
    /// What ties properties together, in lower case.
    package var group: String?
    /// In upper case.
    package var name: String
    package var parameters: [Parameter] = []
    /// As it stands there, folds undone.
    package var value: [UInt8]
    /// The line in which it begins, from 1.
    package var line: Int
    /// Whether it is written as only vCard 2.1 and vCalendar 1.0 allow.
    package var isOldStyle = false
    /// Whether a line follows that belongs to no property, so that the value may be cut short.
    package var isBrokenOff = false

    /// A parameter; the nameless ones of vCard 2.1 are called TYPE or ENCODING as what they are.
    package struct Parameter: Equatable {
        /// In upper case.
        package var name: String
        package var values: [String]
    }

    /// Takes a content line apart; `nil` when it has no colon, or no proper name before it.
    package init?(_ content: ContentLines.Line) {
        let bytes = content.bytes
        guard let colon = Self.colon(in: bytes) else { return nil }
        let pieces = piecesOutsideQuotes(bytes[..<colon], at: UInt8(ascii: ";"))
        var names = pieces[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)[...]
        let name = names.removeLast()
        guard Self.isName(name), names.allSatisfy(Self.isName) else { return nil }
        group = names.isEmpty ? nil : Self.text(names.joined(separator: [UInt8(ascii: ".")])).lowercased()
        self.name = Self.text(name).uppercased()
        value = Array(bytes[(colon + 1)...])
        line = content.line
        for piece in pieces.dropFirst() where !piece.isEmpty { append(parameter: piece) }
    }

    private mutating func append(parameter piece: ArraySlice<UInt8>) {
        guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else {
            let text = trimmed(Self.text(piece))
            isOldStyle = true
            let isEncoding =
                TransferEncoding(text) != .none || ["7BIT", "8BIT"].contains(text.uppercased())
            parameters.append(Parameter(name: isEncoding ? "ENCODING" : "TYPE", values: [text]))
            return
        }
        let values = piecesOutsideQuotes(piece[(equals + 1)...], at: UInt8(ascii: ",")).map { value in
            var value = trimmed(Self.text(value))
            if value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            return value
        }
        parameters.append(
            Parameter(name: trimmed(Self.text(piece[..<equals])).uppercased(), values: values))
        if encoding == .quotedPrintable { isOldStyle = true }
    }

    // MARK: Parameters

    /// The first value of a parameter.
    package func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.values.first }

    /// The values of TYPE, in lower case; `TYPE="work,voice"` are two.
    package var types: [String] {
        parameters.filter { $0.name == "TYPE" }.flatMap(\.values)
            .flatMap { $0.lowercased().split(separator: ",").map { trimmed(String($0)) } }
    }

    /// How the value is written.
    package var encoding: TransferEncoding { TransferEncoding(parameter("ENCODING") ?? "") }

    /// 1 for the most preferred value, 100 for the least, 101 for those of which nothing is said.
    package var preference: Int {
        if let number = parameter("PREF").flatMap({ Int($0) }) { return min(max(number, 1), 100) }
        return types.contains("pref") ? 1 : 101
    }

    // MARK: Before it is taken apart

    /// Whether a line begins a picture, a sound, a key, a layout or an attached file, of which nothing is needed.
    package static func isPicture(_ bytes: [UInt8]) -> Bool {
        let end = bytes.prefix(60).firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }
        guard let end else { return false }
        let name = bytes[..<end].split(separator: UInt8(ascii: ".")).last ?? []
        return ["PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "X-MS-OL-DESIGN", "ATTACH"]
            .contains(text(name).uppercased())
    }

    /// How the value of a line is written; `nil` when the line has no colon so far, within a bound on parameters.
    package static func transferEncoding(_ bytes: [UInt8]) -> TransferEncoding? {
        let limit = 4096
        guard let colon = colon(in: bytes.prefix(limit)) else {
            return bytes.count < limit ? nil : TransferEncoding.none
        }
        for piece in piecesOutsideQuotes(bytes[..<colon], at: UInt8(ascii: ";")).dropFirst() {
            let parts = piece.split(separator: UInt8(ascii: "="), maxSplits: 1)
            guard let last = parts.last else { continue }
            let isEncoding = parts.count == 1 || trimmed(text(parts[0])).uppercased() == "ENCODING"
            let encoding = TransferEncoding(trimmed(text(last)))
            if isEncoding, encoding != .none { return encoding }
        }
        return TransferEncoding.none
    }

    /// The colon before the value. Colons in quotes do not count, unless a quote is never closed.
    private static func colon(in bytes: some RandomAccessCollection<UInt8>) -> Int? {
        var isQuoted = false
        var first: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard byte == UInt8(ascii: ":") else { continue }
            if !isQuoted { return index }
            if first == nil { first = index }
        }
        return first
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: Array(bytes), as: UTF8.self)
    }

    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
                    || [UInt8(ascii: "-"), UInt8(ascii: "_")].contains($0)
            }
    }
}
