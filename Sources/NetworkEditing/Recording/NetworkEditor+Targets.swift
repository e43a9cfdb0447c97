public import ReferralGraph

/// What a seeker says of what they look for; empty lists say nothing.
public struct Wanted: Sendable, Equatable {
    /// Employers.
    public var companies: [String]
    /// How much they want to work there; `nil` for first choice, or for what it was.
    public var priority: Company.Priority?
    /// Titles.
    public var roles: [String]
    /// Parts of a company.
    public var departments: [String]
    /// Cities or regions.
    public var places: [String]

    /// Makes a statement.
    public init(
        companies: [String] = [], priority: Company.Priority? = nil, roles: [String] = [],
        departments: [String] = [], places: [String] = []
    ) {
        self.companies = companies
        self.priority = priority
        self.roles = roles
        self.departments = departments
        self.places = places
    }
}

/// The seeker's goal: what is wanted, and what of the proposals of sources.
extension NetworkEditor {
    /// Records what the seeker looks for. A company that is not in the network is added.
    @discardableResult
    public mutating func want(_ wanted: Wanted) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            for text in wanted.companies { try draft.want(company: text, wanted.priority) }
            let lists: [(Target.Kind, [String])] = [
                (.role, wanted.roles), (.department, wanted.departments), (.place, wanted.places),
            ]
            for (kind, names) in lists {
                for name in names {
                    draft.want(kind, try oneLine(name, field: "the \(kind.rawValue)"))
                }
            }
            let all = wanted.companies + wanted.roles + wanted.departments + wanted.places
            return "Wanted: \(all.joined(separator: ", "))"
        }
    }

    /// Takes up proposals: those that are named, all of them without a name.
    @discardableResult
    public mutating func wantProposed(
        _ names: [String] = [], priority: Company.Priority? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            var chosen = draft.network.proposedTargets
            if !names.isEmpty {
                chosen = []
                for name in names { chosen.append(try draft.target(name, among: [.proposed])) }
            }
            if chosen.isEmpty {
                throw .nothingToDo("no source proposes anything that you have not decided on")
            }
            for target in chosen {
                switch target.kind {
                case .company: try draft.want(company: target.name, priority)
                case .role, .department, .place: draft.want(target.kind, target.name)
                }
            }
            return "Wanted: \(chosen.map(\.name).joined(separator: ", "))"
        }
    }

    /// Records that the seeker does not want what is wanted or proposed. Sources do not propose it again.
    @discardableResult
    public mutating func doNotWant(_ names: [String]) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            for name in names {
                let target = try draft.target(name, among: [.wanted, .proposed])
                draft.decline(target)
            }
            return "Not wanted: \(names.joined(separator: ", "))"
        }
    }
}

extension EditDraft {
    fileprivate mutating func want(
        company text: String, _ priority: Company.Priority?
    ) throws(EditError) {
        let name = try oneLine(text, field: "the company’s name")
        guard CompanyName(name).isEmployer else {
            throw .invalid(
                field: "company", text: name, expected: "the name of an employer",
                hint: "write what you want to work as with --role")
        }
        let id = try wantedCompany(name)
        let index = index(of: id)
        let wanted = priority ?? network.companies[index].priority ?? .a
        if network.companies[index].priority != wanted {
            network.companies[index].priority = wanted
            say("You want to work at \(self.name(of: id)) (\(wanted.rawValue))")
        }
        let names = ([network.companies[index].name] + network.companies[index].aliases).map {
            CompanyName($0)
        }
        network.targets.removeAll { $0.kind == .company && names.contains(CompanyName($0.name)) }
    }

    /// The company that is meant: one of the network, else a proposed one, else a new one.
    private mutating func wantedCompany(_ text: String) throws(EditError) -> CompanyID {
        if CompanyQuery(text).match(in: network).findsAny { return try company(text) }
        let proposed = network.proposedTargets.filter { $0.kind == .company }
        if case .one(let id) = CompanyQuery(text).match(in: Self.catalogue(of: proposed)) {
            return try companyOrNew(proposed[Self.place(of: id)].name)
        }
        return try companyOrNew(text)
    }

    fileprivate mutating func want(_ kind: Target.Kind, _ name: String) {
        let key = foldedName(name)
        let known = network.targets.firstIndex { $0.kind == kind && foldedName($0.name) == key }
        if let known, network.targets[known].standing == .wanted { return }
        let target = Target(kind: kind, name: known.map { network.targets[$0].name } ?? name, date: today)
        if let known { network.targets[known] = target } else { network.targets.append(target) }
        let preposition =
            switch kind {
            case .role: "as"
            case .department, .place: "in"
            case .company: "at"
            }
        let isRemote = kind == .place && foldedName(target.name) == "remote"
        say("You want to work " + (isRemote ? "remotely" : "\(preposition) \(target.name)"))
    }

    fileprivate mutating func decline(_ target: Target) {
        var declined = target
        declined.standing = .declined
        declined.date = today
        let key = foldedName(target.name)
        if target.kind == .company {
            for index in network.companies.indices where network.companies[index].name == target.name {
                network.companies[index].priority = nil
            }
        }
        network.targets.removeAll { $0.kind == target.kind && foldedName($0.name) == key }
        network.targets.append(declined)
        say("\(target.name) is off your list")
    }

    /// What is meant among the targets of some standings; a company with a priority is a wanted one.
    fileprivate func target(
        _ text: String, among standings: Set<Target.Standing>
    ) throws(EditError) -> Target {
        var candidates = network.targets.filter { standings.contains($0.standing) }
        if standings.contains(.wanted) {
            candidates += network.companies.filter { $0.priority != nil }.map {
                Target(kind: .company, name: $0.name)
            }
        }
        switch CompanyQuery(text).match(in: Self.catalogue(of: candidates)) {
        case .one(let id): return candidates[Self.place(of: id)]
        case .several(let found):
            throw .ambiguous(
                .target, text: text,
                candidates: found.map { company in
                    let target = candidates[Self.place(of: company.id)]
                    return "\(target.name) (\(target.kind.rawValue))"
                })
        case .none(let suggestion):
            if isBlank(text) { throw .blank(field: "the name") }
            throw .noMatch(.target, text: text, suggestion: suggestion)
        }
    }

    /// Targets as companies, which are found by the same words.
    private static func catalogue(of targets: [Target]) -> ReferralNetwork {
        ReferralNetwork(
            seeker: "", people: [],
            companies: targets.enumerated().map {
                Company(id: CompanyID("\($0.offset)"), name: $0.element.name)
            })
    }

    private static func place(of id: CompanyID) -> Int { Int(id.text) ?? 0 }
}
