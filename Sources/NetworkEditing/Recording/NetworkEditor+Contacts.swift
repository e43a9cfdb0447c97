internal import ReferralGraph

extension NetworkEditor {
    /// Records a contact.
    ///
    /// A contact with someone the seeker was referred to uses the referral; a talk meets it. An interview about
    /// an opportunity is a stage of that opportunity, too. A talk that lies ahead is one that was agreed upon; it is none
    /// of these until an entry of its day says that it took place, which then takes its place.
    @discardableResult
    public mutating func log(_ entry: ContactEntry) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            if entry.people.isEmpty { throw .blank(field: "the person") }
            let (people, note) = try draft.named(entry.people) { (text) throws(EditError) in
                try draft.other(text, verb: "log a contact with")
            }
            let side: Interaction.Direction =
                entry.channel.isTalk ? .mutual : entry.isTheirTurn ? .incoming : .outgoing
            var contact = Interaction(
                date: entry.date ?? draft.now, people: people, channel: entry.channel,
                direction: entry.direction ?? side, purposes: entry.purposes.uniqued(),
                subject: oneLine(entry.subject), note: freeText(entry.note) ?? freeText(note),
                expectsReply: entry.expectsReply)
            if entry.isTheirTurn {
                let due = try draft.end(entry.due, notBefore: contact.date.day)
                contact.promise = Promise(
                    by: .them, kind: .reply, what: "be in touch", due: due.map { Timestamp($0) })
                contact.expectsReply = contact.expectsReply ?? false
            }
            return try draft.log(contact, in: entry.topic, outcome: entry.outcome)
        }
    }
}
