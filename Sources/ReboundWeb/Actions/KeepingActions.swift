internal import NetworkEditing
internal import ReferralGraph
internal import ReferralStore
internal import Reporting
internal import Workspace

extension SiteAction {
    /// What brings files into the network.
    static let imports: [SiteAction] = [
        SiteAction(name: "import") { (act) throws(WorkspaceError) in
            let request = ImportRequest { act.fields.values[$0] ?? [] }
            let desk = act.view.imports
            let outcome = try act.own.take(
                in: desk.sources(of: request, for: act.own), replaces: request.has(.replace),
                remembers: request.has(.remember))
            desk.discard(request.files)
            let summary = outcome.entry.map { [$0.summary] } ?? ["Nothing new: your network has all of it."]
            return ActionAnswer(said: summary, entry: outcome.entry?.id)
        },
        SiteAction(name: "cancel-import") { (act) throws(WorkspaceError) in
            act.view.imports.discard(act.fields.texts("id"))
            return ActionAnswer(said: ["Nothing was imported."])
        },
    ]

    /// What `rebound set` does.
    static let settings: [SiteAction] = [
        SiteAction(name: "set") { (act) throws(WorkspaceError) in
            let name = try act.fields.text("setting", asking: "which setting")
            let value: String? =
                act.fields.flag("default")
                ? nil : try act.fields.text("value", asking: "what \(name) is to be")
            return ActionAnswer(said: [try act.view.liveSettings.change(name, to: value)])
        }
    ]

    /// What a newcomer says first.
    static let beginnings: [SiteAction] = [
        SiteAction(name: "introduce") { (act) throws(WorkspaceError) in
            let seeker = act.shown.network.seeker.text
            let name = try act.fields.text("rename", asking: "your name")
            var said = PersonDetails()
            said.emails = act.fields.list("email")
            said.timeZone = act.fields.text("time-zone")
            said.place = act.fields.text("place")
            let details = said
            return try act.record { (editor) throws(EditError) in
                let edit = try editor.rename(person: seeker, to: name)
                return details == PersonDetails() ? edit : try editor.describe(seeker, details).after(edit)
            }
        }
    ]
}
