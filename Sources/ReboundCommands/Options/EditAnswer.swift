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
    private let policy: NamedPolicy
    private let isQuiet: Bool

    /// Reads the settings, which is to be done before anything is recorded.
    /// - Throws: ``WorkspaceError``.
    init(
        today: CalendarDay, isRehearsal: Bool, settings: Settings
    ) throws(WorkspaceError) {
        self.today = today
        self.isRehearsal = isRehearsal
        policy = try settings.policy(option: nil)
        isQuiet = settings.isQuiet
    }

    func text(_ outcome: OwnNetwork.Outcome<Edit>) throws(WorkspaceError) -> EditText {
        let edit = outcome.answer
        guard !edit.people.isEmpty else {
            return EditText(edit, due: [], in: outcome.network, today: today, isRehearsal: isRehearsal)
        }
        do throws(AnalysisError) {
            let analysis = try NetworkAnalysis(
                of: outcome.network, asOf: Timestamp(today), policy: policy.policy, isQuiet: isQuiet)
            return EditText(
                edit, due: analysis.dueNext(with: edit.people), in: outcome.network,
                today: today, isRehearsal: isRehearsal)
        } catch {
            throw .analysis(error)
        }
    }
}
