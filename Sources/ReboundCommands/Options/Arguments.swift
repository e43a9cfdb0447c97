public import ArgumentParser
internal import Foundations
public import MessageDrafts
public import NetworkFiles
public import ReferralGraph
public import SourceReaders
public import Workspace

extension Timestamp: ExpressibleByArgument {
    /// Reads an argument such as `2026-04-09`.
    public init?(argument: String) { self.init(argument) }
}

extension Company.Priority: ExpressibleByArgument {
    /// Reads `A`, `B` or `C`, large or small.
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension Company.Setting: ExpressibleByArgument {}

extension Sharing: ExpressibleByArgument {
    /// Reads a level in the words of the network file.
    public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}

extension Interaction.Channel: ExpressibleByArgument {
    /// Reads a name of ours or another that people use: `text`, `phone`, `coffee`.
    public init?(argument: String) {
        let word = argument.lowercased()
        guard let channel = Self(rawValue: word) ?? Self.otherWords.first(where: { $1.contains(word) })?.key
        else { return nil }
        self = channel
    }

    private static let otherWords: [Self: Set<String>] = [
        .call: ["phone", "phone-call", "telephone"], .email: ["mail", "e-mail"],
        .message: ["text", "sms", "whatsapp", "chat", "linkedin", "dm", "inmail", "slack"],
        .meeting: ["coffee", "lunch", "dinner", "breakfast", "zoom", "video", "teams", "visit", "talk"],
        .letter: ["post", "card"],
    ]
}

extension DraftChannel: ExpressibleByArgument {
    /// Reads a name of ours or another that people use: `mail`, `linkedin`, `phone`.
    public init?(argument: String) {
        guard let channel = Interaction.Channel(argument: argument) else { return nil }
        self.init(channel)
    }
}

/// A stage in the user's words.
enum StageArgument: ExpressibleByArgument, Equatable {
    case stage(Stage)
    /// No word from them, which is no stage.
    case silence

    init?(argument: String) {
        let word = argument.lowercased().replacing(" ", with: "-")
        if let stage = Stage(rawValue: word) {
            self = .stage(stage)
        } else if ["ghosted", "silence", "silent", "no-reply", "no-answer"].contains(word) {
            self = .silence
        } else if let stage = Self.otherWords.first(where: { $1.contains(word) })?.key {
            self = .stage(stage)
        } else {
            return nil
        }
    }

    static var allValueStrings: [String] { Stage.allCases.map(\.rawValue) }

    /// The stage.
    /// - Throws: What to do where there is none.
    func stage(of opportunity: String) throws(ValidationError) -> Stage {
        switch self {
        case .stage(let stage): return stage
        case .silence:
            throw ValidationError(
                "Silence closes nothing: `rebound stalled` shows it, `rebound close \(commandWord(opportunity))` ends it."
            )
        }
    }

    private static let otherWords: [Stage: Set<String>] = [
        .applied: ["applying", "submitted", "sent"],
        .screening: ["screen", "phone-screen", "phone-screening"],
        .interview: ["interviewed", "interviewing"],
        .finalist: ["final", "finals", "shortlist", "shortlisted"],
        .rejected: ["reject", "no"], .offer: ["offered"], .accepted: ["accept", "hired"],
        .withdrawn: ["declined", "decline", "withdraw", "withdrew"],
        .onHold: ["hold", "paused", "frozen", "freeze", "waiting"],
    ]
}
extension Interaction.Purpose: ExpressibleByArgument {}

extension BatchShard: ExpressibleByArgument {
    /// Reads a part such as `2/8`.
    public init?(argument: String) { self.init(argument) }
}

extension Signal.Kind: ExpressibleByArgument {}
extension SourceFormat: ExpressibleByArgument {
    /// Reads the name of a kind that the registry has.
    public init?(argument: String) {
        self.init(rawValue: argument)
        if SourceReader.of(self) == nil { return nil }
    }

    /// The names of all kinds.
    public static var allValueStrings: [String] { SourceReader.all.map(\.format.rawValue) }
}
extension ExportFormat: ExpressibleByArgument {}

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

/// The values whose names stand in a list, separated by commas, in the order given.
/// - Parameters:
///   - text: Names in small or capital letters.
///   - kind: What the values are, such as "measure", for the message.
/// - Throws: A `ValidationError` that says which name there is not, and what was perhaps meant.
func values<Value>(named text: String, ofKind kind: String) throws -> [Value]
where Value: RawRepresentable<String> & CaseIterable {
    let names = Value.allCases.map(\.rawValue)
    return try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
        let name = String(word)
        guard let value = Value(rawValue: name.lowercased()) else {
            let meant = nearestSpelling(to: name, among: names).map { "; did you mean “\($0)”?" } ?? "."
            throw ValidationError(
                "“\(name)” is no \(kind)\(meant) There are \(names.joined(separator: ", ")).")
        }
        return value
    }
}
