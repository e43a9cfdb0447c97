/// A fact that a message may state, by the name that templates have for it.
public enum DraftSlot: String, Sendable, Codable, CaseIterable {
    // The person
    case greeting
    case greetingInGerman = "greeting_de"
    case firstName = "first_name"
    case fullName = "full_name"
    case title, department, company
    // The seeker
    case myName = "my_name"
    case signature
    case goalRole = "goal_role"
    // The role
    case role
    case roleCompany = "role_company"
    case roleNews = "role_news"
    case filledRole = "filled_role"
    case feedback
    case otherEmployers = "other_employers"
    case appliedDay = "applied_day"
    case interviewDay = "interview_day"
    case missedDay = "missed_day"
    case noMonth = "no_month"
    case withdrawnMonth = "withdrawn_month"
    case repostedDay = "reposted_day"
    // The conversation
    case replySubject = "reply_subject"
    case talkDay = "talk_day"
    case theirDay = "their_day"
    case askDay = "ask_day"
    case asks
    case lastMonth = "last_month"
    // Introductions
    case referrer
    case unnamedReferrer = "unnamed_referrer"
    case referred
    case referredDay = "referred_day"
    case introducedPerson = "introduced_person"
    case introductionOfferedDay = "introduction_offered_day"
    // Promises and named days
    case promise
    case promiseSaidDay = "promise_said_day"
    case promiseDay = "promise_day"
    case statedDay = "stated_day"
    case myPromise = "my_promise"
    // Offers
    case offerRole = "offer_role"
    case offerDay = "offer_day"
    case otherOfferDay = "other_offer_day"
    case acceptedRole = "accepted_role"
    case acceptedCompany = "accepted_company"
    case acceptedDay = "accepted_day"
    // References and successors
    case referenceRole = "reference_role"
    case referenceCompany = "reference_company"
    case referee, leaver
    // The past and the news
    case sharedEmployer = "shared_employer"
    case sharedSchool = "shared_school"
    case opening
    case bonusCompany = "bonus_company"
    case newTitle = "new_title"
    case newCompany = "new_company"
    case hardNews = "hard_news"
    case formerCompany = "former_company"
    // What only the seeker can say
    case news, topic, question, answer, note

    /// Whether it is in no network, but said with `--with`.
    public var isYours: Bool { [.news, .topic, .question, .answer, .note].contains(self) }

    /// What it says, in a few words.
    public var meaning: String {
        switch self {
        case .greeting: "“Hi Dan”; “Dear Dr Keller” where a title is on record"
        case .greetingInGerman: "“Sehr geehrte Frau Keller”, where “Frau” or “Herr” is on record"
        case .firstName: "what you call them"
        case .fullName: "their name"
        case .title: "their job title"
        case .department: "their department"
        case .company: "where they work"
        case .myName: "your name"
        case .signature: "“Best regards,” and your name; in a message your first name"
        case .goalRole: "the role you look for"
        case .role: "the role it is about"
        case .roleCompany: "whose role it is"
        case .roleNews: "how far the role has come, as a sentence"
        case .filledRole: "the role, when someone else is known to have got it"
        case .feedback: "what they said about the no"
        case .otherEmployers: "how many other employers you talk with: “two other employers”"
        case .appliedDay: "when you applied"
        case .interviewDay: "your last interview with them for the role"
        case .missedDay: "the talk to which they did not come"
        case .noMonth: "when the no came: “March”"
        case .withdrawnMonth: "when you withdrew"
        case .repostedDay: "when the role was posted again"
        case .replySubject:
            "“Re:” and the subject of your last e-mail with them; the draft becomes an answer to it"
        case .talkDay: "when you last talked"
        case .theirDay: "when they last wrote or called"
        case .askDay: "when you last asked, without an answer since"
        case .asks: "how often you have asked in a row: “twice”"
        case .lastMonth: "when you were last in touch: “March”, “March 2024”"
        case .referrer: "who pointed you to them"
        case .unnamedReferrer: "“a mutual contact”, for one who asked not to be named"
        case .referred: "who they pointed you to, once you have talked"
        case .referredDay: "when you talked with that person"
        case .introducedPerson: "who they promised to introduce you to"
        case .introductionOfferedDay: "when they promised that"
        case .promise: "what they promised"
        case .promiseSaidDay: "when they promised it"
        case .promiseDay: "by when they promised it"
        case .statedDay: "the day they named for the next step"
        case .myPromise: "what you promised"
        case .offerRole: "the role they offered you"
        case .offerDay: "by when you answer their offer"
        case .otherOfferDay: "by when you answer the offer of someone else"
        case .acceptedRole: "the role you accepted and they helped with"
        case .acceptedCompany: "whose role that is"
        case .acceptedDay: "when you accepted another role"
        case .referenceRole: "the role for which they are your reference"
        case .referenceCompany: "whose role that is"
        case .referee: "the reference who cannot be reached"
        case .leaver: "who has left"
        case .sharedEmployer: "where you worked together"
        case .sharedSchool: "where you studied together"
        case .opening: "the role posted where they work"
        case .bonusCompany: "their employer, when it pays for referrals"
        case .newTitle: "the title of their new role"
        case .newCompany: "where they have started"
        case .hardNews: "layoffs, a hiring freeze and the like where they work"
        case .formerCompany: "the employer that let them go"
        case .news: "a sentence of news of yours"
        case .topic: "one thing you talked about"
        case .question: "your question, as a sentence"
        case .answer: "your answer"
        case .note: "anything you add"
        }
    }
}
