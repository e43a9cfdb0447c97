internal import Foundations
internal import NetworkEditing
internal import ReferralGraph
internal import ReferralStore
internal import Reporting
internal import Workspace

extension SiteAction {
    /// What is recorded about people.
    static let people: [SiteAction] = [
        SiteAction(name: "add-person") { (act) throws(WorkspaceError) in
            let name = try act.fields.text("name", asking: "what they are called")
            let details = try act.personDetails()
            if let known = act.fields.text("more") {
                return try act.record { (editor) throws(EditError) in try editor.describe(known, details) }
            }
            let isTwin = act.fields.flag("namesake")
            do throws(WorkspaceError) {
                return try act.record { (editor) throws(EditError) in
                    try editor.addPerson(name, details, allowNamesake: isTwin)
                }
            } catch {
                guard case .edit(let refusal) = error, case .namesake(_, let twin, let id) = refusal else {
                    throw error
                }
                let choices = [
                    details == PersonDetails()
                        ? nil
                        : ActionAnswer.Choice(words: "Add this to \(twin)", field: "more", value: id),
                    ActionAnswer.Choice(words: "Add another \(twin)", field: "namesake", value: "yes"),
                ]
                return ActionAnswer(
                    said: [refusal.explanation.capitalizedFirst],
                    choices: choices.compactMap(\.self), refusal: .refused)
            }
        },
        SiteAction(name: "more") { (act) throws(WorkspaceError) in
            let (person, rename) = (try act.person(), act.fields.text("rename"))
            let details = try act.personDetails()
            return try act.record { (editor) throws(EditError) in
                let edit = try editor.describe(person, details)
                guard let rename else { return edit }
                return try editor.rename(person: person, to: rename).after(edit)
            }
        },
        SiteAction(name: "star") { (act) throws(WorkspaceError) in
            let (names, isStar) = (try act.people(), !act.fields.flag("remove"))
            let note = act.fields.text("note")
            return try act.record(concerning: names) { (editor) throws(EditError) in
                try editor.star(names, isStar, note: note)
            }
        },
        SiteAction(name: "tag") { (act) throws(WorkspaceError) in
            let (names, isRemoved) = (try act.people(), act.fields.flag("remove"))
            let words = try act.fields.text("tag", asking: "which tag").split(separator: ",").map {
                // A tag from a form is never a name that was typed by mistake.
                "#"
                    + $0.drop { $0.isWhitespace || $0 == "#" }.split(whereSeparator: \.isWhitespace)
                    .joined(separator: " ")
            }
            return try act.record(concerning: names) { (editor) throws(EditError) in
                try editor.tag(names, words, isRemoved: isRemoved)
            }
        },
        SiteAction(name: "rename-tag") { (act) throws(WorkspaceError) in
            let old = try act.fields.text("old", asking: "which tag")
            let new = try act.fields.text("new", asking: "what it is called from now on")
            return try act.record { (editor) throws(EditError) in try editor.renameTag(old, new) }
        },
        SiteAction(name: "triage") { (act) throws(WorkspaceError) in
            let names = try act.people()
            let word = try act.fields.text("as", asking: "how well you know them")
            guard case .acquaintance(let known)? = TriageAnswer(word) else {
                throw ActionFields.unknown(word, "as")
            }
            return try act.record { (editor) throws(EditError) in try editor.sort(names, as: known) }
        },
        SiteAction(name: "moved") { (act) throws(WorkspaceError) in
            let (person, fields) = (try act.person(), act.fields)
            let to = try fields.text("to", asking: "where to")
            let day = try fields.day("on", now: act.now)
            return try act.record { (editor) throws(EditError) in
                try editor.moved(
                    person, to: to, title: fields.text("title"), department: fields.text("department"),
                    on: day)
            }
        },
        SiteAction(name: "left") { (act) throws(WorkspaceError) in
            let (person, fields) = (try act.person(), act.fields)
            let day = try fields.day("on", now: act.now)
            return try act.record { (editor) throws(EditError) in
                try editor.left(person, fields.text("from"), isLetGo: fields.flag("let-go"), on: day)
            }
        },
        SiteAction(name: "tie") { (act) throws(WorkspaceError) in
            let (person, fields) = (try act.person(), act.fields)
            let other = try fields.text("other", asking: "who they know")
            let strength = try act.fields.number("strength", of: "a number", Double.init)
            let since = try fields.day("since", now: act.now)
            return try act.record { (editor) throws(EditError) in
                try editor.tie(
                    person, other, kind: fields.flag("reports-to") ? .reportsTo : .knows,
                    strength: strength, how: fields.text("how"), since: since)
            }
        },
        SiteAction(name: "untie") { (act) throws(WorkspaceError) in
            let person = try act.person()
            let other = try act.fields.text("other", asking: "who they do not know")
            return try act.record { (editor) throws(EditError) in try editor.untie(person, other) }
        },
        SiteAction(name: "away") { (act) throws(WorkspaceError) in
            let (person, fields) = (try act.person(), act.fields)
            let days = try fields.days(asking: "from when", now: act.now)
            return try act.record { (editor) throws(EditError) in
                try editor.addHoliday(days, of: person, note: fields.text("note"))
            }
        },
        SiteAction(name: "close-each") { (act) throws(WorkspaceError) in
            let (names, note) = (try act.people(), act.fields.text("note"))
            return try act.record { (editor) throws(EditError) in
                var edit = try editor.close(names[0], note: note)
                for name in names.dropFirst() {
                    let summary = edit.summary
                    edit = try editor.close(name, note: note).after(edit)
                    edit.summary = "\(summary); \(edit.summary)"
                }
                return edit
            }
        },
        SiteAction(name: "remove") { (act) throws(WorkspaceError) in
            let person = try act.person()
            return try act.record { (editor) throws(EditError) in try editor.remove(person: person) }
        },
        SiteAction(name: "forget") { (act) throws(WorkspaceError) in
            let id = PersonID(try act.person())
            let plan = try act.own.rehearseForgetting(id)
            guard act.fields.flag("yes") else { throw .request("Say that you are sure.") }
            let notes = act.fields.text("notes")
            if ForgettingText(plan).hasMentions, notes == nil {
                throw .request("Say what becomes of the notes about others.")
            }
            let done = try act.own.forget(id, blanksMentions: notes == "and-notes")
            return ActionAnswer(said: [ForgettingText.done(done)])
        },
    ]
}
