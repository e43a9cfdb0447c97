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
        try one(PersonQuery(text).match(in: analysis.network), of: "people", text) { ($0.id.text, $0.name) }
    }

    /// The one company that fits.
    /// - Throws: An ``ExitCode`` after saying which others there are.
    func company(matching text: String) throws(ExitCode) -> CompanyID {
        try one(CompanyQuery(text).match(in: analysis.network), of: "companies", text) {
            ($0.id.text, $0.name)
        }
    }

    /// Whether a name means a company: wanted as such, or no person has it.
    func isCompany(named name: String, wanted: Bool) -> Bool {
        if wanted { return true }
        guard case .none = PersonQuery(name).match(in: analysis.network) else { return false }
        if case .none = CompanyQuery(name).match(in: analysis.network) { return false }
        return true
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
            let hint = suggestion.map { "; did you mean “\($0)”?" } ?? ""
            let noun = kind == "people" ? "nobody" : "no company"
            Terminal.note("rebound: \(noun) in “\(title)” is called “\(text)”\(hint)")
        }
        throw ExitCode(ExitCodes.usage)
    }
}
