public import ModelEvaluation
import Reporting

/// What was predicted against what happened, as a drawing: the nearer the dots to the diagonal, the better.
///
/// Plain SVG 1.1 without scripts, fonts or references; the numbers stand in its description as well, so that
/// it can be read aloud.
public struct ReliabilityPlot {
    private let table: ReliabilityTable
    private let title: String

    private static let size = 480
    /// The square of the axes.
    private static let (left, top, side) = (64, 48, 376)
    private static let ticks = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]

    /// Makes the drawing of a reliability table.
    /// - Parameter title: What it is of; any text.
    public init(_ table: ReliabilityTable, title: String) {
        self.table = table
        self.title = title
    }

    /// The drawing. The same table gives the same bytes.
    /// - Complexity: O(bins).
    public func svg() -> String {
        let (size, left, top, side) = (Self.size, Self.left, Self.top, Self.side)
        let (right, bottom) = (left + side, top + side)
        return PlotFrame(
            width: size, height: size, title: title, titleRoom: 52, left: left, description: description
        ).svg(
            """
            <g stroke="#d5dce3">
            \(Self.ticks.map(grid).joined(separator: "\n"))
            </g>
            <path d="M\(left) \(top)V\(bottom)H\(right)" fill="none" stroke="#56616d"/>
            <path d="M\(left) \(bottom)L\(right) \(top)" stroke="#56616d" stroke-dasharray="5 4"/>
            \(Self.ticks.map(label).joined(separator: "\n"))
            <text x="\(left + side / 2)" y="\(bottom + 42)" text-anchor="middle">predicted</text>
            <text transform="translate(20 \(top + side / 2)) rotate(-90)" text-anchor="middle">came true</text>
            \(line)\(table.bins.map(dot).joined(separator: "\n"))
            <g font-size="10" text-anchor="middle" stroke="#ffffff" stroke-width="3" paint-order="stroke">
            \(table.bins.enumerated().map(count).joined(separator: "\n"))
            </g>
            """)
    }

    /// The table in words.
    private var description: String {
        guard let error = table.expectedCalibrationError else { return "No cases." }
        return "Expected calibration error \(Wording.fixed(error, 3)). "
            + table.bins.map(words).joined(separator: "; ") + "."
    }

    private func x(_ share: Double) -> String {
        Wording.fixed(Double(Self.left) + share * Double(Self.side), 1)
    }

    private func y(_ share: Double) -> String {
        Wording.fixed(Double(Self.top) + (1 - share) * Double(Self.side), 1)
    }

    private func grid(_ tick: Double) -> String {
        "<path d=\"M\(x(tick)) \(y(0))V\(y(1))M\(x(0)) \(y(tick))H\(x(1))\"/>"
    }

    private func label(_ tick: Double) -> String {
        let text = Wording.percent(tick)
        let (left, bottom) = (Self.left, Self.top + Self.side)
        return """
            <text x="\(x(tick))" y="\(bottom + 18)" text-anchor="middle">\(text)</text>
            <text x="\(left - 8)" y="\(y(tick))" dy="4" text-anchor="end">\(text)</text>
            """
    }

    private var line: String {
        guard table.bins.count > 1 else { return "" }
        let points = table.bins.map { "\(x($0.meanPrediction)),\(y($0.observedShare))" }
        return "<polyline points=\"\(points.joined(separator: " "))\" fill=\"none\" stroke=\"#0b6e99\"/>\n"
    }

    private func dot(_ bin: ReliabilityBin) -> String {
        let (x, y) = (x(bin.meanPrediction), y(bin.observedShare))
        return
            "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"5\" fill=\"#0b6e99\"><title>\(words(bin))</title></circle>"
    }

    /// The number of cases, above and below the dots in turn so that neighbours do not cover each other.
    private func count(_ index: Int, _ bin: ReliabilityBin) -> String {
        let (x, y) = (x(bin.meanPrediction), y(bin.observedShare))
        let offset = index.isMultiple(of: 2) ? -10 : 20
        return "<text x=\"\(x)\" y=\"\(y)\" dy=\"\(offset)\">\(bin.cases)</text>"
    }

    private func words(_ bin: ReliabilityBin) -> String {
        "\(Wording.percent(bin.meanPrediction)) predicted, \(Wording.percent(bin.observedShare)) came true"
            + " (\(Wording.count(bin.cases, "case")))"
    }
}
