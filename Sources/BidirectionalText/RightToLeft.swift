/// Text whose right-to-left words keep their place in a line that runs from left to right.
///
/// Two Arabic or Hebrew names with an arrow, a comma or a number between them are one right-to-left passage to the
/// bidirectional algorithm, which then shows the second name first. Every run of right-to-left words is put between
/// U+2068 (first strong isolate) and U+2069 (pop directional isolate), so that what stands around it stays around it
/// (Unicode Standard Annex 9, section 2.4.2). Single spaces, apostrophes, hyphens and the point of an abbreviation
/// belong to a run; everything else ends it. A line that begins with such a run begins with a left-to-right mark, U+200E.
///
/// Text without right-to-left letters comes back as it is. Isolate a line once, when it is finished: isolates count
/// for no width.
/// - Complexity: O(*n*) in the length of the text.
public func isolatingRightToLeft(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isRightToLeft) else { return text }
    let scalars = Array(text.unicodeScalars)
    var isolated = String.UnicodeScalarView()
    // Who tells a line's direction by its first letter, as Pango does, must not find a right-to-left one.
    let first = scalars.firstIndex { $0.isRightToLeft || $0.properties.isAlphabetic } ?? 0
    if scalars[first].isRightToLeft, first > 0 || endOfRun(from: first, in: scalars) < scalars.count {
        isolated.append("\u{200E}")
    }
    var position = 0
    while position < scalars.count {
        guard scalars[position].isRightToLeft else {
            isolated.append(scalars[position])
            position += 1
            continue
        }
        let end = endOfRun(from: position, in: scalars)
        isolated.append("\u{2068}")
        isolated.append(contentsOf: scalars[position..<end])
        isolated.append("\u{2069}")
        position = end
    }
    return String(isolated)
}

/// The end of the run of right-to-left words that begins at `start`.
private func endOfRun(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
    var end = start
    var wordLength = 0
    while end < scalars.count {
        if scalars[end].isRightToLeft || scalars[end].continuesWords {
            wordLength += 1
            end += 1
            continue
        }
        // The shortest gap between words that leads to another one.
        guard let next = wordStart(after: end, abbreviates: wordLength <= 2, in: scalars) else { break }
        wordLength = 0
        end = next
    }
    return end
}

/// Where the next right-to-left word begins if only a joint stands before it; `nil` if the run ends at `position`.
private func wordStart(after position: Int, abbreviates: Bool, in scalars: [Unicode.Scalar]) -> Int? {
    var next = position
    if scalars[next] == ".", abbreviates { next += 1 }
    if next < scalars.count, scalars[next].joinsWords { next += 1 }
    guard next > position, next < scalars.count, scalars[next].isRightToLeft else { return nil }
    return next
}

extension Unicode.Scalar {
    /// Whether the scalar is a letter or sign of a right-to-left script: the blocks that Unicode gives the classes R and
    /// AL by default.
    fileprivate var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            value != 0x061C
        default: false
        }
    }

    /// Whether the scalar belongs to the word before it, such as a joiner or a mark.
    fileprivate var continuesWords: Bool {
        value == 0x200C || value == 0x200D || properties.generalCategory == .nonspacingMark
    }

    /// Whether the scalar may stand between two words of a name.
    fileprivate var joinsWords: Bool {
        switch self {
        case " ", "\u{A0}", "-", "\u{2010}", "\u{2011}", "'", "\u{2019}", "\"": true
        default: false
        }
    }
}
