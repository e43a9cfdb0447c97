/// The rules of the playbook, by the identifiers that reasons cite.
public enum Rule: String, Sendable, Codable, CaseIterable {
    /// Thank every interviewer within a business day of a rejection.
    case thankYou = "R1.thank-you"
    /// Call the manager who said no, the next business day at about 8:30.
    case call = "R1.call"
    /// In that call, ask what was missing.
    case feedback = "R1.feedback"
    /// In that call, ask who else there is to talk to.
    case referralRequest = "R1.referral-request"
    /// Write down everybody met, the same day.
    case record = "R1.record"
    /// Mark those with whom the rapport was best.
    case star = "R1.star"
    /// Invite each star to connect, after the thank-you.
    case connect = "R1.connect"
    /// A friendly reminder once a month.
    case keepWarm = "R1.keep-warm"
    /// Congratulate a star on a new role.
    case followStar = "R1.follow-star"
    /// A new opening at an employer where a star works.
    case watchEmployer = "R1.watch-employer"
    /// A referrer may earn a bonus.
    case referralProgramme = "R1.referral-programme"
    /// The further you came, the stronger the tie.
    case strengthOfNo = "R1.strength-of-no"
    /// A first message without an answer for three business days.
    case firstMessage = "R2.first-message"
    /// The follow-up too: telephone, before 9:00.
    case telephone = "R2.telephone"
    /// Two weeks without a word after an interview.
    case afterInterview = "R2.after-interview"
    /// A warm contact without open business: the monthly touch.
    case monthlyTouch = "R2.monthly-touch"
    /// Three asks or more without an answer: once a month from then on.
    case tryAgain = "R2.try-again"
    /// A referral that was given and not used.
    case unusedReferral = "R2.unused-referral"
    /// An introduction that was promised and not made.
    case promisedIntroduction = "R2.promised-introduction"
    /// Anything else that was promised and not done.
    case missedPromise = "R2.missed-promise"
    /// They wrote last: the ball is in your court.
    case answer = "R2.answer"
    /// How long until a manager's team has an opening.
    case vacancyClock = "R3.vacancy-clock"
    /// A friendly reminder whose interval depends on closeness, under the policy `cadence-tiers`.
    case cadence = "R4.cadence"
    /// No answer at a company for three business days: write to a second person there, under the policy `3b7`.
    case secondPerson = "R4.second-person"
    /// No answer for seven business days: return to the first person, under the policy `3b7`.
    case returnToFirst = "R4.return-to-first"

    /// What a rule is about.
    public enum Kind: String, Sendable, CaseIterable {
        /// The first step after something new: a no, a star's new role, an opening.
        case firstStep = "first-step"
        /// A word that someone owes: an answer, an introduction, a promise.
        case silence
        /// A friendly reminder that comes round, without open business.
        case reminder
        /// Something to know or to write down; no one is contacted.
        case record
    }

    /// What the rule is about.
    public var kind: Kind {
        switch self {
        case .thankYou, .call, .feedback, .referralRequest, .connect, .followStar, .watchEmployer: .firstStep
        case .firstMessage, .telephone, .afterInterview, .tryAgain, .secondPerson, .returnToFirst,
            .unusedReferral, .promisedIntroduction, .missedPromise, .answer:
            .silence
        case .keepWarm, .monthlyTouch, .cadence: .reminder
        case .record, .star, .referralProgramme, .strengthOfNo, .vacancyClock: .record
        }
    }

    /// Where the rule comes from: the articles S1 to S4 of the playbook, `published` elsewhere, or `ours`.
    public var sources: [String] {
        switch self {
        case .thankYou: ["S2", "S3", "S4"]
        case .call, .referralRequest, .firstMessage, .telephone, .afterInterview, .unusedReferral: ["S1"]
        case .feedback: ["S1", "S4"]
        case .record, .star, .connect, .followStar, .watchEmployer, .referralProgramme: ["S2"]
        case .keepWarm, .monthlyTouch: ["S4", "S3"]
        case .tryAgain: ["S4"]
        case .strengthOfNo, .vacancyClock: ["S3"]
        case .cadence, .secondPerson, .returnToFirst: ["published"]
        case .promisedIntroduction, .missedPromise, .answer: ["ours"]
        }
    }
}
