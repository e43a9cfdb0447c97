import ReferralGraph

/// Titles that stand before a name and are no part of it.
package enum PersonTitle {
    /// Whether a word is one: `Dr`, `Prof.`, `Frau`.
    package static func isOne(_ word: Substring) -> Bool {
        titles.contains(foldedName(String(word)).filter { $0 != "." })
    }

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "dr", "prof", "professor", "rev",
        "fr",
        "sr", "sra", "herr", "frau", "ing", "dipl-ing", "mag", "mme", "mlle", "monsieur", "madame", "pd",
        "hon",
        "judge", "capt", "col", "dott", "dottssa",
    ]
}
