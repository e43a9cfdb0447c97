internal import NetworkFiles
public import ReferralGraph
public import SourceReaders

/// By what one person is recognised in several sources, in forms that are equal when they mean the same.
///
/// Keys are compared as a whole, never by a part of them.
public struct ContactKeys: Equatable, Sendable {
    /// The name and the other names; the first is the name itself, empty when there is none.
    public private(set) var names: [NameKey]
    /// Profile pages: lower case, without scheme, `www.`, query and slash at the end.
    public private(set) var profileURLs: [String]
    /// E-mail addresses in lower case.
    ///
    /// RFC 5321 lets the part before the `@` be case-sensitive, but no provider makes use of it. Dots and `+tags` in
    /// it count, although one provider ignores them: elsewhere they are different mailboxes, and a person found
    /// twice is mended by a merge, while two people taken for one are not noticed.
    public private(set) var emails: [String]
    /// Telephone numbers: digits, with a `+` before those that have a country code.
    public private(set) var phones: [String]
    /// The UIDs of cards in address books, that of an exported card among them.
    public private(set) var cards: [String]
    /// Employers, present and past.
    public private(set) var companies: [String]
    /// What stands where an employer would, such as `Self-employed`; it says that there is none.
    public private(set) var standIns: [String]

    /// Whether someone can be told from a namesake: by a page, an address or a number.
    public var hasAddress: Bool { !profileURLs.isEmpty || !emails.isEmpty || !phones.isEmpty }

    /// The name's key; empty when there is none.
    public var name: NameKey { names[0] }

    /// The names' texts, each once.
    var nameTexts: [String] { names.map(\.text).filter { !$0.isEmpty }.uniqued() }

    /// Each name together with each employer; those of the name itself stand first.
    var namesAtCompanies: [String] {
        companies.isEmpty ? [] : nameTexts.flatMap { name in companies.map { "\(name)\u{0}\($0)" } }
    }

    /// By what someone can be recognized for good, as a source may say it: a page, an own address, a card, a name together
    /// with an employer, and a number together with a name, or alone where there is none. A name alone says nothing.
    public var lastingKeys: [String] {
        let numbers = phones.map { "phone\u{0}\(phoneTail($0) ?? $0)" }
        return profileURLs.map { "page\u{0}\($0)" }
            + emails.filter { !isOfficeAddress($0) }.map { "email\u{0}\($0)" }
            + cards.map { "card\u{0}\($0)" } + namesAtCompanies.map { "job\u{0}\($0)" }
            + (nameTexts.isEmpty
                ? numbers : numbers.flatMap { number in nameTexts.map { "\(number)\u{0}\($0)" } })
    }

    /// What ``lastingKeys`` would be from a source that has no name, of one who has.
    public var namelessKeys: [String] { phones.map { "phone\u{0}\(phoneTail($0) ?? $0)" } }

    /// The last digits of the numbers, each once.
    var phoneTails: [String] { phones.compactMap(phoneTail).uniqued() }

    /// The keys of a source's record, of its texts as they would be stored.
    public init(_ record: ContactRecord) {
        var employers = EmployerKeys()
        self.init(record, &employers)
    }

    /// The keys of one of many records.
    init(_ record: ContactRecord, _ employers: inout EmployerKeys) {
        let (key, isEmployer) = employers.keys(of: record.company)
        self.init(
            name: importedText(record.name, limit: .name).map { NameKey($0) } ?? .none,
            otherNames: record.otherNames.compactMap { importedText($0, limit: .name) },
            profileURLs: record.profileURLs.compactMap(importedAddress),
            emails: record.emails.compactMap { importedText($0, limit: .address) },
            phones: record.phones.compactMap { importedText($0, limit: .line) },
            cards: [importedText(record.cardUID, limit: .address)].compactMap(\.self),
            companies: isEmployer ? key : [], standIns: isEmployer ? [] : key)
    }

    /// The keys of a person.
    public init(_ person: Person, companies: CompanyDirectory) {
        let employers = Dictionary(
            grouping: person.employments.map(\.company), by: { companies.isEmployer($0) }
        ).mapValues { $0.compactMap { companies.key(of: $0) }.filter { !$0.isEmpty } }
        self.init(
            name: person.hasStandInName ? .none : NameKey(person.name), otherNames: person.otherNames,
            profileURLs: person.pages,
            emails: person.emails, phones: person.phones, cards: person.cardUIDs + [person.ownCardUID],
            companies: employers[true] ?? [], standIns: employers[false] ?? [])
    }

    private init(
        name: NameKey, otherNames: [String], profileURLs: [String], emails: [String], phones: [String],
        cards: [String], companies: [String], standIns: [String]
    ) {
        names = [name]
        for other in otherNames {
            let key = NameKey(other)
            if !key.isEmpty, !names.contains(where: { $0.agrees(with: key) }) { names.append(key) }
        }
        self.profileURLs = profileURLs.compactMap(profileURLKey).uniqued()
        self.emails = emails.compactMap(emailKey).uniqued()
        self.phones = phones.compactMap(phoneKey).uniqued()
        self.cards = cards
        self.companies = companies.uniqued()
        self.standIns = standIns.uniqued()
    }
}

/// By what the employers of many records are compared: read once for each spelling.
struct EmployerKeys {
    private var keys: [String: (keys: [String], isEmployer: Bool)] = [:]

    /// The key of a name, or none; and whether it is that of an employer.
    mutating func keys(of name: String?) -> (keys: [String], isEmployer: Bool) {
        guard let text = importedText(name, limit: .name) else { return ([], false) }
        if let known = keys[text] { return known }
        let company = CompanyName(text)
        let found = (company.key.isEmpty ? [] : [company.key], company.isEmployer)
        keys[text] = found
        return found
    }
}

extension Person {
    /// Whether the name is but an address that stands in for one, because no source had a name.
    var hasStandInName: Bool {
        // A text that is no address is a name, however often it is said.
        emails.contains(name) && emailKey(name) != nil || phones.contains(name) && phoneKey(name) != nil
            || (profileURL == name || otherProfileURLs.contains(name)) && profileURLKey(name) != nil
    }
}

/// An e-mail address for comparing: in lower case, without `mailto:`; `nil` for what is none.
func emailKey(_ address: String) -> String? {
    var key = foldedAddress(address)
    if key.hasPrefix("mailto:") { key.removeFirst(7) }
    let parts = key.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !key.utf8.contains(0x20) else {
        return nil
    }
    return key
}

/// Whether an address belongs to an office rather than to a person; such a one says little about who writes.
func isOfficeAddress(_ emailKey: String) -> Bool {
    offices.contains(emailKey.prefix { $0 != "@" }.filter { $0 != "-" && $0 != "_" && $0 != "." })
}

private let offices: Set<String> = [
    "info", "jobs", "job", "careers", "career", "hr", "contact", "hello", "office", "team", "mail", "admin",
    "support", "sales", "press", "noreply", "donotreply", "recruiting", "recruitment", "talent", "people",
    "applications", "bewerbung", "service", "notifications", "invitations", "messages",
]

/// A telephone number for comparing: digits, with a `+` where there is a country code; `nil` for fewer than seven
/// digits, which are an extension or a short code.
func phoneKey(_ number: String) -> String? {
    var digits: [UInt8] = []
    var isInternational = false
    var rest = foldedAddress(number)[...]
    if rest.hasPrefix("tel:") { rest = rest.dropFirst(4) }
    // The (0) of "+49 (0)30" is dialled at home only.
    let text = String(rest.contains("+") ? rest.replacing("(0)", with: "") : rest)
    for byte in text.utf8 {
        switch byte {
        case 48...57: digits.append(byte)
        case UInt8(ascii: "+") where digits.isEmpty: isInternational = true
        case 97...122, UInt8(ascii: ";"), UInt8(ascii: "#"):
            // An extension, or a letter of a name.
            if !digits.isEmpty { return phoneKey(digits, isInternational) }
        default: continue
        }
    }
    return phoneKey(digits, isInternational)
}

private func phoneKey(_ digits: [UInt8], _ isInternational: Bool) -> String? {
    let number = String(decoding: digits, as: UTF8.self)
    let isLong = digits.count >= 7
    if isInternational { return isLong ? "+" + number : nil }
    if number.hasPrefix("00") { return isLong ? "+" + number.dropFirst(2) : nil }
    return isLong ? number : nil
}

/// The last nine digits of a number, by which one without a country code is compared; `nil` for shorter ones.
func phoneTail(_ key: String) -> String? {
    let digits = key.drop { $0 == "+" || $0 == "0" }
    return digits.utf8.count >= 9 ? String(digits.suffix(9)) : nil
}

/// Whether two numbers can be the same, one of them written without its country code.
func arePerhapsOneNumber(_ left: String, _ right: String) -> Bool {
    guard !(left.hasPrefix("+") && right.hasPrefix("+")) else { return left == right }
    let (a, b) = (left.drop { $0 == "+" || $0 == "0" }, right.drop { $0 == "+" || $0 == "0" })
    return min(a.utf8.count, b.utf8.count) >= 9 && (a.hasSuffix(b) || b.hasSuffix(a))
}

private func foldedAddress(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return text.lowercased() }
    return composed(text.lowercased()).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
