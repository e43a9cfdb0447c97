public import Playbook
public import RankingModel
public import ReferralGraph

/// Everything the analysis has to say about one person.
public struct PersonExplanation: Sendable, Equatable, Codable {
    /// Who.
    public var person: PersonID
    /// The person's name.
    public var name: String
    /// The current job title.
    public var title: String?
    /// The current employer's name.
    public var company: String?
    /// The words by which the seeker sorts the person; `nil` for none.
    public var tags: [String]?
    /// How well the seeker says that they know the person; `nil` while they have not said.
    public var known: ReferralGraph.Acquaintance?
    /// When the seeker said so.
    public var knownOn: CalendarDay?
    /// The row of the call list, where the person is in it.
    public var contact: NextContact?
    /// Why not, where the person is left out.
    public var withheld: WithheldContact?
    /// The ranking model's numbers, in the list or not; `nil` for the seeker.
    public var worth: ContactWorth?
    /// What V is made of, each part with its formula and evidence, in the order of `worth.contributions`.
    public var valueReasons: [Reason]
    /// What the log-odds of rho are made of, in the order of the model, without terms that are 0.
    public var replyReasons: [Reason]
    /// How much rho rests on data, in words; `nil` for the seeker.
    public var replyBasis: String?
    /// What became of the seeker's own asks, on which rho rests in part; `nil` for the seeker.
    public var replyRecord: ReplyRecord?
    /// How likely an answer is by what the seeker asks for; `nil` for the seeker, and where the policy makes no difference.
    public var replyByPurpose: [PurposeOdds]?
    /// What would move the person up or down; `nil` for the seeker, and where it was not asked for.
    public var rankChanges: RankChanges?
    /// How the person came into the network.
    public var lineage: Lineage
    /// The threads with the person, closed ones included.
    public var threads: [StalledThread]
    /// Steps whose day has not come yet.
    public var upcoming: [DueStep]
    /// Steps that wait or fall away because a stronger rule says so.
    public var suppressed: [SuppressedStep]
    /// When the person's team may have an opening; `nil` where no one reports to them.
    public var vacancyClock: VacancyClock?
    /// The employers and schools in common with the seeker, what says most first; `nil` when there are none.
    public var shared: [SharedPast]?
    /// Who the person knows, the seeker left out.
    public var acquaintances: [Acquaintance]
    /// The last contacts, newest first, at most ten.
    public var recentContacts: [RecentContact]

    /// How likely a person answers when asked for something.
    public struct PurposeOdds: Sendable, Equatable, Codable {
        /// What for.
        public var purpose: AskPurpose
        /// The probability, in (0, 1).
        public var probability: Double
        /// The seeker's settled asks of anyone with this purpose.
        public var asks: Int
        /// Those answered within the reply window.
        public var answers: Int
        /// How many answers were expected of them by what is assumed about the purpose.
        public var expectedAnswers: Double
    }

    /// Someone the person knows.
    public struct Acquaintance: Sendable, Equatable, Codable {
        /// Who.
        public var person: PersonID
        /// How it is known: a tie, a referral, a panel, a thread, or an inference.
        public var evidence: String
        /// Whether the seeker is in touch with them too.
        public var isContact: Bool
    }
}

/// One contact between the seeker and a person.
public struct RecentContact: Sendable, Equatable, Codable {
    /// When.
    public var date: Timestamp
    /// The means of contact.
    public var channel: Interaction.Channel
    /// Who spoke.
    public var direction: Interaction.Direction
    /// What it was about, as far as recorded.
    public var subject: String?
}
