internal import NetworkEditing
internal import ReferralGraph

extension RecordedAct {
    /// What happens with a role.
    static let roles: [RecordedAct] = [
        RecordedAct(name: "stage") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let role = try fields.text("opportunity", asking: "which role it is")
            guard let stage: Stage = try fields.choice("stage") else {
                throw .request("Say how far it has come.")
            }
            let canLieAhead = stage == .interview || stage == .screening
            let moment = try fields.moment("on", now: act.now, leaning: canLieAhead ? .nearest : .past)
            let until = try fields.day("until", now: moment ?? act.now, leaning: .future)
            if until != nil, stage != .onHold, stage != .offer {
                throw .request("“Until when” goes with on hold and offer, not with \(stage.rawValue).")
            }
            let round = try fields.number("round", of: "a whole number", Int.init)
            return try act.record { (editor) throws(EditError) in
                try editor.advance(
                    role, to: stage, with: fields.texts("with"), round: round, until: until,
                    note: fields.text("note"), on: moment)
            }
        },
        RecordedAct(name: "offer") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let role = try fields.text("opportunity", asking: "which role it is")
            let moment = try fields.moment("on", now: act.now)
            let until = try fields.day("until", now: moment ?? act.now, leaning: .future)
            return try act.record { (editor) throws(EditError) in
                try editor.offer(
                    role, by: fields.texts("by").last, until: until, salary: fields.text("salary"),
                    note: fields.text("note"), on: moment)
            }
        },
        RecordedAct(name: "reject") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let role = try fields.text("opportunity", asking: "which role it is")
            let channel: Interaction.Channel? = try fields.choice("channel")
            let moment = try fields.moment("on", now: act.now)
            return try act.record { (editor) throws(EditError) in
                try editor.reject(
                    role, by: fields.texts("by").last, title: fields.text("title"),
                    finalist: fields.flag("finalist"), feedback: fields.text("feedback"),
                    filled: fields.text("filled").map { $0 == "yes" }, channel: channel,
                    note: fields.text("note"), on: moment)
            }
        },
        RecordedAct(name: "feedback") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let role = try fields.text("opportunity", asking: "which role it is")
            let words = try fields.text("feedback", asking: "what they said")
            let day = try fields.day("on", now: act.now)
            return try act.record { (editor) throws(EditError) in
                try editor.feedback(on: role, from: fields.texts("by").last, words, on: day)
            }
        },
        RecordedAct(name: "reposted") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let role = try fields.text("opportunity", asking: "which role it is")
            let day = try fields.day("on", now: act.now)
            return try act.record { (editor) throws(EditError) in
                try editor.reposted(role, note: fields.text("note"), on: day)
            }
        },
        RecordedAct(name: "add-opportunity") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let moment = try fields.moment("on", now: act.now)
            let details = OpportunityDetails(
                department: fields.text("department"),
                closes: try fields.day("closes", now: moment ?? act.now, leaning: .future),
                participants: [
                    .hiringManager: fields.texts("manager"), .interviewer: fields.texts("interviewer"),
                    .recruiter: fields.texts("recruiter"), .agency: fields.texts("agency"),
                    .coordinator: fields.texts("coordinator"), .interim: fields.texts("interim"),
                    .referee: fields.texts("referee"), .insider: fields.texts("insider"),
                ])
            if let more = fields.text("more") {
                return try act.record { (editor) throws(EditError) in
                    try editor.describeOpportunity(more, details)
                }
            }
            let title = try fields.text("title", asking: "what the role is called")
            let company = try fields.text("at", asking: "where it is")
            let stage: Stage? = try fields.choice("stage")
            do throws(WorkspaceError) {
                return try act.record { (editor) throws(EditError) in
                    try editor.addOpportunity(
                        title, at: company, details, stage: stage ?? .applied, on: moment,
                        allowNamesake: fields.flag("namesake"))
                }
            } catch {
                guard case .edit(.namesake(_, let twin, let id)) = error else { throw error }
                let isBare =
                    details == OpportunityDetails(participants: details.participants.mapValues { _ in [] })
                let choices = [
                    isBare
                        ? nil : ActionAnswer.Choice(words: "Add this to \(twin)", field: "more", value: id),
                    ActionAnswer.Choice(words: "Add another \(twin)", field: "namesake", value: "yes"),
                ]
                return ActionAnswer(
                    said: ["There is already a role called \(twin)."],
                    choices: choices.compactMap(\.self), refusal: .refused)
            }
        },
    ]
}
