import GraphAlgorithms
import ReferralGraph
import SystemInterface

/// One conversation with one person: the touches the user put in a named thread, else those with that person
/// about the same opportunity, or about none.
struct ConversationThread: Sendable {
    let node: NodeID
    /// What the user called it.
    let name: String?
    let opportunity: Int?
    /// In time order; at least one.
    let touches: [Touch]

    /// Whose turn it is.
    enum Turn: Equatable {
        /// The seeker asked `asks` times in a row without an answer, last at `last`.
        case theirs(asks: Int, last: Int)
        /// They spoke last and an answer is owed; the position of their word.
        case yours(since: Int)
        /// No one's.
        case nobody
        /// Someone closed it, at this position.
        case closed(Int)
    }

    /// Derived from the touches; positions refer to `touches`.
    var turn: Turn {
        let last = touches.count - 1
        if touches[last].closes { return .closed(last) }
        var asks = 0
        var lastAsk: Int?
        for position in touches.indices.reversed() {
            let touch = touches[position]
            guard touch.direction == .outgoing else {
                if let lastAsk { return .theirs(asks: asks, last: lastAsk) }
                return position == last && touch.wantsAnswer ? .yours(since: position) : .nobody
            }
            if touch.isAsk {
                asks += 1
                lastAsk = lastAsk ?? position
            }
        }
        return lastAsk.map { .theirs(asks: asks, last: $0) } ?? .nobody
    }

    /// The threads of a history, ordered by person and then by first touch.
    /// - Complexity: O(touches).
    static func all(in history: ContactHistory, of network: ReferralNetwork) -> [ConversationThread] {
        Parts.join(history.byNode.count) { part in
            part.flatMap { threads(with: NodeID($0), in: history, of: network) }
        }
    }

    /// The threads with one person, ordered by first touch.
    static func threads(
        with node: NodeID, in history: ContactHistory, of network: ReferralNetwork
    ) -> [ConversationThread] {
        struct Key: Hashable {
            var name: String?
            var opportunity: Int?
        }
        func key(of touch: Touch) -> Key {
            let name = touch.interaction.flatMap { network.interactions[$0].thread }
            return Key(name: name, opportunity: name == nil ? touch.opportunity : nil)
        }
        let touches = history.touches(with: node)
        guard let first = touches.first.map(key) else { return [] }
        // Nearly always there is one conversation.
        let common = touches.prefix { key(of: $0) == first }
        var keys = [first]
        var groups = [Array(common)]
        var numbers = [first: 0]
        for touch in touches[common.endIndex...] {
            let key = key(of: touch)
            if key == keys.last {
                groups[groups.count - 1].append(touch)
            } else if let number = numbers[key] {
                groups[number].append(touch)
            } else {
                numbers[key] = keys.count
                keys.append(key)
                groups.append([touch])
            }
        }
        return zip(keys, groups).map { key, touches in
            ConversationThread(
                node: node, name: key.name, opportunity: touches.lazy.compactMap(\.opportunity).last,
                touches: touches)
        }
    }
}
