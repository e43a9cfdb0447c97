internal import Graphviz
internal import NetworkDrawing
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The pictures and the report that were shown last, so that a second look draws nothing.
actor DrawnPictures {
    private nonisolated let pool: RenderPool
    private var pictures: [Key: Task<Result<PagePicture, WorkspaceError>, Never>] = [:]
    private var reports: [Key: Task<Result<ReportPage, WorkspaceError>, Never>] = [:]
    /// The keys of both, the one used last at the end.
    private var used: [Key] = []

    private static let keptAtMost = 24

    private struct Key: Hashable {
        var reading: Int
        /// `nil` for the report.
        var view: DrawingView?
        var since: CalendarDay?
    }

    init(_ pool: RenderPool) { self.pool = pool }

    /// A view of a network.
    /// - Parameter since: The first day of a timeline.
    /// - Throws: ``WorkspaceError``.
    func picture(
        of shown: ShownNetwork, as view: DrawingView, since: CalendarDay?
    ) async throws(WorkspaceError) -> PagePicture {
        let key = Key(reading: shown.reading, view: view, since: since)
        let task =
            pictures[key]
            ?? Task { [pool] in
                do throws(WorkspaceError) {
                    return .success(
                        try await PagePicture(of: shown.opened, as: view, since: since, pool: pool))
                } catch { return .failure(error) }
            }
        pictures[key] = task
        note(key)
        return try await task.value.get()
    }

    /// The report on a network.
    /// - Throws: ``WorkspaceError``.
    func report(on shown: ShownNetwork) async throws(WorkspaceError) -> ReportPage {
        let key = Key(reading: shown.reading)
        let task =
            reports[key]
            ?? Task { [pool] in
                do throws(WorkspaceError) {
                    return .success(try await ReportFile.page(of: shown.opened, pool: pool).page)
                } catch { return .failure(error) }
            }
        reports[key] = task
        note(key)
        return try await task.value.get()
    }

    /// A picture as a file, without the names of people who asked not to be named.
    /// - Throws: ``WorkspaceError``.
    nonisolated func file(
        of shown: ShownNetwork, as format: RenderFormat, view: DrawingView, since: CalendarDay?,
        theme: Theme
    ) async throws(WorkspaceError) -> [UInt8] {
        var options = DrawingOptions()
        options.theme = theme
        options.since = since
        return try await NetworkPicture(
            of: try shown.opened.withoutConfidentialNames(), as: .rendered(format), view: view,
            options: options, pool: pool
        ).bytes
    }

    /// The report as one file, without the names of people who asked not to be named.
    /// - Throws: ``WorkspaceError``.
    nonisolated func reportFile(
        on shown: ShownNetwork, isMarkdown: Bool
    ) async throws(WorkspaceError) -> [UInt8] {
        let opened = try shown.opened.withoutConfidentialNames()
        return isMarkdown
            ? try ReportFile(markdown: opened).bytes : try await ReportFile(page: opened, pool: pool).bytes
    }

    private func note(_ key: Key) {
        used.removeAll { $0 == key }
        used.append(key)
        while used.count > Self.keptAtMost {
            let oldest = used.removeFirst()
            pictures[oldest] = nil
            reports[oldest] = nil
        }
    }
}
