/// A role the seeker applied for or was considered for, with what happened.
public struct Opportunity: Sendable, Equatable {
    /// Unique among the opportunities of a network.
    public var id: OpportunityID
    /// The role's title.
    public var title: String
    /// Whose role it is.
    public var company: CompanyID
    /// The part of the company.
    public var department: String?
    /// What happened, in any order; the latest one is where the opportunity stands.
    public var stages: [StageEvent]
    /// Who took part.
    public var participants: [Participant]
    /// What the seeker was told about the decision (playbook R1, *feedback*).
    public var feedback: [Feedback]
    /// The last day on which one can apply; `nil` when none was named.
    public var closes: CalendarDay?
    /// Whether someone else got the role; `nil` when unknown.
    public var isFilled: Bool?
    /// No one is to be contacted about it.
    public var doNotContact: Bool
    /// The first day on which its people may be contacted again; `nil` when nothing was said.
    public var notBefore: CalendarDay?
    /// Why nothing is due before that day; `nil` when nothing was said.
    public var notBeforeReason: String?

    /// Makes an opportunity.
    public init(
        id: OpportunityID, title: String, company: CompanyID, department: String? = nil,
        stages: [StageEvent] = [], participants: [Participant] = [], feedback: [Feedback] = [],
        closes: CalendarDay? = nil, isFilled: Bool? = nil, doNotContact: Bool = false,
        notBefore: CalendarDay? = nil, notBeforeReason: String? = nil
    ) {
        self.id = id
        self.title = title
        self.company = company
        self.department = department
        self.stages = stages
        self.participants = participants
        self.feedback = feedback
        self.closes = closes
        self.isFilled = isFilled
        self.doNotContact = doNotContact
        self.notBefore = notBefore
        self.notBeforeReason = notBeforeReason
    }
}

/// Where an opportunity stands.
extension Opportunity {
    /// The stage it stands at: the latest one, of several on a day the last recorded.
    public var currentStage: StageEvent? { latestStage.map { stages[$0] } }

    private var latestStage: Int? {
        var latest: Int?
        for place in stages.indices {
            if let other = latest, stages[place].date.day < stages[other].date.day { continue }
            latest = place
        }
        return latest
    }

    /// The employer's no, when that is where the opportunity stands.
    public var rejection: StageEvent? {
        latestStage.flatMap { stages[$0].stage == .rejected ? stages[$0] : nil }
    }

    /// Neither rejected, nor accepted, nor withdrawn.
    public var isLive: Bool { latestStage.map { !stages[$0].stage.isFinal } ?? true }
}

/// Where an opportunity stands from a date on.
public struct StageEvent: Sendable, Equatable {
    /// The stage reached.
    public var stage: Stage
    /// When.
    public var date: Timestamp
    /// Which interview, from 1; only for ``Stage/interview``.
    public var round: Int?
    /// Who acted or was met; empty when not recorded.
    public var people: [PersonID]
    /// Until when it lasts, as far as that was said: the end of a hold, the day by which an offer is to be answered.
    public var until: CalendarDay?
    /// Anything else.
    public var note: String?

    /// Makes a stage event.
    public init(
        stage: Stage, date: Timestamp, round: Int? = nil, people: [PersonID] = [],
        until: CalendarDay? = nil, note: String? = nil
    ) {
        self.stage = stage
        self.date = date
        self.round = round
        self.people = people
        self.until = until
        self.note = note
    }
}

/// The stages of an application.
public enum Stage: String, Sendable, Codable, CaseIterable {
    /// The application was sent.
    case applied
    /// A first talk, mostly with a recruiter.
    case screening
    /// An interview; ``StageEvent/round`` says which.
    case interview
    /// Among the last few.
    case finalist
    /// The employer said no.
    case rejected
    /// The employer made an offer.
    case offer
    /// The seeker accepted it.
    case accepted
    /// The seeker withdrew.
    case withdrawn
    /// The employer postponed the decision.
    case onHold = "on-hold"

    /// Whether the opportunity has ended with this stage.
    public var isFinal: Bool { self == .rejected || self == .accepted || self == .withdrawn }
}

/// Someone's part in an opportunity.
public struct Participant: Sendable, Equatable {
    /// Who.
    public var person: PersonID
    /// In which role.
    public var role: Role

    /// The roles of a hiring process.
    public enum Role: String, Sendable, Codable, CaseIterable {
        /// Decides, and would be the boss.
        case hiringManager = "hiring-manager"
        /// Sat in an interview.
        case interviewer
        /// Runs the process.
        case recruiter
        /// Runs it for the employer from outside: an agency, a search firm.
        case agency
        /// Arranges the talks.
        case coordinator
        /// Stands in for a hiring manager for a while.
        case interim
        /// Vouches for the seeker.
        case referee
        /// Works there and hands in the seeker's name.
        case insider
    }

    /// Makes a participant.
    public init(person: PersonID, role: Role) {
        self.person = person
        self.role = role
    }
}

/// What the seeker was told about a decision.
public struct Feedback: Sendable, Equatable {
    /// When.
    public var date: CalendarDay
    /// Who said it; `nil` when not recorded.
    public var from: PersonID?
    /// What was said.
    public var text: String

    /// Makes feedback.
    public init(date: CalendarDay, from: PersonID? = nil, text: String) {
        self.date = date
        self.from = from
        self.text = text
    }
}
