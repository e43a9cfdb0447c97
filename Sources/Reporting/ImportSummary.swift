internal import MailFiles
public import NetworkEditing
public import ReferralGraph
internal import SourceReaders

/// What an import did, for programs.
public struct ImportSummary: Encodable, Equatable, Sendable {
    /// The entry of the history; absent when nothing changed, or nothing was to be written.
    public var entry: Int?
    /// The networks that took the place of what was recorded, in the order in which they were named.
    public var networks: [WholeNetwork]
    /// The archives, address books, mailboxes and tables, in the order in which they were named.
    public var sources: [Source]

    /// Sums up an import.
    public init(entry: Int?, networks: [WholeNetwork], sources: [Source]) {
        self.entry = entry
        self.networks = networks
        self.sources = sources
    }

    /// A network file or a folder of tables.
    public struct WholeNetwork: Encodable, Equatable, Sendable {
        /// The file or folder as the user named it.
        public var path: String
        /// How many people it has.
        public var people: Int
        /// Whether it differs from what was recorded.
        public var isNew: Bool

        /// Sums up a network.
        public init(path: String, people: Int, isNew: Bool) {
            self.path = path
            self.people = people
            self.isNew = isNew
        }
    }

    /// An archive, an address book, a mailbox or a table.
    public struct Source: Encodable, Equatable, Sendable {
        /// The file or folder as the user named it, and what it was taken for.
        public var path, format: String
        /// The day of which the source speaks.
        public var asOf: CalendarDay?
        /// People by what became of them.
        public var newPeople, updatedPeople, unchangedPeople: Int
        /// People the user had forgotten, who were left out.
        public var forgottenPeople: Int
        /// Messages, mails and talks.
        public var newInteractions, knownInteractions, updatedInteractions, canceledInteractions: Int
        /// Everything else that is new.
        public var newCompanies, newOpportunities, newTies, inferredTies: Int
        /// Everything else that the source says more about.
        public var updatedOpportunities, updatedTies: Int
        /// Companies, roles and places proposed as wanted.
        public var newProposals: Int
        /// People who work elsewhere according to a source that does not say of which day it is.
        public var undatedMoves: Int
        /// Pairs of entries that may be one person.
        public var doubtfulPairs: Int
        /// What recent mails say of applications that is not on record.
        public var mails: [Mail]
        /// What was read of each file.
        public var files: [File]
        /// The files that are not used.
        public var unusedFiles: [Unused]
    }

    /// A file of a source that is not used.
    public struct Unused: Encodable, Equatable, Sendable {
        /// Its name, within an archive its path there.
        public var file: String
        /// Why.
        public var reason: String
    }

    /// A mail that says how an application goes.
    public struct Mail: Encodable, Equatable, Sendable {
        /// `rejection`, `invitation` or `receipt`.
        public var kind: String
        /// When it was written.
        public var date: Timestamp?
        /// Those who wrote it, by name or else by address.
        public var from: [String]
        /// The subject.
        public var subject: String
        /// The sentences that say so.
        public var sentences: [String]
        /// The roles that it can be about; one where that is certain.
        public var opportunities: [OpportunityID]
        /// Whether an interview came before, whether the seeker was among the last few, whether someone else has the role.
        public var isAfterInterview, isFinalist, isFilled: Bool
    }

    /// One file of a source.
    public struct File: Encodable, Equatable, Sendable {
        /// Its name, within an archive its path there.
        public var file: String
        /// How many records are used.
        public var read: Int
        /// How many are not, by reason.
        public var skipped: [String: Int]
    }
}

extension ImportSummary.Source {
    /// Counts what a report says.
    public init(_ report: ImportReport) {
        path = report.path
        format = report.format.rawValue
        asOf = report.asOf
        newPeople = report.newPeople.count
        updatedPeople = report.updatedPeople.count
        unchangedPeople = report.unchangedPeople
        forgottenPeople = report.forgottenPeople.count
        newInteractions = report.newInteractions
        knownInteractions = report.knownInteractions
        updatedInteractions = report.updatedInteractions
        canceledInteractions = report.canceledInteractions
        newCompanies = report.newCompanies
        newOpportunities = report.newOpportunities
        newTies = report.newTies
        inferredTies = report.newInferredTies
        updatedOpportunities = report.updatedOpportunities
        updatedTies = report.updatedTies
        newProposals = report.newProposals.count
        undatedMoves =
            report.asOf != nil
            ? 0
            : report.findings.count {
                if case .contradictedEmployer = $0 { true } else { false }
            }
        doubtfulPairs = report.doubtfulPairs.count
        unusedFiles = report.unusedFiles.map { .init(file: $0.file, reason: $0.reason) }
        mails = report.findings.compactMap { finding in
            guard case .hiringMail(let proposal) = finding else { return nil }
            return ImportSummary.Mail(proposal)
        }
        files = report.tallies.map { tally in
            ImportSummary.File(
                file: tally.file, read: tally.read,
                skipped: Dictionary(tally.skipped.map { ($0.reason, 1) }, uniquingKeysWith: +))
        }
    }
}

extension ImportSummary.Mail {
    /// Sums up what a mail proposes.
    init(_ proposal: MailProposal) {
        kind = proposal.kind.rawValue
        date = proposal.date
        from = proposal.writers.map { $0.name.isEmpty ? $0.address : $0.name }
        subject = proposal.subject
        sentences = proposal.sentences
        opportunities =
            switch proposal.role {
            case .one(let id), .recorded(let id): [id]
            case .several(let ids, _): ids
            case .unknown: []
            }
        isAfterInterview = proposal.isAfterInterview
        isFinalist = proposal.isFinalist
        isFilled = proposal.isFilled
    }
}
