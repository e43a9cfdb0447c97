import Playbook
import RankingModel
public import Reporting

/// How far applications came, as a drawing: one's own share at each stage above that of other people, with 95 % intervals.
///
/// Plain SVG 1.1 without scripts, fonts or references; the numbers stand in its description as well.
public struct FunnelPlot {
    private let funnel: ApplicationFunnel
    private let title: String

    private static let width = 640
    private static let (left, top, right) = (160, 84, 430)
    private static let rowHeight = 76
    private static let (own, other) = ("#0b6e99", "#9a3b00")

    /// Makes the drawing.
    /// - Parameter title: What it is of; any text.
    public init(_ funnel: ApplicationFunnel, title: String) {
        self.funnel = funnel
        self.title = title
    }

    /// The drawing. The same funnel gives the same bytes.
    public func svg() -> String {
        let (left, top, right) = (Self.left, Self.top, Self.right)
        let bottom = top + Self.rowHeight * funnel.steps.count + 40
        let height = bottom + 60
        return PlotFrame(
            width: Self.width, height: height, title: title, titleRoom: 76,
            description: "\(funnel.total) applications. \(funnel.lines.joined(separator: ". "))."
        ).svg(
            """
            \(key(Self.own, at: 24, "these applications"))
            \(key(Self.other, at: 180, "other people’s, from public logs"))
            \([0, 0.25, 0.5, 0.75, 1].map { grid($0, to: bottom) }.joined(separator: "\n"))
            <text x="\(left - 12)" y="\(top + 12)" dy="4" text-anchor="end" font-weight="600">applied</text>
            <rect x="\(left)" y="\(top)" width="\(right - left)" height="24" fill="\(Self.own)" fill-opacity="0.35"/>
            <text x="\(right + 12)" y="\(top + 12)" dy="4">\(funnel.total)</text>
            \(funnel.steps.enumerated().map { row($0.element, top + 40 + Self.rowHeight * $0.offset) }.joined(separator: "\n"))
            <path d="M\(left) \(top - 8)V\(bottom)H\(right)" fill="none" stroke="#56616d"/>
            <text x="\((left + right) / 2)" y="\(bottom + 42)" text-anchor="middle">share of the applications, with 95% intervals</text>
            """)
    }

    private func key(_ color: String, at x: Int, _ words: String) -> String {
        """
        <rect x="\(x)" y="46" width="12" height="12" fill="\(color)" fill-opacity="0.35"/>
        <text x="\(x + 18)" y="52" dy="4">\(words)</text>
        """
    }

    private func x(_ share: Double) -> String {
        Wording.fixed(Double(Self.left) + share * Double(Self.right - Self.left), 1)
    }

    private func grid(_ tick: Double, to bottom: Int) -> String {
        """
        <path d="M\(x(tick)) \(Self.top - 8)V\(bottom)" stroke="#d5dce3"/>
        <text x="\(x(tick))" y="\(bottom + 18)" text-anchor="middle">\(Wording.percent(tick))</text>
        """
    }

    private func row(_ step: ApplicationFunnel.Step, _ y: Int) -> String {
        let others = step.elsewhere.map {
            bar($0.value, $0.low, $0.high, y + 30, Self.other, step.elsewhereWords ?? "")
        }
        return """
            <text x="\(Self.left - 12)" y="\(y + 14)" dy="4" text-anchor="end" font-weight="600">\(escapedHTML(step.label))</text>
            \(bar(step.share.value, step.share.low, step.share.high, y + 2, Self.own, funnel.words(step)))\(others.map { "\n\($0)" } ?? "")
            """
    }

    /// A bar, its interval as a line with ends, and the number beside.
    private func bar(
        _ share: Double, _ low: Double, _ high: Double, _ y: Int, _ color: String, _ words: String
    ) -> String {
        let width = Wording.fixed(share * Double(Self.right - Self.left), 1)
        let middle = y + 12
        return """
            <rect x="\(Self.left)" y="\(y)" width="\(width)" height="24" fill="\(color)" fill-opacity="0.35"/>
            <path d="M\(x(low)) \(middle)H\(x(high))M\(x(low)) \(middle - 5)v10M\(x(high)) \(middle - 5)v10" fill="none" stroke="\(color)" stroke-width="2"/>
            <text x="\(Self.right + 12)" y="\(middle)" dy="4" fill="\(color)">\(escapedHTML(words))</text>
            """
    }
}
