/// A table in a label: the only kind of HTML-like label a drawing can hold.
///
/// It is made of values, never of markup, so that no text can become a tag. Lengths are in points; widths and
/// heights are clamped to 0 through 2,000, borders, padding and spacing to 0 through 100.
public struct HTMLTable: Hashable, Sendable {
    /// The rows, top to bottom; rows without cells are left out.
    public var rows: [[HTMLCell]]
    /// The width of the table's own border.
    public var border: Int
    /// The space between a cell's border and its content.
    public var cellPadding: Int
    /// The space between cells.
    public var cellSpacing: Int
    /// The colour of the border.
    public var stroke: DotColor?
    /// The colour behind the cells.
    public var fill: DotColor?
    /// Whether the corners are round.
    public var isRounded: Bool
    /// Whether the border is dotted.
    public var isDotted = false
    /// The least width.
    public var width: Int?

    /// Makes a table; without further arguments it only arranges its cells and draws nothing itself.
    public init(
        rows: [[HTMLCell]], border: Int = 0, cellPadding: Int = 0, cellSpacing: Int = 0,
        stroke: DotColor? = nil, fill: DotColor? = nil, isRounded: Bool = false, width: Int? = nil
    ) {
        self.rows = rows
        self.border = border
        self.cellPadding = cellPadding
        self.cellSpacing = cellSpacing
        self.stroke = stroke
        self.fill = fill
        self.isRounded = isRounded
        self.width = width
    }
}

/// One cell of an ``HTMLTable``.
public struct HTMLCell: Hashable, Sendable {
    /// What a cell holds.
    public indirect enum Content: Hashable, Sendable {
        /// Nothing: a spacer, or a swatch of the cell's own colour.
        case empty
        /// One run of text.
        case text(HTMLText)
        /// Another table.
        case table(HTMLTable)
    }

    /// Where the content stands across the cell.
    public enum HorizontalAlignment: String, Hashable, Sendable {
        case left = "LEFT"
        case center = "CENTER"
        case right = "RIGHT"
    }

    /// Where the content stands down the cell.
    public enum VerticalAlignment: String, Hashable, Sendable {
        case top = "TOP"
        case middle = "MIDDLE"
        case bottom = "BOTTOM"
    }

    /// What the cell holds.
    public var content: Content
    /// Where the content stands across; `nil` is the middle.
    public var alignment: HorizontalAlignment?
    /// Where the content stands down; `nil` is the middle.
    public var verticalAlignment: VerticalAlignment?
    /// The space around the content, in place of the table's.
    public var padding: Int?
    /// The least width, or the exact one if the size is fixed.
    public var width: Int?
    /// The least height, or the exact one if the size is fixed.
    public var height: Int?
    /// Whether the content leaves `width` and `height` as they are.
    public var hasFixedSize: Bool
    /// The width of the border, in place of the table's.
    public var border: Int?
    /// The colour of the border.
    public var stroke: DotColor?
    /// The colour behind the content.
    public var fill: DotColor?
    /// Whether the corners are round.
    public var isRounded: Bool

    /// Makes a cell.
    public init(
        _ content: Content, alignment: HorizontalAlignment? = nil,
        verticalAlignment: VerticalAlignment? = nil, padding: Int? = nil, width: Int? = nil,
        height: Int? = nil, hasFixedSize: Bool = false, border: Int? = nil, stroke: DotColor? = nil,
        fill: DotColor? = nil, isRounded: Bool = false
    ) {
        self.content = content
        self.alignment = alignment
        self.verticalAlignment = verticalAlignment
        self.padding = padding
        self.width = width
        self.height = height
        self.hasFixedSize = hasFixedSize
        self.border = border
        self.stroke = stroke
        self.fill = fill
        self.isRounded = isRounded
    }
}

/// One run of text in one font: a line of a label.
public struct HTMLText: Hashable, Sendable {
    /// The text; it is cleaned and escaped when it is written.
    public var text: String
    /// The size in points, 1 through 200.
    public var pointSize: Double
    /// The colour of the letters.
    public var color: DotColor
    /// Whether the letters are bold.
    public var isBold: Bool
    /// Where the text ends, in points right of the middle of its node, which must be pinned; `nil` if only its beginning
    /// counts.
    ///
    /// An SVG is shown with the fonts of its reader. A text that ends somewhere grows away from there in a wider one.
    public var end: Double?

    /// Makes a run of text.
    public init(_ text: String, pointSize: Double, color: DotColor, isBold: Bool = false) {
        self.text = text
        self.pointSize = pointSize
        self.color = color
        self.isBold = isBold
    }
}
