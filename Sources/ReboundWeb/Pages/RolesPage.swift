internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The roles as a board: a column a stage, below it what ended or rests.
struct RolesPage {
    private let context: PageContext
    private let board: OpportunityBoard
    private let network: ReferralNetwork

    init(_ context: PageContext) {
        self.context = context
        board = context.shown.opened.analysis.opportunityBoard
        network = context.shown.opened.analysis.network
    }

    var content: PageContent {
        PageContent(
            title: "Roles",
            main: """
                \(context.isEditable ? "<p><a class=\"button first\" data-dialog href=\"/add-role\">Add a role</a></p>" : .empty)
                \(network.opportunities.isEmpty ? "<p>No role is recorded yet.</p>" : .empty)
                <div class="board">\(open.map(column))</div>
                <div class="ends">\(ended.map(folded))</div>
                """)
    }

    private func isEnd(_ column: OpportunityBoard.Column) -> Bool {
        column.stage.map(OpportunityBoard.ends.contains) == true
    }

    private var open: [OpportunityBoard.Column] { board.columns.filter { !isEnd($0) } }
    private var ended: [OpportunityBoard.Column] {
        board.columns.filter { isEnd($0) && !(context.shown.opened.isQuiet && $0.stage == .rejected) }
    }

    private func column(_ column: OpportunityBoard.Column) -> HTML {
        let name = column.stage?.rawValue ?? ""
        return """
            <section class="column\(column.roles.isEmpty ? " empty" : "")" data-stage="\(name)" aria-labelledby="stage-\(name)">
            <h2 id="stage-\(name)">\(column.heading) <span class="count">\(column.roles.count)</span></h2>
            \(cards(of: column))</section>
            """
    }

    private func folded(_ column: OpportunityBoard.Column) -> HTML {
        let name = column.stage?.rawValue ?? ""
        let heading: HTML = "<h2>\(column.heading) <span class=\"count\">\(column.roles.count)</span></h2>"
        guard !column.roles.isEmpty else {
            return "<div class=\"column none\" data-stage=\"\(name)\">\(heading)</div>"
        }
        return """
            <details class="column" id="stage-\(name)" data-stage="\(name)"><summary>\(heading)</summary>
            \(cards(of: column))</details>
            """
    }

    /// An empty list would be one for screen readers, too.
    private func cards(of column: OpportunityBoard.Column) -> HTML {
        guard !column.roles.isEmpty else { return .empty }
        let (shown, rest) = context.firstRows(of: column.roles.count, in: column.stage?.rawValue ?? "none")
        return "<ol>\(column.roles.prefix(shown).map(card))</ol>\(rest)"
    }

    private func card(_ role: OpportunityProfile) -> HTML {
        let text = OpportunityText(role, in: network, today: context.today)
        let names = role.people.map(\.name)
        let when = [text.age, text.end].compactMap(\.self)
        return """
            <li class="row role" tabindex="-1" id="role-\(role.opportunity.text)" data-role="\(role.opportunity.text)" data-stage="\(role.stage?.rawValue ?? "")"\(context.isEditable ? " draggable=\"true\"" as HTML : .empty)>
            <div class="who"><a href="\(PageAddress.role(role.opportunity))" data-dialog draggable="false">\(role.title)</a><span>\(role.companyName)</span></div>
            \(when.isEmpty ? .empty : "<p class=\"muted\">\(when.joined(separator: " · "))</p>")
            \(names.isEmpty ? .empty : "<p>\(names.prefix(3).joined(separator: ", "))\(names.count > 3 ? " and \(names.count - 3) more" : "")</p>")
            \(text.appointments.prefix(1).map { "<p>\($0)</p>" as HTML })
            \(text.dueLines.prefix(1).map { "<p class=\"due-line\">\($0)</p>" as HTML })
            \(context.isEditable ? move(role) : .empty)
            </li>
            """
    }

    private func move(_ role: OpportunityProfile) -> HTML {
        let stages = (OpportunityBoard.path + OpportunityBoard.ends).filter { $0 != role.stage }
        return """
            <select data-move aria-label="Move \(role.title) to"><option value="">Move to …</option>
            \(stages.map { "<option value=\"\($0.rawValue)\">\($0.word)</option>" as HTML })
            </select>
            """
    }
}
