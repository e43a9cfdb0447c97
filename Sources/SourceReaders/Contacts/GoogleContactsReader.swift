internal import Foundations
internal import ReferralGraph

extension SourceFormat {
    /// The table that Google Contacts exports.
    public static let googleContacts = SourceFormat(rawValue: "google-contacts")
}

extension SourceReader {
    /// The table that Google Contacts exports.
    static let googleContacts = SourceReader(
        .googleContacts, title: "Google Contacts", summary: "Google Contacts CSV", noun: "Google Contacts",
        endingsInZips: [".csv"], comesInParts: true,
        recognises: { input, _ in input.header.map(GoogleContactsReader.recognises(header:)) ?? false },
        read: { input, _ throws(SourceError) in
            GoogleContactsReader.read(bytes: try input.contents(), file: input.path)
        })
}

/// Reads the CSV that Google Contacts exports, in both generations of its header.
///
/// The older one has `Name, Given Name, Family Name, ..., Organization 1 - Name` and types; the newer one, since 2024,
/// `First Name, Last Name, ..., Organization Name` and labels. Several values of one kind are joined by ` ::: `, the
/// primary one is marked with `* ` before its type. Labels of the user's own say how the owner knows the person.
public enum GoogleContactsReader {
    /// Whether a header is one of Google Contacts.
    public static func recognises(header: [String]) -> Bool {
        let names = Set(header.map(trimmed))
        if names.isSuperset(of: ["Given Name", "Family Name", "Yomi Name"]) { return true }
        if names.isSuperset(of: ["First Name", "Last Name", "Phonetic First Name"]) { return true }
        return ["E-mail 1 - Value", "Phone 1 - Value"].contains { names.contains($0) }
            && !names.isDisjoint(with: ["Name", "Given Name", "First Name"])
    }

    /// Reads all contacts of a file.
    /// - Parameters:
    ///   - bytes: The whole file, UTF-8, UTF-16 or what an old spreadsheet program made of it.
    ///   - file: Its name, for places and diagnostics.
    /// - Returns: The people, with an error when there are none.
    /// - Complexity: O(bytes).
    public static func read(bytes: [UInt8], file: String) -> SourceRecords {
        var records = SourceRecords(format: .googleContacts, path: file)
        let (table, diagnostics) = ContactTable.read(bytes: bytes, file: file)
        records.diagnostics = diagnostics
        guard let table else { return records }
        guard recognises(header: table.document.header) else {
            records.diagnostics.append(
                Diagnostic(
                    .formatUnknown, file: file, line: table.document.headerLine,
                    found: "the columns \(clipped(table.document.header.joined(separator: ", ")))",
                    expected: "those of Google Contacts, such as \"E-mail 1 - Value\"",
                    hint: "read it as a table with a column mapping"))
            return records
        }
        records.takeIn(table) { row in
            var entry = GoogleContact(table, row)
            entry.read()
            return (entry.record, entry.diagnostics)
        }
        return records
    }
}

/// Turns one row into a record.
private struct GoogleContact {
    var record: ContactRecord
    var diagnostics: [Diagnostic] = []
    let table: ContactTable
    let row: CSVDocument.Row

    init(_ table: ContactTable, _ row: CSVDocument.Row) {
        self.table = table
        self.row = row
        record = ContactRecord(name: "", place: table.place(row))
        record.isAcquaintance = true
    }

    mutating func read() {
        readName()
        readAddresses()
        readJobs()
        record.notes = [table.text(row, "Notes")].compactMap(\.self)
        for relation in values("Relation") {
            record.notes.append(ContactValues.note(ofRelation: relation.label, relation.value))
        }
        let labels = Self.parts(table.text(row, "Group Membership") ?? table.text(row, "Labels"))
        record.take(labels: labels)
        record.dropNameThatIsAddress()
    }

    private mutating func readJobs() {
        record.company = cell("Organization 1 - Name", "Organization Name")
        record.title = cell("Organization 1 - Title", "Organization Title") ?? cell("Occupation")
        record.department = cell("Organization 1 - Department", "Organization Department")
        var number = 2
        while table.column("Organization \(number) - Name") != nil {
            let job = ContactRecord.Job(
                company: cell("Organization \(number) - Name"), title: cell("Organization \(number) - Title"),
                department: cell("Organization \(number) - Department"))
            if let company = job.company, !record.jobs.contains(where: { $0.company == company }) {
                record.jobs.append(job)
            } else if job.company == nil, let title = job.title {
                record.notes.append("Title: \(title)")
            }
            number += 1
        }
    }

    private mutating func readAddresses() {
        record.emails = ContactValues.unique(
            values("E-mail").compactMap { value, _ in
                used(ContactValues.email(value), of: value, "E-mail", expected: "an e-mail address")
            })
        record.phones = ContactValues.unique(
            values("Phone").filter { !ContactValues.isNumberOfOther($0.label) }.compactMap { value, _ in
                used(
                    ContactValues.phone(value), of: value, "Phone", expected: "a telephone number",
                    hint: ContactValues.hint(forPhone: value))
            })
        record.profileURLs = ContactValues.unique(
            values("Website").filter {
                ContactValues.isProfileLabel($0.label) || ContactValues.isProfilePage($0.value)
            }.compactMap { ContactValues.page($0.value) })
    }

    private mutating func readName() {
        let given = cell("Given Name", "First Name")
        let family = cell("Family Name", "Last Name")
        let middle = cell("Additional Name", "Middle Name")
        let nickname = cell("Nickname")
        record.name =
            cell("Name") ?? DisplayName.joined(given: given, middle: middle, family: family) ?? nickname
            ?? cell("File As") ?? ""
        let maiden = cell("Maiden Name").flatMap { ContactValues.joined([given, $0]) }
        record.add(otherNames: [
            DisplayName.joined(given: given, family: family), nickname, maiden,
            DisplayName.unspaced(record.name),
        ])
    }

    /// The first value of the first of some columns that has any.
    private func cell(_ names: String...) -> String? {
        names.lazy.compactMap { table.text(row, $0) }.compactMap { Self.parts($0).first }.first
    }

    /// The values of numbered columns with their labels, the primary ones first.
    private func values(_ kind: String) -> [(value: String, label: String)] {
        var primary: [(String, String)] = []
        var others: [(String, String)] = []
        var number = 1
        while let column = table.column("\(kind) \(number) - Value") {
            let label =
                table.text(row, "\(kind) \(number) - Type") ?? table.text(row, "\(kind) \(number) - Label")
                ?? ""
            let isPrimary = label.hasPrefix("*")
            let values = Self.parts(table.text(row, column)).map {
                ($0, isPrimary ? Self.unmarked(label) : label)
            }
            if isPrimary { primary += values } else { others += values }
            number += 1
        }
        return primary + others
    }

    private static func parts(_ text: String?) -> [String] {
        (text ?? "").split(separator: ":::").compactMap { ContactValues.text(String($0)) }
    }

    private static func unmarked(_ label: String) -> String { trimmed(String(label.drop { $0 == "*" })) }

    /// What was made of a value; when that is nothing, it is reported.
    private mutating func used(
        _ result: String?, of value: String, _ column: String, expected: String,
        hint: String = "it is left out"
    ) -> String? {
        if result == nil {
            diagnostics.append(
                Diagnostic(
                    .valueIgnored, file: table.file, line: row.line, path: column, found: quoted(value),
                    expected: expected, hint: hint))
        }
        return result
    }
}
