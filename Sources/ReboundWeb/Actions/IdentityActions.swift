internal import ReferralGraph
internal import ReferralStore
internal import Reporting
internal import Workspace

extension SiteAction {
    /// Two who are one, and one who is two.
    static let identity: [SiteAction] = [
        SiteAction(name: "merge") { (act) throws(WorkspaceError) in
            let (kept, absorbed) = try act.pair("kept", "absorbed")
            let entry = try act.own.merge(kept, absorbed).entry
            return act.answer(
                IdentityText(in: act.shown.network).merged(absorbed, into: kept), entry)
        },
        SiteAction(name: "keep-apart") { (act) throws(WorkspaceError) in
            let (one, other) = try act.pair("one", "other")
            let entry = try act.own.keepApart(one, other).entry
            return act.answer(IdentityText(in: act.shown.network).keptApart(one, other), entry)
        },
        SiteAction(name: "split") { (act) throws(WorkspaceError) in
            let id = PersonID(try act.person())
            guard let person = act.shown.network.people.first(where: { $0.id == id }) else {
                throw .request("No one here has the id “\(id)”.")
            }
            let entry = try act.fields.number("entry", of: "a number", Int.init)
            let outcome = try act.own.split(person, entry: entry)
            return act.answer(
                IdentityText(in: act.shown.network).split(
                    outcome.answer.other, from: id, entry: outcome.answer.entry, after: outcome.network),
                outcome.entry)
        },
    ]
}

extension ActionContext {
    /// Two people by their ids.
    fileprivate func pair(
        _ first: String, _ second: String
    ) throws(WorkspaceError) -> (PersonID, PersonID) {
        (
            PersonID(try fields.text(first, asking: "who the one is")),
            PersonID(try fields.text(second, asking: "who the other is"))
        )
    }

    fileprivate func answer(_ sentence: String, _ entry: JournalEntry?) -> ActionAnswer {
        ActionAnswer(said: [sentence], entry: entry?.id)
    }
}
