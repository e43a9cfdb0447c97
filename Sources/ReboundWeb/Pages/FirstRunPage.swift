internal import PageServer
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// What a newcomer sees in place of an empty list: three steps, each of which can be left out.
struct FirstRunPage {
    private let context: PageContext

    private enum Step: String, CaseIterable {
        case you, network, goal

        var heading: String {
            switch self {
            case .you: "Who are you?"
            case .network: "Bring in what you have"
            case .goal: "What are you looking for?"
            }
        }
    }

    private let step: Step

    /// Begins with what is not said yet; `nil` for a network that is more than its owner, and once the last step is over.
    init?(_ context: PageContext) {
        let network = context.network
        guard context.isEditable, network.people.count <= 1, network.opportunities.isEmpty else { return nil }
        let isNamed = network.people.contains { $0.name != OwnNetwork.founder.name }
        let asked = context.request["step"]
        if asked == "over" { return nil }
        self.context = context
        step = asked.flatMap(Step.init) ?? (isNamed ? .network : .you)
    }

    var content: PageContent {
        let number = Step.allCases.firstIndex(of: step)! + 1
        return PageContent(
            title: step.heading, subtitle: "Welcome to Rebound · step \(number) of \(Step.allCases.count)",
            main: """
                \(main)
                <p class="steps"><a href="\(after)">\(step == .goal ? "Skip, and go to today" : "Skip this step")</a></p>
                """)
    }

    private var after: String {
        let next = Step.allCases.drop { $0 != step }.dropFirst().first
        return PageAddress.address("", ["step": next?.rawValue ?? "over"])
    }

    private var main: HTML {
        switch step {
        case .you:
            """
            <p>Rebound tells you who to call next. All that you record stays on this computer.</p>
            <form class="sheet" data-act="introduce" data-then="\(after)">
            <label>Your name<input name="rename" autocomplete="name" autofocus required></label>
            <label>Your e-mail addresses, separated by commas<input name="email" autocomplete="email" placeholder="to tell your own mail from others’"></label>
            <details id="more-about-you"><summary>More</summary>
            <label>Where you live<input name="place" placeholder="Chicago"></label>
            <label>Your time zone<input name="time-zone" placeholder="Europe/Berlin"></label></details>
            <div class="choices"><button class="first">Go on</button></div></form>
            """
        case .network:
            """
            <p>LinkedIn’s data archive is the best start; address books, mail, calendars and tables do, too. You see what would
            change before anything is recorded.</p>
            \(DropArea().html)
            <p>Or begin by hand: <a data-dialog href="/add-person">add a person</a>, <a data-dialog href="/add-role">add a role you applied for</a>.</p>
            <details id="how-linkedin"><summary>How do I get LinkedIn’s archive?</summary>
            <p>On LinkedIn: Settings, Data privacy, Get a copy of your data. Ask for the larger archive. LinkedIn writes when it is
            ready, mostly within a day; drop the zip here as it is.</p></details>
            """
        case .goal:
            """
            <p>This decides who comes first. You can say more at any time.</p>
            <form class="sheet" data-act="want" data-then="/?step=over">
            <label>Which company would you most like to work at?<input name="company" placeholder="Harbor Savings" autofocus></label>
            <label>Another one<input name="company" placeholder="Northgate"></label>
            <label>And another one<input name="company"></label>
            <label>In which role?<input name="role" placeholder="Brand manager"></label>
            <label>In which department is that?<input name="department" placeholder="Marketing"></label>
            <label>In which places?<input name="place" placeholder="Chicago"></label>
            <div class="choices"><button class="first">Go on</button></div></form>
            """
        }
    }
}
