import GraphAlgorithms
import RankingModel
import Testing

/// The published worked examples of the ranking model, to 1e-9, by the reference constants.
@Suite("Worked examples")
struct WorkedExamplesTests {
    static let tolerance = 1e-9

    func expect(_ value: Double, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(abs(value - expected) <= Self.tolerance, sourceLocation: sourceLocation)
    }

    @Test("1: a stranger, on an empty file")
    func stranger() throws {
        let estimate = try ReplyLedger(constants: .reference).reply(from: 0, at: 100)
        expect(estimate.probability, 0.2648414463656379)
        expect(estimate.terms.base, 0.31)
        expect(estimate.terms.rate, -0.15813139216218394)
        expect(estimate.terms.recency, -1.172823471694381)
        for term in [
            estimate.terms.inboundVolume, estimate.terms.streak, estimate.terms.coldReach,
            estimate.terms.recipients, estimate.terms.calibration,
        ] {
            #expect(term == 0)
        }
    }

    @Test("2: a stranger nine people know, alone and among three")
    func knownStranger() throws {
        let ledger = try ReplyLedger(constants: .reference)
        expect(ledger.reply(from: 0, at: 100, knownBy: 9).probability, 0.3581359872478481)
        expect(ledger.reply(from: 0, at: 100, recipients: 3, knownBy: 9).probability, 0.20013502524071033)
    }

    @Test("3: one answer, one silence")
    func answerAndSilence() throws {
        var ledger = try ReplyLedger(constants: .reference)
        let sent = ledger.recordOutgoing(to: 0, at: 0)
        let first = try #require(sent)
        expect(first.uncalibratedProbability, 0.2648414463656379)
        #expect(first.reopensContact)
        ledger.recordIncoming(from: 0, at: 2)
        ledger.recordOutgoing(to: 0, at: 20)

        let estimate = ledger.reply(from: 0, at: 30)
        expect(estimate.probability, 0.3445440909702754)
        expect(estimate.terms.calibration, 0.012874429852144703)
        expect(estimate.terms.rate, 0.39 * -0.17185025692665942)
        expect(estimate.terms.inboundVolume, 0.23 * 0.591125945694743)
        expect(estimate.terms.recency, -0.26 * 3.367295829986474)
        // S[1] / (I[1] + 20)
        expect(estimate.terms.calibration, 0.26320373569742467 / (0.4439139224156445 + 20))
        let evidence = estimate.evidence
        #expect(evidence.asks == 2 && evidence.answers == 1 && evidence.streak == 1)
        #expect(evidence.seekerAsks == 2 && evidence.seekerAnswers == 1)
        #expect(evidence.reopensContact)
    }

    @Test("4: a nudge and a late answer")
    func nudge() throws {
        var ledger = try ReplyLedger(constants: .reference)
        #expect(ledger.recordOutgoing(to: 0, at: 0) != nil)
        #expect(ledger.recordOutgoing(to: 0, at: 3) == nil)
        #expect(ledger.recordOutgoing(to: 0, at: 7) != nil)
        ledger.recordIncoming(from: 0, at: 9)
        let evidence = ledger.reply(from: 0, at: 14).evidence
        #expect(evidence.asks == 2 && evidence.answers == 1 && evidence.streak == 0)
        #expect(evidence.seekerAsks == 2 && evidence.seekerAnswers == 1)
    }

    @Test(
        "5: the silence of a stranger",
        arguments: zip(
            [0.0, 3, 7, 14],
            [0.6917645995687973, 0.855547143730789, 0.9058505586544422, 0.9372632672893191]))
    func silence(days: Double, expected: Double) throws {
        var ledger = try ReplyLedger(constants: .reference)
        let sent = ledger.recordOutgoing(to: 0, at: 50)
        let ask = try #require(sent)
        let estimate = try #require(try SilenceModel(constants: .reference).estimate(of: ask, at: 50 + days))
        expect(estimate.probabilityOfNoAnswer, expected)
        #expect(estimate.isStalled == (days >= 3))
    }

    @Test("5: the silence of someone who used to write")
    func warmSilence() throws {
        let estimate = try SilenceModel(constants: .reference).estimate(
            daysSilent: 7, replyProbability: 0.75, inboundVolume: 2.3978952727983707)
        expect(estimate.probabilityOfNoAnswer, 0.6123036891998163)
    }

    @Test("6: a chain of three")
    func chain() throws {
        let graph = try CompactGraph(nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2)])
        let reach = try ReferralReach(constants: .reference).measures(
            in: graph, seeker: 0, daysSinceContact: [0, 0, .infinity])
        #expect(reach.newContactShares == [0, 0, 1])
        expect(reach.familiarity[1], 0.5)
        expect(reach.reach[1], 0.75)
        let values = try ContactValue(constants: .reference).values(
            for: ContactValueInputs(
                graph: graph, reach: reach, replyProbabilities: [0, 0.6, 0.3], directValues: [0, 0, 0.5],
                strangerValue: 0.5))
        expect(values.values[2], 0.168)
        expect(values.values[1], 0.060192)
    }

    /// S 0, a 1, b 2, x 3, y 4.
    func fivePeople() throws -> ContactValues {
        let graph = try CompactGraph(
            nodeCount: 5,
            edges: [Edge(0, 1), Edge(0, 2), Edge(1, 2), Edge(1, 3), Edge(1, 4), Edge(2, 4)])
        let reach = try ReferralReach(constants: .reference).measures(
            in: graph, seeker: 0, daysSinceContact: [0, 30, 0, .infinity, .infinity])
        return try ContactValue(constants: .reference).values(
            for: ContactValueInputs(
                graph: graph, reach: reach, replyProbabilities: [0, 0.5, 0.8, 0.3, 0.3],
                directValues: [0, 0.1, 0, 0.4, 0.9], strangerValue: 0.65))
    }

    @Test("7: five people; warmth beats reach")
    func five() throws {
        let values = try fivePeople()
        let reach = values.inputs.reach
        expect(reach.newContactShares[3], 0.3387215606309845)
        expect(reach.newContactShares[4], 0.6612784393690154)
        expect(reach.familiarity[1], 0.75)
        expect(reach.familiarity[2], 0.75)
        expect(reach.reach[1], 0.875)
        expect(reach.reach[2], 0.7056392196845077)
        expect(values.values[3], 0.13755)
        expect(values.values[4], 0.2934)
        expect(values.values[1], 0.12281102447756612)
        expect(values.values[2], 0.17446888809238256)
        #expect(reach.reach[1] > reach.reach[2] && values.values[1] < values.values[2])
    }

    @Test("8: plans of one and two, and paths")
    func plan() throws {
        let values = try fivePeople()
        let one = CallPlan().calls(1, among: [1, 2], values: values)
        #expect(one.calls.map(\.person) == [2])
        expect(one.value, 0.17446888809238256)
        let two = CallPlan().calls(2, among: [1, 2], values: values)
        #expect(two.calls.map(\.person) == [2, 1])
        expect(two.value, 0.261462690546853)

        let search = try IntroductionPath()
        let rho = values.inputs.replyProbabilities
        expect(rho[1] * search.tieProbability(), 0.25)
        expect(rho[2] * search.tieProbability(daysSinceContact: 0), 0.8)
    }

    @Test("9: ten reports for three months")
    func opening() {
        let ten = OpeningRate(reports: 10)
        expect(ten.probabilityOfOpening(withinMonths: 3, tenureMonths: 30), 0.6321205588285577)
        expect(ten.expectedWaitMonths(tenureMonths: 30), 3)
        let frozen = OpeningRate(reports: 10, signalFactor: 0.25)
        expect(frozen.probabilityOfOpening(withinMonths: 3, tenureMonths: 30), 0.22119921692859512)
        #expect(OpeningRate(reports: 0).probabilityOfOpening(withinMonths: 3, tenureMonths: 30) == 0)
    }
}
