import Reporting

/// What is around every plot: the size, the colors, and the title, for eyes and for screen readers.
struct PlotFrame {
    let width: Int
    let height: Int
    let title: String
    /// How many characters of the title there is room for.
    let titleRoom: Int
    /// Where the title begins.
    var left = 24
    /// What the plot shows, for those who do not see it.
    let description: String

    /// The whole drawing.
    /// - Parameter body: What is in it, as SVG.
    func svg(_ body: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="plot-title plot-desc" font-family="Inter, 'Open Sans', 'Helvetica Neue', Arial, sans-serif" font-size="12" fill="#1f2933">
        <title id="plot-title">\(escapedHTML(title))</title>
        <desc id="plot-desc">\(escapedHTML(description))</desc>
        <rect width="\(width)" height="\(height)" fill="#ffffff"/>
        <text x="\(left)" y="28" font-size="15" font-weight="600">\(escapedHTML(fitted(title, to: titleRoom)))</text>
        \(body)
        </svg>

        """
    }
}
