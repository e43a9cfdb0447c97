public import Foundations
internal import NetworkFiles
public import ReferralGraph
public import SourceReaders

/// Brings a folder of cards up to date with a network, as vdirsyncer, khard and CardDAV servers keep one: a card a person.
///
/// A card that is there gets what it lacks of the person's addresses, numbers and pages, and the employer of today in place of
/// one that is known to be over; everything else on it, and every card of someone else, stays byte for byte. Whoever has no
/// card gets a new file. Nothing is removed.
public struct CardExport: Sendable {
    /// The files to write, by their paths in the folder.
    public private(set) var files: [(path: String, bytes: [UInt8])] = []
    /// How many cards are new, changed, and as they were.
    public private(set) var (new, changed, unchanged) = (0, 0, 0)
    /// Cards in the folder that are no one's in the network.
    public private(set) var foreign = 0
    /// Cards that lack something and have to stay as they are.
    public private(set) var kept: [Diagnostic] = []

    /// Where a card stands.
    private struct Place: Hashable {
        var file: Int
        var card: Int
    }

    /// Finds out what to write.
    /// - Parameters:
    ///   - network: Whose people get cards, the seeker left out.
    ///   - shown: Who of them gets a card; `nil` for everyone.
    ///   - day: The day of which employers and titles are taken.
    ///   - existing: What is in the folder.
    ///   - folder: The folder's path, for diagnostics.
    /// - Complexity: O(people + cards).
    public init(
        of network: ReferralNetwork, showing shown: Set<PersonID>? = nil, on day: CalendarDay,
        into existing: [CardFile], in folder: String
    ) {
        let people = network.people.filter { $0.id != network.seeker }
        let places = Self.places(of: people, in: network, existing)
        let companies = CompanyDirectory(network.companies)
        let names = Dictionary(
            network.companies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var changes: [Int: [Int: CardFile.Change]] = [:]
        var taken = Set(existing.map { $0.file.lowercased() })
        for person in people where shown?.contains(person.id) ?? true {
            guard let place = places[person.id] else {
                let name = Self.fileName(for: person, notIn: &taken)
                let bytes = VCardWriter.bytes(of: [person], companies: network.companies, on: day)
                files.append((name, bytes))
                new += 1
                continue
            }
            let card = existing[place.file].cards[place.card]
            let change = Self.change(of: card, to: person, on: day, companies, names)
            if change.isEmpty {
                unchanged += 1
            } else if let reason = card.reasonToKeep {
                unchanged += 1
                kept.append(
                    Diagnostic(
                        .valueIgnored, file: "\(folder)/\(existing[place.file].file)",
                        line: card.record?.place.line,
                        found:
                            "the card of \(person.name), which lacks something and stays as it is: \(reason)",
                        expected: "a whole card of version 3.0 or 4.0, in UTF-8",
                        hint: "save it again in your address book"))
            } else {
                changed += 1
                changes[place.file, default: [:]][place.card] = change
            }
        }
        for (number, changes) in changes.sorted(by: { $0.key < $1.key }) {
            files.append((existing[number].file, existing[number].bytes(changing: changes)))
        }
        foreign = existing.reduce(0) { $0 + $1.cards.count } - places.count
    }

    /// Whose card is which: by its UID, else as an import would find it.
    private static func places(
        of people: [Person], in network: ReferralNetwork, _ existing: [CardFile]
    ) -> [PersonID: Place] {
        var byUID: [String: Place] = [:]
        var cards: [(place: Place, record: ContactRecord)] = []
        for (file, content) in existing.enumerated() {
            for (number, card) in content.cards.enumerated() {
                let place = Place(file: file, card: number)
                if let uid = card.uid, byUID[uid] == nil { byUID[uid] = place }
                if let record = card.record { cards.append((place, record)) }
            }
        }
        var places: [PersonID: Place] = [:]
        for person in people {
            let uids = person.cardUIDs + [person.ownCardUID]
            if let place = uids.lazy.compactMap({ byUID[$0] }).first { places[person.id] = place }
        }
        let used = Set(places.values)
        let resolver = IdentityResolver(network)
        for (place, record) in cards where !used.contains(place) {
            guard case .person(let id, _) = resolver.match(record), places[id] == nil else { continue }
            places[id] = place
        }
        return places
    }

    /// What a card lacks.
    private static func change(
        of card: CardFile.Card, to person: Person, on day: CalendarDay, _ companies: CompanyDirectory,
        _ names: [CompanyID: String]
    ) -> CardFile.Change {
        var change = CardFile.Change()
        guard let record = card.record else { return change }
        let known = ContactKeys(record)
        func add(_ name: String, _ value: String) {
            change.added += VCardWriter.property(name, [value], lineBreak: card.lineBreak)
        }
        for email in person.emails where emailKey(email).map({ !known.emails.contains($0) }) ?? false {
            add("EMAIL", email)
        }
        for phone in person.phones {
            guard let key = phoneKey(phone), !known.phones.contains(key),
                !known.phones.contains(where: { arePerhapsOneNumber($0, key) })
            else { continue }
            add("TEL", phone)
        }
        for page in person.pages where profileURLKey(page).map({ !known.profileURLs.contains($0) }) ?? false {
            change.added += VCardWriter.page(page, lineBreak: card.lineBreak)
        }
        let labels = Set(record.tags.compactMap { Tag($0) })
        for tag in person.tags where Tag(tag).map({ !labels.contains($0) }) ?? false {
            add("CATEGORIES", tag)
        }
        if card.hasOneJob, let job = job(of: person, insteadOf: record, on: day, companies) {
            let parts = [names[job.company] ?? "", job.department].compactMap(\.self).filter { !$0.isEmpty }
            change.job = VCardWriter.property("ORG", parts, lineBreak: card.lineBreak)
            if let title = job.title {
                change.job! += VCardWriter.property("TITLE", [title], lineBreak: card.lineBreak)
            }
        }
        change.revision = VCardWriter.property(
            "REV", [VCardWriter.revision(day)], lineBreak: card.lineBreak)
        return change
    }

    /// The employment of the day, when the card names none, or one that the network knows to be over.
    private static func job(
        of person: Person, insteadOf record: ContactRecord, on day: CalendarDay,
        _ companies: CompanyDirectory
    ) -> Employment? {
        guard let current = person.employment(on: day) else { return nil }
        guard let company = record.company else { return record.title == nil ? current : nil }
        let key = CompanyName(company).key
        func isOnCard(_ employment: Employment) -> Bool {
            companies.key(of: employment.company) == key
                && (record.title == nil || employment.title == nil
                    || foldedName(employment.title!) == foldedName(record.title!))
        }
        let held = person.employments.filter { $0.holds(on: day) }
        guard !held.contains(where: isOnCard) else { return nil }
        return person.employments.contains { !$0.holds(on: day) && isOnCard($0) } ? current : nil
    }

    /// A name for a file that is none of the folder's, whatever the case of letters.
    private static func fileName(for person: Person, notIn taken: inout Set<String>) -> String {
        let text = VCardWriter.percentEncoded(person.id.text)
        let isSafe = text.utf8.count <= 120 && !text.hasPrefix(".")
        let stem = isSafe ? text : "person-" + Fingerprint([person.id.text]).hexadecimal
        var name = "\(stem).vcf"
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = "\(stem)-\(number).vcf"
            number += 1
        }
        return name
    }
}
