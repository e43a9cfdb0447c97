public import ReferralGraph

/// How far a network may help other clients, and what each level means, for reading.
public struct SharingText: ReadableReport {
    private let sharing: Sharing

    /// Makes the text of a level.
    public init(_ sharing: Sharing) { self.sharing = sharing }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped(Self.sentence(sharing), paint: .bold)
        block.blank()
        for level in Sharing.allCases {
            block.wrapped("\(fitted(level.rawValue, to: 11))\(Self.meaning(of: level))", after: "  ")
        }
        block.blank()
        for line in Self.always { block.wrapped(line) }
        block.wrapped(
            "Change it any time: rebound share \(Sharing.allCases.map(\.rawValue).joined(separator: "|"))")
        return block
    }

    /// What holds, in one sentence.
    public static func sentence(_ sharing: Sharing) -> String {
        switch sharing {
        case .nothing: "You share nothing with your coach’s other clients."
        case .anonymous: "You share with your coach’s other clients, without names."
        case .named: "You share with your coach’s other clients, with names."
        }
    }

    /// What a level means, in one sentence.
    public static func meaning(of sharing: Sharing) -> String {
        switch sharing {
        case .nothing: "no one learns anything from your network, and you get no help from others’"
        case .anonymous:
            "your coach reads “one of your clients knows someone at Northgate”; not that it is you, nor who it is"
        case .named:
            "your coach reads who you know at Northgate, if the client who wants to work there shares names, too"
        }
    }

    /// What holds on every level.
    private static let always = [
        "Only your coach sees it, never another client. Addresses and notes are never shared, nor anyone who asked "
            + "not to be named or contacted.",
        "Take it back any time: the coach’s next run forgets it.",
    ]
}
