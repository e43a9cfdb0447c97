extension CalendarDay {
    /// The day in English words without a year: `5 Mar`.
    public var shortWords: String { "\(parts.day) \(Self.months[parts.month - 1])" }

    /// The day in English words with its weekday and year: `Thu 9 Apr 2026`.
    public var longWords: String { "\(weekday.shortWord) \(shortWords) \(parts.year)" }

    /// The day as briefly as `reference` allows: without the year when both are of the same one.
    public func words(relativeTo reference: CalendarDay) -> String {
        parts.year == reference.parts.year ? shortWords : "\(shortWords) \(parts.year)"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension Weekday {
    /// The day in English: `Thursday`.
    public var longWord: String { name.prefix(1).uppercased() + name.dropFirst() }

    /// The day in English, three letters: `Thu`.
    public var shortWord: String { ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][rawValue] }
}
