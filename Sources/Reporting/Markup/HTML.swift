/// Markup that no text can break: what stands in a literal is markup, what is put into it is text and escaped.
///
/// ```swift
/// let cell: HTML = "<td title=\"\(name)\">\(name)</td>"
/// ```
///
/// Attributes are always written in quotation marks, for which ``escapedHTML(_:)`` is safe; nothing is ever put into a
/// tag's name, an unquoted attribute, a style or a script.
package struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// The markup.
    package let text: String

    /// Takes a text for markup as it is: for our own style sheet and script, and for a drawing, which is escaped
    /// already.
    package init(verbatim text: String) { self.text = text }

    package init(stringLiteral value: String) { text = value }

    package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// Nothing.
    package static let empty = HTML(verbatim: "")

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(2 * literalCapacity)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ text: String) { self.text += escapedHTML(text) }
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }
        package mutating func appendInterpolation(_ markup: HTML) { text += markup.text }
        package mutating func appendInterpolation(_ markup: [HTML]) {
            text += markup.lazy.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
        }
    }
}

extension Optional {
    /// Markup of a value, or nothing without one.
    package func html(_ markup: (Wrapped) -> HTML) -> HTML { map(markup) ?? .empty }
}
