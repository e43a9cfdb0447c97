/// A text without its complete isolates (U+2068 … U+2069) and the marks (U+200E) beside them:
/// what they held stays, and so does an isolate that is not closed, is closed twice, or holds another one or a line break.
public func removingIsolates(_ text: some StringProtocol) -> String {
    var kept = String.UnicodeScalarView()
    var open: String.UnicodeScalarView?
    for scalar in text.unicodeScalars {
        if scalar == "\u{200E}", text.contains("\u{2068}") { continue }
        switch (scalar, open) {
        case ("\u{2068}", nil): open = .init()
        case ("\u{2069}", let inner?):
            kept.append(contentsOf: inner)
            open = nil
        case ("\u{2068}", let inner?), ("\n", let inner?):
            kept.append("\u{2068}")
            kept.append(contentsOf: inner)
            kept.append(scalar)
            open = nil
        case (_, .some): open?.append(scalar)
        default: kept.append(scalar)
        }
    }
    if let open { kept.append(contentsOf: ["\u{2068}"] + open) }
    return String(kept)
}
