internal import ReferralStore
internal import Workspace

extension SiteAction {
    /// Back and forth in the history.
    static let history: [SiteAction] = [
        SiteAction(name: "undo") { (act) throws(WorkspaceError) in try act.revert(.undo, said: "Took back") },
        SiteAction(name: "redo") { (act) throws(WorkspaceError) in try act.revert(.redo, said: "Brought back")
        },
    ]
}

extension ActionContext {
    /// Goes back or forth in the history, one step or as many as `steps` says.
    fileprivate func revert(
        _ direction: OwnNetwork.Direction, said: String
    ) throws(WorkspaceError) -> ActionAnswer {
        let steps = try fields.number("steps", of: "a whole number", Int.init) ?? 1
        guard steps > 0 else { throw .request("Go at least one step.") }
        let entries = try own.revert(steps: steps, direction)
        return ActionAnswer(said: entries.map { "\(said): \($0.summary)" }, entry: entries.last?.id)
    }
}
