import ReferralGraph

/// What became of asks: this one reads the whole list, and nothing of it goes into a score.
enum AskOutcomes {
    /// After how many days each ask was answered; `nil` when it was not before the list ends.
    ///
    /// In a threaded list the answer is the person's first message that names the ask's; in any other their
    /// next message to the asker, unless a new ask came first.
    /// - Parameter cases: In the order of the list.
    /// - Complexity: O(recipients of all messages).
    static func daysToAnswer(_ cases: [AskCase], in list: MessageEventList) -> [Double?] {
        var latencies = [Double?](repeating: nil, count: cases.count)
        let asks = Dictionary(grouping: cases.indices) { cases[$0].message }
        var open: [Pair: Int] = [:]
        for (position, message) in list.messages.enumerated() {
            if list.isThreaded {
                for index in message.answers.flatMap({ asks[$0] ?? [] })
                where cases[index].person == message.sender && latencies[index] == nil {
                    latencies[index] = message.days - cases[index].days
                }
                continue
            }
            for recipient in message.recipients {
                guard let index = open.removeValue(forKey: Pair(ego: recipient, person: message.sender))
                else {
                    continue
                }
                latencies[index] = message.days - cases[index].days
            }
            for index in asks[position] ?? [] {
                open[Pair(ego: cases[index].ego, person: cases[index].person)] = index
            }
        }
        return latencies
    }

    private struct Pair: Hashable {
        let ego: Int
        let person: Int
    }
}
