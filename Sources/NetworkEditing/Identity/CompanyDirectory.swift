public import ReferralGraph

/// The companies of a network, found by name or alias; see ``ReferralGraph/CompanyName``.
public struct CompanyDirectory: Sendable {
    /// The companies, new ones at the end.
    public private(set) var companies: [Company]
    private var idByKey: [String: CompanyID] = [:]
    /// The companies that were asked for, by their names as written.
    private var idBySpelling: [String: CompanyID] = [:]
    private var keyByID: [CompanyID: String] = [:]
    private var employers: Set<CompanyID> = []
    private var fresh: FreshIdentifiers

    /// Makes a directory; of companies whose names do not differ the first is found, a name before an alias.
    /// - Complexity: O(companies).
    public init(_ companies: [Company]) {
        self.companies = companies
        fresh = FreshIdentifiers(taken: companies.lazy.map(\.id.text))
        for company in companies { enter(company) }
        for company in companies {
            for alias in company.aliases { enter(CompanyName(alias).key, of: company.id) }
        }
    }

    /// The company of a name, whatever its legal form; `nil` when there is none.
    public func company(named name: String) -> CompanyID? { idByKey[CompanyName(name).key] }

    /// The company of a name, made when there is none; `nil` for a name that shows nothing.
    public mutating func findOrAdd(named name: String) -> CompanyID? {
        guard let name = importedText(name, limit: .name) else { return nil }
        if let id = idBySpelling[name] { return id }
        let key = CompanyName(name).key
        if key.isEmpty { return nil }
        if let id = idByKey[key] {
            idBySpelling[name] = id
            return id
        }
        let company = Company(id: CompanyID(fresh.identifier(for: key, or: "company")), name: name)
        companies.append(company)
        enter(company)
        return company.id
    }

    /// By what a company is compared; `nil` for one that is not here.
    func key(of id: CompanyID) -> String? { keyByID[id] }

    /// Whether a company is one, and not what people write where they have no employer.
    func isEmployer(_ id: CompanyID) -> Bool { employers.contains(id) }

    private mutating func enter(_ company: Company) {
        let name = CompanyName(company.name)
        if keyByID[company.id] == nil {
            keyByID[company.id] = name.key
            if name.isEmployer { employers.insert(company.id) }
        }
        enter(name.key, of: company.id)
    }

    private mutating func enter(_ key: String, of id: CompanyID) {
        if !key.isEmpty, idByKey[key] == nil { idByKey[key] = id }
    }
}
