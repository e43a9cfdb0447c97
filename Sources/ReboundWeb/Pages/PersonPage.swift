internal import PageServer
internal import Playbook
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// One person's card: how things stand, what can be done, everything on record, and forms that add to it.
struct PersonPage {
    /// How much of the timeline the card has, and a page of it.
    private static let pageSize = 25

    private let context: PageContext
    private let profile: PersonProfile
    private let text: PersonProfileText
    /// The steps that are due.
    private let due: [DueStep]

    /// The card of the person with the `id` in the query.
    /// - Throws: ``WorkspaceError/request(_:)`` where there is no such person.
    init(_ context: PageContext) throws(WorkspaceError) {
        let id = PersonID(context.request["id"] ?? "")
        guard let profile = context.shown.opened.analysis.profile(of: id) else {
            throw .request("No one here has the id “\(id)”; they may have been merged, removed or forgotten.")
        }
        self.context = context
        self.profile = profile
        due = id == context.network.seeker ? [] : try context.shown.dueNext(with: id).today(with: id)
        text = PersonProfileText(profile, in: context.shown.opened.analysis.network, today: context.today)
    }

    private var id: PersonID { profile.explanation.person }
    private var name: String { profile.explanation.name }
    private var isSeeker: Bool { id == context.network.seeker }
    private var style: TextStyle { TextStyle().avoidingCalls(context.shown.opened.avoidsCalls) }

    // MARK: The card

    var content: PageContent {
        PageContent(
            title: "\(profile.isStar ? "★ " : "")\(name)",
            subtitle: role,
            main: """
                \(profile.doNotContact ? "<p class=\"line red\">Do not contact.</p>" : .empty)
                \(context.isEditable && !isSeeker ? acts : .empty)
                \(places)
                <section>\(text.standing(in: style).html(level: 2, linking: PageAddress.person))\(dueSteps)</section>
                \(PersonFacts(profile, text, in: context).html)
                \(introductions)
                \(timeline)
                \(background)
                """, isDialog: true)
    }

    private var role: String? {
        let role = [profile.explanation.title, profile.explanation.company].compactMap(\.self)
        return role.isEmpty ? nil : role.joined(separator: " · ")
    }

    private var acts: HTML {
        """
        <div class="head-acts" data-stays>
        \(RowActions(person: id, name: name, rule: nil).html)
        <a class="button" data-dialog href="\(PageAddress.address("log", ["person": id.text]))">Log something</a>
        <form data-act="star">\(FormParts.hidden("person", id.text))\(profile.isStar ? FormParts.hidden("remove", "yes") : .empty)<button>\(profile.isStar ? "No longer a star" : "★ Star")</button></form>
        <a class="button" data-dialog href="\(PageAddress.address("why", ["id": id.text]))">Why?</a>
        </div>
        """
    }

    /// Where the person works, and the roles they take part in.
    private var places: HTML {
        var links: [HTML] = profile.employments.filter(\.isCurrent).map { job in
            "<a href=\"\(PageAddress.company(job.company))\">\(job.name)</a>"
        }
        links += profile.opportunities.map { role in
            "<a href=\"\(PageAddress.role(role.opportunity))\">\(role.title)</a>"
        }
        return links.isEmpty ? .empty : "<p class=\"first-acts\">\(links)</p>"
    }

    private var dueSteps: HTML {
        guard !due.isEmpty else { return .empty }
        return "<ul class=\"due-steps\" data-stays aria-label=\"Due\">\(due.map(row))</ul>"
    }

    private func row(_ step: DueStep) -> HTML {
        func form(_ act: String, _ words: String, first: Bool = false) -> HTML {
            """
            <form data-act="\(act)">\(FormParts.hidden("person", id.text))\(FormParts.hidden("what", step.rule.rawValue))<button\(first ? " class=\"first\"" as HTML : .empty)>\(words)<span class="hidden">: \(step.action.what)</span></button></form>
            """
        }
        let buttons: HTML =
            "\(step.isContact ? form("done", "Done", first: true) : .empty)\(form("skip", "Skip this time"))"
        return "<li><span>\(text.words(step))</span>\(context.isEditable ? buttons : .empty)</li>"
    }

    private var background: HTML {
        let html = text.background(in: style).html(level: 2, linking: PageAddress.person)
        return html == .empty ? .empty : "<section>\(html)</section>"
    }

    // MARK: Introductions

    /// The paths to someone the seeker is not in touch with; a link to them for everyone else.
    private var introductions: HTML {
        guard !isSeeker else { return .empty }
        if context.shown.opened.analysis.isContact(id) {
            return
                "<p><a data-dialog href=\"\(PageAddress.address("introductions", ["id": id.text]))\">Who can introduce you</a></p>"
        }
        return
            "<section aria-labelledby=\"paths\"><h2 id=\"paths\">Who can introduce you</h2>\(paths)</section>"
    }

    private var paths: HTML {
        guard let report = context.shown.opened.analysis.introductionPaths(to: id, count: 3) else {
            return .empty
        }
        return IntroductionPathsText(report, title: context.shown.opened.title, today: context.today)
            .written(in: style).html(linking: PageAddress.person)
    }

    /// The page of the paths alone.
    var introductionsContent: PageContent {
        PageContent(title: "Introductions to \(name)", main: "\(back)\(paths)", isDialog: true)
    }

    // MARK: Timeline

    private var timeline: HTML {
        let events = PersonTimelineText(
            profile, in: context.shown.opened.analysis.network, today: context.today)
        guard events.count > 0 else { return .empty }
        return """
            <section aria-labelledby="timeline"><h2 id="timeline">Timeline <span class="count">\(events.count)</span></h2>
            \(events.written(0..<min(Self.pageSize, events.count)).html)
            \(events.count > Self.pageSize ? "<a class=\"button\" data-dialog href=\"\(PageAddress.address("timeline", ["id": id.text]))\">All of it</a>" : .empty)
            </section>
            """
    }

    /// A page of the timeline.
    var timelineContent: PageContent {
        let events = PersonTimelineText(
            profile, in: context.shown.opened.analysis.network, today: context.today)
        let pager = Pager(context.request, size: Self.pageSize)
        return PageContent(
            title: "Timeline of \(name)",
            main: """
                \(back)
                \(events.written(pager.range(of: events.count)).html)
                \(pager.links(of: events.count, "of the timeline", isDialog: true))
                """, isDialog: true)
    }

    private var back: HTML {
        "<p><a data-dialog href=\"\(PageAddress.person(id))\">Back to the card</a></p>"
    }

    // MARK: Why

    /// The rank with every number behind it, and what would change it.
    var whyContent: PageContent {
        let analysis = context.shown.opened.analysis
        var explanation = profile.explanation
        explanation.rankChanges = analysis.rankChanges(of: id)
        let text = ExplanationText(explanation, in: analysis.network, today: context.today)
        return PageContent(
            title: "Why \(name)", subtitle: role,
            main: "\(back)\(text.written(in: style).html(level: 2, linking: PageAddress.person))",
            isDialog: true)
    }
}
