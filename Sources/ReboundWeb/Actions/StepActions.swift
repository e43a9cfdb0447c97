internal import NetworkEditing
internal import ReferralGraph
internal import ReferralStore
internal import Workspace

extension SiteAction {
    /// The steps of the playbook: done, left out, put off.
    static let steps: [SiteAction] = [
        SiteAction(name: "done") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let entry = StepEntry(
                by: try fields.choice("channel"), reachedVoicemail: fields.flag("voicemail"),
                note: fields.text("note"), on: try fields.moment("on", now: act.now))
            return try act.answer(
                act.own.done(try act.person(), fields.text("what"), entry, policy: act.policy))
        },
        SiteAction(name: "skip") { (act) throws(WorkspaceError) in
            try act.answer(act.own.skip(try act.person(), act.fields.text("what"), policy: act.policy))
        },
        SiteAction(name: "snooze") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let names = fields.texts("person")
            if names.isEmpty { throw .request("Say who to put off.") }
            if fields.flag("off") {
                return try act.record { (editor) throws(EditError) in try editor.putOff(names, until: nil) }
            }
            var day = try fields.day("until", now: act.now, leaning: .future)
            if day == nil, let length = try fields.length("for") {
                do throws(EditError) { day = try length.after(act.now.day) } catch { throw .edit(error) }
            }
            guard let day else { throw .request("Say until when.") }
            return try act.record { (editor) throws(EditError) in
                try editor.putOff(names, until: day, because: fields.text("why"))
            }
        },
        SiteAction(name: "every") { (act) throws(WorkspaceError) in
            let person = try act.person()
            let days = try act.fields.length("interval")?.days
            return try act.record { (editor) throws(EditError) in
                try editor.remind(of: person, everyDays: days)
            }
        },
    ]

    /// Back and forth in the history.
    static let history: [SiteAction] = [
        SiteAction(name: "undo") { (act) throws(WorkspaceError) in try act.revert(.undo, said: "Took back") },
        SiteAction(name: "redo") { (act) throws(WorkspaceError) in try act.revert(.redo, said: "Brought back")
        },
    ]
}

extension ActionContext {
    /// Goes back or forth in the history, one step or as many as `steps` says.
    fileprivate func revert(
        _ direction: OwnNetwork.Direction, said: String
    ) throws(WorkspaceError) -> ActionAnswer {
        let steps = try fields.number("steps", of: "a whole number", Int.init) ?? 1
        guard steps > 0 else { throw .request("Go at least one step.") }
        let entries = try own.revert(steps: steps, direction)
        return ActionAnswer(said: entries.map { "\(said): \($0.summary)" }, entry: entries.last?.id)
    }
}
