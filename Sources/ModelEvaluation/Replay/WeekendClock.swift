import ReferralGraph

/// Business days on a scale whose weekdays may be unknown.
///
/// Where they are, the weekend is taken to be the quietest 48 hours of the week among the messages seen so
/// far.
struct WeekendClock: Sendable {
    /// Days from the beginning of the scale to the beginning of a Saturday, in 0 ..< 7.
    private(set) var saturday: Double
    private let isKnown: Bool
    private var messagesByHour = [Int](repeating: 0, count: 168)
    private var isStale = false

    init(_ timeScale: MessageEventList.TimeScale) {
        // The scale of the calendar begins on a Thursday.
        saturday = timeScale == .calendar ? 2 : 0
        isKnown = timeScale == .calendar
    }

    mutating func observe(_ days: Double) {
        guard !isKnown else { return }
        messagesByHour[Int((days - 7 * (days / 7).rounded(.down)) * 24) % 168] += 1
        isStale = true
    }

    /// Brings ``saturday`` up to date.
    /// - Complexity: O(1).
    mutating func update() {
        guard isStale else { return }
        isStale = false
        var window = messagesByHour[..<48].reduce(0, +)
        var (least, hour) = (window, 0)
        for start in 1..<168 {
            window += messagesByHour[(start + 47) % 168] - messagesByHour[start - 1]
            if window < least { (least, hour) = (window, start) }
        }
        saturday = Double(hour) / 24
    }

    /// Business days, with a fraction, between two moments when Saturdays begin at `saturday`.
    static func businessDays(from start: Double, to end: Double, saturday: Double) -> Double {
        func elapsed(_ time: Double) -> Double {
            let shifted = time - saturday
            let week = (shifted / 7).rounded(.down)
            return week * 5 + max(shifted - 7 * week - 2, 0)
        }
        return elapsed(end) - elapsed(start)
    }
}
