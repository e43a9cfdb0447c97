internal import ContentLines
internal import Foundations
internal import ReferralGraph

/// What address books of all kinds have in common: names, addresses and numbers as the records want them.
enum ContactValues {
    /// A text in composed form without space at its ends; `nil` when nothing is left.
    static func text(_ text: String) -> String? {
        shownText(text)
    }

    /// Texts that show something, with a space between them.
    static func joined(_ texts: [String?]) -> String? {
        text(texts.compactMap { $0.flatMap(Self.text) }.joined(separator: " "))
    }

    /// The e-mail address in a text, which may be `mailto:` or a name with the address in angle brackets; `nil` when
    /// there is none.
    static func email(_ text: String) -> String? {
        var text = InvisibleCharacters.stripped(fromAddress: trimmed(text))
        if text.lowercased().hasPrefix("mailto:") { text = String(text.dropFirst(7)) }
        if text.hasSuffix(">"), let bracket = text.lastIndex(of: "<") {
            text = trimmed(String(text[text.index(after: bracket)...].dropLast()))
        }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy { !$0.isSpace && !$0.isControlCode }
        guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }), isPlain else { return nil }
        return composed(text)
    }

    /// A telephone number, which may be a `tel:` address (RFC 3966); `nil` for a text without any digit, and for what a
    /// spreadsheet leaves of a long number.
    static func phone(_ text: String) -> String? {
        var text = InvisibleCharacters.stripped(fromAddress: trimmed(text))
        if isShortenedNumber(text) { return nil }
        if text.lowercased().hasPrefix("tel:") {
            let parts = text.dropFirst(4).split(separator: ";", omittingEmptySubsequences: false)
            let extensions = parts.dropFirst().filter { $0.lowercased().hasPrefix("ext=") }
            text = String(parts[0]) + (extensions.first.map { " ext. \($0.dropFirst(4))" } ?? "")
        }
        guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .decimalNumber }) else {
            return nil
        }
        return self.text(text)
    }

    /// Whether a spreadsheet has rounded a number, as in `4.479E+11` or `4,479E11`: its last digits are lost.
    static func isShortenedNumber(_ text: String) -> Bool {
        let parts = trimmed(text).lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let mantissa = parts[0].drop { $0 == "+" || $0 == "-" }
        let exponent = parts[1].drop { $0 == "+" || $0 == "-" }
        func isDigits(_ text: Substring) -> Bool {
            !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        let pieces = mantissa.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        return pieces.count <= 2 && pieces.allSatisfy(isDigits) && isDigits(exponent)
            && exponent.utf8.count <= 3
    }

    /// What to do about a value that is no telephone number.
    static func hint(forPhone text: String) -> String {
        isShortenedNumber(text)
            ? "a spreadsheet rounded it; format the column as text, enter the number again and export again"
            : "it is left out"
    }

    /// The address of a page, with or without its scheme; `nil` for other texts, such as a bare user name.
    static func page(_ text: String) -> String? {
        let text = InvisibleCharacters.stripped(fromAddress: text)
        let (host, path) = parts(ofPage: text)
        let isAddress =
            text.contains("://") ? !host.isEmpty && !host.hasSuffix(":") : host.contains(".") && path != nil
        let isPlain = text.unicodeScalars.allSatisfy { !$0.isSpace && !$0.isControlCode }
        return isAddress && isPlain ? self.text(text) : nil
    }

    /// Whether the address of a page shows that it is about a person.
    static func isProfilePage(_ url: String) -> Bool {
        let (host, path) = parts(ofPage: url)
        guard let path else { return false }
        func isAt(_ name: String) -> Bool { host == name || host.hasSuffix("." + name) }
        if isAt("linkedin.com") { return ["in/", "pub/"].contains { path.hasPrefix($0) } }
        return isAt("xing.com") && path.hasPrefix("profile/")
    }

    /// Host and path of an address, in lower case; that of another scheme than the web's is all in the host.
    private static func parts(ofPage text: String) -> (host: Substring, path: Substring?) {
        var rest = text.lowercased()[...]
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
        }
        guard let slash = rest.firstIndex(of: "/") else { return (rest, nil) }
        return (rest[..<slash], rest[rest.index(after: slash)...])
    }

    /// The labels by which an owner sorts contacts, without those that address books make up themselves.
    static func ownLabels(_ labels: [String]) -> [String] {
        unique(labels.compactMap(Self.text)).filter { label in
            !["my contacts", "mycontacts", "starred", "starred in android"].contains(foldedName(label))
                && !["*", "Imported on", "Restored from"].contains { label.hasPrefix($0) }
        }
    }

    /// Labels as tags: spaces and signs become hyphens. What makes no tag, as being too long, is left out.
    static func tags(_ labels: [String]) -> [String] {
        ownLabels(labels).compactMap { Tag(nearestTo: $0) }.uniqued().map(\.text)
    }

    /// Whether what a page is labelled as says that it is about a person.
    static func isProfileLabel(_ label: String) -> Bool {
        ["profile", "linkedin", "xing"].contains(foldedName(label))
    }

    /// Whether what a number is labelled as says that no one answers there, or someone else.
    static func isNumberOfOther(_ label: String) -> Bool {
        let label = foldedName(label)
        return ["fax", "pager", "assistant"].contains { label.contains($0) }
    }

    /// What is noted of someone an entry names, such as "Manager: Ade Olatunji".
    static func note(ofRelation label: String, _ name: String) -> String {
        guard let first = label.first else { return "Related: \(name)" }
        return "\(first.uppercased())\(label.dropFirst()): \(name)"
    }

    /// The texts without those that are there before, in whatever case.
    static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0.lowercased()).inserted }
    }
}

/// Why an entry of an address book makes no person.
enum NoPerson: String {
    case organisation = "an organisation, not a person"
    case group = "a group, not a person"
    case thing = "a thing or a place, not a person"
    case nameless = "neither a name nor an address"
}

extension ContactRecord {
    /// Whether no one could be found or shown by this.
    var isNameless: Bool { name.isEmpty && emails.isEmpty && profileURLs.isEmpty }

    /// Adds other names, those left out that say nothing new.
    mutating func add(otherNames: [String?]) {
        var seen = Set(([name] + self.otherNames).map(foldedName))
        for case let other? in otherNames.map({ $0.flatMap(ContactValues.text) }) {
            if seen.insert(foldedName(other)).inserted { self.otherNames.append(other) }
        }
    }

    /// Moves on from a name that only repeats an address, as mail programs make them up.
    mutating func dropNameThatIsAddress() {
        if name.contains("@"), emails.contains(where: { $0.lowercased() == name.lowercased() }) { name = "" }
    }
}

extension SourceRecords {
    /// Ends the reading of a file: its tally is kept, and a file that gave no one is an error.
    /// - Parameter entries: What the file consists of, such as "cards".
    mutating func finish(_ tally: SourceTally, entries: String) {
        tallies.append(tally)
        diagnostics = diagnostics.stablySorted { $0.line ?? 0 }
        guard contacts.isEmpty, !hasErrors else { return }
        diagnostics.append(.ofNobody(in: tally.skipped, of: entries, file: tally.file))
    }
}

extension Diagnostic {
    /// Says that a source gave no one, and why.
    /// - Parameter entries: What the source consists of, such as "cards".
    static func ofNobody(in skipped: [SourceTally.Skipped], of entries: String, file: String) -> Diagnostic {
        var counts: [(reason: String, count: Int)] = []
        for skipped in skipped {
            if let index = counts.firstIndex(where: { $0.reason == skipped.reason }) {
                counts[index].count += 1
            } else {
                counts.append((skipped.reason, 1))
            }
        }
        return Diagnostic(
            .listEmpty, file: file,
            found: skipped.isEmpty
                ? "no \(entries)"
                : "no one in \(skipped.count) \(skipped.count == 1 ? String(entries.dropLast()) : entries)",
            expected: "at least one person",
            hint: counts.isEmpty
                ? "was everything exported?"
                : counts.map { "\($0.count): \($0.reason)" }.joined(separator: "; "))
    }
}

extension ContactRecord {
    /// Takes in the labels that the owner sorts contacts by, as tags; labels of several words also say how the two know each
    /// other.
    mutating func take(labels: [String]) {
        tags = ContactValues.tags(labels)
        how = ContactValues.text(
            ContactValues.ownLabels(labels).filter { Tag($0) == nil }.joined(separator: ", "))
    }
}
