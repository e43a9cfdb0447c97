internal import PageServer
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// One role as a card: where it stands, who takes part, what is due, and what can be recorded about it.
struct RolePage {
    let context: PageContext

    func content() throws(WorkspaceError) -> PageContent {
        let analysis = context.shown.opened.analysis
        let id = OpportunityID(context.request["id"] ?? "")
        guard let profile = analysis.profile(of: id) else { throw .request("There is no such role.") }
        let text = OpportunityText(profile, in: analysis.network, today: context.today)
        return PageContent(
            title: profile.title, subtitle: profile.companyName,
            main: """
                \(context.isEditable ? actions(profile) : .empty)
                \(text.written(in: TextStyle()).html(level: 2, linking: PageAddress.person))
                <p class="links"><a href="\(PageAddress.company(profile.company))" data-dialog>\(profile.companyName)</a></p>
                """, isDialog: true)
    }

    private func actions(_ profile: OpportunityProfile) -> HTML {
        let stages: [Stage] = [
            .screening, .interview, .finalist, .offer, .rejected, .onHold, .accepted, .withdrawn,
        ]
        let id = profile.opportunity
        return """
            <div class="acts role-acts">
            \(stages.filter { $0 != profile.stage }.map { stage in
                "<a class=\"button\" data-dialog href=\"\(RoleForms.address(of: stage, id))\">\(RoleForms.verb(stage))</a>" as HTML
            })
            \(profile.stage == .rejected
                ? "<a class=\"button\" data-dialog href=\"\(RoleForms.address(of: .rejected, id))\">More about the no</a>" : .empty)
            <a class="button" data-dialog href="\(PageAddress.address("feedback", ["opportunity": id.text]))">Feedback</a>
            <a class="button" data-dialog href="\(PageAddress.address("reposted", ["opportunity": id.text]))">Posted again</a>
            <a class="button" data-dialog href="\(PageAddress.address("add-role", ["more": id.text]))">Say more</a>
            </div>
            """
    }
}
