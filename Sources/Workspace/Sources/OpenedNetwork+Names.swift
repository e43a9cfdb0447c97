internal import NetworkEditing
internal import ReferralAnalysis
public import ReferralGraph

/// Why a name does not mean the one person or company that was asked for.
public enum NameProblem: Error, Equatable, Sendable {
    /// What was looked for.
    public enum Sought: Sendable {
        case person, company, either
    }

    /// Someone or something with that name.
    public struct Named: Equatable, Sendable {
        /// The identifier.
        public let id: String
        /// The name.
        public let name: String
    }

    /// Nothing has the name.
    case none(Sought, String, suggestion: String?)
    /// The name fits several.
    case several(Sought, String, [Named])
    /// It is the name of a company, where these people work.
    case isCompany(Named, people: [PersonID])
    /// It is the title of a role at a company, with these people, the one to speak with first.
    case isOpportunity(title: String, company: CompanyID, people: [PersonID])
    /// It is the name of a person.
    case isPerson(Named)
}

extension OpenedNetwork {
    /// The one person who fits what the user typed.
    /// - Throws: ``NameProblem``.
    public func person(called text: String) throws(NameProblem) -> PersonID {
        switch PersonQuery(text).match(in: analysis.network) {
        case .one(let id): return id
        case .several(let people): throw .several(.person, text, named(people))
        case .none(let suggestion):
            throw otherThanPerson(text) ?? .none(.person, text, suggestion: suggestion)
        }
    }

    /// The one company that fits.
    /// - Throws: ``NameProblem``.
    public func company(called text: String) throws(NameProblem) -> CompanyID {
        switch CompanyQuery(text).match(in: analysis.network) {
        case .one(let id): return id
        case .several(let companies): throw .several(.company, text, named(companies))
        case .none(let suggestion): throw .none(.company, text, suggestion: suggestion)
        }
    }

    /// Who or what a name means that may be a person's or a company's; the person where both have it equally.
    public enum PersonOrCompany: Sendable {
        case person(PersonID)
        case company(CompanyID)
    }

    /// The one person or company that fits.
    /// - Parameter wantsCompany: Whether it has to be a company.
    /// - Throws: ``NameProblem``.
    public func personOrCompany(
        called text: String, wantsCompany: Bool = false
    ) throws(NameProblem) -> PersonOrCompany {
        let network = analysis.network
        if wantsCompany { return .company(try company(called: text)) }
        for looseness in [NameLooseness.whole, .words] {
            if case .none = PersonQuery(text).match(in: network, looseness: looseness) {
                if case .none = CompanyQuery(text).match(in: network, looseness: looseness) { continue }
                return .company(try company(called: text))
            }
            return .person(try person(called: text))
        }
        var suggestion: String?
        if case .none(let near) = PersonQuery(text).match(in: network) { suggestion = near }
        if suggestion == nil, case .none(let near) = CompanyQuery(text).match(in: network) {
            suggestion = near
        }
        throw .none(.either, text, suggestion: suggestion)
    }

    /// Why there is no company of a name.
    /// - Parameter suggestion: The nearest spelling.
    public func noCompany(named text: String, near suggestion: String?) -> NameProblem {
        if case .one(let id) = PersonQuery(text).match(in: analysis.network),
            let person = analysis.network.people.first(where: { $0.id == id })
        {
            return .isPerson(NameProblem.Named(id: id.text, name: person.name))
        }
        return .none(.company, text, suggestion: suggestion)
    }

    /// Who to ask about instead of a company or an opportunity of that name.
    private func otherThanPerson(_ text: String) -> NameProblem? {
        let network = analysis.network
        if case .one(let id) = CompanyQuery(text).match(in: network),
            let company = network.companies.first(where: { $0.id == id })
        {
            let staff = network.people.filter { $0.employment(on: analysis.asOf.day)?.company == id }
            return .isCompany(
                NameProblem.Named(id: id.text, name: company.name),
                people: staff.map(\.id).filter { $0 != network.seeker })
        }
        guard case .one(let id) = OpportunityQuery(text).match(in: network),
            let role = network.opportunities.first(where: { $0.id == id })
        else { return nil }
        let order: [Participant.Role] = [.agency, .coordinator, .hiringManager, .recruiter, .interviewer]
        return .isOpportunity(
            title: role.title, company: role.company,
            people: order.flatMap { part in role.participants.filter { $0.role == part }.map(\.person) })
    }

    private func named(_ people: [Person]) -> [NameProblem.Named] {
        people.map { NameProblem.Named(id: $0.id.text, name: $0.name) }
    }

    private func named(_ companies: [Company]) -> [NameProblem.Named] {
        companies.map { NameProblem.Named(id: $0.id.text, name: $0.name) }
    }
}
