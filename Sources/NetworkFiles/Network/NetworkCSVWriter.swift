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
        func table<Column: FieldNames>(
            _ table: NetworkTable, _ columns: Column.Type, _ rows: [[Column: String]]
        ) -> (name: String, bytes: [UInt8]) {
            var csv = CSVWriter(guardsFormulas: guardsFormulas)
            csv.row(Column.names)
            for row in rows { csv.row(Column.allCases.map { row[$0] ?? "" }) }
            return (table.fileName, csv.bytes)
        }
        return [
            table(.network, NetworkColumn.self, settings(network)),
            table(.people, PeopleColumn.self, network.people.flatMap { rows($0, seeker: network.seeker) }),
            table(.companies, CompaniesColumn.self, network.companies.flatMap(rows)),
            table(.opportunities, OpportunitiesColumn.self, network.opportunities.flatMap(rows)),
            table(.ties, TiesColumn.self, network.ties.map(row)),
            table(.referrals, ReferralsColumn.self, network.referrals.map(row)),
            table(.interactions, InteractionsColumn.self, network.interactions.map(row)),
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

    private static func settings(_ network: ReferralNetwork) -> [[NetworkColumn: String]] {
        let pairs: [(NetworkField, String?)] = [
            (.title, network.title), (.summary, network.summary),
            (.holidays, network.holidays.isEmpty ? nil : list(network.holidays)),
        ]
        return pairs.compactMap { field, value in value.map { [.key: field.name, .value: $0] } }
    }

    /// The rows of a person: in each the next employment and the next signal, in the first one the rest.
    private static func rows(_ person: Person, seeker: PersonID) -> [[PeopleColumn: String]] {
        continued(max(person.employments.count, person.signals.count), [.id: person.id.text]) { index, row in
            if index == 0 {
                row[.name] = person.name
                row[.otherNames] = list(person.otherNames)
                row[.seeker] = person.id == seeker ? "yes" : nil
                row[.emails] = list(person.emails)
                row[.phones] = list(person.phones)
                row[.profileURL] = person.profileURL
                row[.otherProfileURLs] = list(person.otherProfileURLs)
                row[.timeZone] = person.timeZone
                row[.weekend] = list(person.weekend.map(\.name))
                row[.star] = person.isStar ? "yes" : nil
                row[.observations] = list(person.observations)
                row[.directReports] = text(person.directReports)
                row[.doNotContact] = person.doNotContact ? "yes" : nil
                row[.distinctFrom] = list(person.distinctFrom)
            }
            if index < person.employments.count {
                let employment = person.employments[index]
                row[.company] = employment.company.text
                row[.title] = employment.title
                row[.department] = employment.department
                row[.from] = text(employment.from)
                row[.to] = text(employment.to)
                row[.confirmed] = text(employment.confirmed)
            }
            if index < person.signals.count { fill(&row, PeopleColumn.signals, person.signals[index]) }
        }
    }

    private static func rows(_ company: Company) -> [[CompaniesColumn: String]] {
        continued(company.signals.count, [.id: company.id.text]) { index, row in
            if index == 0 {
                row[.name] = company.name
                row[.aliases] = list(company.aliases)
                row[.priority] = company.priority?.rawValue
                row[.referralProgramme] = company.hasReferralProgramme.map(yesOrNo)
            }
            if index < company.signals.count { fill(&row, CompaniesColumn.signals, company.signals[index]) }
        }
    }

    private static func rows(_ opportunity: Opportunity) -> [[OpportunitiesColumn: String]] {
        let count = max(
            opportunity.stages.count, opportunity.participants.count, opportunity.feedback.count)
        return continued(count, [.id: opportunity.id.text]) { index, row in
            if index == 0 {
                row[.title] = opportunity.title
                row[.company] = opportunity.company.text
                row[.department] = opportunity.department
            }
            if index < opportunity.stages.count {
                let stage = opportunity.stages[index]
                row[.stage] = stage.stage.rawValue
                row[.date] = stage.date.description
                row[.round] = text(stage.round)
                row[.people] = list(stage.people)
                row[.note] = stage.note
            }
            if index < opportunity.participants.count {
                row[.participant] = opportunity.participants[index].person.text
                row[.role] = opportunity.participants[index].role.rawValue
            }
            if index < opportunity.feedback.count {
                let feedback = opportunity.feedback[index]
                row[.feedbackDate] = feedback.date.description
                row[.feedbackFrom] = feedback.from?.text
                row[.feedback] = feedback.text
            }
        }
    }

    private static func row(_ tie: Tie) -> [TiesColumn: String] {
        var row: [TiesColumn: String] = [.from: tie.from.text, .to: tie.to.text, .kind: tie.kind.rawValue]
        row[.strength] = text(tie.strength)
        row[.how] = tie.how
        row[.since] = text(tie.since)
        row[.lastContact] = text(tie.lastContact)
        row[.inferred] = tie.isInferred ? "yes" : nil
        return row
    }

    private static func row(_ referral: Referral) -> [ReferralsColumn: String] {
        var row: [ReferralsColumn: String] = [.from: referral.from.text, .to: referral.to.text]
        row[.promised] = text(referral.promised)
        row[.given] = text(referral.given)
        row[.used] = text(referral.used)
        row[.met] = text(referral.met)
        row[.declined] = text(referral.declined)
        row[.opportunity] = referral.opportunity?.text
        row[.interaction] = referral.interaction?.text
        row[.note] = referral.note
        return row
    }

    private static func row(_ interaction: Interaction) -> [InteractionsColumn: String] {
        var row: [InteractionsColumn: String] = [:]
        row[.id] = interaction.id?.text
        row[.date] = interaction.date.description
        row[.people] = list(interaction.people)
        row[.channel] = interaction.channel.rawValue
        row[.direction] = interaction.direction.rawValue
        row[.purposes] = list(interaction.purposes.map(\.rawValue))
        row[.thread] = interaction.thread
        row[.subject] = interaction.subject
        row[.note] = interaction.note
        row[.opportunity] = interaction.opportunity?.text
        if let promise = interaction.promise {
            row[.promiseBy] = promise.by.rawValue
            row[.promiseKind] = promise.kind.rawValue
            row[.promise] = promise.what
            row[.promiseDue] = text(promise.due)
            row[.promiseKept] = text(promise.kept)
        }
        row[.expectsReply] = interaction.expectsReply.map(yesOrNo)
        row[.closesThread] = interaction.closesThread ? "yes" : nil
        return row
    }

    private static func continued<Column: FieldNames>(
        _ count: Int, _ id: [Column: String], _ fill: (Int, inout [Column: String]) -> Void
    ) -> [[Column: String]] {
        (0..<max(1, count)).map { index in
            var row = id
            fill(index, &row)
            return row
        }
    }

    private static func fill<Column: FieldNames>(
        _ row: inout [Column: String], _ columns: [Column], _ signal: Signal
    ) {
        row[columns[0]] = signal.kind.rawValue
        row[columns[1]] = signal.date.description
        row[columns[2]] = signal.department
        row[columns[3]] = signal.title
        row[columns[4]] = signal.note
    }

    private static func list(_ values: [some CustomStringConvertible]) -> String {
        ListCell.text(values.map(\.description))
    }

    private static func text(_ value: (some CustomStringConvertible)?) -> String? { value?.description }

    private static func yesOrNo(_ value: Bool) -> String { value ? "yes" : "no" }
}
