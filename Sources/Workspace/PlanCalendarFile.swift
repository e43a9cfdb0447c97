public import ReferralAnalysis
internal import ReferralFormats
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

    /// Writes the calendar; the file is there in full or not at all.
    /// - Throws: ``WorkspaceError``, also when the calendar would overwrite the network.
    public func write(to path: String) throws(WorkspaceError) {
        guard resolvedPath(path) != resolvedPath(opened.source.path) else {
            throw .output("\(path): the calendar would overwrite the network; choose another file with --ics")
        }
        let bytes: [UInt8]
        do {
            bytes = try OutreachPlanCalendar(
                plan, in: opened.analysis.network, asOf: opened.analysis.asOf
            ).bytes()
        } catch {
            throw .input("\(error)")
        }
        do { try AtomicFile.write(bytes, to: path) } catch { throw .unwritable(error) }
    }
}
