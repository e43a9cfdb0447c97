internal import ReferralGraph

/// A conversation as far as an edit needs it: what it is about, and when it was carried on.
///
/// The same conversations as `ConversationThread` of the analysis derives them: those of one name, else those about
/// the same opportunity, or about none. Stages of an opportunity that brought the people together count as words.
struct Conversation {
    var thread: String?
    var opportunity: OpportunityID?
    var last: Timestamp
    var isClosed: Bool

    /// A contact that comes later than this after the last word begins a new conversation.
    static let goesOnForDays = 90
}

extension EditDraft {
    /// The conversation that a contact with these people goes on with: of those that are not closed and in which all
    /// of them were addressed, the one carried on last.
    /// - Parameters:
    ///   - days: The longest silence after which a conversation still goes on; `nil` for any.
    func latestConversation(
        with people: [PersonID], before moment: Timestamp, within days: Int?
    ) -> Conversation? {
        let all = conversations(with: people, before: moment)
        guard let days else { return all.first { !$0.isClosed } ?? all.first }
        return all.first { !$0.isClosed && moment.day - $0.last.day <= days }
    }

    /// All conversations with all of these people up to a moment, the one carried on last first.
    /// - Complexity: O(interactions + stages).
    func conversations(with people: [PersonID], before moment: Timestamp) -> [Conversation] {
        var found: [Conversation] = []
        func add(_ word: Conversation) {
            // Bare days keep the order in which they were recorded: a word of the same day counts as the later one.
            guard !word.last.isLater(than: Timestamp(moment.day)) else { return }
            let place = found.firstIndex {
                word.thread == nil
                    ? $0.thread == nil && $0.opportunity == word.opportunity : $0.thread == word.thread
            }
            guard let place else {
                found.append(word)
                return
            }
            guard found[place].last.day <= word.last.day else { return }
            let opportunity = word.opportunity ?? found[place].opportunity
            found[place] = word
            found[place].opportunity = opportunity
        }
        for role in network.opportunities {
            for stage in role.stages {
                let met = stage.people.isEmpty ? role.participants.map(\.person) : stage.people
                guard people.allSatisfy(met.contains), stage.stage != .applied else { continue }
                add(Conversation(opportunity: role.id, last: stage.date, isClosed: false))
            }
        }
        for contact in network.interactions where people.allSatisfy(contact.people.contains) {
            add(
                Conversation(
                    thread: contact.thread, opportunity: contact.opportunity, last: contact.date,
                    isClosed: contact.closesThread))
        }
        return found.enumerated().sorted {
            ($0.element.last.day, $0.offset) > ($1.element.last.day, $1.offset)
        }.map(\.element)
    }
}
