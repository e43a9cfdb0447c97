public import Foundations
public import ReferralGraph

/// Writes networks as a folder of CSV tables, such that ``NetworkCSVReader`` reads the same value back.
///
/// All tables are written, those without rows with their header only, so that a folder never keeps a table of
/// another network.
public enum NetworkCSVWriter {
    /// The tables as names of files with their bytes, in a fixed order.
    /// - Parameter guardsFormulas: Whether cells are kept from being taken for formulas, see ``CSVWriter``.
    /// - Complexity: O(size of the network).
    public static func tables(
        of network: ReferralNetwork, guardsFormulas: Bool = true
    ) -> [(name: String, bytes: [UInt8])] {
        func table(_ layout: TableLayout, _ rows: [[String?]]) -> (name: String, bytes: [UInt8]) {
            var csv = CSVWriter(guardsFormulas: guardsFormulas)
            csv.row(layout.columns)
            for row in rows { csv.row(row.map { $0 ?? "" }) }
            return (layout.table.fileName, csv.bytes)
        }
        let seeker = TableLayout.people.position(of: "seeker")
        let people = network.people.flatMap { person in
            var rows = rows(of: person, .people)
            if person.id == network.seeker { rows[0][seeker] = "yes" }
            return rows
        }
        return [
            table(.network, settings(network)),
            table(.people, people),
            table(.companies, network.companies.flatMap { rows(of: $0, .companies) }),
            table(.opportunities, network.opportunities.flatMap { rows(of: $0, .opportunities) }),
            table(.ties, network.ties.flatMap { rows(of: $0, .ties) }),
            table(.referrals, network.referrals.flatMap { rows(of: $0, .referrals) }),
            table(.interactions, network.interactions.flatMap { rows(of: $0, .interactions) }),
            table(.targets, network.targets.flatMap { rows(of: $0, .targets) }),
        ]
    }

    /// Writes the tables into a folder that exists, each of them atomically.
    /// - Parameter spared: What is not to be overwritten; when one of the tables would, none is written.
    /// - Throws: ``WriteError``.
    public static func write(
        _ network: ReferralNetwork, toFolder folder: String, sparing spared: ProtectedFiles,
        guardsFormulas: Bool = true
    ) throws(WriteError) {
        for table in NetworkTable.allCases {
            try spared.check(NetworkCSVReader.filePath(folder, table.fileName))
        }
        for (name, bytes) in tables(of: network, guardsFormulas: guardsFormulas) {
            try AtomicFile.write(bytes, to: NetworkCSVReader.filePath(folder, name), sparing: spared)
        }
    }

    private static func settings(_ network: ReferralNetwork) -> [[String?]] {
        let holidays = ListCell.text(network.holidays.map(\.description))
        let values = [
            network.title, network.summary, network.holidays.isEmpty ? nil : holidays,
            network.sharing == .nothing ? nil : network.sharing.rawValue,
        ]
        return zip(TableLayout.keys, values).compactMap { key, value in value.map { [key, $0] } }
    }

    /// The rows of an entity: in each the next object of every list, in the first one the rest.
    private static func rows<Entity: NetworkEntity>(of entity: Entity, _ layout: TableLayout) -> [[String?]] {
        let fields = Entity.table.fields
        let count = fields.compactMap { $0.columns?.count(entity) }.max() ?? 1
        return (0..<max(1, count)).map { row in
            var cells = [String?](repeating: nil, count: layout.columns.count)
            // Every row says whose it is.
            if row > 0 { cells[0] = fields[0].columns?.cells(entity, 0)[0] }
            for (field, first) in zip(fields, layout.first) {
                guard let columns = field.columns, let first, row < columns.count(entity) else { continue }
                for (position, cell) in columns.cells(entity, row).enumerated() {
                    cells[first + position] = cell
                }
            }
            return cells
        }
    }
}
