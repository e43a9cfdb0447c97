internal import Foundations
internal import ReferralGraph

/// Which column of a table says what about a contact, or about an application.
///
/// Written and parsed as `name=Full name,company=Firm,connected-on=Since,dates=DD/MM/YYYY`; columns with commas or
/// quotes in their names stand in double quotes, as in CSV. `stage:Pending=applied` says what a word for a stage means.
public struct ColumnMapping: Equatable, Sendable {
    /// What a column can say.
    public enum Field: String, Sendable, CaseIterable {
        case name
        case firstName = "first-name"
        case lastName = "last-name"
        case email
        case phone
        case company
        case title
        case department
        case school
        case profileURL = "profile-url"
        case connectedOn = "connected-on"
        case notes
        case how
        case strength
        case tags
        case status
        case appliedOn = "applied-on"
        case interviewedOn = "interviewed-on"
        case offeredOn = "offered-on"
        case rejectedOn = "rejected-on"
        case followUpOn = "follow-up-on"
        case updatedOn = "updated-on"
        case recruiter
        case hiringManager = "hiring-manager"
        case posting

        /// Whether several columns may say it.
        public var isList: Bool { [.email, .phone, .profileURL, .notes, .school, .tags].contains(self) }
    }

    /// One column and what it says.
    public struct Assignment: Equatable, Sendable {
        /// What the column says.
        public var field: Field
        /// The name of the column.
        public var column: String

        /// Makes an assignment.
        public init(field: Field, column: String) {
            self.field = field
            self.column = column
        }
    }

    /// The columns in use.
    public var assignments: [Assignment]
    /// How the table writes days.
    public var dates: DatePattern

    /// What words for stages mean that a list of applications has.
    public var stages: [StageWord] = []

    /// A word for a stage, and what it means.
    public struct StageWord: Equatable, Sendable {
        /// The word as the table has it.
        public var word: String
        /// What it means.
        public var meaning: TrackedStage

        /// Makes one.
        public init(word: String, meaning: TrackedStage) {
            self.word = word
            self.meaning = meaning
        }
    }

    /// What a word for a stage means: as the user says, else as trackers use it; `nil` for one that is not known.
    func meaning(of word: String) -> TrackedStage? {
        stages.first { foldedName($0.word) == foldedName(word) }?.meaning ?? TrackedStage(trackersWord: word)
    }

    /// Makes a mapping.
    public init(_ assignments: [Assignment] = [], dates: DatePattern = .iso) {
        self.assignments = assignments
        self.dates = dates
    }

    /// The columns that say something, in the order in which they were assigned.
    public func columns(_ field: Field) -> [String] {
        assignments.filter { $0.field == field }.map(\.column)
    }

    /// Whether a person can be made of a row: a name, an address or a page is among the fields.
    public var namesSomebody: Bool {
        assignments.contains { [.name, .firstName, .lastName, .email, .profileURL].contains($0.field) }
    }
}

extension ColumnMapping: CustomStringConvertible {
    /// One line for each column, `name <- Full name`, and one for the way days are written when that matters.
    public var description: String {
        var lines = assignments.map { "\($0.field.rawValue) <- \(escapingControls($0.column))" }
        lines += stages.map { "“\(escapingControls($0.word))” means \($0.meaning.name)" }
        if !columns(.connectedOn).isEmpty { lines.append("dates as \(dates)") }
        return lines.joined(separator: "\n")
    }

    /// The mapping on one line, as ``init(parsing:)`` reads it.
    public var argument: String {
        var items = assignments.map { "\($0.field.rawValue)=\(Self.quotedColumn($0.column))" }
        items += stages.map { "stage:\(Self.quotedColumn($0.word))=\($0.meaning.name)" }
        if dates != .iso { items.append("dates=\(dates)") }
        return items.joined(separator: ",")
    }

    /// The mapping as one writes it in a shell.
    public var option: String { "--map '\(argument.replacing("'", with: #"'\''"#))'" }

    private static func quotedColumn(_ column: String) -> String {
        let isPlain = !column.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
        if isPlain, trimmed(column) == column { return column }
        var result = "\""
        for scalar in column.unicodeScalars {
            result.unicodeScalars.append(scalar)
            if scalar == "\"" { result.unicodeScalars.append(scalar) }
        }
        return result + "\""
    }
}
