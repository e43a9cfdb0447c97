/// The positions of the people who share a key, in the order in which they were entered. Most keys are of one person alone,
/// who takes no memory besides.
struct PositionList: RandomAccessCollection, Sendable {
    private var first = 0
    private var others: [Int] = []
    private(set) var endIndex = 0

    var startIndex: Int { 0 }

    subscript(index: Int) -> Int { index == 0 ? first : others[index - 1] }

    mutating func append(_ position: Int) {
        if endIndex == 0 { first = position } else { others.append(position) }
        endIndex += 1
    }
}
