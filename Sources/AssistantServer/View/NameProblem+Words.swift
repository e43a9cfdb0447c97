internal import ReferralGraph
internal import Reporting
internal import Workspace

extension ToolRefusal {
    /// Why a name does not mean one person or company, with what to say instead.
    init(_ problem: NameProblem) {
        switch problem {
        case .none(let sought, let text, let suggestion):
            let noun =
                switch sought {
                case .person: "No one"
                case .company: "No company"
                case .either: "No one and no company"
                }
            let near = suggestion.map { " Did you mean “\($0)”?" } ?? " `find` looks for parts of words."
            self.init("\(noun) in the network is called “\(text)”.\(near)")
        case .several(_, let text, let found):
            let most = 12
            let shown = found.prefix(most).map { "\(short($0.name)) (\($0.id))" }.joined(separator: ", ")
            let rest = found.count > most ? ", and \(found.count - most) more" : ""
            self.init(
                "“\(text)” fits \(found.count): \(shown)\(rest). Ask again with the id in parentheses.")
        case .isCompany(let company, let people):
            let staff = people.prefix(12).map(\.text).joined(separator: ", ")
            self.init(
                "\(short(company.name)) is a company, and a person is wanted here. "
                    + (people.isEmpty ? "No one in the network works there." : "These work there: \(staff)."))
        case .isOpportunity(let title, let company, let people):
            let part = people.prefix(12).map(\.text).joined(separator: ", ")
            self.init(
                "“\(short(title))” is a role at \(company), and a person is wanted here. "
                    + (people.isEmpty ? "No one is named with it." : "These are part of it: \(part)."))
        case .isPerson(let person):
            self.init(
                "\(short(person.name)) is a person, and a company is wanted here; `explain_person` tells more."
            )
        }
    }
}

/// A recorded name in a sentence, no longer than a name is.
private func short(_ name: String) -> String {
    let most = 60
    return printable(name.count > most ? name.prefix(most) + "…" : name)
}

extension OpenedNetwork {
    /// The one person who fits.
    func person(wanted text: String) throws(ToolRefusal) -> PersonID {
        do { return try person(called: text) } catch { throw ToolRefusal(error) }
    }

    /// The one company that fits.
    func company(wanted text: String) throws(ToolRefusal) -> CompanyID {
        do { return try company(called: text) } catch { throw ToolRefusal(error) }
    }

    /// The one person or company that fits.
    func personOrCompany(
        wanted text: String, wantsCompany: Bool
    ) throws(ToolRefusal) -> PersonOrCompany {
        do { return try personOrCompany(called: text, wantsCompany: wantsCompany) } catch {
            throw ToolRefusal(error)
        }
    }
}
