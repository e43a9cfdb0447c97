/// How cells become values that other formats have a notation of their own for.
package enum CellValue {
    /// `yes` or `no`, and what else a spreadsheet user may write for them.
    package static func bool(_ text: String) throws(FieldComplaint) -> Bool {
        switch text.lowercased() {
        case "yes", "y", "true", "1", "x": return true
        case "no", "n", "false", "0": return false
        default:
            throw FieldComplaint(
                .valueUnknown, expected: "\"yes\" or \"no\"",
                hint: "leave the cell blank when it is not known")
        }
    }

    /// A whole number.
    package static func integer(_ text: String, in range: ClosedRange<Int>) throws(FieldComplaint) -> Int {
        guard Double(text) != nil else {
            throw FieldComplaint(
                .numberInvalid, expected: "a whole number", hint: "use digits only, without spaces or dots")
        }
        return try FieldValue.integer(Int(text), in: range)
    }

    /// A tie's strength.
    package static func strength(_ text: String) throws(FieldComplaint) -> Double {
        guard let number = Double(text) else {
            throw FieldComplaint(
                .numberInvalid, expected: "a number", hint: "write one half as 0.5, with a point")
        }
        return try FieldValue.strength(number)
    }
}
