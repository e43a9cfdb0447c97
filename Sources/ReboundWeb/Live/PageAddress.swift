internal import ReferralGraph
internal import Reporting

/// Where the pages are.
enum PageAddress {
    /// The page of a person.
    static func person(_ id: PersonID) -> String { address("person", ["id": id.text]) }

    /// The page of a company.
    static func company(_ id: CompanyID) -> String { address("company", ["id": id.text]) }

    /// The page of an opportunity.
    static func role(_ id: OpportunityID) -> String { address("role", ["id": id.text]) }

    /// The page of a name, with what it is to show.
    static func address(_ name: String, _ query: KeyValuePairs<String, String> = [:]) -> String {
        address(name, query.map { ($0.key, $0.value) })
    }

    /// The same with what a form says.
    static func address(_ name: String, _ fields: [(name: String, value: String)]) -> String {
        "/\(name)" + (fields.isEmpty ? "" : "?")
            + fields.map { "\($0.name)=\(percentEncoded($0.value))" }.joined(separator: "&")
    }
}
