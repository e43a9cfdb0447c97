internal import Foundations
internal import GraphAlgorithms
internal import Playbook
internal import ReferralAnalysis
internal import ReferralGraph

/// What is on record for a message to one person: the values of the slots, with where each comes from.
struct DraftFacts {
    let situation: Situation
    let node: NodeID
    let occasion: DraftOccasion
    let channel: DraftChannel
    /// The employers and schools in common with the seeker.
    let shared: [SharedPast]
    /// The mail that a draft with its subject answers.
    private(set) var answered: Interaction?
    private var facts: [DraftSlot: DraftFact] = [:]

    /// - Complexity: O(touches with the person + size of the network).
    init(
        about node: NodeID, _ occasion: DraftOccasion, by channel: DraftChannel, in analysis: NetworkAnalysis
    ) {
        situation = analysis.situation
        self.node = node
        self.occasion = occasion
        self.channel = channel
        shared = analysis.explanation(of: situation.id(of: node))?.shared ?? []
        addPeople()
        addRole()
        addConversation()
        addIntroductions()
        addPromises()
        addOffers()
        addPast()
        addNews()
    }

    /// What is on record for a slot.
    subscript(slot: DraftSlot) -> DraftFact? { facts[slot] }

    /// Whether the person helped with a role that the seeker has accepted.
    var isHelper: Bool { facts[.acceptedRole] != nil }

    private var network: ReferralNetwork { situation.network }
    private var person: Person { situation.person(node) }
    private var today: CalendarDay { situation.asOf.day }
    private var role: Opportunity? { occasion.opportunity.map { network.opportunities[$0] } }

    private mutating func set(_ slot: DraftSlot, _ value: String?, _ source: String) {
        guard let text = value.map({ DraftFact.cleaned($0, keepsLines: slot == .signature) }), !text.isEmpty
        else {
            return
        }
        // Templates go on after these, or end the sentence themselves.
        let isQuoted = [.feedback, .promise, .myPromise].contains(slot) && text.hasSuffix(".")
        facts[slot] = DraftFact(slot: slot, value: isQuoted ? String(text.dropLast()) : text, source: source)
    }

    private mutating func set(_ slot: DraftSlot, _ day: CalendarDay?, _ source: String) {
        set(slot, day.map { DayInMessage.day($0, today: today) }, source)
    }

    // MARK: People

    private mutating func addPeople() {
        let name = NameInMessage(person.name)
        set(.greeting, name.greeting, "name")
        set(.greetingInGerman, name.germanGreeting, "name")
        set(.firstName, name.firstName, "name")
        set(.fullName, person.name, "name")
        let job = situation.workplace(of: node)
        set(.title, job?.title, "employment")
        set(.department, job?.department, "employment")
        set(.company, job.flatMap { company($0.company)?.name }, "employment")
        guard let seeker = situation.index.node(of: network.seeker) else { return }
        let own = situation.person(seeker).name
        // A network that began without a name calls its owner so.
        if let first = NameInMessage(own).firstName, own != "Me" {
            set(.myName, own, "your name")
            set(.signature, channel == .email ? "Best regards,\n\(own)" : first, "your name")
        }
        set(.goalRole, network.wanted(.role).first, "what you look for")
    }

    private func company(_ id: CompanyID) -> Company? {
        situation.index.position(of: id).map { network.companies[$0] }
    }

    private func name(_ node: NodeID?) -> String? {
        guard let node, !situation.person(node).isConfidential else { return nil }
        return situation.person(node).name
    }

    // MARK: The role

    private mutating func addRole() {
        guard let role, let position = occasion.opportunity else { return }
        let source = "opportunity \(role.id)"
        set(.role, role.title, source)
        set(.roleCompany, company(role.company)?.name, source)
        set(.filledRole, role.isFilled == true && role.rejection != nil ? role.title : nil, source)
        set(.roleNews, news(of: role), source)
        set(
            .feedback, role.feedback.last { $0.from == nil || $0.from == person.id }?.text,
            "feedback on \(role.id)")
        set(.appliedDay, role.stages.filter { $0.stage == .applied }.map(\.date.day).max(), source)
        let touches = situation.history.touches(with: node).filter { $0.opportunity == position }
        set(
            .interviewDay,
            touches.last { $0.direction == .mutual && [.interview, .meeting].contains($0.channel) }?.day,
            "interview for \(role.id)")
        set(.noMonth, role.rejection.map { DayInMessage.month($0.date.day, today: today) }, source)
        if let stage = role.currentStage, stage.stage == .withdrawn {
            set(.withdrawnMonth, DayInMessage.month(stage.date.day, today: today), source)
        }
        if let rejection = role.rejection {
            set(.repostedDay, reposting(of: role, after: rejection.date.day), "opening at \(role.company)")
        }
        let others = network.opportunities.filter {
            $0.id != role.id && $0.company != role.company && $0.isLive
                && $0.stages.contains { [.screening, .interview, .finalist, .offer].contains($0.stage) }
        }
        let count = Set(others.map(\.company)).count
        let words = ["another employer", "two other employers", "three other employers"]
        set(
            .otherEmployers, count == 0 ? nil : count <= 3 ? words[count - 1] : "several other employers",
            "opportunities that are alive")
        if role.participants.contains(where: { $0.person == person.id && $0.role == .referee }) {
            set(.referenceRole, role.title, source)
            set(.referenceCompany, company(role.company)?.name, source)
        }
        if occasion.rule == .referee, facts[.referenceRole] == nil {
            let referee =
                occasion.related
                ?? role.participants.first { $0.role == .referee }.flatMap {
                    situation.index.node(of: $0.person)
                }
            set(.referee, name(referee), source)
        }
        if occasion.rule == .left { set(.leaver, name(occasion.related), source) }
    }

    private func reposting(of role: Opportunity, after day: CalendarDay) -> CalendarDay? {
        (company(role.company)?.signals ?? []).filter {
            $0.kind == .openingPosted && $0.date > day
                && $0.title.map { foldedName($0) == foldedName(role.title) } ?? false
        }.map(\.date).max()
    }

    /// How far a role has come, as a sentence.
    private func news(of role: Opportunity) -> String? {
        guard let stage = role.currentStage else { return nil }
        let day = DayInMessage.day(stage.date.day, today: today)
        let name = "the \(role.title) role"
        return switch stage.stage {
        case .applied: "I applied for \(name) on \(day)."
        case .screening: "I had a first talk about \(name) on \(day)."
        case .interview: "I had an interview for \(name) on \(day)."
        case .finalist: "I am among the last few for \(name)."
        case .rejected: "I did not get \(name); I heard on \(day)."
        case .offer: "I have an offer for \(name)."
        case .accepted: "I have accepted \(name)."
        case .withdrawn: "I withdrew from \(name) on \(day)."
        case .onHold: "The decision on \(name) is on hold."
        }
    }

    // MARK: The conversation

    private mutating func addConversation() {
        let touches = situation.history.touches(with: node).filter { $0.day <= today }
        // A reminder goes on from one's own mail, an answer from theirs.
        let side: Interaction.Direction? =
            switch occasion.rule {
            case .firstMessage, .returnToFirst, .telephone, .tryAgain: .outgoing
            case .answer: .incoming
            default: nil
            }
        let mails = network.interactions.filter { mail in
            mail.channel == .email && mail.people.contains(person.id) && mail.subject != nil
                && (side == nil || mail.direction == side)
        }.sorted { $0.date < $1.date }
        let ofRole = mails.last { role != nil && $0.opportunity == role?.id }
        if let mail = ofRole ?? mails.last(where: { role == nil || $0.opportunity == nil }) {
            answered = mail
            set(
                .replySubject, mail.subject.map(ReplySubject.text),
                "e-mail of \(mail.date.day)")
        }
        set(.talkDay, touches.last { $0.direction == .mutual }?.day, "talk")
        set(.theirDay, touches.last { $0.direction == .incoming }?.day, "what they wrote")
        let asks = touches.reversed().prefix { $0.direction == .outgoing }.filter(\.isAsk)
        set(.askDay, asks.first?.day, "what you wrote")
        set(.asks, asks.isEmpty ? nil : TimeInWords.times(asks.count), "what you wrote")
        set(
            .lastMonth, touches.last.map { DayInMessage.month($0.day, today: today) }, "last contact")
        set(
            .missedDay,
            network.interactions.filter { $0.wasMissed && $0.people.contains(person.id) }.map(\.date.day)
                .max(),
            "talk that was missed")
    }

    // MARK: Introductions

    private mutating func addIntroductions() {
        let to = situation.referrals(to: node).filter {
            $0.declined == nil && $0.from != network.seeker && ($0.given ?? $0.used ?? $0.met) != nil
        }
        let referrer =
            occasion.rule == .unusedReferral
            ? occasion.related ?? to.last.flatMap { situation.index.node(of: $0.from) }
            : to.last.flatMap { situation.index.node(of: $0.from) }
        if let referrer {
            set(.referrer, name(referrer), "referral")
            if situation.person(referrer).isConfidential {
                set(.unnamedReferrer, "a mutual contact", "referral")
            }
        }
        let from = situation.referrals(from: node).filter { $0.declined == nil && $0.to != network.seeker }
        if let introduced = from.last(where: { $0.promised != nil && $0.given == nil && $0.met == nil }) {
            set(.introducedPerson, name(situation.index.node(of: introduced.to)), "referral")
            set(.introductionOfferedDay, introduced.promised, "referral")
        }
        // Where the step names the person, no one else will do.
        let talked = from.compactMap { referral -> (NodeID, CalendarDay)? in
            guard let other = situation.index.node(of: referral.to) else { return nil }
            let talk = situation.history.touches(with: other).last { $0.direction.hasTheirWord }?.day
            return (talk.map { max($0, referral.met ?? $0) } ?? referral.met).map { (other, $0) }
        }.filter { occasion.related == nil || $0.0 == occasion.related }.max { $0.1 < $1.1 }
        if let (other, day) = talked, let name = name(other) {
            set(.referred, name, "referral")
            set(.referredDay, day, "talk with \(situation.id(of: other))")
        }
    }

    // MARK: Promises

    private mutating func addPromises() {
        let open = situation.openPromises.filter { $0.node == node }
        let wantsIntroduction = occasion.rule == .promisedIntroduction
        let theirs = open.last {
            $0.promise.by == .them && ($0.promise.kind == .introduction) == wantsIntroduction
        }
        if let theirs {
            set(.promise, theirs.promise.what, "promise of \(theirs.day)")
            set(.promiseSaidDay, theirs.day, "promise of \(theirs.day)")
            set(.promiseDay, theirs.promise.due?.day, "promise of \(theirs.day)")
            set(.statedDay, theirs.promise.due?.day, "promise of \(theirs.day)")
        }
        if let mine = open.last(where: { $0.promise.by == .seeker }) {
            set(.myPromise, mine.promise.what, "promise of \(mine.day)")
        }
        if let stage = role?.currentStage, stage.stage == .onHold, let until = stage.until {
            set(.statedDay, until, "opportunity \(role?.id.text ?? "")")
        }
    }

    // MARK: Offers

    private mutating func addOffers() {
        for other in network.opportunities {
            guard let stage = other.currentStage else { continue }
            let source = "opportunity \(other.id)"
            switch stage.stage {
            case .offer where other.id == role?.id:
                set(.offerRole, other.title, source)
                set(.offerDay, stage.until, source)
            case .offer where role != nil: set(.otherOfferDay, stage.until, source)
            case .accepted:
                let isTheirs =
                    other.id == role?.id
                    || network.referrals.contains { $0.from == person.id && $0.opportunity == other.id }
                if isTheirs {
                    set(.acceptedRole, other.title, source)
                    set(.acceptedCompany, company(other.company)?.name, source)
                }
                if other.id != role?.id { set(.acceptedDay, stage.date.day, source) }
            default: break
            }
        }
        if occasion.rule != .accepted {
            facts[.acceptedRole] = nil
            facts[.acceptedCompany] = nil
        }
    }

    // MARK: The past and the news

    private mutating func addPast() {
        set(.sharedEmployer, shared.first(where: \.isColleague)?.name, "employments")
        set(.sharedSchool, shared.first { $0.kind == .studiedTogether }?.name, "education")
    }

    private mutating func addNews() {
        if let job = situation.workplace(of: node) {
            let signals = company(job.company)?.signals ?? []
            let openings = signals.filter { $0.kind == .openingPosted && isNew($0, at: job.company) }
            let newest = { (signals: [Signal]) in signals.max { $0.date < $1.date } }
            // The one that the playbook speaks of: first that of their own department.
            let opening =
                newest(openings.filter { $0.department == nil || $0.department == job.department })
                ?? newest(openings)
            let source = "news of \(job.company)"
            set(.opening, opening?.title, source)
            let hard = signals.filter { Self.hardNews[$0.kind] != nil }.max { $0.date < $1.date }
            set(.hardNews, hard.flatMap { Self.hardNews[$0.kind] }, source)
            if company(job.company)?.hasReferralProgramme == true {
                set(.bonusCompany, company(job.company)?.name, source)
            }
            if let from = job.from,
                person.employments.contains(where: { $0 != job && $0.from.map { $0 < from } ?? true })
            {
                set(.newTitle, job.title, "employment since \(from)")
                set(.newCompany, company(job.company)?.name, "employment since \(from)")
            }
        }
        guard let day = person.signals.filter({ $0.kind == .letGo }).map(\.date).max() else { return }
        let job =
            person.employments.filter { $0.to != nil }.max { $0.to! < $1.to! } ?? person.employment(on: day)
        set(.formerCompany, job.flatMap { company($0.company)?.name }, "news of \(day)")
    }

    /// Whether an opening is none of the roles that the seeker was considered for.
    private func isNew(_ opening: Signal, at company: CompanyID) -> Bool {
        guard let title = opening.title.map(foldedName) else { return false }
        return !network.opportunities.contains { role in
            role.company == company && foldedName(role.title) == title
                && role.stages.contains { $0.date.day <= opening.date }
        }
    }

    private static let hardNews: [Signal.Kind: String] = [
        .layoffs: "the layoffs", .hiringFreeze: "the hiring freeze", .crisis: "the news",
        .securityIncident: "the security incident",
    ]
}
