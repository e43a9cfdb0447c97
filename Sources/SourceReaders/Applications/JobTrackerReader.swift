internal import Foundations
internal import ReferralGraph

extension SourceFormat {
    /// A list of applications.
    public static let applications = SourceFormat(rawValue: "applications")
}

extension SourceReader {
    /// The table of a job tracker, unless the user says what its columns mean.
    static let applications = SourceReader(
        .applications, title: "applications", summary: "lists of applications",
        noun: "a list of applications",
        recognises: { input, options in
            options.mapping == nil && input.header.map(JobTrackerReader.recognises(header:)) ?? false
        },
        read: { input, options throws(SourceError) in
            JobTrackerReader.read(
                bytes: try input.contents(), file: input.path, dates: options.mapping?.dates ?? .iso)
        })
}

/// Reads a list of applications, as job trackers and their spreadsheet templates write it: a row for each job, with the
/// company, the title and the day of the application.
///
/// A status is reported, not taken over: lists say where an application stands and not since when.
public enum JobTrackerReader {
    /// Whether a header is that of a list of applications: a company, a job and a day or status of the application, and no
    /// column for the name of a person the row is about.
    public static func recognises(header: [String]) -> Bool {
        let columns = Columns(header)
        let keys = Set(header.map(ColumnNames.key))
        guard columns.company != nil, columns.title != nil, keys.isDisjoint(with: namesOfPeople) else {
            return false
        }
        return columns.applied != nil || columns.status != nil && !keys.isDisjoint(with: wordsOfJobs)
    }

    /// Reads all applications of a table.
    /// - Parameters:
    ///   - bytes: The whole file, in any encoding that spreadsheets write.
    ///   - file: Its name, for places and diagnostics.
    ///   - dates: How days are written that could be two; ISO where the user says nothing.
    /// - Returns: The applications, with an error when there are none.
    /// - Complexity: O(bytes).
    public static func read(bytes: [UInt8], file: String, dates: DatePattern = .iso) -> SourceRecords {
        var records = SourceRecords(format: .applications, path: file)
        let (table, diagnostics) = ContactTable.read(bytes: bytes, file: file)
        records.diagnostics = diagnostics
        guard let table else { return records }
        let columns = Columns(table.document.header)
        guard let company = columns.company, let title = columns.title else {
            records.diagnostics.append(
                noApplications(table, "the columns \(clipped(table.document.header.joined(separator: ", ")))")
            )
            return records
        }
        let cells = columns.applied.map { column in
            table.document.rows.compactMap { row in
                table.text(row, column).map {
                    ColumnDays.Cell(text: $0, column: table.document.header[column], line: row.line)
                }
            }
        }
        let days = ColumnDays(cells ?? [], declared: dates, file: file)
        records.diagnostics += days.diagnostics
        var tally = SourceTally(file: file)
        var laterStages: [(line: Int, status: String)] = []
        for row in table.document.rows {
            guard let employer = table.text(row, company).map(NotionLinks.removed),
                let job = table.text(row, title).map(NotionLinks.removed)
            else {
                tally.skipped.append(.init(line: row.line, reason: "neither a company nor a title"))
                continue
            }
            guard let day = columns.applied.flatMap({ table.text(row, $0) }).flatMap(days.day) else {
                tally.skipped.append(.init(line: row.line, reason: "no day of the application"))
                continue
            }
            tally.read += 1
            records.applications.append(
                ApplicationRecord(
                    company: employer, title: job, date: Timestamp(day), place: table.place(row)))
            if let status = columns.status.flatMap({ table.text(row, $0) }), !isStart(status) {
                laterStages.append((row.line, status))
            }
        }
        records.tallies.append(tally)
        if let first = laterStages.first {
            records.diagnostics.append(noteOnStages(first, laterStages.count, columns, table))
        }
        if records.applications.isEmpty, !records.hasErrors {
            records.diagnostics.append(noApplications(table, "no row with a company, a title and a day"))
        }
        return records
    }

    private static func noteOnStages(
        _ first: (line: Int, status: String), _ count: Int, _ columns: Columns, _ table: ContactTable
    ) -> Diagnostic {
        let more = count == 1 ? "" : ", and \(count - 1) more like it"
        return Diagnostic(
            .valueIgnored, file: table.file, line: first.line,
            path: columns.status.map { table.document.header[$0] } ?? "",
            found: quoted(first.status) + more, expected: "a stage with its day",
            hint: "the applications are taken in as applied; record what came after with `rebound stage`")
    }

    private static func noApplications(_ table: ContactTable, _ found: String) -> Diagnostic {
        Diagnostic(
            .listEmpty, file: table.file, line: table.document.headerLine, found: found,
            expected: "a list of applications with a company, a job title and the day of the application",
            hint: "a list of people is read with --map")
    }

    private static func isStart(_ status: String) -> Bool {
        [
            "applied", "submitted", "sent", "application sent", "application submitted", "beworben",
            "postule", "solicitado",
        ]
        .contains(foldedName(status))
    }

    /// The columns by their positions.
    private struct Columns {
        let company: Int?
        let title: Int?
        let status: Int?
        let applied: Int?

        init(_ header: [String]) {
            let keys = header.map(ColumnNames.key)
            func first(_ names: [String]) -> Int? { names.lazy.compactMap { keys.firstIndex(of: $0) }.first }
            company = first(ColumnNames.synonyms[.company] ?? [])
            title = first((ColumnNames.synonyms[.title] ?? []) + jobs)
            status = first(statuses)
            applied = first(days)
        }
    }

    private static let jobs = [
        "job role", "role title", "position title", "job name", "opening", "vacancy", "stelle", "offre",
    ]
    private static let statuses = [
        "status", "stage", "application status", "current status", "current stage", "job status", "state",
        "outcome",
        "result", "phase", "statut", "etat", "estado", "etapa",
    ]
    private static let days = [
        "date applied", "applied date", "applied on", "applied at", "applied", "application date",
        "date of application",
        "date submitted", "submitted on", "submission date", "application submitted", "beworben am",
        "bewerbungsdatum",
        "datum der bewerbung", "date de candidature", "date d'envoi", "candidature envoyee le",
        "fecha de solicitud",
        "fecha de aplicacion", "fecha de postulacion", "date applied on", "applied day",
    ]
    private static let wordsOfJobs: Set<String> = [
        "salary", "salary range", "compensation", "job url", "job link", "job posting", "posting url",
        "job description",
        "deadline", "resume", "cover letter", "interview date", "follow up date", "follow up", "gehalt",
        "salaire", "salario",
        "applied via", "source", "job board", "remote",
    ]
    private static let namesOfPeople: Set<String> = ColumnNames.vagueNames.union([
        "full name", "fullname", "display name", "first name", "firstname", "last name", "lastname",
        "given name",
        "family name", "surname", "vorname", "nachname", "prenom", "apellidos", "apellido",
    ])
}
