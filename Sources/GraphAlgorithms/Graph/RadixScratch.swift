/// The work space of one thread for sorting the arcs of one bucket after another.
struct RadixScratch {
    typealias Sorted = (keys: UnsafeMutablePointer<UInt64>, weights: UnsafeMutablePointer<Double>?)

    private let keys: UnsafeMutablePointer<UInt64>
    private let weights: UnsafeMutablePointer<Double>?
    private let counts: UnsafeMutablePointer<Int>

    private static let greatestDigit = 11

    init(capacity: Int, isWeighted: Bool) {
        keys = LargeMemory.allocate(count: capacity)
        weights = isWeighted ? LargeMemory.allocate(count: capacity) : nil
        counts = LargeMemory.allocate(count: 1 << Self.greatestDigit)
    }

    func deallocate() {
        LargeMemory.deallocate(keys)
        if let weights { LargeMemory.deallocate(weights) }
        LargeMemory.deallocate(counts)
    }

    /// Sorts keys of a row in the upper half and a target in the lower, equal keys keeping their order: the
    /// radix sort from the least digit (Knuth, *The Art of Computer Programming* 3, 5.2.5).
    /// - Returns: Where the sorted keys and weights are: in the given memory or in that of the work space.
    /// - Complexity: O(count · digits), two to four digits.
    func sort(
        _ input: UnsafeMutablePointer<UInt64>, _ inputWeights: UnsafeMutablePointer<Double>?, count: Int,
        rows: Range<Int>, nodeCount: Int
    ) -> Sorted {
        var from: Sorted = (input, inputWeights)
        var to: Sorted = (keys, weights)
        let base = UInt64(rows.lowerBound) << 32
        for digit in Self.digits(bits: Self.bits(nodeCount), from: 0)
            + Self.digits(bits: Self.bits(rows.count), from: 32)
        {
            counts.update(repeating: 0, count: 1 << digit.width)
            let mask = UInt64(1) << UInt64(digit.width) - 1
            let shift = UInt64(digit.shift)
            for index in 0..<count {
                counts[Int(truncatingIfNeeded: ((from.keys[index] &- base) &>> shift) & mask)] &+= 1
            }
            var sum = 0
            for value in 0..<(1 << digit.width) { (counts[value], sum) = (sum, sum &+ counts[value]) }
            for index in 0..<count {
                let key = from.keys[index]
                let value = Int(truncatingIfNeeded: ((key &- base) &>> shift) & mask)
                let slot = counts[value]
                counts[value] = slot &+ 1
                to.keys[slot] = key
                if let source = from.weights, let target = to.weights { target[slot] = source[index] }
            }
            swap(&from, &to)
        }
        return from
    }

    /// How many bits numbers below `count` have.
    private static func bits(_ count: Int) -> Int {
        count <= 1 ? 0 : Int.bitWidth - (count - 1).leadingZeroBitCount
    }

    private static func digits(bits: Int, from shift: Int) -> [(shift: Int, width: Int)] {
        let count = (bits + greatestDigit - 1) / greatestDigit
        return (0..<count).map { digit in
            let low = bits * digit / count
            return (shift + low, bits * (digit + 1) / count - low)
        }
    }
}
