internal import Foundations
internal import ReferralGraph

extension CSVFieldReader {
    /// Everything wrong with the table, in the order of its lines.
    var diagnostics: [Diagnostic] {
        let diagnostics =
            diagnosticsOfForm
            + findings.map { finding in
                Diagnostic(
                    finding.identifier, file: file,
                    line: finding.row.map { line(of: $0) } ?? document?.headerLine,
                    path: finding.column.map { "\(layout.table.rawValue).\($0)" } ?? "",
                    found: finding.found, expected: finding.expected, hint: finding.hint)
            }
        return diagnostics.stablySorted { $0.line ?? 0 } + omissions
    }

    /// Whether entries or their ids are missing, so that references to them would be reported wrongly.
    var isBroken: Bool {
        !diagnosticsOfForm.isEmpty || findings.contains { $0.identifier == .columnMissing }
    }

    /// Reports issues of the network, except where something else is wrong, of which they are but a consequence.
    mutating func report(_ issues: [NetworkIssue]) {
        struct Place: Hashable {
            var row: Int
            var column: String?
        }
        var reported: Set<Place> = []
        for finding in findings {
            guard let row = finding.row else { continue }
            reported.insert(Place(row: row, column: finding.column))
            reported.insert(Place(row: row, column: nil))
        }
        for issue in issues {
            let (row, column) = place(of: issue.place)
            guard !reported.contains(Place(row: row, column: column)) else { continue }
            report(
                .init(issue.identifier), row: row, column: column, found: issue.found,
                expected: issue.expected, hint: issue.hint)
        }
    }

    private func place(of place: NetworkIssue.Place) -> (row: Int, column: String?) {
        let entry = entries[place.index]
        guard let field = place.field else { return (entry.row, nil) }
        let steps = field.split(separator: ".").map { $0.split(separator: "[") }
        let list = String(steps[0][0])
        let column = layout.column(of: steps.map { String($0[0]) })
        if steps.count == 2, let rows = entry.lists[list], let position = Int(steps[0][1].dropLast()) {
            return (rows[position], column)
        }
        return (entry.row, column)
    }
}
