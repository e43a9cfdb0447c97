import RankingModel

/// A logistic regression by Newton's method: what turns a score without a scale into probabilities (Platt
/// 1999).
///
/// The slopes carry a small ridge penalty (1/2 w^2 against 1000 times the log-loss), so the fit exists for
/// separable data as well; the constant term carries none.
struct LogisticFit: Sendable {
    /// The constant term, then one slope a column.
    let coefficients: [Double]
    private static let inversePenalty = 1e3

    /// Fits the probability of a label to columns of numbers.
    /// - Parameters:
    ///   - columns: One array a feature, all as long as `labels`.
    /// - Complexity: O(n d^2) a step, for d features; about ten steps.
    init(columns: [[Double]], labels: [Bool]) {
        let size = columns.count + 1
        let positives = labels.count(where: \.self)
        // With one class alone the best constant term is infinite: stay at one case of the other.
        let rate = (Double(positives) + 0.5) / (Double(labels.count) + 1)
        var weights = [Elementary.logOdds(rate)] + [Double](repeating: 0, count: columns.count)
        guard positives > 0, positives < labels.count else {
            coefficients = weights
            return
        }
        // Rows of features behind a 1, one after another.
        var rows: [Double] = []
        rows.reserveCapacity(labels.count * size)
        for row in labels.indices {
            rows.append(1)
            for column in columns { rows.append(column[row]) }
        }
        var best = Self.objective(weights, rows, labels)
        for _ in 0..<50 {
            let (gradient, hessian) = Self.derivatives(weights, rows, labels)
            guard let step = Self.solution(lower: hessian, gradient) else { break }
            var scale = 1.0
            var next = zip(weights, step).map { $0 - $1 }
            var value = Self.objective(next, rows, labels)
            while !(value <= best), scale > 1e-6 {
                scale /= 2
                next = zip(weights, step).map { $0 - scale * $1 }
                value = Self.objective(next, rows, labels)
            }
            guard value < best - 1e-12 * abs(best) else { break }
            (weights, best) = (next, value)
        }
        coefficients = weights
    }

    private static func logOdds(_ weights: [Double], _ rows: [Double], _ row: Int) -> Double {
        var sum = 0.0
        for column in 0..<weights.count { sum += weights[column] * rows[row * weights.count + column] }
        return sum
    }

    private static func objective(_ weights: [Double], _ rows: [Double], _ labels: [Bool]) -> Double {
        var loss = 0.0
        for row in 0..<labels.count {
            let z = logOdds(weights, rows, row)
            loss +=
                max(0, labels[row] ? -z : z) + Elementary.logarithm(onePlus: Elementary.exponential(-abs(z)))
        }
        var penalty = 0.0
        for column in 1..<weights.count { penalty += weights[column] * weights[column] }
        return penalty / 2 + inversePenalty * loss
    }

    /// The gradient of the objective, and the lower half of its Hessian.
    private static func derivatives(
        _ weights: [Double], _ rows: [Double], _ labels: [Bool]
    ) -> (gradient: [Double], hessian: [[Double]]) {
        let size = weights.count
        var gradient = [0] + weights.dropFirst()
        var hessian = (0..<size).map { row in (0..<size).map { $0 == row && row > 0 ? 1.0 : 0 } }
        for row in 0..<labels.count {
            let p = Elementary.probability(logOdds: logOdds(weights, rows, row))
            let error = inversePenalty * (p - (labels[row] ? 1 : 0))
            let information = inversePenalty * p * (1 - p)
            for a in 0..<size {
                let value = rows[row * size + a]
                gradient[a] += error * value
                for b in 0...a { hessian[a][b] += information * value * rows[row * size + b] }
            }
        }
        return (gradient, hessian)
    }

    /// The probability for one row of features.
    func probability(_ features: [Double]) -> Double {
        Elementary.probability(
            logOdds: zip(coefficients.dropFirst(), features).reduce(coefficients[0]) { $0 + $1.0 * $1.1 })
    }

    /// Cholesky; `nil` when the matrix is not positive definite.
    private static func solution(lower matrix: [[Double]], _ right: [Double]) -> [Double]? {
        let size = right.count
        var root = matrix
        for row in 0..<size {
            for column in 0...row {
                var sum = matrix[row][column]
                for k in 0..<column { sum -= root[row][k] * root[column][k] }
                if row == column {
                    guard sum > 0, sum.isFinite else { return nil }
                    root[row][row] = sum.squareRoot()
                } else {
                    root[row][column] = sum / root[column][column]
                }
            }
        }
        var solution = right
        for row in 0..<size {
            for k in 0..<row { solution[row] -= root[row][k] * solution[k] }
            solution[row] /= root[row][row]
        }
        for row in (0..<size).reversed() {
            for k in row + 1..<size { solution[row] -= root[k][row] * solution[k] }
            solution[row] /= root[row][row]
        }
        return solution
    }
}
