internal import ReferralGraph

/// Turns one card into a record.
struct VCardContact {
    private(set) var record: ContactRecord
    /// What of the card could not be used.
    private(set) var diagnostics: [Diagnostic] = []
    /// The day of its REV.
    private(set) var revision: CalendarDay?
    /// Whether the only name on the card is that of an organisation.
    private var isOrganisation = false
    /// Given and family name, which only people have.
    private var personalName: String?
    private let card: VCard
    private let file: String
    private let labelOfGroup: [String: String]

    init(_ card: VCard, file: String) {
        self.card = card
        self.file = file
        labelOfGroup = card.labelsOfGroups
        record = ContactRecord(name: "", place: SourcePlace(file: file, line: card.line))
        record.isAcquaintance = true
    }

    mutating func read() {
        readName()
        readEmails()
        readPhones()
        readProfiles()
        readWork()
        record.how = ContactValues.ownLabels(
            card.properties("CATEGORIES").flatMap { property in
                note(property.lists(card.version), property).flatMap { $0 }
            })
        record.notes = card.properties("NOTE").compactMap { text($0) }
        record.dropNameThatIsAddress()
        if isNameOfOrganisation { useOwnNameOrNone() }
        if let property = card.properties("REV").first { readRevision(property) }
    }

    /// Why the card makes no person.
    var reasonToSkip: SourceTally.Skipped.Reason? {
        switch card.properties("KIND").first.flatMap(plainText)?.lowercased() {
        case "org": return .organisation
        case "group": return .group
        case "location", "thing", "device", "application": return .thing
        default: break
        }
        if card.properties("X-ADDRESSBOOKSERVER-KIND").first.flatMap(plainText)?.lowercased() == "group" {
            return .group
        }
        if isOrganisation || record.isNameless && record.company != nil { return .organisation }
        return record.isNameless ? .nameless : nil
    }

    // MARK: Names

    private mutating func readName() {
        let full = firstText("FN")
        var parts: [String?] = []
        if let property = card.properties("N").first {
            parts = note(property.lists(card.version), property).map(ContactValues.joined)
        }
        func part(_ index: Int) -> String? { index < parts.count ? parts[index] : nil }
        let (family, given) = (part(0), part(1))
        personalName = ContactValues.joined([given, family])
        record.name = full ?? ContactValues.joined([given, part(2), family]) ?? ""
        // "Hale, Jane" is how some programs sort, not how anybody is called.
        if let family, given != nil, foldedName(record.name).hasPrefix(foldedName(family) + ", "),
            let personalName
        {
            record.name = personalName
        }
        let nicknames = card.properties("NICKNAME").flatMap { property in
            note(property.lists(card.version), property).flatMap { $0 }
        }
        if record.name.isEmpty { record.name = nicknames.lazy.compactMap(ContactValues.text).first ?? "" }
        record.add(otherNames: [personalName] + nicknames)
    }

    /// Whether the name that is shown is the organisation's.
    private var isNameOfOrganisation: Bool {
        guard let company = record.company else { return false }
        let isShownAsCompany = card.properties("X-ABSHOWAS").first.flatMap(plainText) == "COMPANY"
        return record.name.isEmpty ? isShownAsCompany : foldedName(company) == foldedName(record.name)
    }

    /// Takes the name of the person at an organisation; without one the card is about the organisation.
    private mutating func useOwnNameOrNone() {
        guard let personalName, let company = record.company, foldedName(personalName) != foldedName(company)
        else {
            isOrganisation = true
            record.name = ""
            return
        }
        record.name = personalName
        record.otherNames.removeAll { foldedName($0) == foldedName(personalName) }
    }

    // MARK: Addresses

    private mutating func readEmails() {
        var emails: [String] = []
        for property in card.properties("EMAIL") {
            guard let text = text(property) else { continue }
            if let email = ContactValues.email(text) {
                emails.append(email)
            } else {
                report(property, found: text, expected: "an e-mail address")
            }
        }
        record.emails = ContactValues.unique(emails)
    }

    private mutating func readPhones() {
        var phones: [String] = []
        for property in card.properties("TEL") {
            let labels = property.types + [label(of: property)]
            guard !labels.contains(where: ContactValues.isNumberOfOther), let text = text(property) else {
                continue
            }
            if let phone = ContactValues.phone(text) {
                phones.append(phone)
            } else {
                report(property, found: text, expected: "a telephone number")
            }
        }
        record.phones = ContactValues.unique(phones)
    }

    private mutating func readProfiles() {
        var pages: [String] = []
        for name in ["URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "X-LINKEDIN"] {
            for property in card.properties(name) {
                let labels = property.types + [label(of: property)]
                let isLabelled = name != "URL" || labels.contains(where: ContactValues.isProfileLabel)
                guard let page = text(property).flatMap(ContactValues.page) else { continue }
                if isLabelled || ContactValues.isProfilePage(page) { pages.append(page) }
            }
        }
        record.profileURLs = ContactValues.unique(pages)
    }

    private func label(of property: VCardProperty) -> String {
        property.group.flatMap { labelOfGroup[$0] } ?? ""
    }

    // MARK: Work

    private mutating func readWork() {
        if let property = card.properties("ORG").first {
            let parts = note(property.components(card.version), property)
            record.company = ContactValues.text(parts[0])
            record.department = ContactValues.text(
                parts.dropFirst().compactMap(ContactValues.text).joined(separator: ", "))
        }
        record.title = firstText("TITLE") ?? firstText("ROLE")
    }

    private mutating func readRevision(_ property: VCardProperty) {
        guard let text = text(property) else { return }
        let digits = text.utf8.prefix { $0 != UInt8(ascii: "T") }.filter { $0 != UInt8(ascii: "-") }
        if digits.count == 8 {
            let day = String(decoding: digits, as: UTF8.self)
            revision = CalendarDay("\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.suffix(2))")
        }
        if revision == nil {
            report(property, found: text, expected: "a day and a time, as 20260304T083000Z")
        }
    }

    // MARK: Texts

    /// The text of a property, with a warning when parts of it cannot be read.
    private mutating func text(_ property: VCardProperty) -> String? {
        ContactValues.text(note(property.text(card.version), property))
    }

    private mutating func firstText(_ name: String) -> String? {
        for property in card.properties(name) {
            if let text = text(property) { return text }
        }
        return nil
    }

    private func plainText(_ property: VCardProperty) -> String? {
        ContactValues.text(property.text(card.version).value)
    }

    private mutating func note<Value>(
        _ decoded: VCardProperty.Decoded<Value>, _ property: VCardProperty
    ) -> Value {
        if decoded.isDamaged {
            diagnostics.append(
                Diagnostic(
                    .recordDamaged, file: file, line: property.line, path: property.name,
                    found: "not wholly readable",
                    expected: "text in the encoding \(quoted(property.parameter("CHARSET") ?? "UTF-8"))",
                    hint: "export the address book again, as vCard 3.0 or 4.0"))
        }
        return decoded.value
    }

    private mutating func report(_ property: VCardProperty, found: String, expected: String) {
        diagnostics.append(
            Diagnostic(
                .valueIgnored, file: file, line: property.line, path: property.name, found: quoted(found),
                expected: expected, hint: "it is left out"))
    }
}
