/// Markup that no text can break: what stands in a literal is markup, what is put into it is text and escaped.
///
/// ```swift
/// let cell: HTML = "<td title=\"\(name)\">\(name)</td>"
/// ```
///
/// Attributes are always written in quotation marks, for which ``escapedHTML(_:)`` is safe; nothing is ever put into a
/// tag's name, an unquoted attribute, a style or a script.
struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// The markup.
    let text: String

    /// Takes a text for markup as it is: for our own style sheet and script, and for a drawing, which is escaped
    /// already.
    init(verbatim text: String) { self.text = text }

    init(stringLiteral value: String) { text = value }

    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// Nothing.
    static let empty = HTML(verbatim: "")

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(2 * literalCapacity) }

        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ text: String) { self.text += escapedHTML(text) }
        mutating func appendInterpolation(_ number: Int) { text += String(number) }
        mutating func appendInterpolation(_ markup: HTML) { text += markup.text }
        mutating func appendInterpolation(_ markup: [HTML]) {
            text += markup.lazy.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
        }
    }
}

extension Optional {
    /// Markup of a value, or nothing without one.
    func html(_ markup: (Wrapped) -> HTML) -> HTML { map(markup) ?? .empty }
}
