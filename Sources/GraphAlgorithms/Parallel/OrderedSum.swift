internal import Synchronization

/// Adds up arrays that threads make for pieces of work, in the order of the pieces, whoever finishes first.
///
/// Additions of floating-point numbers depend on their order, so this is what keeps sums the same on any number of
/// threads. An array waits until all before it have come; at most as many wait as there are threads, unless one piece
/// takes far longer than the others.
final class OrderedSum: @unchecked Sendable {
    private struct State: @unchecked Sendable {
        var next = 0
        var waiting: [Int: UnsafeMutablePointer<Double>] = [:]
        var free: [UnsafeMutablePointer<Double>] = []
    }

    private let count: Int
    private let state = Mutex(State())
    private let total: UnsafeMutablePointer<Double>

    /// A sum of arrays of `count` numbers.
    init(count: Int) {
        self.count = count
        total = LargeMemory.allocate(repeating: 0, count: count)
    }

    deinit {
        LargeMemory.deallocate(total)
        state.withLock { state in
            for array in state.free + state.waiting.values { LargeMemory.deallocate(array) }
        }
    }

    /// An array of zeros to add up the numbers of one piece in.
    func array() -> UnsafeMutablePointer<Double> {
        let used = state.withLock { $0.free.popLast() }
        guard let used else { return LargeMemory.allocate(repeating: 0, count: count) }
        used.update(repeating: 0, count: count)
        return used
    }

    /// Takes the array of a piece; each piece from 0 on comes once.
    func add(_ array: UnsafeMutablePointer<Double>, piece: Int) {
        let (total, count) = (total, count)
        state.withLock { state in
            state.waiting[piece] = array
            while let next = state.waiting.removeValue(forKey: state.next) {
                for index in 0..<count { total[index] += next[index] }
                state.free.append(next)
                state.next += 1
            }
        }
    }

    /// The sum of all arrays that came.
    var values: [Double] { Array(UnsafeBufferPointer(start: total, count: count)) }
}
