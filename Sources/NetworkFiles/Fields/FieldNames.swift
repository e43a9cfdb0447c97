/// The fields of one kind of object, or the columns of a table, in the order in which they are written; the cases'
/// names are theirs.
///
/// Objects have at most 16, which is how many ``JSONFields`` has room for.
protocol FieldNames: CaseIterable, RawRepresentable<Int>, Sendable {
    /// What the object is, with its article; the name of the table.
    static var noun: String { get }
    /// The names, by raw value.
    static var names: [String] { get }
}

extension FieldNames {
    var name: String { Self.names[rawValue] }

    /// The names of the cases, written out: asking the runtime for them takes as long as reading a thousand objects.
    static func words(_ names: String) -> [String] { names.split(separator: " ").map(String.init) }
}
