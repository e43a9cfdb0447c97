/// One attribute of a DOT statement, its value already clamped, escaped and quoted.
///
/// Graphviz crashes, hangs or writes megabytes on large numbers (`weight=2147483647`, `minlen=100000`,
/// `peripheries=1000000`), so a number cannot be written without its range.
struct DotAttribute {
    let name: String
    let value: String

    init(_ name: String, word: String) {
        self.name = name
        value = word
    }

    init(_ name: String, text: String) {
        self.name = name
        value = DotText(text).quoted
    }

    init(_ name: String, _ number: Double, in range: ClosedRange<Double>) {
        self.name = name
        value = number.clamped(to: range).thousandths
    }

    init(_ name: String, _ number: Int, in range: ClosedRange<Int>) {
        self.name = name
        value = String(min(max(number, range.lowerBound), range.upperBound))
    }

    init(_ name: String, _ color: DotColor) {
        self.name = name
        value = "\"" + color.hexadecimal + "\""
    }

    init(_ name: String, _ table: HTMLTable) {
        self.name = name
        value = "<" + table.markup + ">"
    }
}

extension Double {
    /// The nearest value in `range`; not-a-number becomes the lower bound.
    func clamped(to range: ClosedRange<Double>) -> Double {
        isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }

    /// The number with at most three decimals, as C, XML and Swift all read it.
    ///
    /// - Precondition: The number is finite and small enough to be written without an exponent.
    var thousandths: String {
        let rounded = (self * 1000).rounded() / 1000
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
