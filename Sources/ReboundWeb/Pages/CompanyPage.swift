internal import Foundations
internal import NetworkEditing
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The card of a company: who is there and who was, who can introduce, roles, news, how much it is wanted.
struct CompanyPage {
    private let context: PageContext
    private let company: Company

    init(_ context: PageContext) throws(WorkspaceError) {
        self.context = context
        company = try context.askedCompany("id")
    }

    private var analysis: NetworkAnalysis { context.shown.opened.analysis }

    var content: PageContent {
        get throws(WorkspaceError) {
            guard let profile = analysis.profile(of: company.id),
                let contacts = analysis.contacts(at: [company.id]).first
            else { throw .edit(.noMatch(.company, text: company.id.text, suggestion: nil)) }
            let text = CompanyProfileText(profile, in: analysis.network, today: context.today)
            let names =
                company.aliases.isEmpty ? nil : "also called " + company.aliases.joined(separator: ", ")
            return PageContent(
                title: company.name,
                subtitle: [CompanyAnswersText.summary(of: contacts).capitalizedFirst, names]
                    .compactMap(\.self).joined(separator: "; "),
                main: """
                    \(context.isEditable ? acts : .empty)
                    \(standing)
                    \(CompanyAnswersText.parts(of: contacts, today: context.today).map(people))
                    \(roles(text))
                    \(text.about(in: TextStyle()).html(level: 2))
                    """, isDialog: true)
        }
    }

    private var acts: HTML {
        let id = company.id.text
        let at = { (page: String) in PageAddress.address(page, ["company": id]) }
        return """
            \(CompaniesPage.wanted(company.id, company.name, company.priority))
            <p class="choices">
            \(FormParts.dialog("An opening", at("opening")))
            \(FormParts.dialog("News", at("signal")))
            \(FormParts.dialog("Add someone there", PageAddress.address("add-person", ["company": company.name])))
            \(FormParts.dialog("Put off", at("snooze")))
            \(FormParts.dialog("Say more", at("company-more")))
            </p>
            """
    }

    /// Whether anyone there may be contacted.
    private var standing: HTML {
        if company.doNotContact { return "<p class=\"line red\">Do not contact anyone there.</p>" }
        guard let day = company.notBefore, day > context.today else { return .empty }
        let why = company.notBeforeReason.map { ": \($0)" } ?? ""
        return "<p class=\"line amber\">Put off until \(day.words(relativeTo: context.today))\(why)</p>"
    }

    private func people(_ part: CompanyAnswersText.Part) -> HTML {
        """
        <h2>\(part.label.capitalizedFirst) (\(part.people.count))</h2>
        <ul class="facts">\(part.people.map { line in
            "<li><a href=\"\(PageAddress.person(line.person))\" data-dialog>\(line.name)</a>\(line.facts.isEmpty ? "" : " · \(line.facts)")</li>" as HTML
        })</ul>
        """
    }

    private func roles(_ text: CompanyProfileText) -> HTML {
        guard !text.roles.isEmpty else { return .empty }
        return """
            <h2>Opportunities</h2>
            <ul class="facts">\(text.roles.map { role in
                "<li><a href=\"\(PageAddress.role(role.id))\" data-dialog>\(role.words)</a></li>" as HTML
            })</ul>
            """
    }
}
