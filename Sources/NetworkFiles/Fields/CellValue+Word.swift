internal import Foundations

extension CellValue {
    /// One of the raw values of an enumeration, in large or small letters.
    static func word<Value: CaseIterable & RawRepresentable<String>>(
        _ text: String
    ) throws(FieldComplaint) -> Value {
        let lowered = text.lowercased()
        if let value = Value.allCases.first(where: { $0.rawValue.lowercased() == lowered }) { return value }
        return try FieldValue.word(text)
    }
}
