/// Quantiles by linear interpolation between order statistics (Hyndman and Fan 1996, type 7,
/// doi:10.1080/00031305.1996.10473566).
enum Quantile {
    /// The quantile of numbers in ascending order.
    /// - Precondition: There is a number, and `share` is in [0, 1].
    static func value(ofSorted numbers: [Double], _ share: Double) -> Double {
        let position = share * Double(numbers.count - 1)
        let below = min(Int(position), numbers.count - 1)
        let above = min(below + 1, numbers.count - 1)
        return numbers[below] + (position - Double(below)) * (numbers[above] - numbers[below])
    }
}
