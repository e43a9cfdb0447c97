import ReferralGraph

/// A dated approach: after how many days an answer came, or until when none had.
struct Wait: Sendable {
    let log: String
    let sent: CalendarDay
    /// Days to the answer.
    let answered: Int?
    /// Days it was watched.
    let watched: Int

    /// - Returns: `nil` where the days do not tell.
    init?(_ entry: JobLog.Entry) {
        guard let sent = entry.sent, let isAnswered = entry.isAnswered, isAnswered == (entry.answered != nil),
            let end = entry.answered ?? entry.watchedUntil, end >= sent
        else { return nil }
        log = entry.log
        self.sent = sent
        answered = entry.answered.map { $0 - sent }
        watched = end - sent
    }

    /// Whether no answer had come after so many days.
    func isSilent(after days: Int) -> Bool { answered.map { $0 > days } ?? true }

    /// Whether it is known what had come after so many days.
    func isKnown(after days: Int) -> Bool { answered != nil || watched >= days }
}

/// The share answered by each day, of approaches some of which were watched for a shorter time (Kaplan and Meier 1958,
/// doi:10.1080/01621459.1958.10501452).
struct ResponseCurve: Sendable {
    /// The last day that it is about.
    static let lastDay = 90

    /// The share answered by the end of each day, from day 0 on.
    let answered: [Double]

    /// - Complexity: O(waits).
    init(_ waits: some Sequence<Wait>) {
        // Whatever ends later is at risk on every day here.
        var answers = [Int](repeating: 0, count: Self.lastDay + 1)
        var ends = answers
        var atRisk = 0
        for wait in waits {
            atRisk += 1
            let day = wait.answered ?? wait.watched
            guard day <= Self.lastDay else { continue }
            ends[day] += 1
            if wait.answered != nil { answers[day] += 1 }
        }
        var silent = 1.0
        answered = answers.indices.map { day in
            if answers[day] > 0 { silent *= 1 - Double(answers[day]) / Double(atRisk) }
            atRisk -= ends[day]
            return 1 - silent
        }
    }

    /// The share answered by the end of a day of at most ``lastDay``.
    func answered(by day: Int) -> Double { answered[day] }
}
