internal import ReferralGraph

/// What two addresses of one profile page have in common: lower case, without scheme, `www.`, query, fragment and
/// slashes at the end, percent escapes resolved; at LinkedIn without the country's subdomain.
///
/// `nil` for what names no page, such as a host alone.
func profileKey(ofURL url: String) -> String? {
    var rest = Substring(url)
    if let colon = rest.firstRange(of: "://") { rest = rest[colon.upperBound...] }
    if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<end] }
    let steps = rest.split(separator: "/").map { foldedStep($0) }.filter { !$0.isEmpty }
    guard steps.count > 1, steps[0].contains("."), !steps[0].contains(where: { $0 == "@" || $0.isWhitespace })
    else { return nil }
    var host = Substring(steps[0])
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    guard host == "linkedin.com" || host.hasSuffix(".linkedin.com") else {
        return ([String(host)] + steps.dropFirst()).joined(separator: "/")
    }
    guard steps[1] == "in" else { return (["linkedin.com"] + steps.dropFirst()).joined(separator: "/") }
    return steps.count > 2 ? "linkedin.com/in/\(steps[2])" : nil
}

/// Whether a key is of a page that one person only can have. Other pages may be an employer's or a team's.
func isPersonalPage(_ key: String) -> Bool { key.hasPrefix("linkedin.com/in/") }

/// Whether two people have pages at one site, and no page in common: the sign of namesakes.
func haveDifferentPages(_ left: [String], _ right: [String]) -> Bool {
    guard !left.isEmpty, !right.isEmpty, !left.contains(where: right.contains) else { return false }
    func host(_ key: String) -> Substring { key.prefix { $0 != "/" } }
    return left.contains { page in right.contains { host($0) == host(page) } }
}

/// One step of a path, in lower case, without percent escapes unless these hide something else than text.
private func foldedStep(_ step: Substring) -> String {
    if step.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "%") }) {
        return step.lowercased()
    }
    var bytes: [UInt8] = []
    var rest = step.utf8[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.count >= 2,
            let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
            bytes.append(value)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    let text = String(validating: bytes, as: UTF8.self) ?? String(step)
    let isSpace = { (character: Character) in character.isWhitespace }
    let front = composed(text.lowercased()).drop(while: isSpace)
    return String(front.reversed().drop(while: isSpace).reversed())
}
