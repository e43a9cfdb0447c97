internal import CGraphviz

/// The kind of picture to draw.
public enum RenderFormat: String, Hashable, Sendable, CaseIterable {
    /// Scalable Vector Graphics, with text as text.
    case svg
    /// Portable Document Format, one page.
    case pdf
    /// Portable Network Graphics, 96 dots an inch.
    case png

    var wireValue: UInt32 {
        switch self {
        case .svg: REBOUND_FORMAT_SVG.rawValue
        case .pdf: REBOUND_FORMAT_PDF.rawValue
        case .png: REBOUND_FORMAT_PNG.rawValue
        }
    }
}

extension LayoutEngine {
    var wireValue: UInt32 {
        switch self {
        case .dot: REBOUND_ENGINE_DOT.rawValue
        case .sfdp: REBOUND_ENGINE_SFDP.rawValue
        case .nop: REBOUND_ENGINE_NOP.rawValue
        }
    }
}
