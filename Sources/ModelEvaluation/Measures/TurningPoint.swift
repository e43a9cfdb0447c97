/// From where on one forecast is ahead of another when all cases so far are taken together, and stays so.
enum TurningPoint {
    /// The first place from which on the sums of the gains so far stay above 0; `nil` when they end at 0 or below.
    static func place(in gains: some Sequence<Double>) -> Int? {
        var sum = 0.0
        var first = 0
        var count = 0
        for gain in gains {
            sum += gain
            count += 1
            if sum <= 0 { first = count }
        }
        return first < count ? first : nil
    }
}
