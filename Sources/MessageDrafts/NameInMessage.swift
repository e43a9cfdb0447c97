internal import Playbook

/// How to address someone by the name on record; nothing is guessed.
struct NameInMessage {
    private let name: String
    private let titles: [Substring]
    private let names: [Substring]

    init(_ name: String) {
        self.name = name
        let words = Self.inOrder(DraftFact.cleaned(name)).split(separator: " ")
        titles = Array(words.prefix { PersonTitle.isOne($0) })
        names = words.dropFirst(titles.count).map { $0 }
    }

    /// `Keller, Anna` as `Anna Keller`, and `Anna Keller, PhD` without what follows the name.
    private static func inOrder(_ name: String) -> String {
        let parts = name.split(separator: ",", maxSplits: 1)
        guard parts.count == 2, let before = parts.first else { return name }
        let after = parts[1].split(separator: " ")
        let isCredential = after.isEmpty || after[0].contains(".") || after[0].count { $0.isUppercase } > 1
        let isFamilyName = before.split(separator: " ").count { !PersonTitle.isOne($0) } == 1
        return isFamilyName && !isCredential ? "\(parts[1]) \(before)" : String(before)
    }

    /// Whether it is a name, and not the address that stands in for one.
    var isName: Bool { !name.contains("@") && names.contains { $0.contains(where: \.isLetter) } }

    /// The first name; with a title and one name more, all of it.
    var firstName: String? {
        guard isName, let first = names.first else { return nil }
        return titles.isEmpty || names.count > 1 ? String(first) : (titles + [first]).joined(separator: " ")
    }

    private var familyName: Substring? {
        names.last { !["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains($0.lowercased()) }
    }

    /// `Hi Dan`; with a title `Dear Dr Keller`, because a title is no first name.
    var greeting: String {
        guard isName, let first = names.first, let last = familyName else { return "Hello" }
        return titles.isEmpty ? "Hi \(first)" : "Dear \((titles + [last]).joined(separator: " "))"
    }

    /// `Sehr geehrte Frau Keller`; `nil` where the name does not say which of the two it is.
    var germanGreeting: String? {
        guard isName, let last = familyName else { return nil }
        let words = Set(titles.map { $0.lowercased() })
        let others = titles.filter { !["frau", "herr"].contains($0.lowercased()) } + [last]
        if words.contains("frau") { return "Sehr geehrte Frau \(others.joined(separator: " "))" }
        if words.contains("herr") { return "Sehr geehrter Herr \(others.joined(separator: " "))" }
        return nil
    }
}
