public import RankingModel
public import ReferralGraph

/// How the weeks to the next interview fall out when a search is played forward many times by the model's own chances.
///
/// It shows what the model's assumptions amount to, and what an order of calling is worth if they hold. It is not a
/// forecast: none of them was tested on the search for a job.
public struct SimulatedSearch: Sendable, Equatable, Codable {
    /// What these numbers are, for whoever reads them elsewhere.
    public var basis: String
    /// What was played.
    public var simulation: SimulationParameters
    /// The day of the first week's calls; those of the others follow every seven days.
    public var firstDay: CalendarDay
    /// How many people may be called within the weeks without an introduction.
    public var callableCount: Int
    /// What came of each strategy, in the order asked for.
    public var outcomes: [StrategyOutcome]
    /// The first strategy against each of the others, run by run.
    public var comparisons: [StrategyComparison]
    /// What is assumed of the world, in words.
    public var assumptions: [String]
    /// What has to be kept in mind when reading the numbers.
    public var caveats: [String]
}

/// What came of one strategy.
public struct StrategyOutcome: Sendable, Equatable, Codable {
    /// Which one.
    public var strategy: CallStrategy
    /// In how many runs there was an interview within the weeks.
    public var interviews: Int
    /// In how many of these it was with someone met through an introduction of the same run.
    public var interviewsByIntroduction: Int
    /// The share of runs without an interview within the weeks; what would have come later is not known.
    public var none: IntervalEstimate
    /// By which week a tenth, a quarter, half, three quarters and nine tenths of the runs had an interview.
    public var quantiles: [WeekQuantile]
    /// The chance of an interview by the end of some weeks.
    public var chances: [WeekChance]
    /// The mean number of weeks to an interview, runs without one counted with the whole horizon (the restricted mean).
    public var meanWeeks: IntervalEstimate
    /// The mean number of calls to an interview, that call included, in the runs with one; `nil` without any.
    public var meanCallsToInterview: Double?
    /// The mean number of calls until the interview or the end.
    public var meanCalls: Double
    /// The mean number of answers until then.
    public var meanAnswers: Double
    /// The mean number of people brought by introductions until then.
    public var meanIntroductions: Double
    /// In how many runs the interview fell in week 1, 2 and so on; one entry a week.
    public var interviewsInWeek: [Int]
}

/// By which week a share of the runs had an interview.
public struct WeekQuantile: Sendable, Equatable, Codable {
    /// The share of all runs, in (0, 1).
    public var share: Double
    /// The first week by whose end that many had one; `nil` when that lies beyond the horizon.
    public var week: Int?
}

/// The chance of an interview by the end of a week, or a difference of two.
public struct WeekChance: Sendable, Equatable, Codable {
    /// Weeks since the beginning, 1 for the first.
    public var week: Int
    /// The share of the runs, or the difference of two shares.
    public var chance: IntervalEstimate
}

/// Two strategies in the same runs, with the same luck.
public struct StrategyComparison: Sendable, Equatable, Codable {
    /// The first strategy of the simulation.
    public var strategy: CallStrategy
    /// The one it is compared with.
    public var against: CallStrategy
    /// In how many runs it came to an interview in an earlier week.
    public var soonerCount: Int
    /// In how many runs it was the other.
    public var laterCount: Int
    /// By how many weeks it is sooner on average, below 0 for later; no interview counts as the last week.
    public var weeksSooner: IntervalEstimate
    /// How much higher its chance of an interview is by the end of some weeks.
    public var chances: [WeekChance]
}
