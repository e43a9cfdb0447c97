import ArgumentParser
import ReferralGraph
import Reporting
import Workspace

extension OpenedNetwork {
    /// The one person who fits what the user typed.
    /// - Throws: An ``ExitCode`` after saying who else there is.
    func person(matching text: String) throws(ExitCode) -> PersonID {
        do { return try person(called: text) } catch { throw said(error) }
    }

    /// The one company that fits.
    /// - Throws: An ``ExitCode`` after saying which others there are.
    func company(matching text: String) throws(ExitCode) -> CompanyID {
        do { return try company(called: text) } catch { throw said(error) }
    }

    /// The one person or company that fits.
    /// - Parameter wantsCompany: Whether it has to be a company.
    /// - Throws: An ``ExitCode`` after saying what else there is.
    func personOrCompany(
        matching text: String, wantsCompany: Bool
    ) throws(ExitCode) -> PersonOrCompany {
        do { return try personOrCompany(called: text, wantsCompany: wantsCompany) } catch {
            throw said(error)
        }
    }

    /// The exit code for a company that is not there, after saying what is.
    func noCompany(called text: String, near suggestion: String?) -> ExitCode {
        said(noCompany(named: text, near: suggestion))
    }

    /// Says why a name means nothing here, or too much.
    private func said(_ problem: NameProblem) -> ExitCode {
        func instead(_ people: [PersonID], orElse company: String) -> String {
            people.first.map { "write: rebound why \($0)" } ?? "write: rebound show --company \(company)"
        }
        switch problem {
        case .none(let sought, let text, let suggestion):
            let noun =
                switch sought {
                case .person: "no one"
                case .company: "no company"
                case .either: "no one and no company"
                }
            let hint = suggestion.map { "; did you mean “\($0)”?" } ?? ""
            Terminal.note("rebound: \(noun) in “\(title)” is called “\(text)”\(hint)")
        case .several(let sought, let text, let found):
            let kind = sought == .company ? "companies" : "people"
            Terminal.note(
                "rebound: “\(text)” fits \(found.count) \(kind); give the id of one, or more of the name:")
            let most = 12
            let width = found.prefix(most).map(\.id.count).max() ?? 0
            for one in found.prefix(most) { Terminal.note("  \(fitted(one.id, to: width))  \(one.name)") }
            if found.count > most { Terminal.note("  and \(found.count - most) more") }
            return ExitCode(ExitCodes.usage)
        case .isCompany(let company, let people):
            Terminal.note(
                "rebound: \(company.name) is a company; \(instead(people, orElse: company.id))")
        case .isOpportunity(let role, let company, let people):
            Terminal.note(
                "rebound: “\(role)” is an opportunity; \(instead(people, orElse: company.text)), or rebound show --company \(company)"
            )
        case .isPerson(let person):
            Terminal.note("rebound: \(person.name) is a person; write: rebound show \(person.id)")
        }
        return ExitCode(ExitCodes.findings)
    }
}
