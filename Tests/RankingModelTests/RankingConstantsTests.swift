import Foundation
import RankingModel
import Testing

@Suite("Ranking constants")
struct RankingConstantsTests {
    func isRefused(_ constants: RankingConstants) -> Bool {
        do throws(RankingError) {
            try constants.validate()
            return false
        } catch {
            return true
        }
    }

    @Test("the standard constants are valid")
    func standard() throws {
        try RankingConstants.standard.validate()
        #expect(RankingConstants() == .standard)
    }

    @Test(
        "the reference constants are those of ranking.md; the standard ranking lacks the terms that are worth nothing"
    )
    func reference() throws {
        try RankingConstants.reference.validate()
        let (reference, standard) = (RankingConstants.reference, RankingConstants.standard)
        #expect(reference.replyColdReachCoefficient == 0.19 && standard.replyColdReachCoefficient == 0)
        // What the evidence has changed, and nothing else.
        let changed = RankingConstants.fields.filter { $0.value(in: reference) != $0.value(in: standard) }
            .map(\.name)
        #expect(
            changed == [
                "workAskLogOdds", "adviceAskLogOdds", "learnsFromOwnPurposes", "replyColdReachCoefficient",
                "stallIntercept",
                "stallReplyCoefficient", "stallAgeCoefficient", "stallInboundCoefficient",
                "stallFlagProbability", "learnsFromOwnSilences", "reachFloor", "introducerDegreeExponent",
                "familiarityShare", "repeatsReplyForIntroduction",
            ])
        #expect(RankingConstants.standard.asksUntilCalibrated == 84)
    }

    @Test("what has to be positive is")
    func positives() {
        let positive: [WritableKeyPath<RankingConstants, Double>] = [
            \.historyHalfLifeDays, \.replyWindowDays, \.populationWeightAsks, \.seekerWeightAsks,
            \.purposeWeightAsks, \.calibrationWeight, \.introductionFadeDays, \.tieFadeDays, \.valueTolerance,
            \.directValue.horizonMonths, \.directValue.tenureMonths, \.directValue.alternativeTenureMonths,
            \.directValue.maximumFit,
        ]
        for path in positive {
            for value in [0, -1, .infinity, .nan] {
                var constants = RankingConstants.standard
                constants[keyPath: path] = value
                #expect(isRefused(constants), "\(path) = \(value)")
            }
        }
    }

    @Test("what has to be a probability is")
    func unit() {
        let probabilities: [WritableKeyPath<RankingConstants, Double>] = [
            \.populationReplyRate, \.warmReferralReplyRate, \.formerColleagueReplyRate,
            \.stallFlagProbability, \.familiarityShare,
            \.givenReferralTieProbability, \.unknownTieProbability, \.inferredTieFactor,
            \.minimumTieProbability, \.introductionDiscount, \.directValue.postedOpeningProbability,
        ]
        for path in probabilities {
            for value in [-0.1, 1.1, .nan] {
                var constants = RankingConstants.standard
                constants[keyPath: path] = value
                #expect(isRefused(constants), "\(path) = \(value)")
            }
        }
    }

    @Test("no number is so large that a formula overflows or a day cannot be counted")
    func bounds() {
        for field in RankingConstants.fields where !field.expected.hasSuffix(" above 0") {
            for value in [1e300, -1e300, 1e10] { #expect(!field.admits(value), "\(field.name) = \(value)") }
        }
        for path in [\RankingConstants.applications.windowDays, \.replyIntercept, \.reachDegreeExponent] {
            var constants = RankingConstants.standard
            constants[keyPath: path] = 1e300
            #expect(isRefused(constants), "\(path)")
        }
        var steep = RankingConstants.standard
        steep.reachDegreeExponent = 11
        #expect(isRefused(steep))
    }

    @Test("a discount of 1 is refused: the values would have no unique fixed point without familiarity")
    func discount() {
        var constants = RankingConstants.standard
        constants.introductionDiscount = 1
        #expect(
            throws: RankingError.invalidConstant(
                name: "introductionDiscount", value: 1, requirement: "in [0, 1)")
        ) { try constants.validate() }
    }

    @Test("every model refuses constants out of range")
    func models() {
        var constants = RankingConstants.standard
        constants.maximumSweeps = 0
        let error = RankingError.invalidConstant(
            name: "maximumSweeps", value: 0, requirement: "above 0, at most 1000000000")
        #expect(throws: error) { try ReplyLedger(constants: constants) }
        #expect(throws: error) { try SilenceModel(constants: constants) }
        #expect(throws: error) { try ReferralReach(constants: constants) }
        #expect(throws: error) { try ContactValue(constants: constants) }
        #expect(throws: error) { try IntroductionPath(constants: constants) }
        constants = .standard
        constants.directValue.tenureMonths = 0
        #expect(throws: RankingError.self) {
            try OpeningRate(reports: 1).estimate(constants: constants.directValue)
        }
    }

    @Test("a policy survives being written and read")
    func coding() throws {
        var constants = RankingConstants.standard
        constants.replyWindowDays = 5.5
        constants.directValue.starFactor = 1.1
        let data = try JSONEncoder().encode(constants)
        #expect(try JSONDecoder().decode(RankingConstants.self, from: data) == constants)
    }
}
