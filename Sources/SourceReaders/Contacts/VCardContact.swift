internal import ContentLines
internal import Foundations
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
    /// Whether N has both of them.
    private var hasBothNames = false
    /// The people the card names beside its own.
    private(set) var relations: [VCardRelation] = []
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
        record.take(
            labels: card.properties("CATEGORIES").flatMap { property in
                note(property.lists(card.syntax), property).flatMap { $0 }
            })
        record.notes += card.properties("NOTE").compactMap { text($0) }
        record.cardUID = card.uid
        relations = card.relations(labelOfGroup)
        record.dropNameThatIsAddress()
        if isNameOfOrganisation { useOwnNameOrNone() }
        if let property = card.properties("REV").first { readRevision(property) }
    }

    /// Why the card makes no person.
    var reasonToSkip: NoPerson? {
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
        var parts: [String?] = []
        if let property = card.properties("N").first {
            parts = note(property.lists(card.syntax), property).map { entries in
                ContactValues.joined(entries.map(onOneLine))
            }
        }
        func part(_ index: Int) -> String? { index < parts.count ? parts[index] : nil }
        let (family, given) = (part(0), part(1))
        personalName = DisplayName.joined(given: given, family: family)
        hasBothNames = family != nil && given != nil
        let full = fullName(isBestKnown: personalName == nil)
        record.name = full ?? DisplayName.joined(given: given, middle: part(2), family: family) ?? ""
        // "Hale, Jane" is how some programs sort, not how anyone is called.
        if let family, given != nil, foldedName(record.name).hasPrefix(foldedName(family) + ", "),
            let personalName
        {
            record.name = personalName
        }
        let nicknames = card.properties("NICKNAME").flatMap { property in
            note(property.lists(card.syntax), property).flatMap { $0.map(onOneLine) }
        }
        let maiden = ["X-MAIDENNAME", "X-MAIDEN-NAME", "MAIDENNAME"].lazy.compactMap { [card] in
            card.properties($0).first
        }.first.flatMap(plainText).map(onOneLine)
        if record.name.isEmpty { record.name = nicknames.lazy.compactMap(ContactValues.text).first ?? "" }
        // On a card of our own, N is made of FN and says nothing more.
        let isOwn = card.uid?.hasPrefix(Person.urnPrefix) == true
        record.add(otherNames: [isOwn ? nil : personalName] + nicknames)
        if let maiden {
            record.add(otherNames: [maiden.contains(" ") ? maiden : ContactValues.joined([given, maiden])])
        }
        record.add(otherNames: [DisplayName.unspaced(record.name)])
    }

    /// FN, unless it is made up (RFC 9555, 4.4), broken off in the middle, or says that there is no name.
    private mutating func fullName(isBestKnown: Bool) -> String? {
        for property in card.properties("FN") where property.parameter("DERIVED")?.lowercased() != "true" {
            guard let text = text(property).map(onOneLine) else { continue }
            if Self.namesOfNobody.contains(foldedName(text).filter { !"()<>".contains($0) }) { continue }
            if isBestKnown || !property.isBrokenOff { return text }
        }
        return nil
    }

    /// What address books show where there is no name.
    private static let namesOfNobody: Set<String> = [
        "no name", "noname", "unnamed", "unknown", "kein name", "ohne namen", "unbekannt", "sans nom",
        "inconnu",
        "sin nombre", "desconocido", "senza nome", "sem nome", "geen naam",
    ]

    /// Whether the name that is shown is the organisation's.
    private var isNameOfOrganisation: Bool {
        guard let company = record.company else { return false }
        let isShownAsCompany = card.properties("X-ABSHOWAS").first.flatMap(plainText) == "COMPANY"
        if record.name.isEmpty { return isShownAsCompany }
        guard foldedName(company) == foldedName(record.name) else { return false }
        // Whose firm bears the own name has a given and a family name, and no legal form (RFC 6350, 6.2.2).
        let isOwnName = hasBothNames && personalName.map(foldedName) == foldedName(company)
        let isSoleTrader = isOwnName && !isShownAsCompany && CompanyName(company).key == foldedName(company)
        return !isSoleTrader
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
                report(
                    property, found: text, expected: "a telephone number",
                    hint: ContactValues.hint(forPhone: text))
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

    private func label(of property: ContentProperty) -> String {
        property.group.flatMap { labelOfGroup[$0] } ?? ""
    }

    // MARK: Work

    /// Every ORG is an employer; its TITLE is the one of its group, or the one that stands as many places down.
    private mutating func readWork() {
        var titles = card.properties("TITLE")
        if titles.isEmpty { titles = card.properties("ROLE") }
        var alternatives: Set<String> = []
        for property in card.properties("ORG") {
            // One employer in several languages (RFC 6350, 5.4).
            if let alternative = property.parameter("ALTID"), !alternatives.insert(alternative).inserted {
                continue
            }
            let parts = note(property.components(card.syntax), property).map(ContactValues.text)
            // Some programs leave the company empty and name it as a unit.
            guard let first = parts.firstIndex(where: { $0 != nil }) else { continue }
            let company = parts[first].map(onOneLine)
            let department = ContactValues.text(
                parts[(first + 1)...].compactMap(\.self).joined(separator: ", "))
            let isKnown = record.jobs.contains { job in
                job.company.map { CompanyName($0) } == company.map { CompanyName($0) }
            }
            guard !isKnown else { continue }
            let index = titles.firstIndex { $0.group == property.group }
            let title = index.flatMap { text(titles.remove(at: $0)) }
            record.jobs.append(.init(company: company, title: title, department: department))
        }
        if record.jobs.isEmpty, !titles.isEmpty { record.title = text(titles.removeFirst()) }
        for title in titles.compactMap({ text($0) }) {
            if let job = record.jobs.firstIndex(where: { $0.title == nil }) {
                record.jobs[job].title = title
            } else if !record.jobs.contains(where: { $0.title == title }) {
                record.notes.append("Title: \(title)")
            }
        }
        if record.title == nil, let role = firstText("ROLE") { record.title = role }
    }

    private mutating func readRevision(_ property: ContentProperty) {
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
    private mutating func text(_ property: ContentProperty) -> String? {
        ContactValues.text(note(property.text(card.syntax), property))
    }

    private mutating func firstText(_ name: String) -> String? {
        for property in card.properties(name) {
            if let text = text(property) { return text }
        }
        return nil
    }

    private func plainText(_ property: ContentProperty) -> String? {
        ContactValues.text(property.text(card.syntax).value)
    }

    private mutating func note<Value>(
        _ decoded: ContentProperty.Decoded<Value>, _ property: ContentProperty
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

    private mutating func report(
        _ property: ContentProperty, found: String, expected: String, hint: String = "it is left out"
    ) {
        diagnostics.append(
            Diagnostic(
                .valueIgnored, file: file, line: property.line, path: property.name, found: quoted(found),
                expected: expected, hint: hint))
    }
}
