internal import BidirectionalText
public import ReferralAnalysis
public import ReferralGraph

/// A report as Markdown (CommonMark 0.31.2, with the tables of GitHub): what the page says, without the picture.
public struct ReportMarkdown {
    private let content: ReportContent

    /// Makes the text of a report.
    /// - Parameters:
    ///   - report: What to say.
    ///   - network: The network it is of.
    ///   - title: What the network is called.
    ///   - avoidsCalls: Whether the seeker makes no calls.
    ///   - isQuiet: Whether rejections are not spoken of.
    public init(
        _ report: NetworkReport, in network: ReferralNetwork, title: String, avoidsCalls: Bool = false,
        isQuiet: Bool = false
    ) {
        content =
            ReportWords(
                report, in: network, title: title, avoidsCalls: avoidsCalls, isQuiet: isQuiet
            ).content
    }

    /// The text. The same report gives the same text.
    /// - Complexity: O(size of the text).
    public func text() -> String {
        var lines = ["# \(escaped(content.title))", "", escaped(content.subtitle), ""]
        lines += content.figures.map { "- **\(escaped($0.number))** \(escaped($0.words))" }
        for section in content.sections {
            lines += ["", "## \(escaped(section.title))"]
            if let introduction = section.introduction { lines += ["", escaped(introduction)] }
            for group in section.groups { lines += self.lines(of: group) }
            for chart in section.charts { lines += self.lines(of: chart) }
        }
        if !content.notes.isEmpty {
            lines += ["", "## Notes", ""] + content.notes.map { "- \(escaped($0.capitalizedFirst))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(of group: ReportContent.Group) -> [String] {
        var lines = group.heading.map { ["", "### \(escaped($0))"] } ?? []
        lines.append("")
        for entry in group.entries {
            let mark = entry.mark.map { "\($0) · " } ?? ""
            let role = entry.role.isEmpty ? "" : " · " + escaped(entry.role)
            let rest = [entry.gist, entry.when].filter { !$0.isEmpty }.map(escaped).joined(separator: " · ")
            lines.append("- \(escaped(mark))**\(escaped(entry.name))**\(role): \(rest)")
            lines += entry.facts.map { "  - \(escaped($0.label)): \(escaped($0.text))" }
            for sum in entry.sums {
                lines.append("  - \(escaped(sum.title))")
                lines += sum.parts.map { part in
                    let grounds = part.grounds.isEmpty ? "" : " (\(escaped(part.grounds)))"
                    return "    - \(escaped(part.number)) \(escaped(part.label))\(grounds)"
                }
                lines += sum.notes.map { "    - \(escaped($0))" }
            }
        }
        if let rest = group.rest { lines += ["", escaped(rest)] }
        return lines
    }

    private func lines(of chart: ReportContent.Chart) -> [String] {
        var lines = ["", "### \(escaped(chart.title))", ""]
        lines.append("| \(escaped(chart.columns.label)) | \(escaped(chart.columns.words)) |")
        lines.append("|---|---|")
        lines += chart.bars.map { "| \(escaped($0.label)) | \(escaped($0.words)) |" }
        if let note = chart.note { lines += ["", escaped(note)] }
        return lines
    }

    /// Text that is nothing but text in Markdown and in the HTML it becomes (CommonMark, 2.4): no emphasis, link,
    /// code, HTML, entity or table cell, and at the beginning of a line no list, heading or rule. Addresses that
    /// programs turn into links without any mark stay what they are.
    private func escaped(_ text: String) -> String {
        let scalars = Array(isolatingRightToLeft(printable(text)).unicodeScalars)
        var escaped = ""
        var isNumber = true
        for (position, scalar) in scalars.enumerated() {
            let isNumeral = scalar.properties.numericType == .decimal
            let precedesNumeral =
                position + 1 < scalars.count && scalars[position + 1].properties.numericType == .decimal
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "&": escaped += "\\"
            // These open a list, a heading or a rule, but not where a number goes on.
            case "+", "-", "=": if position == 0, !precedesNumeral { escaped += "\\" }
            case ".", ")": if isNumber, position > 0, !precedesNumeral { escaped += "\\" }
            default: break
            }
            isNumber = isNumber && isNumeral
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }
}
