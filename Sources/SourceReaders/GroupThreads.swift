internal import ReferralGraph

/// Who was in threads or talks with more than one other person, and so may know each other.
struct GroupThreads {
    private var threads: [Thread] = []
    private var positions: [String: Int] = [:]
    /// What they were in, in words that the number of people follows, such as "in a meeting of".
    let words: String
    /// The largest group in which people seem to know each other, the owner included.
    let largestGroup: Int

    init(_ words: String, largestGroup: Int) {
        self.words = words
        self.largestGroup = largestGroup
    }

    private struct Thread {
        var people: Set<Int> = []
        var lastDay: CalendarDay
    }

    /// Notes a message of a thread.
    mutating func add(_ people: some Sequence<Int>, thread: String, day: CalendarDay) {
        if let position = positions[thread] {
            threads[position].people.formUnion(people)
            threads[position].lastDay = max(threads[position].lastDay, day)
        } else {
            positions[thread] = threads.count
            threads.append(Thread(people: Set(people), lastDay: day))
        }
    }

    /// Each pair once, in rising order, with the smallest group it was in and the last day of any.
    /// - Complexity: O(threads · `largestGroup`²).
    var acquaintances: [AcquaintanceRecord] {
        var ties: [Int: [Int: (size: Int, lastDay: CalendarDay)]] = [:]
        for thread in threads {
            // The owner is one of them.
            let size = thread.people.count + 1
            guard size > 2, size <= largestGroup else { continue }
            let people = thread.people.sorted()
            for (index, first) in people.enumerated() {
                for second in people[(index + 1)...] {
                    let known = ties[first]?[second]
                    ties[first, default: [:]][second] = (
                        min(size, known?.size ?? size), max(thread.lastDay, known?.lastDay ?? thread.lastDay)
                    )
                }
            }
        }
        return ties.sorted { $0.key < $1.key }.flatMap { first, others in
            others.sorted { $0.key < $1.key }.map { second, tie in
                AcquaintanceRecord(
                    first: first, second: second, how: "\(words) \(tie.size)",
                    lastContact: tie.lastDay)
            }
        }
    }
}
