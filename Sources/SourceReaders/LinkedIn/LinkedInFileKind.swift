internal import Foundations

/// The files of a LinkedIn archive that say something about people and talks.
enum LinkedInFileKind: CaseIterable {
    case connections, messages, invitations, applications, endorsementsReceived, endorsementsGiven
    case recommendationsReceived, recommendationsGiven, notes, profile

    /// The kind of a file by its name, wherever it lies.
    ///
    /// Letter case, `_` for a space, what copies and large archives get at their ends (`Connections (1).csv`,
    /// `messages_252701747.csv`), and what somebody put before a dot (`old.Connections.csv`) do not count.
    /// `guide_messages.csv` and the like are other files.
    init?(path: String) {
        let base = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
        let parts = base.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, !base.hasPrefix("."), ["csv", "tsv", "txt"].contains(parts[parts.count - 1])
        else { return nil }
        var words = parts[parts.count - 2].split { $0 == "_" || $0 == " " }
        while words.count > 1, words.last?.allSatisfy({ $0.isNumber || $0 == "(" || $0 == ")" }) == true {
            words.removeLast()
        }
        switch words.joined(separator: " ") {
        case "connections": self = .connections
        case "messages": self = .messages
        case "invitations": self = .invitations
        case "job applications": self = .applications
        case "endorsement received info", "endorsements received info": self = .endorsementsReceived
        case "endorsement given info", "endorsements given info": self = .endorsementsGiven
        case "recommendations received": self = .recommendationsReceived
        case "recommendations given": self = .recommendationsGiven
        case "notes": self = .notes
        case "profile": self = .profile
        default: return nil
        }
    }

    /// The kind of a table by its header, for a file that was renamed; only where the header is unlike all
    /// others.
    init?(header: [String]) {
        let kind = Self.allCases.first { $0.isKnownByHeader && $0.isHeader(header) }
        guard let kind else { return nil }
        self = kind
    }

    private var isKnownByHeader: Bool {
        switch self {
        case .connections, .messages, .invitations, .applications, .endorsementsReceived, .endorsementsGiven:
            true
        case .recommendationsReceived, .recommendationsGiven, .notes, .profile: false
        }
    }

    /// Whether a file of this kind makes a folder an archive of LinkedIn's; other programs have notes and
    /// profiles too.
    var isTelling: Bool { self != .notes && self != .profile }

    /// Whether nothing of the archive is used when this file cannot be understood; others are left out then.
    var isEssential: Bool {
        switch self {
        case .connections, .messages: true
        default: false
        }
    }

    /// Whether `1/2/26` in it is the second of January.
    var hasMonthFirst: Bool {
        switch self {
        case .messages, .invitations, .applications: true
        default: false
        }
    }

    /// The columns without which a table is none of this kind; of several names one is enough.
    var requiredColumns: [[String]] {
        switch self {
        case .connections: [["First Name"], ["Last Name"], ["Connected On"]]
        case .messages: [["From"], ["To"], ["Date"], ["Content"]]
        case .invitations: [["From"], ["To"], ["Sent At"], ["Direction"]]
        case .applications: [["Application Date"], ["Company Name"], ["Job Title"]]
        case .endorsementsReceived: [["Endorser First Name"], ["Endorser Last Name"]]
        case .endorsementsGiven: [["Endorsee First Name"], ["Endorsee Last Name"]]
        case .recommendationsReceived, .recommendationsGiven: [["First Name"], ["Last Name"], ["Text"]]
        case .notes: [Self.noteColumns, Self.nameColumns + Self.urlColumns]
        case .profile: [["First Name"], ["Last Name"]]
        }
    }

    /// The column with the date of a row.
    var dateColumns: [String] {
        switch self {
        case .connections: ["Connected On"]
        case .messages: ["Date"]
        case .invitations: ["Sent At"]
        case .applications: ["Application Date"]
        case .endorsementsReceived, .endorsementsGiven: ["Endorsement Date"]
        case .recommendationsReceived, .recommendationsGiven: ["Creation Date"]
        case .notes: ["Date", "Created At", "Created On", "Creation Date", "Last Modified"]
        case .profile: []
        }
    }

    /// How LinkedIn writes that date.
    var dateExample: String {
        switch self {
        case .messages: "2025-06-01 14:03:22 UTC"
        case .invitations, .applications: "1/29/26, 2:37 PM"
        case .endorsementsReceived, .endorsementsGiven: "2024/02/01 15:02:55 UTC"
        default: "07 Jun 2026"
        }
    }

    /// The file is young and its columns have had several names.
    static let noteColumns = ["Note", "Notes", "Note Text", "Text", "Content", "Body"]
    static let nameColumns = [
        "Name", "Full Name", "Connection Name", "Connection", "Member Name", "First Name",
    ]
    static let urlColumns = ["URL", "Profile URL", "Public URL", "Connection Profile URL", "Connection URL"]

    /// Whether these cells are the header of such a table.
    func isHeader(_ cells: [String]) -> Bool {
        let columns = Set(cells.map(Self.columnKey))
        return requiredColumns.allSatisfy { names in names.contains { columns.contains(Self.columnKey($0)) } }
    }

    /// What the spellings of a column's name have in common: `Sent At`, `SENT AT` and `sent_at`.
    static func columnKey(_ name: String) -> String {
        trimmed(name).lowercased().split { $0 == "_" || $0 == " " }.joined(separator: " ")
    }
}
