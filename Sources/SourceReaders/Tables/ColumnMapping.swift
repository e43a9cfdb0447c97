internal import Foundations

/// Which column of a table says what about a contact.
///
/// Written and parsed as `name=Full name,company=Firm,connected-on=Since,dates=DD/MM/YYYY`; columns with commas or
/// quotes in their names stand in double quotes, as in CSV.
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

        /// Whether several columns may say it.
        public var isList: Bool { [.email, .phone, .profileURL, .notes, .school].contains(self) }
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
        if !columns(.connectedOn).isEmpty { lines.append("dates as \(dates)") }
        return lines.joined(separator: "\n")
    }

    /// The mapping on one line, as ``init(parsing:)`` reads it.
    public var argument: String {
        var items = assignments.map { "\($0.field.rawValue)=\(Self.quotedColumn($0.column))" }
        if dates != .iso { items.append("dates=\(dates)") }
        return items.joined(separator: ",")
    }

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
