public import ReferralGraph

extension NetworkEditor {
    /// Records what one side promised the other.
    ///
    /// The promise belongs to the contact of that day with the person, or to one that is recorded for it.
    /// - Parameters:
    ///   - side: Who promised.
    ///   - due: By when, a day or a moment of it; may lie ahead.
    ///   - kind: An introduction, for which the playbook has a rule of its own, or anything else.
    ///   - channel: How it was said, when no contact of that day is recorded.
    @discardableResult
    public mutating func promise(
        by side: Promise.Side, _ person: String, _ what: String, due: Timestamp? = nil,
        kind: Promise.Kind = .other, channel: Interaction.Channel = .message, on moment: Timestamp? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.other(person, verb: "promise something to")
            let what = try oneLine(what, field: "what was promised")
            let date = try draft.past(moment)
            _ = try draft.end(due?.day, notBefore: date.day)
            let promise = Promise(by: side, kind: kind, what: what, due: due)
            return draft.promise(promise, with: id, by: channel, on: date)
        }
    }

    /// Records that a promise was kept.
    /// - Parameter what: Words of the promise, where several with the person are open.
    @discardableResult
    public mutating func keepPromise(
        with person: String, _ what: String? = nil, on day: CalendarDay? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.other(person, verb: "keep a promise to")
            let kept = try draft.past(day)
            let name = draft.name(of: id)
            let words = nameParts(of: foldedName(what ?? ""))
            let open = draft.network.interactions.indices.filter { position in
                let contact = draft.network.interactions[position]
                guard contact.people.contains(id), let promise = contact.promise, promise.kept == nil
                else { return false }
                let text = foldedName(promise.what)
                return words.allSatisfy { text.contains($0) }
            }
            guard let position = open.first else {
                throw .nothingToDo(
                    "no open promise between you and \(name)" + (what.map { " matches “\($0)”" } ?? ""))
            }
            if open.count > 1 {
                throw .ambiguous(
                    .promise, text: what ?? name,
                    candidates: open.compactMap { draft.network.interactions[$0].promise?.what })
            }
            let promise = draft.network.interactions[position].promise
            draft.network.interactions[position].promise?.kept = kept
            draft.concern(draft.network.interactions[position].people)
            let sentence = "\(promise?.by == .seeker ? "You" : name) kept the promise: \(promise?.what ?? "")"
            draft.say(sentence)
            return sentence
        }
    }
}

extension EditDraft {
    /// Records a promise with the contact of its day with someone, or with one that stands for it.
    /// - Parameter opportunity: What it is about; without it, what was spoken of last.
    mutating func promise(
        _ promise: Promise, with id: PersonID, by channel: Interaction.Channel = .message,
        on date: Timestamp, about opportunity: OpportunityID? = nil
    ) -> String {
        let contact = network.interactions.lastIndex {
            $0.people == [id] && $0.date.day == date.day && $0.promise == nil && !$0.closesThread
                && $0.agreed == nil && (opportunity == nil || $0.opportunity == opportunity)
                && $0.direction != (promise.by == .seeker ? .incoming : .outgoing)
        }
        if let contact {
            network.interactions[contact].promise = promise
        } else {
            let last =
                opportunity == nil
                ? latestConversation(with: [id], before: date, within: Conversation.goesOnForDays) : nil
            network.interactions.append(
                Interaction(
                    date: date, people: [id], channel: channel,
                    direction: promise.by == .seeker ? .outgoing : .incoming, thread: last?.thread,
                    opportunity: opportunity ?? last?.opportunity, promise: promise, expectsReply: false))
        }
        concern([id])
        let parties = promise.by == .seeker ? "You promised \(name(of: id))" : "\(name(of: id)) promised you"
        say("\(parties): \(promise.what)" + (promise.due.map { ", by \(moment($0))" } ?? ""))
        return "\(parties): \(promise.what)"
    }
}
