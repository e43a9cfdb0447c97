internal import PageServer
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The forms that record what happened with a role; their fields are the options of the commands.
struct RoleForms {
    let context: PageContext

    /// The form that records a stage.
    static func address(of stage: Stage, _ role: OpportunityID) -> String {
        switch stage {
        case .rejected: PageAddress.address("reject", ["opportunity": role.text])
        case .offer: PageAddress.address("offer", ["opportunity": role.text])
        default: PageAddress.address("stage", ["opportunity": role.text, "stage": stage.rawValue])
        }
    }

    /// What the seeker would say to record a stage.
    static func verb(_ stage: Stage) -> String {
        switch stage {
        case .applied: "Applied"
        case .screening: "Screening"
        case .interview: "Interview"
        case .finalist: "Finalist"
        case .offer: "Offer"
        case .rejected: "They said no"
        case .onHold: "On hold"
        case .accepted: "Accept"
        case .withdrawn: "Withdraw"
        }
    }

    private var opportunity: String { context.request["opportunity"] ?? "" }

    private func role() throws(WorkspaceError) -> Opportunity {
        guard let role = context.network.opportunities.first(where: { $0.id.text == opportunity }) else {
            throw .request("There is no such role.")
        }
        return role
    }

    private func caption(_ role: Opportunity) -> String {
        let company = context.network.companies.first { $0.id == role.company }?.name
        return [role.title, company].compactMap(\.self).joined(separator: " · ")
    }

    /// Those who took part, the hiring managers first, then those who were met.
    private func people(of role: Opportunity) -> [(id: String, words: String)] {
        let outside: Set<Participant.Role> = [.referee, .insider]
        let inside = role.participants.filter { !outside.contains($0.role) }
        let order = Participant.Role.allCases
        let sorted = inside.stablySorted { order.firstIndex(of: $0.role) ?? 0 }
        let parts = Dictionary(sorted.map { ($0.person, $0.role) }) { first, _ in first }
        let names = context.network.people.keyed(by: \.id, \.name)
        return (sorted.map(\.person) + role.stages.flatMap(\.people)).uniqued().map { person in
            let words = [names[person] ?? person.text, parts[person].map(OpportunityText.word)]
            return (person.text, words.compactMap(\.self).joined(separator: " · "))
        }
    }

    // MARK: Stages

    func stage() throws(WorkspaceError) -> PageContent {
        let role = try role()
        let stage = context.request["stage"].flatMap(Stage.init(rawValue:))
        let isTalk = stage == .interview || stage == .screening
        var fields = [RoleSheet.hidden("opportunity", role.id.text)]
        fields.append(
            stage.map { RoleSheet.hidden("stage", $0.rawValue) }
                ?? RoleSheet.choice(
                    "stage", "Stage",
                    Stage.allCases.filter { $0 != .rejected }.map { ($0.rawValue, $0.word) }))
        fields.append(
            RoleSheet.text(
                "on", "When",
                hint: isTalk ? "yesterday, monday; or next thursday 10:00" : RoleSheet.days))
        if isTalk || stage == nil { fields.append(with(people(of: role), "Who with?")) }
        if stage == .onHold || stage == nil {
            fields.append(RoleSheet.text("until", "Until when, if they said so", hint: "in 30 days, 3 May"))
        }
        fields.append(RoleSheet.text("note", "Note"))
        return PageContent(
            title: stage.map(Self.verb) ?? "Stage", subtitle: caption(role),
            main: RoleSheet(
                act: "stage", fields: fields,
                further: stage == .interview
                    ? [RoleSheet.text("round", "Which interview, from 1")] : [],
                button: "Record it"
            ).html, isDialog: true)
    }

    private func with(_ people: [(id: String, words: String)], _ question: String) -> HTML {
        """
        <fieldset><legend>\(question)</legend>
        \(people.map { RoleSheet.check("with", $0.words, value: $0.id) })
        \(RoleSheet.text("with", people.isEmpty ? "Name" : "Someone else", hint: "full name"))
        \(RoleSheet.text("with", "And", hint: "full name"))
        </fieldset>
        """
    }

    func offer() throws(WorkspaceError) -> PageContent {
        let role = try role()
        return PageContent(
            title: "Offer", subtitle: caption(role),
            main: RoleSheet(
                act: "offer",
                fields: [
                    RoleSheet.hidden("opportunity", role.id.text), by(role, "Who made it?"),
                    RoleSheet.text("until", "By when do they want an answer?", hint: "friday, 13 May"),
                    RoleSheet.text("salary", "What they pay", hint: "60,000 a year"),
                    RoleSheet.text("on", "When", hint: RoleSheet.days), RoleSheet.text("note", "Note"),
                ], button: "Record the offer", showsAnswer: true
            ).html, isDialog: true)
    }

    /// One of those who took part, or another name, which goes before.
    private func by(_ role: Opportunity, _ question: String, orNoOne: String? = nil) -> HTML {
        let people = people(of: role)
        let choices = people + (orNoOne.map { [("", $0)] } ?? [])
        return """
            <fieldset><legend>\(question)</legend>
            \(choices.map { choice in
                "<label class=\"check\"><input type=\"radio\" name=\"by\" value=\"\(choice.id)\"> <span>\(choice.words)</span></label>" as HTML
            })
            \(RoleSheet.text("by", people.isEmpty ? "Name" : "Someone else", hint: "full name"))
            </fieldset>
            """
    }

    // MARK: A no, and what came with it

    func reject() throws(WorkspaceError) -> PageContent {
        let role = try role()
        return PageContent(
            title: "They said no", subtitle: caption(role),
            main: RoleSheet(
                act: "reject",
                fields: [
                    RoleSheet.hidden("opportunity", role.id.text),
                    by(role, "Who said it?", orNoOne: "No one signed it"),
                    RoleSheet.text("title", "Their title, when they are new"),
                    RoleSheet.check("finalist", "I was among the last few"),
                    RoleSheet.words("feedback", "The reasons they gave"),
                ],
                further: [
                    RoleSheet.text("on", "When", hint: RoleSheet.days),
                    RoleSheet.choice(
                        "channel", "How they said it",
                        [
                            ("", ""), ("email", "by e-mail"), ("call", "on the phone"),
                            ("meeting", "in person"), ("message", "in a message"), ("letter", "by letter"),
                        ]),
                    RoleSheet.choice(
                        "filled", "Did someone else get the role?", [("", ""), ("yes", "yes"), ("no", "no")]),
                    RoleSheet.text("note", "Note"),
                ], button: "Record it", showsAnswer: true
            ).html, isDialog: true)
    }

    func feedback() throws(WorkspaceError) -> PageContent {
        let role = try role()
        return PageContent(
            title: "Feedback", subtitle: caption(role),
            main: RoleSheet(
                act: "feedback",
                fields: [
                    RoleSheet.hidden("opportunity", role.id.text), by(role, "Who gave it?"),
                    RoleSheet.words("feedback", "What they said"),
                    RoleSheet.text("on", "When", hint: RoleSheet.days),
                ], button: "Record it"
            ).html, isDialog: true)
    }

    func reposted() throws(WorkspaceError) -> PageContent {
        let role = try role()
        return PageContent(
            title: "Posted again", subtitle: caption(role),
            main: RoleSheet(
                act: "reposted",
                fields: [
                    RoleSheet.hidden("opportunity", role.id.text),
                    RoleSheet.text("on", "When", hint: RoleSheet.days), RoleSheet.text("note", "Note"),
                ], button: "Record it", showsAnswer: true
            ).html, isDialog: true)
    }

    // MARK: A role, and more about one

    func add() throws(WorkspaceError) -> PageContent {
        let more = try context.request["more"].map { id throws(WorkspaceError) in
            try RoleForms(context: context.asking("opportunity", id)).role()
        }
        let basics =
            more.map { [RoleSheet.hidden("title", $0.id.text), RoleSheet.hidden("more", "yes")] }
            ?? [
                RoleSheet.text("title", "The role", hint: "Account lead", isRequired: true),
                RoleSheet.text("at", "Where", hint: "the employer", isRequired: true),
                RoleSheet.choice(
                    "stage", "Where it stands", Stage.allCases.map { ($0.rawValue, $0.word) },
                    chosen: Stage.applied.rawValue),
                RoleSheet.text("on", "Since when", hint: RoleSheet.days),
            ]
        return PageContent(
            title: more == nil ? "Add a role" : "Say more", subtitle: more.map(caption),
            main: RoleSheet(
                act: "add-opportunity",
                fields: basics + [
                    RoleSheet.text("manager", "Who decides", hint: "full name"),
                    RoleSheet.text("interviewer", "Who interviews", hint: "full name"),
                    RoleSheet.text("interviewer", "Who else interviews", hint: "full name"),
                    RoleSheet.text("recruiter", "Who runs the process", hint: "full name"),
                ],
                further: [
                    RoleSheet.text("department", "Department"),
                    RoleSheet.text("closes", "The last day to apply", hint: "friday, 13 May"),
                    RoleSheet.text("agency", "Who runs it from an agency", hint: "full name"),
                    RoleSheet.text("coordinator", "Who arranges the talks", hint: "full name"),
                    RoleSheet.text("interim", "Who stands in for the manager", hint: "full name"),
                    RoleSheet.text("referee", "Who vouches for you", hint: "full name"),
                    RoleSheet.text("insider", "Which friend hands in your name there", hint: "full name"),
                    more == nil
                        ? RoleSheet.check("namesake", "Add it although such a role is open there") : .empty,
                ], button: more == nil ? "Add it" : "Record it"
            ).html, isDialog: true)
    }
}

extension PageContext {
    /// The same, with another value in the query.
    fileprivate func asking(_ name: String, _ value: String) -> PageContext {
        PageContext(
            request: PageRequest(path: request.path, query: [.init(name, value)]), shown: shown, view: view,
            pictures: pictures)
    }
}

extension SitePage {
    /// The roles: the board, a card, and what can be recorded.
    static let rolePages: [SitePage] = [
        SitePage(name: "roles", menu: Menu(words: "Roles", key: "r")) { (context) throws(WorkspaceError) in
            RolesPage(context).content
        },
        SitePage(name: "role", menu: nil) { (context) throws(WorkspaceError) in
            try RolePage(context: context).content()
        },
        form("stage") { (forms) throws(WorkspaceError) in try forms.stage() },
        form("reject") { (forms) throws(WorkspaceError) in try forms.reject() },
        form("offer") { (forms) throws(WorkspaceError) in try forms.offer() },
        form("feedback") { (forms) throws(WorkspaceError) in try forms.feedback() },
        form("reposted") { (forms) throws(WorkspaceError) in try forms.reposted() },
        form("add-role") { (forms) throws(WorkspaceError) in try forms.add() },
    ]

    private static func form(
        _ name: String, _ content: @escaping @Sendable (RoleForms) throws(WorkspaceError) -> PageContent
    ) -> SitePage {
        SitePage(name: name, menu: nil) { (context) throws(WorkspaceError) in
            try content(RoleForms(context: context))
        }
    }
}
