public import ReferralGraph

/// How someone does not want to be contacted, as a user tells it.
public struct ChannelWishes: Sendable, Equatable {
    /// Means that are not wanted; they add to those known before.
    public var avoids: [Interaction.Channel]
    /// Whether any means will do: takes back what was known before.
    public var isAny: Bool

    /// Makes wishes; without any, nothing changes.
    public init(avoiding avoids: [Interaction.Channel] = [], isAny: Bool = false) {
        self.avoids = avoids
        self.isAny = isAny
    }

    /// Changes a list on record.
    /// - Returns: The sentence on the change; `nil` when nothing changed.
    func apply(to known: inout [Interaction.Channel]) -> String? {
        let wanted = Set(avoids + (isAny ? [] : known))
        if wanted == Set(known) { return nil }
        known = Interaction.Channel.allCases.filter(wanted.contains)
        if known.isEmpty { return "can be contacted by any means" }
        return "does not want \(known.map(\.plural).joined(separator: ", "))"
    }
}

extension Interaction.Channel {
    fileprivate var plural: String { self == .email ? "e-mails" : rawValue + "s" }
}
