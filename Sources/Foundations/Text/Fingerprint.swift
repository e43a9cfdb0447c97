/// A short number for a long text, the same on every machine: FNV-1a with 64 bits (Fowler, Noll and Vo; RFC
/// 9923).
///
/// It tells texts apart that no one has made alike on purpose.
public struct Fingerprint: Equatable, Sendable {
    /// The number.
    @usableFromInline package var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The fingerprint of some texts in their order; `["ab", ""]` and `["a", "b"]` differ.
    /// - Complexity: O(bytes).
    public init(_ texts: some Sequence<String>) {
        for text in texts {
            for byte in text.utf8 { add(byte) }
            // No byte of UTF-8.
            add(0xFF)
        }
    }

    /// The fingerprint of some bytes.
    /// - Complexity: O(bytes).
    @inlinable package init(bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

    /// Sixteen hexadecimal digits.
    public var hexadecimal: String { Self.hexadecimal(value) }

    /// Sixteen hexadecimal digits of a number.
    package static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    @inlinable package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
