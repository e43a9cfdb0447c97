public import Foundations
public import ReferralGraph

/// Reads networks from a folder of CSV tables; the catalogue's page on the tables lists the columns.
public enum NetworkCSVReader {
    /// Reads the tables of a folder and reports everything that is wrong with them.
    /// - Parameters:
    ///   - path: The folder.
    ///   - now: Facts later than this are warned about; `nil` leaves them alone.
    ///   - guardsFormulas: As it was given to ``NetworkCSVWriter``: takes off the apostrophe that keeps a cell from
    ///     being taken for a formula. Tables without guards read the same either way, unless a text itself begins with
    ///     apostrophes before `= + - @`, TAB, CR or LF.
    /// - Throws: ``ReadError`` when the folder or one of its tables cannot be read.
    /// - Complexity: O(bytes).
    public static func read(
        folder path: String, asOf now: Timestamp?, guardsFormulas: Bool = true
    ) throws(ReadError) -> ReadResult {
        var tables: [(name: String, bytes: [UInt8])] = []
        for name in try FileBytes.names(inFolder: path) where name.lowercased().hasSuffix(".csv") {
            let file = filePath(path, name)
            let isTable = NetworkTable.allCases.contains { $0.fileName == name.lowercased() }
            if isTable {
                tables.append((name, try FileBytes.read(path: file)))
            } else if try !FileBytes.isFolder(path: file) {
                tables.append((name, []))
            }
        }
        return read(tables: tables, folder: path, asOf: now, guardsFormulas: guardsFormulas)
    }

    /// Reads tables that are in memory.
    /// - Parameters:
    ///   - tables: Names of files such as `people.csv`, in any case, with their bytes.
    ///   - folder: The name of the folder, for the diagnostics.
    ///   - now: Facts later than this are warned about; `nil` leaves them alone.
    ///   - guardsFormulas: Whether cells may have the apostrophe of ``CSVWriter``, which is taken off.
    public static func read(
        tables: [(name: String, bytes: [UInt8])], folder: String, asOf now: Timestamp?,
        guardsFormulas: Bool = true
    ) -> ReadResult {
        var decoding = NetworkTables(tables, folder: folder, guardsFormulas: guardsFormulas)
        let network = decoding.network()
        if !decoding.hasBrokenForm { decoding.report(network.issues(asOf: now)) }
        return ReadResult(network: network, diagnostics: decoding.diagnostics)
    }

    static func filePath(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}

/// The tables of a folder while they are read.
struct NetworkTables {
    var settings: CSVFieldReader
    var people: CSVFieldReader
    var companies: CSVFieldReader
    var opportunities: CSVFieldReader
    var ties: CSVFieldReader
    var referrals: CSVFieldReader
    var interactions: CSVFieldReader
    var targets: CSVFieldReader
    private let diagnosticsOfFolder: [Diagnostic]

    init(_ tables: [(name: String, bytes: [UInt8])], folder: String, guardsFormulas: Bool) {
        func reader(_ layout: TableLayout) -> CSVFieldReader {
            let name = layout.table.fileName
            let match = tables.first { $0.name == name } ?? tables.first { $0.name.lowercased() == name }
            return CSVFieldReader(
                layout, bytes: match?.bytes, file: NetworkCSVReader.filePath(folder, match?.name ?? name),
                guardsFormulas: guardsFormulas)
        }
        settings = reader(.network)
        people = reader(.people)
        companies = reader(.companies)
        opportunities = reader(.opportunities)
        ties = reader(.ties)
        referrals = reader(.referrals)
        interactions = reader(.interactions)
        targets = reader(.targets)
        diagnosticsOfFolder = Self.diagnostics(ofFolder: folder, names: tables.map(\.name))
    }

    private static func diagnostics(ofFolder folder: String, names: [String]) -> [Diagnostic] {
        let known = NetworkTable.allCases.map(\.fileName)
        var diagnostics: [Diagnostic] = []
        if !names.contains(where: { $0.lowercased() == NetworkTable.people.fileName }) {
            diagnostics.append(
                Diagnostic(
                    .tableMissing, file: folder, found: "no people.csv",
                    expected:
                        "a folder with people.csv and, as far as needed, \(known.filter { $0 != "people.csv" }.joined(separator: ", "))",
                    hint: "is this the right folder?"))
        }
        for name in names where !known.contains(name.lowercased()) {
            diagnostics.append(
                Diagnostic(
                    .tableUnknown, file: NetworkCSVReader.filePath(folder, name),
                    found: "a table that is not part of a network",
                    expected: "one of \(known.joined(separator: ", "))",
                    hint: nearestSpelling(to: name, among: known).map {
                        "it is ignored; did you mean \"\($0)\"?"
                    } ?? "it is ignored"))
        }
        return diagnostics
    }

    private var readers: [CSVFieldReader] {
        [settings, people, companies, opportunities, ties, referrals, interactions, targets]
    }

    /// Whether rows are missing, so that references to them would be reported wrongly.
    var hasBrokenForm: Bool {
        diagnosticsOfFolder.contains { $0.severity == .error }
            || readers.contains(where: \.isBroken)
    }

    var diagnostics: [Diagnostic] { diagnosticsOfFolder + readers.flatMap(\.diagnostics) }

    /// Reports issues in their tables; none can be with the seeker, who is one of the people here.
    mutating func report(_ issues: [NetworkIssue]) {
        let issues = Dictionary(grouping: issues, by: \.place.table)
        people.report(issues[.people] ?? [])
        companies.report(issues[.companies] ?? [])
        opportunities.report(issues[.opportunities] ?? [])
        ties.report(issues[.ties] ?? [])
        referrals.report(issues[.referrals] ?? [])
        interactions.report(issues[.interactions] ?? [])
        targets.report(issues[.targets] ?? [])
    }
}
