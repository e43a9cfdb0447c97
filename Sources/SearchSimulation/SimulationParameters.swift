/// How a search is played forward: how often, how far, at which pace and after whose advice.
public struct SimulationParameters: Sendable, Equatable, Codable {
    /// How often the search is played, 1 to 100,000.
    public let runs: Int
    /// How many people are called each week at the most, 1 to 1,000.
    public let callsAWeek: Int
    /// How many weeks a run lasts without an interview, 1 to 520.
    public let weeks: Int
    /// Where the random numbers begin; the same seed gives the same runs.
    public let seed: UInt64
    /// By what order people are called, at least one; the others are compared with the first.
    public let strategies: [CallStrategy]

    /// Makes a simulation.
    /// - Parameters:
    ///   - runs: How often the search is played, 1 to 100,000.
    ///   - callsAWeek: How many people are called each week at the most, 1 to 1,000.
    ///   - weeks: How many weeks a run lasts without an interview, 1 to 520.
    ///   - seed: Where the random numbers begin.
    ///   - strategies: By what order people are called, each once.
    /// - Throws: ``SimulationError``.
    public init(
        runs: Int = 1_000, callsAWeek: Int = 5, weeks: Int = 26, seed: UInt64 = 7,
        strategies: [CallStrategy] = CallStrategy.allCases
    ) throws(SimulationError) {
        for (number, value, range) in [
            (SimulationError.Number.runs, runs, 1...100_000), (.callsAWeek, callsAWeek, 1...1_000),
            (.weeks, weeks, 1...520),
        ] where !range.contains(value) {
            throw .outOfRange(number, value: value, range: range)
        }
        guard !strategies.isEmpty else { throw .noStrategy }
        for (position, strategy) in strategies.enumerated()
        where strategies[..<position].contains(strategy) {
            throw .repeatedStrategy(strategy)
        }
        self.runs = runs
        self.callsAWeek = callsAWeek
        self.weeks = weeks
        self.seed = seed
        self.strategies = strategies
    }

    /// Reads a simulation, held to the same ranges.
    /// - Throws: `DecodingError`, or ``SimulationError``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            runs: container.decode(Int.self, forKey: .runs),
            callsAWeek: container.decode(Int.self, forKey: .callsAWeek),
            weeks: container.decode(Int.self, forKey: .weeks),
            seed: container.decode(UInt64.self, forKey: .seed),
            strategies: container.decode([CallStrategy].self, forKey: .strategies))
    }

    /// The weeks by whose end the chance of an interview is told: the last, and up to three before it.
    var marks: [Int] { (weeks > 26 ? [4, 12, 26] : [4, 8, 12]).filter { $0 < weeks } + [weeks] }
}

/// In what order the people it is polite to call are called. Of equals the lower number goes first.
public enum CallStrategy: String, Sendable, Codable, CaseIterable {
    /// By V, what the model says a call is worth.
    case asAdvised = "as-advised"
    /// Whoever was last in touch, either way; an introduction counts, people never in touch come last.
    case mostRecentFirst = "most-recent-first"
    /// The recorded strength of the tie, then how often there was a contact; both as recorded at the beginning.
    case strongestFirst = "strongest-first"
    /// By lot, drawn anew each week.
    case atRandom = "at-random"
}

/// Why a search cannot be played forward as asked.
public enum SimulationError: Error, Equatable, Sendable {
    /// A number lies outside its range.
    case outOfRange(Number, value: Int, range: ClosedRange<Int>)
    /// There is no strategy to follow.
    case noStrategy
    /// A strategy stands in the list twice.
    case repeatedStrategy(CallStrategy)

    /// Which number of a ``SimulationParameters``.
    public enum Number: String, Sendable {
        /// ``SimulationParameters/runs``.
        case runs
        /// ``SimulationParameters/callsAWeek``.
        case callsAWeek
        /// ``SimulationParameters/weeks``.
        case weeks
    }
}
