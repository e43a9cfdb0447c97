/// How far a network may help the other clients of the same coach.
///
/// A coach’s run over many networks brings two clients together only as far as both allow; everyone else’s network says
/// nothing.
public enum Sharing: String, Sendable, Codable, CaseIterable {
    /// Not at all.
    case nothing = "none"
    /// The coach may learn that one of the clients knows someone at a company, without any name.
    case anonymous
    /// The coach may see who that is and whose contact it is.
    case named

    /// As far as both sides allow.
    public func together(with other: Sharing) -> Sharing {
        switch (self, other) {
        case (.nothing, _), (_, .nothing): .nothing
        case (.anonymous, _), (_, .anonymous): .anonymous
        case (.named, .named): .named
        }
    }
}
