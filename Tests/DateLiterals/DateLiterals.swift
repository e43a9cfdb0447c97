public import ReferralGraph

/// Lets a test write a day as it stands in a calendar.
extension CalendarDay: ExpressibleByStringLiteral {
    /// Reads `2026-03-04`.
    public init(stringLiteral text: String) {
        guard let day = CalendarDay(text) else { preconditionFailure("not a day: \(text)") }
        self = day
    }
}

/// Lets a test write a moment as it stands in a network file.
extension Timestamp: ExpressibleByStringLiteral {
    /// Reads `2026-03-04` or `2026-03-04T08:30-06:00`.
    public init(stringLiteral text: String) {
        guard let moment = Timestamp(text) else { preconditionFailure("not a moment: \(text)") }
        self = moment
    }
}
