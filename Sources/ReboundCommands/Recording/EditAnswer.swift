import NetworkEditing
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

/// The answer to an act: what changed, and what is due next with those whom it concerns.
struct EditAnswer {
    private let outcome: OwnNetwork.Outcome<Edit>
    private let now: Timestamp
    private let isRehearsal: Bool

    init(_ outcome: OwnNetwork.Outcome<Edit>, now: Timestamp, isRehearsal: Bool) {
        self.outcome = outcome
        self.now = now
        self.isRehearsal = isRehearsal
    }

    func text() throws(WorkspaceError) -> EditText {
        let edit = outcome.answer
        var due: [DueStep] = []
        if !edit.people.isEmpty {
            do {
                let analysis = try NetworkAnalysis(of: outcome.network, asOf: Timestamp(now.day))
                due = analysis.dueNext(with: edit.people)
            } catch {
                throw .analysis(error)
            }
        }
        return EditText(edit, due: due, in: outcome.network, today: now.day, isRehearsal: isRehearsal)
    }
}
