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
    /// A day was named, or a hold: nothing before it, then one friendly message.
    case statedTime = "R5.stated-time"
    /// They will be in touch, without a day: five business days.
    case theirTurn = "R5.their-turn"
    /// A talk is fixed; afterwards, how it went.
    case appointment = "R5.appointment"
    /// They did not come to a talk: one word the same day.
    case missedAppointment = "R5.missed-appointment"
    /// Thank every interviewer within a business day, not only after a no.
    case thankAfterInterview = "R5.thank-you"
    /// One person of an employer at a time while a role is alive.
    case oneVoice = "R5.one-voice"
    /// One person of an office at a time, the next after a silent week.
    case oneOffice = "R5.one-office"
    /// A referrer hears what came of it, before anything new is asked.
    case referrer = "R5.referrer"
    /// Those who led to the referrer hear it, too.
    case upTheChain = "R5.up-the-chain"
    /// A referee is told beforehand, and replaced when they cannot be reached.
    case referee = "R5.referee"
    /// An offer with a day: the other employers hear of it at once.
    case competingOffer = "R5.competing-offer"
    /// An offer was accepted: the other processes end within a business day.
    case accepted = "R5.accepted"
    /// A role you were refused is posted again.
    case reposted = "R5.re-posted"
    /// Someone left: someone else is asked who has taken over.
    case left = "R5.left"
    /// A kind no without an interview: thanks now, a word in two months.
    case kindRefusal = "R5.kind-refusal"
    /// Nothing was heard of an application for two weeks: one kind line.
    case openApplication = "R5.open-application"
    /// Layoffs, a freeze, a crisis: no question about the status.
    case hardTimes = "R5.hard-times"
    /// What you promised, on its day.
    case ownPromise = "R5.own-promise"
    /// The search is confidential at the own employer.
    case ownEmployer = "R5.own-employer"
    /// After a year and more: a word of re-acquaintance, no ask.
    case longGap = "R5.long-gap"
    /// By which means someone wants to be contacted, if at all.
    case channel = "R5.channel"
    /// You said no to them and the door is open: they may be asked.
    case openDoor = "R5.open-door"
    /// Before applications close: apply; nobody of the panel before that day.
    case closingDay = "R5.closing-day"

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
        case .thankYou, .call, .feedback, .referralRequest, .connect, .followStar, .watchEmployer,
            .thankAfterInterview, .referee, .referrer, .upTheChain, .competingOffer, .accepted, .reposted,
            .left, .missedAppointment:
            .firstStep
        case .firstMessage, .telephone, .afterInterview, .tryAgain, .secondPerson, .returnToFirst,
            .unusedReferral, .promisedIntroduction, .missedPromise, .answer, .statedTime, .theirTurn,
            .ownPromise, .hardTimes, .openApplication:
            .silence
        case .keepWarm, .monthlyTouch, .cadence, .kindRefusal, .openDoor, .longGap: .reminder
        case .record, .star, .referralProgramme, .strengthOfNo, .vacancyClock, .appointment, .oneVoice,
            .oneOffice, .ownEmployer, .channel, .closingDay:
            .record
        }
    }

    /// Whether it is a word that the seeker owes: thanks, an answer, news. Neither a stated time nor another voice stops it.
    var isOwed: Bool {
        switch self {
        case .thankYou, .thankAfterInterview, .answer, .ownPromise, .competingOffer, .accepted, .referrer,
            .upTheChain, .referee, .missedAppointment, .followStar, .unusedReferral, .promisedIntroduction:
            true
        default: false
        }
    }

    /// Whether it approaches someone with an ask, of whom one of an office is enough.
    package var isApproach: Bool {
        switch self {
        case .firstMessage, .telephone, .tryAgain, .secondPerson, .returnToFirst, .monthlyTouch, .cadence,
            .longGap, .unusedReferral, .watchEmployer:
            true
        default: false
        }
    }

    /// Where the rule comes from: the articles S1 to S4 of the playbook, `published` elsewhere, `Q` for
    /// job seekers' public questions and the answers they got, or `ours`.
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
        case .statedTime, .theirTurn, .appointment, .missedAppointment, .thankAfterInterview, .oneVoice,
            .oneOffice, .referrer, .upTheChain, .referee, .competingOffer, .accepted, .reposted, .left,
            .kindRefusal, .openApplication, .hardTimes, .ownPromise, .ownEmployer, .longGap, .channel,
            .openDoor, .closingDay:
            ["Q"]
        }
    }
}
