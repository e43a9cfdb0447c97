internal import PageServer
internal import Playbook
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The day's queue, each row with what can be done about it.
struct TodayPage {
    private let context: PageContext
    private let report: Today
    private let text: TodayText

    init(_ context: PageContext) {
        self.context = context
        report = context.shown.opened.analysis.today(next: 10)
        text = TodayText(report, in: context.shown.opened.analysis.network, title: context.shown.opened.title)
    }

    var content: PageContent {
        PageContent(
            title: "Today", subtitle: report.day.longWords,
            main: """
                \(appointments)
                \(TodayText.parts.map { part($0.part, $0.heading) })
                \(part(.next, context.shown.opened.avoidsCalls ? "Worth a message" : "Worth a call"))
                \(applications)
                \(report.entries.isEmpty ? "<p>Nothing is due, and there is no one to contact today.</p>" : .empty)
                \(notes)
                """)
    }

    private var appointments: HTML {
        guard !report.appointments.isEmpty else { return .empty }
        return """
            <section aria-labelledby="coming"><h2 id="coming">Coming up</h2>
            <ul class="plain">\(report.appointments.map { "<li>\(text.words($0))</li>" as HTML })</ul></section>
            """
    }

    private func part(_ part: TodayEntry.Part, _ heading: String) -> HTML {
        let count = report.entries(of: part).count
        guard count > 0 else { return .empty }
        let (shown, rest) = context.firstRows(of: count, in: part.rawValue)
        let rows = text.rows(of: part, first: shown)
        return """
            <section aria-labelledby="part-\(part.rawValue)"><h2 id="part-\(part.rawValue)">\(heading) <span class="count">\(count)</span></h2>
            <ol class="rows">\(rows.map { row($0.entry, $0.advice, $0.waiting) })</ol>\(rest)</section>
            """
    }

    private var applications: HTML {
        let waiting = report.applications
        guard !waiting.isEmpty else { return .empty }
        let words = ApplicationText(in: context.shown.opened.analysis.network)
        let (count, rest) = context.firstRows(of: waiting.count, in: "applications", most: 5)
        let shown = waiting.prefix(count)
        return """
            <section aria-labelledby="part-applications"><h2 id="part-applications">\(ApplicationText.heading) <span class="count">\(waiting.count)</span></h2>
            <ol class="rows">\(shown.map { row($0, words) })</ol>\(rest)\(words.notes(on: shown).map { "<p class=\"muted\">\($0.capitalizedFirst).</p>" as HTML })</section>
            """
    }

    private func row(_ application: WaitingApplication, _ words: ApplicationText) -> HTML {
        """
        <li class="row" tabindex="-1" data-role="\(application.opportunity.text)">
        <div class="who"><a href="\(PageAddress.role(application.opportunity))" data-dialog>\(application.title)</a><span>\(application.companyName)</span></div>
        <div class="what">\(words.advice(on: application).html { "<b>\($0.capitalizedFirst)</b>" })
        <p class="muted">\(words.odds(of: application).capitalizedFirst)</p></div>
        </li>
        """
    }

    private func row(_ entry: TodayEntry, _ advice: AdviceRow, _ waiting: String?) -> HTML {
        let role = [entry.title, entry.company].compactMap(\.self).joined(separator: " · ")
        return """
            <li class="row" tabindex="-1" data-person="\(entry.person.text)" data-name="\(entry.name)">
            <div class="who"><a href="\(PageAddress.person(entry.person))" data-dialog>\(entry.name)</a><span>\(role)</span></div>
            \(waiting.map { "<div class=\"what\"><p>\($0)</p></div>" as HTML } ?? words(advice))
            \(context.isEditable ? actions(entry) : .empty)
            </li>
            """
    }

    private func words(_ advice: AdviceRow) -> HTML {
        """
        <div class="what"><b>\(advice.words)</b>\(advice.when.html { "<small>\($0.full)</small>" })
        <p>\(advice.action.say)</p>
        \(advice.then.map { "<p><span class=\"label\">then</span> \($0.words)\($0.when.html { " · \($0)" })</p>" as HTML })
        \(advice.also.map { "<p><span class=\"label\">also</span> \($0)</p>" as HTML })
        <p class="muted">\(advice.why.full.joined(separator: "; "))</p></div>
        """
    }

    private func actions(_ entry: TodayEntry) -> HTML {
        RowActions(
            person: entry.person, name: entry.name,
            rule: entry.part == .next ? nil : entry.rules.first?.rawValue
        )
        .html
    }

    private var notes: HTML {
        let notes = text.notes
        guard !notes.isEmpty else { return .empty }
        return """
            <section aria-labelledby="notes"><h2 id="notes">To write down</h2>
            <ul class="plain">\(notes.map { "<li>\($0)</li>" as HTML })</ul></section>
            """
    }
}

/// What can be done about a person in a row: one button each, and forms that open in a dialog.
struct RowActions {
    let person: PersonID
    let name: String
    /// The rule of the step that is due; `nil` where none is.
    let rule: String?

    var html: HTML {
        """
        <div class="acts">
        \(rule.html { rule in
        "<form data-act=\"done\"><input type=\"hidden\" name=\"person\" value=\"\(person.text)\"><input type=\"hidden\" name=\"what\" value=\"\(rule)\"><button class=\"first\" data-row-key=\"d\">Done<span class=\"hidden\"> with \(name)</span></button></form>"
        })
        \(dialog("draft", "Draft", key: "m"))
        \(dialog("snooze", "Later", key: "s"))
        <details class="more-acts"><summary>More<span class="hidden"> about \(name)</span></summary><div>
        \(dialog("done", "Done, and how it went", key: "e"))
        \(dialog("replied", "They replied", key: "r"))
        \(dialog("log", "Log a talk or a message", key: "l"))
        \(dialog("named", "Got a name", key: "n"))
        \(rule.html { rule in
        "<form data-act=\"skip\"><input type=\"hidden\" name=\"person\" value=\"\(person.text)\"><input type=\"hidden\" name=\"what\" value=\"\(rule)\"><button>Skip this time<span class=\"hidden\"> with \(name)</span></button></form>"
        })
        \(rule == nil ? dialog("skip", "Skip a step", key: "z") : .empty)
        \(dialog("promise", "A promise", key: "p"))
        \(dialog("every", "How often", key: "i"))
        \(dialog("close", "No longer", key: "x"))
        </div></details>
        </div>
        """
    }

    private func dialog(_ page: String, _ words: String, key: String) -> HTML {
        "<a class=\"button\" data-dialog data-row-key=\"\(key)\" href=\"\(PageAddress.address(page, ["person": person.text]))\">\(words)<span class=\"hidden\">: \(name)</span></a>"
    }
}
