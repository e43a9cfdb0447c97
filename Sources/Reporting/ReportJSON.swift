public import ReferralGraph

/// A report as JSON, in an envelope that says which report of which version it is.
///
/// The same report gives the same bytes, see ``StableJSON``.
public struct ReportJSON<Report: Encodable & Sendable>: Encodable, Sendable {
    private let schema: String
    private let network: String?
    private let asOf: Timestamp
    private let policy: PolicyReference?
    private let report: Report

    /// Puts a report in its envelope.
    /// - Parameters:
    ///   - name: The report's name, such as `next`; the schema becomes `rebound-next/1`.
    ///   - network: What the network is called.
    ///   - asOf: The moment asked about.
    ///   - policy: By which policy the report came about; `nil` for one that depends on none.
    ///   - report: The report.
    public init(
        _ name: String, network: String?, asOf: Timestamp, policy: PolicyReference? = nil, report: Report
    ) {
        schema = "rebound-\(name)/1"
        self.network = network
        self.asOf = asOf
        self.policy = policy
        self.report = report
    }

    /// The JSON text, with a line break at the end.
    /// - Throws: `EncodingError` for a number that is not finite.
    public func text() throws -> String { try StableJSON.text(of: self) }
}
