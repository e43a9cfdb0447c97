import ReferralAnalysis
import ReferralGraph

/// The words in which numbers, days and channels appear in reports.
enum Wording {
    static func channel(_ channel: Interaction.Channel) -> String {
        switch channel {
        case .email: "e-mail"
        case .call: "telephone"
        case .meeting: "meeting"
        case .message: "message"
        case .interview: "interview"
        case .letter: "letter"
        }
    }

    /// `2 Apr (7 days ago)`, `today`, `Mon 13 Apr (in 4 days)`.
    static func due(_ day: CalendarDay, today: CalendarDay) -> String {
        let words = day.words(relativeTo: today)
        switch today - day {
        case 0: return "today"
        case 1: return "\(words) (yesterday)"
        case -1: return "\(words) (tomorrow)"
        case let days where days > 0: return "\(words) (\(days) days ago)"
        case let days: return "\(day.weekday.shortWord) \(words) (in \(-days) days)"
        }
    }

    /// What to do, by which means and at what hour, none of it twice.
    static func action(_ action: DueStep.Action) -> String {
        let hour = action.hour.flatMap { action.what.contains($0) ? nil : $0 }
        let isSaid = action.what.lowercased().hasPrefix("telephone")
        let means = [isSaid ? nil : action.channel.map(channel), hour].compactMap(\.self)
        return means.isEmpty ? action.what : "\(action.what) · \(means.joined(separator: " "))"
    }

    static func percent(_ probability: Double) -> String { "\(Int((probability * 100).rounded())) %" }

    /// A number with exactly `places` decimals.
    static func fixed(_ value: Double, _ places: Int) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return "\(sign)\(scaled)" }
        let digits = String(scaled % scale)
        return "\(sign)\(scaled / scale)." + String(repeating: "0", count: places - digits.count) + digits
    }

    static func signed(_ value: Double, _ places: Int) -> String {
        (value < 0 ? "" : "+") + fixed(value, places)
    }

    static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        number == 1 ? "1 \(singular)" : "\(number) \(plural ?? singular + "s")"
    }

    static func rule(_ rule: Rule) -> String { "\(rule.rawValue) (\(rule.sources.joined(separator: ", ")))" }
}
