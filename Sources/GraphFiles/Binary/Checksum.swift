internal import GraphAlgorithms

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
        blocks.reduce(0x2545_F491_4F6C_DD1D) { SplitMix64.mixed(($0 ^ $1) &* prime) }
    }

    static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { block($0) } }

    /// The checksum of one block.
    static func block(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let start = UInt64(bytes.count) &* prime
        var (a, b, c, d) = (start, start &+ 1, start &+ 2, start &+ 3)
        var (e, f, g, h) = (start &+ 4, start &+ 5, start &+ 6, start &+ 7)
        let words = bytes.count / 64 * 8
        var index = 0
        while index < words {
            a = step(a, word(bytes, index))
            b = step(b, word(bytes, index &+ 1))
            c = step(c, word(bytes, index &+ 2))
            d = step(d, word(bytes, index &+ 3))
            e = step(e, word(bytes, index &+ 4))
            f = step(f, word(bytes, index &+ 5))
            g = step(g, word(bytes, index &+ 6))
            h = step(h, word(bytes, index &+ 7))
            index &+= 8
        }
        for byte in bytes[(8 * words)...] { a = step(a, UInt64(byte) &+ 1) }
        return combined([a, b, c, d, e, f, g, h].map(SplitMix64.mixed))
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
        UInt64(littleEndian: (bytes.baseAddress! + 8 &* index).loadUnaligned(as: UInt64.self))
    }

    /// The product carries upwards only; the rotation brings high bits down.
    @inline(__always)
    private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let product = (lane ^ word) &* prime
        return product &<< 29 | product &>> 35
    }

    /// The blocks of some bytes.
    static func blocks(of byteCount: Int) -> [Range<Int>] {
        stride(from: 0, to: byteCount, by: blockBytes).map { $0..<min($0 + blockBytes, byteCount) }
    }
}
