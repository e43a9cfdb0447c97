internal import Foundations
internal import ReferralGraph

/// The names that members give themselves.
enum LinkedInName {
    /// A name as it is to be called, and how it was written where that differs.
    ///
    /// What follows a comma in the last name are titles and certificates (`Hale, PhD, PMP®`); emoji and other
    /// symbols are left out too. A name that has nothing else stays as it is.
    static func read(first: String, last: String) -> (name: String, asWritten: String?) {
        let whole = joined(first, last)
        let family = String(last.prefix { $0 != "," })
        // The archive has the given name first in every script; people in East Asia do not.
        let isFamilyFirst =
            !isBlank(first) && !isBlank(family) && isFamilyNameFirst(first + family)
        let plain = withoutSymbols(isFamilyFirst ? joined(family, first) : joined(first, family))
        guard !plain.isEmpty, plain != whole else { return (whole, nil) }
        return (plain, whole)
    }

    /// The same for a name in one piece, as it stands in messages and invitations.
    static func read(_ whole: String) -> (name: String, asWritten: String?) {
        let pieces = whole.split(separator: ", ", maxSplits: 1)
        let isTitled =
            pieces.count == 2 && pieces[1].split(separator: ", ").allSatisfy { isTitle(String($0)) }
        let plain = withoutSymbols(isTitled ? String(pieces[0]) : whole)
        guard !plain.isEmpty, plain != whole else { return (whole, nil) }
        return (plain, whole)
    }

    /// What stands for members who have left or hidden themselves, and so for no one in particular.
    static func isHidden(_ name: String) -> Bool { hidden.contains(name) }

    private static let hidden: Set<String> = [
        "LinkedIn Member", "LinkedIn-Mitglied", "Membre de LinkedIn", "Utilisateur LinkedIn",
        "Miembro de LinkedIn", "Utente LinkedIn", "Usuário do LinkedIn",
    ]

    /// Whether this, behind a comma, is a title rather than another person: `PhD`, `PMP®`, `Jr.`.
    static func isTitle(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard scalars.count <= 8, !scalars.contains(where: \.isSpace) else { return false }
        return text.hasSuffix(".") || scalars.count { $0.properties.isUppercase } >= 2
    }

    /// Takes apart names that are joined by `", "`, which stands within names too.
    /// - Parameters:
    ///   - count: How many names there are; `nil` when no one knows.
    ///   - isKnown: Whether someone is called so.
    static func list(_ text: String, count: Int?, isKnown: (String) -> Bool) -> [String] {
        if text.isEmpty { return [] }
        var parts = text.split(separator: ", ").map(String.init)
        // Hidden members have no address.
        if let count, parts.count > count, count > 0 { parts.removeAll(where: isHidden) }
        if parts.count == count { return parts }
        if count == 1 || count == nil && isKnown(text) { return [parts.joined(separator: ", ")] }
        var names: [String] = []
        var start = 0
        while start < parts.count {
            // As many parts as leave one for each of the names to come, and as one name may have.
            let left = count.map { parts.count - max(0, $0 - names.count - 1) } ?? parts.count
            let most = max(start + 1, min(left, start + mostParts))
            var end =
                (start + 1...most).last { isKnown(parts[start..<$0].joined(separator: ", ")) } ?? start + 1
            while end < most, isTitle(parts[end]) { end += 1 }
            names.append(parts[start..<end].joined(separator: ", "))
            start = end
        }
        if let count, count > 0, names.count > count {
            names.replaceSubrange((count - 1)..., with: [names[(count - 1)...].joined(separator: ", ")])
        }
        return names
    }

    /// Takes apart addresses that are joined by bare commas, or by spaces.
    static func addresses(_ text: String) -> [String] {
        text.utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }.map { String(Substring($0)) }
    }

    /// The most parts between commas of one name: five titles, and patience ends.
    private static let mostParts = 6

    private static func joined(_ first: String, _ last: String) -> String { trimmed(first + " " + last) }

    private static func withoutSymbols(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return trimmed(text) }
        var kept = String.UnicodeScalarView()
        var followsSymbol = false
        for scalar in text.unicodeScalars {
            let isJoiner = scalar.value == 0x200D || scalar.value == 0xFE0F
            followsSymbol = isSymbol(scalar) || followsSymbol && isJoiner
            if !followsSymbol { kept.append(scalar) }
        }
        return String(kept).split(separator: " ").joined(separator: " ")
    }

    private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII
            && (scalar.properties.isEmojiPresentation || scalar.properties.generalCategory == .otherSymbol)
    }
}
