internal import Foundations

/// Tells whether something has changed: FNV-1a over its parts and their lengths (draft-eastlake-fnv), twice with
/// different bases. Not meant to withstand someone who wants two inputs to look alike.
struct InputDigest {
    private var first: UInt64 = 0xCBF2_9CE4_8422_2325
    private var second: UInt64 = 0x6C62_272E_07BB_0142

    /// Takes a part in.
    /// - Complexity: O(bytes).
    mutating func combine(_ bytes: some Sequence<UInt8>) {
        var count: UInt64 = 0
        for byte in bytes {
            mix(byte)
            count += 1
        }
        for shift in stride(from: 0, to: 64, by: 8) { mix(UInt8(truncatingIfNeeded: count >> UInt64(shift))) }
    }

    /// 32 hexadecimal digits.
    var text: String { Fingerprint.hexadecimal(first) + Fingerprint.hexadecimal(second) }

    private mutating func mix(_ byte: UInt8) {
        first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
        second = (second ^ UInt64(byte)) &* 0x100_0000_01B3
        second ^= second >> 29
    }
}
