internal import NetworkEditing
internal import ReferralGraph

extension RecordedAct {
    /// What was said, promised and given, and what is over.
    static let talks: [RecordedAct] = [
        RecordedAct(name: "log") { (act) throws(WorkspaceError) in try act.log() },
        RecordedAct(name: "refer") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let from = try fields.text("from", asking: "who gave the name")
            let isMe = fields.flag("me")
            let to = isMe ? nil : try fields.text("to", asking: "whose name it is")
            if isMe, let to = fields.text("to") {
                throw .request("Your own name and \(to) are two; record one at a time.")
            }
            let entry = ReferralEntry(
                from: from, to: to, try fields.choice("step") ?? .given,
                on: try fields.day("on", now: act.now), company: fields.text("company"),
                title: fields.text("title"), about: fields.text("about"), note: fields.text("note"))
            return try act.record { (editor) throws(EditError) in try editor.refer(entry) }
        },
        RecordedAct(name: "note") { (act) throws(WorkspaceError) in
            let person = try act.person()
            let note = try act.fields.text("note", asking: "what to remember")
            return try act.record(concerning: [person]) { (editor) throws(EditError) in
                try editor.observe(person, note)
            }
        },
        RecordedAct(name: "promise") { (act) throws(WorkspaceError) in
            let (person, fields) = (try act.person(), act.fields)
            let what = try fields.text("what", asking: "what was promised")
            let side: Promise.Side? = try fields.choice("by")
            let moment = try fields.moment("on", now: act.now)
            let due = try fields.moment("due", now: moment ?? act.now, leaning: .future)
            return try act.record(concerning: [person]) { (editor) throws(EditError) in
                try editor.promise(
                    by: side ?? .them, person, what, due: due,
                    kind: fields.flag("introduction") ? .introduction : .other, on: moment)
            }
        },
        RecordedAct(name: "kept") { (act) throws(WorkspaceError) in
            let person = try act.person()
            let day = try act.fields.day("on", now: act.now)
            return try act.record(concerning: [person]) { (editor) throws(EditError) in
                try editor.keepPromise(with: person, act.fields.text("what"), on: day)
            }
        },
        RecordedAct(name: "close") { (act) throws(WorkspaceError) in
            let name = try act.person()
            let moment = try act.fields.moment("on", now: act.now)
            return try act.record { (editor) throws(EditError) in
                try editor.close(name, note: act.fields.text("note"), on: moment)
            }
        },
        RecordedAct(name: "reopen") { (act) throws(WorkspaceError) in
            let name = try act.person()
            return try act.record { (editor) throws(EditError) in try editor.reopen(name) }
        },
        RecordedAct(name: "do-not-contact") { (act) throws(WorkspaceError) in
            let names = act.fields.texts("person")
            if names.isEmpty { throw .request("Say who not to contact.") }
            return try act.record(concerning: names) { (editor) throws(EditError) in
                try editor.doNotContact(
                    names, isLifted: act.fields.flag("lift"), note: act.fields.text("note"))
            }
        },
    ]
}

extension RecordedAct.Request {
    /// Records a contact, as `rebound log` does.
    fileprivate func log() throws(WorkspaceError) -> ActionAnswer {
        let names = fields.texts("person") + fields.texts("with")
        guard let first = names.first else { throw .request("Say who it was with.") }
        let note = fields.text("note")
        if fields.text("kind") == "note" {
            guard let note else { throw .request("Say what to remember.") }
            return try record(concerning: [first]) { (editor) throws(EditError) in
                try editor.observe(first, note)
            }
        }
        guard let kind: ContactEntry.Kind = try fields.choice("kind") else {
            throw .request("Say what it was.")
        }
        let date = try fields.moment("on", now: now, leaning: kind.isTalk ? .nearest : .past)
        var entry = ContactEntry(
            kind, with: names, direction: try direction, purposes: try fields.choices("purpose"),
            subject: fields.text("subject"), note: note, on: date, topic: try topic,
            expectsReply: ["answer": true, "no-answer": false][fields.text("turn") ?? ""],
            outcome: try outcome)
        entry.isTheirTurn = fields.text("turn") == "their-turn"
        entry.due = try fields.day("due", now: date ?? now, leaning: .future)
        if entry.due != nil, !entry.isTheirTurn {
            throw .request("“By when” goes with “They said that they will be in touch”.")
        }
        if entry.isTheirTurn, entry.direction == .outgoing {
            throw .request(
                "“They said that they will be in touch” is for what they said, not for your own words.")
        }
        if entry.outcome == .rescheduled, date == nil { throw .request("Say when it is now.") }
        return try log(entry)
    }

    private func log(_ entry: ContactEntry) throws(WorkspaceError) -> ActionAnswer {
        let adds = fields.flag("add")
        let company = fields.text("company")
        let act: @Sendable (inout NetworkEditor) throws(EditError) -> Edit = { (editor) throws(EditError) in
            // In a field of its own, a name is never a note.
            for name in entry.people { _ = try editor.person(name, verb: "log a contact with") }
            return try editor.log(entry)
        }
        do throws(WorkspaceError) {
            if adds {
                return try record { (editor) throws(EditError) in
                    try editor.adding(worksAt: company, act)
                }
            }
            return try answer(own.edit(concerning: { entry.subjects(in: $0) }, isRehearsal: isRehearsal, act))
        } catch {
            guard case .edit(let refusal) = error, let unknown = refusal.unknownPerson else { throw error }
            let meant = entry.people.count == 1 ? unknown.meant : nil
            return ActionAnswer(
                said: ["No one in your network is called “\(unknown.name)”."],
                choices: [
                    meant.map { ActionAnswer.Choice(words: "I meant \($0)", field: "person", value: $0) },
                    ActionAnswer.Choice(words: "Add \(unknown.name)", field: "add", value: "yes"),
                ].compactMap(\.self), refusal: .refused)
        }
    }

    private var direction: Interaction.Direction? {
        get throws(WorkspaceError) {
            switch fields.text("direction") {
            case nil: nil
            case "in": .incoming
            case "out": .outgoing
            case "both": .mutual
            case let word?: throw ActionFields.unknown(word, "direction")
            }
        }
    }

    private var topic: ContactEntry.Topic {
        get throws(WorkspaceError) {
            guard let role = fields.text("about") else { return fields.flag("new-thread") ? .new : .latest }
            if fields.flag("new-thread") {
                throw .request("The role and a new conversation are two; choose one of them.")
            }
            return .opportunity(role)
        }
    }

    private var outcome: ContactEntry.Outcome {
        get throws(WorkspaceError) {
            switch fields.text("outcome") {
            case nil: .asAgreed
            case "no-show": .missed
            case "canceled": .canceled
            case "rescheduled": .rescheduled
            case let word?: throw ActionFields.unknown(word, "outcome")
            }
        }
    }
}
