public import Foundations
public import ReferralGraph
public import SourceReaders

/// What an import did, or would do, to a network.
public struct ImportReport: Equatable, Sendable {
    /// What kind of source it was.
    public var format: SourceFormat
    /// The file or folder as the user named it.
    public var path: String
    /// The day of which the source speaks.
    public var asOf: CalendarDay?
    /// The last day on which anything in the source happened.
    public var latestEntry: CalendarDay?
    /// People who were not in the network before, in the order of the network.
    public var newPeople: [PersonID] = []
    /// People something was learnt about, the seeker among them; a later day of confirmation alone is nothing new.
    public var updatedPeople: [PersonID] = []
    /// How many people the source speaks of without saying anything new.
    public var unchangedPeople = 0
    /// The numbers of the people the user had forgotten, who were left out.
    public var forgottenPeople: Set<Int> = []
    /// How many companies, interactions, ties and opportunities are new.
    public var newCompanies = 0
    /// Messages, mails and talks added.
    public var newInteractions = 0
    /// Those that were in the network already.
    public var knownInteractions = 0
    /// Talks ahead of which it was learnt that they take place at another time or with others, or have taken place.
    public var updatedInteractions = 0
    /// Talks ahead that are off, and were removed.
    public var canceledInteractions = 0
    /// Ties of the seeker added.
    public var newTies = 0
    /// Ties between others, guessed from the source.
    public var newInferredTies = 0
    /// Ties about which something was learnt.
    public var updatedTies = 0
    /// Applications added.
    public var newOpportunities = 0
    /// Opportunities of which something was learnt: when they began, a stage, who takes part.
    public var updatedOpportunities = 0
    /// Companies, roles and places proposed.
    public var newProposals: [Target] = []
    /// What the user should know of, in the order in which it was found.
    public var findings: [ImportFinding] = []
    /// Entries that may be one person, as far as the source speaks of one of them.
    public var doubtfulPairs: [DoubtfulPair] = []
    /// Records that could be read and are not used.
    public var unused: [UnusedRecord] = []
    /// What the reader says of each file.
    public var tallies: [SourceTally]
    /// The files of the source that are not used, with the reasons.
    public var unusedFiles: [UnusedFile]
    /// Errors and warnings of the reader. With an error the network is left as it was.
    public var diagnostics: [Diagnostic]

    /// How the columns of a list of applications were understood, as `--map` takes it; `nil` for other sources.
    public var mapping: String?
    /// The first applications as they were understood, at most ten.
    public var understood: [UnderstoodApplication]

    /// Makes the report of an import that has done nothing yet.
    public init(of records: SourceRecords) {
        format = records.format
        path = records.path
        asOf = records.asOf
        latestEntry = records.latestEntry
        tallies = records.tallies
        unusedFiles = records.unusedFiles
        diagnostics = records.diagnostics
        mapping = records.mapping
        understood =
            records.mapping == nil
            ? [] : records.applications.prefix(10).map { UnderstoodApplication($0, records.contacts) }
    }

    /// Whether the network is another one now, apart from days of confirmation.
    public var hasChanges: Bool {
        !newPeople.isEmpty || !updatedPeople.isEmpty
            || newCompanies + newInteractions + newTies + newInferredTies + updatedTies > 0
            || updatedInteractions + canceledInteractions > 0
            || newOpportunities + updatedOpportunities + newProposals.count > 0
    }
}

/// Something an import found out that the user may want to act on.
public enum ImportFinding: Equatable, Sendable {
    /// Someone works elsewhere now. A star is to be congratulated (playbook R1, *follow the star*).
    case changedEmployer(PersonID, from: CompanyID, to: CompanyID, isStar: Bool)
    /// Someone has another title at the same employer; a star's new role is news, too.
    case changedTitle(PersonID, from: String, to: String, isStar: Bool)
    /// The source names an employer that contradicts what is known and is not newer; it is not used.
    case contradictedEmployer(PersonID, known: CompanyID, said: String)
    /// The seeker works there according to the source, so people there count as colleagues who do not know of the search.
    case ownEmployer(CompanyID)
    /// A talk that lies ahead is at another time.
    case movedTalk([PersonID], Interaction.Channel, from: Timestamp, to: Timestamp)
    /// A talk that lay ahead is off.
    case canceledTalk([PersonID], Interaction.Channel, on: Timestamp)
    /// The source belongs to someone who does not seem to be the seeker; the seeker was left as they were.
    case foreignOwner(name: String)
    /// A recent mail says how an application goes, and that is not on record.
    case hiringMail(MailProposal)

    /// The rule by which the user should act, as `ReferralAnalysis` names it.
    public var rule: String? {
        switch self {
        case .changedEmployer(_, _, _, isStar: true), .changedTitle(_, _, _, isStar: true): "R1.follow-star"
        default: nil
        }
    }
}

/// A record that is not used, and why.
public struct UnusedRecord: Equatable, Sendable {
    /// Where it stands.
    public var place: SourcePlace
    /// Why it is not used.
    public var reason: Reason

    /// Why a record may not be used.
    public enum Reason: String, Sendable, CaseIterable {
        /// It shows neither a name nor an address.
        case nameless = "neither a name nor an address"
        /// Several people have the name, and nothing tells which of them is meant.
        case ambiguous = "several people of this name"
        /// No one besides the seeker took part, or the others are not known.
        case withoutOthers = "no one besides you took part"
        /// An application without a company or a title.
        case untitled = "neither a company nor a title"
        /// A stage of an application that is still to come.
        case ahead = "a day that lies ahead"
    }

    /// Makes one.
    public init(place: SourcePlace, reason: Reason) {
        self.place = place
        self.reason = reason
    }
}

/// A row of a list of applications as it was understood.
public struct UnderstoodApplication: Equatable, Sendable {
    /// The record.
    public var application: ApplicationRecord
    /// Who takes part, by name or address, in the order of the record.
    public var people: [String]

    init(_ application: ApplicationRecord, _ contacts: [ContactRecord]) {
        self.application = application
        people = application.participants.map { participant in
            guard contacts.indices.contains(participant.contact) else { return "?" }
            let contact = contacts[participant.contact]
            return contact.name.isEmpty ? contact.emails.first ?? "?" : contact.name
        }
    }
}
