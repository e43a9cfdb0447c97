public import RankingModel
public import ReferralGraph

/// The numbers of a week's plan of calls, each a default that can be edited.
public struct OutreachPolicy: Sendable, Equatable, Codable {
    /// How long a call takes, preparation and notes included, minutes. Ours.
    public var callMinutes = 15
    /// How long a message takes to write, minutes. Ours.
    public var messageMinutes = 10
    /// How long a day's calls and messages take together, as far as the days of the plan are enough, minutes. Ours.
    public var minutesPerDay = 30
    /// How many business days a plan spreads over. Ours: a week.
    public var businessDays = 5

    /// The standard numbers.
    public static let standard = OutreachPolicy()

    /// Makes the standard numbers, to be edited.
    public init() {}

    /// How long getting in touch takes, minutes.
    public func minutes(by channel: Interaction.Channel) -> Int {
        switch channel {
        case .call, .meeting, .interview: callMinutes
        case .email, .message, .letter: messageMinutes
        }
    }

    /// Every number, in the order of their declaration.
    static let fields: [PolicyField<OutreachPolicy>] = [
        .whole("callMinutes", \.callMinutes, .positive),
        .whole("messageMinutes", \.messageMinutes, .positive),
        .whole("minutesPerDay", \.minutesPerDay, .positive),
        .whole("businessDays", \.businessDays, .positive),
    ]

    /// Checks that everything takes time.
    /// - Throws: ``RankingError/invalidConstant(name:value:requirement:)`` for the first number that is not above 0.
    public func validate() throws(RankingError) { try PolicyField.check(Self.fields, of: self) }
}
