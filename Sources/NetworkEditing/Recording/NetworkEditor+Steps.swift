public import Playbook
public import ReferralGraph

/// How a step was taken, as far as it differs from what the playbook says.
public struct StepEntry: Sendable, Equatable {
    /// The means of contact; the step's own when `nil`.
    public var channel: Interaction.Channel?
    /// Whether a call reached only the voicemail.
    public var reachedVoicemail: Bool
    /// Anything to remember of it.
    public var note: String?
    /// Whether an answer is awaited; as the step says when `nil`.
    public var expectsReply: Bool?
    /// When; now without it.
    public var date: Timestamp?

    /// Makes an entry.
    public init(
        by channel: Interaction.Channel? = nil, reachedVoicemail: Bool = false, note: String? = nil,
        expectsReply: Bool? = nil, on date: Timestamp? = nil
    ) {
        self.channel = channel
        self.reachedVoicemail = reachedVoicemail
        self.note = note
        self.expectsReply = expectsReply
        self.date = date
    }
}

extension NetworkEditor {
    /// The person with a name that the user typed; never the seeker.
    public func person(_ name: String, verb: String) throws(EditError) -> PersonID {
        try EditDraft(network: network, now: now).other(name, verb: verb)
    }

    /// The company that a name means.
    public func company(_ name: String) throws(EditError) -> CompanyID {
        try EditDraft(network: network, now: now).company(name)
    }

    /// Records that a step was taken: the contact in the conversation in which it stands, a promise that was kept, or a
    /// withdrawal.
    /// - Throws: ``EditError/nothingToDo(_:)`` with the command that records it, for a step that is no contact.
    @discardableResult
    public mutating func done(_ step: DueStep, _ entry: StepEntry = StepEntry()) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            draft.concern([step.person])
            let summary = "Done with \(draft.name(of: step.person)): \(step.action.what.loweringFirst)"
            switch step.record(in: draft.network) {
            case .elsewhere(let place):
                throw .nothingToDo(
                    "“\(step.action.what)” is recorded with another command: \(draft.command(place, for: step))"
                )
            case .promiseKept:
                let day = try draft.past(entry.date).day
                try draft.keepPromise(of: step, on: day)
                if entry.channel != nil || entry.note != nil {
                    try draft.logDone(step, purposes: [.update], entry)
                }
            case .contact(let purposes, let expectsReply):
                try draft.logDone(
                    step, purposes: entry.reachedVoicemail ? [] : purposes, expectsReply: expectsReply, entry)
            case .withdrawal:
                let date = try draft.logDone(step, purposes: [.thankYou], entry)
                if let id = step.opportunity { draft.advance(id, StageEvent(stage: .withdrawn, date: date)) }
            }
            return summary
        }
    }

    /// Leaves a step out this time. One that comes round comes again after its interval; another one only when something
    /// new starts its clock.
    @discardableResult
    public mutating func skip(_ step: DueStep) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            draft.concern([step.person])
            let place = draft.index(of: step.person)
            let skipped = SkippedStep(
                rule: step.rule.rawValue, on: max(draft.today, step.since), opportunity: step.opportunity)
            draft.network.people[place].skippedSteps.removeAll {
                $0.rule == skipped.rule && $0.opportunity == skipped.opportunity
            }
            draft.network.people[place].skippedSteps.append(skipped)
            return draft.said(
                "Skipped with \(draft.name(of: step.person)): \(step.action.what.loweringFirst)")
        }
    }

    /// Sets after how long without a word the seeker wants to be reminded of someone.
    /// - Parameter days: From 7 to 1,100; `nil` leaves it to the playbook again.
    @discardableResult
    public mutating func remind(of name: String, everyDays days: Int?) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.other(name, verb: "be reminded of")
            let person = draft.network.people[draft.index(of: id)]
            draft.concern([id])
            if let days {
                try draft.checkInterval(days, text: "\(days) days")
                if person.doNotContact {
                    throw .nothingToDo(
                        "\(person.name) is not to be contacted, so no reminder would ever come; "
                            + "`rebound do-not-contact \(id) --lift` allows it again")
                }
            }
            let sentence =
                days.map { "You are reminded of \(person.name) \(TimeInWords.frequency(everyDays: $0))" }
                ?? "You are reminded of \(person.name) as the playbook says"
            if person.reminderDays != days {
                draft.network.people[draft.index(of: id)].reminderDays = days
                draft.say(sentence)
            }
            return sentence
        }
    }
}

extension EditDraft {
    fileprivate func checkInterval(_ days: Int, text: String) throws(EditError) {
        guard (7...1_100).contains(days) else {
            throw .invalid(
                field: "interval", text: text, expected: "7 days to 3 years",
                hint: "`rebound every NAME off` leaves it to the playbook")
        }
    }

    /// Records the contact that a step was.
    /// - Returns: When it was.
    @discardableResult
    fileprivate mutating func logDone(
        _ step: DueStep, purposes: [Interaction.Purpose], expectsReply: Bool? = nil, _ entry: StepEntry
    ) throws(EditError) -> Timestamp {
        let date = after(step, try past(entry.date))
        let channel =
            entry.channel ?? (entry.reachedVoicemail ? .call : step.action.channel ?? .message)
        var contact = Interaction(
            date: date, people: [step.person], channel: channel,
            direction: channel.isTalk && !entry.reachedVoicemail ? .mutual : .outgoing, purposes: purposes,
            note: freeText(entry.note), expectsReply: entry.expectsReply ?? expectsReply)
        // A reply that asks something in turn waits for an answer.
        if step.rule == .answer, entry.expectsReply == nil, entry.note?.contains("?") == true {
            contact.expectsReply = nil
        }
        if step.rule.kind == .silence {
            (contact.thread, contact.opportunity) = (step.thread, step.opportunity)
            _ = try log(contact, in: nil)
        } else {
            _ = try log(contact, in: step.opportunity.map { .opportunity($0.text) } ?? .latest)
        }
        return date
    }

    /// A bare day comes after what is on record with a time of that day.
    private func after(_ step: DueStep, _ moment: Timestamp) -> Timestamp {
        guard moment.secondOfDay == nil else { return moment }
        let words = network.interactions.lazy.filter { $0.people.contains(step.person) }.map(\.date)
        let stages = network.opportunities.lazy.filter { $0.id == step.opportunity }
            .flatMap { $0.stages.map(\.date) }
        return (Array(words) + Array(stages)).filter {
            $0.day == moment.day && $0.secondOfDay != nil && !$0.isLater(than: now)
        }.max() ?? moment
    }

    fileprivate mutating func keepPromise(of step: DueStep, on day: CalendarDay) throws(EditError) {
        let promise = step.promised?.promise
        let place = network.interactions.firstIndex { contact in
            contact.promise == promise && contact.date == step.promised?.date
                && contact.people == step.promised?.people
        }
        guard let place, let promise else {
            throw .nothingToDo("the promise to \(name(of: step.person)) is not on record any more")
        }
        let kept = try end(day, notBefore: network.interactions[place].date.day)
        network.interactions[place].promise?.kept = kept
        concern(network.interactions[place].people)
        say("You kept the promise: \(promise.what)")
    }

    /// The command that records a step which is no contact.
    fileprivate func command(_ place: StepRecord.Elsewhere, for step: DueStep) -> String {
        let role = step.opportunity?.text ?? "ROLE"
        switch place {
        case .details:
            return
                "`rebound add person \(step.person) --more --title TITLE --email ADDRESS` or `rebound note \(step.person) \"WHAT YOU NOTICED\"`"
        case .star: return "`rebound star \(step.person)`"
        case .talk:
            let talk = network.interactions.first {
                $0.agreed != nil && $0.people.contains(step.person) && $0.date.day == step.due
            }
            let kind = talk?.channel ?? .call
            return "`rebound log \(kind.rawValue) \(step.person) \"HOW IT WENT\" --on \(step.due)`"
        case .application: return "`rebound stage \(role) applied`"
        case .offer: return "`rebound stage \(role) accepted` or `rebound stage \(role) declined`"
        case .colleague: return "`rebound add person NAME --company COMPANY`"
        }
    }
}

extension String {
    fileprivate var loweringFirst: String { prefix(1).lowercased() + dropFirst() }
}
