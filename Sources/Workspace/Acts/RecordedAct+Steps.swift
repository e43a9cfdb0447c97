internal import NetworkEditing
internal import ReferralGraph

extension RecordedAct {
    /// The steps of the playbook: done, left out, put off.
    static let steps: [RecordedAct] = [
        RecordedAct(name: "done") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let entry = StepEntry(
                by: try fields.choice("channel"), reachedVoicemail: fields.flag("voicemail"),
                note: fields.text("note"), on: try fields.moment("on", now: act.now))
            return try act.answer(
                act.own.done(
                    try act.person(), fields.text("what"), entry, policy: act.policy,
                    isRehearsal: act.isRehearsal))
        },
        RecordedAct(name: "skip") { (act) throws(WorkspaceError) in
            try act.answer(
                act.own.skip(
                    try act.person(), act.fields.text("what"), policy: act.policy,
                    isRehearsal: act.isRehearsal))
        },
        RecordedAct(name: "snooze") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let names = fields.texts("person")
            if names.isEmpty { throw .request("Say who to put off.") }
            if fields.flag("off") {
                return try act.record(concerning: names) { (editor) throws(EditError) in
                    try editor.putOff(names, until: nil)
                }
            }
            var day = try fields.day("until", now: act.now, leaning: .future)
            if day == nil, let length = try fields.length("for") {
                do throws(EditError) { day = try length.after(act.now.day) } catch { throw .edit(error) }
            }
            guard let day else { throw .request("Say until when.") }
            return try act.record(concerning: names) { (editor) throws(EditError) in
                try editor.putOff(names, until: day, because: fields.text("why"))
            }
        },
        RecordedAct(name: "every") { (act) throws(WorkspaceError) in
            let person = try act.person()
            let days = try act.fields.length("interval")?.days
            return try act.record(concerning: [person]) { (editor) throws(EditError) in
                try editor.remind(of: person, everyDays: days)
            }
        },
    ]
}
