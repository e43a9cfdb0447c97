/// Names and their numbers, in the order in which they first came.
///
/// A hash table with linear probing over numbers; the bytes of all names lie in one array.
package struct NameTable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    private var hashes: [UInt32] = []
    private var slots = [UInt32](repeating: .max, count: 64)

    /// No names.
    package init() {}

    package var count: Int { hashes.count }

    /// The number of a name, a new one if it has none.
    /// - Complexity: O(length of the name), amortised.
    package mutating func number(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = Self.hash(name)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != .max {
            let number = Int(slots[slot])
            if hashes[number] == hash && bytes[ends[number]..<ends[number + 1]].elementsEqual(name) {
                return slots[slot]
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = UInt32(count)
        slots[slot] = number
        hashes.append(hash)
        bytes.append(contentsOf: name)
        ends.append(bytes.count)
        if 2 * count > slots.count { grow() }
        return number
    }

    /// Adds the names to another table.
    /// - Returns: The number that each name has there, in the order of the numbers here.
    package func numbers(in all: inout NameTable) -> [UInt32] {
        bytes.withUnsafeBufferPointer { bytes in
            (0..<count).map { number in
                all.number(of: UnsafeBufferPointer(rebasing: bytes[ends[number]..<ends[number + 1]]))
            }
        }
    }

    /// The names as labels of nodes.
    /// - Complexity: O(n log n).
    package var labels: NodeLabels {
        let order = bytes.withUnsafeBufferPointer { all in
            (0..<NodeID(count)).sorted {
                all[ends[Int($0)]..<ends[Int($0) + 1]].lexicographicallyPrecedes(
                    all[ends[Int($1)]..<ends[Int($1) + 1]])
            }
        }
        return NodeLabels(
            count: count,
            kind: .names(bytes: GraphArray(bytes), ends: GraphArray(ends.map { UInt64($0) })),
            byLabel: GraphArray(order))
    }

    private mutating func grow() {
        slots = [UInt32](repeating: .max, count: 2 * slots.count)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number)
        }
    }

    /// FNV-1a (Fowler, Noll and Vo 1991), its upper half folded in.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
