/// A 64-bit checksum of bytes that is as fast as memory.
///
/// Eight lanes of h = (h xor word) · prime, mixed at the end. A step is one-to-one in the word and in h, so the change of
/// a single word is always found; others go unnoticed with a chance of about 2^-64. It is made against decay and
/// accidents, not against forgers.
enum Checksum {
    private static let prime: UInt64 = 0x9E37_79B1_85EB_CA87
    /// Bytes that are summed by one thread at a time.
    static let blockBytes = 1 << 20

    /// The checksum of some blocks in order.
    static func combined(_ blocks: some Sequence<UInt64>) -> UInt64 {
        blocks.reduce(0x2545_F491_4F6C_DD1D) { mixed(($0 ^ $1) &* prime) }
    }

    static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { block($0) } }

    /// The checksum of one block.
    static func block(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes =
            SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7) &* SIMD8(repeating: prime)
            &+ SIMD8(repeating: UInt64(bytes.count))
        var position = 0
        while position + 64 <= bytes.count {
            let words = bytes.loadUnaligned(fromByteOffset: position, as: SIMD8<UInt64>.self)
            lanes = (lanes ^ words) &* SIMD8(repeating: prime)
            // The product carries upwards only; this brings high bits down.
            lanes ^= lanes &>> 29
            position += 64
        }
        var rest = SIMD8<UInt64>()
        withUnsafeMutableBytes(of: &rest) { rest in
            rest.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position...]))
        }
        lanes = (lanes ^ rest) &* SIMD8(repeating: prime)
        return combined((0..<8).map { mixed(lanes[$0]) })
    }

    /// A one-to-one mixture of bits (Stafford's variant 13 of the finaliser of MurmurHash3).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// The blocks of some bytes.
    static func blocks(of byteCount: Int) -> [Range<Int>] {
        stride(from: 0, to: byteCount, by: blockBytes).map { $0..<min($0 + blockBytes, byteCount) }
    }
}
