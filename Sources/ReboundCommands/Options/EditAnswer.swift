import NetworkEditing
import Playbook
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

/// The answer to an act: what changed, and what is due next with the people it concerns.
struct EditAnswer {
    private let outcome: OwnNetwork.Outcome<Edit>
    private let today: CalendarDay
    private let isRehearsal: Bool

    init(_ outcome: OwnNetwork.Outcome<Edit>, today: CalendarDay, isRehearsal: Bool) {
        self.outcome = outcome
        self.today = today
        self.isRehearsal = isRehearsal
    }

    func text() throws(WorkspaceError) -> EditText {
        let edit = outcome.answer
        var due: [DueStep] = []
        if !edit.people.isEmpty {
            do {
                due = try DueNext(with: edit.people, in: outcome.network, asOf: Timestamp(today)).steps
            } catch {
                throw .analysis(error)
            }
        }
        return EditText(edit, due: due, in: outcome.network, today: today, isRehearsal: isRehearsal)
    }
}
