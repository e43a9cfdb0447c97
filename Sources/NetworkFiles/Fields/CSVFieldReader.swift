internal import Foundations
internal import ReferralGraph

/// Reads values out of the rows of one table and collects everything that is wrong with them.
///
/// A required value that cannot be read is replaced, so that reading goes on to the next mistake.
struct CSVFieldReader {
    let file: String
    /// What is wrong with the table's form; when there is something, references cannot be judged.
    let diagnosticsOfForm: [Diagnostic]
    /// The rows that have as many cells as the header.
    let rows: [Int]
    /// Where the entries of the network stand.
    var entries: [Entry] = []
    private var collected = LimitedFindings<Finding>()
    /// The first mistakes of each severity.
    var findings: [Finding] { collected.kept }
    let document: CSVDocument?
    /// The columns that the table may have.
    let layout: TableLayout
    private let guardsFormulas: Bool
    /// The position of each column in the file.
    private var positions: [Int?] = []

    /// The rows of one entry.
    struct Entry {
        var row: Int
        /// Of each list in the entry, the row of each element.
        var lists: [String: [Int]] = [:]
    }

    /// A mistake, located by row and column; without a row in the header.
    struct Finding {
        var identifier: Diagnostic.Kind
        var row: Int?
        var column: String?
        var found: String
        var expected: String
        var hint: String
    }

    init(_ layout: TableLayout, bytes: [UInt8]?, file: String, guardsFormulas: Bool) {
        self.layout = layout
        self.guardsFormulas = guardsFormulas
        self.file = file
        guard let bytes else {
            (document, diagnosticsOfForm, rows) = (nil, [], [])
            return
        }
        (document, diagnosticsOfForm) = CSVDocument.read(bytes: bytes, file: file)
        rows =
            document.map { document in
                document.rows.indices.filter { document.rows[$0].count == document.header.count }
            } ?? []
        matchHeader()
    }

    mutating func report(
        _ identifier: Diagnostic.Kind, row: Int?, column: String?, found: String, expected: String,
        hint: String
    ) {
        collected.append(
            .init(
                identifier: identifier, row: row, column: column, found: found, expected: expected, hint: hint
            ), identifier.severity)
    }

    /// Says how many mistakes there are besides ``findings``.
    var omissions: [Diagnostic] { collected.omissions(file: file) }

    // MARK: Columns

    private mutating func matchHeader() {
        guard let document else { return }
        func folded(_ name: String) -> String {
            String(name.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" })
        }
        positions = Array(repeating: nil, count: layout.columns.count)
        let names = layout.columns.map(folded)
        for (position, title) in document.header.enumerated() {
            if let column = names.firstIndex(of: folded(title)) {
                if let earlier = positions[column], document.header[earlier] != title {
                    report(
                        .columnRepeated, row: nil, column: nil,
                        found: "the columns \(quoted(document.header[earlier])) and \(quoted(title))",
                        expected: "each column once", hint: "remove one of the two")
                }
                positions[column] = positions[column] ?? position
            } else if !isBlank(title) || rows.contains(where: { !isBlank(text($0, position)) }) {
                report(
                    .columnUnknown, row: nil, column: nil, found: "the column \(quoted(title))",
                    expected: "columns out of \(layout.columns.joined(separator: ", "))",
                    hint: spellingHint(
                        to: title, among: layout.columns,
                        else: "remove the column, or move it to another file"))
            }
        }
        for column in layout.required where positions[column] == nil {
            report(
                .columnMissing, row: nil, column: nil, found: "no column \"\(layout.columns[column])\"",
                expected:
                    "the columns \(layout.required.map { layout.columns[$0] }.joined(separator: ", ")) at least",
                hint: "add it to the header line, or correct its name")
        }
    }

    func has(_ column: Int) -> Bool { positions.indices.contains(column) && positions[column] != nil }

    private func text(_ row: Int, _ position: Int) -> String {
        let text = document.map { $0.text($0.rows[row], position) } ?? ""
        return guardsFormulas ? CSVWriter.withoutGuards(text) : ControlPictures.hidden(text)
    }

    /// The text of a cell; `nil` when it is blank or the column is not there.
    func cell(_ row: Int, _ column: Int) -> String? {
        guard has(column), let position = positions[column] else { return nil }
        let cell = text(row, position)
        return isBlank(cell) ? nil : cell
    }

    func hasAny(of columns: some Sequence<Int>, _ row: Int) -> Bool {
        columns.contains { cell(row, $0) != nil }
    }

    func line(of row: Int) -> Int { document?.rows[row].line ?? 0 }

    // MARK: Values

    /// The value of a cell; `nil` when it is blank, or none, which has been said then.
    mutating func value<Value>(_ row: Int, _ column: Int, _ format: TextFormat<Value>) -> Value? {
        cell(row, column).flatMap {
            value(of: format.keepsSpace ? $0 : trimmed($0), row, column, format.parseCell)
        }
    }

    /// As ``value(_:_:_:)``; space at the ends of the cell does not count.
    mutating func value<Value>(
        _ row: Int, _ column: Int, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> Value? {
        cell(row, column).flatMap { value(of: trimmed($0), row, column, parse) }
    }

    /// The values of a list in a cell.
    mutating func list<Value>(_ row: Int, _ column: Int, _ format: TextFormat<Value>) -> [Value] {
        var values: [Value] = []
        for text in cell(row, column).map(ListCell.values) ?? [] {
            if let value = value(of: text, row, column, format.parseCell) { values.append(value) }
        }
        return values
    }

    /// The values of a list in which nothing stands twice.
    mutating func set<Value: Equatable>(_ row: Int, _ column: Int, _ format: TextFormat<Value>) -> [Value] {
        var values: [Value] = []
        for text in cell(row, column).map(ListCell.values) ?? [] {
            guard let value = value(of: trimmed(text), row, column, format.parseCell) else { continue }
            if values.contains(value) {
                report(
                    .valueRepeated, row: row, column: column, found: "\(quoted(text)) again",
                    expected: "each entry once", hint: "remove one of the two")
            }
            values.append(value)
        }
        return values
    }

    private mutating func value<Value>(
        of text: String, _ row: Int, _ column: Int, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> Value? {
        do throws(FieldComplaint) {
            return try parse(text)
        } catch {
            report(
                error.identifier, row: row, column: column, found: quoted(text), expected: error.expected,
                hint: error.hint)
            return nil
        }
    }

    /// Reports a cell in which something has to be.
    mutating func reportBlank(_ row: Int, _ column: Int, expected: String) {
        guard has(column) else { return }
        report(
            .fieldMissing, row: row, column: column, found: "blank", expected: expected,
            hint: "fill in the cell, or remove the row")
    }

    mutating func report(
        _ identifier: Diagnostic.Kind, row: Int?, column: Int, found: String, expected: String, hint: String
    ) {
        report(
            identifier, row: row, column: layout.columns[column], found: found, expected: expected, hint: hint
        )
    }

    // MARK: Entities

    /// An object that stands in some columns of a row, the first of them given.
    mutating func entity<Entity: NetworkEntity>(_ row: Int, _ first: Int) -> Entity {
        let table = Entity.table
        var entity = table.blank
        var column = first
        for field in table.fields {
            guard let columns = field.columns else { continue }
            columns.read(&self, row, column, &entity)
            column += columns.names.count
        }
        check(entity, row) { first + $0 }
        return entity
    }

    /// All entities of the table.
    /// - Parameter take: Takes in what the table says besides; is given the first row and the entity.
    mutating func entities<Entity: NetworkEntity>(
        _ take: (inout CSVFieldReader, Int, Entity) -> Void = { _, _, _ in }
    ) -> [Entity] {
        let (table, layout) = (Entity.table, layout)
        let isGrouped = !layout.parts.isEmpty
        var entities: [Entity] = []
        for group in isGrouped ? groups(by: 0) : rows.map({ [$0] }) {
            if isGrouped { checkAgreement(group) }
            let row = group[0]
            var entry = Entry(row: row)
            var entity = table.blank
            for index in table.fields.indices {
                guard let columns = table.fields[index].columns, let first = layout.first[index] else {
                    continue
                }
                guard columns.part != nil else {
                    columns.read(&self, row, first, &entity)
                    continue
                }
                let all = first..<first + columns.names.count
                for row in columns.isRepeated ? group : [row] where hasAny(of: all, row) {
                    if columns.isRepeated { entry.lists[table.names[index], default: []].append(row) }
                    columns.read(&self, row, first, &entity)
                }
            }
            check(entity, row) { layout.first[$0] }
            take(&self, row, entity)
            entries.append(entry)
            entities.append(entity)
        }
        return entities
    }

    private mutating func check<Entity: NetworkEntity>(
        _ entity: Entity, _ row: Int, column: (_ field: Int) -> Int?
    ) {
        for condition in Entity.table.conditions {
            guard let (kind, found, expected, hint) = condition.violation(entity),
                let field = Entity.table.names.firstIndex(of: condition.field), let column = column(field)
            else { continue }
            report(kind, row: row, column: column, found: found, expected: expected, hint: hint)
        }
    }

    // MARK: Entries of several rows

    /// The rows of each entity, in the order of the first ones; rows without an id stand alone.
    private func groups(by id: Int) -> [[Int]] {
        var groups: [[Int]] = []
        var groupOfID: [String: Int] = [:]
        for row in rows {
            let text = cell(row, id).map(trimmed)
            if let text, let group = groupOfID[text] {
                groups[group].append(row)
            } else {
                if let text { groupOfID[text] = groups.count }
                groups.append([row])
            }
        }
        return groups
    }

    /// Reports further rows of an entity that contradict the first one, and those that add nothing.
    private mutating func checkAgreement(_ group: [Int]) {
        for row in group.dropFirst() {
            let firstLine = line(of: group[0])
            for column in 1..<layout.firstOfParts {
                guard let cell = cell(row, column), cell != self.cell(group[0], column) else { continue }
                report(
                    .rowsDisagree, row: row, column: column, found: quoted(cell),
                    expected: "the same as in line \(firstLine), or blank",
                    hint: "give one of the two an id of its own, or make the rows agree")
            }
            if !hasAny(of: layout.firstOfParts..<layout.columns.count, row) {
                report(
                    .duplicateIdentifier, row: row, column: 0,
                    found: "\(quoted(cell(row, 0) ?? "")), which line \(firstLine) has already",
                    expected: "an id of its own, or a further \(layout.further) in this row",
                    hint: "give one of the two another id, or remove the repetition")
            }
        }
    }
}
