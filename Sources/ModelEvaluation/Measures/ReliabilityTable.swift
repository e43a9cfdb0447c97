/// What was predicted against what happened, in bins of about equally many cases.
///
/// The bins end at the deciles of the predictions (ten by default), so that each has something to say; equal
/// predictions share a bin, and a bin that this leaves empty is left out. Of sets of predictions that differ
/// in spread the bins differ, too.
public struct ReliabilityTable: Codable, Equatable, Sendable {
    /// The bins, by ascending prediction.
    public let bins: [ReliabilityBin]

    /// Sorts cases into bins.
    /// - Parameters:
    ///   - probabilities: What was predicted, in [0, 1].
    ///   - labels: What happened.
    ///   - binCount: At most how many bins, at least 1.
    /// - Complexity: O(n log n).
    public init(probabilities: [Double], labels: [Bool], binCount: Int = 10) {
        precondition(probabilities.count == labels.count, "one label per probability")
        precondition(binCount >= 1, "at least one bin")
        guard !probabilities.isEmpty else {
            bins = []
            return
        }
        let sorted = probabilities.sorted()
        let edges = (1..<binCount).map {
            Quantile.value(ofSorted: sorted, Double($0) / Double(binCount))
        }
        var sums = [(cases: Int, predicted: Double, came: Int)](repeating: (0, 0, 0), count: binCount)
        for (probability, label) in zip(probabilities, labels) {
            let bin = edges.count(where: { $0 <= probability })
            sums[bin].cases += 1
            sums[bin].predicted += probability
            sums[bin].came += label ? 1 : 0
        }
        bins = sums.filter { $0.cases > 0 }.map { sum in
            ReliabilityBin(
                cases: sum.cases, meanPrediction: sum.predicted / Double(sum.cases),
                observedShare: Double(sum.came) / Double(sum.cases))
        }
    }

    /// What the expected calibration error would come to by chance, were every prediction right; `nil` without cases.
    ///
    /// The mean distance of a share from its probability is sqrt(2 / pi) standard deviations, by the normal
    /// approximation. With few cases in a bin it is large: an error below it says nothing against the predictions.
    public var calibrationErrorByChance: Double? {
        let cases = bins.reduce(0) { $0 + $1.cases }
        guard cases > 0 else { return nil }
        return bins.reduce(0) { sum, bin in
            let variance = bin.meanPrediction * (1 - bin.meanPrediction) / Double(bin.cases)
            return sum + (2 / Double.pi * max(0, variance)).squareRoot() * Double(bin.cases) / Double(cases)
        }
    }

    /// The expected calibration error: the mean distance of prediction and outcome over the bins, weighted by
    /// their cases (Naeini, Cooper and Hauskrecht 2015, doi:10.1609/aaai.v29i1.9602); `nil` without cases.
    public var expectedCalibrationError: Double? {
        let cases = bins.reduce(0) { $0 + $1.cases }
        guard cases > 0 else { return nil }
        return bins.reduce(0) { sum, bin in
            sum + abs(bin.observedShare - bin.meanPrediction) * Double(bin.cases) / Double(cases)
        }
    }
}

/// One bin of a ``ReliabilityTable``.
public struct ReliabilityBin: Codable, Equatable, Sendable {
    /// How many cases, at least 1.
    public let cases: Int
    /// The mean of their predictions, in [0, 1].
    public let meanPrediction: Double
    /// The share of them that came true, in [0, 1].
    public let observedShare: Double

    /// Makes a bin.
    public init(cases: Int, meanPrediction: Double, observedShare: Double) {
        self.cases = cases
        self.meanPrediction = meanPrediction
        self.observedShare = observedShare
    }
}
