import ReferralFormats
import ReferralGraph

/// What is fuzzed: a reader that must take any bytes without crashing, and whose results must keep a law.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case csv
    case networkJSON = "network-json"
    case dates

    /// Reads `bytes` and checks the laws; a broken one ends the process.
    public func run(_ bytes: [UInt8]) {
        switch self {
        case .csv: readCSV(bytes)
        case .networkJSON: readNetwork(bytes)
        case .dates: readDates(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Every cell of a table can be asked for.
    private func readCSV(_ bytes: [UInt8]) {
        let (document, diagnostics) = CSVDocument.read(bytes: bytes, file: "fuzz.csv")
        precondition(document != nil || !diagnostics.isEmpty, "no table and no word why")
        guard let document else { return }
        for row in document.rows {
            for column in 0..<row.count { _ = document.text(row, column) }
        }
    }

    /// What is read can be written and read again as the same.
    private func readNetwork(_ bytes: [UInt8]) {
        let result = NetworkJSONReader.read(bytes: bytes, file: "fuzz.json", asOf: nil)
        for diagnostic in result.diagnostics { precondition(!diagnostic.description.isEmpty) }
        guard let network = result.network else {
            precondition(!result.diagnostics.isEmpty, "no network and no word why")
            return
        }
        let written = NetworkJSONWriter.bytes(of: network)
        let again = NetworkJSONReader.read(bytes: written, file: "again.json", asOf: nil)
        precondition(again.network == network, "a network changed on its way through a file")
    }

    /// A day or moment that is read is written as it was, but for zero seconds and zero offsets.
    private func readDates(_ text: String) {
        if let day = CalendarDay(text) { precondition(day.description == text, "\(text) became \(day)") }
        if let moment = Timestamp(text) {
            precondition(Timestamp(moment.description) == moment, "\(text) became \(moment)")
        }
    }
}
