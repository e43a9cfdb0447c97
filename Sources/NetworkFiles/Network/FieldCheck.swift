internal import Foundations

/// Whether a value that a user typed may stand in a field of a network file.
///
/// Edits ask this, so that what they write can be read again.
public enum FieldCheck: Sendable {
    /// An IANA identifier.
    case timeZone(String)
    /// The code of a country, or of a part of one.
    case region(String)
    /// The English name of a day of the week, in lower case.
    case weekday(String)
    /// The address of a page.
    case webAddress(String)
    /// A word by which people are sorted.
    case tag(String)
    /// A tie's strength, in (0, 1].
    case strength(Double)
    /// How many people report to a manager.
    case directReports(Int)
    /// After how many days to be reminded of someone.
    case reminderDays(Int)
    /// Which interview of an opportunity.
    case round(Int)

    /// What is expected there and what to do about it; `nil` when the value may stand.
    public var refusal: (expected: String, hint: String)? {
        do throws(FieldComplaint) {
            switch self {
            case .timeZone(let text): _ = try FieldValue.timeZone(text)
            case .region(let text): _ = try FieldValue.region(text)
            case .weekday(let text): _ = try FieldValue.weekday(text)
            case .webAddress(let text): _ = try FieldValue.webAddress(text)
            case .tag(let text): _ = try FieldValue.tag(text)
            case .strength(let number): _ = try FieldValue.strength(number)
            case .directReports(let number):
                _ = try FieldValue.integer(number, in: NetworkFormat.directReports)
            case .reminderDays(let number):
                _ = try FieldValue.integer(number, in: NetworkFormat.reminderDays)
            case .round(let number): _ = try FieldValue.integer(number, in: NetworkFormat.rounds)
            }
            return nil
        } catch {
            return (error.expected, error.hint)
        }
    }
}
