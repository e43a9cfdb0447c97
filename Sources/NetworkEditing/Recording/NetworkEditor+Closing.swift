public import ReferralGraph

extension NetworkEditor {
    /// Ends what goes on with someone or about something: nothing more is due in it until someone speaks again.
    ///
    /// Of a person that is the latest open conversation; of an opportunity all conversations about it, and the seeker
    /// withdraws from it; of a company all its opportunities that are live.
    @discardableResult
    public mutating func close(
        _ name: String, note text: String? = nil, on moment: Timestamp? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let subject = try draft.subject(name, verb: "close a conversation with")
            let date = try draft.past(moment)
            switch subject {
            case .person(let id):
                guard let last = draft.latestConversation(with: [id], before: date, within: nil) else {
                    throw .nothingToDo("there is no conversation with \(draft.name(of: id)) to close")
                }
                draft.concern([id])
                let sentence = "Closed the conversation with \(draft.name(of: id))"
                if last.isClosed { return sentence }
                draft.close(last, with: [id], note: freeText(text), on: date)
                return draft.said(sentence)
            case .opportunity(let id): return draft.close(id, note: freeText(text), on: date)
            case .company(let id):
                let roles = draft.network.opportunities.filter { $0.company == id && $0.isLive }
                if roles.isEmpty {
                    throw .nothingToDo(
                        "nothing is open at \(draft.name(of: id)); `rebound do-not-contact \(id)` leaves everyone there alone"
                    )
                }
                return roles.map { draft.close($0.id, note: freeText(text), on: date) }.joined(
                    separator: "; ")
            }
        }
    }

    /// Takes back what ``close(_:note:on:)`` did.
    @discardableResult
    public mutating func reopen(_ name: String) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            switch try draft.subject(name, verb: "reopen a conversation with") {
            case .person(let id):
                guard draft.reopenConversations(where: { $0.people.contains(id) }) else {
                    throw .nothingToDo(
                        "no conversation with \(draft.name(of: id)) was closed; log the next word and it goes on"
                    )
                }
                draft.concern([id])
                return draft.said("Reopened the conversation with \(draft.name(of: id))")
            case .opportunity(let id): return try draft.reopen([id], of: draft.title(of: id))
            case .company(let id):
                let roles = draft.network.opportunities.filter { $0.company == id }.map(\.id)
                return try draft.reopen(roles, of: draft.name(of: id))
            }
        }
    }
}

/// The entry that stands for the user's decision to close a conversation without a further word.
private enum ClosingWord {
    static let note = "Closed without a further word"

    static func isOne(_ contact: Interaction) -> Bool {
        contact.closesThread && contact.note == note && contact.subject == nil && contact.promise == nil
    }
}

extension EditDraft {
    fileprivate mutating func close(
        _ conversation: Conversation, with people: [PersonID], note: String?, on date: Timestamp
    ) {
        network.interactions.append(
            Interaction(
                date: date, people: people, channel: .message, direction: .outgoing,
                thread: conversation.thread, note: note ?? ClosingWord.note,
                opportunity: conversation.opportunity, expectsReply: false, closesThread: true))
    }

    /// Ends an opportunity and what is spoken about it.
    fileprivate mutating func close(_ id: OpportunityID, note: String?, on date: Timestamp) -> String {
        concern(everybody(in: id))
        let words = network.interactions.filter { $0.opportunity == id && $0.date.day <= date.day }
        for thread in words.map(\.thread).uniqued() {
            let words = words.filter { $0.thread == thread }
            guard words.max(by: { $0.date < $1.date })?.closesThread == false else { continue }
            let conversation = Conversation(thread: thread, opportunity: id, last: date, isClosed: false)
            close(conversation, with: words.flatMap(\.people).uniqued(), note: note, on: date)
            say("Closed the conversation about \(title(of: id))")
        }
        if network.opportunities[index(of: id)].isLive {
            advance(id, StageEvent(stage: .withdrawn, date: date, note: note))
        }
        return "Closed \(title(of: id))"
    }

    fileprivate mutating func reopen(_ roles: [OpportunityID], of name: String) throws(EditError) -> String {
        var hasChanged = reopenConversations { $0.opportunity.map(roles.contains) ?? false }
        for id in roles where network.opportunities[index(of: id)].currentStage?.stage == .withdrawn {
            let position = index(of: id)
            let last = network.opportunities[position].currentStage
            network.opportunities[position].stages.removeAll { $0 == last }
            hasChanged = true
            concern(everybody(in: id))
        }
        guard hasChanged else {
            throw .nothingToDo("\(name) was not closed; record the next thing and it goes on")
        }
        return said("Reopened \(name)")
    }

    /// Takes back what closed conversations; whether there was any.
    fileprivate mutating func reopenConversations(where isMeant: (Interaction) -> Bool) -> Bool {
        let closed = network.interactions.indices.filter {
            network.interactions[$0].closesThread && isMeant(network.interactions[$0])
        }
        for position in closed.reversed() {
            let word = network.interactions[position]
            let isMentioned = network.referrals.contains { $0.interaction == word.id && word.id != nil }
            if ClosingWord.isOne(word), !isMentioned {
                network.interactions.remove(at: position)
            } else {
                network.interactions[position].closesThread = false
            }
        }
        return !closed.isEmpty
    }
}
