internal import Foundations
internal import ReferralGraph

/// A text in composed form without space at its ends; `nil` when nothing is left.
package func shownText(_ text: String) -> String? {
    let text = trimmed(text)
    return text.isEmpty ? nil : composed(text)
}

/// How values are written.
package enum ContentSyntax {
    /// As in vCard 2.1 and vCalendar 1.0 (versit Consortium, 1996).
    case versit
    /// As in vCard from 3.0 on (RFC 2426, RFC 6350) and iCalendar (RFC 5545).
    case rfc
}

extension ContentProperty {
    /// What the value says, and whether parts of it could not be read.
    package struct Decoded<Value> {
        package var value: Value
        package var isDamaged: Bool
    }

    /// The whole value as text.
    package func text(_ syntax: ContentSyntax) -> Decoded<String> {
        let (text, isDamaged) = decoded(value[...])
        return Decoded(value: Self.unescaped(text, syntax), isDamaged: isDamaged)
    }

    /// The parts of the value between semicolons, without those that are escaped.
    package func components(_ syntax: ContentSyntax) -> Decoded<[String]> {
        let parts = escapedComponents()
        return Decoded(value: parts.value.map { Self.unescaped($0, syntax) }, isDamaged: parts.isDamaged)
    }

    /// The parts between semicolons as lists, whose entries commas separate from vCard 3.0 on.
    package func lists(_ syntax: ContentSyntax) -> Decoded<[[String]]> {
        let parts = escapedComponents()
        return Decoded(
            value: parts.value.map { part in
                let entries = syntax == .versit ? [part] : Self.split(part, at: UInt8(ascii: ","))
                return entries.map { Self.unescaped($0, syntax) }
            }, isDamaged: parts.isDamaged)
    }

    private func escapedComponents() -> Decoded<[String]> {
        let semicolon = UInt8(ascii: ";")
        // Semicolons that separate are mostly written as such. Only where there is none can encoded ones be meant.
        let pieces = encoding == .quotedPrintable ? Self.split(value[...], at: semicolon) : []
        guard pieces.count > 1 else {
            let (text, isDamaged) = decoded(value[...])
            return Decoded(value: Self.split(text, at: semicolon), isDamaged: isDamaged)
        }
        let texts = pieces.map(decoded)
        return Decoded(value: texts.map(\.text), isDamaged: texts.contains { $0.isDamaged })
    }

    /// Bytes as text with line feeds, escapes left as they are.
    private func decoded(_ bytes: ArraySlice<UInt8>) -> (text: String, isDamaged: Bool) {
        let (text, isDamaged) = DeclaredCharset.text(encoding.decoded(bytes), name: parameter("CHARSET"))
        return (text.utf8.contains(13) ? Self.withLineFeeds(text) : text, isDamaged)
    }

    private static func withLineFeeds(_ text: String) -> String {
        var bytes: [UInt8] = []
        var isAfterReturn = false
        for byte in text.utf8 {
            if !(byte == 10 && isAfterReturn) { bytes.append(byte == 13 ? 10 : byte) }
            isAfterReturn = byte == 13
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func split(_ text: String, at separator: UInt8) -> [String] {
        guard text.utf8.contains(separator) else { return [text] }
        return split(Array(text.utf8)[...], at: separator).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func split(_ bytes: ArraySlice<UInt8>, at separator: UInt8) -> [ArraySlice<UInt8>] {
        var isEscaped = false
        return bytes.split(omittingEmptySubsequences: false) { byte in
            defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
            return byte == separator && !isEscaped
        }
    }

    /// A text without the backslashes that protect characters. vCard 2.1 knows no `\n` and no `\\`, so that paths such
    /// as `C:\new` are safe there.
    private static func unescaped(_ text: String, _ syntax: ContentSyntax) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.first else {
                result.append(byte)
                continue
            }
            switch (next, syntax) {
            case (UInt8(ascii: ";"), _), (UInt8(ascii: ","), _), (UInt8(ascii: ":"), _): result.append(next)
            case (UInt8(ascii: "n"), .rfc), (UInt8(ascii: "N"), .rfc): result.append(10)
            case (UInt8(ascii: "\\"), .rfc), (UInt8(ascii: "\""), .rfc): result.append(next)
            default:
                result.append(byte)
                continue
            }
            rest = rest.dropFirst()
        }
        return String(decoding: result, as: UTF8.self)
    }
}
