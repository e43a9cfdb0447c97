import Graphviz

extension Theme {
    /// Colours that only name what they are for: a picture drawn in them takes the colours of the page it stands in.
    ///
    /// See ``styleVariables(in:)``.
    public static let styleSheet = Theme(
        name: "style-sheet", textContrast: 1, lineContrast: 1, ground: place(0), ink: place(1),
        muted: place(2), rule: place(3), paper: place(4), referral: place(5), rejection: place(6),
        stalledText: place(7),
        stalledLine: place(8), offer: place(9), offerGround: place(10), star: place(11),
        lanes: (0..<laneCount).map { Lane(place(12 + 2 * $0), place(13 + 2 * $0)) })

    private static let laneCount = 4

    /// The colour that stands for the role at a position.
    private static func place(_ position: Int) -> DotColor { DotColor(0xFE01_00 + UInt32(position)) }

    /// The theme's colours by the names that style sheets give them, such as `ink` and `#1f2933`, in one order.
    public var styleColors: [(name: String, color: String)] {
        let roles: [(String, DotColor)] = [
            ("ground", ground), ("ink", ink), ("muted", muted), ("rule", rule), ("paper", paper),
            ("referral", referral), ("rejection", rejection), ("stalled", stalledText),
            ("stalled-line", stalledLine), ("offer", offer), ("offer-ground", offerGround), ("star", star),
        ]
        let lanes = (0..<Self.laneCount).flatMap { position in
            [("lane-\(position + 1)", lane(position).fill), ("edge-\(position + 1)", lane(position).stroke)]
        }
        return (roles + lanes).map { ($0, $1.hexadecimal.lowercased()) }
    }

    /// An SVG drawn in ``styleSheet``, its colours replaced by the variables of a style sheet: `var(--ink)`.
    ///
    /// No text of the picture can be mistaken for a colour, because quotation marks in it are escaped.
    /// - Complexity: O(bytes).
    public static func styleVariables(in svg: [UInt8]) -> [UInt8] {
        recoloring(svg) { "var(--\($0.name))" }
    }

    /// An SVG drawn in ``styleSheet``, its colours replaced by this theme's.
    /// - Complexity: O(bytes).
    public func colors(in svg: [UInt8]) -> [UInt8] {
        let colors = Dictionary(uniqueKeysWithValues: styleColors)
        return Self.recoloring(svg) { colors[$0.name] ?? $0.color }
    }

    private static func recoloring(
        _ svg: [UInt8], _ value: ((name: String, color: String)) -> String
    ) -> [UInt8] {
        let values = Dictionary(
            styleSheet.styleColors.map { ($0.color, value($0)) }, uniquingKeysWith: { first, _ in first })
        let opening = Array("=\"#".utf8)
        var output: [UInt8] = []
        output.reserveCapacity(svg.count + svg.count / 8)
        var rest = svg[...]
        while let quote = rest.firstIndex(of: UInt8(ascii: "=")) {
            output += rest[..<quote]
            rest = rest[quote...]
            let color = rest.dropFirst(2).prefix(7)
            if rest.starts(with: opening), rest.dropFirst(9).first == UInt8(ascii: "\""),
                let value = values[String(decoding: color, as: UTF8.self).lowercased()]
            {
                output += "=\"\(value)\"".utf8
                rest = rest.dropFirst(10)
            } else {
                output.append(rest.removeFirst())
            }
        }
        return output + rest
    }
}
