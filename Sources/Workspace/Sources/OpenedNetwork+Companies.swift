internal import Foundations
internal import NetworkEditing
public import ReferralAnalysis
internal import ReferralGraph
public import SourceReaders

extension OpenedNetwork {
    /// Who the seeker knows at companies named in words.
    /// - Parameter entries: The names, those of a list with their lines.
    /// - Returns: An answer for each name, in their order.
    /// - Complexity: O(people + companies), and for a name without a company O(companies).
    public func answers(about entries: [(name: String, line: Int?)]) -> CompanyAnswers {
        let matches = CompanyQuery.matches(entries.map(\.name), in: analysis.network)
        let found = matches.map { match -> [CompanyID] in
            switch match {
            case .one(let id): [id]
            case .several(let companies): companies.map(\.id)
            case .none: []
            }
        }
        let contacts = analysis.contacts(at: found.flatMap { $0 }.uniqued()).keyed(by: \.company, \.self)
        return CompanyAnswers(
            zip(entries, zip(matches, found)).map { entry, answer in
                var suggestion: String?
                if case .none(let near) = answer.0 { suggestion = near }
                return CompanyAnswer(
                    asked: entry.name, line: entry.line, suggestion: suggestion,
                    companies: answer.1.compactMap { contacts[$0] })
            })
    }
}

/// Reads a list of companies.
/// - Parameter path: A file, a pipe, or `-` for standard input.
/// - Throws: ``WorkspaceError``.
/// - Complexity: O(bytes).
public func companyList(at path: String) throws(WorkspaceError) -> CompanyList {
    let list = try sourced { () throws(SourceError) in try CompanyList(path: path) }
    guard list.diagnostics.count(of: .error) == 0 else { throw .invalid(list.diagnostics) }
    return list
}
