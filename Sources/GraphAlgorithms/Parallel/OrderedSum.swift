internal import Glibc

/// Adds up arrays that threads make for pieces of work, in the order of the pieces, whoever finishes first.
///
/// Additions of floating-point numbers depend on their order, so this is what keeps sums the same on any number of
/// threads. An array waits until all before it have come; at most as many wait as there are threads, unless one piece
/// takes far longer than the others.
final class OrderedSum: @unchecked Sendable {
    private let count: Int
    private let total: UnsafeMutablePointer<Double>
    /// Guards all that follows. A lock of the system, whose order of events the thread sanitizer understands.
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private var next = 0
    private var waiting: [Int: UnsafeMutablePointer<Double>] = [:]
    private var free: [UnsafeMutablePointer<Double>] = []

    /// A sum of arrays of `count` numbers.
    init(count: Int) {
        self.count = count
        total = LargeMemory.allocate(repeating: 0, count: count)
        lock = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
    }

    deinit {
        LargeMemory.deallocate(total)
        for array in free + waiting.values { LargeMemory.deallocate(array) }
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    /// An array of zeros to add up the numbers of one piece in.
    func array() -> UnsafeMutablePointer<Double> {
        pthread_mutex_lock(lock)
        let used = free.popLast()
        pthread_mutex_unlock(lock)
        guard let used else { return LargeMemory.allocate(repeating: 0, count: count) }
        used.update(repeating: 0, count: count)
        return used
    }

    /// Takes the array of a piece; each piece from 0 on comes once.
    func add(_ array: UnsafeMutablePointer<Double>, piece: Int) {
        pthread_mutex_lock(lock)
        waiting[piece] = array
        while let first = waiting.removeValue(forKey: next) {
            for index in 0..<count { total[index] += first[index] }
            free.append(first)
            next += 1
        }
        pthread_mutex_unlock(lock)
    }

    /// The sum of all arrays that came; asked for when the threads are done.
    var values: [Double] { Array(UnsafeBufferPointer(start: total, count: count)) }
}
