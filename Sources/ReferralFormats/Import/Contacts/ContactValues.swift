internal import ReferralGraph

/// What address books of all kinds have in common: names, addresses and numbers as the records want them.
enum ContactValues {
    /// A text in composed form without space at its ends; `nil` when nothing is left.
    static func text(_ text: String) -> String? {
        let text = trimmed(text)
        return text.isEmpty ? nil : composed(text)
    }

    /// Texts that show something, with a space between them.
    static func joined(_ texts: [String?]) -> String? {
        text(texts.compactMap { $0.flatMap(Self.text) }.joined(separator: " "))
    }

    /// The e-mail address in a text, which may be `mailto:` or a name with the address in angle brackets; `nil` when
    /// there is none.
    static func email(_ text: String) -> String? {
        var text = trimmed(text)
        if text.lowercased().hasPrefix("mailto:") { text = String(text.dropFirst(7)) }
        if text.hasSuffix(">"), let bracket = text.lastIndex(of: "<") {
            text = trimmed(String(text[text.index(after: bracket)...].dropLast()))
        }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy { !$0.isSpace && !$0.isControlCode }
        guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }), isPlain else { return nil }
        return composed(text)
    }

    /// A telephone number, which may be a `tel:` address (RFC 3966); `nil` for a text without any digit.
    static func phone(_ text: String) -> String? {
        var text = trimmed(text)
        if text.lowercased().hasPrefix("tel:") {
            let parts = text.dropFirst(4).split(separator: ";", omittingEmptySubsequences: false)
            let extensions = parts.dropFirst().filter { $0.lowercased().hasPrefix("ext=") }
            text = String(parts[0]) + (extensions.first.map { " ext. \($0.dropFirst(4))" } ?? "")
        }
        guard text.unicodeScalars.contains(where: { $0.properties.numericType != nil }) else { return nil }
        return self.text(text)
    }

    /// Whether the address of a page shows that it is about a person.
    static func isProfilePage(_ url: String) -> Bool {
        var rest = url.lowercased()[...]
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
        }
        let parts = rest.split(separator: "/", maxSplits: 1)
        guard parts.count == 2 else { return false }
        func isHost(_ name: String) -> Bool { parts[0] == name || parts[0].hasSuffix("." + name) }
        if isHost("linkedin.com") { return ["in/", "pub/"].contains { parts[1].hasPrefix($0) } }
        return isHost("xing.com") && parts[1].hasPrefix("profile/")
    }

    /// Whether what a page is labelled as says that it is about a person.
    static func isProfileLabel(_ label: String) -> Bool {
        ["profile", "linkedin", "xing"].contains(foldedName(label))
    }

    /// Whether what a number is labelled as says that nobody answers there, or somebody else.
    static func isNumberOfOther(_ label: String) -> Bool {
        let label = foldedName(label)
        return ["fax", "pager", "assistant"].contains { label.contains($0) }
    }

    /// Appends what is not there yet, in whatever case.
    static func append(_ text: String, to texts: inout [String]) {
        let folded = text.lowercased()
        if !texts.contains(where: { $0.lowercased() == folded }) { texts.append(text) }
    }
}

extension SourceTally.Skipped {
    /// Why an entry of an address book makes no person.
    enum Reason: String {
        case organisation = "an organisation, not a person"
        case group = "a group, not a person"
        case thing = "a thing or a place, not a person"
        case nameless = "neither a name nor an address"
    }

    init(line: Int, _ reason: Reason) { self.init(line: line, reason: reason.rawValue) }
}

extension ContactRecord {
    /// Whether nobody could be found or shown by this.
    var isNameless: Bool { name.isEmpty && emails.isEmpty && profileURLs.isEmpty }

    /// Adds another name, unless it says nothing new.
    mutating func add(otherName: String?) {
        guard let other = otherName.flatMap(ContactValues.text), foldedName(other) != foldedName(name),
            !otherNames.contains(where: { foldedName($0) == foldedName(other) })
        else { return }
        otherNames.append(other)
    }

    /// Moves on from a name that only repeats an address, as mail programs make them up.
    mutating func dropNameThatIsAddress() {
        if name.contains("@"), emails.contains(where: { $0.lowercased() == name.lowercased() }) { name = "" }
    }
}

extension [Diagnostic] {
    /// By their lines, those of one line in the order in which they were found.
    var inLineOrder: [Diagnostic] {
        enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
            .map(\.element)
    }
}

extension SourceRecords {
    /// Ends the reading of a file: its tally is kept, and a file that gave nobody is an error.
    /// - Parameter entries: What the file consists of, such as "cards".
    mutating func finish(_ tally: SourceTally, entries: String) {
        tallies.append(tally)
        diagnostics = diagnostics.inLineOrder
        guard contacts.isEmpty, !hasErrors else { return }
        var counts: [(reason: String, count: Int)] = []
        for skipped in tally.skipped {
            if let index = counts.firstIndex(where: { $0.reason == skipped.reason }) {
                counts[index].count += 1
            } else {
                counts.append((skipped.reason, 1))
            }
        }
        diagnostics.append(
            Diagnostic(
                .listEmpty, file: tally.file,
                found: tally.skipped.isEmpty
                    ? "no \(entries)" : "nobody in \(tally.skipped.count) \(entries)",
                expected: "at least one person",
                hint: counts.isEmpty
                    ? "was everything exported?"
                    : counts.map { "\($0.count): \($0.reason)" }.joined(separator: "; ")))
    }
}
