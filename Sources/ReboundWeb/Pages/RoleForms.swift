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

    /// The people who took part, hiring managers first, then everyone else you met.
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

    private func sheet(
        _ act: String, _ fields: [HTML], further: [HTML] = [], button: String, showsAnswer: Bool = false
    ) -> HTML {
        FormParts.sheet(
            act, fields + (further.isEmpty ? [] : [FormParts.more(further)]), button: button, home: "/roles",
            showsAnswer: showsAnswer)
    }

    // MARK: Stages

    func stage() throws(WorkspaceError) -> PageContent {
        let role = try role()
        let stage = context.request["stage"].flatMap(Stage.init(rawValue:))
        let isTalk = stage == .interview || stage == .screening
        var fields = [FormParts.hidden("opportunity", role.id.text)]
        fields.append(
            stage.map { FormParts.hidden("stage", $0.rawValue) }
                ?? FormParts.choice(
                    "Stage", "stage", "",
                    Stage.allCases.filter { $0 != .rejected }.map { ($0.rawValue, $0.word) }))
        fields.append(
            FormParts.text(
                "When", "on",
                placeholder: isTalk ? "yesterday, monday; or next thursday 10:00" : "yesterday, monday, 3 May"
            ))
        if isTalk || stage == nil { fields.append(with(people(of: role), "Who with?")) }
        if stage == .onHold || stage == nil {
            fields.append(
                FormParts.text("Until when, if they said so", "until", placeholder: "in 30 days, 3 May"))
        }
        fields.append(FormParts.text("Note", "note"))
        return PageContent(
            title: stage.map(Self.verb) ?? "Stage", subtitle: caption(role),
            main: sheet(
                "stage", fields,
                further: stage == .interview
                    ? [FormParts.text("Which interview, from 1", "round")] : [],
                button: "Record it"
            ), isDialog: true)
    }

    private func with(_ people: [(id: String, words: String)], _ question: String) -> HTML {
        """
        <fieldset><legend>\(question)</legend>
        \(people.map { FormParts.box($0.words, "with", $0.id) })
        \(FormParts.name(of: .person, people.isEmpty ? "Name" : "Someone else", "with", placeholder: "full name"))
        \(FormParts.name(of: .person, "And", "with", placeholder: "full name", listed: false))
        </fieldset>
        """
    }

    func offer() throws(WorkspaceError) -> PageContent {
        let role = try role()
        return PageContent(
            title: "Offer", subtitle: caption(role),
            main: sheet(
                "offer",
                [
                    FormParts.hidden("opportunity", role.id.text), by(role, "Who made it?"),
                    FormParts.text("By when do they want an answer?", "until", placeholder: "friday, 13 May"),
                    FormParts.text("What they pay", "salary", placeholder: "60,000 a year"),
                    FormParts.day("When", "on"), FormParts.text("Note", "note"),
                ], button: "Record the offer", showsAnswer: true
            ), isDialog: true)
    }

    /// One of the people who took part, or another name, which takes precedence.
    private func by(_ role: Opportunity, _ question: String, orNoOne: String? = nil) -> HTML {
        let people = people(of: role)
        let choices = people + (orNoOne.map { [("", $0)] } ?? [])
        return """
            <fieldset><legend>\(question)</legend>
            \(choices.map { choice in
                "<label class=\"check\"><input type=\"radio\" name=\"by\" value=\"\(choice.id)\"> <span>\(choice.words)</span></label>" as HTML
            })
            \(FormParts.name(of: .person, people.isEmpty ? "Name" : "Someone else", "by", placeholder: "full name"))
            </fieldset>
            """
    }

    // MARK: A no, and what came with it

    func reject() throws(WorkspaceError) -> PageContent {
        let role = try role()
        return PageContent(
            title: "They said no", subtitle: caption(role),
            main: sheet(
                "reject",
                [
                    FormParts.hidden("opportunity", role.id.text),
                    by(role, "Who said it?", orNoOne: "No one signed it"),
                    FormParts.text("Their title, when they are new", "title"),
                    FormParts.box("I was among the last few", "finalist"),
                    FormParts.lines("The reasons they gave", "feedback"),
                ],
                further: [
                    FormParts.day("When", "on"),
                    FormParts.choice(
                        "How they said it", "channel", "",
                        [
                            ("", ""), ("email", "by e-mail"), ("call", "on the phone"),
                            ("meeting", "in person"), ("message", "in a message"), ("letter", "by letter"),
                        ]),
                    FormParts.choice(
                        "Did someone else get the role?", "filled", "",
                        [("", ""), ("yes", "yes"), ("no", "no")]),
                    FormParts.text("Note", "note"),
                ], button: "Record it", showsAnswer: true
            ), isDialog: true)
    }

    func feedback() throws(WorkspaceError) -> PageContent {
        let role = try role()
        return PageContent(
            title: "Feedback", subtitle: caption(role),
            main: sheet(
                "feedback",
                [
                    FormParts.hidden("opportunity", role.id.text), by(role, "Who gave it?"),
                    FormParts.lines("What they said", "feedback"),
                    FormParts.day("When", "on"),
                ], button: "Record it"
            ), isDialog: true)
    }

    func reposted() throws(WorkspaceError) -> PageContent {
        let role = try role()
        return PageContent(
            title: "Posted again", subtitle: caption(role),
            main: sheet(
                "reposted",
                [
                    FormParts.hidden("opportunity", role.id.text),
                    FormParts.day("When", "on"), FormParts.text("Note", "note"),
                ], button: "Record it", showsAnswer: true
            ), isDialog: true)
    }

    // MARK: A role, and more about one

    func add() throws(WorkspaceError) -> PageContent {
        let more = try context.request["more"].map { id throws(WorkspaceError) in
            try RoleForms(context: context.asking("opportunity", id)).role()
        }
        let basics =
            more.map { [FormParts.hidden("more", $0.id.text)] }
            ?? [
                FormParts.text("The role", "title", placeholder: "Account lead", isRequired: true),
                FormParts.name(of: .company, "Where", "at", placeholder: "the employer", isRequired: true),
                FormParts.choice(
                    "Where it stands", "stage", Stage.applied.rawValue,
                    Stage.allCases.map { ($0.rawValue, $0.word) }),
                FormParts.day("Since when", "on"),
            ]
        return PageContent(
            title: more == nil ? "Add a role" : "Say more", subtitle: more.map(caption),
            main: sheet(
                "add-opportunity",
                basics + [
                    FormParts.name(of: .person, "Who decides", "manager", placeholder: "full name"),
                    FormParts.name(of: .person, "Who interviews", "interviewer", placeholder: "full name"),
                    FormParts.name(
                        of: .person, "Who else interviews", "interviewer", placeholder: "full name",
                        listed: false),
                    FormParts.name(
                        of: .person, "Who runs the process", "recruiter", placeholder: "full name"),
                ],
                further: [
                    FormParts.text("Department", "department"),
                    FormParts.text("The last day to apply", "closes", placeholder: "friday, 13 May"),
                    FormParts.name(
                        of: .person, "Who runs it from an agency", "agency", placeholder: "full name"),
                    FormParts.name(
                        of: .person, "Who arranges the talks", "coordinator", placeholder: "full name"),
                    FormParts.name(
                        of: .person, "Who stands in for the manager", "interim", placeholder: "full name"),
                    FormParts.name(of: .person, "Who vouches for you", "referee", placeholder: "full name"),
                    FormParts.name(
                        of: .person, "Which friend hands in your name there", "insider",
                        placeholder: "full name"),
                ], button: more == nil ? "Add it" : "Record it"
            ), isDialog: true)
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
