public import ReferralGraph

/// Looks for scores that depend on what had not happened yet.
///
/// A scorer maps an event list to the numbers it gives each case, by a name of the case that says when it
/// was. The list is cut at a moment and continued in other ways: nothing that was scored up to the cut may
/// change.
public enum FutureLeak {
    /// One case: what it is, when it was judged, and every number that was said about it.
    public struct Scored: Equatable, Sendable {
        /// Names the case by time and people, not by positions.
        public var name: String
        /// When, in the seconds of the list.
        public var seconds: Int
        /// The scores.
        public var scores: [Double]

        /// Makes a case.
        public init(name: String, seconds: Int, scores: [Double]) {
            self.name = name
            self.seconds = seconds
            self.scores = scores
        }
    }

    /// What was found.
    public struct Finding: Equatable, Sendable {
        /// The names of the cases whose scores changed with the future.
        public var changed: [String]
        /// How many cases could be compared.
        public var compared: Int
    }

    /// Compares the scores of a history under several futures.
    /// - Parameters:
    ///   - records: A list of messages in time order.
    ///   - cut: The last second of the common history.
    ///   - seed: Draws the other futures.
    ///   - scorer: Scores every case of a list.
    public static func search(
        _ records: [MessageEventList.Record], cut: Int, seed: UInt64,
        scorer: (MessageEventList) -> [Scored]
    ) -> Finding {
        func known(_ records: [MessageEventList.Record]) -> [String: [Double]] {
            let scored = scorer(MessageEventList(records, timeScale: .relative))
            return Dictionary(
                scored.filter { $0.seconds <= cut }.map { ($0.name, $0.scores) },
                uniquingKeysWith: { first, _ in first })
        }
        let truth = known(records)
        var changed: Set<String> = []
        var compared = 0
        for future in futures(of: records, after: cut, seed: seed) {
            let other = known(future)
            for (name, scores) in truth {
                guard let theirs = other[name] else { continue }
                compared += 1
                if scores != theirs { changed.insert(name) }
            }
        }
        return Finding(changed: changed.sorted(), compared: compared)
    }

    /// The same list with its end cut off, with more appended, and with another end in its place.
    private static func futures(
        of records: [MessageEventList.Record], after cut: Int, seed: UInt64
    ) -> [[MessageEventList.Record]] {
        var random = SeededRandom(seed: seed)
        let past = records.filter { $0.seconds <= cut }
        let end = records.last?.seconds ?? cut
        let people = Set(records.flatMap { $0.to + [$0.from] }).sorted() + ["newcomer", "0"]
        func invented(after start: Int) -> [MessageEventList.Record] {
            var seconds = start
            return (0..<120).map { _ in
                seconds += Int.random(in: 1...86_400, using: &random)
                let from = people.randomElement(using: &random)!
                let to = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    people.randomElement(using: &random)!
                }
                return .init(seconds: seconds, from: from, to: to)
            }
        }
        let turned = records.filter { $0.seconds > cut }.map { record in
            MessageEventList.Record(seconds: record.seconds, from: record.to[0], to: [record.from])
        }
        return [past, records + invented(after: end), past + invented(after: cut), past + turned]
    }
}
