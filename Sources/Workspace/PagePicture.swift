public import Graphviz
public import NetworkDrawing
internal import ReferralAnalysis
public import ReferralGraph
package import Reporting

/// A picture of one network to stand in a page, in the colors of the page's style sheet.
public struct PagePicture: Sendable {
    /// The picture.
    package let drawing: PageDrawing
    /// Who is left out; `nil` where no one is.
    public let note: String?
    /// What the user should know: that a simpler layout had to do.
    public let notices: [String]
    /// What the user of the picture as a file should know, those notices included.
    let fileNotices: [String]
    /// The picture in the colors that stand for those of a style sheet.
    private let svg: [UInt8]

    /// The picture as a file of its own.
    /// - Complexity: O(bytes).
    func file(in theme: Theme) -> [UInt8] { theme.colors(in: svg) }

    /// Draws a network in a render process.
    /// - Parameters:
    ///   - opened: The network.
    ///   - view: The question that the picture answers.
    ///   - name: See ``PageDrawing/init(svg:name:identifiers:connections:)``.
    ///   - title: What to call it; the network's own title unless given.
    ///   - limits: How long the layout may take.
    ///   - pool: Draws the picture.
    /// - Throws: ``WorkspaceError/drawing(_:)``, ``WorkspaceError/nothingToDraw(_:)``.
    public init(
        of opened: OpenedNetwork, as view: DrawingView, named name: String = "net", title: String? = nil,
        since: CalendarDay? = nil, limits: RenderLimits = .interactive, pool: RenderPool
    ) async throws(WorkspaceError) {
        var options = DrawingOptions()
        options.theme = .styleSheet
        options.linksPages = false
        options.since = since
        if let shown = opened.analysis.shown { options.scope = .people(shown) }
        let drawing: Drawing
        do {
            drawing = try Drawing(
                of: opened.analysis, as: view, title: title ?? opened.title, options: options)
        } catch {
            throw .nothingToDraw(error)
        }
        let rendering: Rendering
        do { rendering = try await pool.render(drawing.graph, as: .svg, limits: limits) } catch {
            throw .drawing(error)
        }
        svg = rendering.bytes
        self.drawing = PageDrawing(
            svg: Theme.styleVariables(in: rendering.bytes), name: name,
            identifiers: drawing.identifiers.mapValues(\.description),
            connections: drawing.graph.connections.map {
                ($0.id.description, $0.tail.description, $0.head.description)
            })
        let shown = drawing.identifiers.count
        note =
            drawing.foldedCount == 0
            ? nil
            : "The picture shows \(shown) of \(shown + drawing.foldedCount) people, the ones who matter most now."
        notices = rendering.setbacks.suffix(1).map { "drawn with a simpler layout, because \($0)" }
        fileNotices =
            [drawing.notice].compactMap(\.self) + notices
            + [rendering.missingCharacters?.description].compactMap(\.self)
    }
}
