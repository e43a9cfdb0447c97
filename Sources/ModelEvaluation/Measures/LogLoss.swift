import RankingModel

/// The mean of -ln of the probability given to what happened; ln 2 = .693 for a coin.
public enum LogLoss {
    /// How near to 0 and 1 a probability may come, so that one certain mistake does not cost everything.
    public static let clip = 1e-3

    /// The loss of one case.
    public static func loss(probability: Double, label: Bool) -> Double {
        let p = min(max(probability, clip), 1 - clip)
        return -Elementary.logarithm(label ? p : 1 - p)
    }
}
