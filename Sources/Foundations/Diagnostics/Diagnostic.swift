/// Something wrong with an input, where it is, and what to do about it.
public struct Diagnostic: Equatable, Sendable {
    /// What is wrong, under a name that stays the same between versions.
    public var identifier: Kind
    /// The file as the user named it.
    public var file: String
    /// The line, from 1; `nil` when the whole file is meant.
    public var line: Int?
    /// The column in Unicode scalars, from 1; `nil` for tables, where `path` names the column.
    public var column: Int?
    /// A JSON path such as `people[3].employments[0].from`, or table and column such as `people.from`; empty
    /// when the file cannot be taken apart that far.
    public var path: String
    /// What was found, in words.
    public var found: String
    /// What should have been there, in words.
    public var expected: String
    /// What to do about it; may be empty.
    public var hint: String
    /// How many findings this stands for: more than one only where others were left out, see ``Kind/errorsOmitted``.
    public var count = 1

    /// How bad it is, which depends on what it is alone.
    public var severity: Severity { identifier.severity }

    /// How bad a diagnostic is.
    public enum Severity: String, Sendable, CaseIterable {
        /// Nothing of the input is used.
        case error
        /// The input is used without the part concerned.
        case warning
    }

    /// Makes a diagnostic.
    public init(
        _ identifier: Kind, file: String, line: Int? = nil, column: Int? = nil,
        path: String = "", found: String, expected: String, hint: String = ""
    ) {
        self.identifier = identifier
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.found = found
        self.expected = expected
        self.hint = hint
    }
}

extension Diagnostic: CustomStringConvertible {
    /// One line: `net.json:14:18: error: [date-invalid] people[3].employments[0].from is "2026-02-31"; expected a
    /// day that exists, as YYYY-MM-DD; hint: February 2026 has 28 days`.
    ///
    /// Control characters and those that reorder text appear as `\u{1b}`.
    public var description: String {
        var text = file
        if let line { text += ":\(line)" }
        if let column { text += ":\(column)" }
        text += ": \(severity.rawValue): [\(identifier.rawValue)] "
        text += path.isEmpty ? "found \(found)" : "\(path) is \(found)"
        text += "; expected \(expected)"
        if !hint.isEmpty { text += "; hint: \(hint)" }
        return escapingControls(text)
    }
}

extension Sequence<Diagnostic> {
    /// How many findings there are of a severity, those that were left out included.
    public func count(of severity: Diagnostic.Severity) -> Int {
        reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
    }
}
