public import GraphAlgorithms
import Playbook
public import RankingModel
public import ReferralGraph
import SystemInterface

/// The ranking model applied to one network: rho, s and V of everybody (ranking.md, sections a to e).
package struct ContactRanking: Sendable {
    package let projection: NetworkProjection
    package let reach: ReachMeasures
    package let values: ContactValues
    let estimator: DirectValueEstimator
    /// Who someone pointed the seeker to without a contact so far: their ask is a warm one.
    package let isWarmReferral: [Bool]
    /// The employers and schools that everyone has in common with the seeker.
    let sharedPasts: SharedPasts
    /// The silence model's odds of each open ask that opened or reopened contact.
    let silence: [NodeID: SilenceOdds]
    /// What became of the seeker's asks.
    let record: ReplyRecord
    /// What became of the seeker's silent asks; `nil` when the policy does not learn from them.
    let silenceRecord: SilenceRecord?

    private let situation: Situation
    /// The moment looked from, or the last recorded contact where that is later in the day; days since 1970.
    package let now: Double
    /// The exchanges with everybody, with all asks settled that were due by then.
    package let ledger: ReplyLedger
    private let replies: [ReplyEstimate]

    /// - Parameter known: See ``NetworkProjection``.
    init(
        _ situation: Situation, policy: AnalysisPolicy, seeker: NodeID,
        reusing known: NetworkProjection? = nil
    ) throws(AnalysisError) {
        self.situation = situation
        let constants = policy.ranking
        do {
            projection = try NetworkProjection(
                situation, policy: policy.projection, seeker: seeker, reusing: known)
        } catch {
            throw .graph(error)
        }
        isWarmReferral = Self.warmReferrals(situation)
        let sharedPasts = SharedPasts(
            situation.network, asOf: situation.asOf.day,
            companyAtMostPeople: policy.projection.smallCompanyAtMostPeople)
        self.sharedPasts = sharedPasts
        let nodes = projection.graph.nodes
        do {
            let lastTouch = situation.history.touches.last?.date.daysSinceEpoch ?? -.infinity
            now = max(situation.asOf.daysSinceEpoch, lastTouch)
            let ledger = try Self.ledger(of: situation, projection, sharedPasts, constants: constants)
                .settled(at: now)
            self.ledger = ledger
            record = ledger.record
            silenceRecord = ledger.silenceRecord(at: now)
            silence = try Self.silence(ledger, at: now, nodes: nodes, constants: constants)
            let estimator = DirectValueEstimator(situation, constants: constants.directValue)
            self.estimator = estimator
            let directValues = Parts.join(nodes.count) { part in
                part.map { estimator.estimate(for: NodeID($0), inWords: false) }
            }
            replies = Parts.join(nodes.count) { [now, projection, isWarmReferral] part in
                part.map { place in
                    ledger.reply(
                        from: NodeID(place), at: now, knownBy: projection.knownBy[place],
                        approach: sharedPasts.approach(
                            to: NodeID(place), isReferral: isWarmReferral[place], in: situation))
                }
            }
            reach = try ReferralReach(constants: constants).measures(
                in: projection.graph, seeker: seeker,
                daysSinceContact: projection.daysSinceContact.map { $0 ?? .infinity })
            let introductions = nodes.map { [replies] node in
                constants.introductionProbability(
                    hasMet: Self.hasMet(node, in: situation),
                    replyProbability: replies[Int(node)].probability)
            }
            let known = directValues.map { $0.isKnown ? $0.value : nil }
            values = try ContactValue(constants: constants).values(
                for: ContactValueInputs(
                    graph: projection.graph, reach: reach, replyProbabilities: replies.map(\.probability),
                    introductionProbabilities: introductions, directValues: directValues.map(\.value),
                    strangerValue: ContactValueInputs.strangerValue(
                        ofKnown: known, reach: reach, constants: constants.directValue)))
        } catch {
            throw .ranking(error)
        }
    }

    /// The contact to ask for a word to a stranger: of those available the likeliest to answer, else of all who may
    /// be contacted at all; `nil` when none of these knows the stranger.
    /// - Complexity: O(degree).
    func introducer(of stranger: NodeID, available: Set<NodeID>) -> NodeID? {
        let contacts = projection.graph.successors(of: stranger).filter {
            projection.isContact[Int($0)] && !situation.mustNotContact($0)
                && situation.history.lastTouch(with: $0)?.closes != true
        }
        let best = contacts.filter(available.contains)
        return (best.isEmpty ? contacts : best).max { left, right in
            let (a, b) = (replyProbability(of: left), replyProbability(of: right))
            return a != b ? a < b : left > right
        }
    }

    /// rho of a person.
    package func replyProbability(of node: NodeID) -> Double { replies[Int(node)].probability }

    /// rho of a person asked for something, by the seeker's record of that.
    func replyProbability(of node: NodeID, askingFor record: PurposeRecord) -> Double {
        replies[Int(node)].probability(askingFor: record)
    }

    /// sigma: how likely a person who has answered writes an introduction.
    func introductionProbability(of node: NodeID) -> Double {
        values.inputs.introductionProbabilities[Int(node)]
    }

    /// Whether the seeker has talked with a person, and so could ask for a name.
    package func hasMet(_ node: NodeID) -> Bool { Self.hasMet(node, in: situation) }

    private static func hasMet(_ node: NodeID, in situation: Situation) -> Bool {
        situation.history.touches(with: node).contains { $0.direction == .mutual }
    }

    /// The counts behind rho of a person.
    func replyEvidence(of node: NodeID) -> ReplyEvidence { replies[Int(node)].evidence }

    /// The numbers of one person, ready to be explained.
    /// - Complexity: O(degree log degree).
    func worth(of node: NodeID) -> ContactWorth {
        let reply = replies[Int(node)]
        let direct = estimator.estimate(for: node)
        let parts = values.contributions(to: node)
        var contributions: [Contribution] = []
        if parts.direct > 0 {
            contributions.append(
                Contribution(kind: .direct, label: "an opening with them", value: parts.direct))
        }
        for introduction in parts.introductions where introduction.value > 0 {
            let stranger = situation.person(introduction.person)
            contributions.append(
                Contribution(
                    kind: .introduction, label: "a word to \(stranger.name)", through: stranger.id,
                    value: introduction.value))
        }
        if parts.familiarity > 0 {
            contributions.append(
                Contribution(kind: .familiarity, label: "people in your circle", value: parts.familiarity))
        }
        contributions.sort { $0.value > $1.value }
        var assumptions = direct.assumptions
        if let ground = ground(ofApproachTo: node) {
            assumptions.append("\(ground.words), so a reply rate of \(decimal(ground.rate)) to begin with")
        }
        return ContactWorth(
            value: values.values[Int(node)], replyProbability: reply.probability,
            reach: reach.reach[Int(node)], direct: direct, contributions: contributions,
            replyTerms: reply.terms.named, evidence: reply.evidence.words, assumptions: assumptions)
    }

    /// What the first ask to someone starts from, whether or not they were referred.
    package func approach(to node: NodeID, isReferral: Bool) -> Approach {
        sharedPasts.approach(to: node, isReferral: isReferral, in: situation)
    }

    /// Why the first ask to someone does not start from the rate of strangers, in words.
    private func ground(ofApproachTo node: NodeID) -> (words: String, rate: Double)? {
        let constants = values.constants
        let approach = approach(to: node, isReferral: isWarmReferral[Int(node)])
        let words: String
        switch approach {
        case .cold: return nil
        case .warmReferral: words = "referred"
        case .formerColleague:
            words = "worked with you at \(colleaguePast(of: node)?.name ?? "the same employer")"
        case .close: words = "you know them well"
        case .known: words = "you know them"
        case .barelyKnown: words = "you barely know them"
        }
        return (words, constants.replyRate(of: approach))
    }

    private func colleaguePast(of node: NodeID) -> SharedPast? {
        sharedPasts[Int(node)].first(where: \.isColleague)
    }

    /// People named by a referral that was given, and not contacted since.
    private static func warmReferrals(_ situation: Situation) -> [Bool] {
        var isWarm = [Bool](repeating: false, count: situation.network.people.count)
        for referral in situation.network.referrals {
            guard let given = referral.given, referral.declined == nil,
                let node = situation.index.node(of: referral.to), !situation.wasTouched(node, since: given)
            else { continue }
            isWarm[Int(node)] = true
        }
        return isWarm
    }

    /// Replays the history. A talk counts as their word and then as a word of ours that asks for nothing.
    private static func ledger(
        of situation: Situation, _ projection: NetworkProjection, _ sharedPasts: SharedPasts,
        constants: RankingConstants
    ) throws(RankingError) -> ReplyLedger {
        var ledger = try ReplyLedger(nodeCount: projection.graph.nodeCount, constants: constants)
        for touch in situation.history.touches {
            let time = touch.date.daysSinceEpoch
            if touch.direction.hasTheirWord { ledger.recordIncoming(from: touch.node, at: time) }
            if touch.direction.hasOurWord {
                ledger.recordOutgoing(
                    to: touch.node, at: time, expectsReply: touch.isAsk, recipients: touch.recipients,
                    knownBy: projection.knownBy[Int(touch.node)],
                    approach: sharedPasts.approach(
                        to: touch.node, isReferral: situation.wasReferred(touch.node, by: touch.day),
                        in: situation), purpose: situation.askPurpose(of: touch))
            }
        }
        return ledger
    }

    private static func silence(
        _ ledger: ReplyLedger, at now: Double, nodes: Range<NodeID>, constants: RankingConstants
    ) throws(RankingError) -> [NodeID: SilenceOdds] {
        let model = try SilenceModel(constants: constants)
        let record = ledger.silenceRecord(at: now)
        var odds: [NodeID: SilenceOdds] = [:]
        for node in nodes {
            guard let ask = ledger.openAsk(to: node),
                let estimate = model.estimate(of: ask, at: now, record: record)
            else { continue }
            odds[node] = SilenceOdds(
                replyProbabilityAtSending: ask.replyProbability,
                probabilityOfNoAnswer: estimate.probabilityOfNoAnswer, isProbablyDead: estimate.isStalled)
        }
        return odds
    }
}

extension SharedPasts {
    /// What an ask starts from: a referral, or what the seeker says of the person; else what they share.
    fileprivate func approach(to node: NodeID, isReferral: Bool, in situation: Situation) -> Approach {
        let said = situation.network.people[Int(node)].acquaintance
        if isReferral, said != .close { return .warmReferral }
        return switch said {
        case .close: .close
        case .known: .known
        case .barely: .barelyKnown
        case .unknown: .cold
        case nil: self[Int(node)].contains(where: \.isColleague) ? .formerColleague : .cold
        }
    }
}

extension Situation {
    /// Whether a referral to a node had been given by `day`.
    package func wasReferred(_ node: NodeID, by day: CalendarDay) -> Bool {
        referralsTo[Int(node)].contains { network.referrals[$0].given.map { $0 <= day } ?? false }
    }
}

extension Situation {
    /// What the seeker asked for in a message, as far as its purposes say.
    fileprivate func askPurpose(of touch: Touch) -> AskPurpose {
        let purposes = purposes(of: touch)
        if purposes.contains(where: { $0 == .referralInterview || $0 == .feedback }) { return .advice }
        return touch.opportunity != nil && purposes.contains(.outreach) ? .work : .other
    }
}

extension ReplyTerms {
    /// The summands with their names, in the order of the model.
    var named: [ReplyTerm] {
        [
            ReplyTerm(name: "base", logOdds: base), ReplyTerm(name: "reply rate", logOdds: rate),
            ReplyTerm(name: "they write to you", logOdds: inboundVolume),
            ReplyTerm(name: "time since their last word", logOdds: recency),
            ReplyTerm(name: "unanswered in a row", logOdds: streak),
            ReplyTerm(name: "known by others", logOdds: coldReach),
            ReplyTerm(name: "addressed at once", logOdds: recipients),
            ReplyTerm(name: "what you ask for", logOdds: purpose),
            ReplyTerm(name: "your own calibration", logOdds: calibration),
            ReplyTerm(name: "your record of such requests", logOdds: purposeRecord),
        ]
    }
}

extension ReplyEvidence {
    /// How much of the estimate is this person's own record.
    var words: String {
        let own =
            asks == 0
            ? "no outcome with this person yet"
            : "\(asks == 1 ? "1 request" : "\(asks) requests") to this person, \(answers) answered"
        let shares = [
            (personShare, "this person's own record"), (seekerShare, "your record with others"),
            (populationShare, "the population's rate"),
        ]
        let largest = shares.max { $0.0 < $1.0 }!
        return "\(own); mostly \(largest.1)"
    }
}

/// Why a network could not be analysed.
public enum AnalysisError: Error, Equatable, Sendable {
    /// The network's seeker is not among its people.
    case seekerMissing(PersonID)
    /// The network is too large for the graph, or its identifiers are not unique.
    case graph(GraphError)
    /// A constant of the policy is out of range.
    case ranking(RankingError)
}
