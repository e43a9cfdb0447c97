public import Playbook
import PublicHolidays
public import ReferralGraph

/// Everything known about one person: what is recorded, and what the analysis makes of it.
public struct PersonProfile: Sendable, Equatable, Codable {
    /// Rank or the reason for its absence, value, lineage, threads, acquaintances.
    public var explanation: PersonExplanation
    /// Most useful first.
    public var emails: [String]
    /// Most useful first.
    public var phones: [String]
    /// A page about the person.
    public var profileURL: String?
    /// IANA identifier.
    public var timeZone: String?
    /// The city or region where the person works.
    public var place: String?
    /// Whose public holidays the person has, as recorded or by the time zone (ISO 3166); `nil` for none.
    public var region: String?
    /// The English names of the days of the week on which the person does not work, Monday first.
    public var daysOff: [String]
    /// Rapport was best with this one.
    public var isStar: Bool
    /// Not to be contacted.
    public var doNotContact: Bool
    /// The first day on which something may be due with the person; `nil` for any.
    public var notBefore: CalendarDay?
    /// Why nothing is due before that day.
    public var notBeforeReason: String?
    /// After how many days the seeker wants to be reminded of the person; `nil` leaves it to the playbook.
    public var reminderDays: Int?
    /// The steps that the seeker left out; `nil` for none.
    public var skipped: [RecordedSkip]?
    /// How many people report to this one.
    public var directReports: Int?
    /// What one would like to remember.
    public var observations: [String]
    /// Where the person works and worked, the latest first.
    public var employments: [RecordedEmployment]
    /// Where the person studied, the latest first; `nil` when it is not known.
    public var education: [RecordedEducation]?
    /// The opportunities the person takes part in, the latest first.
    public var opportunities: [RecordedOpportunity]
    /// The names the person gave.
    public var referralsGiven: [RecordedReferral]
    /// The referrals that led to the person.
    public var referralsReceived: [RecordedReferral]
    /// News about the person's team, newest first.
    public var signals: [RecordedSignal]
    /// What is due with the person, by due day.
    public var due: [DueStep]
    /// All contacts, newest first.
    public var contacts: [RecordedContact]
}

/// A step that the seeker left out, as a report tells it.
public struct RecordedSkip: Sendable, Equatable, Codable {
    /// The identifier of the rule.
    public var rule: String
    /// When the seeker said so.
    public var on: CalendarDay
}

/// A person's time at a company, as a report tells it.
public struct RecordedEmployment: Sendable, Equatable, Codable {
    /// The employer.
    public var company: CompanyID
    /// The employer's name.
    public var name: String
    /// Job title.
    public var title: String?
    /// The part of the company.
    public var department: String?
    /// First day.
    public var from: CalendarDay?
    /// Last day.
    public var to: CalendarDay?
    /// Whether it is the one that holds now.
    public var isCurrent: Bool
}

/// A person's time at a school, as a report tells it.
public struct RecordedEducation: Sendable, Equatable, Codable {
    /// The school.
    public var school: String
    /// The degree.
    public var degree: String?
    /// First day.
    public var from: CalendarDay?
    /// Last day.
    public var to: CalendarDay?
}

/// An opportunity, as a report tells it.
public struct RecordedOpportunity: Sendable, Equatable, Codable {
    /// Which one.
    public var opportunity: OpportunityID
    /// The role's title.
    public var title: String
    /// The company's name.
    public var company: String
    /// Where it stands; `nil` when nothing has happened yet.
    public var stage: Stage?
    /// Since when.
    public var since: CalendarDay?
    /// The parts of the person asked about.
    public var roles: [Participant.Role]
    /// What the seeker was told.
    public var feedback: [String]
}

/// A referral, as a report tells it.
public struct RecordedReferral: Sendable, Equatable, Codable {
    /// The other person of it.
    public var person: PersonID
    /// Their name.
    public var name: String
    /// The introduction was promised.
    public var promised: CalendarDay?
    /// The name was given.
    public var given: CalendarDay?
    /// The seeker made contact.
    public var used: CalendarDay?
    /// They talked.
    public var met: CalendarDay?
    /// The person referred to did not want to.
    public var declined: CalendarDay?
    /// Anything else.
    public var note: String?
}

/// Dated news, as a report tells it.
public struct RecordedSignal: Sendable, Equatable, Codable {
    /// What happened.
    public var kind: Signal.Kind
    /// When it became known.
    public var date: CalendarDay
    /// The part of the company.
    public var department: String?
    /// The role, for an opening.
    public var title: String?
    /// Anything else.
    public var note: String?
}

/// A contact, as a report tells it.
public struct RecordedContact: Sendable, Equatable, Codable {
    /// When, how, who spoke, and the subject.
    public var contact: RecentContact
    /// What it was for.
    public var purposes: [Interaction.Purpose]
    /// What it was about.
    public var opportunity: OpportunityID?
    /// Anything else.
    public var note: String?
    /// What was promised, and whether it is still open.
    public var promise: RecordedPromise?
}

/// A promise, as a report tells it.
public struct RecordedPromise: Sendable, Equatable, Codable {
    /// Who promised.
    public var by: Promise.Side
    /// In words.
    public var what: String
    /// By when, a day or a moment of it.
    public var due: Timestamp?
    /// When it was kept; `nil` while it is open.
    public var kept: CalendarDay?
}

extension NetworkAnalysis {
    /// Everything known about one person; `nil` for someone not in the network.
    /// - Complexity: O(people + opportunities + touches of the person).
    public func profile(of person: PersonID) -> PersonProfile? {
        guard let explanation = explanation(of: person), let node = situation.index.node(of: person) else {
            return nil
        }
        let record = situation.person(node)
        let today = situation.today(for: node)
        return PersonProfile(
            explanation: explanation, emails: record.emails, phones: record.phones,
            profileURL: record.profileURL, timeZone: record.timeZone, place: record.place,
            region: situation.calendar(of: node).region?.code,
            daysOff: situation.calendar(of: node).weekend.map(\.name), isStar: record.isStar,
            doNotContact: record.doNotContact, notBefore: record.notBefore,
            notBeforeReason: record.notBeforeReason, reminderDays: record.reminderDays,
            skipped: record.skippedSteps.isEmpty
                ? nil : record.skippedSteps.map { RecordedSkip(rule: $0.rule, on: $0.on) },
            directReports: record.directReports,
            observations: record.observations, employments: employments(of: record),
            education: education(of: record),
            opportunities: situation.opportunitiesByNode[Int(node)].map { position in
                recorded(
                    network.opportunities[position],
                    roles: network.opportunities[position].participants.filter { $0.person == person }
                        .map(\.role))
            }.latestFirst(\.since),
            referralsGiven: situation.referrals(from: node).map { recorded($0, other: $0.to) },
            referralsReceived: situation.referrals(to: node).map { recorded($0, other: $0.from) },
            signals: record.signals.map(RecordedSignal.init).latestFirst(\.date),
            due: steps.filter { $0.person == person && $0.earliest <= today },
            contacts: situation.history.touches(with: node).reversed().map(recorded))
    }

    private func education(of person: Person) -> [RecordedEducation]? {
        person.education.isEmpty
            ? nil
            : person.education.map {
                RecordedEducation(school: $0.school, degree: $0.degree, from: $0.from, to: $0.to)
            }.latestFirst(\.from)
    }

    private func employments(of person: Person) -> [RecordedEmployment] {
        let main = person.employment(on: asOf.day)
        let current = person.currentEmployments(on: asOf.day)
        return person.employments.map { job in
            RecordedEmployment(
                company: job.company, name: companyName(job.company), title: job.title,
                department: job.department, from: job.from, to: job.to, isCurrent: current.contains(job))
        }.latestFirst { job in
            if job.isCurrent { return CalendarDay(number: job.company == main?.company ? .max : .max - 1) }
            return job.from
        }
    }

    func companyName(_ id: CompanyID) -> String {
        situation.index.position(of: id).map { network.companies[$0].name } ?? id.text
    }

    func recorded(_ opportunity: Opportunity, roles: [Participant.Role] = []) -> RecordedOpportunity {
        RecordedOpportunity(
            opportunity: opportunity.id, title: opportunity.title, company: companyName(opportunity.company),
            stage: opportunity.currentStage?.stage, since: opportunity.currentStage?.date.day, roles: roles,
            feedback: opportunity.feedback.map(\.text))
    }

    private func recorded(_ referral: Referral, other: PersonID) -> RecordedReferral {
        RecordedReferral(
            person: other,
            name: situation.index.node(of: other).map { situation.person($0).name } ?? other.text,
            promised: referral.promised, given: referral.given, used: referral.used, met: referral.met,
            declined: referral.declined, note: referral.note)
    }

    private func recorded(_ touch: Touch) -> RecordedContact {
        let interaction = touch.interaction.map { network.interactions[$0] }
        return RecordedContact(
            contact: recentContact(touch), purposes: interaction?.purposes ?? [],
            opportunity: touch.opportunity.map { network.opportunities[$0].id }, note: interaction?.note,
            promise: interaction?.promise.map {
                RecordedPromise(by: $0.by, what: $0.what, due: $0.due, kept: $0.kept)
            })
    }
}

extension RecordedSignal {
    init(_ signal: Signal) {
        self.init(
            kind: signal.kind, date: signal.date, department: signal.department, title: signal.title,
            note: signal.note)
    }
}

extension Sequence {
    /// The elements by day, the latest first and those without a day last; of a day in their order.
    func latestFirst(_ day: (Element) -> CalendarDay?) -> [Element] {
        enumerated().map { ($0.offset, day($0.element)?.number ?? .min, $0.element) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.2)
    }
}
