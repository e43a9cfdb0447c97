internal import GraphAlgorithms

/// What parts the fields of an edge list, as a user names it.
public enum FieldSeparator: String, CaseIterable, Sendable {
    /// Any number of spaces and tabs.
    case blanks
    /// One tab.
    case tab
    /// One comma.
    case comma
    /// One semicolon.
    case semicolon
    /// One vertical bar.
    case bar

    init(_ separator: EdgeListText.Separator) {
        self =
            switch separator {
            case .blanks: .blanks
            case .tab: .tab
            case .comma: .comma
            case .semicolon: .semicolon
            case .bar: .bar
            }
    }

    var inText: EdgeListText.Separator {
        switch self {
        case .blanks: .blanks
        case .tab: .tab
        case .comma: .comma
        case .semicolon: .semicolon
        case .bar: .bar
        }
    }
}
