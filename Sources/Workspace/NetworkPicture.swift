public import Foundations
public import Graphviz
public import NetworkDrawing

/// A finished drawing of one network.
public struct NetworkPicture: Sendable {
    /// The file's bytes.
    public let bytes: [UInt8]
    /// What the user should know: that the picture was narrowed, that a simpler layout had to do, that no font fits.
    public let notices: [String]

    /// Draws a network in a render process.
    /// - Parameter title: What to call the picture, if not as the network.
    /// - Throws: ``WorkspaceError/drawing(_:)``, ``WorkspaceError/nothingToDraw(_:)``.
    public init(
        of opened: OpenedNetwork, as format: PictureFormat, view: DrawingView = .automatic,
        options: DrawingOptions = DrawingOptions(), title: String? = nil,
        limits: RenderLimits = .interactive, pool: RenderPool
    ) async throws(WorkspaceError) {
        let drawing: Drawing
        do {
            drawing = try Drawing(
                of: opened.analysis, as: view, title: title ?? opened.title, options: options)
        } catch {
            throw .nothingToDraw(error)
        }
        var notices = [drawing.notice].compactMap(\.self)
        switch format {
        case .dot:
            bytes = Array(drawing.graph.source(for: LayoutRung.ladder(for: drawing.graph)[0]).utf8)
        case .rendered(let format):
            let rendering: Rendering
            do {
                rendering = try await pool.render(drawing.graph, as: format, limits: limits)
            } catch {
                throw .drawing(error)
            }
            bytes = rendering.bytes
            if let setback = rendering.setbacks.last {
                notices.append("drawn with a simpler layout, because \(setback)")
            }
            if let missing = rendering.missingCharacters { notices.append(missing.description) }
        }
        self.notices = notices
    }

    /// Writes the picture to a file, which is there in full or not at all.
    /// - Parameter spared: What is not to be overwritten.
    /// - Throws: ``WorkspaceError/unwritable(_:)``.
    public func write(to path: String, sparing spared: ProtectedFiles) throws(WorkspaceError) {
        do { try AtomicFile.write(bytes, to: path, sparing: spared) } catch { throw .unwritable(error) }
    }
}

/// The kinds of picture file, by the extension that names them.
public enum PictureFormat: Hashable, Sendable {
    /// Drawn by Graphviz.
    case rendered(RenderFormat)
    /// The drawing's own source, for Graphviz's tools.
    case dot

    /// The format of an extension such as `svg`; `nil` for one that cannot be drawn.
    public init?(extension name: String) {
        switch name.lowercased() {
        case "dot", "gv": self = .dot
        case let name:
            guard let format = RenderFormat(rawValue: name) else { return nil }
            self = .rendered(format)
        }
    }
}
