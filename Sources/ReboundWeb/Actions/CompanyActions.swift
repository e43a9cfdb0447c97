internal import NetworkEditing
internal import ReferralGraph
internal import Workspace

extension SiteAction {
    /// What is recorded about companies, and what the seeker wants.
    static let companies: [SiteAction] = [
        SiteAction(name: "want") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let wanted = Wanted(
                companies: fields.texts("company"), priority: try fields.choice("priority"),
                roles: fields.texts("role"), departments: fields.texts("department"),
                places: fields.texts("place"))
            if wanted.companies + wanted.roles + wanted.departments + wanted.places == [] {
                throw .request("Say what you want.")
            }
            return try act.record { (editor) throws(EditError) in try editor.want(wanted) }
        },
        SiteAction(name: "want-proposed") { (act) throws(WorkspaceError) in
            let priority: Company.Priority? = try act.fields.choice("priority")
            return try act.record { (editor) throws(EditError) in
                try editor.wantProposed(act.fields.texts("name"), priority: priority)
            }
        },
        SiteAction(name: "not-wanted") { (act) throws(WorkspaceError) in
            let names = act.fields.texts("name")
            let companies = act.fields.texts("company")
            if names.isEmpty, companies.isEmpty { throw .request("Say what you do not want.") }
            return try act.record { (editor) throws(EditError) in
                let network = editor.network
                // Targets go by their names.
                return try editor.doNotWant(
                    names + companies.map { id in network.companies.first { $0.id.text == id }?.name ?? id })
            }
        },
        SiteAction(name: "opening") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let company = try fields.text("company", asking: "which company")
            let title = try fields.text("title", asking: "which role")
            let day = try fields.day("on", now: act.now)
            let closes = try fields.day(
                "closes", now: day.map { Timestamp($0) } ?? act.now, leaning: .future)
            return try act.record { (editor) throws(EditError) in
                try editor.opening(
                    company, title, department: fields.text("department"), closes: closes,
                    note: fields.text("note"), on: day)
            }
        },
        SiteAction(name: "signal") { (act) throws(WorkspaceError) in
            let fields = act.fields
            guard let kind: Signal.Kind = try fields.choice("kind") else {
                throw .request("Say what happened.")
            }
            let day = try fields.day("on", now: act.now)
            let (department, title) = (fields.text("department"), fields.text("title"))
            let note = fields.text("note")
            if let manager = fields.text("person") {
                return try act.record { (editor) throws(EditError) in
                    try editor.signal(
                        kind, about: manager, department: department, title: title, note: note, on: day)
                }
            }
            let company = try fields.text("company", asking: "which company")
            return try act.record { (editor) throws(EditError) in
                try editor.signal(
                    kind, at: company, department: department, title: title, note: note, on: day)
            }
        },
        SiteAction(name: "add-company") { (act) throws(WorkspaceError) in
            let name = try act.fields.text("name", asking: "what it is called")
            let details = try act.companyDetails()
            if let known = act.fields.text("more") {
                return try act.record { (editor) throws(EditError) in
                    try editor.describeCompany(known, details)
                }
            }
            do throws(WorkspaceError) {
                return try act.record { (editor) throws(EditError) in
                    try editor.addCompany(name, details, allowNamesake: act.fields.flag("namesake"))
                }
            } catch {
                guard case .edit(let refusal) = error, case .namesake(_, let twin, let id) = refusal else {
                    throw error
                }
                let choices = [
                    details == CompanyDetails()
                        ? nil : ActionAnswer.Choice(words: "Add this to \(twin)", field: "more", value: id),
                    ActionAnswer.Choice(words: "Add another \(twin)", field: "namesake", value: "yes"),
                ]
                return ActionAnswer(
                    said: ["There is already a company called \(twin)."],
                    choices: choices.compactMap(\.self), refusal: .refused)
            }
        },
        SiteAction(name: "describe-company") { (act) throws(WorkspaceError) in
            let company = try act.fields.text("company", asking: "which company")
            let details = try act.companyDetails()
            return try act.record { (editor) throws(EditError) in
                try editor.describeCompany(company, details)
            }
        },
        SiteAction(name: "rename-company") { (act) throws(WorkspaceError) in
            let company = try act.fields.text("company", asking: "which company")
            let name = try act.fields.text("name", asking: "what it is called now")
            return try act.record { (editor) throws(EditError) in
                try editor.rename(company: company, to: name)
            }
        },
        SiteAction(name: "closed") { (act) throws(WorkspaceError) in
            let fields = act.fields
            let company = try fields.text("company", asking: "which company")
            let days = try fields.days(asking: "which days", now: act.now)
            return try act.record { (editor) throws(EditError) in
                try editor.addHoliday(days, at: company, note: fields.text("note"))
            }
        },
    ]
}

extension ActionContext {
    /// What the fields of a form tell of a company.
    fileprivate func companyDetails() throws(WorkspaceError) -> CompanyDetails {
        return CompanyDetails(
            aliases: fields.texts("alias"), priority: try fields.choice("priority"),
            hasReferralProgramme: try fields.answer("referral-programme"),
            wishes: try fields.channelWishes(),
            setting: try fields.choice("setting"))
    }
}
