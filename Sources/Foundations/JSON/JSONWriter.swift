/// Writes JSON: fields in the order given, two spaces a level, the shortest numbers that read back the same.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///     json.key("version")
///     json.integer(1)
/// }
/// ```
public struct JSONWriter: Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var isFirst = true
    private var followsKey = false
    /// Containers inside one that is written in a line are so too.
    private var inlineDepth = 0

    /// How a container is spread over lines.
    public enum Layout: Sendable {
        /// Everything in it in a line of its own, or all in one.
        case lines, inline
    }

    /// A writer that has written nothing.
    public init() {}

    /// Writes an object.
    /// - Parameter fields: Writes the fields: ``key(_:)`` and a value each.
    public mutating func object(_ layout: Layout = .lines, _ fields: (inout JSONWriter) -> Void) {
        container("{", "}", layout, fields)
    }

    /// Writes an array.
    /// - Parameter elements: Writes the values.
    public mutating func array(_ layout: Layout = .lines, _ elements: (inout JSONWriter) -> Void) {
        container("[", "]", layout, elements)
    }

    /// Writes the name of the field whose value comes next.
    public mutating func key(_ name: String) {
        startItem()
        appendQuoted(name)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        followsKey = true
    }

    /// Writes text.
    public mutating func string(_ value: String) {
        startItem()
        appendQuoted(value)
    }

    /// Writes a whole number.
    public mutating func integer(_ value: Int) { raw("\(value)") }

    /// Writes a number.
    /// - Precondition: `value` is finite; JSON has nothing else.
    public mutating func double(_ value: Double) {
        precondition(value.isFinite, "JSON has no infinity")
        raw("\(value)")
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

    /// Writes a value that is JSON already; for a layout in lines its own is kept.
    public mutating func json(_ text: some Sequence<UInt8>) {
        startItem()
        bytes.append(contentsOf: text)
    }

    /// Ends the text with a line break.
    public mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

    private mutating func container(
        _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ layout: Layout,
        _ content: (inout JSONWriter) -> Void
    ) {
        startItem()
        bytes.append(UInt8(ascii: opening))
        let isInline = inlineDepth > 0 || layout == .inline
        inlineDepth += isInline ? 1 : 0
        depth += 1
        isFirst = true
        content(&self)
        depth -= 1
        if !isInline, !isFirst { breakLine() }
        inlineDepth -= isInline ? 1 : 0
        isFirst = false
        bytes.append(UInt8(ascii: closing))
    }

    private mutating func startItem() {
        if followsKey {
            followsKey = false
            return
        }
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if inlineDepth == 0, depth > 0 {
            breakLine()
        } else if !isFirst {
            bytes.append(UInt8(ascii: " "))
        }
        isFirst = false
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func raw(_ text: String) {
        startItem()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func appendQuoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
            case 0x08: bytes.append(contentsOf: "\\b".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0C: bytes.append(contentsOf: "\\f".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0..<0x20, 0x7F:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
            case 0x80..<0xA0 where bytes.last == 0xC2:
                // The other control characters, some of which a terminal obeys.
                bytes.removeLast()
                bytes.append(contentsOf: "\\u00\(String(byte, radix: 16))".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
