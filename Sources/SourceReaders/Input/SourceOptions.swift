public import Foundations
public import ReferralGraph

/// How to read a source.
public struct SourceOptions: Equatable, Sendable {
    /// What it is; `nil` to find out.
    public var format: SourceFormat?
    /// What the columns of a table mean that no program is known to write.
    public var mapping: ColumnMapping?
    /// Names, profile pages or e-mail addresses of the user, where a source does not tell.
    public var owners: [String] = []
    /// The day of which a source speaks, where the user says so; it goes before what the source says itself.
    public var asOf: CalendarDay?
    /// E-mail addresses that are known to be the user's; where a source has none of them, they say nothing.
    public var ownAddresses: [String] = []
    /// Whether to keep the texts of messages.
    public var keepsText = false
    /// The moment looked from, up to which a source follows what repeats, and the one time after it; `nil` for the first
    /// time only.
    public var now: Timestamp?

    /// The first day of the mails in which to look for how applications go; `nil` to look in none.
    public var applicationsSince: CalendarDay?

    /// Makes options that say nothing.
    public init() {}
}

/// Why a source was not read.
public enum SourceError: Error, Equatable, Sendable {
    /// The input cannot be read at all.
    case unreadable(ReadError)
    /// Everything that is wrong with it.
    case invalid([Diagnostic])
    /// A table of which no one has said what its columns mean, and what they seem to.
    case mappingNeeded(path: String, guess: ColumnMapping)

    /// Lets a failed reading be an error of the source.
    static func reading<Value>(_ body: () throws(ReadError) -> Value) throws(SourceError) -> Value {
        do { return try body() } catch { throw .unreadable(error) }
    }
}
