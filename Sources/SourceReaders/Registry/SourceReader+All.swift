public import Foundations

extension SourceReader {
    /// Every kind of source, in the order in which an input is asked whether it is of that kind.
    public static let all: [SourceReader] = [
        .linkedIn,
        .mail,
        .vCard,
        .calendar,
        .googleContacts,
        .applications,
        .table,
    ]

    /// The kind of an input; `nil` for what may be a network.
    /// - Complexity: O(bytes) at most.
    public static func recognising(_ input: SourceInput, _ options: SourceOptions) -> SourceReader? {
        all.first { $0.recognises(input, options) }
    }

    /// The kinds of an input: one for nearly all, cards and events for a folder that has both; none for what may be a
    /// network.
    /// - Complexity: O(bytes) at most.
    public static func allRecognising(_ input: SourceInput, _ options: SourceOptions) -> [SourceReader] {
        guard let first = recognising(input, options) else { return [] }
        let hasEvents = input.isFolder && first.format == .vCard && calendar.recognises(input, options)
        return hasEvents ? [first, calendar] : [first]
    }

    /// The reader of a kind; `nil` for a name that no kind has.
    public static func of(_ format: SourceFormat) -> SourceReader? { all.first { $0.format == format } }

    /// What can be brought in, as a clause: `a LinkedIn archive, vCards or a network`.
    public static var nouns: String { all.map(\.noun).joined(separator: ", ") + " or a network" }
}

extension SourceFormat {
    /// The name of the kind in reports, such as `Google Contacts`.
    public var title: String { SourceReader.of(self)?.title ?? rawValue }
}

extension RefusedKind {
    /// What to say of an input of such a kind; `nil` for others.
    public static func refusal(of input: SourceInput) -> Diagnostic? {
        RefusedKind(of: input).map { kind in
            Diagnostic(
                .formatUnknown, file: input.path, found: kind.found, expected: SourceReader.nouns,
                hint: kind.hint)
        }
    }
}
