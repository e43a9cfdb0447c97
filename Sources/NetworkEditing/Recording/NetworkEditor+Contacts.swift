public import ReferralGraph

/// A contact to be recorded, with people and opportunities by what the user typed.
public struct ContactEntry: Sendable, Equatable {
    /// Who took part; at least one.
    public var people: [String]
    /// By which means.
    public var channel: Interaction.Channel
    /// Who spoke; without it both in talks, the seeker in writing.
    public var direction: Interaction.Direction?
    /// What it was about, as far as the playbook cares.
    public var purposes: [Interaction.Purpose]
    /// Subject line.
    public var subject: String?
    /// Anything else.
    public var note: String?
    /// When; now without it.
    public var date: Timestamp?
    /// Which conversation it belongs to.
    public var topic: Topic
    /// Whether the other side owes a word; `nil` lets the purposes decide.
    public var expectsReply: Bool?

    /// Which conversation a contact belongs to.
    public enum Topic: Sendable, Equatable {
        /// The one that the same people had last.
        case latest
        /// The one about an opportunity.
        case opportunity(String)
        /// The one of this name.
        case thread(String)
        /// A new one.
        case new
    }

    /// Makes a contact.
    public init(
        with people: [String], by channel: Interaction.Channel,
        direction: Interaction.Direction? = nil, purposes: [Interaction.Purpose] = [],
        subject: String? = nil, note: String? = nil, on date: Timestamp? = nil, topic: Topic = .latest,
        expectsReply: Bool? = nil
    ) {
        self.people = people
        self.channel = channel
        self.direction = direction
        self.purposes = purposes
        self.subject = subject
        self.note = note
        self.date = date
        self.topic = topic
        self.expectsReply = expectsReply
    }
}

extension NetworkEditor {
    /// Records a contact.
    ///
    /// A contact with someone the seeker was referred to uses the referral; a talk meets it. An interview about
    /// an opportunity is a stage of that opportunity, too.
    @discardableResult
    public mutating func log(_ entry: ContactEntry) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            var people: [PersonID] = []
            for text in entry.people {
                let id = try draft.other(text, verb: "log a contact with")
                if !people.contains(id) { people.append(id) }
            }
            if people.isEmpty { throw .blank(field: "the person") }
            let date = try draft.past(entry.date)
            var purposes: [Interaction.Purpose] = []
            for purpose in entry.purposes where !purposes.contains(purpose) { purposes.append(purpose) }
            var contact = Interaction(
                date: date, people: people, channel: entry.channel,
                direction: entry.direction ?? entry.channel.usualDirection, purposes: purposes,
                subject: oneLine(entry.subject), note: freeText(entry.note), expectsReply: entry.expectsReply)
            draft.concern(people)
            draft.say(
                "Logged \(contact.words) \(draft.names(of: people)) on \(date.day)"
                    + (contact.subject.map { ": “\($0)”" } ?? ""))
            try draft.place(&contact, in: entry.topic)
            draft.network.interactions.append(contact)
            draft.recordInterviewStage(of: contact)
            draft.followReferrals(with: contact)
            return "Logged \(contact.words) \(draft.names(of: people))"
        }
    }

    /// Ends the latest open conversation with someone: nothing more is due in it until someone speaks again.
    @discardableResult
    public mutating func closeThread(
        with person: String, note text: String? = nil, on moment: Timestamp? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.other(person, verb: "close a conversation with")
            let date = try draft.past(moment)
            guard let last = draft.latestConversation(with: [id], before: date, within: nil) else {
                throw .nothingToDo("there is no conversation with \(draft.name(of: id)) to close")
            }
            draft.concern([id])
            let sentence = "Closed the conversation with \(draft.name(of: id))"
            if last.isClosed { return sentence }
            draft.network.interactions.append(
                Interaction(
                    date: date, people: [id], channel: .message, direction: .outgoing, thread: last.thread,
                    note: freeText(text) ?? ClosingWord.note, opportunity: last.opportunity,
                    expectsReply: false, closesThread: true))
            draft.say(sentence)
            return sentence
        }
    }

    /// Takes back what closed the conversations with someone, where it was the user's decision.
    @discardableResult
    public mutating func reopenThread(with person: String) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.other(person, verb: "reopen a conversation with")
            let closed = draft.network.interactions.indices.filter {
                draft.network.interactions[$0].closesThread
                    && draft.network.interactions[$0].people.contains(id)
            }
            if closed.isEmpty {
                throw .nothingToDo(
                    "no conversation with \(draft.name(of: id)) was closed; log the next word and it goes on")
            }
            for position in closed.reversed() {
                if ClosingWord.isOne(draft.network.interactions[position]),
                    !draft.isMentioned(draft.network.interactions[position])
                {
                    draft.network.interactions.remove(at: position)
                } else {
                    draft.network.interactions[position].closesThread = false
                }
            }
            draft.concern([id])
            let sentence = "Reopened the conversation with \(draft.name(of: id))"
            draft.say(sentence)
            return sentence
        }
    }
}

/// The entry that stands for the user's decision to close a conversation without a further word.
private enum ClosingWord {
    static let note = "Closed without a further word"

    static func isOne(_ contact: Interaction) -> Bool {
        contact.closesThread && contact.note == note && contact.subject == nil && contact.promise == nil
            && contact.people.count == 1
    }
}

extension EditDraft {
    /// Whether a referral came out of an interaction.
    fileprivate func isMentioned(_ contact: Interaction) -> Bool {
        contact.id.map { id in network.referrals.contains { $0.interaction == id } } ?? false
    }

    fileprivate mutating func place(
        _ contact: inout Interaction, in topic: ContactEntry.Topic
    ) throws(EditError) {
        switch topic {
        case .opportunity(let text):
            let id = try opportunity(text)
            contact.opportunity = id
            // A conversation about it that has a name goes on under that name.
            contact.thread =
                conversations(with: contact.people, before: contact.date).first { $0.opportunity == id }?
                .thread
        case .thread(let name): contact.thread = try oneLine(name, field: "the name of the conversation")
        case .new:
            let name = contact.subject ?? "\(names(of: contact.people)) \(contact.date.day)"
            contact.thread = slug(
                of: name, notIn: isTaken(network.interactions.compactMap(\.thread)), orElse: "thread")
        case .latest:
            guard
                let last = latestConversation(
                    with: contact.people, before: contact.date, within: Conversation.goesOnForDays)
            else { return }
            contact.thread = last.thread
            contact.opportunity = last.opportunity
            let name = last.opportunity.map { title(of: $0) } ?? last.thread.map { "“\($0)”" }
            if let name { say("Added to the conversation about \(name)") }
        }
    }

    /// An interview about an opportunity is a stage of it, unless that day's is recorded.
    fileprivate mutating func recordInterviewStage(of contact: Interaction) {
        guard contact.channel == .interview, let id = contact.opportunity else { return }
        let stages = network.opportunities[index(of: id)].stages
        guard !stages.contains(where: { $0.stage == .interview && $0.date.day == contact.date.day })
        else { return }
        advance(id, StageEvent(stage: .interview, date: contact.date, people: contact.people))
    }

    /// Dates the step of a referral that a contact is.
    fileprivate mutating func followReferrals(with contact: Interaction) {
        guard contact.direction != .incoming else { return }
        let day = contact.date.day
        for position in network.referrals.indices {
            var referral = network.referrals[position]
            guard contact.people.contains(referral.to), referral.from != network.seeker,
                referral.met == nil, referral.declined == nil, let given = referral.given, given <= day
            else { continue }
            if referral.used == nil {
                referral.used = day
                say("That uses the referral by \(name(of: referral.from))")
            }
            if contact.direction == .mutual {
                referral.met = day
                say("That is the talk the referral by \(name(of: referral.from)) led to")
            }
            network.referrals[position] = referral
        }
    }
}

extension Interaction.Channel {
    fileprivate var usualDirection: Interaction.Direction {
        switch self {
        case .call, .meeting, .interview: .mutual
        case .email, .message, .letter: .outgoing
        }
    }
}

extension Interaction {
    /// `an e-mail to`, `a call with`.
    fileprivate var words: String {
        let what =
            switch channel {
            case .email: "an e-mail"
            case .call: "a call"
            case .meeting: "a meeting"
            case .message: "a message"
            case .interview: "an interview"
            case .letter: "a letter"
            }
        return switch direction {
        case .outgoing: "\(what) to"
        case .incoming: "\(what) from"
        case .mutual: "\(what) with"
        }
    }
}
