internal import NetworkEditing
internal import PageServer
internal import Playbook
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The forms about the steps of the playbook: done, left out, put off, how often.
struct StepForms {
    let context: PageContext

    private var analysis: NetworkAnalysis { context.shown.opened.analysis }

    private func words(_ step: DueStep) -> String {
        "\(step.action.what) · \(step.due.words(relativeTo: context.today))"
    }

    /// A step as it was done, with a day, another means, a note.
    func done() throws(WorkspaceError) -> PageContent {
        let person = try context.askedPerson()
        let steps = try context.shown.dueNext(with: person.id).today(with: person.id).filter(\.isContact)
        let log = FormParts.dialog(
            "Log something else", PageAddress.address("log", ["person": person.id.text]))
        guard let first = steps.first else {
            return PageContent(
                title: "Done with \(person.name)", main: "<p>Nothing is due now.</p><p>\(log)</p>",
                isDialog: true)
        }
        let chosen = context.request["what"] ?? first.rule.rawValue
        return PageContent(
            title: "Done with \(person.name)",
            main: """
                \(FormParts.sheet(
                    "done",
                    [
                        FormParts.hidden("person", person.id.text),
                        steps.count == 1
                            ? "<p>\(words(first))</p>\(FormParts.hidden("what", first.rule.rawValue))"
                            : FormParts.answers(
                                "Which step?", "what", chosen, steps.map { ($0.rule.rawValue, words($0)) }),
                        FormParts.lines("What to remember", "note"),
                        FormParts.day("When", "on"),
                        FormParts.channel("How", usual: "as advised"),
                        FormParts.box("The call reached only the voicemail", "voicemail"),
                    ], button: "Done"))
                <p>\(log)</p>
                """, isDialog: true)
    }

    /// The steps that can be left out this time, due or still to come.
    func skip() throws(WorkspaceError) -> PageContent {
        let person = try context.askedPerson()
        let next = try context.shown.dueNext(with: person.id)
        let (today, all) = (next.today(with: person.id), next.steps)
        let steps = (today + all).keyed(by: \.rule, \.self)
        let rules = (today + all).map(\.rule).uniqued()
        return PageContent(
            title: "Skip a step with \(person.name)",
            main: rules.isEmpty
                ? "<p>No step is planned.</p>"
                : """
                <p>A reminder comes again after its interval; anything else only if something new happens.</p>
                <form class="sheet" data-act="skip">
                \(FormParts.hidden("person", person.id.text))
                \(FormParts.buttons("what", rules.compactMap { steps[$0] }.map { ($0.rule.rawValue, words($0)) }))
                </form>
                """, isDialog: true)
    }

    /// What can be put off: a person, everyone at a company, all about a role.
    private func putOff() throws(WorkspaceError) -> (
        id: String, name: String, until: CalendarDay?, why: String?
    ) {
        if let text = context.request["opportunity"] {
            guard let role = context.network.opportunities.first(where: { $0.id.text == text }) else {
                throw .edit(.noMatch(.opportunity, text: text, suggestion: nil))
            }
            return (role.id.text, "“\(role.title)”", role.notBefore, role.notBeforeReason)
        }
        if context.request["company"] != nil {
            let company = try context.askedCompany()
            return (
                company.id.text, "everyone at \(company.name)", company.notBefore, company.notBeforeReason
            )
        }
        let person = try context.askedPerson()
        return (person.id.text, person.name, person.notBefore, person.notBeforeReason)
    }

    func snooze() throws(WorkspaceError) -> PageContent {
        let subject = try putOff()
        let who = FormParts.hidden("person", subject.id)
        let waiting: HTML = subject.until.html { day in
            let why = subject.why.map { ": \($0)" } ?? ""
            return """
                <form class="sheet" data-act="snooze">\(who)\(FormParts.hidden("off", "yes"))
                <p>Put off until \(day.words(relativeTo: context.today))\(why)</p>
                <p><button>End the wait</button></p></form>
                """
        }
        return PageContent(
            title: "Put off \(subject.name)", subtitle: "Nothing is due before that day.",
            main: """
                \(waiting)
                <form class="sheet" data-act="snooze">\(who)
                \(FormParts.buttons("for", ["2 days", "a week", "2 weeks", "a month"].map { ($0, $0.capitalizedFirst) }))
                </form>
                \(FormParts.sheet(
                    "snooze",
                    [
                        who,
                        FormParts.text(
                            "Until", "until", placeholder: "monday, 3 May, in 10 days", isRequired: true),
                        FormParts.text("Why", "why", placeholder: "they move to a new office"),
                    ], button: "Put off"))
                """, isDialog: true)
    }

    func every() throws(WorkspaceError) -> PageContent {
        let person = try context.askedPerson()
        let who = FormParts.hidden("person", person.id.text)
        let now: HTML = person.reminderDays.html { days in
            """
            <form class="sheet" data-act="every">\(who)
            <p>You are reminded \(TimeInWords.frequency(everyDays: days)).</p>
            <p><button>As the playbook says</button></p></form>
            """
        }
        let choices: [(value: String, words: String)] = [
            ("3 weeks", "Every 3 weeks"), ("monthly", "Monthly"), ("2 months", "Every 2 months"),
            ("6 months", "Twice a year"), ("yearly", "Yearly"),
        ]
        return PageContent(
            title: "How often to be in touch with \(person.name)",
            main: """
                \(now)
                <form class="sheet" data-act="every">\(who)\(FormParts.buttons("interval", choices))</form>
                \(FormParts.sheet(
                    "every",
                    [
                        who,
                        FormParts.text(
                            "Another interval", "interval", placeholder: "6 weeks, 10 days", isRequired: true),
                    ], button: "Remind me"))
                """, isDialog: true)
    }
}
