internal import NetworkEditing
internal import ReferralGraph
internal import ReferralStore
internal import Workspace

extension SiteAction {
    /// What is said in a sitting: kept beside the store at once, recorded as one entry at its end.
    static let triage: [SiteAction] = [
        SiteAction(name: "triage-say") { (act) throws(WorkspaceError) in
            let progress = try TriageProgress(of: act.own)
            var session = act.sitting(progress.earlier)
            let place = try act.fields.number("at", of: "a number", Int.init)
            let said: [TriageEntry]
            if act.fields.flag("undo") {
                said = session.undo()
            } else {
                session.go(to: place ?? session.position)
                // A page that shows someone else, because the sitting went on elsewhere, says nothing of this one.
                guard let card = session.card, card.person.text == act.fields.text("person") else {
                    throw .request("The sitting has moved on; look again.")
                }
                said = try act.say(&session)
            }
            try progress.keep(said)
            return ActionAnswer(said: [])
        },
        SiteAction(name: "triage-save") { (act) throws(WorkspaceError) in
            let progress = try TriageProgress(of: act.own)
            let entries = act.sitting(progress.earlier).entries
            guard !entries.isEmpty else {
                progress.remove()
                return ActionAnswer(said: ["Nothing recorded."])
            }
            let outcome = try act.own.edit { (editor) throws(EditError) in try editor.sort(entries) }
            progress.remove()
            return ActionAnswer(said: outcome.answer.changes, entry: outcome.entry?.id)
        },
    ]
}

extension ActionContext {
    /// The sitting so far.
    fileprivate func sitting(_ earlier: [TriageEntry]) -> TriageSession {
        TriageSession(
            shown.network, resuming: earlier, today: now.day, again: fields.flag("again"),
            tags: fields.texts("only"))
    }

    /// Says what a button or the field of tags says.
    fileprivate func say(_ session: inout TriageSession) throws(WorkspaceError) -> [TriageEntry] {
        if fields.flag("want") { return session.toggleWanted() }
        if let word = fields.text("as") {
            guard case .acquaintance(let known?)? = TriageAnswer(word) else {
                throw ActionFields.unknown(word, "as")
            }
            return session.answer(known)
        }
        let words = try fields.text("tag", asking: "which tag").split {
            $0 == "," || $0.isWhitespace
        }
        var said: [TriageEntry] = []
        for word in words {
            guard let tag = Tag(String(word)) else {
                throw .request("“\(word)” is not a tag: a tag is \(Tag.expected)")
            }
            said += session.tag(tag)
        }
        return said
    }
}

extension TriageSession {
    /// A sitting with what was said in it, narrowed by tags.
    init(
        _ network: ReferralNetwork, resuming earlier: [TriageEntry], today: CalendarDay, again: Bool,
        tags: [String]
    ) {
        self.init(
            network, today: today, scope: again ? .everyone : .unsorted,
            filter: TagFilter(wanted: tags.compactMap { Tag($0) }.map { [$0] }))
        if !earlier.isEmpty { resume(earlier) }
    }

    /// Goes to a place in the queue, its end at most.
    mutating func go(to place: Int) {
        while position > max(0, place) { back() }
        while position < place, !isOver { skip() }
    }
}
