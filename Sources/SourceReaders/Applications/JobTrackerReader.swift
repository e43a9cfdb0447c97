internal import Foundations
internal import ReferralGraph

extension SourceFormat {
    /// A list of applications.
    public static let applications = SourceFormat(rawValue: "applications")
}

extension SourceReader {
    /// The table of a job tracker, or one of which the user says that its columns are about applications.
    static let applications = SourceReader(
        .applications, title: "applications",
        summary: "lists of applications", noun: "a list of applications",
        recognises: { input, options in
            if let mapping = options.mapping, !mapping.assignments.isEmpty {
                return mapping.describesApplications
            }
            return input.header.map(JobTrackerReader.recognises(header:)) ?? false
        },
        read: { input, options throws(SourceError) in
            JobTrackerReader.read(bytes: try input.contents(), file: input.path, mapping: options.mapping)
        })
}

/// Reads a list of applications, as job trackers and their spreadsheet templates write it: a row for each job, with the
/// company, the title and the day of the application.
///
/// A stage counts with its day. One that ends an application and has no day of its own stands on the last day that the row
/// names; any other without a day is reported, not taken over.
public enum JobTrackerReader {
    /// Whether a header is that of a list of applications: a company, a job and a day or status of the application, and no
    /// column for the name of a person the row is about.
    public static func recognises(header: [String]) -> Bool {
        let guess = ColumnMapping.guessedApplications(from: header)
        func has(_ field: ColumnMapping.Field) -> Bool { !guess.columns(field).isEmpty }
        guard has(.company), has(.title) else { return false }
        // What names the job names no person.
        let keys = Set(header.map(ColumnNames.key))
            .subtracting(guess.columns(.title).map(ColumnNames.key))
        guard keys.isDisjoint(with: namesOfPeople) else { return false }
        return has(.appliedOn) || has(.status) && (!keys.isDisjoint(with: wordsOfJobs) || has(.posting))
    }

    /// Reads all applications of a table.
    /// - Parameters:
    ///   - bytes: The whole file, in any encoding that spreadsheets write.
    ///   - file: Its name, for places and diagnostics.
    ///   - mapping: What the user says about columns, days and stages; what the columns' names suggest where it names no column.
    /// - Returns: The applications, with an error when there are none.
    /// - Complexity: O(bytes).
    public static func read(
        bytes: [UInt8], file: String, mapping: ColumnMapping? = nil
    ) -> SourceRecords {
        var records = SourceRecords(format: .applications, path: file)
        let (table, diagnostics) = ContactTable.read(bytes: bytes, file: file)
        records.diagnostics = diagnostics
        guard let table else { return records }
        var understood = ColumnMapping.guessedApplications(from: table.document.header)
        if let mapping {
            if !mapping.assignments.isEmpty { understood.assignments = mapping.assignments }
            (understood.dates, understood.stages) = (mapping.dates, mapping.stages)
        }
        records.mapping = understood.argument
        let columns = MappedColumns(understood, table, isAboutPeople: false)
        records.diagnostics += columns.diagnostics
        guard columns.diagnostics.isEmpty else { return records }
        guard [.company, .title].allSatisfy({ !understood.columns($0).isEmpty }) else {
            records.diagnostics.append(
                noApplications(table, "the columns \(clipped(table.document.header.joined(separator: ", ")))")
            )
            return records
        }
        let days = ColumnDays(
            columns.days(dated), declared: understood.dates, file: file, completing: understood)
        records.diagnostics += days.diagnostics
        var rows = TrackedRows(columns, days)
        for row in table.document.rows { rows.read(row, into: &records) }
        rows.finish(&records)
        if records.applications.isEmpty, rows.savedCount == 0, !records.hasErrors {
            records.diagnostics.append(noApplications(table, "no row with a company, a title and a day"))
        }
        return records
    }

    /// The fields that say days.
    private static let dated: [ColumnMapping.Field] = [
        .appliedOn, .interviewedOn, .offeredOn, .rejectedOn, .followUpOn, .updatedOn,
    ]

    private static func noApplications(_ table: ContactTable, _ found: String) -> Diagnostic {
        Diagnostic(
            .listEmpty, file: table.file, line: table.document.headerLine, found: found,
            expected: "a list of applications with a company, a job title and the day of the application",
            hint:
                "say which columns they are: --map 'company=COLUMN,title=COLUMN,applied-on=COLUMN'; a list of people is "
                + "read with --map, too")
    }

    private static let wordsOfJobs: Set<String> = [
        "salary", "salary range", "max salary", "min salary", "compensation", "job description", "deadline",
        "resume", "cover letter", "interview date", "follow up date", "follow up", "gehalt", "salaire",
        "salario", "applied via", "source", "job board", "remote", "date saved", "excitement",
    ]
    private static let namesOfPeople: Set<String> = ColumnNames.vagueNames.union([
        "full name", "fullname", "display name", "first name", "firstname", "last name", "lastname",
        "given name",
        "family name", "surname", "vorname", "nachname", "prenom", "apellidos", "apellido",
    ])
}

/// The rows of a list of applications while they are read.
private struct TrackedRows {
    let columns: MappedColumns
    let days: ColumnDays
    private var tally: SourceTally
    /// How many jobs are only saved.
    private(set) var savedCount = 0
    /// Stages without a day, and words that nothing explains, each with the lines on which they stand.
    private var undated: [Finding] = []
    private var ended: [Finding] = []
    private var unknown: [(word: String, lines: [Int])] = []
    private var contacts: [String: Int] = [:]

    private typealias Finding = (line: Int, word: String, stage: Stage, title: String)

    init(_ columns: MappedColumns, _ days: ColumnDays) {
        self.columns = columns
        self.days = days
        tally = SourceTally(file: columns.table.file)
    }

    private func text(_ row: CSVDocument.Row, _ field: ColumnMapping.Field) -> String? {
        columns.cells(row, field).first.map { NotionLinks.removed($0.text) }
    }

    mutating func read(_ row: CSVDocument.Row, into records: inout SourceRecords) {
        guard let company = text(row, .company), let title = text(row, .title) else {
            tally.skipped.append(.init(line: row.line, reason: "neither a company nor a title"))
            return
        }
        var dates: [ColumnMapping.Field: CalendarDay] = [:]
        for field in [.appliedOn, .interviewedOn, .offeredOn, .rejectedOn, .updatedOn, .followUpOn]
            as [ColumnMapping.Field]
        {
            guard let cell = columns.cells(row, field).first else { continue }
            dates[field] = days.day(cell.text)
            if dates[field] == nil, !days.isUnclear {
                records.diagnostics.append(
                    Diagnostic(
                        .valueIgnored, file: columns.table.file, line: row.line, path: cell.column,
                        found: quoted(cell.text), expected: days.expected,
                        hint: "the cell is left out, the rest of the row is read"))
            }
        }
        guard let standing = standing(row) else { return }
        guard let applied = dates[.appliedOn] else {
            if standing == .notApplied {
                savedCount += 1
                tally.skipped.append(.init(line: row.line, reason: "saved, not applied for yet"))
            } else {
                tally.skipped.append(.init(line: row.line, reason: "no day of the application"))
            }
            return
        }
        tally.read += 1
        var application = ApplicationRecord(
            company: company, title: title, date: Timestamp(applied), place: columns.table.place(row))
        application.steps = steps(row, standing, dates, title)
        application.note = note(row, dates[.followUpOn])
        application.participants = participants(row, company, &records)
        records.applications.append(application)
    }

    /// What the status says; `nil` for a word that is not understood, which is remembered. No status says applied.
    private mutating func standing(_ row: CSVDocument.Row) -> TrackedStage? {
        guard let word = text(row, .status) else { return .stage(.applied) }
        if let stage = columns.mapping.meaning(of: word) { return stage }
        if let known = unknown.firstIndex(where: { ColumnNames.key($0.word) == ColumnNames.key(word) }) {
            unknown[known].lines.append(row.line)
        } else {
            unknown.append((word, [row.line]))
        }
        return nil
    }

    private mutating func steps(
        _ row: CSVDocument.Row, _ standing: TrackedStage, _ dates: [ColumnMapping.Field: CalendarDay],
        _ title: String
    ) -> [ApplicationRecord.Step] {
        let own: [(Stage, ColumnMapping.Field)] = [
            (.interview, .interviewedOn), (.offer, .offeredOn), (.rejected, .rejectedOn),
        ]
        var steps = own.compactMap { stage, field in
            dates[field].map { ApplicationRecord.Step(stage: stage, day: $0) }
        }
        let stage: Stage
        switch standing {
        case .stage(.applied), .notApplied, .silence: return steps
        case .stage(let named): stage = named
        case .archived: stage = .withdrawn
        }
        if steps.contains(where: { $0.stage == stage }) { return steps }
        let last = (steps.map(\.day) + [dates[.appliedOn]].compactMap(\.self)).max()
        if let day = dates[.updatedOn], last.map({ day >= $0 }) ?? true {
            steps.append(.init(stage: stage, day: day))
        } else if stage.isFinal, let last {
            steps.append(.init(stage: stage, day: last, isDated: false))
            ended.append((row.line, text(row, .status) ?? "", stage, title))
        } else {
            undated.append((row.line, text(row, .status) ?? "", stage, title))
        }
        return steps
    }

    /// Notes, the address of the posting, and when the user wants to follow up, as one text.
    private func note(_ row: CSVDocument.Row, _ followUp: CalendarDay?) -> String? {
        let parts =
            columns.cells(row, .notes).map(\.text) + columns.cells(row, .posting).map(\.text)
            + (followUp.map { ["follow up on \($0)"] } ?? [])
        return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    /// The people of a row; one who is in several rows is one contact.
    private mutating func participants(
        _ row: CSVDocument.Row, _ company: String, _ records: inout SourceRecords
    ) -> [ApplicationRecord.Participant] {
        let address = text(row, .email).flatMap(ContactValues.email)
        if let cell = columns.cells(row, .email).first, address == nil {
            records.diagnostics.append(
                Diagnostic(
                    .valueIgnored, file: columns.table.file, line: row.line, path: cell.column,
                    found: quoted(cell.text), expected: "an e-mail address", hint: "it is left out"))
        }
        let roles: [(ColumnMapping.Field, Participant.Role)] = [
            (.name, .coordinator), (.recruiter, .recruiter), (.hiringManager, .hiringManager),
        ]
        var people: [ApplicationRecord.Participant] = []
        // The address belongs to the contact, else to the only other person there is.
        let named = roles.flatMap { field, role in
            text(row, field).map(Self.names)?.map { (name: $0, role: role) } ?? []
        }
        let contacts = named.indices.filter { named[$0].role == .coordinator }
        let owner = contacts.count == 1 ? contacts[0] : named.count == 1 ? 0 : nil
        for (position, person) in named.enumerated() {
            let email = position == owner ? address : nil
            let name = ContactValues.email(person.name) == nil ? person.name : ""
            add(name, email ?? ContactValues.email(person.name), person.role, row, company, &people, &records)
        }
        if owner == nil, let address { add("", address, .coordinator, row, company, &people, &records) }
        return people
    }

    /// The names in a cell: one a line, between semicolons, or whole names between commas.
    private static func names(_ text: String) -> [String] {
        let pieces = text.split { $0.isNewline || $0 == ";" }.map { trimmed(String($0)) }
        return pieces.flatMap { piece in
            let names = piece.split(separator: ",").map { trimmed(String($0)) }
            return names.allSatisfy { $0.contains(" ") } ? names : [piece]
        }.filter { !$0.isEmpty }
    }

    private mutating func add(
        _ name: String, _ email: String?, _ role: Participant.Role, _ row: CSVDocument.Row,
        _ company: String, _ people: inout [ApplicationRecord.Participant], _ records: inout SourceRecords
    ) {
        let key = [foldedName(name), email?.lowercased() ?? "", CompanyName(company).key].joined(
            separator: "\n")
        let contact = contacts[key] ?? records.contacts.count
        if contact == records.contacts.count {
            contacts[key] = contact
            var record = ContactRecord(name: name, place: columns.table.place(row))
            record.emails = [email].compactMap(\.self)
            // An address alone may be an agency's.
            if !name.isEmpty, role != .recruiter { record.company = company }
            records.contacts.append(record)
        }
        people.append(.init(contact: contact, role: role))
    }

    /// Adds the tally, and the questions and notes about stages.
    mutating func finish(_ records: inout SourceRecords) {
        records.tallies.append(tally)
        let column = columns.mapping.columns(.status).first ?? ""
        func more(_ count: Int) -> String { count == 1 ? "" : ", and \(count - 1) more like it" }
        func add(
            _ kind: Diagnostic.Kind, _ line: Int, _ found: String, _ expected: String, _ hint: String
        ) {
            records.diagnostics.append(
                Diagnostic(
                    kind, file: columns.table.file, line: line, path: column, found: found,
                    expected: expected, hint: hint))
        }
        var explained = columns.mapping
        explained.stages += unknown.map { .init(word: $0.word, meaning: .stage(.applied)) }
        for (word, lines) in unknown {
            add(
                .valueUnknown, lines[0], quoted(word) + more(lines.count),
                "a word for a stage: \(TrackedStage.names.joined(separator: ", "))",
                "say what it means, such as \(explained.option)")
        }
        var dated = columns.mapping
        if dated.columns(.updatedOn).isEmpty {
            dated.assignments.append(.init(field: .updatedOn, column: "COLUMN"))
        }
        if let first = undated.first {
            add(
                .valueIgnored, first.line, quoted(first.word) + more(undated.count), "a stage with its day",
                "these are taken in as applied; record the stage, such as `rebound stage \(commandWord(first.title)) "
                    + "\(first.stage.rawValue) --on DAY`, or name the column with its day: \(dated.option)"
            )
        }
        if let first = ended.first {
            add(
                .valueIgnored, first.line, quoted(first.word) + more(ended.count),
                "the day on which it ended",
                "the last day that the row names stands for it; name the column with the day: \(dated.option)"
            )
        }
    }
}
