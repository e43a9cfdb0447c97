/// The candidate that a misspelt word most probably meant; `nil` when none is near.
///
/// Optimal string alignment distance (Damerau 1964 without moves over edited text), case folded, at most a third
/// of the longer word; of several as near the first.
/// - Complexity: O(candidates), and O(length squared) for each that has about the same letters.
public func nearestSpelling(to word: String, among candidates: some Sequence<String>) -> String? {
    var spellings = Spellings(candidates)
    return spellings.nearest(to: word)
}

/// The hint on a misspelt word: the candidate that it probably meant, or else another one.
package func spellingHint(
    to word: String, among candidates: some Sequence<String>, else hint: @autoclosure () -> String
) -> String {
    nearestSpelling(to: word, among: candidates).map { "did you mean \"\($0)\"?" } ?? hint()
}

/// Words to compare misspelt ones with, prepared once for many.
package struct Spellings: Sendable {
    private var alphabet = Alphabet()
    private var candidates: [(text: String, word: Word)] = []

    /// - Complexity: O(text).
    package init(_ texts: some Sequence<String>) {
        for text in texts { candidates.append((text, Word(text, &alphabet))) }
    }

    /// See ``nearestSpelling(to:among:)``.
    package mutating func nearest(to text: String) -> String? {
        let wanted = Word(text, &alphabet)
        var best: (distance: Int, text: String)?
        for candidate in candidates {
            let longer = max(wanted.letters.count, candidate.word.letters.count)
            let limit = min(longer / 3, (best?.distance ?? .max) - 1)
            guard wanted.leastDistance(to: candidate.word) <= limit else { continue }
            let distance = alignmentDistance(wanted.letters, candidate.word.letters, limit: limit)
            if distance <= limit { best = (distance, candidate.text) }
        }
        return best?.text
    }

    /// Numbers for letters: equal ones have the same, however they are composed.
    private struct Alphabet: Sendable {
        private var numbers: [Character: UInt32] = [:]

        mutating func number(of letter: Character) -> UInt32 {
            if let value = letter.asciiValue { return UInt32(value) }
            if let known = numbers[letter] { return known }
            let next = UInt32(0x80 + numbers.count)
            numbers[letter] = next
            return next
        }
    }

    private struct Word: Sendable {
        let letters: [UInt32]
        /// A bit for each letter that occurs, of 64 among which they are spread.
        private let present: UInt64

        init(_ text: String, _ alphabet: inout Alphabet) {
            letters = text.lowercased().map { alphabet.number(of: $0) }
            present = letters.reduce(0) { $0 | 1 << UInt64($1 % 64) }
        }

        /// What the distance is not below: a step brings in or takes out one letter.
        func leastDistance(to other: Word) -> Int {
            max(
                abs(letters.count - other.letters.count), (present & ~other.present).nonzeroBitCount,
                (other.present & ~present).nonzeroBitCount)
        }
    }
}

/// The distance of two words; any number above `limit` where it is above.
private func alignmentDistance(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var twoBack: [Int] = []
    var previous = Array(0...right.count)
    for i in 1...left.count {
        var row = [i] + [Int](repeating: 0, count: right.count)
        for j in 1...right.count {
            let same = left[i - 1] == right[j - 1]
            row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0 : 1))
            if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                row[j] = min(row[j], twoBack[j - 2] + 1)
            }
        }
        // A later row is not below the least of two rows before it.
        if min(row.min()!, previous.min()!) > limit { return limit + 1 }
        twoBack = previous
        previous = row
    }
    return previous[right.count]
}
