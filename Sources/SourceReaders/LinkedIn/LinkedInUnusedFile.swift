internal import Foundations

extension UnusedFile {
    /// A file of LinkedIn's that is not read, with the reason.
    static func linkedIn(_ path: String) -> UnusedFile {
        UnusedFile(file: path, reason: LinkedInUnused.reason(forPath: path) ?? unknown)
    }
}

/// Why files of an archive are not read.
enum LinkedInUnused {
    /// The reason for a file, by its name or its folder; `nil` for one that no archive was seen to have.
    static func reason(forPath path: String) -> String? {
        let folders = path.lowercased().split(separator: "/").dropLast()
        if folders.contains(where: { $0 == "articles" }) { return posts }
        return LinkedInFileKind.baseName(ofPath: path).flatMap { reasons[$0] }
    }

    private static let posts = "posts and reactions"

    private static let reasons: [String: String] = {
        let files: [(reason: String, names: [String])] = [
            (
                posts,
                [
                    "articles", "comments", "instantreposts", "media", "posts", "reactions", "rich media",
                    "saved articles", "saved items", "shares", "votes",
                ]
            ),
            (
                "people, topics and events that you follow, which is not knowing them",
                ["events", "group", "groups", "hashtag follows", "member follows"]
            ),
            (
                "what LinkedIn shows you",
                [
                    "ad targeting", "ads clicked", "inferences about you", "lan ads engagement",
                    "profile views", "search appearances",
                ]
            ),
            (
                "your account",
                [
                    "account status history", "connected services", "email addresses", "logins",
                    "mobile numbers", "phonenumbers", "private identity asset", "receipts",
                    "receipts v2", "registration", "security challenges", "verifications",
                    "whatsapp phone numbers",
                ]
            ),
            (
                "the rest of your profile",
                [
                    "causes you care about", "certifications", "courses", "honors", "languages",
                    "organizations", "patents", "profile summary", "projects", "publications", "skills",
                    "test scores", "volunteering", "volunteering experiences",
                ]
            ),
            (
                "answers to application forms",
                [
                    "job applicant saved answers", "job applicant saved screening question responses",
                    "online job postings",
                ]
            ),
            (
                "searches without a company",
                ["savedjobalerts", "search queries", "searchqueries", "saved job alerts"]
            ),
            (
                "courses and LinkedIn's own assistants",
                [
                    "coach messages", "guide messages", "learning", "learning coach messages",
                    "learning role play messages", "learningcoachmessages", "learningroleplaymessages",
                ]
            ),
            (
                "a copy of your address book: import the address book itself",
                ["contacts", "imported contacts", "importedcontacts"]
            ),
            (
                "offers of services",
                [
                    "marketplace engagements", "marketplace opportunities", "marketplace providers",
                    "providers", "services marketplace",
                ]
            ),
        ]
        return files.reduce(into: [:]) { reasons, group in
            for name in group.names { reasons[name] = group.reason }
        }
    }()
}
