internal import ReferralGraph

/// Makes identifiers out of names: `maria-lopez`, and for the next one of that name `maria-lopez-2`.
struct FreshIdentifiers: Sendable {
    private var taken: Set<String>
    private var next: [String: Int] = [:]

    /// Identifiers that differ in case only count as the same, because people type them.
    init(taken: some Sequence<String>) { self.taken = Set(taken.lazy.map(foldedName)) }

    /// An identifier of letters, digits and hyphens that was not taken before.
    /// - Parameter fallback: What to call something whose name has no letters.
    mutating func identifier(for name: String, or fallback: String) -> String {
        let stem = Self.stem(of: name) ?? fallback
        var number = next[stem] ?? 1
        var identifier = number == 1 ? stem : "\(stem)-\(number)"
        while !taken.insert(foldedName(identifier)).inserted {
            number += 1
            identifier = "\(stem)-\(number)"
        }
        next[stem] = number + 1
        return identifier
    }

    private static func stem(of name: String) -> String? {
        var stem = String.UnicodeScalarView()
        var length = 0
        var isBroken = false
        for scalar in foldedName(name).unicodeScalars where length < 40 {
            guard isLetterOrDigit(scalar) else {
                isBroken = isBroken || scalar != "'"
                continue
            }
            if isBroken, !stem.isEmpty { stem.append("-") }
            isBroken = false
            stem.append(scalar)
            length += 1
        }
        return stem.isEmpty ? nil : composed(String(stem))
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 48...57, 97...122: return true
        case 0..<0x80: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark,
            .spacingMark, .decimalNumber:
            return true
        default: return false
        }
    }
}
