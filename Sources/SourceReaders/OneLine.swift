internal import Foundations
internal import ReferralGraph

/// A text on one line, composed and without space at its ends.
func onOneLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return trimmed(text) }
    let scalars = text.unicodeScalars
    guard scalars.contains(where: isLineBreakOrTab) else { return composed(trimmed(text)) }
    return composed(
        scalars.split(whereSeparator: isLineBreakOrTab).map { trimmed(String($0)) }.filter { !$0.isEmpty }
            .joined(separator: " "))
}

private func isLineBreakOrTab(_ scalar: Unicode.Scalar) -> Bool {
    (0x09...0x0D).contains(scalar.value) || scalar.value == 0x85 || (0x2028...0x2029).contains(scalar.value)
}
