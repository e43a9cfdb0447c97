internal import Glibc

/// A read-only array of a ``CompactGraph``: in memory of its own, or in a file that is mapped into memory.
///
/// Copies share the memory, which lives as long as one of them. A slice keeps the positions of the whole.
public struct GraphArray<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
    /// The array of a graph is its own slice.
    public typealias SubSequence = GraphArray<Element>

    /// The address of position 0.
    @usableFromInline let base: UnsafePointer<Element>
    /// The first position.
    public let startIndex: Int
    /// The position after the last.
    public let endIndex: Int
    /// Keeps the memory at `base` alive; never written again.
    let owner: GraphMemory

    package init(_ base: UnsafePointer<Element>, indices: Range<Int>, owner: GraphMemory) {
        self.base = base
        startIndex = indices.lowerBound
        endIndex = indices.upperBound
        self.owner = owner
    }

    /// Takes over memory from ``LargeMemory``.
    init(owning base: UnsafeMutablePointer<Element>, count: Int) {
        self.init(base, indices: 0..<count, owner: GraphMemory(allocation: base))
    }

    /// Copies some elements.
    /// - Complexity: O(n).
    public init(_ elements: some Collection<Element>) {
        let count = elements.count
        let memory = LargeMemory.allocate(Element.self, count: count)
        _ = UnsafeMutableBufferPointer(start: memory, count: count).initialize(from: elements)
        self.init(owning: memory, count: count)
    }

    /// The element at a position.
    /// - Precondition: `indices.contains(position)`.
    /// - Complexity: O(1).
    @inlinable public subscript(position: Int) -> Element {
        precondition(position >= startIndex && position < endIndex, "outside the array")
        return base[position]
    }

    /// The elements at a range of positions.
    /// - Precondition: The range lies within the array.
    /// - Complexity: O(1).
    public subscript(bounds: Range<Int>) -> GraphArray<Element> {
        precondition(bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex, "outside the array")
        return GraphArray(base, indices: bounds, owner: owner)
    }

    /// Calls `body` with the elements as plain memory, which is valid during the call.
    public func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result? {
        try withExtendedLifetime(owner) {
            try body(UnsafeBufferPointer(start: base + startIndex, count: count))
        }
    }
}

extension GraphArray: ExpressibleByArrayLiteral {
    /// An array of the given elements.
    public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension GraphArray: Equatable where Element: Equatable {
    /// Whether two arrays hold the same elements, wherever they lie.
    public static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
}

extension GraphArray: CustomStringConvertible {
    /// The elements as an array shows them.
    public var description: String { Array(self).description }
}

extension GraphArray {
    /// Calls `body` with the bytes of the elements.
    package func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(
            UnsafeRawBufferPointer(start: base + startIndex, count: count * MemoryLayout<Element>.stride))
    }
}

/// What the arrays of a graph lie in.
package final class GraphMemory: @unchecked Sendable {
    private let address: UnsafeMutableRawPointer
    /// The length of a mapping, or `nil` for allocated memory.
    private let mappedBytes: Int?

    init<Element>(allocation: UnsafeMutablePointer<Element>) {
        address = UnsafeMutableRawPointer(allocation)
        mappedBytes = nil
    }

    package init(mapping: UnsafeMutableRawPointer, byteCount: Int) {
        address = mapping
        mappedBytes = byteCount
    }

    deinit {
        if let mappedBytes { munmap(address, mappedBytes) } else { free(address) }
    }
}
