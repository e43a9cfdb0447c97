public import Playbook
package import PublicHolidays
public import RankingModel
public import ReferralGraph

/// Who to call next, in order, with reasons.
public struct NextContacts: Sendable, Equatable, Codable {
    /// First those the playbook says to contact now, by due day; then everyone else it is polite to contact
    /// now, by value. One running rank.
    public var contacts: [NextContact]
    /// How many rows the whole list has, of which `contacts` may be the first.
    public var contactCount: Int
    /// How many rows the list has because a step is due; they come first.
    public var dueCount: Int
    /// The people in the list who are known by name and work only; `nil` unless there are several.
    public var unknown: UnknownContacts?
    /// What the playbook says to write down today, without contacting anyone.
    public var bookkeeping: [DueStep]
    /// Who is not in the list, and why, in the order of the network.
    public var withheld: [WithheldContact]
    /// What became of the seeker's own asks, and how far the probabilities rest on it.
    public var replyRecord: ReplyRecord
    /// What has to be kept in mind when reading the numbers.
    public var caveats: [String]
}

/// One row of the call list.
public struct NextContact: Sendable, Equatable, Codable {
    /// 1 for the first; the badge in drawings.
    public var rank: Int
    /// Who.
    public var person: PersonID
    /// The person's name.
    public var name: String
    /// The current job title.
    public var title: String?
    /// The current employer's name.
    public var company: String?
    /// Whether the playbook says to contact this person now.
    public var isDue: Bool
    /// The rules behind the row, the one that decides first.
    public var rules: [Rule]
    /// The day the step is due (for a missed one: the latest day on which it came round); else the next day on which the
    /// person works.
    public var day: CalendarDay
    /// The next day on which the person works, when a call is due and today is none; else `nil`.
    public var callFrom: CalendarDay?
    /// What to do.
    public var action: DueStep.Action
    /// The steps of one occasion in their order, those not yet due included: the thank-you after a no and the call;
    /// `nil` for a step that stands alone.
    public var parts: [DueStep]?
    /// What else is due with the same person.
    public var alsoDue: [DueStep]
    /// The numbers behind the order.
    public var worth: ContactWorth
    /// What the words of reports are made of; not in the JSON.
    package var basis: ContactBasis?
    /// The public holiday on which the person does not work today; not in the JSON.
    package var holiday: PublicHoliday?

    private enum CodingKeys: String, CodingKey {
        case rank, person, name, title, company, isDue, rules, day, callFrom, action, parts
        case alsoDue, worth
    }
}

/// What brings someone into a list, for reports in words: the JSON has the rules and the numbers instead.
package enum ContactBasis: Sendable, Equatable {
    /// A step of the playbook.
    case step(DueStep)
    /// Nothing is due; the day of the last contact, `nil` for a contact never in touch, what they share with the
    /// seeker from earlier, and how well the seeker says that they know each other.
    case worth(lastContact: CalendarDay?, shared: SharedPast?, known: Acquaintance?)
    /// Not in touch, and no contact can introduce them.
    case stranger
    /// Nothing is known beyond the name and the work (``UnknownContacts``); whether they are a connection.
    case unknown(isConnected: Bool)

    /// Whether nothing is known of the person.
    package var isUnknown: Bool { if case .unknown = self { true } else { false } }
}

/// The ranking model's numbers for one person (ranking.md).
public struct ContactWorth: Sendable, Equatable, Codable {
    /// V: what a call is worth; the sum of `contributions`.
    public var value: Double
    /// rho: the probability that the person answers an ask sent now.
    public var replyProbability: Double
    /// s: the share of the seeker's next acquaintances within the person's reach.
    public var reach: Double
    /// d, with what went into it.
    public var direct: DirectValue
    /// What V is made of, largest first.
    public var contributions: [Contribution]
    /// What rho is made of, in log-odds, in the order of the model.
    public var replyTerms: [ReplyTerm]
    /// How much of rho is the person's own record, in words.
    public var evidence: String
    /// The defaults that stood in for facts.
    public var assumptions: [String]
}

/// One summand of V.
public struct Contribution: Sendable, Equatable, Codable {
    /// What it is.
    public var kind: Kind
    /// In words.
    public var label: String
    /// The person it leads to, for a share of reach.
    public var through: PersonID?
    /// How much of V it is.
    public var value: Double

    /// The parts of V.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// rho d: an opening with the person.
        case direct
        /// An introduction to someone not met yet.
        case introduction
        /// An introduction within the circle the person shares with the seeker.
        case familiarity
    }
}

/// One summand of the log-odds of a reply.
public struct ReplyTerm: Sendable, Equatable, Codable {
    /// The model's name for it.
    public var name: String
    /// In log-odds.
    public var logOdds: Double
}
