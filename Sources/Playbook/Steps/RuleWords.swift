/// What a rule says, for a reader who decides whether to follow it.
public struct RuleWords: Sendable, Equatable {
    /// A name of a few words.
    public let title: String
    /// When it applies, in one sentence.
    public let when: String
    /// What it says, in one sentence.
    public let says: String
    /// The numbers it reads, by the names of the properties of ``PlaybookPolicy``.
    public let numbers: [String]

    fileprivate init(_ title: String, when: String, says: String, numbers: [String] = []) {
        self.title = title
        self.when = when
        self.says = says
        self.numbers = numbers
    }
}

extension Rule {
    /// What it says, when, and with which numbers.
    public var words: RuleWords {
        switch self {
        case .thankYou:
            .init(
                "Thanks after a no", when: "An employer said no to you.",
                says:
                    "Thank everyone who interviewed you, and ask to be kept in mind; where there was no interview, thank the one who said no.",
                numbers: ["thankYouWithinBusinessDays", "firstStepsLapseAfterDays"])
        case .call:
            .init(
                "Call about the no", when: "The manager who said no had interviewed you.",
                says: "Call before the day’s meetings, or write to someone who does not want calls.",
                numbers: [
                    "callAfterBusinessDays", "callAtMinute", "callBeforeMinute", "firstStepsLapseAfterDays",
                ])
        case .feedback:
            .init(
                "Feedback", when: "You talk about the no.", says: "Ask what was missing, and write it down.")
        case .referralRequest:
            .init(
                "One more name", when: "You had that call, and no name was asked for or given.",
                says:
                    "Ask on the next business day whether there is anyone else, here or elsewhere, you should talk to.",
                numbers: ["firstStepsLapseAfterDays"])
        case .record:
            .init(
                "Write it down", when: "You heard a no.",
                says:
                    "The same day, note the title, contact details and one personal observation for everyone you met.",
                numbers: ["firstStepsLapseAfterDays"])
        case .star:
            .init(
                "Stars", when: "You heard a no, and no one of that role has a star.",
                says: "Star the people you got on best with; if it was no one, star the recruiter.",
                numbers: ["firstStepsLapseAfterDays"])
        case .connect:
            .init(
                "Invitation", when: "You thanked a star, and the two of you are not connected.",
                says: "Send an invitation that you wrote yourself.",
                numbers: ["connectAfterBusinessDays", "firstStepsLapseAfterDays"])
        case .keepWarm:
            .init(
                "Reminder after a no",
                when: "Nothing is open with a star, or with someone of a role you were refused.",
                says: "Send a short, friendly reminder after this long, and no more often.",
                numbers: ["monthlyTouchAfterDays", "warmForDays"])
        case .followStar:
            .init(
                "A new role", when: "A star, or someone of a live role, has started at a new place.",
                says: "Congratulate them on the next business day.", numbers: ["newRoleIsNewsForDays"])
        case .watchEmployer:
            .init(
                "A new opening", when: "A role is posted where a star works.",
                says:
                    "Ask a star of that department about it on the next business day, any other star a day later.",
                numbers: ["openingIsNewsForDays"])
        case .referralProgramme:
            .init(
                "Referral bonus", when: "The employer pays for referrals.",
                says: "Say so when you ask: whoever refers you may earn a bonus.")
        case .strengthOfNo:
            .init(
                "How far you came", when: "A role ended with a no.",
                says: "The further you came, the stronger the tie to the people who interviewed you.")
        case .firstMessage:
            .init(
                "First reminder", when: "A message of yours has no reply.",
                says:
                    "Forward your own e-mail with two sentences; while you are in the running for a role with them, ask kindly after a longer wait.",
                numbers: ["firstMessageAfterBusinessDays", "beInTouchAfterBusinessDays", "warmForDays"])
        case .telephone:
            .init(
                "Then call", when: "The reminder has no reply either.",
                says: "Call before the day’s meetings, if there is a number and calls are welcome.",
                numbers: ["telephoneAfterBusinessDays", "callAtMinute", "callBeforeMinute", "warmForDays"])
        case .tryAgain:
            .init(
                "Step back",
                when:
                    "The call brought no reply either, you cannot call, or you are in the running for a role with them.",
                says: "Leave it for a few weeks, then write one friendly line without reproach.",
                numbers: ["stepBackAfterDays", "monthlyTouchAfterDays", "warmForDays"])
        case .afterInterview:
            .init(
                "After an interview", when: "You were interviewed, and have not heard from them since.",
                says:
                    "Send a short note to the one you talk to there, without asking for the status; after two without a reply, wait longer.",
                numbers: ["afterInterviewDays", "stepBackAfterDays"])
        case .openApplication:
            .init(
                "An application", when: "You applied, and have not heard from them since.",
                says: "Ask kindly, in one line, whether they need anything from you.",
                numbers: ["afterInterviewDays", "stepBackAfterDays"])
        case .monthlyTouch:
            .init(
                "Monthly reminder", when: "Nothing is open with a contact who has spoken with you.",
                says: "Send a short, friendly line: one piece of news, no question.",
                numbers: ["monthlyTouchAfterDays", "warmForDays"])
        case .unusedReferral:
            .init(
                "A name you were given", when: "Someone pointed you to a person you have not contacted.",
                says: "Get in touch within this time, then tell the one who pointed you there how it went.",
                numbers: ["unusedReferralAfterBusinessDays"])
        case .promisedIntroduction:
            .init(
                "A promised introduction", when: "They promised to introduce you, and have not.",
                says: "Send a gentle reminder; where they named a day, soon after it.",
                numbers: ["promisedIntroductionAfterBusinessDays", "graceAfterStatedDayBusinessDays"])
        case .missedPromise:
            .init(
                "Another promise of theirs",
                when: "Someone outside a live role promised something, and has not done it.",
                says: "Send one gentle reminder; any later word of either side ends it.",
                numbers: ["graceAfterStatedDayBusinessDays", "promisedIntroductionAfterBusinessDays"])
        case .answer:
            .init(
                "You owe them a reply", when: "They asked you something, and you have not replied.",
                says: "Reply today, even if only to say when you can.",
                numbers: ["answerAfterBusinessDays", "warmForDays"])
        case .vacancyClock:
            .init(
                "Openings to come", when: "A contact manages people.",
                says:
                    "Reckon how long until someone leaves the team; how long people stay is a number of the ranking."
            )
        case .cadence:
            .init(
                "Reminder by closeness",
                when:
                    "The policy `cadence-tiers` is in force, or the policy gives one of their tags a number of days; in place of both monthly reminders.",
                says: "Send a short, friendly reminder, to the closest contacts most often.",
                numbers: [
                    "remindsByCloseness", "cadence.closestAfterDays", "cadence.closeAfterDays",
                    "cadence.familiarAfterDays", "cadence.distantAfterDays", "cadence.closestFromStrength",
                    "cadence.closeFromStrength", "warmForDays",
                ])
        case .every:
            .init(
                "Your own interval",
                when: "You said how often you want to be reminded of someone, with `rebound every`.",
                says:
                    "Send a short, friendly reminder that long after the last word, in place of all other reminders."
            )
        case .secondPerson:
            .init(
                "A second person",
                when: "The policy `3b7` is in force, and a message to someone at a company has no reply.",
                says: "Write to a second person there, unless one there replies quickly.",
                numbers: ["asksOnePersonPerCompany", "secondPersonAfterBusinessDays"])
        case .returnToFirst:
            .init(
                "Back to the first", when: "The same message, under the policy `3b7`, still has no reply.",
                says: "Write to the first person again.",
                numbers: ["asksOnePersonPerCompany", "returnToFirstAfterBusinessDays"])
        case .statedTime:
            .init(
                "The day they named", when: "They named a day, or put the role on hold until one.",
                says: "Do nothing before it; after the grace send one friendly message that names the day.",
                numbers: ["graceAfterStatedDayBusinessDays"])
        case .theirTurn:
            .init(
                "They will be in touch", when: "They said so without naming a day.",
                says: "Wait this long, then ask once, kindly.", numbers: ["beInTouchAfterBusinessDays"])
        case .appointment:
            .init(
                "A fixed talk", when: "You have agreed on a day for a talk.",
                says: "Do nothing else with them before it; afterwards, write down how it went.")
        case .missedAppointment:
            .init(
                "A missed talk", when: "They did not come to a talk.",
                says: "Call or write once, the same day, without reproach.",
                numbers: ["firstStepsLapseAfterDays"])
        case .thankAfterInterview:
            .init(
                "Thanks after an interview", when: "You had an interview that was more than a call.",
                says: "Thank every interviewer, each in other words.",
                numbers: ["interviewThanksWithinBusinessDays", "interviewThanksLapseAfterDays"])
        case .oneVoice:
            .init(
                "One voice", when: "A role at an employer is alive.",
                says:
                    "Talk to one person there: the agency, else the one who arranges things, else the hiring manager."
            )
        case .oneOffice:
            .init(
                "One of an office", when: "You could contact several people of one employer.",
                says: "Start with one; contact the next after this much silence.",
                numbers: ["nextOfOneOfficeAfterDays"])
        case .referrer:
            .init(
                "News for a referrer", when: "A role you came to through someone has moved on.",
                says: "Thank them and everyone who led you to them, and ask for nothing new.",
                numbers: ["reportToReferrerWithinBusinessDays", "newsForReferrersLastsDays"])
        case .upTheChain:
            .init(
                "News up the chain", when: "You talked with a person you were pointed to.",
                says: "Tell everyone on the way there how it went, and thank them, before you ask for more.",
                numbers: ["reportToReferrerWithinBusinessDays", "newsForReferrersLastsDays"])
        case .referee:
            .init(
                "References", when: "You named someone as a reference for a live role.",
                says: "Tell them beforehand; if they cannot be reached, offer the employer other names.")
        case .competingOffer:
            .init(
                "An offer", when: "You have an offer, and other roles are alive.",
                says:
                    "Thank for the offer and name your day, and tell the employers you prefer that you have it.",
                numbers: ["tellOfOfferWithinBusinessDays"])
        case .accepted:
            .init(
                "You accepted", when: "You accepted an offer.",
                says: "Withdraw from every other role, and tell those who helped you.",
                numbers: [
                    "withdrawWithinBusinessDays", "reportToReferrerWithinBusinessDays",
                    "firstStepsLapseAfterDays",
                ])
        case .reposted:
            .init(
                "Posted again", when: "A role that you were refused is posted again.",
                says: "Send a short note, on the next business day, to the one there who spoke for you.",
                numbers: ["openingIsNewsForDays"])
        case .left:
            .init(
                "They left", when: "Your contact for a live role no longer works there.",
                says: "Ask someone else there, on the next business day, who has taken over.")
        case .kindRefusal:
            .init(
                "A no without an interview", when: "An employer said no before any interview.",
                says: "After the thanks, send a short word when this time has passed.",
                numbers: ["kindRefusalWordAfterDays", "warmForDays"])
        case .hardTimes:
            .init(
                "Hard times",
                when: "Layoffs, a hiring freeze or a crisis hit an employer that owes you a reply.",
                says: "Wish them well, once, and do not ask for the status.",
                numbers: ["hardTimesLastDays", "monthlyTouchAfterDays"])
        case .ownPromise:
            .init(
                "Your own promise", when: "You promised them something.",
                says: "Do it on the day you named, or within this time.", numbers: ["answerAfterBusinessDays"]
            )
        case .ownEmployer:
            .init(
                "Your own employer", when: "You are employed while you look elsewhere.",
                says: "Keep the search to yourself: colleagues are left out of the list.")
        case .jobLoss:
            .init(
                "They lost their job", when: "A contact was let go.",
                says: "Send a kind word and offer help, before anything else.",
                numbers: ["newRoleIsNewsForDays"])
        case .longGap:
            .init(
                "A long gap", when: "You have not been in touch for this long.",
                says: "Renew the acquaintance, and ask for nothing yet.", numbers: ["longGapDays"])
        case .channel:
            .init(
                "How they want to be contacted", when: "Someone wants no calls, only e-mail, or no contact.",
                says: "Keep to it: no step goes against it.", numbers: ["avoidsCalls"])
        case .openDoor:
            .init(
                "An open door", when: "You withdrew from a role, and nothing is open with its people.",
                says: "Ask whether the door is still open.",
                numbers: ["kindRefusalWordAfterDays", "warmForDays"])
        case .closingDay:
            .init(
                "Closing day", when: "Applications for a role close on a known day.",
                says: "Apply by then, and contact no one of that role before the grace after it is over.",
                numbers: ["graceAfterStatedDayBusinessDays"])
        case .patience:
            .init(
                "Twice is enough", when: "You wrote or called on this many days, and nothing has come back.",
                says:
                    "Write no third time before this many days are over; only someone who never replied may be called after the reminder.",
                numbers: ["enoughDaysInVain", "patienceDays"])
        }
    }
}

extension RuleWords {
    /// The numbers that no rule reads alone, with what they are for.
    package static let shared: [(what: String, numbers: [String])] = [
        (
            "When people in a restaurant can be called",
            ["restaurantCallsAtMinute", "restaurantCallsBeforeMinute"]
        ),
        ("When people in a shop can be called", ["shopCallsAtMinute", "shopCallsBeforeMinute"]),
        ("When people in a hospital ward can be called", ["wardCallsAtMinute", "wardCallsBeforeMinute"]),
        ("When people in a school can be called", ["schoolCallsAtMinute", "schoolCallsBeforeMinute"]),
        ("When people on a building site can be called", ["siteCallsAtMinute", "siteCallsBeforeMinute"]),
        ("A step that you missed comes round again after this time", ["missedStepReturnsAfterDays"]),
        ("Days from 24 December to 1 January are no business days", ["restsBetweenTheYears"]),
        ("Weekends are those of each contact’s region", ["keepsRegionalWeekends"]),
        ("Public holidays of each contact’s region are no business days", ["keepsPublicHolidays"]),
    ]
}
