internal import Foundations
internal import ReferralGraph

extension LinkedInImport {
    /// Reads `Connections.csv`: everybody the owner is connected with. Employer and title are as of the
    /// archive.
    mutating func readConnections(_ table: LinkedInTable, _ tally: Int) {
        let first = table.column("First Name")
        let last = table.column("Last Name")
        let url = table.column("URL", "Profile URL")
        let email = table.column("Email Address")
        let company = table.column("Company")
        let position = table.column("Position")
        let connectedOn = table.column(table.kind.dateColumns)
        rows(table, tally) { importer, row in
            let (name, asWritten) = LinkedInName.read(
                first: table.text(row, first), last: table.text(row, last))
            let address = table.text(row, url)
            let mail = table.text(row, email)
            guard !name.isEmpty || !address.isEmpty || !mail.isEmpty else { return .hidden }
            guard let date = importer.date(table, row, connectedOn) else { return .date }
            var record = ContactRecord(name: name, place: table.place(row))
            if let asWritten { record.otherNames = [asWritten] }
            record.add(otherNames: [DisplayName.unspaced(name)])
            record.emails = mail.isEmpty ? [] : [ContactValues.email(mail) ?? mail]
            record.company = table.value(row, company)
            record.title = table.value(row, position)
            record.connectedOn = date?.day
            record.isAcquaintance = true
            return importer.addConnection(record, url: address, asWritten: asWritten ?? name)
        }
    }

    /// Adds a connection, unless a row said the same before; then its employer and address may still be new.
    private mutating func addConnection(_ record: ContactRecord, url: String, asWritten: String)
        -> SkipReason?
    {
        let key = profileURLKey(url)
        connectionNames.insert(foldedName(asWritten))
        connectionNames.insert(foldedName(record.name))
        let match = contacts.match(key: key, email: record.emails.first ?? "", name: record.name)
        guard case .one(let position) = match else {
            contacts.add(record, url: url, key: key)
            return nil
        }
        let known = contacts[position]
        let isSame =
            key != nil && known.profileURLs.first.flatMap(profileURLKey) == key
            || !record.emails.isEmpty
                && known.emails.map { $0.lowercased() } == record.emails.map { $0.lowercased() }
            // Without either, two rows with one name are two people unless they agree in everything.
            || known.connectedOn == record.connectedOn && known.company == record.company
        guard isSame else {
            contacts.add(record, url: url, key: key)
            return nil
        }
        contacts[position].company = known.company ?? record.company
        contacts[position].title = known.title ?? record.title
        if known.emails.isEmpty { contacts[position].emails = record.emails }
        if let day = record.connectedOn {
            contacts[position].connectedOn = min(day, known.connectedOn ?? day)
        }
        return .samePerson
    }

    /// Reads `Endorsement_Received_Info.csv` or `Endorsement_Given_Info.csv`.
    mutating func readEndorsements(_ table: LinkedInTable, _ tally: Int, isReceived: Bool) {
        let who = isReceived ? "Endorser" : "Endorsee"
        let first = table.column("\(who) First Name")
        let last = table.column("\(who) Last Name")
        let url = table.column("\(who) Public Url", "\(who) Profile Url")
        let date = table.column(table.kind.dateColumns)
        rows(table, tally) { importer, row in
            guard importer.date(table, row, date) != nil else { return .date }
            let name = trimmed(table.text(row, first) + " " + table.text(row, last))
            return importer.acquaintance(name, table.text(row, url), table: table, row: row) {
                let made = isReceived ? \Praise.endorsementsReceived : \.endorsementsGiven
                $0.praise[$1, default: Praise()][keyPath: made] += 1
            }
        }
    }

    /// Reads `Recommendations_Received.csv` or `Recommendations_Given.csv`.
    mutating func readRecommendations(_ table: LinkedInTable, _ tally: Int, isReceived: Bool) {
        let first = table.column("First Name")
        let last = table.column("Last Name")
        let company = table.column("Company")
        let date = table.column(table.kind.dateColumns)
        rows(table, tally) { importer, row in
            guard importer.date(table, row, date) != nil else { return .date }
            let name = trimmed(table.text(row, first) + " " + table.text(row, last))
            return importer.acquaintance(
                name, "", company: table.text(row, company), table: table, row: row
            ) {
                let made = isReceived ? \Praise.hasRecommended : \.wasRecommended
                $0.praise[$1, default: Praise()][keyPath: made] = true
            }
        }
    }

    private mutating func acquaintance(
        _ name: String, _ url: String, company: String = "", table: LinkedInTable, row: CSVDocument.Row,
        _ mark: (inout LinkedInImport, Int) -> Void
    ) -> SkipReason? {
        switch mention(name: name, url: url, company: company, table: table, row: row) {
        case .owner: return .nobodyElse
        case .nobody(let reason): return reason
        case .contact(let position):
            // Only members who are connected can endorse or recommend each other, or take notes.
            contacts[position].isAcquaintance = true
            mark(&self, position)
            return nil
        }
    }

    /// Reads `Notes.csv`, which archives have since 2026: the owner's notes about connections.
    mutating func readNotes(_ table: LinkedInTable, _ tally: Int) {
        let note = table.column(LinkedInFileKind.noteColumns)
        let first = table.column(LinkedInFileKind.nameColumns)
        let last = table.column("Last Name")
        let url = table.column(LinkedInFileKind.urlColumns)
        let date = table.column(table.kind.dateColumns)
        rows(table, tally) { importer, row in
            let text = note.map { composed(trimmed(table.document.text(row, $0))) } ?? ""
            guard !text.isEmpty else { return .noNote }
            guard importer.date(table, row, date) != nil else { return .date }
            let name = trimmed(table.text(row, first) + " " + table.text(row, last))
            return importer.acquaintance(name, table.text(row, url), table: table, row: row) {
                $0.contacts[$1].notes.append(text)
            }
        }
    }

    /// Reads `Job Applications.csv`, of which large archives have several.
    mutating func readApplications(_ table: LinkedInTable, _ tally: Int) {
        let company = table.column("Company Name")
        let title = table.column("Job Title")
        let applied = table.column(table.kind.dateColumns)
        rows(table, tally) { importer, row in
            let (employer, job) = (table.text(row, company), table.text(row, title))
            guard !employer.isEmpty, !job.isEmpty else { return .noJob }
            guard let found = importer.date(table, row, applied), let date = found else { return .date }
            let spelling = "application\n\(employer)\n\(job)\n\(date)"
            guard importer.knownTalks.insert(spelling).inserted else { return .sameApplication }
            importer.applications.append(
                ApplicationRecord(company: employer, title: job, date: date, place: table.place(row)))
            return nil
        }
    }
}

/// What a contact and the owner have said about each other's work in public, and how they came together.
struct Praise {
    var hasRecommended = false
    var wasRecommended = false
    var endorsementsReceived = 0
    var endorsementsGiven = 0
    /// Whether the contact invited the owner with a note, and the other way round.
    var hasWrittenInvitation = false
    var gotWrittenInvitation = false

    /// Writes it into the contact.
    func mark(_ contact: inout ContactRecord) {
        var ways: [String] = []
        if hasRecommended { ways.append("has recommended you") }
        if wasRecommended { ways.append("was recommended by you") }
        if endorsementsReceived > 0 { ways.append("has endorsed you for \(skills(endorsementsReceived))") }
        if endorsementsGiven > 0 { ways.append("was endorsed by you for \(skills(endorsementsGiven))") }
        if hasWrittenInvitation { ways.append("has invited you with a note") }
        if gotWrittenInvitation { ways.append("was invited by you with a note") }
        contact.how = ways.joined(separator: "; ")
        if hasRecommended || wasRecommended {
            contact.strength = LinkedInImport.strengthOfRecommendation
        } else if hasWrittenInvitation {
            contact.strength = LinkedInImport.strengthOfInvitationNote
        } else if endorsementsReceived > 0 {
            contact.strength = LinkedInImport.strengthOfEndorsement
        }
    }

    private func skills(_ count: Int) -> String { count == 1 ? "1 skill" : "\(count) skills" }
}
