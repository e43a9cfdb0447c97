internal import Foundations
internal import ReferralGraph

/// How much of an imported text is kept, in Unicode scalars.
enum TextLimit: Int {
    case name = 200
    case line = 500
    case address = 2000
    case text = 20_000
}

/// A text as it is stored: composed, without space at its ends, cut at the limit; `nil` when nothing shows.
func importedText(_ text: String?, limit: TextLimit) -> String? {
    guard let text else { return nil }
    if isPlain(text), text.utf8.count <= limit.rawValue { return text }
    var scalars = composed(text).unicodeScalars[...]
    func trim() {
        scalars = scalars.drop(while: \.properties.isWhitespace)
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    }
    trim()
    if scalars.count > limit.rawValue {
        scalars = scalars.prefix(limit.rawValue)
        trim()
    }
    return scalars.isEmpty ? nil : String(scalars)
}

/// The identifier of a mail as it is stored; `nil` for one that is too long: cut, it would be that of no mail.
func importedMessageID(_ text: String?) -> String? {
    text.flatMap { $0.utf8.count > TextLimit.line.rawValue ? nil : importedText($0, limit: .line) }
}

/// Whether a text is of printing ASCII characters, with spaces between them only; most texts are.
private func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20 else { return false }
    return bytes.allSatisfy { (0x20...0x7E).contains($0) }
}

/// The address of a web page as it is stored, with `https://` where the scheme was left out; `nil` for other addresses
/// and for what the network file would refuse.
func importedAddress(_ text: String) -> String? {
    guard let text = importedText(text, limit: .address),
        !text.unicodeScalars.contains(where: { scalar in
            scalar.isASCII
                ? scalar.value <= 0x20 || scalar.value == 0x7F
                : scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        })
    else { return nil }
    let lowered = text.lowercased()
    let scheme = ["https://", "http://"].first { lowered.hasPrefix($0) }
    if scheme == nil, text.contains(":") { return nil }
    let host = text.dropFirst(scheme?.count ?? 0).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !host.isEmpty, scheme != nil || host.contains(".") else { return nil }
    return scheme == nil ? "https://" + text : text
}

/// A text as an identifier: without control characters, of bounded length; `nil` when nothing is left of it.
///
/// Of a long one the rest is replaced by its fingerprint, so that long identifiers stay different.
func importedIdentifier(_ text: String) -> String? {
    if isPlain(text), text.utf8.count <= 200 { return text }
    let plain = String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { $0.properties.generalCategory == .control ? "-" : $0 }))
    guard let identifier = importedText(plain, limit: .text) else { return nil }
    guard identifier.unicodeScalars.count > 200 else { return identifier }
    return importedText(String(identifier.unicodeScalars.prefix(180)), limit: .line).map {
        "\($0)-\(Fingerprint([identifier]).hexadecimal)"
    }
}
