internal import NetworkEditing
internal import ReferralAnalysis
internal import ReferralGraph
internal import ReferralStore
internal import Reporting
internal import Workspace

/// Something that can be done on a page. Each calls what the command of the same name calls.
struct SiteAction: Sendable {
    let name: String
    let run: @Sendable (ActionContext) throws(WorkspaceError) -> ActionAnswer

    static let all: [SiteAction] =
        steps + talks + people + identity + triage + companies + roles + imports + settings + beginnings
        + history

    static func named(_ name: String) -> SiteAction? { all.first { $0.name == name } }
}

/// What an act is made of.
struct ActionContext: Sendable {
    let fields: ActionFields
    let own: OwnNetwork
    let shown: ShownNetwork
    let view: WebView

    var now: Timestamp { shown.now }

    var policy: AnalysisPolicy { shown.opened.analysis.policy }

    /// The people named in the fields, as the user typed them.
    func person() throws(WorkspaceError) -> String { try fields.text("person", asking: "who it is") }

    /// Records one act of the editor.
    func record(
        _ verb: (inout NetworkEditor) throws(EditError) -> Edit
    ) throws(WorkspaceError) -> ActionAnswer {
        try answer(own.edit(verb))
    }

    /// Puts what came of an act into words.
    func answer(_ outcome: OwnNetwork.Outcome<Edit>) throws(WorkspaceError) -> ActionAnswer {
        let edit = outcome.answer
        let text = try EditAnswer(
            today: now.day, isRehearsal: false, policy: policy, isQuiet: shown.opened.isQuiet
        ).text(outcome)
        return ActionAnswer(
            said: edit.changes.isEmpty ? ["\(edit.summary): already on record"] : edit.changes,
            due: text.dueLines, entry: outcome.entry?.id)
    }
}
