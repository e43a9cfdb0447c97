public import ReferralGraph

/// The threads that wait for someone, by who is to move.
public struct StalledThreads: Sendable, Equatable, Codable {
    /// They owe first, then what you owe, then missed promises, then closed ones; each by due day.
    public var threads: [StalledThread]
    /// How many unanswered conversations are older than the playbook's warm time, and not listed.
    public var cooledDownCount: Int
    /// The playbook's warm time, days.
    public var cooledDownAfterDays: Int

    package init(threads: [StalledThread], cooledDownCount: Int, cooledDownAfterDays: Int) {
        self.threads = threads
        self.cooledDownCount = cooledDownCount
        self.cooledDownAfterDays = cooledDownAfterDays
    }

    /// The threads of one kind, in order.
    public func threads(of kind: StalledThread.Kind) -> [StalledThread] { threads.filter { $0.kind == kind } }
}

/// A thread in which nothing moves, and what to do about it.
public struct StalledThread: Sendable, Equatable, Codable {
    /// Whose move it is.
    public var kind: Kind
    /// Who it is with.
    public var person: PersonID
    /// About which opportunity.
    public var opportunity: OpportunityID?
    /// The conversation, as the user named it.
    public var thread: String?
    /// The day of the last word, or of the promise.
    public var since: CalendarDay
    /// Days of silence.
    public var silentDays: Int
    /// Business days of silence in the person's calendar.
    public var silentBusinessDays: Int
    /// What the playbook says to do; `nil` for a closed thread.
    public var step: DueStep?
    /// Why a closed thread is closed, in words.
    public var closure: String?
    /// How likely an answer has become; only where the ask opened or reopened the contact.
    public var silence: SilenceOdds?

    /// Whose move it is.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// You asked, they did not answer.
        case theyOwe = "they-owe"
        /// They wrote, or gave you a name, and you did not act.
        case youOwe = "you-owe"
        /// They promised something and its day has passed.
        case promiseMissed = "promise-missed"
        /// Closed by an explicit no, by the user, or by a wish not to be contacted; never by the clock.
        case closed
    }
}

/// The silence model's word on one unanswered ask (ranking.md, section b).
public struct SilenceOdds: Sendable, Equatable, Codable {
    /// The estimated probability of an answer when the ask was sent.
    public var replyProbabilityAtSending: Double
    /// The probability that no answer comes within ``SilenceModel/horizonDays`` of sending, given the silence so far.
    public var probabilityOfNoAnswer: Double
    /// Whether that is at or above the policy's flag.
    public var isProbablyDead: Bool

    package init(replyProbabilityAtSending: Double, probabilityOfNoAnswer: Double, isProbablyDead: Bool) {
        self.replyProbabilityAtSending = replyProbabilityAtSending
        self.probabilityOfNoAnswer = probabilityOfNoAnswer
        self.isProbablyDead = isProbablyDead
    }
}
