internal import BidirectionalText
public import NetworkDrawing
public import Reporting

/// An outline of a network as lines for a terminal.
public struct NetworkOutlineText: Sendable {
    private let outline: NetworkOutline

    /// Prepares an outline for printing.
    public init(_ outline: NetworkOutline) { self.outline = outline }

    /// The text, a line a person, none wider than the terminal.
    ///
    /// Where a line is too long the title goes first, then the company, then the end.
    /// - Complexity: O(people x depth).
    public func rendered(in style: TextStyle) -> String {
        var lines = outline.entries.map { line(for: $0, in: style) }
        if lines.isEmpty { lines = ["└─ no one yet"] }
        let caption = ([outline.title] + outline.subtitles).flatMap { wrap(printable($0), to: style.width) }
        return (["You"] + lines + [""] + caption).map { isolatingRightToLeft($0) + "\n" }.joined()
    }

    private func line(for entry: NetworkOutline.Entry, in style: TextStyle) -> String {
        let branch =
            entry.isLast.dropLast().map { $0 ? "   " : "│  " }.joined()
            + (entry.isLast.last == true ? "└─ " : "├─ ")
        let head = (entry.rank.map { "[\($0)] " } ?? "") + (entry.isStar ? "★ " : "") + printable(entry.name)
        let note =
            entry.note.map { "  \(entry.mark) \(printable($0))" }
            ?? (entry.way.isEmpty ? "" : "  \(entry.way)")
        let (title, company) = (entry.title.map(printable), entry.company.map(printable))
        let details = [
            [title, company], [company], [],
        ].map { $0.compactMap(\.self).map { " · \($0)" }.joined() }
        for detail in details where columns(of: branch + head + detail + note) <= style.width {
            return branch + head + detail + note
        }
        return trimmedEnd(fitted(branch + head + note, to: style.width))
    }
}
