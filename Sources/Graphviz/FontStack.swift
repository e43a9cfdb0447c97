/// Font families in order of preference, as they reach the SVG's `font-family`.
///
/// Graphviz writes `fontname` into the SVG unescaped, and a family that begins with a digit voids the whole
/// CSS list; so a name keeps only ASCII letters, digits, spaces and hyphens, and must begin with a letter.
public struct FontStack: Hashable, Sendable {
    /// The families that are left after cleaning.
    public let families: [String]

    /// Makes a stack, leaving out names that a CSS list cannot carry. `sans-serif` stands in for an empty one.
    public init(_ families: [String]) {
        let kept = families.prefix(16).map(Self.cleaned).filter { $0.first?.isLetter == true }
        self.families = kept.isEmpty ? ["sans-serif"] : kept
    }

    private static func cleaned(_ family: String) -> String {
        let scalars = family.unicodeScalars.filter { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ", "-": true
            default: false
            }
        }
        return String(String.UnicodeScalarView(scalars.prefix(64)))
    }

    /// The stack of the visual grammar: Inter, then what each system has in its place.
    public static let standard = FontStack([
        "Inter", "Open Sans", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans", "sans-serif",
    ])

    var list: String { families.joined(separator: ",") }
}
