import GraphAlgorithms

/// The random numbers of one run, each found by what it decides and not by when it is asked for.
///
/// These are common random numbers: whatever the strategy, the n-th ask to a person in one run meets the same number,
/// so that strategies differ by who they call when and not by their luck. The difference of two strategies then
/// scatters less than either (Glasserman and Yao 1992, doi:10.1287/mnsc.38.6.884).
struct SimulationDraws {
    /// What a number decides.
    enum Purpose: UInt64 {
        /// Whether the n-th ask is answered.
        case answer
        /// Whether there is an opening in the n-th horizon of the direct value.
        case opening
        /// Who the answer to the n-th ask introduces.
        case introduction
        /// Whether the stranger met through the n-th ask leads to an interview.
        case stranger
        /// Where someone stands in the lot of the n-th week.
        case lot
    }

    private let key: UInt64

    init(seed: UInt64, run: Int) {
        var seeds = SplitMix64(seed: seed)
        var keys = SplitMix64(seed: seeds.next() ^ UInt64(run))
        key = keys.next()
    }

    /// A number in [0, 1).
    /// - Parameter count: 0 ..< 2^24.
    func unit(_ purpose: Purpose, of person: NodeID, _ count: Int) -> Double {
        var random = SplitMix64(
            seed: key ^ (UInt64(person) << 32 | UInt64(count) << 8 | purpose.rawValue))
        return random.unit()
    }
}
