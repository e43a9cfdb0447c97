/// The rules of the playbook, by the identifiers that reasons cite.
///
/// ``words`` says of each when it applies and what it says; the page on the playbook lists them.
public enum Rule: String, Sendable, Codable, CaseIterable {
    // R1: After a no
    case thankYou = "R1.thank-you"
    case call = "R1.call"
    case feedback = "R1.feedback"
    case referralRequest = "R1.referral-request"
    case record = "R1.record"
    case star = "R1.star"
    case connect = "R1.connect"
    case keepWarm = "R1.keep-warm"
    case followStar = "R1.follow-star"
    case watchEmployer = "R1.watch-employer"
    case referralProgramme = "R1.referral-programme"
    case strengthOfNo = "R1.strength-of-no"

    // R2: Silence
    case firstMessage = "R2.first-message"
    case telephone = "R2.telephone"
    case afterInterview = "R2.after-interview"
    case monthlyTouch = "R2.monthly-touch"
    case tryAgain = "R2.try-again"
    case unusedReferral = "R2.unused-referral"
    case promisedIntroduction = "R2.promised-introduction"
    case missedPromise = "R2.missed-promise"
    case answer = "R2.answer"

    // R3: Openings to come
    case vacancyClock = "R3.vacancy-clock"

    // R4: Other routines
    case cadence = "R4.cadence"
    case every = "R4.every"
    case secondPerson = "R4.second-person"
    case returnToFirst = "R4.return-to-first"

    // R5: While a role is alive
    case statedTime = "R5.stated-time"
    case theirTurn = "R5.their-turn"
    case appointment = "R5.appointment"
    case missedAppointment = "R5.missed-appointment"
    case thankAfterInterview = "R5.thank-you"
    case oneVoice = "R5.one-voice"
    case oneOffice = "R5.one-office"
    case referrer = "R5.referrer"
    case upTheChain = "R5.up-the-chain"
    case referee = "R5.referee"
    case competingOffer = "R5.competing-offer"
    case accepted = "R5.accepted"
    case reposted = "R5.re-posted"
    case left = "R5.left"
    case kindRefusal = "R5.kind-refusal"
    case openApplication = "R5.open-application"
    case hardTimes = "R5.hard-times"
    case ownPromise = "R5.own-promise"
    case ownEmployer = "R5.own-employer"
    case jobLoss = "R5.job-loss"
    case longGap = "R5.long-gap"
    case channel = "R5.channel"
    case openDoor = "R5.open-door"
    case closingDay = "R5.closing-day"
    case patience = "R5.patience"

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
            .left, .missedAppointment, .jobLoss:
            .firstStep
        case .firstMessage, .telephone, .afterInterview, .tryAgain, .secondPerson, .returnToFirst,
            .unusedReferral, .promisedIntroduction, .missedPromise, .answer, .statedTime, .theirTurn,
            .ownPromise, .hardTimes, .openApplication:
            .silence
        case .keepWarm, .monthlyTouch, .cadence, .every, .kindRefusal, .openDoor, .longGap: .reminder
        case .record, .star, .referralProgramme, .strengthOfNo, .vacancyClock, .appointment, .oneVoice,
            .oneOffice, .ownEmployer, .channel, .closingDay, .patience:
            .record
        }
    }

    /// Whether it is a word that the seeker owes: thanks, an answer, news. Neither a stated time nor another voice stops it.
    package var isOwed: Bool {
        switch self {
        case .thankYou, .thankAfterInterview, .answer, .ownPromise, .competingOffer, .accepted, .referrer,
            .upTheChain, .referee, .missedAppointment, .followStar, .jobLoss, .unusedReferral,
            .promisedIntroduction:
            true
        default: false
        }
    }

    /// Whether a step that was left out comes again after the rule's interval; others wait for something new.
    package var comesRound: Bool {
        switch self {
        case .tryAgain, .afterInterview, .openApplication, .hardTimes: true
        default: kind == .reminder
        }
    }

    /// Whether it belongs to the answer to a no, which begins with the thank-you.
    var answersNo: Bool {
        switch self {
        case .thankYou, .call, .feedback, .referralRequest, .connect: true
        default: false
        }
    }

    /// Whether it is taken although the seeker's last words are unanswered, because they owe it.
    var isUrgent: Bool {
        switch self {
        case .thankYou, .thankAfterInterview, .answer, .ownPromise, .competingOffer, .accepted,
            .missedAppointment, .call:
            true
        default: false
        }
    }

    /// Whether it approaches someone with an ask; one person of an office is enough for it.
    package var isApproach: Bool {
        switch self {
        case .firstMessage, .telephone, .tryAgain, .secondPerson, .returnToFirst, .monthlyTouch, .cadence,
            .every, .keepWarm, .kindRefusal, .openDoor, .reposted, .longGap, .unusedReferral, .watchEmployer:
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
        case .promisedIntroduction, .missedPromise, .answer, .every: ["ours"]
        case .statedTime, .theirTurn, .appointment, .missedAppointment, .thankAfterInterview, .oneVoice,
            .oneOffice, .referrer, .upTheChain, .referee, .competingOffer, .accepted, .reposted, .left,
            .kindRefusal, .jobLoss, .openApplication, .hardTimes, .ownPromise, .ownEmployer, .longGap,
            .channel,
            .openDoor, .closingDay, .patience:
            ["Q"]
        }
    }
}
