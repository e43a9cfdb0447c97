internal import Reporting
internal import SourceReaders
internal import Workspace

/// What the columns of a table mean: a guess to be confirmed or mended, with a few values of each column beside it.
struct ColumnForm {
    private let request: ImportRequest
    private let columns: [MappedCSVReader.Column]
    private let error: WorkspaceError

    init(_ request: ImportRequest, _ columns: [MappedCSVReader.Column], _ error: WorkspaceError) {
        self.request = request
        self.columns = columns
        self.error = error
    }

    private var heading: HTML {
        guard case .mappingNeeded(let path, let guess) = error else {
            return "<h2 id=\"columns\">What do the columns mean?</h2>"
        }
        return """
            <h2 id="columns">What do the columns of \(path) mean?</h2>
            <p>\(guess.namesSomebody ? "This is a guess by their names. Is it right?" : "No column looks like a name or an address. Say which is which.")</p>
            """
    }

    private func meaning(of column: String) -> ColumnMapping.Field? {
        guard case .mappingNeeded(_, let guess) = error else { return request.meaning(of: column) }
        return guess.assignments.first { $0.column == column }?.field
    }

    var html: HTML {
        """
        <section aria-labelledby="columns">\(heading)
        <form class="sheet wide" data-get="/import">
        \(request.withoutColumns.fields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML })
        <div class="scroll"><table class="columns"><thead><tr><th scope="col">Column</th><th scope="col">For example</th><th scope="col">Means</th></tr></thead>
        <tbody>\(columns.enumerated().map { row($0.offset, $0.element) })</tbody></table></div>
        <label>How it writes days<select name="dates">
        \(Self.dates.map { "<option value=\"\($0.pattern)\"\($0.pattern == request[.dates] ? " selected" : "")>\($0.words)</option>" as HTML })</select></label>
        <div class="choices"><button class="first">Read it so</button></div></form></section>
        """
    }

    private static let dates = [
        ("", "2026-06-07"), ("DD/MM/YYYY", "07/06/2026, day first"),
        ("MM/DD/YYYY", "06/07/2026, month first"),
        ("DD-MM-YYYY", "07-06-2026, day first"), ("MM-DD-YYYY", "06-07-2026, month first"),
        ("EXCEL", "numbers, as a spreadsheet has them"),
    ].map { (pattern: $0.0, words: $0.1) }

    private func row(_ position: Int, _ column: MappedCSVReader.Column) -> HTML {
        let meaning = meaning(of: column.name)
        return """
            <tr><th scope="row" id="column-\(position)">\(column.name)<input type="hidden" name="column" value="\(column.name)"></th>
            <td>\(column.examples.joined(separator: " · "))</td>
            <td><select name="means" aria-labelledby="column-\(position)"><option value="">nothing</option>
            \(ColumnMapping.Field.allCases.map { option($0, isChosen: $0 == meaning) })</select></td></tr>
            """
    }

    private func option(_ field: ColumnMapping.Field, isChosen: Bool) -> HTML {
        "<option value=\"\(field.rawValue)\"\(isChosen ? " selected" : "")>\(field.rawValue.replacing("-", with: " "))</option>"
    }
}
