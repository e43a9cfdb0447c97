internal import Foundations
internal import PageServer
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The companies: who is there, who was, who is one introduction away, what is open, what is new, what is wanted.
struct CompaniesPage {
    private let context: PageContext
    private let like: String
    private let wanted: Set<String>
    private let having: Set<Having>

    /// What a company may have to have.
    private enum Having: String, CaseIterable {
        case openings, news, now, before, introduction

        var words: String {
            switch self {
            case .openings: "with openings"
            case .news: "with news"
            case .now: "someone there"
            case .before: "someone was there"
            case .introduction: "one introduction away"
            }
        }
    }

    init(_ context: PageContext) {
        self.context = context
        like = context.request["find"] ?? ""
        wanted = Set(context.request.values(of: "wanted"))
        having = Set(context.request.values(of: "having").compactMap(Having.init(rawValue:)))
    }

    private var analysis: NetworkAnalysis { context.shown.opened.analysis }

    var content: PageContent {
        let add: HTML =
            context.isEditable
            ? "<p class=\"choices\">\(FormParts.dialog("Add a company", "/add-company"))\n\(FormParts.dialog("What you want", "/want"))</p>"
            : .empty
        return PageContent(
            title: "Companies",
            main: """
                <form class="filters" data-live="/companies" role="search">
                <label>Search companies <input type="search" name="find" value="\(like)" autocomplete="off"></label>
                <fieldset class="chips"><legend>Wanted</legend>
                \(Company.Priority.allCases.map { box("wanted", $0.rawValue, $0.rawValue, wanted.contains($0.rawValue)) })
                </fieldset>
                <fieldset class="chips"><legend>Only</legend>
                \(Having.allCases.map { box("having", $0.rawValue, $0.words, having.contains($0)) })
                </fieldset>
                </form>
                \(add)
                <p id="said" role="status" class="hidden"></p>
                \(results)
                """)
    }

    private func box(_ name: String, _ value: String, _ words: String, _ isOn: Bool) -> HTML {
        "<label class=\"chip\"><input type=\"checkbox\" name=\"\(name)\" value=\"\(value)\"\(isOn ? " checked" : "")> \(words)</label>"
    }

    private var results: HTML {
        var rows = analysis.companyOverview(like: like).rows.filter { row in
            (wanted.isEmpty || row.priority.map { wanted.contains($0.rawValue) } ?? false)
                && (!having.contains(.openings) || !row.openings.isEmpty)
                && (!having.contains(.news) || !row.news.isEmpty)
                && (!having.contains(.now) || row.now > 0)
                && (!having.contains(.before) || row.before > 0)
        }
        if having.contains(.introduction) {
            let near = Set(
                analysis.contacts(at: rows.map(\.company)).lazy.filter { !$0.introductions.isEmpty }
                    .map(\.company))
            rows = rows.filter { near.contains($0.company) }
        }
        let pager = Pager(context.request, size: 50)
        let shown = rows[pager.range(of: rows.count)]
        let contacts = analysis.contacts(at: shown.map(\.company)).keyed(by: \.company, \.self)
        return """
            <div id="results">
            <p id="found" class="muted">\(Wording.count(rows.count, "company", "companies"))</p>
            <ul class="rows plain">\(shown.map { row in contacts[row.company].map { self.row(row, $0) } ?? .empty })</ul>
            \(pager.links(of: rows.count, "companies"))
            </div>
            """
    }

    private func row(_ row: CompanyOverview.Row, _ contacts: CompanyContacts) -> HTML {
        let news = (row.openings.prefix(3) + row.news.prefix(1)).map { signal in
            "<p class=\"muted\">\(signal.words(relativeTo: context.today))</p>" as HTML
        }
        return """
            <li class="row company" tabindex="-1" id="company-\(row.company.text)">
            <div class="who"><a href="\(PageAddress.company(row.company))" data-dialog>\(row.name)</a></div>
            <div class="what"><p>\(CompanyAnswersText.summary(of: contacts).capitalizedFirst)</p>\(news)</div>
            \(context.isEditable ? Self.wanted(row.company, row.name, row.priority) : .empty)
            </li>
            """
    }

    /// How much a company is wanted, one press each.
    static func wanted(_ company: CompanyID, _ name: String, _ priority: Company.Priority?) -> HTML {
        let buttons = Company.Priority.allCases.map { choice -> HTML in
            "<button name=\"priority\" value=\"\(choice.rawValue)\" aria-pressed=\"\(choice == priority ? "true" : "false")\"><span class=\"hidden\">\(name): priority </span>\(choice.rawValue)</button>"
        }
        let off: HTML =
            priority == nil
            ? .empty
            : "<form class=\"wanted\" data-act=\"not-wanted\">\(FormParts.hidden("company", company.text))<button><span class=\"hidden\">\(name): </span>Not wanted</button></form>"
        return """
            <div class="acts"><form class="wanted" data-act="want">\(FormParts.hidden("company", company.text))\(buttons)</form>\(off)</div>
            """
    }
}
