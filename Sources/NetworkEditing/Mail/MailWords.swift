internal import ReferralGraph

/// The words of a text, folded, in which names and titles are looked for as whole words in order.
struct MailWords {
    private let words: [String]
    private let isCapitalized: [Bool]

    /// - Complexity: O(text).
    init(_ text: String) {
        let written = text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
        words = written.map { foldedName(String($0)) }
        isCapitalized = written.map { $0.first?.isUppercase ?? false || $0.first?.isNumber ?? false }
    }

    /// The words of a title or a name.
    static func words(_ text: String) -> [String] { MailWords(text).words }

    /// Whether the words stand here one after the other.
    /// - Complexity: O(words).
    func contain(_ name: [String], isName: Bool = false) -> Bool {
        guard let first = name.first, name.count <= words.count else { return false }
        return words.indices.contains { start in
            words[start] == first && words[start...].starts(with: name) && (!isName || isCapitalized[start])
        }
    }

    /// Whether the words of a company's name stand here one after the other.
    func contain(_ name: CompanyName, isName: Bool = false) -> Bool { contain(name.words, isName: isName) }
}
