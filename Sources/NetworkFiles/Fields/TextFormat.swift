internal import Foundations
internal import ReferralGraph

/// How a value is written as text: in a string of a JSON file, and in a cell of a table.
struct TextFormat<Value>: Sendable {
    let kind: FieldKind
    /// The value of a text.
    let parse: @Sendable (String) throws(FieldComplaint) -> Value
    /// The value of a cell.
    let parseCell: @Sendable (String) throws(FieldComplaint) -> Value
    /// The value of a text that was checked when it was recorded.
    let parseRecorded: @Sendable (String) throws(FieldComplaint) -> Value
    /// The text of a value.
    let text: @Sendable (Value) -> String
    /// Whether space at the ends of a cell belongs to the value.
    let keepsSpace: Bool

    init(
        _ kind: FieldKind, parse: @escaping @Sendable (String) throws(FieldComplaint) -> Value,
        cell: (@Sendable (String) throws(FieldComplaint) -> Value)? = nil,
        recorded: (@Sendable (String) throws(FieldComplaint) -> Value)? = nil,
        text: @escaping @Sendable (Value) -> String, keepsSpace: Bool = false
    ) {
        self.kind = kind
        self.parse = parse
        parseCell = cell ?? parse
        parseRecorded = recorded ?? parse
        self.text = text
        self.keepsSpace = keepsSpace
    }

    /// What is expected where nothing stands.
    @Sendable func requirement() -> String {
        do throws(FieldComplaint) { _ = try parse("") } catch { return error.expected }
        return "text"
    }
}

extension TextFormat where Value == String {
    static var text: Self { Self(.text, parse: FieldValue.text, text: { $0 }, keepsSpace: true) }
    static var webAddress: Self { Self(.webAddress, parse: FieldValue.webAddress, text: { $0 }) }
    static var tag: Self { Self(.text, parse: FieldValue.tag, text: { $0 }) }
    static var region: Self {
        Self(.text, parse: FieldValue.region, recorded: FieldValue.recordedRegion, text: { $0 })
    }
    static var timeZone: Self {
        Self(.timeZone, parse: FieldValue.timeZone, recorded: FieldValue.recordedTimeZone, text: { $0 })
    }
}

extension TextFormat where Value == CalendarDay {
    static var day: Self { Self(.day, parse: FieldValue.day, text: \.description) }
}

extension TextFormat where Value == Timestamp {
    static var time: Self { Self(.time, parse: FieldValue.timestamp, text: \.description) }
}

extension TextFormat where Value == Weekday {
    static var weekday: Self {
        Self(.words { Weekday.allCases.map(\.name) }, parse: FieldValue.weekday, text: \.name)
    }
}

extension TextFormat {
    static func identifier<Entity>() -> Self where Value == Identifier<Entity> {
        Self(.identifier, parse: FieldValue.identifier, text: \.text)
    }
}

extension TextFormat where Value: CaseIterable & RawRepresentable<String> & Sendable {
    static var word: Self {
        Self(
            .words { Value.allCases.map(\.rawValue) }, parse: FieldValue.word, cell: CellValue.word,
            text: \.rawValue)
    }
}
