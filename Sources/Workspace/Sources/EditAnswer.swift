public import NetworkEditing
internal import Playbook
public import ReferralAnalysis
public import ReferralGraph
public import Reporting

/// The answer to an act: what changed, and what is due next with the people it concerns, as the user has set.
public struct EditAnswer: Sendable {
    private let today: CalendarDay
    private let isRehearsal: Bool
    private let showsQueue: Bool
    private let policy: AnalysisPolicy
    private let isQuiet: Bool

    /// Says how to look at an act.
    /// - Parameters:
    ///   - today: The day of the act.
    ///   - isRehearsal: Whether nothing was written.
    ///   - showsQueue: Whether to show who comes next in the day’s queue.
    ///   - policy: The policy by which steps are due.
    ///   - isQuiet: Whether rejections are not spoken of.
    public init(
        today: CalendarDay, isRehearsal: Bool, showsQueue: Bool = false, policy: AnalysisPolicy,
        isQuiet: Bool
    ) {
        self.today = today
        self.isRehearsal = isRehearsal
        self.showsQueue = showsQueue
        self.policy = policy
        self.isQuiet = isQuiet
    }

    /// Puts it into words.
    /// - Throws: ``WorkspaceError/analysis(_:)``.
    public func text(_ outcome: OwnNetwork.Outcome<Edit>) throws(WorkspaceError) -> EditText {
        let edit = outcome.answer
        var due: [DueStep] = []
        var next: TodayEntry?
        if !edit.people.isEmpty {
            do {
                let day = Timestamp(today)
                if showsQueue {
                    let analysis = try NetworkAnalysis(
                        of: outcome.network, asOf: day, policy: policy, isQuiet: isQuiet)
                    due = analysis.dueNext(with: edit.people)
                    next = analysis.today(next: 1).entries.first {
                        !edit.people.contains($0.person) && ($0.day <= today || $0.part == .due)
                    }
                } else {
                    due = try DueNext(
                        with: edit.people, in: outcome.network, asOf: day, policy: policy,
                        isQuiet: isQuiet
                    ).steps
                }
            } catch {
                throw .analysis(error)
            }
        }
        return EditText(
            edit, due: due, next: next, in: outcome.network, today: today, isRehearsal: isRehearsal)
    }
}
