public import ModelEvaluation
import Reporting

/// The share answered by each day, of each kind of approach, with its 95 % band; dots where the text has numbers.
///
/// Plain SVG 1.1 without scripts, fonts or references; the numbers stand in its description as well.
public struct AnswerCurvePlot {
    private let kinds: [JobLogReport.Kind]
    private let title: String

    private static let (width, height) = (640, 480)
    private static let (left, top, right, bottom) = (64, 76, 600, 424)
    private static let colors = ["#0b6e99", "#9a3b00", "#4b6b1e", "#6b3fa0"]

    /// Makes the drawing of an evaluation: its four most frequent kinds with dates.
    /// - Parameter title: What it is of; any text.
    public init(_ report: JobLogReport, title: String) {
        kinds = Array(report.kinds.filter { !$0.answeredBy.isEmpty }.prefix(Self.colors.count))
        self.title = title
    }

    /// Whether nothing has dates, so that there is no curve.
    public var isEmpty: Bool { kinds.isEmpty }

    /// The drawing. The same evaluation gives the same bytes.
    public func svg() -> String {
        let (left, top, right, bottom) = (Self.left, Self.top, Self.right, Self.bottom)
        return PlotFrame(
            width: Self.width, height: Self.height, title: title, titleRoom: 70, left: left,
            description: description
        ).svg(
            """
            \([0, 0.2, 0.4, 0.6, 0.8, 1].map(grid).joined(separator: "\n"))
            <path d="M\(left) \(top)V\(bottom)H\(right)" fill="none" stroke="#56616d"/>
            \([0, 7, 14, 30, 60, 90].map(day).joined(separator: "\n"))
            <text x="\((left + right) / 2)" y="\(bottom + 42)" text-anchor="middle">days after sending</text>
            <text transform="translate(20 \((top + bottom) / 2)) rotate(-90)" text-anchor="middle">answered</text>
            \(kinds.enumerated().map(curve).joined(separator: "\n"))
            """)
    }

    private var description: String {
        kinds.isEmpty
            ? "Nothing with dates."
            : kinds.map { kind in
                "\(kind.kind): "
                    + kind.answeredBy.map(words).joined(separator: ", ")
            }.joined(separator: "; ") + "."
    }

    private func words(_ point: JobLogReport.ByDay) -> String {
        "\(Wording.percent(point.share)) by day \(point.day)"
    }

    /// The corners of a curve that keeps its height until the next day on which it changes.
    private func stairs(_ curve: [JobLogReport.ByDay], _ height: (Estimate) -> Double) -> [String] {
        var corners = ["\(x(0)),\(y(0))"]
        var before = 0.0
        for point in curve {
            let share = height(point.share)
            corners += ["\(x(point.day)),\(y(before))", "\(x(point.day)),\(y(share))"]
            before = share
        }
        return corners
    }

    private func x(_ day: Int) -> String {
        Wording.fixed(Double(Self.left) + Double(day) / 90 * Double(Self.right - Self.left), 1)
    }

    private func y(_ share: Double) -> String {
        Wording.fixed(Double(Self.bottom) - share * Double(Self.bottom - Self.top), 1)
    }

    private func grid(_ tick: Double) -> String {
        """
        <path d="M\(Self.left) \(y(tick))H\(Self.right)" stroke="#d5dce3"/>
        <text x="\(Self.left - 8)" y="\(y(tick))" dy="4" text-anchor="end">\(Wording.percent(tick))</text>
        """
    }

    private func day(_ day: Int) -> String {
        "<text x=\"\(x(day))\" y=\"\(Self.bottom + 18)\" text-anchor=\"middle\">\(day)</text>"
    }

    private func curve(_ place: Int, _ kind: JobLogReport.Kind) -> String {
        let color = Self.colors[place]
        let low = stairs(kind.curve) { $0.low ?? $0.value }
        let band = stairs(kind.curve) { $0.high ?? $0.value } + low.reversed()
        let dots = kind.answeredBy.map {
            """
            <circle cx="\(x($0.day))" cy="\(y($0.share.value))" r="4" fill="\(color)"><title>\(words($0))</title></circle>
            """
        }
        return """
            <polygon points="\(band.joined(separator: " "))" fill="\(color)" fill-opacity="0.14"/>
            <polyline points="\(stairs(kind.curve, \.value).joined(separator: " "))" fill="none" stroke="\(color)" stroke-width="2"/>
            \(dots.joined(separator: "\n"))
            <text x="\(Self.left + 140 * place)" y="52" fill="\(color)" font-weight="600">\(escapedHTML(fitted("\(kind.kind) (\(kind.dated))", to: 20)))</text>
            """
    }
}
