public import ReferralGraph

/// A company's name as sources are compared by it: folded, without its legal form and punctuation, `&` as `and`.
///
/// `The Brightwell & Sons Co., Inc.` gives `brightwell and sons`. Empty for text that shows nothing.
func companyKey(_ name: String) -> String {
    let folded = foldedName(name)
    var words: [Substring] = []
    for word in folded.split(whereSeparator: { $0.isWhitespace || "-,;/()[]\"".contains($0) }) {
        let plain = word.filter { $0 != "." && $0 != "'" }
        // "S.A." is one word, "brightwell.example" are two.
        let isAbbreviation = word.split(separator: ".").allSatisfy { $0.utf8.count == 1 }
        switch plain {
        case "": continue
        case "&", "+": words.append("and")
        default:
            words +=
                isAbbreviation
                ? [Substring(plain)] : word.filter { $0 != "'" }.split(separator: ".").map(Substring.init)
        }
    }
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    while words.count > 1, let last = words.last, legalForms.contains(String(last)) || last == "and" {
        words.removeLast()
    }
    let key = words.joined(separator: " ")
    return key.isEmpty ? folded : key
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
