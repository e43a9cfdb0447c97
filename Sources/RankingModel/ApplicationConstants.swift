/// The numbers of applications: posted to an employer and to no person, they are answered by another process than a message
/// to someone, and never enter anyone's reply record.
///
/// They rest on seventeen public logs of job searches (about 2,070 applications), self-selected and dated to the day.
public struct ApplicationConstants: Codable, Equatable, Sendable {
    /// After how many days without an answer an application counts as unanswered. Chosen.
    public var windowDays = 30.0
    /// The share of applications answered within the window, people at large; measured .38 [.29, .51].
    public var answerRate = 0.38
    /// How many of the seeker's own applications that share is worth. Chosen.
    public var answerWeight = 8.0
    /// pi: the share that is ever answered. Fitted.
    public var everAnsweredShare = 0.55
    /// The median of the days to an answer, among those answered. Fitted.
    public var medianDays = 14.0
    /// The standard deviation of the logarithm of those days. Fitted.
    public var logDaysDeviation = 1.5

    /// The published constants.
    public static let standard = ApplicationConstants()

    /// Makes the published constants, to be edited.
    public init() {}

    /// Every number, in the order of their declaration.
    package static let fields: [PolicyField<ApplicationConstants>] = [
        .number("windowDays", \.windowDays, .positive),
        .number("answerRate", \.answerRate, .openUnit),
        .number("answerWeight", \.answerWeight, .divisor),
        .number("everAnsweredShare", \.everAnsweredShare, .openUnit),
        .number("medianDays", \.medianDays, .positive),
        .number("logDaysDeviation", \.logDaysDeviation, .positive),
    ]

    /// Checks that every number is in the range that its formula needs.
    /// - Throws: ``RankingError/invalidConstant(name:value:requirement:)`` for the first one out of range.
    public func validate() throws(RankingError) { try PolicyField.check(Self.fields, of: self) }
}
