internal import Foundations

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
        package mutating func appendInterpolation(_ text: String) {
            self.text += isRead ? escapingMarkup(text) : escapedHTML(text)
        }

        package mutating func appendInterpolation(_ number: Int) { text += String(number) }
        package mutating func appendInterpolation(_ markup: HTML) { text += markup.text }
        package mutating func appendInterpolation(_ markup: [HTML]) {
            text += markup.lazy.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
        }

        /// Whether what comes next is sent back by a form, or read by the script, and so has to keep every character, while
        /// text that is only shown may get marks that keep right-to-left words apart.
        private var isRead: Bool {
            let last = text.utf8.suffix(256)
            if last.last == UInt8(ascii: ">") {
                let tag = last.suffix(while: { $0 != UInt8(ascii: "<") })
                return tag.starts(with: "textarea".utf8)
            }
            guard last.suffix(2).elementsEqual("=\"".utf8) else { return false }
            let name = last.dropLast(2).suffix(while: { $0 != UInt8(ascii: " ") })
            return name.starts(with: "data-".utf8) || Self.read.contains { name.elementsEqual($0.utf8) }
        }

        private static let read = ["value", "id", "for", "aria-labelledby", "aria-describedby"]
    }
}

extension Optional {
    /// Markup of a value, or nothing without one.
    package func html(_ markup: (Wrapped) -> HTML) -> HTML { map(markup) ?? .empty }
}

extension BidirectionalCollection {
    /// The elements at the end for which something holds.
    fileprivate func suffix(while holds: (Element) -> Bool) -> SubSequence {
        var start = endIndex
        while start != startIndex, holds(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
