internal import Foundations

/// The files of a LinkedIn archive that say something about people, talks, and the owner's own search.
enum LinkedInFileKind: CaseIterable {
    case connections, messages, invitations, applications, endorsementsReceived, endorsementsGiven
    case recommendationsReceived, recommendationsGiven, notes, profile, positions, education
    case preferences, savedJobs, companyFollows

    /// The kind of a file by its name, wherever it lies.
    ///
    /// Letter case, `_` for a space, what copies and large archives get at their ends (`Connections (1).csv`,
    /// `messages_252701747.csv`), and what someone put before a dot (`old.Connections.csv`) do not count.
    /// `guide_messages.csv` and the like are other files.
    init?(path: String) {
        switch Self.baseName(ofPath: path) {
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
        case "positions": self = .positions
        case "education": self = .education
        case "job seeker preferences": self = .preferences
        case "saved jobs": self = .savedJobs
        case "company follows": self = .companyFollows
        default: return nil
        }
    }

    /// What the names of one table have in common, in small letters and with spaces; `nil` for what is no table.
    static func baseName(ofPath path: String) -> String? {
        let base = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
        let parts = base.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, !base.hasPrefix("."), ["csv", "tsv", "txt"].contains(parts[parts.count - 1])
        else { return nil }
        var words = parts[parts.count - 2].split { $0 == "_" || $0 == " " }
        while words.count > 1, words.last?.allSatisfy({ $0.isNumber || $0 == "(" || $0 == ")" }) == true {
            words.removeLast()
        }
        return words.joined(separator: " ")
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
        case .connections, .messages, .invitations, .applications, .endorsementsReceived, .endorsementsGiven,
            .positions, .education, .preferences, .savedJobs, .companyFollows:
            true
        case .recommendationsReceived, .recommendationsGiven, .notes, .profile: false
        }
    }

    /// Whether files of these kinds make a folder an archive of LinkedIn's.
    ///
    /// Other programs have notes, profiles and positions, too; an archive of the profile alone has several of them.
    static func areTelling(_ kinds: some Sequence<Self>) -> Bool {
        let kinds = Set(kinds)
        return kinds.contains(where: \.isTelling)
            || kinds.intersection([.profile, .positions, .education]).count > 1
    }

    /// Whether the name of a file of this kind is enough to know it as LinkedIn's.
    var isTelling: Bool {
        switch self {
        case .notes, .profile, .positions, .education: false
        default: true
        }
    }

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
        case .messages, .invitations, .applications, .savedJobs, .recommendationsReceived,
            .recommendationsGiven:
            true
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
        case .positions: [["Company Name"], ["Title"], ["Started On"]]
        case .education: [["School Name"], ["Start Date", "End Date", "Degree Name"]]
        case .preferences: [["Job Titles"], ["Dream Companies", "Open To Recruiters"]]
        case .savedJobs: [["Saved Date"], ["Job Title"], ["Company Name"]]
        case .companyFollows: [["Organization"], ["Followed On"]]
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
        case .savedJobs: ["Saved Date"]
        case .companyFollows: ["Followed On"]
        case .profile, .positions, .education, .preferences: []
        }
    }

    /// How LinkedIn writes that date.
    var dateExample: String {
        switch self {
        case .messages: "2025-06-01 14:03:22 UTC"
        case .invitations, .applications, .savedJobs: "1/29/26, 2:37 PM"
        case .recommendationsReceived, .recommendationsGiven: "01/19/13, 12:10 AM"
        case .companyFollows: "Wed Jun 24 12:43:42 UTC 2026"
        case .positions, .education: "Mar 2019"
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
