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

    /// Does what an act says, after adding the people it does not find.
    /// - Parameter company: Where they work; `nil` or blank where that is not known.
    @discardableResult
    public mutating func adding(
        worksAt company: String? = nil, _ act: (inout NetworkEditor) throws(EditError) -> Edit
    ) throws(EditError) -> Edit {
        var details = PersonDetails()
        details.company = company.flatMap { isBlank($0) ? nil : $0 }
        var added: [(name: String, edit: Edit)] = []
        while true {
            do throws(EditError) {
                let edit = try act(&self)
                return added.reversed().reduce(edit) { $0.after($1.edit) }
            } catch {
                guard let name = error.unknownPerson?.name, !added.contains(where: { $0.name == name }) else {
                    throw error
                }
                added.append((name, try addPerson(name, details)))
            }
        }
    }
}

extension EditError {
    /// A name that no one has, and the name that is near; `nil` for any other error.
    public var unknownPerson: (name: String, meant: String?)? {
        switch self {
        case .noMatch(.person, let name, let meant), .noMatch(.anything, let name, let meant): (name, meant)
        default: nil
        }
    }
}
