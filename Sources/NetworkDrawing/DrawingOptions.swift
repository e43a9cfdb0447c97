/// The colours of a picture, and what it may leave out.
public struct DrawingOptions: Sendable, Equatable {
    /// The colours.
    public var theme = Theme.light
    /// Up to this many people, everybody is drawn.
    public var everybodyUpTo: Int
    /// Above that, so many people are drawn: those who matter most now.
    public var narrowsTo: Int
    /// How far down the call list people get a badge.
    public var badgesAtMost: Int
    /// Whether a card leads to the person's page.
    public var linksPages = true
    /// With more lanes than this, companies with one person each share one.
    public var lanesAtMost = 9

    /// Makes options; nobody can read many more than 60 cards.
    public init(everybodyUpTo: Int = 60, narrowsTo: Int = 36, badgesAtMost: Int = 9) {
        self.everybodyUpTo = max(0, everybodyUpTo)
        self.narrowsTo = max(1, narrowsTo)
        self.badgesAtMost = badgesAtMost
    }

    /// Draws everybody, however many.
    public static let everybody = DrawingOptions(everybodyUpTo: .max)

    /// Draws so many people at the most.
    public static func people(_ count: Int) -> DrawingOptions {
        DrawingOptions(everybodyUpTo: count, narrowsTo: count)
    }
}
