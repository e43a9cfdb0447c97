internal import PageServer
internal import Playbook
internal import RankingModel
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The week's plan, each contact with what can be done about it.
struct PlanPage {
    let context: PageContext

    func content() -> PageContent {
        PageContent(
            title: "Plan", subtitle: "The contacts of a week that together open the most new ground.",
            main: "\(form)\n<div id=\"results\">\(results)</div>")
    }

    private func words(_ name: String) -> String {
        context.request[name].map { String($0.prefix(20)) } ?? ""
    }

    private var form: HTML {
        """
        <form class="filters" data-live="/plan" action="/plan">
        <label>How many contacts<input name="calls" inputmode="numeric" placeholder="5" value="\(words("calls"))" autocomplete="off"></label>
        <label>or how many minutes<input name="minutes" inputmode="numeric" value="\(words("minutes"))" autocomplete="off"></label>
        <label class="check"><input type="checkbox" name="explore" value="yes"\(context.request["explore"] == nil ? "" : " checked")> <span>Meet as many new people as possible</span></label>
        </form>
        """
    }

    private var results: HTML {
        do throws(WorkspaceError) {
            let plan = try plan()
            let network = context.shown.opened.analysis.network
            let text = OutreachPlanText(
                plan, in: network, title: context.shown.opened.title, today: context.today)
            let query = ["calls", "minutes", "explore"].compactMap { name in
                context.request[name].map { "\(name)=\(percentEncoded($0))" }
            }.joined(separator: "&")
            return """
                <p>\(text.summary)</p>
                \(plan.days.filter { !$0.calls.isEmpty }.map { day($0, text) })
                \(text.notes(avoidsCalls: context.shown.opened.avoidsCalls).map { "<p class=\"muted\">\($0.label): \($0.words)</p>" as HTML })
                \(plan.calls.isEmpty ? .empty : "<p class=\"links\"><a href=\"/plan.ics\(query.isEmpty ? "" : "?\(query)")\" download=\"plan.ics\">Save as a calendar</a> <a href=\"/stalled\">Stalled threads</a></p>")
                """
        } catch {
            return "<p class=\"problem\">\(error.explanation.capitalizedFirst)</p>"
        }
    }

    private func day(_ day: OutreachDay, _ text: OutreachPlanText) -> HTML {
        """
        <section aria-labelledby="day-\(day.day.description)"><h2 id="day-\(day.day.description)">\(OutreachPlanText.heading(of: day))</h2>
        <ol class="rows">\(day.calls.map { row($0, text) })</ol></section>
        """
    }

    private func row(_ call: PlannedOutreach, _ text: OutreachPlanText) -> HTML {
        let role = [call.title, call.company].compactMap(\.self).joined(separator: " · ")
        return """
            <li class="row" tabindex="-1" data-person="\(call.person.text)" data-name="\(call.name)">
            <div class="who"><a href="\(PageAddress.person(call.person))" data-dialog>\(call.name)</a><span>\(role)</span></div>
            <div class="what"><b>\(OutreachPlanText.clock(of: call).html { "\($0) " })\(OutreachPlanText.action(of: call))</b>
            <p>\(call.action.say)</p><p class="muted">\(text.why(call))</p></div>
            \(context.isEditable
                ? RowActions(person: call.person, name: call.name, rule: call.rule?.rawValue).html : .empty)
            </li>
            """
    }

    /// The plan that the form asks for, as the command makes it.
    private func plan() throws(WorkspaceError) -> OutreachPlan {
        let calls = try count("calls", "contacts")
        let minutes = try count("minutes", "minutes")
        if calls != nil, minutes != nil {
            throw .request("Contacts and minutes are two budgets; give one.")
        }
        do {
            return try context.shown.opened.analysis.outreachPlan(
                minutes.map(OutreachBudget.minutes) ?? .calls(calls ?? 5),
                objective: context.request["explore"] == nil ? .value : .exploration)
        } catch { throw .analysis(error) }
    }

    private func count(_ name: String, _ what: String) throws(WorkspaceError) -> Int? {
        guard let text = context.request[name], !text.allSatisfy(\.isWhitespace) else { return nil }
        guard let count = Int(text), (1...10_000).contains(count) else {
            throw .request("“\(text)” is not a number of \(what) from 1 to 10000.")
        }
        return count
    }

    /// The plan as a calendar to be saved.
    func file() throws(WorkspaceError) -> PageContent {
        PageContent(
            saving: try PlanCalendarFile(plan(), of: context.shown.opened).bytes(), as: "plan.ics",
            type: "text/calendar; charset=utf-8")
    }
}
