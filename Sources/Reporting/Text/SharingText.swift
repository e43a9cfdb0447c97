import NetworkEditing
public import ReferralGraph

/// How far a network may help other clients, and what each level means, for reading.
public struct SharingText: ReadableReport {
    private let sharing: Sharing

    /// Makes the text of a level.
    public init(_ sharing: Sharing) { self.sharing = sharing }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped("\(sharing.sentence).", paint: .bold)
        block.blank()
        for line in Self.levels { block.wrapped(line, after: "  ") }
        block.blank()
        block.wrapped(Self.always)
        block.wrapped(
            "Change it any time: rebound share \(Sharing.allCases.map(\.rawValue).joined(separator: "|"))")
        return block
    }

    /// What each level means, a line each.
    public static var levels: [String] { Sharing.allCases.map { "\($0.rawValue): \($0.meaning)" } }

    /// What holds on every level.
    public static let always =
        "Only your coach sees it, never another client. Addresses, numbers and notes are never shared, nor anyone who "
        + "asked not to be named or contacted, nor your own colleagues. Take it back any time: the coach’s next run "
        + "forgets it."
}
