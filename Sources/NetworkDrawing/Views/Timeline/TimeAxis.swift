import ReferralGraph

/// Days as places on a line, and the months that are written above it.
struct TimeAxis {
    let days: ClosedRange<CalendarDay>
    let left: Double
    let width: Double

    private static let pointsADay = 3.2
    private static let widths = 400.0...780.0
    private static let leastBetweenLabels = 34.0

    /// A month that begins on the axis.
    struct Month: Equatable {
        var x: Double
        /// Empty where the labels would stand too close.
        var label: String
    }

    init(days: ClosedRange<CalendarDay>, left: Double) {
        self.days = days
        self.left = left
        let wanted = Double(days.upperBound - days.lowerBound) * Self.pointsADay
        width = min(max(wanted, Self.widths.lowerBound), Self.widths.upperBound)
    }

    /// Where today is.
    var right: Double { left + width }

    /// The middle of a day; days outside of the axis stand at its ends.
    func x(of day: CalendarDay) -> Double {
        let span = Double(max(1, days.upperBound - days.lowerBound))
        let share = Double(day - days.lowerBound) / span
        return left + min(max(share, 0), 1) * width
    }

    /// The months that begin on the axis; every second, third, sixth or twelfth has a label where there is no
    /// room for all. January says the year.
    var months: [Month] {
        var starts: [CalendarDay] = []
        var (year, month, day) = days.lowerBound.parts
        if day > 1 { (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1) }
        day = 1
        while let start = CalendarDay(year: year, month: month, day: 1), start <= days.upperBound {
            starts.append(start)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        let room = 30.4 * width / Double(max(1, days.upperBound - days.lowerBound))
        let step = [1, 2, 3, 6, 12].first { Double($0) * room >= Self.leastBetweenLabels } ?? 12
        let thinned = Double(step) * room >= Self.leastBetweenLabels
        return starts.compactMap { start in
            let parts = start.parts
            let name = start.shortWords.split(separator: " ").last.map(String.init) ?? ""
            let isLabelled =
                thinned
                ? (parts.month - 1) % step == 0
                : parts.month == 1 && parts.year % (Int(Self.leastBetweenLabels / (12 * room)) + 1) == 0
            guard isLabelled || room >= 8 else { return nil }
            return Month(
                x: x(of: start), label: !isLabelled ? "" : parts.month == 1 ? String(parts.year) : name)
        }
    }
}
