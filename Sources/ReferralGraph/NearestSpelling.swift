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
    private var distances = AlignmentDistance()
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
            let distance = distances.between(wanted.letters, candidate.word.letters, limit: limit)
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

/// The distances of words, with room for the rows that are needed to find one.
private struct AlignmentDistance: Sendable {
    private var rows: [Int] = []

    /// The distance of two words; any number above `limit` where it is above.
    /// - Complexity: O(length x limit): what is more than `limit` off the diagonal is farther apart.
    mutating func between(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        let width = right.count + 1
        if rows.count < 3 * width { rows = [Int](repeating: 0, count: 3 * width) }
        let far = limit + 1
        return rows.withUnsafeMutableBufferPointer { rows in
            var (twoBack, previous, row) = (0, width, 2 * width)
            for j in 0..<width { rows[previous + j] = j }
            var leastBefore = 0
            for i in 1...left.count {
                let (first, last) = (max(1, i - limit), min(right.count, i + limit))
                guard first <= last else { return far }
                rows[row + first - 1] = first == 1 ? i : far
                var least = rows[row + first - 1]
                for j in first...last {
                    let step = left[i - 1] == right[j - 1] ? 0 : 1
                    var value = min(
                        rows[previous + j] + 1, rows[row + j - 1] + 1, rows[previous + j - 1] + step)
                    if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                        value = min(value, rows[twoBack + j - 2] + 1)
                    }
                    rows[row + j] = value
                    least = min(least, value)
                }
                if last < right.count { rows[row + last + 1] = far }
                // A later row is not below the least of two rows before it.
                if min(least, leastBefore) > limit { return far }
                leastBefore = least
                (twoBack, previous, row) = (previous, row, twoBack)
            }
            return rows[previous + right.count]
        }
    }
}
