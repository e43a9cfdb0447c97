public import Foundations
public import ReferralAnalysis
internal import Reporting

/// A week's plan on its way to a calendar.
public struct PlanCalendarFile: Sendable {
    private let plan: OutreachPlan
    private let opened: OpenedNetwork

    /// Makes the file of a plan.
    public init(_ plan: OutreachPlan, of opened: OpenedNetwork) {
        self.plan = plan
        self.opened = opened
    }

    /// The calendar.
    /// - Throws: ``WorkspaceError/input(_:)``.
    public func bytes() throws(WorkspaceError) -> [UInt8] {
        do {
            return try OutreachPlanCalendar(
                plan, in: opened.analysis.network, asOf: opened.analysis.asOf
            ).bytes()
        } catch {
            throw .input("\(error)")
        }
    }

    /// Writes the calendar; the file is there in full or not at all.
    /// - Parameter spared: What is not to be overwritten.
    /// - Throws: ``WorkspaceError``.
    public func write(to path: String, sparing spared: ProtectedFiles) throws(WorkspaceError) {
        let bytes = try bytes()
        do { try AtomicFile.write(bytes, to: path, sparing: spared) } catch { throw .unwritable(error) }
    }
}
