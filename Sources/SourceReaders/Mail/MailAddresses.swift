internal import MailFiles
internal import ReferralGraph

/// Everybody who stands in the address fields, each address once.
struct MailAddresses {
    /// One address.
    struct Entry {
        /// As first written.
        var spelling: String
        /// Whether a machine is behind it, by its name.
        var isMachine: Bool
        /// Whether it is that of a mailing list.
        var isList = false
        /// The names with which its owner wrote, and how often.
        var ownNames = NameCounts()
        /// The names that others wrote before it.
        var givenNames = NameCounts()
    }

    private(set) var entries: [Entry] = []
    private var positions: [String: Int] = [:]

    /// The position of an address, which differs from others by more than letter case.
    mutating func position(of address: String) -> Int {
        let key = address.lowercased()
        if let known = positions[key] { return known }
        positions[key] = entries.count
        entries.append(Entry(spelling: composed(address), isMachine: MailName.isMachine(key)))
        return entries.count - 1
    }

    /// The position of someone known only by name, see ``LegacyAddress``.
    private mutating func position(ofName name: String) -> Int {
        // No address has a line break.
        let key = "\n" + foldedName(name)
        if let known = positions[key] { return known }
        positions[key] = entries.count
        entries.append(Entry(spelling: "", isMachine: false))
        return entries.count - 1
    }

    mutating func countOwnName(_ raw: String, of position: Int) {
        let name = MailName.cleaned(raw)
        if !name.isEmpty { entries[position].ownNames.count(name) }
    }

    /// The position of an address that was seen.
    func known(_ address: String) -> Int? { positions[address.lowercased()] }

    /// The positions of addresses with their names, without repetition.
    /// - Parameter areOwn: Whether the people behind them wrote the names themselves.
    /// - Parameter countsNames: Whether the names are those of a mail that is used.
    mutating func positions(
        of mailboxes: [(name: String, address: String)], areOwn: Bool, countsNames: Bool = true
    ) -> [Int] {
        var found: [Int] = []
        for mailbox in mailboxes {
            let name = MailName.cleaned(mailbox.name)
            let position = mailbox.address.isEmpty ? position(ofName: name) : position(of: mailbox.address)
            if !name.isEmpty, countsNames || mailbox.address.isEmpty {
                if areOwn {
                    entries[position].ownNames.count(name)
                } else {
                    entries[position].givenNames.count(name)
                }
            }
            if !found.contains(position) { found.append(position) }
        }
        return found
    }

    mutating func markAsList(_ address: String) { entries[position(of: address)].isList = true }

    /// The position of who wrote a mail: that of the address, but where several people write from one, such as a team or
    /// a service that passes messages on, that of the name.
    mutating func writer(named raw: String, at position: Int) -> Int {
        let name = MailName.cleaned(raw)
        guard !name.isEmpty, entries[position].ownNames.areOfSeveralPeople else { return position }
        let writer = self.position(ofName: name)
        entries[writer].ownNames.count(name)
        return writer
    }

    /// The names of who is behind an address, the one to use first; their own words count before those of others.
    func names(of position: Int) -> [String] {
        let entry = entries[position]
        if entry.ownNames.areOfSeveralPeople { return [] }
        return entry.ownNames.isEmpty ? Array(entry.givenNames.ranked.prefix(1)) : entry.ownNames.ranked
    }
}

/// How often each of a few names stands before an address.
struct NameCounts {
    private var counts: [(name: String, count: Int)] = []

    var isEmpty: Bool { counts.isEmpty }

    mutating func count(_ name: String) {
        if let known = counts.firstIndex(where: { $0.name == name }) {
            counts[known].count += 1
        } else if counts.count < 16 {
            counts.append((name, 1))
        }
    }

    /// Whether two of the names can only be of two people: both are of several words of one script, and no word of the one
    /// stands for a word of the other.
    ///
    /// Decides who is behind an address; whoever marries, or is called by an initial, keeps it.
    var areOfSeveralPeople: Bool {
        let names = counts.map { NameWords($0.name) }.filter(\.isFull)
        return names.indices.contains { first in
            names[..<first].contains { $0.differs(from: names[first]) }
        }
    }

    /// The words of a name as its bearer writes it.
    private struct NameWords {
        private let words: [Substring]
        private let isLatin: Bool

        init(_ name: String) {
            let folded = foldedName(name)
            // "Ann Hale via Signer": the service is no one's name.
            let own = folded.firstRange(of: " via ").map { folded[..<$0.lowerBound] } ?? folded[...]
            words = own.split { !$0.isLetter && !$0.isNumber }
            isLatin = own.unicodeScalars.allSatisfy { $0.value < 0x250 }
        }

        var isFull: Bool { words.count > 1 }

        func differs(from other: NameWords) -> Bool {
            isLatin == other.isLatin
                && !words.contains { word in
                    other.words.contains { word.hasPrefix($0) || $0.hasPrefix(word) }
                }
        }
    }

    /// The names, the most frequent first; of those that are the same but for case and accents only that one.
    var ranked: [String] {
        var folded: Set<String> = []
        let sorted = counts.sorted { left, right in
            left.count != right.count
                ? left.count > right.count : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
        }
        return sorted.map(\.name).filter { folded.insert(foldedName($0)).inserted }
    }
}
