import GraphAlgorithms
import RankingModel
import ReboundTestSupport
import Testing

@Suite("Reply ledger")
struct ReplyLedgerTests {
    /// A history in the order of time; every second one falls on whole days, so that windows end on the dot.
    static func history(seed: UInt64, people: NodeID = 5) -> [MessageEvent] {
        var random = SeededRandom(seed: seed)
        var time = 0.0
        return (0..<Int.random(in: 0...60, using: &random)).map { _ in
            time +=
                seed.isMultiple(of: 2)
                ? Double([0, 1, 2, 4, 7, 20].randomElement(using: &random)!)
                : random.unit() * 9
            let person = NodeID.random(in: 0..<people, using: &random)
            if random.unit() < 0.4 { return MessageEvent(.incoming, person: person, timeDays: time) }
            return MessageEvent(
                .outgoing(
                    expectsReply: random.unit() < 0.85, recipients: Int.random(in: 1...4, using: &random),
                    knownBy: Int.random(in: 0...9, using: &random),
                    approach: random.unit() < 0.2 ? .warmReferral : .cold),
                person: person, timeDays: time)
        }
    }

    static func ledger(_ events: [MessageEvent]) throws -> ReplyLedger {
        var ledger = try ReplyLedger(constants: .reference)
        for event in events { ledger.record(event) }
        return ledger
    }

    @Test("agrees with a search of the whole history", arguments: UInt64(0)..<120)
    func oracle(seed: UInt64) throws {
        let events = Self.history(seed: seed)
        let oracle = HistoryOracle(events)
        let ledger = try Self.ledger(events)
        let end = events.last?.timeDays ?? 0
        for now in [end, end + 3, end + 7, end + 40] {
            for person: NodeID in 0..<6 {
                let warm = person == 2
                let estimate = ledger.reply(
                    from: person, at: now, recipients: 2, knownBy: 4, approach: warm ? .warmReferral : .cold)
                let expected = oracle.estimate(person, now, k: 2, deg: 4, warm: warm)
                #expect(abs(estimate.probability - expected.p) < 1e-12)
                #expect(abs(estimate.uncalibratedProbability - expected.uncalibrated) < 1e-12)
                let evidence = estimate.evidence
                #expect(
                    [evidence.asks, evidence.answers, evidence.streak, evidence.seekerAsks]
                        + [evidence.seekerAnswers]
                        == [expected.n, expected.y, expected.streak, expected.seekerN, expected.seekerY])
                #expect(evidence.reopensContact == expected.g)
            }
        }
    }

    @Test("an opened ask says how things stood", arguments: UInt64(0)..<30)
    func openedAsk(seed: UInt64) throws {
        let events = Self.history(seed: seed)
        let expected = HistoryOracle(events).asks
        var ledger = try ReplyLedger(constants: .reference)
        var seen: [NodeID: Int] = [:]
        for event in events {
            guard let ask = ledger.record(event) else { continue }
            let position = seen[event.person, default: 0]
            seen[event.person] = position + 1
            let oracle = try #require(expected[event.person]?[position])
            #expect(ask.sentDays == oracle.sent && ask.reopensContact == oracle.g)
            #expect(abs(ask.uncalibratedProbability - oracle.p) < 1e-12)
            #expect(ledger.openAsk(to: event.person) == ask)
        }
        #expect(seen == expected.mapValues(\.count))
    }

    @Test(
        "reading gives the same whatever was settled before, and changes nothing", arguments: UInt64(0)..<30)
    func settlingIsInvisible(seed: UInt64) throws {
        let ledger = try Self.ledger(Self.history(seed: seed))
        let end = 600.0
        var inSteps = ledger
        for time in stride(from: end - 20, through: end, by: 3) { inSteps.settle(at: time) }
        for person: NodeID in 0..<5 {
            let estimate = ledger.reply(from: person, at: end)
            #expect(ledger.settled(at: end).reply(from: person, at: end) == estimate)
            #expect(inSteps.reply(from: person, at: end) == estimate)
            #expect(ledger.reply(from: person, at: end) == estimate)
        }
    }

    @Test("terms sum to the log-odds, and shares of evidence to 1", arguments: UInt64(0)..<30)
    func sums(seed: UInt64) throws {
        let ledger = try Self.ledger(Self.history(seed: seed))
        for person: NodeID in 0..<6 {
            let estimate = ledger.reply(from: person, at: 700, recipients: 3, knownBy: 2)
            let terms = estimate.terms
            let sum =
                terms.base + terms.rate + terms.inboundVolume + terms.recency + terms.streak + terms.coldReach
                + terms.recipients + terms.calibration
            #expect(abs(logOdds(estimate.probability) - sum) < 1e-12)
            #expect(abs(logOdds(estimate.uncalibratedProbability) - (sum - terms.calibration)) < 1e-12)
            let evidence = estimate.evidence
            #expect(abs(evidence.personShare + evidence.seekerShare + evidence.populationShare - 1) < 1e-12)
        }
    }

    @Test("relabelling people changes nothing", arguments: UInt64(0)..<20)
    func relabelling(seed: UInt64) throws {
        let events = Self.history(seed: seed)
        let names: [NodeID] = [3, 900, 0, 7, 1]
        let ledger = try Self.ledger(events)
        let renamed = try Self.ledger(
            events.map { event in
                var event = event
                event.person = names[Int(event.person)]
                return event
            })
        for person: NodeID in 0..<5 {
            #expect(
                ledger.reply(from: person, at: 700) == renamed.reply(from: names[Int(person)], at: 700))
        }
    }

    @Test("a message that expects no reply, and a nudge, only move the last date")
    func datesOnly() throws {
        var ledger = try ReplyLedger(constants: .reference)
        #expect(ledger.recordOutgoing(to: 0, at: 0, expectsReply: false) == nil)
        #expect(ledger.openAsk(to: 0) == nil)
        let ask = ledger.recordOutgoing(to: 0, at: 5)
        #expect(ask?.reopensContact == false)
        #expect(ledger.recordOutgoing(to: 0, at: 11.9) == nil)
        #expect(ledger.openAsk(to: 0) == ask)
        ledger.recordIncoming(from: 0, at: 12.5)
        #expect(ledger.openAsk(to: 0) == nil)
        #expect(ledger.reply(from: 0, at: 12.5).evidence.asks == 1)
        #expect(ledger.reply(from: 0, at: 12.5).evidence.answers == 0)
    }

    @Test("a warm referral starts from a higher rate, and its answer surprises less")
    func warmReferral() throws {
        var ledger = try ReplyLedger(constants: .reference)
        let warm = ledger.reply(from: 0, at: 0, approach: .warmReferral)
        #expect(abs(warm.evidence.smoothedRate - 0.6) < 1e-12)
        #expect(warm.probability > ledger.reply(from: 0, at: 0).probability)
        let ask = ledger.recordOutgoing(to: 0, at: 0, approach: .warmReferral)
        #expect(ask?.uncalibratedProbability == warm.uncalibratedProbability)
    }

    @Test("a former colleague starts between strangers and warm referrals")
    func formerColleague() throws {
        let ledger = try ReplyLedger(constants: .standard)
        let rates = Approach.allCases.map { ledger.reply(from: 0, at: 0, approach: $0).evidence.smoothedRate }
        #expect(zip(rates, [0.4, 0.5, 0.6]).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    // MARK: Edges

    @Test("an unknown person is a stranger")
    func unknownPerson() throws {
        var ledger = try ReplyLedger(nodeCount: 1)
        ledger.recordIncoming(from: 0, at: 3)
        let stranger = ledger.reply(from: 4_000_000_000, at: 5)
        #expect(stranger == ledger.reply(from: 1, at: 5))
        #expect(stranger.evidence.daysSinceIncoming == .infinity && stranger.evidence.reopensContact)
        #expect(ledger.openAsk(to: 1) == nil)
    }

    @Test("probabilities stay strictly inside (0, 1)")
    func extremes() throws {
        func isInside(_ estimate: ReplyEstimate) -> Bool {
            [estimate.probability, estimate.uncalibratedProbability].allSatisfy { $0 > 0 && $0 < 1 }
        }
        for intercept in [-1e6, -800, 0, 40, 800, 1e6] {
            var constants = RankingConstants.standard
            constants.replyIntercept = intercept
            constants.stallIntercept = intercept
            var ledger = try ReplyLedger(constants: constants)
            #expect(isInside(ledger.reply(from: 0, at: 1e9, recipients: .max, knownBy: .max)))
            #expect(isInside(ledger.reply(from: 0, at: -1e300, recipients: -5, knownBy: -5)))
            for day in 0..<300 { ledger.recordOutgoing(to: 0, at: Double(8 * day)) }
            #expect(isInside(ledger.reply(from: 0, at: 2400)))
            for message in 0..<300 { ledger.recordIncoming(from: 0, at: 2400 + Double(message) / 300) }
            #expect(isInside(ledger.reply(from: 0, at: 1e300)))
            let model = try SilenceModel(constants: constants)
            for (days, rho) in [(-5.0, 0.0), (0, 1), (1e300, 0), (1e300, 1)] {
                let p = model.estimate(daysSilent: days, replyProbability: rho, inboundVolume: 0)
                #expect(p.probabilityOfNoAnswer > 0 && p.probabilityOfNoAnswer < 1)
            }
        }
    }

    @Test("time does not run backwards")
    func backwards() async {
        await #expect(processExitsWith: .failure) {
            var ledger = try ReplyLedger(constants: .reference)
            ledger.recordIncoming(from: 0, at: 3)
            ledger.recordIncoming(from: 1, at: 2)
        }
        await #expect(processExitsWith: .failure) {
            var ledger = try ReplyLedger(constants: .reference)
            ledger.settle(at: 3)
            _ = ledger.reply(from: 0, at: 2)
        }
    }
}

@Suite("Silence model")
struct SilenceModelTests {
    @Test("silence, doubt and strangeness each make an answer less likely")
    func monotone() throws {
        let model = try SilenceModel()
        func p(_ days: Double, _ rho: Double, _ volume: Double) -> Double {
            model.estimate(daysSilent: days, replyProbability: rho, inboundVolume: volume)
                .probabilityOfNoAnswer
        }
        #expect(p(5, 0.4, 1) > p(4, 0.4, 1))
        #expect(p(5, 0.3, 1) > p(5, 0.4, 1))
        #expect(p(5, 0.4, 0.5) > p(5, 0.4, 1))
        #expect(p(-3, 0.4, 1) == p(0, 0.4, 1))
    }

    @Test("terms sum to the log-odds, and the flag follows the constants")
    func terms() throws {
        var constants = RankingConstants.standard
        let estimate = try SilenceModel(constants: constants).estimate(
            daysSilent: 9, replyProbability: 0.4, inboundVolume: 0.7)
        let terms = estimate.terms
        #expect(
            abs(
                logOdds(estimate.probabilityOfNoAnswer)
                    - (terms.base + terms.reply + terms.age + terms.inboundVolume)) < 1e-12)
        constants.stallFlagProbability = estimate.probabilityOfNoAnswer
        let atFlag = try SilenceModel(constants: constants)
        #expect(atFlag.estimate(daysSilent: 9, replyProbability: 0.4, inboundVolume: 0.7).isStalled)
        #expect(!atFlag.estimate(daysSilent: 8.9, replyProbability: 0.4, inboundVolume: 0.7).isStalled)
    }

    @Test("says nothing about an ask amid a running exchange")
    func runningExchange() throws {
        var ledger = try ReplyLedger(constants: .reference)
        ledger.recordIncoming(from: 0, at: 0)
        let sent = ledger.recordOutgoing(to: 0, at: 1)
        let ask = try #require(sent)
        #expect(try SilenceModel().estimate(of: ask, at: 20) == nil)
    }
}

@Suite("Opening rate")
struct OpeningRateTests {
    @Test("the range spans both tenures")
    func range() throws {
        let estimate = try OpeningRate(reports: 10).estimate()
        #expect(estimate.horizonMonths == 3)
        #expect(abs(estimate.expectedWaitMonths - 3) < 1e-12)
        #expect(estimate.expectedWaitRangeMonths.lowerBound == estimate.expectedWaitMonths)
        #expect(abs(estimate.expectedWaitRangeMonths.upperBound - 4.7) < 1e-12)
        #expect(estimate.probabilityRange.upperBound == estimate.probability)
        #expect(estimate.probabilityRange.lowerBound < estimate.probability)
    }

    @Test("no one to leave: no opening, and no end to the wait")
    func nobody() throws {
        let estimate = try OpeningRate(reports: -4, growthPerMonth: -1).estimate()
        #expect(estimate.probability == 0 && estimate.probabilityRange == 0...0)
        #expect(estimate.expectedWaitMonths == .infinity)
        let never = OpeningRate(reports: 0).probabilityOfOpening(
            withinMonths: .infinity, tenureMonths: 30)
        #expect(never == 0)
    }

    @Test("growth adds to the rate, signals multiply it")
    func rate() {
        let rate = OpeningRate(reports: 6, growthPerMonth: 0.1, signalFactor: 1.5)
        #expect(abs(rate.openingsPerMonth(tenureMonths: 30) - 0.45) < 1e-12)
        #expect(rate.probabilityOfOpening(withinMonths: -1, tenureMonths: 30) == 0)
    }

    @Test("a tenure of nothing is a mistake of the caller")
    func tenure() async {
        await #expect(processExitsWith: .failure) {
            _ = OpeningRate(reports: 3).expectedWaitMonths(tenureMonths: 0)
        }
    }
}
