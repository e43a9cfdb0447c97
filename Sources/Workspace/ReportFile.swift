public import Foundations
public import Graphviz
internal import NetworkDrawing
internal import ReferralAnalysis
internal import Reporting

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
        let title = title ?? opened.title
        let report = try Self.report(on: opened)
        var options = DrawingOptions()
        options.theme = .styleSheet
        options.linksPages = false
        if let shown = opened.analysis.shown { options.scope = .people(shown) }
        let drawing: Drawing
        do {
            drawing = try Drawing(of: opened.analysis, as: .lanes, title: title, options: options)
        } catch {
            throw .nothingToDraw(error)
        }
        var notices: [String] = []
        var picture: PageDrawing?
        var note =
            drawing.foldedCount == 0
            ? nil
            : "The picture shows \(drawing.identifiers.count) of \(drawing.identifiers.count + drawing.foldedCount) "
                + "people, those who matter most now."
        do {
            let rendering = try await pool.render(drawing.graph, as: .svg, limits: limits)
            picture = PageDrawing(drawing, named: "net", as: rendering)
            notices += rendering.setbacks.suffix(1).map { "drawn with a simpler layout, because \($0)" }
        } catch {
            note = "The picture could not be drawn: \(error)."
            notices.append("the report has no picture: \(error)")
        }
        var chain: PageDrawing?
        // Where nobody has given a name there is no chain to draw.
        if let drawing = try? Drawing(of: opened.analysis, as: .chain(), title: title, options: options) {
            do {
                let rendering = try await pool.render(drawing.graph, as: .svg, limits: limits)
                chain = PageDrawing(drawing, named: "chain", as: rendering)
            } catch {
                notices.append("the report has no picture of the chain: \(error)")
            }
        }
        let page = ReportPage(
            report, in: opened.analysis.network, title: title, drawing: picture, drawingNote: note,
            chain: chain,
            palette: PagePalette(light: Theme.light.styleColors, dark: Theme.dark.styleColors),
            avoidsCalls: opened.avoidsCalls, isQuiet: opened.isQuiet)
        bytes = Array(page.html().utf8)
        self.notices = notices
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

extension PageDrawing {
    fileprivate init(_ drawing: Drawing, named name: String, as rendering: Rendering) {
        self.init(
            svg: Theme.styleVariables(in: rendering.bytes), name: name,
            identifiers: drawing.identifiers.mapValues(\.description),
            connections: drawing.graph.connections.map {
                ($0.id.description, $0.tail.description, $0.head.description)
            })
    }
}
