package import GraphAlgorithms
package import ReferralGraph
import SystemInterface

/// One contact between the seeker and one person. It holds numbers only, so that copies cost nothing: what was said
/// is found through its interaction.
package struct Touch: Sendable {
    package var node: NodeID
    package var date: Timestamp
    /// The day in the contact's calendar.
    package var day: CalendarDay
    package var channel: Interaction.Channel
    package var direction: Interaction.Direction
    /// Whether the seeker asked for something to come back.
    package var isAsk = false
    /// Whether an answer to this incoming word is owed.
    var wantsAnswer = false
    /// How many people were addressed at once.
    package var recipients = 1
    /// Position of the opportunity it was about.
    package var opportunity: Int?
    /// The conversation ended with it, until someone speaks again.
    package var closes = false
    /// Whether the employer's no was said in it.
    var isRejection = false
    /// Position of the interaction; `nil` for a touch read off an opportunity's stages.
    package var interaction: Int?

    /// Whether it came after a moment that fell on `day` in the contact's calendar; `nil` when it was on that
    /// day, too, and the time of one of them is not known.
    func isAfter(_ moment: Timestamp, on day: CalendarDay) -> Bool? {
        if self.day != day { return self.day > day }
        guard date.secondOfDay != nil, moment.secondOfDay != nil else { return nil }
        return date > moment
    }
}

/// All touches, in time order, and by person.
///
/// Interviews, rejections and offers that were recorded only as stages of an opportunity count as touches with
/// the people who took part, unless an interaction of the same day says so already.
package struct ContactHistory: Sendable {
    /// In time order. At the same moment incoming comes before outgoing (ranking.md, *edges*); bare days keep the
    /// order in which they were recorded, which is all that is known.
    package let touches: [Touch]
    /// The positions in `touches` of each node's touches, in time order.
    package let byNode: [[Int]]

    init(of network: ReferralNetwork, index: NetworkIndex, clocks: [LocalClock]) {
        var touches = Self.interactionTouches(network, index, clocks)
        touches += Self.stageTouches(network, index, clocks, besides: touches)
        self.init(touches: touches, nodeCount: network.people.count)
    }

    /// The history of a network in which interactions with a few people differ from those of another.
    /// - Parameters:
    ///   - history: That of the other network, which has the same people and opportunities.
    ///   - nodes: Everyone an interaction concerns that differs. Added interactions are the last ones.
    init(
        revising history: ContactHistory, concerning nodes: Set<NodeID>, of network: ReferralNetwork,
        index: NetworkIndex, clocks: [LocalClock]
    ) {
        guard !nodes.isEmpty else {
            self = history
            return
        }
        var touches = Self.interactionTouches(network, index, clocks, concerning: nodes)
        touches += Self.stageTouches(network, index, clocks, besides: touches, concerning: nodes)
        let unchanged = history.touches.filter { !nodes.contains($0.node) }
        self.init(touches: unchanged + touches, nodeCount: network.people.count)
    }

    private init(touches: [Touch], nodeCount: Int) {
        let moments = touches.map(\.date.secondsSinceEpoch)
        let order = touches.indices.sorted { left, right in
            if moments[left] != moments[right] { return moments[left] < moments[right] }
            let (a, b) = (touches[left], touches[right])
            if a.date.secondOfDay != nil, b.date.secondOfDay != nil, a.direction != b.direction {
                return a.direction == .incoming || b.direction == .outgoing
            }
            return (a.interaction ?? .max, left) < (b.interaction ?? .max, right)
        }
        self.touches = order.map { touches[$0] }
        var byNode = [[Int]](repeating: [], count: nodeCount)
        for (position, touch) in self.touches.enumerated() { byNode[Int(touch.node)].append(position) }
        self.byNode = byNode
    }

    /// The touches with a person, in time order.
    package func touches(with node: NodeID) -> PersonTouches {
        PersonTouches(all: touches, positions: byNode[Int(node)])
    }

    /// The last touch with a person.
    package func lastTouch(with node: NodeID) -> Touch? { byNode[Int(node)].last.map { touches[$0] } }

    private static func interactionTouches(
        _ network: ReferralNetwork, _ index: NetworkIndex, _ clocks: [LocalClock],
        concerning nodes: Set<NodeID>? = nil
    ) -> [Touch] {
        let people = nodes.map { nodes in Set(nodes.map { network.people[Int($0)].id }) }
        let refusals = network.opportunities.map { $0.rejection?.date }
        let interactions = network.interactions
        return Parts.join(interactions.count) { part in
            var touches: [Touch] = []
            touches.reserveCapacity(nodes == nil ? part.count : 0)
            for position in part {
                if let people, !interactions[position].people.contains(where: people.contains) { continue }
                if interactions[position].wasMissed { continue }
                let opportunity = interactions[position].opportunity.flatMap(index.position(of:))
                let refusal = opportunity.flatMap { refusals[$0] }
                let (date, direction) = (interactions[position].date, interactions[position].direction)
                // The no on a role closes the role; the person behind it is where R1 begins.
                let closes =
                    interactions[position].closesThread
                    || refusal == nil && interactions[position].purposes.contains(.decline)
                let wantsAnswer = direction == .incoming && interactions[position].wantsAnswer
                for person in interactions[position].people {
                    guard let node = index.node(of: person), nodes?.contains(node) ?? true else { continue }
                    let day = clocks[Int(node)].day(of: date)
                    let isRejection =
                        direction != .outgoing
                        && refusal.map { clocks[Int(node)].day(of: $0) == day } ?? false
                    touches.append(
                        Touch(
                            node: node, date: date, day: day, channel: interactions[position].channel,
                            direction: direction, isAsk: interactions[position].isAsk,
                            wantsAnswer: wantsAnswer && !isRejection,
                            recipients: interactions[position].people.count, opportunity: opportunity,
                            closes: closes, isRejection: isRejection, interaction: position))
                }
            }
            return touches
        }
    }

    private static func stageTouches(
        _ network: ReferralNetwork, _ index: NetworkIndex, _ clocks: [LocalClock], besides recorded: [Touch],
        concerning nodes: Set<NodeID>? = nil
    ) -> [Touch] {
        struct Meeting: Hashable {
            var node: NodeID
            var day: CalendarDay
        }
        var isOfStage = [Bool](repeating: false, count: network.people.count)
        for opportunity in network.opportunities {
            for person in opportunity.stages.lazy.flatMap(opportunity.people(in:)) {
                if let node = index.node(of: person) { isOfStage[Int(node)] = true }
            }
        }
        var known = Set(
            recorded.lazy.filter { isOfStage[Int($0.node)] }.map { Meeting(node: $0.node, day: $0.day) })
        var touches: [Touch] = []
        for (position, opportunity) in network.opportunities.enumerated() {
            for stage in opportunity.stages {
                for person in opportunity.people(in: stage) {
                    guard let node = index.node(of: person), person != network.seeker,
                        nodes?.contains(node) ?? true
                    else { continue }
                    let day = clocks[Int(node)].day(of: stage.date)
                    guard known.insert(Meeting(node: node, day: day)).inserted else { continue }
                    let isTalk = stage.stage == .interview || stage.stage == .screening
                    touches.append(
                        Touch(
                            node: node, date: stage.date, day: day,
                            channel: isTalk ? .interview : .message,
                            direction: isTalk ? .mutual : .incoming, opportunity: position,
                            isRejection: stage.stage == .rejected))
                }
            }
        }
        return touches
    }
}

/// The touches with one person, in time order.
package struct PersonTouches: RandomAccessCollection, Sendable {
    fileprivate let all: [Touch]
    fileprivate let positions: [Int]

    package var startIndex: Int { 0 }
    package var endIndex: Int { positions.count }
    package subscript(index: Int) -> Touch { all[positions[index]] }
}

extension Opportunity {
    /// How far the seeker came: 0 for not at all, else one more than the position in ``Stage/progression``.
    package var progress: Int {
        stages.compactMap { Stage.progression.firstIndex(of: $0.stage) }.max().map { $0 + 1 } ?? 0
    }

    /// Who a stage brought the seeker in touch with: the people it names, else those whose role it is.
    package func people(in event: StageEvent) -> [PersonID] {
        if !event.people.isEmpty {
            return event.stage == .applied || event.stage == .withdrawn ? [] : event.people
        }
        let roles: Set<Participant.Role>
        switch event.stage {
        case .screening: roles = [.recruiter]
        case .rejected, .offer, .onHold: roles = [.hiringManager]
        case .applied, .interview, .finalist, .accepted, .withdrawn: roles = []
        }
        return participants.filter { roles.contains($0.role) }.map(\.person)
    }

    /// Who sat in an interview: the people it names, else those whose role it is.
    package func panel(of event: StageEvent) -> [PersonID] {
        guard event.stage == .interview, event.people.isEmpty else { return people(in: event) }
        return participants.filter { [.interviewer, .hiringManager, .interim].contains($0.role) }.map(
            \.person)
    }

    /// Those who decided: the hiring managers, else whoever the rejection names.
    package var deciders: [PersonID] {
        let managers = participants.filter { $0.role == .hiringManager }.map(\.person)
        return managers.isEmpty ? rejection?.people ?? [] : managers
    }
}

extension Interaction {
    /// Whether an incoming word asks for an answer.
    fileprivate var wantsAnswer: Bool {
        if let expectsReply { return expectsReply }
        let asksNothing = purposes.allSatisfy {
            [.thankYou, .congratulation, .update, .decline].contains($0)
        }
        return (purposes.isEmpty || !asksNothing) && !isTheirTurn
    }

    /// What the words of the subject and the note say about whose turn it is.
    var turnWords: TurnWords? {
        guard direction != .outgoing else { return nil }
        let text = [subject, note].compactMap(\.self).joined(separator: ". ")
        return text.isEmpty ? nil : TurnWords.read(text)
    }

    /// Whether the other side has the next word, by what was recorded.
    var isTheirTurn: Bool {
        if promise?.by == .them { return true }
        return turnWords == .theyWillBeInTouch || turnWords == .theyWillDecide
    }
}

extension Stage {
    /// The stages that lead to a job, in order.
    package static let progression: [Stage] = [
        .applied, .screening, .interview, .finalist, .offer, .accepted,
    ]
}
