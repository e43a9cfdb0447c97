/// An employer, wanted or only known.
public struct Company: Sendable, Equatable {
    /// Unique among the companies of a network.
    public var id: CompanyID
    /// As the company writes it.
    public var name: String
    /// Other names under which it is known, such as one from before it was renamed.
    public var aliases: [String]
    /// How much the seeker wants to work there.
    public var priority: Priority?
    /// Whether an employee who refers someone earns a bonus (playbook R1); `nil` when unknown.
    public var hasReferralProgramme: Bool?
    /// Do not contact anyone there.
    public var doNotContact: Bool
    /// The first day on which anyone there may be contacted again; `nil` when nothing was said.
    public var notBefore: CalendarDay?
    /// Why nothing is due before that day; `nil` when nothing was said.
    public var notBeforeReason: String?
    /// How the company does not want to be contacted, as advertisements say; each once.
    public var avoids: [Interaction.Channel]
    /// When the office is closed.
    public var closed: [Absence]
    /// The country, or the part of one, whose public holidays the office has, as ISO 3166 writes it: `DE-BY`; `nil` leaves it
    /// to each person's time zone.
    public var region: String?
    /// What kind of place it is, where that decides when people can be called; `nil` for an office, or when unknown.
    public var setting: Setting?
    /// Dated news (playbook R1 *watch the employer*, R3).
    public var signals: [Signal]

    /// The seeker's order of wishes.
    public enum Priority: String, Sendable, Codable, CaseIterable {
        /// First choice, good choice, fallback.
        case a = "A"
        case b = "B"
        case c = "C"
    }

    /// Places whose day is not that of an office (playbook R5, *trade and country*).
    public enum Setting: String, Sendable, Codable, CaseIterable {
        /// Between lunch and dinner people can talk.
        case restaurant
        /// Not in the first hour, nor at noon.
        case shop
        /// Hospitals and care: between the rounds.
        case ward
        /// After the lessons.
        case school
        /// Building sites and workshops: at the end of the shift.
        case site
    }

    /// Makes a company.
    public init(
        id: CompanyID, name: String, aliases: [String] = [], priority: Priority? = nil,
        hasReferralProgramme: Bool? = nil, doNotContact: Bool = false, notBefore: CalendarDay? = nil,
        notBeforeReason: String? = nil,
        avoids: [Interaction.Channel] = [], closed: [Absence] = [], region: String? = nil,
        setting: Setting? = nil,
        signals: [Signal] = []
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.priority = priority
        self.hasReferralProgramme = hasReferralProgramme
        self.doNotContact = doNotContact
        self.notBefore = notBefore
        self.notBeforeReason = notBeforeReason
        self.avoids = avoids
        self.closed = closed
        self.region = region
        self.setting = setting
        self.signals = signals
    }

    /// Whether this is an employer, and not what people write where they have none (``CompanyName/isEmployer``). One whose
    /// name shows nothing is taken for one.
    public var isEmployer: Bool {
        let name = CompanyName(name)
        return name.words.isEmpty || name.isEmployer
    }
}

/// Dated news that makes an opening likelier or less likely for a while (playbook R3).
public struct Signal: Sendable, Equatable {
    /// What happened.
    public var kind: Kind
    /// When it became known.
    public var date: CalendarDay
    /// The part of the company concerned; `nil` for all of it.
    public var department: String?
    /// The role, for an opening.
    public var title: String?
    /// Anything else.
    public var note: String?

    /// What a signal can say.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// A role was posted.
        case openingPosted = "opening-posted"
        /// New business, which needs people.
        case contractWon = "contract-won"
        /// Growth of any other kind.
        case growth
        /// A breach or an outage.
        case securityIncident = "security-incident"
        /// A public-relations crisis.
        case crisis
        /// Clients threaten to leave.
        case clientsLeaving = "clients-leaving"
        /// Departments are rearranged.
        case reorganisation
        /// People are let go.
        case layoffs
        /// No hiring for now.
        case hiringFreeze = "hiring-freeze"
        /// A recent hire does not work out.
        case hireFailing = "hire-failing"
        /// A report is failing.
        case reportFailing = "report-failing"
        /// A report is about to be promoted.
        case reportPromoted = "report-promoted"
        /// A report wants to move away.
        case reportLeaving = "report-leaving"
        /// The person whose news it is was let go.
        case letGo = "let-go"
    }

    /// Makes a signal.
    public init(
        kind: Kind, date: CalendarDay, department: String? = nil, title: String? = nil, note: String? = nil
    ) {
        self.kind = kind
        self.date = date
        self.department = department
        self.title = title
        self.note = note
    }
}
