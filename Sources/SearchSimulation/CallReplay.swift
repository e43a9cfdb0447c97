import GraphAlgorithms
import RankingModel

/// One run of a search after another, each from the same beginning.
///
/// In each week the `callsAWeek` first by the strategy are called, of those it is polite to call. For each call:
///
/// 1. p answers with chance rho(p), which ``ReplyLedger`` gives for that day. The ledger then learns what happened, the
///    answer one day later or the silence after the reply window, so that rho follows as it would in earnest.
/// 2. An answer leads to an interview if p has an opening that fits: with chance d(p), drawn once for each person and
///    horizon of d. The run ends. A first call so leads to an interview with chance rho d.
/// 3. Otherwise p introduces to q, known to p and not to the seeker, with chance GAMMA sigma (1 - THETA) lambda(q),
///    or to someone not recorded with chance GAMMA sigma THETA m(p): the terms of V, GAMMA read as the chance that the
///    chain goes on. q is a contact from then on and may be called from the next week on, as a warm referral. Someone
///    not recorded is met the week after, which leads to an interview with chance vbar.
///
/// Who it is polite to call again follows from etiquette after silence, and from the monthly reminder after an answer.
/// lambda and m follow the contacts made (``PlayedReach``). The value of p is taken anew, from rho, lambda and the values
/// of those p knows, when p may be called again, and before p is called; other values stay as they were. d, vbar and
/// who knows who are held fixed, and no one writes unasked.
struct CallReplay {
    /// What came of a run.
    struct Outcome: Sendable, Equatable {
        /// The week of the interview, 0 for the first.
        var week: Int?
        /// Whether the interview was with someone met in the run.
        var isByIntroduction = false
        var calls = 0
        var answers = 0
        var introductions = 0
    }

    private let world: CallWorld
    private let callsAWeek: Int
    private let seed: UInt64

    private var ledger: ReplyLedger
    private var reach: PlayedReach
    private var values: [Double]
    /// In which week each value was taken; below 0 where something happened with the person since.
    private var valueWeeks: [Int32]
    private var opensInWeek: [Int32]
    private var unansweredAsks: [Int]
    private var isWarm: [Bool]
    private var hasMet: [Bool]
    private var lastContact: [Double]
    /// Asks made in this run.
    private var asks: [Int]
    private var isIntroduced: [Bool]
    /// The week's asks, and whether each was answered.
    private var asked: [(person: NodeID, isAnswered: Bool)] = []
    /// Who the week's introductions brought.
    private var welcomed: [NodeID] = []
    /// Whether someone not recorded, met this week, leads to an interview.
    private var strangerLeads = false
    private var outcome = Outcome()

    /// Someone who may be called, and how early.
    private struct Candidate {
        var priority: Double
        var person: NodeID
    }

    private var chosen: [Candidate] = []

    init(_ world: CallWorld, callsAWeek: Int, seed: UInt64) {
        self.world = world
        self.callsAWeek = callsAWeek
        self.seed = seed
        ledger = world.ledger
        reach = world.reach
        values = world.values
        valueWeeks = world.opensInWeek.map { _ in 0 }
        opensInWeek = world.opensInWeek
        unansweredAsks = world.unansweredAsks
        isWarm = world.isWarm
        hasMet = world.hasMet
        lastContact = world.lastContact
        asks = world.unansweredAsks.map { _ in 0 }
        isIntroduced = world.isWarm.map { _ in false }
    }

    private mutating func reset() {
        ledger = world.ledger
        reach = world.reach
        values = world.values
        opensInWeek = world.opensInWeek
        unansweredAsks = world.unansweredAsks
        isWarm = world.isWarm
        hasMet = world.hasMet
        lastContact = world.lastContact
        for index in asks.indices {
            valueWeeks[index] = 0
            isIntroduced[index] = false
            asks[index] = 0
        }
        asked.removeAll(keepingCapacity: true)
        welcomed.removeAll(keepingCapacity: true)
        strangerLeads = false
        outcome = Outcome()
    }

    /// One call as it went.
    struct Call {
        var week: Int
        var person: NodeID
        var replyProbability: Double
        /// V as far as it is kept: of use under ``CallStrategy/asAdvised`` only.
        var value: Double
        var isAnswered = false
        var leadsToInterview = false
        var introduced: NodeID?
    }

    /// Plays one run.
    /// - Parameter note: Is told of every call, in order.
    /// - Complexity: O(weeks (people + degrees of the people called)).
    mutating func run(_ number: Int, _ strategy: CallStrategy, note: (Call) -> Void = { _ in }) -> Outcome {
        reset()
        let draws = SimulationDraws(seed: seed, run: number)
        for week in 0..<world.weeks {
            if strangerLeads {
                outcome.week = week
                outcome.isByIntroduction = true
                break
            }
            ledger.settle(at: world.time(ofWeek: week))
            reach.read(on: world.day(ofWeek: week))
            choose(in: week, strategy, draws)
            while strategy == .asAdvised, takeValuesAnew(in: week) { choose(in: week, strategy, draws) }
            for candidate in chosen {
                let call = call(candidate.person, in: week, draws)
                note(call)
                if call.leadsToInterview {
                    outcome.week = week
                    outcome.isByIntroduction = isIntroduced[Int(call.person)]
                    return outcome
                }
            }
            close(week)
        }
        return outcome
    }

    // MARK: Who to call

    /// Puts the first by the strategy into `chosen`, in order.
    private mutating func choose(in week: Int, _ strategy: CallStrategy, _ draws: SimulationDraws) {
        chosen.removeAll(keepingCapacity: true)
        for person in world.graph.nodes where opensInWeek[Int(person)] <= week {
            let priority: Double
            switch strategy {
            case .asAdvised:
                if valueWeeks[Int(person)] < 0 { takeValueAnew(of: person, in: week) }
                priority = values[Int(person)]
            case .mostRecentFirst: priority = lastContact[Int(person)]
            case .strongestFirst: priority = world.strengths[Int(person)]
            case .atRandom: priority = draws.unit(.lot, of: person, week)
            }
            if chosen.count == callsAWeek {
                if chosen[callsAWeek - 1].priority >= priority { continue }
                chosen.removeLast()
            }
            // People come in the order of their numbers, so of equals the earlier stays in front.
            var place = chosen.count
            while place > 0, chosen[place - 1].priority < priority { place -= 1 }
            chosen.insert(Candidate(priority: priority, person: person), at: place)
        }
    }

    /// Takes the values of the chosen anew that are of an earlier week.
    /// - Returns: Whether there are any, so that others may come before them now.
    private mutating func takeValuesAnew(in week: Int) -> Bool {
        let old = chosen.filter { valueWeeks[Int($0.person)] < week }
        for candidate in old { takeValueAnew(of: candidate.person, in: week) }
        return !old.isEmpty
    }

    private mutating func takeValueAnew(of person: NodeID, in week: Int) {
        valueWeeks[Int(person)] = Int32(week)
        let equation = equation(of: person, replyProbability: replyProbability(of: person, in: week))
        var sum = 0.0
        for other in world.graph.successors(of: person) {
            sum += reach.share(of: other) * values[Int(other)]
        }
        values[Int(person)] = equation.direct + equation.familiarity + equation.factor * sum
    }

    private func replyProbability(of person: NodeID, in week: Int) -> Double {
        ledger.reply(
            from: person, at: world.time(ofWeek: week), knownBy: world.knownBy[Int(person)],
            approach: approach(to: person, isReferral: isWarm[Int(person)])
        ).probability
    }

    private func approach(to person: NodeID, isReferral: Bool) -> Approach {
        let approach = world.approaches[Int(person)]
        return isReferral ? approach.referred : approach.own
    }

    private func equation(of person: NodeID, replyProbability rho: Double) -> ValueEquation {
        var shareSum = 0.0
        for other in world.graph.successors(of: person) { shareSum += reach.share(of: other) }
        return ValueEquation(
            replyProbability: rho,
            introductionProbability: world.constants.introductionProbability(
                hasMet: hasMet[Int(person)], replyProbability: rho),
            directValue: world.directValues[Int(person)],
            familiarity: reach.familiarity(of: person), strangerValue: world.strangerValue,
            shareSum: shareSum, world.constants)
    }

    // MARK: What comes of it

    private mutating func call(_ person: NodeID, in week: Int, _ draws: SimulationDraws) -> Call {
        let index = Int(person)
        let rho = replyProbability(of: person, in: week)
        var call = Call(week: week, person: person, replyProbability: rho, value: values[index])
        call.isAnswered = draws.unit(.answer, of: person, asks[index]) < rho
        ledger.recordOutgoing(
            to: person, at: world.time(ofWeek: week), knownBy: world.knownBy[index],
            approach: approach(to: person, isReferral: world.isReferred[index] || isIntroduced[index]))
        outcome.calls += 1
        asked.append((person, call.isAnswered))
        if call.isAnswered {
            outcome.answers += 1
            let horizon = Int(world.day(ofWeek: week) / world.openingDays)
            call.leadsToInterview =
                draws.unit(.opening, of: person, horizon) < world.directValues[index]
            if !call.leadsToInterview {
                call.introduced = introduction(by: person, replyProbability: rho, draws)
            }
            // An answered call is a talk.
            hasMet[index] = true
            unansweredAsks[index] = 0
            opensInWeek[index] = world.waits.week(afterAnswerIn: week, of: person)
        } else {
            unansweredAsks[index] += 1
            opensInWeek[index] = world.waits.week(
                after: week, unansweredAsks: unansweredAsks[index], of: person)
        }
        isWarm[index] = false
        valueWeeks[index] = -1
        asks[index] += 1
        return call
    }

    /// Who someone who has answered introduces; `nil` for no one, or someone not recorded.
    private mutating func introduction(
        by person: NodeID, replyProbability rho: Double, _ draws: SimulationDraws
    ) -> NodeID? {
        let equation = equation(of: person, replyProbability: rho)
        // The equation has the answer in it, too, which came already.
        var rest = draws.unit(.introduction, of: person, asks[Int(person)]) * rho
        for other in world.graph.successors(of: person) {
            rest -= equation.factor * reach.share(of: other)
            guard rest < 0 else { continue }
            return welcome(other) ? other : nil
        }
        rest -= equation.strangers
        guard rest < 0 else { return nil }
        outcome.introductions += 1
        if draws.unit(.stranger, of: person, asks[Int(person)]) < world.strangerValue {
            strangerLeads = true
        }
        return nil
    }

    /// Notes an introduction, which counts from the next week on.
    /// - Returns: Whether that is news.
    private mutating func welcome(_ person: NodeID) -> Bool {
        guard !world.isBarred[Int(person)], !isIntroduced[Int(person)], !welcomed.contains(person) else {
            return false
        }
        welcomed.append(person)
        outcome.introductions += 1
        return true
    }

    /// Takes the week's asks, answers and introductions in.
    private mutating func close(_ week: Int) {
        let (today, later) = (world.day(ofWeek: week), world.day(ofWeek: week) + world.answerDays)
        for (person, isAnswered) in asked {
            if isAnswered {
                ledger.recordIncoming(from: person, at: world.time(ofWeek: week) + world.answerDays)
            }
            touch(person, on: isAnswered ? later : today)
        }
        for person in welcomed {
            touch(person, on: later)
            isIntroduced[Int(person)] = true
            valueWeeks[Int(person)] = -1
            let ask = asked.first { $0.person == person }
            isWarm[Int(person)] = ask?.isAnswered != true
            // Whoever was called cold this week is not to be pressed.
            if ask == nil { opensInWeek[Int(person)] = min(opensInWeek[Int(person)], Int32(week + 1)) }
        }
        asked.removeAll(keepingCapacity: true)
        welcomed.removeAll(keepingCapacity: true)
    }

    private mutating func touch(_ person: NodeID, on day: Double) {
        lastContact[Int(person)] = day
        reach.touch(person, at: day)
    }
}
