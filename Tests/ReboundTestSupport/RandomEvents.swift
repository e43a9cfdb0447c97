public import ReferralGraph

/// Invented event lists: people who write to a few others more than to the rest, and mostly get answers.
public enum RandomEvents {
    /// Messages in time order.
    /// - Parameters:
    ///   - seed: The same seed gives the same messages.
    ///   - people: How many take part, at least 4; their names are `p0`, `p1` and so on.
    ///   - count: How many messages.
    ///   - isThreaded: Whether messages have names and answers say what they answer.
    public static func records(
        seed: UInt64, people: Int, count: Int, isThreaded: Bool = false
    ) -> [MessageEventList.Record] {
        var random = SeededRandom(seed: seed)
        var seconds = 0
        var waiting: [(from: Int, to: Int, message: Int)] = []
        var records: [MessageEventList.Record] = []
        while records.count < count {
            // Every seventh step is a whole number of days, so that windows end on the dot.
            seconds +=
                records.count.isMultiple(of: 7)
                ? 86_400 * Int.random(in: 0...1, using: &random) : Int.random(in: 0...20_000, using: &random)
            let name = isThreaded ? "m\(records.count)" : nil
            if let open = waiting.first, random.unit() < 0.6 {
                waiting.removeFirst()
                records.append(
                    .init(
                        seconds: seconds, from: "p\(open.to)", to: ["p\(open.from)"], message: name,
                        replyTo: isThreaded ? ["m\(open.message)"] : []))
                continue
            }
            let from = Int.random(in: 0..<people, using: &random)
            let size = random.unit() < 0.7 ? 1 : Int.random(in: 2...5, using: &random)
            // Near numbers know each other, and who they know moves on: there are friends of friends to
            // meet.
            let drift = seconds / (60 * 86_400)
            let to = (0..<size).map { _ in
                let step = Int.random(in: 1...(random.unit() < 0.9 ? 5 : people - 1), using: &random)
                return (from + step + drift) % people
            }
            if random.unit() < 0.25 {
                // An introduction of someone who writes to them to someone they write to.
                let back = drift + Int.random(in: 2...4, using: &random)
                let one = (from + people * (1 + back / people) - back) % people
                let other = (from + drift + Int.random(in: 3...5, using: &random)) % people
                if one != from, other != from, one != other {
                    waiting.insert((other, one, records.count), at: 0)
                    records.append(
                        .init(
                            seconds: seconds, from: "p\(from)", to: ["p\(one)", "p\(other)"], message: name))
                    continue
                }
            }
            if let first = to.first, random.unit() < 0.7 { waiting.append((from, first, records.count)) }
            records.append(.init(seconds: seconds, from: "p\(from)", to: to.map { "p\($0)" }, message: name))
        }
        return records
    }
}
