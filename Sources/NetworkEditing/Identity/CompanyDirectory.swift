public import ReferralGraph

/// A company's name as sources are compared by it: folded, without its legal form and punctuation, `&` as `and`.
///
/// `The Brightwell & Sons Co., Inc.` gives `brightwell and sons`. Empty for text that shows nothing.
func companyKey(_ name: String) -> String {
    let folded = foldedName(name)
    let isPlain = folded.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 0x20 }
    var words = isPlain ? plainWords(folded) : companyWords(folded)
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    while words.count > 1, let last = words.last, legalForms.contains(last) || last == "and" {
        words.removeLast()
    }
    let key = words.joined(separator: " ")
    return key.isEmpty ? folded : key
}

/// The words of a folded company name, without punctuation.
private func companyWords(_ folded: String) -> [String] {
    var words: [String] = []
    for word in folded.split(whereSeparator: { $0.isWhitespace || "-,;/()[]\"".contains($0) }) {
        let plain = word.filter { $0 != "'" }
        // "S.A." is one word, "brightwell.example" are two.
        let parts = plain.split(separator: ".").map(String.init)
        let isAbbreviation = parts.allSatisfy { $0.utf8.count == 1 }
        switch plain {
        case "&", "+": words.append("and")
        default: words += isAbbreviation && !parts.isEmpty ? [parts.joined()] : parts
        }
    }
    return words
}

private let legalForms: Set<String> = [
    "inc", "incorporated", "ltd", "limited", "llc", "llp", "lp", "plc", "corp", "corporation", "co",
    "company",
    "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "eg", "se", "sa", "sas", "sarl", "srl", "spa", "bv", "nv",
    "ab",
    "as", "asa", "oy", "oyj", "aps", "pty", "pte", "pvt", "kk", "sl", "sro", "zoo", "kft", "lda", "ltda",
]

/// The companies of a network, found by name.
public struct CompanyDirectory: Sendable {
    /// The companies, new ones at the end.
    public private(set) var companies: [Company]
    private var idByKey: [String: CompanyID] = [:]
    private var keyByID: [CompanyID: String] = [:]
    private var fresh: FreshIdentifiers

    /// Makes a directory; of companies whose names do not differ the first is found.
    /// - Complexity: O(companies).
    public init(_ companies: [Company]) {
        self.companies = companies
        fresh = FreshIdentifiers(taken: companies.lazy.map(\.id.text))
        for company in companies { enter(company) }
    }

    /// The company of a name, whatever its legal form; `nil` when there is none.
    public func company(named name: String) -> CompanyID? { idByKey[companyKey(name)] }

    /// The company of a name, made when there is none; `nil` for a name that shows nothing.
    public mutating func findOrAdd(named name: String) -> CompanyID? {
        guard let name = importedText(name, limit: .name) else { return nil }
        let key = companyKey(name)
        if key.isEmpty { return nil }
        if let id = idByKey[key] { return id }
        let company = Company(id: CompanyID(fresh.identifier(for: key, or: "company")), name: name)
        companies.append(company)
        enter(company)
        return company.id
    }

    /// By what a company is compared; `nil` for one that is not here.
    func key(of id: CompanyID) -> String? { keyByID[id] }

    private mutating func enter(_ company: Company) {
        let key = companyKey(company.name)
        keyByID[company.id] = keyByID[company.id] ?? key
        if !key.isEmpty { idByKey[key] = idByKey[key] ?? company.id }
    }
}
