public import ReferralGraph

/// What a network has about some words: people, companies, opportunities, and what was said.
public struct NetworkSearch: Sendable, Equatable, Codable {
    /// The words looked for.
    public var words: String
    /// What was found: whole names before beginnings of words before parts of words, names before other fields, and
    /// of equal ones people, companies, opportunities, contacts (the newest first), each in the order of the network.
    public var hits: [SearchHit]
}

/// Something that was found.
public struct SearchHit: Sendable, Equatable, Codable {
    /// What it is.
    public var kind: Kind
    /// Its name, title or subject.
    public var title: String
    /// Where the words were found, when not in the title: the field and its text.
    public var found: String?
    /// The person; of a contact the first one.
    public var person: PersonID?
    /// The company.
    public var company: CompanyID?
    /// The opportunity.
    public var opportunity: OpportunityID?
    /// The day of a contact.
    public var date: CalendarDay?

    /// What can be found.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The lists of a network.
        case person, company, opportunity, contact
    }
}

extension NetworkAnalysis {
    /// Looks for words in everything that is recorded; all of them have to be in one field.
    ///
    /// Accents, letter case and the kind of apostrophe do not count.
    /// - Complexity: O(text of the network).
    public func search(_ words: String) -> NetworkSearch {
        let wanted = SearchWords(words)
        guard !wanted.isEmpty else { return NetworkSearch(words: words, hits: []) }
        var found: [(rank: Int, hit: SearchHit)] = []
        func look(for hit: SearchHit, in fields: [SearchField]) {
            guard let best = wanted.best(of: fields) else { return }
            var hit = hit
            hit.found = best.found
            found.append((best.rank, hit))
        }
        for person in network.people where shows(person.id) {
            look(
                for: SearchHit(kind: .person, title: person.name, person: person.id),
                in: searchFields(of: person))
        }
        // With some people chosen, what is not about a person is not asked for.
        for company in network.companies where shown == nil {
            var fields: [SearchField] = [(nil, company.name)]
            fields += company.aliases.map { ("alias", $0) }
            fields.append(("id", company.id.text))
            for signal in company.signals { fields += [("news", signal.title), ("news", signal.note)] }
            look(for: SearchHit(kind: .company, title: company.name, company: company.id), in: fields)
        }
        for role in network.opportunities where shown == nil {
            look(
                for: SearchHit(
                    kind: .opportunity, title: role.title, company: role.company, opportunity: role.id),
                in: [
                    (nil, role.title), ("id", role.id.text), ("company", companyName(role.company)),
                    ("department", role.department),
                ] + role.feedback.map { ("feedback", $0.text) } + role.stages.map { ("note", $0.note) })
        }
        let names = Dictionary(network.people.map { ($0.id, $0.name) }) { first, _ in first }
        let contacts = network.interactions.enumerated().sorted {
            ($0.element.date, $0.offset) > ($1.element.date, $1.offset)
        }
        for (_, contact) in contacts where shown == nil || contact.people.contains(where: shows) {
            let people = contact.people.compactMap { names[$0] }.joined(separator: ", ")
            look(
                for: SearchHit(
                    kind: .contact, title: contact.subject ?? people, person: contact.people.first,
                    opportunity: contact.opportunity, date: contact.date.day),
                in: [
                    (nil, contact.subject), ("note", contact.note), ("thread", contact.thread),
                    ("promise", contact.promise?.what),
                ])
        }
        return NetworkSearch(
            words: words,
            hits: found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
                .map(\.element.hit))
    }

    /// What is recorded about a person that may be looked for, the name first.
    func searchFields(of person: Person) -> [SearchField] {
        var fields: [SearchField] = [(nil, person.name)]
        fields += person.otherNames.map { ("other name", $0) }
        fields.append(("id", person.id.text))
        for job in person.employments {
            fields += [
                ("title", job.title), ("department", job.department),
                ("company", companyName(job.company)),
            ]
        }
        fields += person.education.flatMap { [("school", $0.school), ("degree", $0.degree)] }
        fields += person.emails.map { ("e-mail", $0) } + person.phones.map { ("telephone", $0) }
        fields += person.tags.map { ("tag", $0) }
        fields += person.observations.map { ("noted", $0) }
        fields += person.signals.map { ("news", $0.title ?? $0.note) }
        return fields
    }
}

/// A text that may be looked for: what it is, `nil` for a name, and the text itself.
typealias SearchField = (name: String?, text: String?)

/// Words that are looked for: all of them have to be in one text.
struct SearchWords {
    private let wanted: String
    private let parts: [String]
    private let bytes: [[UInt8]]
    /// Whether it is one word of letters that are written without spaces, between which a space is a matter of taste.
    private let isSpaceless: Bool

    init(_ words: String) {
        wanted = foldedName(words)
        parts = wanted.split(separator: " ").map(String.init)
        bytes = parts.map { Array($0.utf8) }
        isSpaceless = parts.count == 1 && wanted.utf8.contains { $0 >= 0xE1 }
    }

    /// Whether nothing is looked for.
    var isEmpty: Bool { parts.isEmpty }

    /// The field that fits best: how well, 0 for best, and what it says, `nil` for a name.
    func best(of fields: [SearchField]) -> (rank: Int, found: String?)? {
        var best: (rank: Int, found: String?)?
        for field in fields {
            guard let text = field.text, let fit = rank(in: text) else { continue }
            let rank = fit + (field.name == nil ? 0 : 3)
            if rank < best?.rank ?? .max { best = (rank, field.name.map { "\($0): \(text)" }) }
        }
        return best
    }

    /// 0 for the whole text, 1 for beginnings of its words, 2 for parts of them; `nil` when something is missing.
    func rank(in text: String) -> Int? {
        let text = foldedName(text)
        if text == wanted { return 0 }
        if isSpaceless, text.filter({ $0 != " " }).contains(wanted) { return text.contains(" ") ? 1 : 2 }
        // Bytes tell fast that a part is missing, as it is in nearly every text.
        guard bytes.allSatisfy({ Self.holds(text, $0) }), parts.allSatisfy(text.contains) else { return nil }
        let words = text.split { !$0.isLetter && !$0.isNumber }
        return parts.allSatisfy { part in words.contains { $0.hasPrefix(part) } } ? 1 : 2
    }

    private static func holds(_ text: String, _ part: [UInt8]) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { text in
            guard let first = part.first, text.count >= part.count else { return part.isEmpty }
            return (0...(text.count - part.count)).contains { start in
                text[start] == first && part.indices.allSatisfy { text[start + $0] == part[$0] }
            }
        } ?? true
    }
}
