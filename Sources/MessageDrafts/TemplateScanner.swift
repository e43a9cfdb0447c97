internal import Foundations
internal import ReferralGraph

/// Takes the text of a template apart.
struct TemplateScanner {
    /// Something wrong in the text.
    struct Mistake {
        var kind: Diagnostic.Kind
        var line: Int
        var column: Int
        var found: String
        var expected: String
        var hint = ""
    }

    private let characters: [Character]
    private var position = 0
    private var line: Int
    private var column: Int
    private(set) var mistakes: [Mistake] = []

    /// - Parameters:
    ///   - line: The number of the first line, from 1.
    ///   - column: How many characters stand before the text in its first line.
    init(lines: some Sequence<Substring>, line: Int, column: Int) {
        characters = Array(lines.joined(separator: "\n"))
        self.line = line
        self.column = column + 1
    }

    /// All pieces up to the end.
    mutating func pieces() -> [TemplateText.Piece] { pieces(within: nil) }

    /// The pieces up to the end of the text, or up to the end of a choice's alternative.
    /// - Parameter opening: Where the choice begins; `nil` outside of one.
    private mutating func pieces(within opening: (line: Int, column: Int)?) -> [TemplateText.Piece] {
        var pieces: [TemplateText.Piece] = []
        var words = ""
        func flush() {
            if !words.isEmpty { pieces.append(.words(words)) }
            words = ""
        }
        while position < characters.count {
            let place = (line, column)
            if isAt("{{") {
                flush()
                advance(2)
                if let slot = slot(place) { pieces.append(.slot(slot)) }
            } else if isAt("[[") {
                flush()
                advance(2)
                if opening != nil {
                    mistake(place, "“[[” inside “[[ ... ]]”", "no brackets within brackets")
                }
                pieces.append(.choice(alternatives(place)))
            } else if opening != nil, isAt("]]") || isAt("||") {
                break
            } else if isAt("]]") || isAt("}}") {
                mistake(
                    place, "“\(characters[position])\(characters[position])” without its beginning",
                    "“[[” or “{{” before it")
                advance(2)
            } else {
                words.append(characters[position])
                advance(1)
            }
        }
        flush()
        return pieces
    }

    private mutating func alternatives(_ place: (line: Int, column: Int)) -> [[TemplateText.Piece]] {
        var alternatives: [[TemplateText.Piece]] = []
        while true {
            alternatives.append(pieces(within: place))
            guard position < characters.count else {
                mistake(place, "“[[” without an end", "“]]” behind it")
                return alternatives
            }
            let isEnd = isAt("]]")
            advance(2)
            if isEnd { return alternatives }
        }
    }

    private mutating func slot(_ place: (line: Int, column: Int)) -> DraftSlot? {
        var name = ""
        while position < characters.count, !isAt("}}") {
            guard characters[position] != "\n", name.count < 60 else { break }
            name.append(characters[position])
            advance(1)
        }
        guard isAt("}}") else {
            mistake(place, "“{{” without an end", "“}}” on the same line")
            return nil
        }
        advance(2)
        name = trimmed(name)
        if let slot = DraftSlot(rawValue: name) { return slot }
        let near = nearestSpelling(to: name, among: DraftSlot.allCases.map(\.rawValue))
        mistakes.append(
            Mistake(
                kind: .valueUnknown, line: place.line, column: place.column, found: quoted(name),
                expected: "the name of a fact",
                hint: near.map { "did you mean {{ \($0) }}?" }
                    ?? "`rebound policy templates` lists them in its head"))
        return nil
    }

    private mutating func mistake(_ place: (line: Int, column: Int), _ found: String, _ expected: String) {
        mistakes.append(
            Mistake(
                kind: .templateSyntax, line: place.line, column: place.column, found: found,
                expected: expected))
    }

    private func isAt(_ mark: String) -> Bool {
        let mark = Array(mark)
        return position + 1 < characters.count && characters[position] == mark[0]
            && characters[position + 1] == mark[1]
    }

    private mutating func advance(_ count: Int) {
        for _ in 0..<count {
            if characters[position] == "\n" {
                line += 1
                column = 1
            } else {
                column += characters[position].unicodeScalars.count
            }
            position += 1
        }
    }
}
