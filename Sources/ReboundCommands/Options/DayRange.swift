import ArgumentParser
import ReferralGraph

/// The days from one to another, as `2026-03-01..2026-04-10`.
struct DayRange: ExpressibleByArgument {
    /// The days, both ends included.
    let days: ClosedRange<CalendarDay>

    /// More days are hardly meant: ten years.
    static let mostDays = 3660

    init?(argument: String) {
        let ends = argument.split(separator: ".", omittingEmptySubsequences: false)
        guard ends.count == 3, ends[1].isEmpty, let first = CalendarDay(String(ends[0])),
            let last = CalendarDay(String(ends[2])), first <= last, last - first < Self.mostDays
        else { return nil }
        days = first...last
    }
}
