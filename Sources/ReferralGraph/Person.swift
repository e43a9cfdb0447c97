/// Someone in the network; the job seeker is one of them.
public struct Person: Sendable, Equatable {
    /// Unique among the people of a network.
    public var id: PersonID
    /// As the person writes it.
    public var name: String
    /// Other names and nicknames under which the person is known, such as one from before a marriage.
    public var otherNames: [String]
    /// Most useful first.
    public var emails: [String]
    /// Most useful first.
    public var phones: [String]
    /// A page about the person, `https:`.
    public var profileURL: String?
    /// Further pages about the person.
    public var otherProfileURLs: [String]
    /// The `UID` of each of the person's cards in address books, that of the main one first.
    public var cardUIDs: [String]
    /// IANA identifier such as `America/Chicago`; decides when 8:30 and when a business day is.
    public var timeZone: String?
    /// The city or region where the person works; `nil` when unknown.
    public var place: String?
    /// The country, or the part of one, whose public holidays the person has, as ISO 3166 writes it: `DE-BY`; `nil` leaves it
    /// to the employer and the time zone.
    public var region: String?
    /// The days of the week on which the person does not work, when they are not those of the region; else empty.
    /// At most six, each once.
    public var weekend: [Weekday]
    /// Where the person works and worked, in any order.
    public var employments: [Employment]
    /// Where the person studied, in any order.
    public var education: [Education]
    /// Rapport was best with this one (playbook R1, *star*).
    public var isStar: Bool
    /// What one would like to remember from meeting the person (playbook R1, *record everyone*).
    public var observations: [String]
    /// How many people report directly to this one; `nil` when unknown.
    public var directReports: Int?
    /// The person asked not to be contacted, or the user decided so.
    public var doNotContact: Bool
    /// The first day on which the person may be contacted again; `nil` when nothing was said.
    public var notBefore: CalendarDay?
    /// Why nothing is due before that day, as the user put it; `nil` when they gave no reason.
    public var notBeforeReason: String?
    /// After how many days without a word the seeker wants to be reminded of the person; `nil` leaves it to the playbook.
    public var reminderDays: Int?
    /// Steps of the playbook that the seeker chose to leave out.
    public var skippedSteps: [SkippedStep]
    /// Words by which the seeker sorts people, as first written; each once.
    public var tags: [String]
    /// How well the seeker says that they know the person; `nil` while they have not said.
    public var acquaintance: Acquaintance?
    /// When the seeker said so; `nil` when they have not, or it is not known.
    public var acquaintanceOn: CalendarDay?
    /// How the person does not want to be contacted; each once.
    public var avoids: [Interaction.Channel]
    /// When the person is away.
    public var away: [Absence]
    /// The person asked not to be named to others.
    public var isConfidential: Bool
    /// Someone at the seeker's own employer who knows that the seeker is looking.
    public var knowsOfSearch: Bool
    /// Dated news about this manager's team (playbook R3).
    public var signals: [Signal]
    /// People who look like this one and who the user said are someone else.
    public var distinctFrom: [PersonID]

    /// Makes a person.
    public init(
        id: PersonID, name: String, otherNames: [String] = [], emails: [String] = [], phones: [String] = [],
        profileURL: String? = nil, otherProfileURLs: [String] = [], cardUIDs: [String] = [],
        timeZone: String? = nil, place: String? = nil, region: String? = nil, weekend: [Weekday] = [],
        employments: [Employment] = [], education: [Education] = [], isStar: Bool = false,
        observations: [String] = [],
        directReports: Int? = nil, doNotContact: Bool = false, notBefore: CalendarDay? = nil,
        notBeforeReason: String? = nil, reminderDays: Int? = nil, skippedSteps: [SkippedStep] = [],
        tags: [String] = [], acquaintance: Acquaintance? = nil, acquaintanceOn: CalendarDay? = nil,
        avoids: [Interaction.Channel] = [], away: [Absence] = [], isConfidential: Bool = false,
        knowsOfSearch: Bool = false, signals: [Signal] = [], distinctFrom: [PersonID] = []
    ) {
        self.id = id
        self.name = name
        self.otherNames = otherNames
        self.emails = emails
        self.phones = phones
        self.profileURL = profileURL
        self.otherProfileURLs = otherProfileURLs
        self.cardUIDs = cardUIDs
        self.timeZone = timeZone
        self.place = place
        self.region = region
        self.weekend = weekend
        self.employments = employments
        self.education = education
        self.isStar = isStar
        self.observations = observations
        self.directReports = directReports
        self.doNotContact = doNotContact
        self.notBefore = notBefore
        self.notBeforeReason = notBeforeReason
        self.reminderDays = reminderDays
        self.skippedSteps = skippedSteps
        self.tags = tags
        self.acquaintance = acquaintance
        self.acquaintanceOn = acquaintanceOn
        self.avoids = avoids
        self.away = away
        self.isConfidential = isConfidential
        self.knowsOfSearch = knowsOfSearch
        self.signals = signals
        self.distinctFrom = distinctFrom
    }

    /// The employment that holds on `day`; of several the one that began last, then the one listed last.
    public func employment(on day: CalendarDay) -> Employment? {
        var best: Employment?
        for employment in employments where employment.holds(on: day) {
            if best == nil || (employment.from?.number ?? .min) >= (best?.from?.number ?? .min) {
                best = employment
            }
        }
        return best
    }
}

/// A step of the playbook that the seeker chose to leave out this time.
public struct SkippedStep: Sendable, Equatable {
    /// The identifier of the rule, such as `R1.thank-you`.
    public var rule: String
    /// When the seeker said so; what starts the rule's clock on a later day makes the step due again.
    public var on: CalendarDay
    /// The opportunity that the step is about; `nil` for any.
    public var opportunity: OpportunityID?

    /// Makes a skipped step.
    public init(rule: String, on: CalendarDay, opportunity: OpportunityID? = nil) {
        self.rule = rule
        self.on = on
        self.opportunity = opportunity
    }
}

/// How well the seeker says that they know someone.
public enum Acquaintance: String, Sendable, Codable, CaseIterable {
    /// A friend, a mentor: they would take a call any day.
    case close
    /// They would remember the seeker and answer.
    case known
    /// They may remember the name.
    case barely
    /// The seeker does not know them, whatever a list of connections says.
    case unknown
}

/// Days on which no one is there: someone's holiday, an office that is closed.
public struct Absence: Sendable, Equatable {
    /// The first day.
    public var from: CalendarDay
    /// The last day, not before the first.
    public var to: CalendarDay
    /// Why.
    public var note: String?

    /// Makes an absence.
    public init(from: CalendarDay, to: CalendarDay, note: String? = nil) {
        self.from = from
        self.to = to
        self.note = note
    }

    /// Whether it covers a day.
    public func covers(_ day: CalendarDay) -> Bool { from <= day && day <= to }
}

/// A person's time at a company.
public struct Employment: Sendable, Equatable {
    /// The employer.
    public var company: CompanyID
    /// Job title.
    public var title: String?
    /// The part of the company.
    public var department: String?
    /// First day; `nil` when unknown.
    public var from: CalendarDay?
    /// Last day; `nil` while it lasts or when unknown.
    public var to: CalendarDay?
    /// The last day on which an imported source said so; `nil` when only the user did.
    public var confirmed: CalendarDay?

    /// Makes an employment.
    public init(
        company: CompanyID, title: String? = nil, department: String? = nil, from: CalendarDay? = nil,
        to: CalendarDay? = nil, confirmed: CalendarDay? = nil
    ) {
        self.company = company
        self.title = title
        self.department = department
        self.from = from
        self.to = to
        self.confirmed = confirmed
    }

    /// Whether the person worked there on `day`; an unknown end counts as still there.
    public func holds(on day: CalendarDay) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}

extension Person {
    /// What the name of a person begins with where programs exchange them, as in the UID of a vCard.
    package static let urnPrefix = "urn:rebound:person:"
}
