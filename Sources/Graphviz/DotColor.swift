/// An opaque or translucent sRGB colour.
public struct DotColor: Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// The colour as `0xRRGGBB`.
    public let rgb: UInt32

    /// The opacity, 0 (clear) to 255 (opaque).
    public let alpha: UInt8

    /// Makes a colour from `0xRRGGBB`; bits above the lowest 24 are ignored.
    public init(_ rgb: UInt32, alpha: UInt8 = 255) {
        self.rgb = rgb & 0xFF_FFFF
        self.alpha = alpha
    }

    /// Makes an opaque colour of a literal such as `0x0B63A5`.
    public init(integerLiteral rgb: UInt32) { self.init(rgb) }

    /// The colour as Graphviz and SVG write it, such as `#0B63A5`.
    public var hexadecimal: String {
        "#" + Self.digits(rgb, count: 6) + (alpha == 255 ? "" : Self.digits(UInt32(alpha), count: 2))
    }

    private static func digits(_ value: UInt32, count: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: count - digits.utf8.count) + digits
    }
}
