internal import Foundations
internal import ReferralGraph

/// Why a text is no column mapping.
public enum ColumnMappingError: Error, Equatable, Sendable {
    /// Nothing is assigned.
    case empty
    /// A part that is not `field=column`.
    case notAnAssignment(String)
    /// No such field.
    case unknownField(String)
    /// A field without a column.
    case columnMissing(field: String)
    /// A field twice that only one column can say.
    case fieldRepeated(String)
    /// A way to write days that is not understood.
    case unknownDates(String)
    /// A double quote without its partner.
    case quoteUnterminated
    /// A word for a stage that is said to mean what is no stage.
    case unknownStage(String)
}

extension ColumnMappingError: CustomStringConvertible {
    /// One line that says what to write instead.
    public var description: String {
        let text =
            switch self {
            case .empty: "the mapping is empty; write for example name=Full name,company=Firm"
            case .notAnAssignment(let part): "\(quoted(part)) is no assignment; write field=column"
            case .unknownField(let name):
                "there is no field \(quoted(name)); "
                    + spellingHint(
                        to: name, among: ColumnMapping.fieldNames,
                        else: "fields are \(ColumnMapping.fieldNames.joined(separator: ", "))")
            case .columnMissing(let field): "no column behind \"\(field)=\""
            case .fieldRepeated(let field): "the field \"\(field)\" twice; only one column can say it"
            case .unknownDates(let text):
                "dates cannot be written as \(quoted(text)); write for example dates=DD/MM/YYYY, dates=MM/DD/YYYY or dates=EXCEL"
            case .unknownStage(let text):
                "\(quoted(text)) is no stage; "
                    + spellingHint(
                        to: text, among: TrackedStage.names,
                        else: "stages are \(TrackedStage.names.joined(separator: ", "))")
            case .quoteUnterminated: "a double quote is not closed; inside a quoted name write it twice"
            }
        return escapingControls(text)
    }
}

extension ColumnMapping {
    /// The names of the fields, and the word for the way days are written.
    static let fieldNames = Field.allCases.map(\.rawValue) + ["dates"]

    /// Reads `name=Full name,company=Firm`; space around names does not count.
    ///
    /// Whether the columns exist shows when a table is read.
    /// - Throws: ``ColumnMappingError``.
    public init(parsing text: String) throws(ColumnMappingError) {
        self.init()
        var hasDates = false
        for part in try Self.parts(text) {
            if let word = try Self.stageWord(part) {
                stages.append(word)
                continue
            }
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else {
                throw .notAnAssignment(trimmed(String(decoding: part, as: UTF8.self)))
            }
            let name = trimmed(String(decoding: part[..<equals], as: UTF8.self)).lowercased()
            let column = Self.column(part[(equals + 1)...])
            guard !column.isEmpty else { throw .columnMissing(field: name) }
            if name == "dates" {
                guard let pattern = DatePattern(column) else { throw .unknownDates(column) }
                if hasDates { throw .fieldRepeated(name) }
                (dates, hasDates) = (pattern, true)
                continue
            }
            guard let field = Field(rawValue: name) else { throw .unknownField(name) }
            if !field.isList, !columns(field).isEmpty { throw .fieldRepeated(name) }
            assignments.append(Assignment(field: field, column: column))
        }
        if assignments.isEmpty, stages.isEmpty { throw .empty }
    }

    /// What `stage:Pending=applied` says; `nil` for a part that is about a column.
    private static func stageWord(_ part: ArraySlice<UInt8>) throws(ColumnMappingError) -> StageWord? {
        let text = trimmed(String(decoding: part, as: UTF8.self))
        guard text.lowercased().hasPrefix("stage:") else { return nil }
        guard let equals = part.lastIndex(of: UInt8(ascii: "=")),
            let colon = part.firstIndex(of: UInt8(ascii: ":")),
            colon < equals
        else { throw .notAnAssignment(text) }
        let word = column(part[(colon + 1)..<equals])
        let name = column(part[(equals + 1)...])
        if word.isEmpty || name.isEmpty { throw .notAnAssignment(text) }
        guard let meaning = TrackedStage(named: name) else { throw .unknownStage(name) }
        return StageWord(word: word, meaning: meaning)
    }

    /// The parts between commas that are not in quotes, without blank ones.
    private static func parts(_ text: String) throws(ColumnMappingError) -> [ArraySlice<UInt8>] {
        let bytes = Array(text.utf8)
        guard bytes.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
            throw .quoteUnterminated
        }
        return piecesOutsideQuotes(bytes[...], at: UInt8(ascii: ",")).filter {
            !isBlank(String(decoding: $0, as: UTF8.self))
        }
    }

    private static func column(_ bytes: ArraySlice<UInt8>) -> String {
        let text = trimmed(String(decoding: bytes, as: UTF8.self))
        guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        var result: [UInt8] = []
        var inside = Array(text.utf8.dropFirst().dropLast())[...]
        while let byte = inside.popFirst() {
            result.append(byte)
            if byte == UInt8(ascii: "\""), inside.first == byte { inside = inside.dropFirst() }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
