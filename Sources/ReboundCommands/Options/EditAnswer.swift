import NetworkEditing
import Playbook
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

/// The answer to an act: what changed, and what is due next with the people it concerns, as the user has set.
struct EditAnswer {
    private let today: CalendarDay
    private let isRehearsal: Bool
    private let showsQueue: Bool
    private let policy: NamedPolicy
    private let isQuiet: Bool

    /// Reads the settings, which is to be done before anything is recorded.
    /// - Parameters:
    ///   - showsQueue: Whether to show who comes next in the day’s queue.
    ///   - policy: The policy by which steps are due; that of the settings without it.
    /// - Throws: ``WorkspaceError``.
    init(
        today: CalendarDay, isRehearsal: Bool, showsQueue: Bool = false, policy: NamedPolicy? = nil,
        settings: Settings
    ) throws(WorkspaceError) {
        self.today = today
        self.isRehearsal = isRehearsal
        self.showsQueue = showsQueue
        self.policy = if let policy { policy } else { try settings.policy(option: nil) }
        isQuiet = settings.isQuiet
    }

    func text(_ outcome: OwnNetwork.Outcome<Edit>) throws(WorkspaceError) -> EditText {
        let edit = outcome.answer
        var due: [DueStep] = []
        var next: TodayEntry?
        if !edit.people.isEmpty {
            do {
                let analysis = try NetworkAnalysis(
                    of: outcome.network, asOf: Timestamp(today), policy: policy.policy, isQuiet: isQuiet)
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
