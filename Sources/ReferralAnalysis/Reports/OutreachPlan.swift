public import Playbook
public import ReferralGraph

/// The calls of a week that together open most new ground, each with a day (ranking.md, section f).
public struct OutreachPlan: Sendable, Equatable, Codable {
    /// What was asked for.
    public var budget: OutreachBudget
    /// How long a call takes, minutes.
    public var callMinutes: Int
    /// How long a message takes to write, minutes.
    public var messageMinutes: Int
    /// How long a day's calls and messages take together, as far as the days are enough, minutes.
    public var minutesPerDay: Int
    /// The business days of the plan; those without a call have none.
    public var days: [OutreachDay]
    /// F: what the calls are worth together; the sum of what each adds.
    public var value: Double
    /// How long they take together, minutes.
    public var minutes: Int
    /// What no plan within the budget can be worth more than, as far as this plan shows.
    public var valueAtMost: Double
    /// The share of the best plan's value that greedy choice promises in advance: 1 - 1/e for a number of calls (Nemhauser,
    /// Wolsey and Fisher 1978), half of it for minutes (Leskovec et al. 2007); `nil` when the days turned someone away.
    public var promisedShare: Double?
    /// The share of the best plan's value that this one has at least, in [0, 1]: the promise, or more where
    /// `valueAtMost` shows it; 1 where nothing can be gained.
    public var guaranteedShare: Double
    /// How many people could be contacted within the days.
    public var candidateCount: Int
    /// Who would have been chosen, had the days room beside a colleague or in the calling hours, in the order of the
    /// network.
    public var turnedAway: [PersonID]
    /// Who something is due with now that is not in the plan, in the order of the call list.
    public var dueElsewhere: [PersonID]
    /// What has to be kept in mind when reading the numbers.
    public var caveats: [String]

    /// The calls, by day.
    public var calls: [PlannedOutreach] { days.flatMap(\.calls) }
}

/// How much a plan may hold.
public enum OutreachBudget: Sendable, Equatable, Codable {
    /// At most so many calls and messages.
    case calls(Int)
    /// At most so many minutes in all.
    case minutes(Int)

    private enum CodingKeys: String, CodingKey { case calls, minutes }

    /// Reads `{"calls": 5}` or `{"minutes": 120}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let calls = try container.decodeIfPresent(Int.self, forKey: .calls) {
            self = .calls(calls)
        } else {
            self = .minutes(try container.decode(Int.self, forKey: .minutes))
        }
    }

    /// Writes `{"calls": 5}` or `{"minutes": 120}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .calls(let count): try container.encode(count, forKey: .calls)
        case .minutes(let count): try container.encode(count, forKey: .minutes)
        }
    }
}

/// One day of a plan.
public struct OutreachDay: Sendable, Equatable, Codable {
    /// Which one.
    public var day: CalendarDay
    /// How long its calls take together, minutes.
    public var minutes: Int
    /// Calls by the time they are made, then messages; otherwise in the order of choice.
    public var calls: [PlannedOutreach]
}

/// One call or message of a plan.
public struct PlannedOutreach: Sendable, Equatable, Codable {
    /// Who.
    public var person: PersonID
    /// The person's name.
    public var name: String
    /// The current job title.
    public var title: String?
    /// The current employer's name.
    public var company: String?
    /// In which order the calls were chosen, 1 for the first.
    public var choice: Int
    /// When a call starts, minutes after midnight in the person's time zone; `nil` for a message.
    public var startMinute: Int?
    /// The same by the seeker's clock, where it is another: `20:30`, `7:30 the day after`.
    public var ownHour: String?
    /// The person's time zone, where it is known.
    public var timeZone: String?
    /// How long it takes, minutes.
    public var minutes: Int
    /// The rule of the playbook that asks for it.
    public var rule: Rule?
    /// What to do.
    public var action: DueStep.Action
    /// The probability that the person answers.
    public var replyProbability: Double
    /// V: what the call is worth alone.
    public var alone: Double
    /// What it adds to the calls chosen before it; all of them sum to the plan's value.
    public var adds: Double
    /// What the plan loses without this call, the others made.
    public var missedWithout: Double
    /// The people it newly leads to, those who add most first, three at the most.
    public var opens: [Opening]
    /// What the words of reports are made of; not in the JSON.
    package var basis: ContactBasis?

    private enum CodingKeys: String, CodingKey {
        case person, name, title, company, choice, startMinute, ownHour, timeZone, minutes, rule, action
        case replyProbability, alone, adds, missedWithout, opens
    }

    /// Someone a call may lead to.
    public struct Opening: Sendable, Equatable, Codable {
        /// Who.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// What the chance to meet them adds to the calls chosen before.
        public var adds: Double
    }
}
