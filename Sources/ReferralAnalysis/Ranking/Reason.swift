import GraphAlgorithms
import Playbook
import RankingModel
import ReferralGraph

/// One summand of a number with where it comes from: the formula with its values, and what was recorded.
public struct Reason: Sendable, Equatable, Codable {
    /// What it is.
    public var label: String
    /// How much of the whole: of V, or of the log-odds of a reply.
    public var number: Double
    /// The term of the model with its values put in (ranking.md, sections a and e).
    public var formula: String
    /// What was recorded: dated interactions, the referral, the tie; days are `YYYY-MM-DD`.
    public var evidence: [String]
}

/// Puts the numbers of one person into reasons.
struct ReasonBuilder {
    let situation: Situation
    let ranking: ContactRanking
    let node: NodeID
    /// How it is known that two people know each other.
    let acquaintance: (NodeID, NodeID) -> String

    private var constants: RankingConstants { ranking.values.constants }

    // MARK: V

    /// The summands of V, in the order of ``ContactWorth/contributions``.
    /// - Complexity: O(degree log degree + common contacts).
    func valueReasons(_ worth: ContactWorth) -> [Reason] {
        worth.contributions.map { part in
            switch part.kind {
            case .direct:
                Reason(
                    label: part.label, number: part.value,
                    formula: "rho d = \(figure(worth.replyProbability)) x \(figure(worth.direct.value))",
                    evidence: worth.direct.factors)
            case .introduction: introduction(part)
            case .familiarity: familiarity(part)
            }
        }
    }

    private func introduction(_ part: Contribution) -> Reason {
        guard let stranger = part.through.flatMap(situation.index.node(of:)) else {
            return Reason(label: part.label, number: part.value, formula: "", evidence: [])
        }
        let share = ranking.reach.newContactShares[Int(stranger)]
        let name = situation.person(stranger).name
        return Reason(
            label: part.label, number: part.value,
            formula:
                "gamma rho sigma (1 - theta) lambda V = \(discountedReply) x \(figure(1 - constants.familiarityShare))"
                + " x \(figure(share)) x \(figure(ranking.values.values[Int(stranger)]))",
            evidence: ["knows \(name): \(acquaintance(node, stranger))"])
    }

    private func familiarity(_ part: Contribution) -> Reason {
        let common = ranking.projection.graph.successors(of: node).filter {
            ranking.projection.isContact[Int($0)]
        }.map { situation.person($0).name }
        let names = common.prefix(3).joined(separator: ", ") + (common.count > 3 ? " and others" : "")
        return Reason(
            label: part.label, number: part.value,
            formula:
                "gamma rho sigma theta m vbar = \(discountedReply) x \(figure(constants.familiarityShare))"
                + " x \(figure(ranking.reach.familiarity[Int(node)]))"
                + " x \(figure(ranking.values.inputs.strangerValue))",
            evidence: common.isEmpty
                ? ["no one you both know; the share of a newcomer"] : ["you both know \(names)"])
    }

    private var discountedReply: String {
        "\(figure(constants.introductionDiscount)) x \(figure(ranking.replyProbability(of: node)))"
            + " x \(figure(ranking.introductionProbability(of: node)))"
            + (constants.repeatsReplyForIntroduction ? "" : " (assumed)")
    }

    // MARK: rho

    /// The summands of the log-odds of a reply that are not 0, in the order of the model.
    func replyReasons(_ worth: ContactWorth) -> [Reason] {
        let evidence = ranking.replyEvidence(of: node)
        let touches = situation.history.touches(with: node)
        let theirs = touches.filter(\.direction.hasTheirWord)
        let asks = touches.filter(\.isAsk)
        let streak = Array(
            touches.reversed().prefix { !$0.direction.hasTheirWord }.filter(\.isAsk).reversed())
        let knownBy = ranking.projection.knownBy[Int(node)]
        let c = constants
        let grounds: [(formula: String, evidence: [String])] = [
            ("b0", []),
            (
                "\(figure(c.replyRateCoefficient)) logit(r), r = \(figure(evidence.smoothedRate))",
                dated(asks, "you asked")
            ),
            (
                "\(figure(c.replyInboundCoefficient)) ln(1 + \(figure(evidence.decayedInbound)) messages)",
                dated(theirs, "they spoke")
            ),
            (
                "\(figure(c.replyRecencyCoefficient)) ln(1 + "
                    + "\(figure(min(c.recencyCapDays, evidence.daysSinceIncoming))) days)",
                theirs.last.map { ["their last word: \($0.day)"] }
                    ?? ["no word from them so far: counts as \(figure(c.recencyCapDays)) days"]
            ),
            (
                "\(figure(c.replyStreakCoefficient)) ln(1 + \(evidence.streak) asks)",
                dated(streak, "no answer to")
            ),
            (
                "\(figure(c.replyColdReachCoefficient)) ln(1 + \(knownBy) people)",
                ["never in touch with you"]
            ),
            ("\(figure(c.replyRecipientsCoefficient)) ln(people addressed)", []),
            ("assumed, after eight seekers' logs", []),
            (
                "S / (I + \(figure(c.calibrationWeight)))",
                [
                    evidence.seekerAsks == 1
                        ? "your only request with an outcome was "
                            + (evidence.seekerAnswers == 1 ? "answered" : "not answered")
                        : "\(evidence.seekerAnswers) of your \(evidence.seekerAsks) requests with an outcome were answered"
                ]
            ),
            (
                "logit((y + \(figure(c.purposeWeightAsks)) e) / (n + \(figure(c.purposeWeightAsks)))) - logit(e)",
                []
            ),
        ]
        return zip(worth.replyTerms, grounds).compactMap { term, ground in
            term.logOdds == 0
                ? nil
                : Reason(
                    label: term.name, number: term.logOdds, formula: ground.formula,
                    evidence: ground.evidence)
        }
    }

    /// What the reply probability rests on, said plainly.
    var basis: String {
        let evidence = ranking.replyEvidence(of: node)
        let messages = situation.history.touches(with: node).count
        let shares = [
            (evidence.personShare, "their own record"), (evidence.seekerShare, "your record with others"),
            (evidence.populationShare, "the population's rate"),
        ]
        let largest = shares.max { $0.0 < $1.0 }!
        let size = messages == 1 ? "1 message" : "\(messages) messages"
        let asks =
            switch evidence.asks {
            case 0: "no outcome yet"
            case 1: "1 outcome: \(evidence.answers == 1 ? "a reply" : "no reply")"
            default: "\(evidence.asks) outcomes, \(evidence.answers) of them replies"
            }
        return "based on \(size) with \(situation.firstName(node)) (\(asks)); "
            + (largest.0 == 1
                ? "all of it \(largest.1)" : "mostly \(largest.1) (\(Likelihood(largest.0).percent))")
    }

    /// The last three of some touches, newest first.
    private func dated(_ touches: [Touch], _ what: String) -> [String] {
        let days = touches.suffix(3).reversed().map { "\($0.day)" }
        guard !days.isEmpty else { return [] }
        let more = touches.count > days.count ? " and \(touches.count - days.count) earlier" : ""
        return ["\(what) \(days.joined(separator: ", "))\(more)"]
    }
}

/// A number to three or four figures, without zeros at the end.
private func figure(_ value: Double) -> String {
    let magnitude = abs(value)
    guard magnitude < 1e12 else { return "\(value)" }
    let places = magnitude >= 1 ? 2 : magnitude >= 0.1 ? 3 : magnitude >= 0.01 ? 4 : 5
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((magnitude * Double(scale)).rounded())
    var digits = String(scaled % scale)
    digits = String(repeating: "0", count: places - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    let whole = "\(value < 0 && scaled > 0 ? "-" : "")\(scaled / scale)"
    return digits.isEmpty ? whole : "\(whole).\(digits)"
}
