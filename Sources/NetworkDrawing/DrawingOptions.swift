public import ReferralGraph

/// The colours of a picture, and what it may leave out.
public struct DrawingOptions: Sendable, Equatable {
    /// The colours.
    public var theme = Theme.light
    /// Up to this many people, everybody is drawn.
    public var everybodyUpTo: Int
    /// Above that, so many people are drawn: the ones who matter most now.
    public var narrowsTo: Int
    /// With more people than this the automatic view is the map.
    public var mapAbove = 2_000
    /// How far down the call list people get a badge.
    public var badgesAtMost: Int
    /// Whether a card leads to the person's page.
    public var linksPages = true
    /// Who the picture is about.
    public var scope = Scope.everybody
    /// With more lanes than this, companies with one person each share one.
    public var lanesAtMost = 9
    /// So many people of one employer are drawn at the most.
    public var colleaguesAtMost = 40
    /// The first day of a timeline; `nil` begins it with the first word, at most a year ago.
    public var since: CalendarDay?

    /// Who a picture is about; whoever leads to them is drawn as well.
    public enum Scope: Sendable, Equatable {
        /// Everybody.
        case everybody
        /// These.
        case people(Set<PersonID>)
        /// Those within so many acquaintances of a person.
        case around(PersonID, steps: Int)
        /// The first so many of the call list.
        case top(Int)
        /// Those in whose favour one of these holds.
        case only(Set<Trait>)
    }

    /// What a picture can be limited to.
    public enum Trait: String, Sendable, CaseIterable {
        /// Something is due with them.
        case due
        /// Their thread has stalled.
        case stalled
        /// They said no.
        case rejected
        /// They made an offer.
        case offer
        /// They were referred, or referred someone.
        case referral
        /// They are a warm contact.
        case star
    }

    /// Makes options; no one can read many more than 60 cards.
    public init(everybodyUpTo: Int = 60, narrowsTo: Int = 36, badgesAtMost: Int = 9) {
        self.everybodyUpTo = max(0, everybodyUpTo)
        self.narrowsTo = max(1, narrowsTo)
        self.badgesAtMost = badgesAtMost
    }

    /// Draws everybody, however many.
    public static let everybody = {
        var options = DrawingOptions(everybodyUpTo: .max)
        options.colleaguesAtMost = .max
        return options
    }()

    /// Draws so many people at the most.
    public static func people(_ count: Int) -> DrawingOptions {
        var options = DrawingOptions(everybodyUpTo: count, narrowsTo: count)
        options.colleaguesAtMost = count
        return options
    }
}
