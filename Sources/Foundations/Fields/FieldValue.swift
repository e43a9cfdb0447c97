/// How the text of a field becomes a value; the same for all file formats.
package enum FieldValue {
    /// Any text that shows something.
    package static func text(_ text: String) throws(FieldComplaint) -> String {
        if isBlank(text) {
            throw FieldComplaint(
                .textBlank, expected: "text that is not blank",
                hint: "fill it in, or leave it out if it may be"
            )
        }
        return text
    }

    /// The address of a web page.
    package static func webAddress(_ text: String) throws(FieldComplaint) -> String {
        let lowered = text.lowercased()
        let scheme = ["https://", "http://"].first { lowered.hasPrefix($0) }
        let host = text.dropFirst(scheme?.count ?? 0).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let isPlain = text.unicodeScalars.allSatisfy { !$0.isSpace && !$0.isControlCode }
        if scheme != nil, !host.isEmpty, isPlain { return text }
        throw FieldComplaint(
            .addressInvalid, expected: "an address that begins with https:// or http://",
            hint: scheme == nil && isPlain && !text.contains(":")
                ? "write https:// before it" : "copy the address from a browser")
    }

    /// A whole number in a range.
    package static func integer(_ value: Int?, in range: ClosedRange<Int>) throws(FieldComplaint) -> Int {
        if let value, range.contains(value) { return value }
        throw FieldComplaint(
            .numberOutOfRange, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            hint: "leave the field out when the number is not known")
    }

    /// A tie's strength, in (0, 1].
    package static func strength(_ value: Double) throws(FieldComplaint) -> Double {
        if value > 0, value <= 1 { return value }
        throw FieldComplaint(
            .numberOutOfRange, expected: "a number above 0 and at most 1",
            hint: "0.2 is an acquaintance, 1 a close friend; leave the field out when it is not known")
    }
}
