/// The candidate that a misspelt word most probably meant; `nil` when none is near.
///
/// Optimal string alignment distance (Damerau 1964 without moves over edited text), case folded, at most a third
/// of the longer word.
/// - Complexity: O(candidates x length squared).
public func nearestSpelling(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased())
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
        let letters = Array(candidate.lowercased())
        let limit = max(wanted.count, letters.count) / 3
        guard abs(wanted.count - letters.count) <= limit else { continue }
        let distance = alignmentDistance(wanted, letters)
        if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
}

/// The hint on a misspelt word: the candidate that it probably meant, or else another one.
package func spellingHint(
    to word: String, among candidates: some Sequence<String>, else hint: @autoclosure () -> String
) -> String {
    nearestSpelling(to: word, among: candidates).map { "did you mean \"\($0)\"?" } ?? hint()
}

private func alignmentDistance(_ left: [Character], _ right: [Character]) -> Int {
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
        twoBack = previous
        previous = row
    }
    return previous[right.count]
}
