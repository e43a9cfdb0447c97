public import Foundations
public import Graphviz
internal import NetworkDrawing
internal import ReferralAnalysis
package import Reporting

/// A finished report on one network: a page to open from disk, or Markdown.
public struct ReportFile: Sendable {
    /// The file's bytes.
    public let bytes: [UInt8]
    /// What the user should know, such as that the picture was narrowed or could not be drawn.
    public let notices: [String]

    /// Makes a page, its picture drawn in a render process. Without a picture it is still a page.
    /// - Parameters:
    ///   - opened: The network.
    ///   - title: What to call it; its own title unless given.
    ///   - limits: How long the layout may take.
    ///   - pool: Draws the picture.
    /// - Throws: ``WorkspaceError/analysis(_:)``, ``WorkspaceError/nothingToDraw(_:)``.
    public init(
        page opened: OpenedNetwork, title: String? = nil, limits: RenderLimits = .interactive,
        pool: RenderPool
    ) async throws(WorkspaceError) {
        let (page, notices) = try await Self.page(of: opened, title: title, limits: limits, pool: pool)
        bytes = Array(page.html().utf8)
        self.notices = notices
    }

    /// The page of a report before it is a file, and what the user should know of it.
    /// - Throws: ``WorkspaceError/analysis(_:)``, ``WorkspaceError/nothingToDraw(_:)``.
    package static func page(
        of opened: OpenedNetwork, title: String? = nil, limits: RenderLimits = .interactive,
        pool: RenderPool
    ) async throws(WorkspaceError) -> (page: ReportPage, notices: [String]) {
        let title = title ?? opened.title
        let report = try report(on: opened)
        var notices: [String] = []
        var (picture, note): (PageDrawing?, String?)
        do {
            let drawn = try await PagePicture(
                of: opened, as: .lanes, title: title, limits: limits, pool: pool)
            (picture, note) = (drawn.drawing, drawn.note)
            notices += drawn.notices
        } catch {
            guard case .drawing(let failure) = error else { throw error }
            note = "The picture could not be drawn: \(failure)."
            notices.append("the report has no picture: \(failure)")
        }
        var chain: PageDrawing?
        do {
            chain = try await PagePicture(
                of: opened, as: .chain(), named: "chain", title: title, limits: limits, pool: pool
            ).drawing
        } catch {
            // Without a name from anyone there is no chain to draw.
            if case .drawing(let failure) = error {
                notices.append("the report has no picture of the chain: \(failure)")
            }
        }
        let page = ReportPage(
            report, in: opened.analysis.network, title: title, drawing: picture, drawingNote: note,
            chain: chain,
            palette: palette,
            avoidsCalls: opened.avoidsCalls, isQuiet: opened.isQuiet)
        return (page, notices)
    }

    /// The page of one client of a batch, with a picture that is drawn already; its chains stand in words.
    /// - Parameters:
    ///   - note: Why there is no picture, or who is not in it.
    ///   - parent: See ``ReportPage``.
    /// - Throws: ``WorkspaceError/analysis(_:)``.
    static func page(
        of opened: OpenedNetwork, drawing: PageDrawing?, note: String?, parent: String
    ) throws(WorkspaceError) -> ReportPage {
        ReportPage(
            try report(on: opened), in: opened.analysis.network, title: opened.title, drawing: drawing,
            drawingNote: note, palette: palette, avoidsCalls: opened.avoidsCalls, isQuiet: opened.isQuiet,
            parent: parent)
    }

    private static var palette: PagePalette {
        PagePalette(light: Theme.light.styleColors, dark: Theme.dark.styleColors)
    }

    /// Makes Markdown.
    /// - Throws: ``WorkspaceError/analysis(_:)``.
    public init(markdown opened: OpenedNetwork, title: String? = nil) throws(WorkspaceError) {
        let text = ReportMarkdown(
            try Self.report(on: opened), in: opened.analysis.network, title: title ?? opened.title,
            avoidsCalls: opened.avoidsCalls, isQuiet: opened.isQuiet)
        bytes = Array(text.text().utf8)
        notices = []
    }

    private static func report(on opened: OpenedNetwork) throws(WorkspaceError) -> NetworkReport {
        do { return try opened.analysis.report() } catch { throw .analysis(error) }
    }

    /// Writes the report to a file, which is there in full or not at all.
    /// - Parameter spared: What is not to be overwritten.
    /// - Throws: ``WorkspaceError/unwritable(_:)``.
    public func write(to path: String, sparing spared: ProtectedFiles) throws(WorkspaceError) {
        do { try AtomicFile.write(bytes, to: path, sparing: spared) } catch { throw .unwritable(error) }
    }
}
