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
    private let showsQueue: Bool

    init(_ outcome: OwnNetwork.Outcome<Edit>, today: CalendarDay, isRehearsal: Bool, showsQueue: Bool) {
        self.outcome = outcome
        self.today = today
        self.isRehearsal = isRehearsal
        self.showsQueue = showsQueue
    }

    func text() throws(WorkspaceError) -> EditText {
        let edit = outcome.answer
        var due: [DueStep] = []
        var next: TodayEntry?
        if !edit.people.isEmpty {
            do {
                let analysis = try NetworkAnalysis(of: outcome.network, asOf: Timestamp(today))
                due = analysis.dueNext(with: edit.people)
                if showsQueue {
                    next = analysis.today(next: 1).entries.first {
                        !edit.people.contains($0.person) && ($0.day <= today || $0.part == .due)
                    }
                }
            } catch {
                throw .analysis(error)
            }
        }
        return EditText(
            edit, due: due, next: next, in: outcome.network, today: today, isRehearsal: isRehearsal)
    }
}
