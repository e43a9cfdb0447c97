internal import Foundations
internal import ReferralGraph

/// What two addresses of one profile page have in common, however they were copied.
///
/// Scheme, `www.`, query, fragment and slashes at the end are left out, percent escapes resolved, letters
/// lower case. Of an address at LinkedIn the language's subdomain and whatever follows the member's name are
/// left out too: `https://de.linkedin.com/in/%C3%84nne-Doe/en?trk=x` and `www.linkedin.com/in/änne-doe/` give
/// `linkedin.com/in/änne-doe`.
/// - Returns: The key, or `nil` for what names no page: text without a host, a host alone, or LinkedIn's
///   `/in/` without a name.
/// - Complexity: O(text).
public func profileURLKey(_ url: String) -> String? {
    if let key = plainProfileURLKey(url) { return key }
    var rest = Substring(trimmed(url)).utf8
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), rest[colon...].starts(with: "://".utf8) {
        rest = rest[colon...].dropFirst(3)
    }
    rest = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    var parts = rest.split(separator: UInt8(ascii: "/")).map {
        composed(percentDecoded(Substring($0)).lowercased())
    }
    guard parts.count >= 2, var host = parts.first, host.contains("."), !host.contains("@"),
        !host.unicodeScalars.contains(where: \.isSpace)
    else { return nil }
    if host.hasPrefix("www.") { host.removeFirst(4) }
    if host.hasSuffix(".linkedin.com") { host = "linkedin.com" }
    parts[0] = host
    if host == "linkedin.com", parts[1] == "in" {
        guard parts.count >= 3, !isBlank(parts[2]) else { return nil }
        parts.removeSubrange(3...)
    }
    return parts.joined(separator: "/")
}

/// The key of an address as most are written, which is a part of it; `nil` for all others, which may have one.
private func plainProfileURLKey(_ url: String) -> String? {
    var url = url
    return url.withUTF8 { bytes in
        var rest = bytes[...]
        if rest.starts(with: "https://".utf8) { rest = rest.dropFirst(8) }
        if rest.starts(with: "www.".utf8) { rest = rest.dropFirst(4) }
        guard rest.starts(with: "linkedin.com/in/".utf8) else { return nil }
        if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
        let member = rest.dropFirst(16)
        let isPlain = member.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
        }
        return isPlain && !member.isEmpty ? String(decoding: rest, as: UTF8.self) : nil
    }
}

/// A text with its `%C3%A4` resolved; as it is when that does not give UTF-8.
private func percentDecoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var position = 0
    while position < bytes.count {
        if bytes[position] == UInt8(ascii: "%"), position + 2 < bytes.count,
            let high = hexadecimalDigit(bytes[position + 1]), let low = hexadecimalDigit(bytes[position + 2])
        {
            decoded.append(high << 4 | low)
            position += 3
        } else {
            decoded.append(bytes[position])
            position += 1
        }
    }
    return String(validating: decoded, as: UTF8.self) ?? String(text)
}
