public import ReferralGraph

/// What is on record once a step was taken.
public enum StepRecord: Sendable, Equatable {
    /// A message or a talk with the person, for these purposes; `expectsReply` as in ``Interaction/expectsReply``.
    case contact(purposes: [Interaction.Purpose], expectsReply: Bool? = nil)
    /// The promise was kept.
    case promiseKept
    /// The seeker has withdrawn from the step's opportunity, and said so.
    case withdrawal
    /// No contact: another command records it.
    case elsewhere(Elsewhere)

    /// What records a step that is no contact.
    public enum Elsewhere: Sendable, Equatable {
        /// Details of the person, and something to remember.
        case details
        /// A star for someone of the role.
        case star
        /// How the talk went.
        case talk
        /// An application.
        case application
        /// What the seeker answers to an offer.
        case offer
        /// Someone else at the person's company.
        case colleague
    }
}

extension DueStep {
    /// What is on record once it was taken.
    /// - Parameter network: The network that it was found in.
    public func record(in network: ReferralNetwork) -> StepRecord {
        switch rule {
        case .thankYou, .thankAfterInterview: return .contact(purposes: [.thankYou])
        case .call:
            let asks: [Interaction.Purpose] = [.feedback, .referralRequest]
            return .contact(purposes: action.channel == .call ? asks : [.thankYou] + asks)
        case .feedback: return .contact(purposes: [.feedback])
        case .referralRequest:
            let lacksFeedback = role(in: network)?.feedback.isEmpty ?? false
            return .contact(purposes: lacksFeedback ? [.referralRequest, .feedback] : [.referralRequest])
        // An invitation that is not taken up is no question to repeat.
        case .connect: return .contact(purposes: [.invitation], expectsReply: false)
        case .keepWarm, .monthlyTouch, .cadence, .every, .kindRefusal, .hardTimes, .jobLoss, .longGap:
            return .contact(purposes: [.keepWarm])
        case .followStar: return .contact(purposes: [.congratulation])
        case .firstMessage, .telephone, .tryAgain, .returnToFirst, .afterInterview, .openApplication,
            .statedTime, .theirTurn, .missedPromise, .promisedIntroduction, .missedAppointment, .left,
            .openDoor:
            return .contact(purposes: [.followUp])
        case .unusedReferral: return .contact(purposes: [.outreach])
        case .secondPerson:
            return isContact ? .contact(purposes: [.outreach]) : .elsewhere(.colleague)
        // What was owed is paid: a reply leaves nothing to wait for.
        case .answer: return .contact(purposes: [], expectsReply: false)
        case .watchEmployer: return .contact(purposes: [])
        case .referrer, .upTheChain: return .contact(purposes: [.thankYou, .update])
        case .referee, .reposted: return .contact(purposes: [.update])
        case .competingOffer:
            guard let stage = role(in: network)?.currentStage, stage.stage == .offer else {
                return .contact(purposes: [.update], expectsReply: true)
            }
            return stage.until == ruleDay ?? due ? .elsewhere(.offer) : .contact(purposes: [.thankYou])
        case .accepted:
            return role(in: network)?.currentStage?.stage == .accepted
                ? .contact(purposes: [.thankYou, .update]) : .withdrawal
        case .ownPromise: return .promiseKept
        case .record: return .elsewhere(.details)
        case .star: return .elsewhere(.star)
        case .appointment: return .elsewhere(.talk)
        case .closingDay: return .elsewhere(.application)
        case .referralProgramme, .strengthOfNo, .vacancyClock, .oneVoice, .oneOffice, .ownEmployer, .channel,
            .patience:
            return .elsewhere(.details)
        }
    }

    private func role(in network: ReferralNetwork) -> Opportunity? {
        opportunity.flatMap { id in network.opportunities.first { $0.id == id } }
    }

    /// Whether what a user typed means this step: the identifier of its rule, with or without what stands before the dot, or
    /// words of the rule’s name or of the step.
    public func nameMatch(_ text: String) -> StepNameMatch? {
        let typed = foldedName(text)
        let name = rule.rawValue.lowercased()
        if typed == name || name.hasSuffix(".\(typed)") { return .rule }
        let words = StepNames.words(of: typed)
        guard !words.isEmpty else { return nil }
        let known = Set(
            StepNames.words(of: foldedName("\(rule.words.title) \(action.what)"))
                + StepNames.words(of: String(name)) + StepNames.otherWords(for: rule)
                + [action.channel?.rawValue].compactMap(\.self).map { Substring($0) })
        return words.allSatisfy { word in known.contains { StepNames.areAlike($0, word) } } ? .words : nil
    }
}

/// How what a user typed names a step.
public enum StepNameMatch: Sendable {
    /// By its rule, or by its words.
    case rule, words
}

private enum StepNames {
    /// Words that mean nothing by themselves.
    private static let fillers: Set<Substring> = [
        "a", "an", "the", "my", "to", "with", "them", "about", "for", "it", "of", "and", "is", "me", "i",
    ]

    static func words(of text: String) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber }.filter { !fillers.contains($0) }
    }

    /// `thanks` and `thank`, `called` and `call`.
    static func areAlike(_ one: Substring, _ other: Substring) -> Bool {
        one == other || min(one.count, other.count) >= 4 && (one.hasPrefix(other) || other.hasPrefix(one))
    }

    /// What people say for it that stands neither in its name nor in its step.
    static func otherWords(for rule: Rule) -> [Substring] {
        switch rule {
        case .firstMessage, .tryAgain, .returnToFirst, .afterInterview, .openApplication, .statedTime,
            .theirTurn,
            .missedPromise, .promisedIntroduction:
            ["follow", "up", "followup", "nudge", "chase", "remind", "ask", "status", "mail"]
        case .telephone, .call: ["phone", "rang", "ring", "feedback", "name", "mail"]
        case .keepWarm, .monthlyTouch, .cadence, .every, .kindRefusal, .openDoor:
            ["keep", "warm", "touch", "monthly", "reminder", "hello", "news", "mail"]
        case .answer: ["answer", "reply", "respond", "wrote", "mail"]
        case .accepted: ["withdraw", "withdrew", "decline", "tell", "news"]
        case .unusedReferral, .secondPerson:
            ["intro", "introduction", "write", "contact", "reach", "referral", "outreach"]
        case .referrer, .upTheChain: ["thank", "tell", "news", "report", "update"]
        case .connect: ["invite", "linkedin", "connect"]
        case .followStar: ["congratulate", "congrats"]
        case .competingOffer: ["offer", "tell"]
        case .ownPromise: ["promise", "promised", "kept"]
        default: []
        }
    }
}
