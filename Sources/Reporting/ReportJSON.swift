private import FoundationEssentials
public import ReferralGraph

/// A report as JSON, in an envelope that says which report of which version it is.
///
/// Keys are sorted, so that the same report gives the same bytes.
public struct ReportJSON<Report: Encodable & Sendable>: Encodable, Sendable {
    private let schema: String
    private let network: String?
    private let asOf: Timestamp
    private let report: Report

    /// Puts a report in its envelope.
    /// - Parameters:
    ///   - name: The report's name, such as `next`; the schema becomes `rebound-next/1`.
    ///   - network: What the network is called.
    ///   - asOf: The moment asked about.
    ///   - report: The report.
    public init(_ name: String, network: String?, asOf: Timestamp, report: Report) {
        schema = "rebound-\(name)/1"
        self.network = network
        self.asOf = asOf
        self.report = report
    }

    /// The JSON text, with a line break at the end.
    public func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
