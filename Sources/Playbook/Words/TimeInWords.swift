/// Lengths of time and counts in English words, made from the numbers of the policy in force.
public enum TimeInWords {
    /// A length: `a day`, `10 days`, `two weeks`, `a month`, `half a year`, `a year`.
    ///
    /// Weeks, months of 30 days and years of 365 are named only where the days make whole ones.
    public static func length(ofDays days: Int) -> String {
        guard let (count, unit) = whole(days) else { return "\(days) days" }
        if unit == "month", count == 6 { return "half a year" }
        return count == 1 ? "a \(unit)" : "\(cardinal(count)) \(unit)s"
    }

    /// How often something is done every so many days: `every day`, `once a month`, `every two weeks`, `every 45 days`.
    public static func frequency(everyDays days: Int) -> String {
        guard let (count, unit) = whole(days) else { return days < 2 ? "every day" : "every \(days) days" }
        if count > 1 { return "every \(cardinal(count)) \(unit)s" }
        return unit == "day" ? "every day" : "once a \(unit)"
    }

    /// What is done every so many days, as an adjective: `daily`, `weekly`, `monthly`, `yearly`; `nil` for other lengths.
    public static func adjective(everyDays days: Int) -> String? {
        guard let (count, unit) = whole(days), count == 1 else { return nil }
        return unit == "day" ? "daily" : "\(unit)ly"
    }

    /// A number of times: `once`, `twice`, `three times`.
    public static func times(_ count: Int) -> String {
        switch count {
        case 1: "once"
        case 2: "twice"
        default: "\(cardinal(count)) times"
        }
    }

    /// Whole units that make up the days, the largest that do.
    private static func whole(_ days: Int) -> (count: Int, unit: String)? {
        switch days {
        case 1: (1, "day")
        case 365...(365 * 12) where days % 365 == 0: (days / 365, "year")
        case 30...330 where days % 30 == 0: (days / 30, "month")
        case 7...77 where days % 7 == 0: (days / 7, "week")
        default: nil
        }
    }

    private static func cardinal(_ number: Int) -> String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve",
        ]
        return words.indices.contains(number) ? words[number] : "\(number)"
    }
}
