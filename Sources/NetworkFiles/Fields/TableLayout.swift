internal import Foundations
internal import ReferralGraph

/// The tables of a network folder, in the order in which they are read and written.
enum NetworkTable: String, CaseIterable {
    case network, people, companies, opportunities, ties, referrals, interactions, targets

    var fileName: String { "\(rawValue).csv" }
}

/// The columns of a table, in the order in which they are written: those of the entity's fields, and behind them those of the
/// objects of which an entity can have several.
struct TableLayout: Sendable {
    let table: NetworkTable
    let columns: [String]
    /// The columns without which the table says nothing.
    let required: [Int]
    /// Of each field of the entity its first column; `nil` when it is in none.
    let first: [Int?]
    /// The columns of objects of which an entity can have several begin here.
    let firstOfParts: Int
    /// What these objects are called.
    let parts: [String]
    /// The column of each field, by the names that lead to it.
    private let columnOfField: [[String]: String]

    /// - Parameter extra: A column besides those of the fields, which is required and stands behind another one.
    init<Entity: NetworkEntity>(
        _ type: Entity.Type, _ table: NetworkTable,
        extra: (name: String, after: String)? = nil
    ) {
        let fields = type.table.fields
        var columns: [String] = []
        var required: [Int] = []
        var first = [Int?](repeating: nil, count: fields.count)
        var columnOfField: [[String]: String] = [:]
        func add(_ index: Int) {
            let field = fields[index]
            guard let held = field.columns else { return }
            first[index] = columns.count
            if held.part == nil, field.isRequired { required.append(columns.count) }
            for (position, name) in held.names.enumerated() {
                columnOfField[held.part == nil ? [field.name] : [field.name, held.fields[position]]] = name
            }
            columns += held.names
            if let extra, extra.after == field.name {
                required.append(columns.count)
                columns.append(extra.name)
            }
        }
        for index in fields.indices where fields[index].columns?.isRepeated == false { add(index) }
        firstOfParts = columns.count
        for index in fields.indices where fields[index].columns?.isRepeated == true { add(index) }
        self.table = table
        self.columns = columns
        self.required = required
        self.first = first
        self.columnOfField = columnOfField
        parts = fields.compactMap { $0.columns?.isRepeated == true ? $0.columns?.part : nil }
    }

    /// The table of what concerns the whole network: a key and a value a row.
    init() {
        table = .network
        columns = ["key", "value"]
        required = [0, 1]
        first = []
        firstOfParts = 2
        parts = []
        columnOfField = [:]
    }

    /// What may stand in the column of keys.
    static let keys = ["title", "summary", "holidays", "sharing"]

    /// What a further row of an entity can add, `employment or signal`.
    var further: String {
        parts.count < 2
            ? parts.joined() : parts.dropLast().joined(separator: ", ") + " or " + parts[parts.count - 1]
    }

    /// The column of a field that is found by these names.
    func column(of names: [String]) -> String { columnOfField[names] ?? names[names.count - 1] }

    /// The position of a column.
    func position(of column: String) -> Int { columns.firstIndex(of: column)! }
}
