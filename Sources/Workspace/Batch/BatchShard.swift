/// One of several equal parts of a folder of networks, for as many machines.
public struct BatchShard: Sendable, Equatable {
    /// Which part, from 1.
    public let number: Int
    /// How many parts there are.
    public let count: Int

    /// Reads words such as `2/8`; `nil` for others, and for a part that there is not.
    public init?(_ words: String) {
        let numbers = words.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let number = numbers[0], let count = numbers[1], number >= 1,
            number <= count
        else {
            return nil
        }
        (self.number, self.count) = (number, count)
    }

    /// Every `count`-th of some elements, beginning with the `number`-th.
    func part<Element>(of elements: [Element]) -> [Element] {
        stride(from: number - 1, to: elements.count, by: count).map { elements[$0] }
    }
}
