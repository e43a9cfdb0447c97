internal import ReferralGraph

extension Person {
    /// The pages about the person, the main one first.
    var pages: [String] { [profileURL].compactMap(\.self) + otherProfileURLs }
}

/// Whether a key is of a page that one person only can have. Other pages may be an employer's or a team's.
func isPersonalPage(_ key: String) -> Bool { key.hasPrefix("linkedin.com/in/") }

/// Whether two people have pages at one site, and no page in common: the sign of namesakes.
func haveDifferentPages(_ left: [String], _ right: [String]) -> Bool {
    guard !left.isEmpty, !right.isEmpty, !left.contains(where: right.contains) else { return false }
    func host(_ key: String) -> Substring { key.prefix { $0 != "/" } }
    return left.contains { page in right.contains { host($0) == host(page) } }
}
