import Playbook
import RankingModel
public import ReferralGraph

/// How many of the seeker's asks were answered, by means of contact and by month.
///
/// As in the reply model (ranking.md, section a), an ask is answered by a word that comes within the reply window, and
/// a message sent while an ask is open is a nudge, not another ask.
public struct ReplyRates: Sendable, Equatable, Codable {
    /// The reply window, days.
    public var windowDays: Double
    /// All asks.
    public var all: Tally
    /// By means of contact, in the order of ``ReferralGraph/Interaction/Channel``; those never used are left out.
    public var byChannel: [OfChannel]
    /// By the month of asking, from the first to the last with an ask; months between without one are in it.
    public var byMonth: [OfMonth]

    /// What came of some asks.
    public struct Tally: Sendable, Equatable, Codable {
        /// Those whose reply window has passed, or that were answered.
        public var settled = 0
        /// Those answered within the window.
        public var answered = 0
        /// Those still within it, without an answer.
        public var open = 0

        /// The share answered of those settled, in [0, 1]; `nil` without any.
        public var rate: Double? { settled == 0 ? nil : Double(answered) / Double(settled) }
    }

    /// The asks by one means of contact.
    public struct OfChannel: Sendable, Equatable, Codable {
        /// The means.
        public var channel: Interaction.Channel
        /// What came of them.
        public var tally: Tally
    }

    /// The asks of one month.
    public struct OfMonth: Sendable, Equatable, Codable {
        /// The first day of the month.
        public var month: CalendarDay
        /// What came of them.
        public var tally: Tally
    }
}

extension NetworkAnalysis {
    /// How many of the seeker's asks were answered.
    /// - Complexity: O(interactions + months).
    public var replyRates: ReplyRates {
        let window = policy.ranking.replyWindowDays
        var rates = ReplyRates(windowDays: window, all: .init(), byChannel: [], byMonth: [])
        var channels: [Interaction.Channel: ReplyRates.Tally] = [:]
        var months: [Int: ReplyRates.Tally] = [:]
        for positions in situation.history.byNode {
            for ask in asks(in: positions.map { situation.history.touches[$0] }, window: window) {
                rates.all.count(ask.fate)
                channels[ask.touch.channel, default: .init()].count(ask.fate)
                months[ask.touch.day.monthNumber, default: .init()].count(ask.fate)
            }
        }
        rates.byChannel = Interaction.Channel.allCases.compactMap { channel in
            channels[channel].map { .init(channel: channel, tally: $0) }
        }
        if let first = months.keys.min(), let last = months.keys.max() {
            rates.byMonth = (first...last).compactMap { number in
                CalendarDay(year: number / 12, month: number % 12 + 1, day: 1).map {
                    .init(month: $0, tally: months[number] ?? .init())
                }
            }
        }
        return rates
    }

    /// The asks among the touches with one person, which come in time order.
    private func asks(in touches: [Touch], window: Double) -> [(touch: Touch, fate: AskFate)] {
        var asks: [(touch: Touch, fate: AskFate)] = []
        func isWithinWindow(_ day: CalendarDay) -> Bool {
            asks.last.map { $0.fate == .open && Double(day - $0.touch.day) <= window } ?? false
        }
        for touch in touches {
            if touch.direction.hasTheirWord {
                if let last = asks.indices.last, asks[last].fate == .open {
                    asks[last].fate = isWithinWindow(touch.day) ? .answered : .unanswered
                }
            } else if touch.isAsk, !isWithinWindow(touch.day) {
                if let last = asks.indices.last, asks[last].fate == .open { asks[last].fate = .unanswered }
                asks.append((touch, .open))
            }
        }
        if let last = asks.indices.last, asks[last].fate == .open, !isWithinWindow(asOf.day) {
            asks[last].fate = .unanswered
        }
        return asks
    }
}

private enum AskFate { case open, answered, unanswered }

extension ReplyRates.Tally {
    fileprivate mutating func count(_ fate: AskFate) {
        switch fate {
        case .open: open += 1
        case .answered:
            settled += 1
            answered += 1
        case .unanswered: settled += 1
        }
    }
}

extension CalendarDay {
    /// Months since January of the year 0.
    fileprivate var monthNumber: Int { parts.year * 12 + parts.month - 1 }
}
