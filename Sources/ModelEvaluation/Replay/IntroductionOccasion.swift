import ReferralGraph

/// A moment of an event list at which someone is about to meet someone new.
struct IntroductionOccasion: Equatable, Sendable {
    /// What is about to happen.
    enum Kind: Equatable, Sendable {
        /// The ego and a stranger who shares a contact with them are about to write directly for the first
        /// time.
        case newTie
        /// This contact is about to put the ego and a stranger on one message, and the two will write to each
        /// other for the first time within 30 days.
        case introduction(by: Int)
    }

    let kind: Kind
    /// When, days; judged just before.
    let days: Double
    let ego: Int
    let stranger: Int
}

/// Which message is the first between two people, and who wrote to who when: this one reads the whole list,
/// and nothing of it goes into a score.
struct MessageOutcomes {
    /// Up to how many recipients a message counts as direct.
    static let mostDirectRecipients = 3
    /// How soon after an introduction the two must have written, days.
    static let introductionDays = 30.0
    /// How soon a contact must write to count as warm, days.
    static let warmDays = 14.0

    let endDays: Double
    private var firstContact: [Pair: Double] = [:]
    /// When one person wrote to another, ascending.
    private var times: [Pair: [Double]] = [:]

    private struct Pair: Hashable {
        let from: Int
        let to: Int
    }

    /// - Complexity: O(recipients of all messages).
    init(_ list: MessageEventList) {
        endDays = list.messages.last?.days ?? 0
        for message in list.messages {
            for recipient in message.recipients {
                times[Pair(from: message.sender, to: recipient), default: []].append(message.days)
                guard message.recipients.count <= Self.mostDirectRecipients else { continue }
                let pair = Self.unordered(message.sender, recipient)
                if firstContact[pair] == nil { firstContact[pair] = message.days }
            }
        }
    }

    private static func unordered(_ left: Int, _ right: Int) -> Pair {
        Pair(from: min(left, right), to: max(left, right))
    }

    /// How many pairs ever write to each other directly.
    var directPairCount: Int { firstContact.count }

    /// Whether two people first write to each other after `time`, and soon.
    func areIntroduced(_ left: Int, _ right: Int, after time: Double) -> Bool {
        guard let first = firstContact[Self.unordered(left, right)] else { return false }
        return first > time && first <= time + Self.introductionDays
    }

    /// Whether someone writes to someone within ``warmDays`` after `time`.
    /// - Complexity: O(log messages).
    func writes(_ person: Int, to other: Int, soonAfter time: Double) -> Bool {
        guard let times = times[Pair(from: person, to: other)] else { return false }
        var (low, high) = (0, times.count)
        while low < high {
            let middle = (low + high) / 2
            if times[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return low < times.count && times[low] <= time + Self.warmDays
    }
}
