/// The mean squared difference between a probability and what happened (Brier 1950,
/// doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2); .25 for a coin.
public enum BrierScore {
    /// The loss of one case.
    public static func loss(probability: Double, label: Bool) -> Double {
        let difference = probability - (label ? 1 : 0)
        return difference * difference
    }
}

extension Array where Element == Double {
    /// The arithmetic mean; `nil` of nothing.
    var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
