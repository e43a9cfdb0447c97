internal import Foundations
internal import ReferralGraph

/// The job that a mail names, as far as it names one in so many words: `the position of Brand manager at Kestrel`.
///
/// What is found is shown to the reader and compared with what is on record; nothing is recorded by it alone.
struct StatedJob {
    private(set) var title: String?
    private(set) var company: String?

    /// - Complexity: O(text); of a long one, the beginning counts.
    init(subject: String, text: String) {
        for line in [subject] + text.split(separator: "\n\n").prefix(8).map(String.init) {
            let words = line.prefix(2_000).split(whereSeparator: \.isWhitespace).map(String.init)
            let folded = words.map { foldedName(Self.bare($0)) }
            for position in words.indices {
                if title == nil { title = Self.title(words, folded, after: position) }
                if company == nil { company = Self.company(words, folded, after: position) }
            }
        }
    }

    private static func title(_ words: [String], _ folded: [String], after start: Int) -> String? {
        let rest = folded[start...]
        if let opening = openings.first(where: { rest.starts(with: $0) }) {
            var begin = start + opening.count
            while begin < words.count, articles.contains(folded[begin]) { begin += 1 }
            return piece(words, folded, from: begin, stops: titleStops)
        }
        // "for the Brand manager position"
        guard ["the", "our", "this"].contains(folded[start]),
            let end = folded[start...].prefix(8).firstIndex(where: titleEnds.contains), end > start + 1,
            words[(start + 1)..<end].allSatisfy({ !$0.hasSuffix(".") && !$0.hasSuffix(",") }),
            let first = words[start + 1].first, first.isUppercase
        else { return nil }
        return words[(start + 1)..<end].map(bare).joined(separator: " ")
    }

    private static func company(_ words: [String], _ folded: [String], after start: Int) -> String? {
        let rest = folded[start...]
        guard let opening = companyOpenings.first(where: { rest.starts(with: $0) }) else { return nil }
        let begin = start + opening.count
        guard begin < words.count, let first = words[begin].unicodeScalars.first,
            first.properties.isUppercase,
            !notCompanies.contains(folded[begin])
        else { return nil }
        // The name goes on while its words are capitalized.
        var end = begin
        while end < words.count, end < begin + 4,
            let first = words[end].unicodeScalars.first, first.properties.isUppercase || words[end] == "&"
        {
            end += 1
            if words[end - 1] != bare(words[end - 1]) { break }
        }
        return words[begin..<end].map(bare).joined(separator: " ")
    }

    /// Words up to a stop or the end of the clause, at most seven.
    private static func piece(
        _ words: [String], _ folded: [String], from begin: Int, stops: Set<String>
    ) -> String? {
        var end = begin
        while end < words.count, end < begin + 7, !stops.contains(folded[end]), !folded[end].isEmpty {
            end += 1
            if words[end - 1].last.map({ ".,;:!?".contains($0) }) ?? false { break }
        }
        let title = words[begin..<max(begin, end)].map(bare).joined(separator: " ")
        return title.isEmpty || end == begin + 7 ? nil : title
    }

    /// A word without what stands around it.
    private static func bare(_ word: String) -> String {
        String(
            word.drop { "\"“„«‘'(".contains($0) }.reversed().drop { ".,;:!?\"”“»’')".contains($0) }.reversed()
        )
    }

    private static let openings = [
        "position of", "role of", "post of", "vacancy for", "position as", "role as", "application for",
        "applying for", "applied for",
        "interview for", "bewerbung als", "stelle als", "position als", "poste de", "poste d", "puesto de",
        "vacante de",
        "candidatura a", "posicion de", "interview as",
    ].map { $0.split(separator: " ").map(String.init) }
    private static let companyOpenings = [
        "applying to", "application to", "application at", "interest in", "applied to", "sent to",
        "position at", "role at", "job at",
        "update from", "bewerbung bei", "stelle bei", "candidature chez", "postule chez", "poste chez",
        "candidatura en",
        "candidatura a", "puesto en",
    ].map { $0.split(separator: " ").map(String.init) }
    private static let articles: Set<String> = ["a", "an", "the", "our", "la", "le", "el", "los", "of", "de"]
    private static let titleEnds: Set<String> = ["position", "role", "vacancy", "job", "opening", "post"]
    private static let titleStops: Set<String> = [
        "at", "with", "in", "on", "and", "has", "was", "is", "position", "role", "bei", "im", "in", "und",
        "ist", "chez", "au", "est",
        "a", "en", "ha", "y", "from", "by", "for", "to", "this", "which", "ref", "r", "-", "–", "will", "we",
        "wurde", "the", "our",
        "next", "que", "dans", "und", "konnte", "konnen", "jobs", "bank",
    ]
    private static let notCompanies: Set<String> = [
        "the", "our", "this", "your", "joining", "us", "working", "i",
    ]
}

extension HiringMail {
    /// The title that the mail names; `nil` where it names none in so many words.
    public var statedTitle: String? { StatedJob(subject: subject, text: text).title }

    /// The employer that the mail names, or in whose name its sender writes; `nil` where that does not show.
    public var statedCompany: String? {
        if let office = writers.first.map(\.officeName), let office { return office }
        if let company = StatedJob(subject: subject, text: text).company { return company }
        return writers.first?.employerLabels.last.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }

    /// The one who signs a mail that an office sends; `nil` where From names a person, or no one signs.
    public var signatory: Mailbox? {
        guard writers.allSatisfy(\.isOffice), let name = signature.first,
            name.split(separator: " ").count <= 4,
            name.unicodeScalars.allSatisfy({
                $0.properties.isAlphabetic || " .'’-".unicodeScalars.contains($0)
            })
        else { return nil }
        let mailbox = Mailbox(name: name, address: "")
        return mailbox.isOffice ? nil : mailbox
    }

    /// Whether the signature says that its writer recruits.
    public var isSignedByRecruiter: Bool {
        signature.dropFirst().contains { line in
            let folded = foldedName(line)
            return [
                "recruit", "talent", "human resources", "people partner", "personal", "recrutement", "rh",
                "seleccion", "recursos humanos",
            ]
            .contains { folded.contains($0) }
        }
    }
}

extension HiringMail.Mailbox {
    /// The employer in the name of an office: `Kestrel` of `Kestrel Careers`, `Lumen Loft` of `Lumen Loft Hiring Team`.
    fileprivate var officeName: String? {
        guard isOffice else { return nil }
        let words = name.split(separator: " ").map(String.init)
        guard let end = words.firstIndex(where: { MailName.isOffice($0, "") }), end > 0 else { return nil }
        return words[..<end].joined(separator: " ")
    }

    /// Whether the address is one of a service through which many employers write.
    public var isService: Bool { domainLabels.contains(where: MailDomain.services.contains) }

    /// Whether the address is one that anyone can have.
    public var isFree: Bool {
        let owner = domainLabels.dropLast().last { !["co", "com", "org", "net"].contains($0) }
        return owner.map(MailDomain.free.contains) ?? false
    }

    /// The names in the domain that may be that of an employer; none of a service or a free mailbox.
    public var employerLabels: [String] {
        isService || isFree
            ? [] : domainLabels.dropLast().filter { $0.count > 2 && !MailDomain.general.contains($0) }
    }

    private var domainLabels: [String] {
        guard let at = address.lastIndex(of: "@") else { return [] }
        return address[address.index(after: at)...].lowercased().split(separator: ".").map(String.init)
    }
}

/// Parts of domains that say nothing about an employer.
private enum MailDomain {
    /// Systems in which employers keep applications, and boards that pass them on.
    static let services: Set<String> = [
        "greenhouse", "greenhouse-mail", "lever", "workday", "myworkday", "myworkdayjobs", "personio",
        "smartrecruiters", "ashby", "ashbyhq",
        "teamtailor", "teamtailor-mail", "recruitee", "bamboohr", "icims", "taleo", "successfactors",
        "jobvite", "workable", "workablemail",
        "breezy", "welcomekit", "softgarden", "rexx", "rexx-systems", "join", "indeed", "indeedemail",
        "linkedin", "stepstone", "xing",
        "infojobs", "glassdoor", "ziprecruiter", "onlyfy", "d-vinci", "applytojob", "pinpointhq", "talention",
    ]
    static let free: Set<String> = [
        "gmail", "googlemail", "outlook", "hotmail", "live", "msn", "yahoo", "ymail", "gmx", "web", "icloud",
        "me", "mac", "proton",
        "protonmail", "aol", "orange", "wanadoo", "free", "laposte", "sfr", "t-online", "freenet", "posteo",
        "mailbox", "mail", "fastmail",
        "zoho", "yandex",
    ]
    static let general: Set<String> = [
        "com", "org", "net", "gov", "edu", "www", "email", "smtp", "jobs", "careers", "career", "karriere",
        "recruiting", "recruitment",
        "talent", "notifications", "notification", "news", "hire", "apply", "people",
    ]
}
