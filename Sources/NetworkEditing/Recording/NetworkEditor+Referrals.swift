public import ReferralGraph

/// A step of a referral to be recorded, with people and opportunities by what the user typed.
public struct ReferralEntry: Sendable, Equatable {
    /// Who gave the name.
    public var from: String
    /// Whose name it is; added to the network when unknown. `nil` for the seeker's, which is handed in.
    public var to: String?
    /// What happened.
    public var step: Step
    /// When; today without it.
    public var day: CalendarDay?
    /// Where a new person works; an unknown company is added.
    public var company: String?
    /// A new person's title.
    public var title: String?
    /// The opportunity the name came out of; without it that of the talk of the day, or of the latest no by the one
    /// who gave the name.
    public var opportunity: String?
    /// Anything else.
    public var note: String?

    /// The dated steps of a referral.
    public enum Step: String, Sendable, CaseIterable {
        /// The referrer will introduce the seeker; has given the name.
        case promised, given
        /// The seeker has contacted the person; has talked with them.
        case used, met
        /// The person does not want to.
        case declined
    }

    /// Makes a step.
    public init(
        from: String, to: String?, _ step: Step = .given, on day: CalendarDay? = nil, company: String? = nil,
        title: String? = nil, about opportunity: String? = nil, note: String? = nil
    ) {
        self.from = from
        self.to = to
        self.step = step
        self.day = day
        self.company = company
        self.title = title
        self.opportunity = opportunity
        self.note = note
    }
}

extension NetworkEditor {
    /// Records that someone pointed the seeker to someone else, or what has become of it (playbook R1, *ask for a
    /// referral*).
    ///
    /// The steps of one referral come together in one entry; a name given again after a decline is a new one.
    ///
    /// Who hands in the seeker's own name is a friend inside (``Participant/Role/insider``): that they said they would is a
    /// promise, that they did is news from them, which keeps the promise (playbook R5, *friend inside*).
    @discardableResult
    public mutating func refer(_ entry: ReferralEntry) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let day = try draft.past(entry.day)
            let seeker = draft.network.seeker
            guard let text = entry.to, PersonQuery(text).match(in: draft.network) != .one(seeker) else {
                return try draft.handIn(entry, on: day)
            }
            let from = try draft.person(entry.from)
            let job: Employment? =
                if let company = entry.company {
                    Employment(company: try draft.companyOrNew(company), title: oneLine(entry.title))
                } else { nil }
            if job == nil, let title = oneLine(entry.title), draft.isUnknown(text) {
                throw .blank(field: "the company at which \(text) is \(title)")
            }
            let to = try draft.personOrNew(
                text, job: job, isDescribed: job != nil, orElse: "rebound refer \(from) NAME")
            if from == to { throw .onePersonTwice(name: draft.name(of: from)) }
            draft.concern([to, from])
            let position = draft.referral(from: from, to: to, step: entry.step)
            var referral = draft.network.referrals[position]
            let before = referral
            let dated = entry.step.field
            if referral[keyPath: dated] == nil || entry.day != nil { referral[keyPath: dated] = day }
            try draft.addOrigin(of: &referral, on: day, about: entry.opportunity)
            referral.note = freeText(entry.note) ?? referral.note
            draft.network.referrals[position] = referral
            let sentence = draft.sentence(of: entry.step, from: from, to: to)
            if referral != before { draft.say("\(sentence), \(referral[keyPath: dated] ?? day)") }
            return sentence
        }
    }
}

extension ReferralEntry.Step {
    fileprivate var field: WritableKeyPath<Referral, CalendarDay?> {
        switch self {
        case .promised: \.promised
        case .given: \.given
        case .used: \.used
        case .met: \.met
        case .declined: \.declined
        }
    }
}

extension EditDraft {
    fileprivate func isUnknown(_ text: String) -> Bool {
        if case .none = PersonQuery(text).match(in: network, looseness: .words) { return true }
        return false
    }

    /// Where the referral stands of which this is a step; a new one when there is none.
    fileprivate mutating func referral(from: PersonID, to: PersonID, step: ReferralEntry.Step) -> Int {
        let known = network.referrals.lastIndex {
            $0.from == from && $0.to == to && ($0.declined == nil || step == .declined)
        }
        if let known { return known }
        network.referrals.append(Referral(from: from, to: to))
        return network.referrals.count - 1
    }

    /// Names the talk and the opportunity a name came out of.
    fileprivate mutating func addOrigin(
        of referral: inout Referral, on day: CalendarDay, about text: String?
    ) throws(EditError) {
        if let text { referral.opportunity = try opportunity(text) }
        guard referral.promised == day || referral.given == day else { return }
        if referral.interaction == nil,
            let talk = network.interactions.lastIndex(where: {
                $0.people.contains(referral.from) && $0.date.day == day && $0.agreed == nil
                    && $0.direction != .outgoing
            })
        {
            referral.interaction = identifier(ofInteractionAt: talk)
            referral.opportunity = referral.opportunity ?? network.interactions[talk].opportunity
        }
        if referral.opportunity == nil {
            referral.opportunity = latestRefusal(by: referral.from, upTo: day)
        }
    }

    private func latestRefusal(by person: PersonID, upTo day: CalendarDay) -> OpportunityID? {
        network.opportunities.filter { role in
            role.rejection.map { $0.date.day <= day } ?? false
                && (role.participants.contains { $0.person == person }
                    || role.stages.contains { $0.people.contains(person) })
        }.max { left, right in
            (left.rejection?.date.day ?? day) < (right.rejection?.date.day ?? day)
        }?.id
    }

    fileprivate func sentence(of step: ReferralEntry.Step, from: PersonID, to: PersonID) -> String {
        let (referrer, other) = (name(of: from), name(of: to))
        return switch step {
        case .promised: "\(referrer) promised to introduce you to \(other)"
        case .given: "\(referrer) pointed you to \(other)"
        case .used: "You contacted \(other), a name from \(referrer)"
        case .met: "You talked with \(other), a name from \(referrer)"
        case .declined: "\(other), a name from \(referrer), declined"
        }
    }
}

extension EditDraft {
    /// Someone hands in the seeker's name.
    fileprivate mutating func handIn(_ entry: ReferralEntry, on day: CalendarDay) throws(EditError) -> String
    {
        let id = try other(entry.from, verb: "be referred by")
        guard [.promised, .given].contains(entry.step) else { throw .aboutTheSeeker(verb: "be referred to") }
        let what = "hand in my name"
        var role: OpportunityID? = if let text = entry.opportunity { try opportunity(text) } else { nil }
        if role == nil, let job = network.people[index(of: id)].employment(on: day) {
            let live = network.opportunities.filter { $0.company == job.company && $0.isLive }
            if live.count == 1 { role = live[0].id }
        }
        if let role { part(of: id, .insider, in: role) }
        concern([id])
        let date = day == today ? now : Timestamp(day)
        if entry.step == .promised {
            let promise = Promise(by: .them, kind: .other, what: what)
            let isKnown = network.interactions.contains {
                $0.people == [id] && $0.promise == promise && $0.opportunity == role
            }
            return isKnown
                ? "\(name(of: id)) promised you: \(what)"
                : self.promise(promise, with: id, on: date, about: role)
        }
        let kept = network.interactions.firstIndex {
            $0.people.contains(id) && $0.promise?.by == .them && $0.promise?.what == what
                && $0.promise?.kept == nil && (role == nil || $0.opportunity == role)
        }
        if let kept { network.interactions[kept].promise?.kept = day }
        let last = latestConversation(with: [id], before: date, within: Conversation.goesOnForDays)
        network.interactions.append(
            Interaction(
                date: date, people: [id], channel: .message, direction: .incoming, purposes: [.update],
                thread: role == nil ? last?.thread : nil, note: freeText(entry.note) ?? "Handed in my name",
                opportunity: role ?? last?.opportunity, expectsReply: false))
        return said(
            "\(name(of: id)) handed in your name" + (role.map { " for \(title(of: $0))" } ?? "") + ", \(day)")
    }
}
