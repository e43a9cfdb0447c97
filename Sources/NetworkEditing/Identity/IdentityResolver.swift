public import ReferralFormats
public import ReferralGraph

/// Finds the person of a network whom a source means: by profile page, then e-mail address, then telephone number, then
/// name with a present or past employer, then name alone.
///
/// - A page that only one person can have decides by itself. Other pages, addresses and numbers are shared by couples and
///   teams, so they do not count where the names contradict, and an office's address counts only with the name.
/// - Telephone numbers are compared whole; where one has no country code by their last nine digits or more, if that
///   leads to one person only.
/// - Nobody with a page is taken for the owner of another page at the same site, except by a page.
/// - A name alone is enough only for a record that has nothing else, and only where one person has that name. Other
///   namesakes are for the user to decide: ``doubtfulPairs(in:)``.
///
/// Names are never compared by parts.
public struct IdentityResolver: Sendable {
    private(set) var people: [PersonID] = []
    private(set) var keys: [ContactKeys] = []
    private var byPage: [String: [Int]] = [:]
    private var byEmail: [String: [Int]] = [:]
    private var byPhone: [String: [Int]] = [:]
    private var byPhoneTail: [String: [Int]] = [:]
    private var byName: [String: [Int]] = [:]

    /// What shows that two entries mean one person, the strongest first.
    public enum Evidence: String, Sendable, CaseIterable {
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

    /// Whom a record means.
    public enum Match: Equatable, Sendable {
        /// One person, and how that shows.
        case person(PersonID, by: Evidence)
        /// Several people fit equally, in the order of the network.
        case several([PersonID])
        /// Nobody.
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

    /// Whom a record means.
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
        if position == people.count {
            people.append(id)
            keys.append(known)
        } else {
            if keys[position] == known { return }
            keys[position] = known
        }
        func enter(_ key: String, _ index: inout [String: [Int]]) {
            if index[key]?.contains(position) != true { index[key, default: []].append(position) }
        }
        for page in known.profileURLs { enter(page, &byPage) }
        for email in known.emails { enter(email, &byEmail) }
        for phone in known.phones {
            enter(phone, &byPhone)
            if let tail = phoneTail(phone) { enter(tail, &byPhoneTail) }
        }
        for name in known.names where !name.isEmpty { enter(name, &byName) }
    }

    /// Whom keys mean.
    /// - Parameters:
    ///   - wanted: The keys of a record.
    ///   - talks: For each talk of the record that the network has already, the people who took part.
    ///   - isTaken: Whether another record with a page of its own has been found to mean this person.
    func find(_ wanted: ContactKeys, talks: [[Int]] = [], isTaken: (Int) -> Bool = { _ in false }) -> Found {
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

    /// Who else than a person has a page, an address or a number of theirs, the first of them; `nil` for nobody.
    ///
    /// Pages of a team and offices' addresses belong to nobody.
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
        let like = phoneTail(key).flatMap { byPhoneTail[$0] } ?? []
        return other(
            (byPhone[key] ?? []) + like.filter { keys[$0].phones.contains { arePerhapsOneNumber($0, key) } },
            than: position)
    }

    private func other(_ owners: [Int]?, than position: Int) -> Int? {
        guard let owners, !owners.contains(position) else { return nil }
        return owners.min()
    }

    private func findByName(_ wanted: ContactKeys, talks: [[Int]], _ isFree: (Int) -> Bool) -> Found {
        let namesakes = (byName[wanted.name] ?? []).filter { sharesName($0, wanted) && isFree($0) }.sorted()
        let colleagues = namesakes.filter { position in
            wanted.companies.contains { keys[position].companies.contains($0) }
        }
        if colleagues.count == 1 { return .one(colleagues[0], .nameAndCompany) }
        if !wanted.hasAddress {
            for participants in talks {
                let found = participants.filter { sharesName($0, wanted) }
                if found.count == 1 { return .one(found[0], .talk) }
            }
        }
        if colleagues.count > 1 { return .several(colleagues) }
        guard !wanted.hasAddress, wanted.companies.isEmpty, !namesakes.isEmpty else { return .nobody }
        return namesakes.count == 1 ? .one(namesakes[0], .name) : .several(namesakes)
    }

    /// Of the people who fit, the first one who has the name, else the first.
    private func best(
        _ candidates: [Int]?, for wanted: ContactKeys, _ fits: (Int, ContactKeys) -> Bool
    ) -> Int? {
        let fitting = (candidates ?? []).filter { fits($0, wanted) }
        return fitting.filter { sharesName($0, wanted) }.min() ?? fitting.min()
    }

    private func onlyOwner(
        ofNumberLike phone: String, for wanted: ContactKeys, _ fits: (Int, ContactKeys) -> Bool
    ) -> Int? {
        guard let tail = phoneTail(phone) else { return nil }
        let owners = (byPhoneTail[tail] ?? []).filter { position in
            keys[position].phones.contains { arePerhapsOneNumber($0, phone) }
        }
        return owners.count == 1 && fits(owners[0], wanted) ? owners[0] : nil
    }

    private func sharesName(_ position: Int, _ wanted: ContactKeys) -> Bool {
        keys[position].names.contains(wanted.name)
    }

    private func agree(_ position: Int, _ wanted: ContactKeys) -> Bool {
        sharesName(position, wanted) || !namesClash(keys[position].name, wanted.name)
    }
}
