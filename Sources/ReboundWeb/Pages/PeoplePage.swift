internal import Foundations
internal import PageServer
internal import Playbook
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// Everyone, found by words as they are typed and narrowed by how things stand, a hundred at a time.
struct PeoplePage {
    private static let mostTags = 12

    private let context: PageContext
    private let query: PeopleDirectory.Query
    private let tags: [String]
    private let pager: Pager

    init(_ context: PageContext) {
        self.context = context
        let request = context.request
        tags = request.values(of: "tag")
        query = PeopleDirectory.Query(
            words: request["find"] ?? "", company: request["company"] ?? "",
            tags: TagFilter(wanted: tags.compactMap { Tag($0) }.map { [$0] }),
            part: request["show"].flatMap { .init(rawValue: $0) } ?? .everyone,
            order: request["order"].flatMap { .init(rawValue: $0) } ?? .callList)
        pager = Pager(request, size: 30)
    }

    var content: PageContent {
        PageContent(
            title: "People",
            main: """
                \(filters)
                <p id="said" class="hidden" role="status"></p>
                <div id="results">\(results)</div>
                """)
    }

    private var filters: HTML {
        """
        <form class="filters" data-live="/people" role="search" aria-label="People">
        <label>Search <input type="search" name="find" id="find" value="\(query.words)" placeholder="name, title, note" autocomplete="off"></label>
        <label>Works at <input name="company" id="company" value="\(query.company)" placeholder="any company" autocomplete="off"></label>
        \(FormParts.choice("Who", "show", query.part.rawValue, Self.parts.map { ($0.part == .everyone ? "" : $0.part.rawValue, $0.words) }))
        \(FormParts.choice("Order", "order", query.order.rawValue, Self.orders(context).map { ($0.order == .callList ? "" : $0.order.rawValue, $0.words) }))
        \(chips)
        </form>
        """
    }

    private static let parts: [(part: PeopleDirectory.Part, words: String)] = [
        (.everyone, "Everyone"), (.due, "Something is due"), (.stalled, "Stalled"),
        (.neverContacted, "Never contacted"),
    ]

    private static func orders(
        _ context: PageContext
    ) -> [(order: PeopleDirectory.Order, words: String)] {
        [
            (.callList, context.shown.opened.avoidsCalls ? "Who to write to first" : "Who to call first"),
            (.name, "Name"), (.lastContact, "Last contact"),
        ]
    }

    private var chips: HTML {
        let used = context.network.tagCounts
        let chosen = Set(query.tags.tags)
        let shown = used.enumerated().filter { $0.offset < Self.mostTags || chosen.contains($0.element.tag) }
        guard !shown.isEmpty else { return .empty }
        return """
            <fieldset class="chips"><legend>Tags</legend>\(shown.map { chip($0.element, chosen) })</fieldset>
            """
    }

    private func chip(_ use: (tag: Tag, people: Int), _ chosen: Set<Tag>) -> HTML {
        """
        <label class="chip"><input type="checkbox" name="tag" value="\(use.tag.text)"\(chosen.contains(use.tag) ? " checked" : "")> \(use.tag.text) <span class="count">\(use.people)</span></label>
        """
    }

    private var results: HTML {
        let directory = context.shown.opened.analysis.directory(query) { pager.range(of: $0) }
        let text = PeopleDirectoryText(today: context.today)
        let last = directory.first + directory.rows.count
        let range = directory.rows.count < directory.count ? ", \(directory.first + 1) to \(last) shown" : ""
        return """
            <div class="pages"><span id="found">\(PeopleDirectoryText.count(directory))\(range)</span>\(context.isEditable ? adding : .empty)</div>
            \(context.isEditable && !directory.rows.isEmpty ? Self.everyone : .empty)
            <ol class="rows" aria-label="People">\(directory.rows.map { row($0, text.words($0)) })</ol>
            \(context.isEditable ? Self.bulk : .empty)
            \(pager.links(of: directory.count, "people"))
            """
    }

    private var adding: HTML {
        let words = query.words
        return """
            <a class="button" data-dialog href="\(PageAddress.address("add-person", words.isEmpty ? [:] : ["name": words]))">Add \(words.isEmpty ? "someone" : "“\(words)”")</a>
            <a class="button" href="/duplicates">Duplicates</a>
            <a class="button" href="/triage">Triage</a>
            """
    }

    private static let everyone: HTML =
        "<label class=\"all-of-them js-only\"><input type=\"checkbox\" id=\"every-one\"> Choose everyone on this page</label>"

    /// What can be done to several at once, one entry of the history each.
    private static let bulk: HTML = """
        <div class="bulk" id="chosen" role="group" aria-label="The people chosen" hidden>
        <output aria-live="polite"></output>
        <form data-act="tag"><label>Tag <input name="tag" placeholder="mentor" autocomplete="off"></label><button>Tag them</button></form>
        <form data-act="snooze"><label>Until <input name="until" placeholder="monday, in 2 weeks" autocomplete="off"></label><button>Put off</button></form>
        <form data-act="close-each"><button>No longer</button></form>
        <button type="button" id="choose-no-one">Choose no one</button>
        </div>
        """

    private func row(_ row: PeopleDirectory.Row, _ words: PeopleDirectoryText.RowWords) -> HTML {
        let role = [row.title, row.company].compactMap(\.self).joined(separator: " · ")
        return """
            <li class="row" tabindex="-1" data-person="\(row.person.text)" data-name="\(row.name)">
            <div class="who">\(context.isEditable ? pick(row) : .empty)<a href="\(PageAddress.person(row.person))" data-dialog>\(row.isStar ? "★ " : "")\(row.name)</a><span>\(role)</span></div>
            <div class="what">\(words.step.html { "<b>\($0.what)</b><small>\($0.when)</small>" })
            <p class="muted">\(words.facts.joined(separator: "; "))</p>
            \(row.tags.isEmpty ? .empty : "<div class=\"tags\">\(row.tags.map { "<span>\($0)</span>" as HTML })</div>")</div>
            \(context.isEditable ? RowActions(person: row.person, name: row.name, rule: row.due?.rule.rawValue).html : .empty)
            </li>
            """
    }

    private func pick(_ row: PeopleDirectory.Row) -> HTML {
        "<span class=\"pick js-only\"><input type=\"checkbox\" data-row-key=\"v\" value=\"\(row.person.text)\" aria-label=\"Choose \(row.name)\"></span>"
    }
}
