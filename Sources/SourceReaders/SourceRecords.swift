public import Foundations
public import MailFiles
public import ReferralGraph

/// What an archive, an address book, a mailbox or a spreadsheet says about people and talks, before anyone has
/// decided who is who.
///
/// Every importer returns this one value; `NetworkEditing` brings it together with a network. Texts are in composed
/// form, without space at their ends and without empty ones.
public struct SourceRecords: Equatable, Sendable {
    /// What kind of source it was.
    public var format: SourceFormat
    /// The file or folder as the user named it.
    public var path: String
    /// The day of which the source speaks: employers and titles are as of then; `nil` when the source does not say.
    public var asOf: CalendarDay?
    /// The last day on which anything in the source happened: it speaks of no earlier one. `nil` when nothing is dated.
    public var latestEntry: CalendarDay?
    /// Whose archive it is, as far as the source says.
    public var owner: ContactRecord?
    /// Everybody the source names, the owner left out. The other records refer to them by their position here.
    public var contacts: [ContactRecord] = []
    /// Dated messages, mails and talks, in the order of the source.
    public var talks: [TalkRecord] = []
    /// Mails of others that say how an application goes, in the order of the source; only those asked for by their day.
    public var hiringMails: [HiringMail] = []
    /// Jobs that the owner applied for.
    public var applications: [ApplicationRecord] = []
    /// Contacts who seem to know each other, each pair once, as `(first, second)` with `first < second`.
    public var acquaintances: [AcquaintanceRecord] = []
    /// The owner's own jobs, present and past.
    public var ownJobs: [OwnJobRecord] = []
    /// Where the owner studied.
    public var ownEducation: [OwnEducationRecord] = []
    /// What the owner seems to want, the surest sign first; each company, role and place once.
    public var proposals: [ProposalRecord] = []
    /// What was read and what was skipped, one for each file of the source.
    public var tallies: [SourceTally] = []
    /// The other files of the source, by name, with the reason why they are not used.
    public var unusedFiles: [UnusedFile] = []
    /// Errors and warnings in the order of the source. With an error nothing of the source is used.
    public var diagnostics: [Diagnostic] = []
    /// How the columns of a list of applications were understood, as `--map` takes it.
    public var mapping: String?

    /// Makes the records of a source that has said nothing yet.
    public init(format: SourceFormat, path: String) {
        self.format = format
        self.path = path
    }

    /// Whether any diagnostic is an error.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A kind of source by its stable name, such as `google-contacts`, which options and JSON use.
///
/// Each kind is named beside its reader; ``SourceReader/all`` lists them with what there is to know about them.
public struct SourceFormat: RawRepresentable, Hashable, Sendable {
    /// The name.
    public let rawValue: String

    /// The kind of this name.
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Where in a source something stands.
public struct SourcePlace: Equatable, Sendable {
    /// The file, inside an archive its path there.
    public var file: String
    /// The line in which it begins, from 1; of a mailbox the number of the message, from 1.
    public var line: Int

    /// Makes a place.
    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

/// A person as one source knows them.
public struct ContactRecord: Equatable, Sendable {
    /// The name; empty when the source has only an address.
    public var name: String
    /// Other names and nicknames.
    public var otherNames: [String] = []
    /// Addresses of profile pages, as written.
    public var profileURLs: [String] = []
    /// E-mail addresses, as written.
    public var emails: [String] = []
    /// Telephone numbers, as written.
    public var phones: [String] = []
    /// The `UID` of their card in an address book, which no other card of the source has.
    public var cardUID: String?
    /// Where they work at the source's `asOf`, the main employer first.
    public var jobs: [Job] = []
    /// Where they studied.
    public var schools: [String] = []
    /// Since when the owner has been connected with them; `nil` when the source is no sign of a tie, such as a stranger
    /// in a group mail.
    public var connectedOn: CalendarDay?
    /// Whether the owner put them into an address book or a list of connections, and so knows them.
    public var isAcquaintance = false
    /// How likely they are to help, in (0, 1], where the source shows it, as a written recommendation does.
    public var strength: Double?
    /// How the owner knows them, in words.
    public var how: String?
    /// The owner's own labels for them, as tags.
    public var tags: [String] = []
    /// Notes about them.
    public var notes: [String] = []
    /// Where they stand.
    public var place: SourcePlace

    /// Makes a record.
    public init(name: String, place: SourcePlace) {
        self.name = name
        self.place = place
    }

    /// One employer, with what the person does there.
    public struct Job: Equatable, Sendable {
        /// The employer.
        public var company: String?
        /// The title there.
        public var title: String?
        /// The department there.
        public var department: String?

        /// Makes a job.
        public init(company: String? = nil, title: String? = nil, department: String? = nil) {
            self.company = company
            self.title = title
            self.department = department
        }
    }

    /// The main employer.
    public var company: String? {
        get { jobs.first?.company }
        set { changeMainJob { $0.company = newValue } }
    }

    /// The title at the main employer.
    public var title: String? {
        get { jobs.first?.title }
        set { changeMainJob { $0.title = newValue } }
    }

    /// The department of the main employer.
    public var department: String? {
        get { jobs.first?.department }
        set { changeMainJob { $0.department = newValue } }
    }

    private mutating func changeMainJob(_ change: (inout Job) -> Void) {
        var job = jobs.first ?? Job()
        change(&job)
        if jobs.isEmpty {
            if job != Job() { jobs = [job] }
        } else {
            jobs[0] = job
        }
    }
}

/// One message, mail or talk.
public struct TalkRecord: Equatable, Sendable {
    /// An identifier that comes out the same whenever this message is read again, from any copy of it.
    public var id: String
    /// The identifier to use where ``id`` is that of another message already: some programs give many mails one.
    public var fullID: String?
    /// When.
    public var date: Timestamp
    /// Who wrote, as a position in the contacts; `nil` for the owner.
    public var sender: Int?
    /// The others who took part, the owner left out, without repetition.
    public var others: [Int]
    /// By which channel.
    public var channel: Interaction.Channel
    /// The conversation, the same for every message in it; `nil` when the source does not say.
    public var thread: String?
    /// The subject.
    public var subject: String?
    /// The `Message-ID` of a mail, without its brackets; `nil` for other talks and for mails without one.
    public var messageID: String?
    /// What it was for, where the source shows it.
    public var purposes: [Interaction.Purpose] = []
    /// Whether an answer is owed; `nil` when the source does not say. Who has accepted an invitation owes none.
    public var expectsReply: Bool?
    /// The text, only when the user asked to keep it.
    public var text: String?
    /// Of an event of a calendar, how it stands; `nil` for what has taken place in any case.
    public var event: Event?
    /// Where it stands.
    public var place: SourcePlace

    /// How an event of a calendar stands. It may lie ahead, be moved, and be off.
    public struct Event: Equatable, Sendable {
        /// The day on which it was last changed; `nil` when the calendar does not say.
        public var revised: CalendarDay?
        /// Whether it does not take place; then no one takes part.
        public var isOff: Bool
        /// What the identifiers of all its repetitions begin with, where the source names all that still count.
        public var series: String?

        /// Makes a state.
        public init(revised: CalendarDay?, isOff: Bool, series: String? = nil) {
            self.revised = revised
            self.isOff = isOff
            self.series = series
        }
    }

    /// Makes a record.
    public init(
        id: String, date: Timestamp, sender: Int?, others: [Int], channel: Interaction.Channel,
        thread: String? = nil, subject: String? = nil, text: String? = nil, place: SourcePlace
    ) {
        self.id = id
        self.date = date
        self.sender = sender
        self.others = others
        self.channel = channel
        self.thread = thread
        self.subject = subject
        self.text = text
        self.place = place
    }
}

/// A job that the owner applied for.
public struct ApplicationRecord: Equatable, Sendable {
    /// The employer.
    public var company: String
    /// The job.
    public var title: String
    /// When they applied.
    public var date: Timestamp
    /// What came after, in any order.
    public var steps: [Step] = []
    /// Who takes part.
    public var participants: [Participant] = []
    /// Anything else, to be kept with the application.
    public var note: String?
    /// Where it stands.
    public var place: SourcePlace

    /// A stage that an application reached.
    public struct Step: Equatable, Sendable {
        /// The stage.
        public var stage: Stage
        /// When.
        public var day: CalendarDay
        /// Whether the source says the day; otherwise it is the last one before the stage that it says.
        public var isDated: Bool

        /// Makes a step.
        public init(stage: Stage, day: CalendarDay, isDated: Bool = true) {
            self.stage = stage
            self.day = day
            self.isDated = isDated
        }
    }

    /// Someone's part in it.
    public struct Participant: Equatable, Sendable {
        /// Who, as a position in the contacts.
        public var contact: Int
        /// In which role.
        public var role: ReferralGraph.Participant.Role

        /// Makes a participant.
        public init(contact: Int, role: ReferralGraph.Participant.Role) {
            self.contact = contact
            self.role = role
        }
    }

    /// Makes a record.
    public init(company: String, title: String, date: Timestamp, place: SourcePlace) {
        self.company = company
        self.title = title
        self.date = date
        self.place = place
    }
}

/// A sign that two contacts know each other.
public struct AcquaintanceRecord: Equatable, Sendable {
    /// One of the two, as a position in the contacts.
    public var first: Int
    /// The other.
    public var second: Int
    /// How it shows, in words, such as "in a group thread of 4".
    public var how: String
    /// The last day on which it showed.
    public var lastContact: CalendarDay?

    /// Makes a record.
    public init(first: Int, second: Int, how: String, lastContact: CalendarDay? = nil) {
        self.first = first
        self.second = second
        self.how = how
        self.lastContact = lastContact
    }
}

/// What was read of one file of a source.
public struct SourceTally: Equatable, Sendable {
    /// The file, inside an archive its path there.
    public var file: String
    /// Records that are used.
    public var read = 0
    /// Records that are not, with the reason; rows in the order of the file.
    public var skipped: [Skipped] = []

    /// A record that is not used.
    public struct Skipped: Equatable, Sendable {
        /// Its line, from 1; of a mailbox the number of the message.
        public var line: Int
        /// Why, in a few words that are the same for all such records, for counting.
        public var reason: String

        /// Makes one.
        public init(line: Int, reason: String) {
            self.line = line
            self.reason = reason
        }
    }

    /// Makes a tally of a file of which nothing was read yet.
    public init(file: String) { self.file = file }

    /// Counts a record that is not used.
    mutating func skip(_ line: Int, _ reason: some RawRepresentable<String>) {
        skipped.append(Skipped(line: line, reason: reason.rawValue))
    }
}
