internal import NetworkEditing
internal import ReferralAnalysis
internal import ReferralGraph
internal import Workspace

/// Something that can be done on a page. Each calls what the command of the same name calls.
struct SiteAction: Sendable {
    let name: String
    let run: @Sendable (ActionContext) throws(WorkspaceError) -> ActionAnswer

    static let all: [SiteAction] =
        recorded + people + identity + triage + companies + imports + settings + beginnings + history

    /// Those that pages share with assistants.
    private static let recorded = RecordedAct.all.map { act in
        SiteAction(name: act.name) { (context) throws(WorkspaceError) in try act.run(context.act) }
    }

    static func named(_ name: String) -> SiteAction? { all.first { $0.name == name } }
}

/// What an act is made of.
struct ActionContext: Sendable {
    let act: RecordedAct.Request
    let shown: ShownNetwork
    let view: WebView

    init(_ fields: ActionFields, in own: OwnNetwork, _ shown: ShownNetwork, _ view: WebView) {
        act = RecordedAct.Request(
            fields, in: own, policy: shown.opened.analysis.policy, isQuiet: shown.opened.isQuiet)
        (self.shown, self.view) = (shown, view)
    }

    var fields: ActionFields { act.fields }
    var own: OwnNetwork { act.own }
    var now: Timestamp { act.now }

    /// The person named in the fields, as the user typed the name.
    func person() throws(WorkspaceError) -> String { try act.person() }

    /// Records one act of the editor.
    /// - Parameter names: The people it is about, where it reads no interactions but theirs.
    func record(
        concerning names: [String]? = nil,
        _ verb: (inout NetworkEditor) throws(EditError) -> Edit
    ) throws(WorkspaceError) -> ActionAnswer { try act.record(concerning: names, verb) }
}
