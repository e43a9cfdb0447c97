/// Random numbers that a seed fixes, the same on every machine and in every release of the standard library.
///
/// Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195. Not for secrets.
public struct SplitMix64: Sendable {
    private var state: UInt64

    /// The generator of a seed.
    public init(seed: UInt64) { state = seed }

    /// The generator of one sample of many, independent of the others.
    init(seed: UInt64, sample: Int) {
        state = seed
        state = next() ^ (UInt64(sample) &* 0xD134_2543_DE82_EF95)
    }

    /// 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A one-to-one mixture of bits (Stafford's variant 13 of the finaliser of MurmurHash3).
    @inline(__always)
    package static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A whole number in 0 ..< bound, uniform up to 2^-64 of the bound.
    /// - Precondition: `bound` is above 0.
    public mutating func next(below bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// The numbers 0 ..< count in blocks that come in random order (Durstenfeld 1964, doi:10.1145/364520.364540), each
    /// ascending.
    mutating func permutation(of count: Int, inBlocksOf size: Int) -> [UInt32] {
        var starts = Array(stride(from: 0, to: count, by: size))
        for place in stride(from: starts.count - 1, to: 0, by: -1) {
            starts.swapAt(place, next(below: place + 1))
        }
        return starts.flatMap { start in (start..<min(start + size, count)).map { UInt32($0) } }
    }

    /// A number in [0, 1).
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
