public import ReferralGraph

/// Playbook R3: how long until a manager's team has an opening that does not exist yet.
///
/// Reports leave as a Poisson process: reports / tenure a month. The answer is a range, because the tenure is
/// disputed: two to three years in S3, nearer four in the labour statistics.
public struct VacancyClock: Sendable, Equatable, Codable {
    /// Whose team.
    public var person: PersonID
    /// How many people report to the manager, recorded or assumed.
    public var reports: Double
    /// Whether that number is recorded.
    public var isRecorded: Bool
    /// The expected wait in months under the shorter and the longer tenure.
    public var expectedWaitMonths: ClosedRange<Double>
    /// The probability of an opening within `horizonMonths` under the longer and the shorter tenure.
    public var openingProbability: ClosedRange<Double>
    /// How far ahead.
    public var horizonMonths: Double
    /// The two tenures in months.
    public var tenureMonths: ClosedRange<Double>
    /// The dated signals that change the rate now, in words.
    public var signals: [String]
}
