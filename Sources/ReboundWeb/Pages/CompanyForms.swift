internal import Foundations
internal import NetworkEditing
internal import PageServer
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The forms about companies, and about what the seeker wants.
struct CompanyForms {
    let context: PageContext

    private var named: (title: String, field: HTML) {
        get throws(WorkspaceError) {
            guard context.request["company"] != nil else {
                return (
                    "", FormParts.name(of: .company, "Which company?", "company", isRequired: true)
                )
            }
            let company = try context.askedCompany()
            return (" at \(company.name)", FormParts.hidden("company", company.id.text))
        }
    }

    func opening() throws(WorkspaceError) -> PageContent {
        let company = try named
        return PageContent(
            title: "An opening\(company.title)",
            main: FormParts.sheet(
                "opening",
                [
                    company.field,
                    FormParts.text("Which role?", "title", placeholder: "Analytics lead", isRequired: true),
                    FormParts.text("Department", "department"),
                    FormParts.text("The last day to apply", "closes", placeholder: "friday, 13 May"),
                    FormParts.day("Seen when", "on"),
                    FormParts.text("Note", "note"),
                ], button: "Record the opening"), isDialog: true)
    }

    func signal() throws(WorkspaceError) -> PageContent {
        let company = try named
        let kinds: [(value: String, words: String)] = Signal.Kind.allCases.filter { $0 != .openingPosted }
            .map { ($0.rawValue, Wording.news($0).capitalizedFirst) }
        return PageContent(
            title: "News\(company.title)",
            main: FormParts.sheet(
                "signal",
                [
                    company.field, FormParts.choice("What happened?", "kind", "", kinds),
                    FormParts.name(of: .person, "Whose team, if it is about a manager’s", "person"),
                    FormParts.text("Department", "department"), FormParts.day("When", "on"),
                    FormParts.text("Note", "note"),
                ], button: "Record the news"), isDialog: true)
    }

    func add() -> PageContent {
        PageContent(
            title: "Add a company",
            main: FormParts.sheet(
                "add-company",
                [
                    FormParts.text("Name", "name", context.request["name"] ?? "", isRequired: true),
                    FormParts.choice("How much you want it", "priority", "", Self.priorities),
                    FormParts.text("Another name of it", "alias"),
                    referrals(nil), setting(nil),
                ], button: "Add it"), isDialog: true)
    }

    /// What can be said and changed about one that is there.
    func more() throws(WorkspaceError) -> PageContent {
        let company = try context.askedCompany()
        let which = FormParts.hidden("company", company.id.text)
        let person = FormParts.hidden("person", company.id.text)
        let avoided = Interaction.Channel.allCases.filter { $0 != .interview }.map { channel in
            FormParts.box(
                Wording.channel(channel).capitalizedFirst, "channel-not", channel.rawValue,
                isOn: company.avoids.contains(channel))
        }
        let contact =
            company.doNotContact
            ? FormParts.sheet(
                "do-not-contact", [person, FormParts.hidden("lift", "yes")], button: "Allow contact again")
            : FormParts.sheet(
                "do-not-contact", [person, "<p>Everyone there stays out of every list for good.</p>"],
                button: "Do not contact anyone there")
        return PageContent(
            title: company.name,
            main: """
                \(FormParts.sheet(
                    "describe-company",
                    [
                        which, FormParts.text("Another name of it", "alias", placeholder: "an earlier name"),
                        referrals(company.hasReferralProgramme), setting(company.setting),
                        "<fieldset><legend>They do not want</legend>\(avoided)</fieldset>",
                        // What is ticked is all of it.
                        FormParts.hidden("any-channel", "yes"),
                    ], button: "Record it"))
                \(FormParts.more(
                    [
                        FormParts.sheet(
                            "rename-company",
                            [which, FormParts.text("What it is called now", "name", company.name, isRequired: true)],
                            button: "Rename")
                    ], "Rename it"))
                \(FormParts.more(
                    [
                        FormParts.sheet(
                            "closed",
                            [
                                which,
                                FormParts.text(
                                    "The first day", "day", placeholder: "24 dec, 29 oct to 2 nov",
                                    isRequired: true),
                                FormParts.text("The last day", "to"), FormParts.text("Note", "note"),
                            ], button: "Record the days")
                    ], "The office is closed"))
                \(FormParts.more([contact], "No contact"))
                """, isDialog: true)
    }

    /// What the seeker looks for, and what sources propose.
    func want() -> PageContent {
        let goal = context.shown.opened.analysis.searchGoal
        let proposals = goal.proposals.map { proposal -> HTML in
            let name = FormParts.hidden("name", proposal.name)
            return """
                <li>\(proposal.name) <span class="muted">\([proposal.kind.rawValue, proposal.source].compactMap(\.self).joined(separator: " · "))</span>
                <span class="choices"><form data-act="want-proposed">\(name)<button>Wanted<span class="hidden">: \(proposal.name)</span></button></form>
                <form data-act="not-wanted">\(name)<button>Not wanted<span class="hidden">: \(proposal.name)</span></button></form></span></li>
                """
        }
        let declined = (goal.roles + goal.departments + goal.places).map { name -> HTML in
            "<form data-act=\"not-wanted\">\(FormParts.hidden("name", name))<button>Not wanted<span class=\"hidden\">: \(name)</span></button></form>"
        }
        let wanted = zip(goal.roles + goal.departments + goal.places, declined).map { name, form in
            "<li>\(name) <span class=\"choices\">\(form)</span></li>" as HTML
        }
        return PageContent(
            title: "What you want",
            main: """
                \(wanted.isEmpty ? .empty : "<ul class=\"facts\">\(wanted)</ul>")
                \(FormParts.sheet(
                    "want",
                    [
                        FormParts.name(of: .company, "A company", "company"),
                        FormParts.choice("How much", "priority", "", Self.priorities),
                        FormParts.text("A role", "role", placeholder: "Brand manager"),
                        FormParts.text("A department", "department", placeholder: "Marketing"),
                        FormParts.text("A place", "place", placeholder: "Chicago, remote"),
                    ], button: "Record it"))
                \(proposals.isEmpty
                    ? .empty
                    : "<h2>Proposed by your imports (\(proposals.count))</h2><ul class=\"facts\">\(proposals)</ul>")
                """, isDialog: true)
    }

    private static let priorities: [(value: String, words: String)] = [
        ("", ""), ("A", "A: first choice"), ("B", "B: good choice"), ("C", "C: fallback"),
    ]

    private func referrals(_ known: Bool?) -> HTML {
        FormParts.choice(
            "Does it pay employees for referrals?", "referral-programme",
            known.map { $0 ? "yes" : "no" } ?? "", [("", ""), ("yes", "yes"), ("no", "no")])
    }

    private func setting(_ known: Company.Setting?) -> HTML {
        FormParts.choice(
            "What kind of place it is, for the hours of calls", "setting", known?.rawValue ?? "",
            [("", "an office")] + Company.Setting.allCases.map { ($0.rawValue, "a \($0.rawValue)") })
    }
}
