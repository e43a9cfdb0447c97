public import ReferralGraph

/// Lets a test write a day as it stands in a calendar.
extension CalendarDay: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let day = CalendarDay(text) else { preconditionFailure("not a day: \(text)") }
        self = day
    }
}

/// Lets a test write a moment as it stands in a network file.
extension Timestamp: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let moment = Timestamp(text) else { preconditionFailure("not a moment: \(text)") }
        self = moment
    }
}
