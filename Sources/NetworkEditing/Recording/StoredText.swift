internal import ReferralGraph

/// One line of text, composed, without surplus space; `nil` when nothing can be seen of it.
func oneLine(_ text: String?) -> String? {
    guard let text else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    let single = composed(words.joined(separator: " "))
    return isBlank(single) ? nil : single
}

/// One line of text that must say something.
func oneLine(_ text: String, field: String) throws(EditError) -> String {
    guard let single = oneLine(text) else { throw .blank(field: field) }
    return single
}

/// Text of any length, composed, without space at its ends; `nil` when nothing can be seen of it.
func freeText(_ text: String?) -> String? {
    guard let text else { return nil }
    let afterStart = text.drop(while: \.isWhitespace)
    let end = afterStart.lastIndex { !$0.isWhitespace }
    return end.map { composed(String(afterStart[...$0])) }.flatMap { isBlank($0) ? nil : $0 }
}

/// Whether nothing can be seen of a text.
func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
        $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
}
