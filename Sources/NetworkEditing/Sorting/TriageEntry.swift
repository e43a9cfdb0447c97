public import Foundations
public import ReferralGraph

/// One thing that the seeker says of a person while they sort people.
public enum TriageAnswer: Sendable, Equatable {
    /// How well they know the person; `nil` takes back what was said.
    case acquaintance(Acquaintance?)
    /// How much they want to work at the person's employer; `nil` for not at all.
    case priority(Company.Priority?)
    /// The person gets a tag, or loses it.
    case tag(Tag), untag(Tag)

    /// Reads the word of an answer, such as `close` or `+mentor`; `nil` when it is none.
    public init?(_ word: String) {
        if let known = Self.words.first(where: { $0.word == foldedName(word) }) {
            self = known.answer
        } else if let sign = word.first, sign == "+" || sign == "-", let tag = Tag(String(word.dropFirst())) {
            self = sign == "+" ? .tag(tag) : .untag(tag)
        } else {
            return nil
        }
    }

    /// The word of the answer.
    public var word: String {
        switch self {
        case .tag(let tag): "+\(tag)"
        case .untag(let tag): "-\(tag)"
        default: Self.words.first { $0.answer == self }!.word
        }
    }

    /// The words with the answers they stand for; of several words for one answer the usual one first.
    private static let words: [(word: String, answer: TriageAnswer)] = [
        ("close", .acquaintance(.close)), ("know", .acquaintance(.known)),
        ("barely", .acquaintance(.barely)), ("no", .acquaintance(.unknown)), ("unsaid", .acquaintance(nil)),
        ("want", .priority(.a)), ("want-b", .priority(.b)), ("want-c", .priority(.c)),
        ("unwant", .priority(nil)), ("known", .acquaintance(.known)), ("unknown", .acquaintance(.unknown)),
        ("want-a", .priority(.a)),
    ]

    /// The words of answers, in words.
    public static let expected =
        "close, know, barely, no, unsaid, want, unwant, or a tag with its sign, such as +mentor or -mentor"

    static let usualWords = words.prefix(9).map(\.word)
}

/// What the seeker says of one person.
public struct TriageEntry: Sendable, Equatable {
    /// Who.
    public var person: PersonID
    /// What.
    public var answer: TriageAnswer

    /// Makes an entry.
    public init(person: PersonID, answer: TriageAnswer) {
        self.person = person
        self.answer = answer
    }

    /// The entry as a line of a file of answers, with its line break.
    public var line: String { "\(person)\t\(answer.word)\n" }
}

/// A file of answers: a line a person, `PERSON`, a tab, and words of answers with tabs between them.
///
/// Blank lines and lines that begin with `#` count for nothing.
public enum TriageFile {
    /// Reads a file that someone wrote. People are named as in commands; who is answered for twice, differently, is an error.
    /// - Parameter file: Its name, for diagnostics.
    /// - Returns: What it says, in its order, and everything that is wrong with it.
    public static func read(
        _ bytes: [UInt8], file: String, in network: ReferralNetwork
    ) -> (entries: [TriageEntry], diagnostics: [Diagnostic]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let place = bytes.prefix { $0 < 0x80 }.count { $0 == 10 } + 1
            return (
                [],
                [
                    Diagnostic(
                        .encodingInvalid, file: file, line: place, found: "bytes that are no UTF-8",
                        expected: "text in UTF-8", hint: "save the file as UTF-8")
                ]
            )
        }
        var reader = AnswerReader(file: file, network: network)
        let lines = text.replacing("\u{FEFF}", with: "", maxReplacements: 1)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated() { reader.take(String(line), number + 1) }
        return (reader.entries, reader.diagnostics)
    }

    /// Reads the lines that ``TriageEntry/line`` makes. A last line that was broken off is left out.
    /// - Returns: `nil` when the bytes are something else.
    public static func readLog(_ bytes: [UInt8]) -> [TriageEntry]? {
        guard let end = bytes.lastIndex(of: 10) else { return [] }
        guard let text = String(validating: bytes[...end], as: UTF8.self) else { return nil }
        var entries: [TriageEntry] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("# ") {
            guard let tab = line.firstIndex(of: "\t"),
                let answer = TriageAnswer(String(line[line.index(after: tab)...]))
            else { return nil }
            entries.append(TriageEntry(person: PersonID(String(line[..<tab])), answer: answer))
        }
        return entries
    }
}

private struct AnswerReader {
    let file: String
    let network: ReferralNetwork
    var entries: [TriageEntry] = []
    var diagnostics: [Diagnostic] = []
    private let ids: Set<PersonID>
    private var linesOfPeople: [PersonID: (line: Int, answer: TriageAnswer)] = [:]

    init(file: String, network: ReferralNetwork) {
        self.file = file
        self.network = network
        ids = Set(network.people.map(\.id)).subtracting([network.seeker])
    }

    mutating func take(_ line: String, _ number: Int) {
        if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { return }
        let cells = line.split(separator: "\t", omittingEmptySubsequences: true).map {
            oneLine(String($0)) ?? ""
        }
        guard cells.count > 1, !cells[0].isEmpty else {
            report(
                number, .fieldMissing, found: quoted(clipped(line)),
                expected: "a person, a tab, and an answer: \(TriageAnswer.expected)",
                hint: "write a tab between the person and the answer")
            return
        }
        guard let person = person(cells[0], number) else { return }
        for word in cells.dropFirst() {
            guard let answer = TriageAnswer(word) else {
                report(
                    number, .valueUnknown, found: quoted(clipped(word)), expected: TriageAnswer.expected,
                    hint: nearestSpelling(to: word, among: TriageAnswer.usualWords).map {
                        "did you mean \"\($0)\"?"
                    }
                        ?? Tag(word).map { "write +\($0) for a tag" } ?? "leave the line out")
                continue
            }
            if case .acquaintance = answer {
                if let earlier = linesOfPeople[person], earlier.answer != answer {
                    report(
                        number, .valueRepeated, found: "\(answer.word) for \(cells[0])",
                        expected: "\(earlier.answer.word), as line \(earlier.line) says",
                        hint: "remove one of the two lines")
                    continue
                }
                linesOfPeople[person] = (number, answer)
            }
            entries.append(TriageEntry(person: person, answer: answer))
        }
    }

    private mutating func person(_ text: String, _ number: Int) -> PersonID? {
        if ids.contains(PersonID(text)) { return PersonID(text) }
        switch PersonQuery(text).match(in: network) {
        case .one(network.seeker):
            report(
                number, .selfReference, found: quoted(text) + ", who is you", expected: "someone else",
                hint: "leave the line out")
        case .one(let id): return id
        case .several(let people):
            report(
                number, .danglingReference, found: "\(quoted(text)), which fits \(people.count) people",
                expected: "one of \(people.prefix(8).map(\.id.text).joined(separator: ", "))",
                hint: "write the id of the one you mean")
        case .none(let near):
            report(
                number, .danglingReference, found: quoted(text), expected: "the id or the name of a person",
                hint: near.map { "did you mean \"\($0)\"?" } ?? "leave the line out")
        }
        return nil
    }

    private mutating func report(
        _ line: Int, _ kind: Diagnostic.Kind, found: String, expected: String, hint: String
    ) {
        diagnostics.append(
            Diagnostic(kind, file: file, line: line, found: found, expected: expected, hint: hint))
    }
}
