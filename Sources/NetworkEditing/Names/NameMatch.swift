public import ReferralGraph

/// What a query finds among the entities of one kind.
public enum NameMatch<Entity: Equatable & Sendable>: Equatable, Sendable {
    /// Exactly one.
    case one(Identifier<Entity>)
    /// More than one, in the order of the network.
    case several([Entity])
    /// None; the nearest name, where one is near.
    case none(suggestion: String?)

    /// Whether there is anything.
    var findsAny: Bool { if case .none = self { false } else { true } }
}

/// How much of a name a query may leave out.
public enum NameLooseness: Int, Comparable, Sendable {
    /// Nothing: the id or the whole name.
    case whole
    /// Whole words of it, and of people's names and titles the ends of words.
    case words

    /// Orders by how much may be left out.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Looks for what a user typed among entities that have an id and names.
///
/// Accents, letter case, width and the kind of apostrophe do not count, because keyboards differ. Nothing is ever found by
/// a part inside a word, and a company by whole words only (``ReferralGraph/CompanyName``).
struct NameMatcher<Entity: Equatable & Sendable> {
    /// An entity that can be found.
    struct Candidate {
        var entity: Entity
        var id: Identifier<Entity>
        /// The proper name, then what else it may be found by: whole words or beginnings of words.
        var names: [String] = []
        /// Names of companies it may be found by: whole words only.
        var companies: [String] = []
    }

    private let candidates: [Candidate]
    private let named: [FoldedNames]
    /// Which candidates have a word in a company's name, ascending; where nothing but companies' names can be found.
    private var byWord: [String: [Int]]?
    private var byID: [String: [Int]] = [:]

    /// - Complexity: O(text of the candidates).
    init(candidates: [Candidate]) {
        self.candidates = candidates
        named = candidates.map { FoldedNames($0.id.text, $0.names, $0.companies) }
        guard candidates.allSatisfy({ $0.names.isEmpty }) else { return }
        var byWord: [String: [Int]] = [:]
        for (position, names) in named.enumerated() {
            for word in names.wordsOfCompanies { byWord[word, default: []].append(position) }
            byID[names.id, default: []].append(position)
        }
        self.byWord = byWord
    }

    /// Looks for one text, see ``matches(_:looseness:)``.
    /// - Complexity: O(text of the candidates).
    func match(_ text: String, looseness: NameLooseness = .words, suggests: Bool = true) -> NameMatch<Entity>
    {
        matches([text], looseness: looseness, suggests: suggests)[0]
    }

    /// Looks by id, by whole name, by other whole names, by whole words, then by beginnings of words; the first of these
    /// ways that finds anything decides.
    /// - Parameter suggests: Whether to look for the nearest spelling where nothing is found.
    /// - Complexity: O(candidates) for each text; among companies O(those that share a word with it), and O(candidates) where
    ///   there is none.
    func matches(
        _ texts: [String], looseness: NameLooseness = .words, suggests: Bool = true
    ) -> [NameMatch<Entity>] {
        var spellings: Spellings?
        return texts.map { text in
            let query = Query(text)
            guard !query.words.isEmpty else { return .none(suggestion: nil) }
            let found = find(query, text, looseness)
            if found.count == 1 { return .one(candidates[found[0]].id) }
            if found.count > 1 { return .several(found.map { candidates[$0].entity }) }
            guard suggests else { return .none(suggestion: nil) }
            var known = spellings ?? Spellings(candidates.flatMap(\.spellings))
            let suggestion = known.nearest(to: text)
            spellings = known
            return .none(suggestion: suggestion)
        }
    }

    private func find(_ query: Query, _ text: String, _ looseness: NameLooseness) -> [Int] {
        let pool = byWord.map { byWord in
            Set(byWord[query.company.words[0], default: []] + byID[query.folded, default: []]).sorted()
        }
        let ways: [(NameLooseness, (Int) -> Bool)] = [
            (.whole, { candidates[$0].id.text == text }),
            (.whole, { named[$0].id == query.folded }),
            (.whole, { named[$0].isProper(query) }),
            (.whole, { named[$0].isWhole(query) }),
            (.words, { named[$0].haveWords(query) }),
            (.words, { named[$0].haveBeginnings(query) }),
        ]
        for (needed, way) in ways where needed <= looseness {
            let found = pool.map { $0.filter(way) } ?? candidates.indices.filter(way)
            if !found.isEmpty { return found }
        }
        return []
    }
}

extension NameMatcher.Candidate {
    /// What a misspelt text may have meant.
    fileprivate var spellings: [String] {
        let all = names.isEmpty ? companies : names
        return all + [id.text] + all[0].split(whereSeparator: \.isWhitespace).map(String.init)
    }
}

/// What a user typed.
private struct Query {
    let folded: String
    let words: [(text: Substring, company: CompanyName)]
    /// The whole of it as a company's name.
    let company: CompanyName

    init(_ text: String) {
        folded = foldedName(text)
        words = nameParts(of: folded).map { ($0, CompanyName(String($0))) }
        company = CompanyName(text)
    }
}

/// The names of one entity, folded.
private struct FoldedNames {
    let id: String
    private let names: [String]
    private let companies: [CompanyName]

    init(_ id: String, _ names: [String], _ companies: [String]) {
        self.id = foldedName(id)
        self.names = names.map(foldedName)
        self.companies = companies.map { CompanyName($0) }
    }

    /// The words of the companies' names, each once.
    var wordsOfCompanies: [String] { companies.flatMap(\.words).uniqued() }

    func isProper(_ query: Query) -> Bool {
        if let proper = names.first { return Self.isOne(proper, query.folded) }
        return companies.first == query.company
    }

    func isWhole(_ query: Query) -> Bool {
        // An opportunity is not its company.
        names.contains { Self.isOne($0, query.folded) } || names.isEmpty && companies.contains(query.company)
    }

    func haveWords(_ query: Query) -> Bool { have(query) { $0 == $1 } }

    func haveBeginnings(_ query: Query) -> Bool {
        !names.isEmpty
            && have(query) { part, word in
                // Of a name without spaces the given name is an end.
                part.hasPrefix(word) || part.hasSuffix(word) && isWrittenWithoutSpaces(String(word))
            }
    }

    private func have(_ query: Query, _ fits: (Substring, Substring) -> Bool) -> Bool {
        if companies.contains(where: query.company.names) { return true }
        let parts = names.flatMap(nameParts)
        if parts.isEmpty { return false }
        return query.words.allSatisfy { word in
            parts.contains { fits($0, word.text) } || companies.contains(where: word.company.names)
        }
    }

    /// Whether two folded names are equal; between Han, Kana and Hangul spaces do not count.
    private static func isOne(_ name: String, _ text: String) -> Bool {
        if name == text { return true }
        let (left, right) = (name.filter { $0 != " " }, text.filter { $0 != " " })
        return left == right && isWrittenWithoutSpaces(left)
    }
}

/// The words of a folded name; a hyphen parts them, too.
func nameParts(of name: String) -> [Substring] { name.split { $0.isWhitespace || $0 == "-" } }
