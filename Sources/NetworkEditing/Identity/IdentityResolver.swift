public import ReferralGraph
public import SourceReaders

/// Finds the person of a network that a source means: by card, then profile page, then e-mail address, then telephone number,
/// then name with a present or past employer, then name alone.
///
/// - The UID of a card decides by itself: it stays when everything else on the card changes. That of a card which Rebound
///   exported counts only where the names do not contradict, because it may be of another network.
/// - A page that only one person can have decides by itself. Other pages, addresses and numbers are shared by couples and
///   teams, so they do not count where the names contradict, and an office's address counts only with the name.
/// - Telephone numbers are compared whole; where one has no country code by their last nine digits or more, if that
///   leads to one person only.
/// - No one with a page is taken for the owner of another page at the same site, except by a page.
/// - A name alone is enough only for a record that has nothing else, and only where one person has that name. Other
///   namesakes are for the user to decide: ``doubtfulPairs(in:)``.
/// - Names are never compared by parts, and what their keys leave out must not contradict (``NameKey``). One word is no
///   name to know anyone by, not even at one employer, unless neither side has an address.
/// - `Self-employed` and the like are no employer (``ReferralGraph/CompanyName/isEmployer``), so they are no evidence.
public struct IdentityResolver: Sendable {
    private(set) var people: [PersonID] = []
    private(set) var keys: [ContactKeys] = []
    private var byCard: [String: PositionList] = [:]
    private var byPage: [String: PositionList] = [:]
    private var byEmail: [String: PositionList] = [:]
    private var byPhone: [String: PositionList] = [:]
    private var byPhoneTail: [String: PositionList] = [:]
    private var byName: [String: PositionList] = [:]
    private var byNameAtCompany: [String: PositionList] = [:]
    /// A name that more than so many people share at one employer, or altogether, tells no one from another.
    private static let mostNamesakes = 50
    private static let mostAddresses = 50

    /// What shows that two entries mean one person, the strongest first.
    public enum Evidence: String, Sendable, CaseIterable {
        /// The same card in an address book.
        case card
        /// The same page, address or number.
        case profileURL = "profile-url"
        case email, phone
        /// The same name at the same employer, present or past.
        case nameAndCompany = "name-and-company"
        /// A talk that is in the network already, with one person of that name.
        case talk
        /// The same name, of one person only.
        case name
    }

    /// Who a record means.
    public enum Match: Equatable, Sendable {
        /// One person, and how that shows.
        case person(PersonID, by: Evidence)
        /// Several people fit equally, in the order of the network.
        case several([PersonID])
        /// No one.
        case nobody
    }

    /// Indexes the people of a network.
    /// - Complexity: O(people).
    public init(_ network: ReferralNetwork) {
        let companies = CompanyDirectory(network.companies)
        for (position, person) in network.people.enumerated() {
            learn(ContactKeys(person, companies: companies), of: person.id, at: position)
        }
    }

    /// Who a record means.
    /// - Complexity: O(people who share a key with the record).
    public func match(_ record: ContactRecord) -> Match {
        switch find(ContactKeys(record)) {
        case .one(let position, let evidence): .person(people[position], by: evidence)
        case .several(let positions): .several(positions.map { people[$0] })
        case .nobody: .nobody
        }
    }

    /// As ``Match``, by positions.
    enum Found: Equatable {
        case one(Int, Evidence)
        case several([Int])
        case nobody
    }

    /// Takes in what is known of a person now; positions are given without gaps.
    mutating func learn(_ known: ContactKeys, of id: PersonID, at position: Int) {
        let before = position < keys.count ? keys[position] : nil
        if before == known { return }
        if before == nil {
            people.append(id)
            keys.append(known)
        } else {
            keys[position] = known
        }
        func enter(_ keys: [String], besides old: [String]?, _ index: inout [String: PositionList]) {
            let old = Set(old ?? [])
            for key in keys where !old.contains(key) { index[key, default: PositionList()].append(position) }
        }
        enter(known.cards, besides: before?.cards, &byCard)
        enter(known.profileURLs, besides: before?.profileURLs, &byPage)
        enter(known.emails, besides: before?.emails, &byEmail)
        enter(known.phones, besides: before?.phones, &byPhone)
        enter(known.phoneTails, besides: before?.phoneTails, &byPhoneTail)
        enter(known.nameTexts, besides: before?.nameTexts, &byName)
        enter(known.namesAtCompanies, besides: before?.namesAtCompanies, &byNameAtCompany)
    }

    /// Who keys mean.
    /// - Parameters:
    ///   - wanted: The keys of a record.
    ///   - talks: For each talk of the record that the network has already, the people who took part.
    ///   - isTaken: Whether another record with a page of its own has been found to mean this person.
    func find(_ wanted: ContactKeys, talks: [[Int]] = [], isTaken: (Int) -> Bool = { _ in false }) -> Found {
        for card in wanted.cards {
            let isOurs = card.hasPrefix(Person.urnPrefix)
            if let position = best(byCard[card], for: wanted, { !isOurs || agree($0, $1) }) {
                return .one(position, .card)
            }
        }
        for page in wanted.profileURLs where isPersonalPage(page) {
            if let position = best(byPage[page], for: wanted, { _, _ in true }) {
                return .one(position, .profileURL)
            }
        }
        for page in wanted.profileURLs where !isPersonalPage(page) {
            if let position = best(byPage[page], for: wanted, agree) { return .one(position, .profileURL) }
        }
        func isFree(_ position: Int, _ wanted: ContactKeys) -> Bool {
            !isTaken(position) && !haveDifferentPages(wanted.profileURLs, keys[position].profileURLs)
        }
        for email in wanted.emails {
            let fits = isOfficeAddress(email) ? sharesName : agree
            let found = best(byEmail[email], for: wanted) { isFree($0, $1) && fits($0, $1) }
            if let found { return .one(found, .email) }
        }
        for phone in wanted.phones {
            if let found = best(byPhone[phone], for: wanted, { isFree($0, $1) && agree($0, $1) })
                ?? onlyOwner(ofNumberLike: phone, for: wanted, { isFree($0, $1) && agree($0, $1) })
            {
                return .one(found, .phone)
            }
        }
        guard !wanted.name.isEmpty else { return .nobody }
        return findByName(wanted, talks: talks) { isFree($0, wanted) }
    }

    /// Who else than a person has a page, an address or a number of theirs, the first of them; `nil` for no one.
    ///
    /// Pages of a team and offices' addresses belong to no one.
    func otherOwner(ofPage page: String, than position: Int) -> Int? {
        profileURLKey(page).flatMap { isPersonalPage($0) ? other(byPage[$0], than: position) : nil }
    }

    /// As ``otherOwner(ofPage:than:)``.
    func otherOwner(ofEmail email: String, than position: Int) -> Int? {
        emailKey(email).flatMap { isOfficeAddress($0) ? nil : other(byEmail[$0], than: position) }
    }

    /// As ``otherOwner(ofPage:than:)``; a number that may be the same with a country code counts.
    func otherOwner(ofPhone phone: String, than position: Int) -> Int? {
        guard let key = phoneKey(phone) else { return nil }
        let like = phoneTail(key).flatMap { byPhoneTail[$0] } ?? PositionList()
        return other(
            (byPhone[key] ?? PositionList())
                + like.filter { keys[$0].phones.contains { arePerhapsOneNumber($0, key) } },
            than: position)
    }

    private func other(_ owners: (some Sequence<Int>)?, than position: Int) -> Int? {
        guard let owners, !owners.contains(position) else { return nil }
        return owners.min()
    }

    private func findByName(_ wanted: ContactKeys, talks: [[Int]], _ isFree: (Int) -> Bool) -> Found {
        func fits(_ position: Int) -> Bool { sharesName(position, wanted) && isFree(position) }
        // One word is known by its bearer only where nothing tells more of either, and an entry of dozens of addresses is
        // no evidence for one more.
        func tells(_ position: Int) -> Bool {
            if !wanted.hasAddress { return wanted.name.isFull || !keys[position].hasAddress }
            return wanted.name.isFull
                && keys[position].emails.count + keys[position].phones.count < Self.mostAddresses
        }
        let colleagues = wanted.namesAtCompanies.prefix(wanted.companies.count).flatMap { key in
            namesakes(byNameAtCompany[key]) { fits($0) && tells($0) }
        }.uniqued().sorted()
        if colleagues.count == 1 { return .one(colleagues[0], .nameAndCompany) }
        if wanted.hasAddress { return colleagues.isEmpty ? .nobody : .several(colleagues) }
        for participants in talks {
            let found = participants.filter { sharesName($0, wanted) }
            if found.count == 1 { return .one(found[0], .talk) }
        }
        if colleagues.count > 1 { return .several(colleagues) }
        guard wanted.companies.isEmpty else { return .nobody }
        let others = namesakes(byName[wanted.name.text]) { position in
            let known = keys[position]
            guard fits(position) else { return false }
            if !wanted.standIns.isEmpty {
                // A trade of one's own is no employer: only the same entry again is the same person.
                return !known.hasAddress && known.companies.isEmpty
                    && known.standIns.contains(where: wanted.standIns.contains)
            }
            return wanted.name.isFull || !known.hasAddress && known.companies.isEmpty
        }
        if others.isEmpty { return .nobody }
        return others.count == 1 ? .one(others[0], .name) : .several(others)
    }

    /// The first people of a list who fit; no one of one that is too long to tell anyone apart.
    private func namesakes(_ positions: PositionList?, _ fits: (Int) -> Bool) -> [Int] {
        guard let positions else { return [] }
        return Array(positions.prefix(Self.mostNamesakes * 4).lazy.filter(fits).prefix(Self.mostNamesakes))
            .sorted()
    }

    /// Of the people who fit, the first one who has the name, else the first.
    private func best(
        _ candidates: PositionList?, for wanted: ContactKeys, _ fits: (Int, ContactKeys) -> Bool
    ) -> Int? {
        let fitting = (candidates ?? PositionList()).filter { fits($0, wanted) }
        return fitting.filter { sharesName($0, wanted) }.min() ?? fitting.min()
    }

    private func onlyOwner(
        ofNumberLike phone: String, for wanted: ContactKeys, _ fits: (Int, ContactKeys) -> Bool
    ) -> Int? {
        guard let tail = phoneTail(phone) else { return nil }
        let owners = (byPhoneTail[tail] ?? PositionList()).filter { position in
            keys[position].phones.contains { arePerhapsOneNumber($0, phone) }
        }
        return owners.count == 1 && fits(owners[0], wanted) ? owners[0] : nil
    }

    private func sharesName(_ position: Int, _ wanted: ContactKeys) -> Bool {
        keys[position].names.contains { $0.agrees(with: wanted.name) }
    }

    private func agree(_ position: Int, _ wanted: ContactKeys) -> Bool {
        sharesName(position, wanted) || !namesClash(keys[position].name, wanted.name)
    }
}
