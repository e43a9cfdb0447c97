import GraphAlgorithms
import RankingModel
import ReferralGraph

/// Finds the occasions of an event list and scores the candidates of each as things stood just before.
struct IntroductionReplay {
    private var state: AcquaintanceReplay
    private let outcomes: MessageOutcomes
    private let variants: [ModelVariant]
    private let scorers: [VariantScorer]
    private var random: SplitMix64
    /// The probability with which an occasion is kept.
    private let keptShare: Double
    private let startSeconds: Int
    private let planSize: Int

    /// Before which share of the messages nothing is scored, so that there is a network to look at.
    private static let warmUpShare = 0.2
    /// About how many new ties are scored at most.
    private static let mostNewTies = 4000
    /// The fewest contacts an ego must have to choose among.
    private static let fewestCandidates = 3
    /// Up to how many recipients a message can be an introduction.
    private static let mostIntroduced = 10

    private init(
        _ list: MessageEventList, variants: [ModelVariant], planSize: Int, seed: UInt64
    ) throws(RankingError) {
        state = try AcquaintanceReplay(peopleCount: list.people.count, variants: variants)
        outcomes = MessageOutcomes(list)
        var scorers: [VariantScorer] = []
        for variant in variants { scorers.append(try VariantScorer(variant)) }
        self.scorers = scorers
        self.variants = variants
        self.planSize = planSize
        random = SplitMix64(seed: seed)
        keptShare = min(1, Double(Self.mostNewTies) / Double(max(1, 2 * outcomes.directPairCount)))
        let first = Int(Self.warmUpShare * Double(list.messages.count))
        startSeconds = list.messages.isEmpty ? 0 : list.messages[first].seconds
    }

    /// The occasions of a list, in order, unscored.
    ///
    /// Which there are, and of long lists which are kept, depends on the whole list; their scores do not.
    /// - Parameter seed: Draws the occasions of long lists.
    static func occasions(
        in list: MessageEventList, seed: UInt64
    ) throws(RankingError) -> [IntroductionOccasion] {
        var replay = try IntroductionReplay(list, variants: [], planSize: 0, seed: seed)
        return list.messages.flatMap { message in
            let occasions = replay.occasions(in: message)
            replay.state.observe(message)
            return occasions
        }
    }

    /// The occasions of a list with everybody's scores, in order.
    /// - Parameters:
    ///   - start: Before when occasions are passed over, days.
    ///   - planSize: How many picks of a plan to make; 0 for none.
    ///   - seed: Draws the occasions of long lists.
    /// - Complexity: O(n + m) for each occasion and variant, and about 40 times that for the two personalised
    ///   PageRanks; O(nm) for betweenness every two weeks.
    static func cases(
        in list: MessageEventList, from start: Double = -.infinity, variants: [ModelVariant], planSize: Int,
        seed: UInt64
    ) throws(RankingError) -> [IntroductionCase] {
        var replay = try IntroductionReplay(list, variants: variants, planSize: planSize, seed: seed)
        var cases: [IntroductionCase] = []
        for message in list.messages {
            replay.state.refresh(at: message.days)
            for occasion in replay.occasions(in: message) where occasion.days >= start {
                cases.append(replay.scored(occasion))
            }
            replay.state.observe(message)
        }
        return cases
    }

    // MARK: Occasions

    private mutating func occasions(in message: MessageEventList.Message) -> [IntroductionOccasion] {
        guard message.seconds >= startSeconds else { return [] }
        return introductions(in: message) + newTies(in: message)
    }

    private mutating func introductions(in message: MessageEventList.Message) -> [IntroductionOccasion] {
        let time = message.days
        guard (2...Self.mostIntroduced).contains(message.recipients.count),
            time + MessageOutcomes.introductionDays <= outcomes.endDays
        else { return [] }
        return message.recipients.compactMap { ego in
            guard state.knows(ego, message.sender) else { return nil }
            let stranger = message.recipients.first { other in
                other != ego && !state.knows(ego, other)
                    && outcomes.areIntroduced(ego, other, after: time)
            }
            guard let stranger, state.contacts[ego].count >= Self.fewestCandidates, isKept() else {
                return nil
            }
            return IntroductionOccasion(
                kind: .introduction(by: message.sender), days: time, ego: ego, stranger: stranger)
        }
    }

    private mutating func newTies(in message: MessageEventList.Message) -> [IntroductionOccasion] {
        guard message.recipients.count <= MessageOutcomes.mostDirectRecipients else { return [] }
        var occasions: [IntroductionOccasion] = []
        for person in message.recipients where !state.knows(message.sender, person) {
            for (ego, stranger) in [(message.sender, person), (person, message.sender)] {
                guard state.contacts[ego].count >= Self.fewestCandidates, isKept() else { continue }
                let known = state.contacts[ego].count { state.knows(stranger, $0.person) }
                guard known > 0, known < state.contacts[ego].count else { continue }
                occasions.append(
                    .init(kind: .newTie, days: message.days, ego: ego, stranger: stranger))
            }
        }
        return occasions
    }

    private mutating func isKept() -> Bool { random.unit() < keptShare }

    // MARK: Scores

    private func scored(_ occasion: IntroductionOccasion) -> IntroductionCase {
        let (time, ego) = (occasion.days, occasion.ego)
        let contacts = state.contacts[ego]
        let candidates = contacts.map(\.person)
        let graph = state.present.acquaintance
        let isTie = occasion.kind == .newTie
        let daysSinceStranger = candidates.map { person in
            state.contact(of: person, with: occasion.stranger).map { time - $0.lastContact }
        }
        let knownBy = candidates.map { state.contacts[$0].count }
        let models = scorers.indices.map { index in
            let replies = zip(candidates, knownBy).map { person, degree in
                state.seekers[ego].reply(index, from: person, at: time, knownBy: degree).probability
            }
            return scorers[index].model(
                of: ego, contacts: contacts, at: time, in: graph, replyProbabilities: replies,
                daysSinceStranger: daysSinceStranger, planSize: isTie ? planSize : 0)
        }
        return IntroductionCase(
            occasion: occasion, candidates: candidates,
            baselines: baselines(of: ego, contacts, at: time, in: graph), models: models,
            daysSinceStranger: daysSinceStranger, daysSinceEgo: contacts.map { time - $0.lastContact })
    }

    private func baselines(
        of ego: Int, _ contacts: [AcquaintanceReplay.Contact], at time: Double, in graph: CompactGraph
    ) -> [[Double]] {
        var isContact = [Bool](repeating: false, count: graph.nodeCount)
        for contact in contacts { isContact[contact.person] = true }
        let degrees = contacts.map { Double(graph.outDegree(of: NodeID($0.person))) }
        let mutual = contacts.map { contact in
            Double(graph.successors(of: NodeID(contact.person)).count { isContact[Int($0)] })
        }
        let walk = state.daily.walk(from: ego, damping: 0.85, steps: 30)
        let nearWalk = state.daily.walk(from: ego, damping: 0.5, steps: 12)
        return ContactBaseline.allCases.map { baseline in
            switch baseline {
            case .random: contacts.map { _ in 0 }
            case .degree: degrees
            case .recency: contacts.map { $0.lastContact - time }
            case .frequency: contacts.map { Double($0.messages) }
            case .pageRank: contacts.map { state.fortnightly.pageRank[$0.person] }
            case .personalizedPageRank: contacts.map { walk[$0.person] }
            case .nearPersonalizedPageRank: contacts.map { nearWalk[$0.person] }
            case .betweenness: contacts.map { state.fortnightly.betweenness[$0.person] }
            case .brokerage: contacts.map { 1 - state.fortnightly.constraint[$0.person] }
            case .mutualContacts: mutual
            // All neighbours but the ego and those the ego knows.
            case .newReach: zip(degrees, mutual).map { $0 - $1 - 1 }
            case .inbound:
                contacts.map {
                    state.seekers[ego].reply(0, from: $0.person, at: time, knownBy: 0).evidence.decayedInbound
                }
            case .degreeAndRecency:
                zip(degrees, contacts).map {
                    $0 * Elementary.exponential(($1.lastContact - time) / Self.recencyFadeDays)
                }
            }
        }
    }

    /// The fade of the composite baseline.
    private static let recencyFadeDays = 30.0
}
