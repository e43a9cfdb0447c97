import ArgumentParser
import NetworkEditing
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

extension OpenedNetwork {
    /// The one person who fits what the user typed.
    /// - Throws: An ``ExitCode`` after saying who else there is.
    func person(matching text: String) throws(ExitCode) -> PersonID {
        let match = PersonQuery(text).match(in: analysis.network)
        if case .none = match, let hint = peopleOfOther(text) {
            Terminal.note("rebound: \(hint)")
            throw ExitCode(ExitCodes.findings)
        }
        return try one(match, of: "people", text) { ($0.id.text, $0.name) }
    }

    /// Who to ask about instead of a company or an opportunity of that name.
    private func peopleOfOther(_ text: String) -> String? {
        let network = analysis.network
        func people(_ ids: [PersonID], orElse command: String) -> String {
            ids.first.map { "write: rebound why \($0)" } ?? "write: \(command)"
        }
        if case .one(let id) = CompanyQuery(text).match(in: network),
            let company = network.companies.first(where: { $0.id == id })
        {
            let staff = network.people.filter { $0.employment(on: analysis.asOf.day)?.company == id }.map(
                \.id)
            return "\(company.name) is a company; "
                + people(staff.filter { $0 != network.seeker }, orElse: "rebound show --company \(id)")
        }
        guard case .one(let id) = OpportunityQuery(text).match(in: network),
            let role = network.opportunities.first(where: { $0.id == id })
        else { return nil }
        let order: [Participant.Role] = [.agency, .coordinator, .hiringManager, .recruiter, .interviewer]
        let voices = order.flatMap { part in role.participants.filter { $0.role == part }.map(\.person) }
        return "“\(role.title)” is an opportunity; "
            + people(voices, orElse: "rebound show --company \(role.company)")
            + ", or rebound show --company \(role.company)"
    }

    /// The one company that fits.
    /// - Throws: An ``ExitCode`` after saying which others there are.
    func company(matching text: String) throws(ExitCode) -> CompanyID {
        try one(CompanyQuery(text).match(in: analysis.network), of: "companies", text) {
            ($0.id.text, $0.name)
        }
    }

    /// Who or what a name means that may be a person's or a company's; the person where both have it equally.
    enum Named {
        case person(PersonID)
        case company(CompanyID)
    }

    /// The one person or company that fits.
    /// - Parameter wantsCompany: Whether it has to be a company.
    /// - Throws: An ``ExitCode`` after saying what else there is.
    func personOrCompany(matching text: String, wantsCompany: Bool) throws(ExitCode) -> Named {
        let network = analysis.network
        if wantsCompany { return .company(try company(matching: text)) }
        for looseness in [NameLooseness.whole, .words] {
            if case .none = PersonQuery(text).match(in: network, looseness: looseness) {
                if case .none = CompanyQuery(text).match(in: network, looseness: looseness) { continue }
                return .company(try company(matching: text))
            }
            return .person(try person(matching: text))
        }
        var suggestion: String?
        if case .none(let near) = PersonQuery(text).match(in: network) { suggestion = near }
        if suggestion == nil, case .none(let near) = CompanyQuery(text).match(in: network) {
            suggestion = near
        }
        throw none(of: "no one and no company", text, suggestion)
    }

    /// The exit code for a company that is not there, after saying what is.
    func noCompany(called text: String, near suggestion: String?) -> ExitCode {
        if case .one(let id) = PersonQuery(text).match(in: analysis.network),
            let person = analysis.network.people.first(where: { $0.id == id })
        {
            Terminal.note("rebound: \(person.name) is a person; write: rebound show \(id)")
            return ExitCode(ExitCodes.findings)
        }
        return none(of: "no company", text, suggestion)
    }

    private func none(of noun: String, _ text: String, _ suggestion: String?) -> ExitCode {
        let hint = suggestion.map { "; did you mean “\($0)”?" } ?? ""
        Terminal.note("rebound: \(noun) in “\(title)” is called “\(text)”\(hint)")
        return ExitCode(ExitCodes.findings)
    }

    private func one<Entity>(
        _ match: NameMatch<Entity>, of kind: String, _ text: String,
        _ caption: (Entity) -> (id: String, name: String)
    ) throws(ExitCode) -> Identifier<Entity> {
        switch match {
        case .one(let id): return id
        case .several(let entities):
            Terminal.note(
                "rebound: “\(text)” fits \(entities.count) \(kind); give the id of one, or more of the name:")
            let most = 12
            let captions = entities.prefix(most).map(caption)
            let width = captions.map(\.id.count).max() ?? 0
            for caption in captions { Terminal.note("  \(fitted(caption.id, to: width))  \(caption.name)") }
            if entities.count > most { Terminal.note("  and \(entities.count - most) more") }
        case .none(let suggestion):
            throw none(of: kind == "people" ? "no one" : "no company", text, suggestion)
        }
        throw ExitCode(ExitCodes.usage)
    }
}
