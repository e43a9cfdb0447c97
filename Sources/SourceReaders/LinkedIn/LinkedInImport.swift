internal import Foundations
internal import ReferralGraph

/// Puts together what the files of an archive say.
struct LinkedInImport {
    /// How likely someone is to help who has written a recommendation for the owner, or got one from them:
    /// both have put their name to having worked together.
    static let strengthOfRecommendation = 0.8
    /// The same for someone who has endorsed the owner's skills, which costs one click.
    static let strengthOfEndorsement = 0.5
    /// The same for someone who has invited the owner with words of their own, which costs more than a click.
    static let strengthOfInvitationNote = 0.6
    /// The most people in a thread who may be taken to know each other; more are a mailing.
    static let largestGroup = 12

    let options: LinkedInArchiveReader.Options
    var contacts = LinkedInContacts()
    var owner = LinkedInOwner()
    var talks: [TalkRecord] = []
    var applications: [ApplicationRecord] = []
    var ownJobs: [OwnJobRecord] = []
    var ownEducation: [OwnEducationRecord] = []
    var wishes = LinkedInWishes()
    var tallies: [SourceTally] = []
    var diagnostics: [Diagnostic] = []
    /// The folded names of the connections, for files without addresses.
    var connectionNames: Set<String> = []
    /// Who each mention meant, by name and address as written.
    var mentions: [String: Mention] = [:]
    /// Every message that was read, by its identifier, and every text between two people.
    var knownTalks: Set<String> = []
    /// The threads with more than two people, in the order of their first message.
    var groups = GroupThreads("in a LinkedIn group thread of", largestGroup: Self.largestGroup)
    /// What was given and received, by contact.
    var praise: [Int: Praise] = [:]
    private var latestDay: CalendarDay?
    /// Dates that cannot be read and without which their rows are used.
    private var unreadDates = UnreadDates()

    /// Who a mention means.
    enum Mention: Equatable {
        case owner
        case contact(Int)
        /// Someone without a name, or one of several with this name.
        case nobody(SkipReason)
    }

    init(options: LinkedInArchiveReader.Options) { self.options = options }

    /// Reads all tables: the connections first, because they say best who is who.
    mutating func read(_ tables: [LinkedInTable]) {
        tallies = tables.map { SourceTally(file: $0.file) }
        each(.connections, tables) { $0.readConnections($1, $2) }
        owner = foundOwner(in: tables)
        guard owner.isKnown || !tables.contains(where: needsOwner) else {
            diagnostics.append(unclearOwner(tables))
            return
        }
        each(.messages, tables) { $0.readMessages($1, $2) }
        each(.invitations, tables) { $0.readInvitations($1, $2) }
        each(.recommendationsReceived, tables) { $0.readRecommendations($1, $2, isReceived: true) }
        each(.recommendationsGiven, tables) { $0.readRecommendations($1, $2, isReceived: false) }
        each(.endorsementsReceived, tables) { $0.readEndorsements($1, $2, isReceived: true) }
        each(.endorsementsGiven, tables) { $0.readEndorsements($1, $2, isReceived: false) }
        each(.notes, tables) { $0.readNotes($1, $2) }
        each(.applications, tables) { $0.readApplications($1, $2) }
        each(.positions, tables) { $0.readPositions($1, $2) }
        each(.education, tables) { $0.readEducation($1, $2) }
        each(.preferences, tables) { $0.readPreferences($1, $2) }
        each(.savedJobs, tables) { $0.readSavedJobs($1, $2) }
        each(.companyFollows, tables) { $0.readCompanyFollows($1, $2) }
        each(.profile, tables) { importer, table, tally in importer.rows(table, tally) { _, _ in nil } }
        for (position, praise) in praise { praise.mark(&contacts[position]) }
    }

    private mutating func each(
        _ kind: LinkedInFileKind, _ tables: [LinkedInTable],
        _ read: (inout LinkedInImport, LinkedInTable, Int) -> Void
    ) {
        for (index, table) in tables.enumerated() where table.kind == kind { read(&self, table, index) }
    }

    /// Goes through the rows of a table.
    /// - Parameters:
    ///   - tally: The position of its tally.
    ///   - use: Uses a row, or says why not.
    mutating func rows(
        _ table: LinkedInTable, _ tally: Int, _ use: (inout LinkedInImport, CSVDocument.Row) -> SkipReason?
    ) {
        var count = SourceTally(file: table.file)
        for row in table.document.rows {
            if let reason = table.damage[row.line] ?? use(&self, row) {
                count.skip(row.line, reason)
            } else {
                count.read += 1
            }
        }
        tallies[tally] = count
        reportUnreadDates(table, count)
    }

    /// A table of which no row could be used because of its dates has been changed by another program.
    private mutating func reportUnreadDates(_ table: LinkedInTable, _ tally: SourceTally) {
        guard tally.read == 0, let column = table.column(table.kind.dateColumns),
            let skipped = tally.skipped.first(where: { $0.reason == SkipReason.date.rawValue }),
            let row = table.document.rows.first(where: { $0.line == skipped.line })
        else { return }
        diagnostics.append(
            Diagnostic(
                table.kind.isEssential ? .dateInvalid : .tableUnknown, file: table.name, line: row.line,
                path: table.document.header[column], found: quoted(table.text(row, column)),
                expected: "a date as LinkedIn writes it, such as \(quoted(table.kind.dateExample))",
                hint: "no row of the file has one; was it saved by a spreadsheet program?"))
    }

    /// The date in a row: `.some(nil)` when the cell is empty, `nil` when it is none.
    mutating func date(_ table: LinkedInTable, _ row: CSVDocument.Row, _ column: Int?) -> Timestamp?? {
        let text = table.text(row, column)
        if text.isEmpty { return .some(nil) }
        guard let date = LinkedInDate.timestamp(text, allowsMonthFirst: table.kind.hasMonthFirst) else {
            return nil
        }
        latestDay = latestDay.map { max($0, date.day) } ?? date.day
        return date
    }

    /// The day in a cell of which the rest of the row does not depend; one that cannot be read is reported.
    mutating func optionalDay(
        _ table: LinkedInTable, _ row: CSVDocument.Row, _ column: Int?
    ) -> CalendarDay? {
        if let date = date(table, row, column) { return date?.day }
        noteUnreadDate(table, row, column, hint: "the rest of the row is used")
        return nil
    }

    /// Reports a date that cannot be read.
    mutating func noteUnreadDate(
        _ table: LinkedInTable, _ row: CSVDocument.Row, _ column: Int?, hint: String
    ) {
        guard let column else { return }
        unreadDates.add(
            Diagnostic(
                .valueIgnored, file: table.name, line: row.line, path: table.document.header[column],
                found: quoted(table.text(row, column)),
                expected: "a date such as \(quoted(table.kind.dateExample))", hint: hint))
    }

    /// Who a mention means; adds those who were not mentioned before.
    mutating func mention(
        name: String, url: String, company: String = "", table: LinkedInTable, row: CSVDocument.Row
    ) -> Mention {
        let spelling = "\(name)\n\(url)\n\(company)"
        if let known = mentions[spelling] { return known }
        let key = profileURLKey(url)
        let mention: Mention
        if owner.isMeant(key: key, name: name) {
            mention = .owner
        } else if LinkedInName.isHidden(name), key.map(contacts.hasProfile) != true {
            mention = .nobody(.hidden)
        } else if key == nil, name.isEmpty {
            mention = .nobody(.noName)
        } else {
            let position = contacts.resolve(
                url: url, key: key, name: name, company: company, place: table.place(row))
            mention = position.map(Mention.contact) ?? .nobody(.namesakes)
        }
        mentions[spelling] = mention
        return mention
    }

    private func needsOwner(_ table: LinkedInTable) -> Bool {
        (table.kind == .messages || table.kind == .invitations) && !table.document.rows.isEmpty
    }

    private func unclearOwner(_ tables: [LinkedInTable]) -> Diagnostic {
        Diagnostic(
            .seekerUnclear, file: tables.first(where: needsOwner)?.name ?? "",
            found: "messages that do not show whose archive it is",
            expected: "Profile.csv or Invitations.csv beside it, or someone who takes part in most messages",
            hint: "say the owner's name, or the address of their profile page")
    }

    /// Hands over what was read.
    func give(to records: inout SourceRecords, dateOfName: CalendarDay?) {
        records.asOf = dateOfName
        records.latestEntry = latestDay
        if owner.isKnown {
            var record = ContactRecord(name: owner.name, place: owner.place)
            record.profileURLs = owner.url.isEmpty ? [] : [owner.url]
            records.owner = record
        }
        records.contacts = contacts.records
        records.talks = talks
        records.applications = applications
        records.acquaintances = merged(
            groups.acquaintances, with: sharedEmployerTies(in: contacts.records))
        records.ownJobs = ownJobs
        records.ownEducation = ownEducation
        records.proposals = wishes.proposals
        records.tallies = tallies
        records.diagnostics += diagnostics + unreadDates.diagnostics
        guard !records.hasErrors, contacts.records.isEmpty, applications.isEmpty, ownJobs.isEmpty,
            ownEducation.isEmpty, wishes.proposals.isEmpty
        else { return }
        let skipped = tallies.reduce(0) { $0 + $1.skipped.count }
        records.diagnostics.append(
            Diagnostic(
                .fileEmpty, file: records.path,
                found: skipped == 0 ? "tables without rows" : "nothing that can be used in \(skipped) rows",
                expected: "connections, messages, job applications, or anything about you and your search",
                hint: "ask LinkedIn for the archive again, and choose Connections and Messages"))
    }

    /// Both lists as one, each pair once.
    private func merged(
        _ ties: [AcquaintanceRecord], with others: [AcquaintanceRecord]
    ) -> [AcquaintanceRecord] {
        var merged = ties
        var positions: [Int: [Int: Int]] = [:]
        for (index, tie) in ties.enumerated() { positions[tie.first, default: [:]][tie.second] = index }
        for other in others {
            if let index = positions[other.first]?[other.second] {
                merged[index].how += "; \(other.how)"
            } else {
                merged.append(other)
            }
        }
        return merged.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}
