internal import NetworkFiles
internal import ReferralGraph
internal import SourceReaders

/// A network while the records of a source are taken in.
struct ImportDraft {
    let records: SourceRecords
    let today: CalendarDay
    /// The day of which the source speaks, not later than today.
    let asOf: CalendarDay?
    var network: ReferralNetwork
    var findings: [ImportFinding] = []
    /// The records not used in the last round.
    var unused: [UnusedRecord] = []
    /// The position of the person each contact means; `nil` for no one.
    var personOfContact: [Int?]
    /// Whether the round changed anything.
    var hasChanged = false
    var knownInteractions = 0
    /// Whether the source belongs to someone who does not seem to be the seeker.
    var isOfSomeoneElse = false
    var canceledInteractions = 0
    /// The talks that a calendar told more of.
    var movedTalks: Set<Int> = []

    let seeker: Int?
    /// How many people there were at the beginning.
    private let peopleBefore: Int
    var companies: CompanyDirectory
    var resolver: IdentityResolver
    var freshPeople: FreshIdentifiers
    var freshOpportunities: FreshIdentifiers
    var interactionOfID: [InteractionID: Int]
    /// The identifiers under which the talks are stored; `nil` for those that show nothing.
    let idOfTalk: [InteractionID?]
    var tieOfPair: [PersonPair: Int]
    private let keys: [ContactKeys]
    /// The numbers of the people the user has forgotten, who are left out.
    let forgottenPeople: Set<Int>
    /// The contacts to take in, those who can be told apart first.
    private let order: [Int]
    private let talksOfContact: [[Int]]
    private var positionOfID: [PersonID: Int]
    /// For each person, whether the source speaks of them.
    private(set) var isTouched: [Bool]
    /// How often each person was changed.
    private var version: [Int]
    /// For each contact the version of the person after it was taken in, when nothing more can be learnt from it.
    private var versionLearnt: [Int?]
    /// Pairs of people one record points to, and by what it points to the one who was not taken.
    private(set) var conflicts: [PositionPair: DoubtfulPair.Reason] = [:]
    /// For each person, the pages by which records of this source were found to mean them.
    private var claims: [[String]]
    /// Rounds until nothing changes; each but the last makes someone recognisable, which hardly ever takes a third.
    private static let mostRounds = 8
    /// How many talks are asked who someone is.
    private static let mostTalksAsked = 4

    init(
        _ records: SourceRecords, _ network: ReferralNetwork, today: CalendarDay,
        leavingOut forgotten: ([String]) -> Int?
    ) {
        self.records = records
        self.network = network
        self.today = today
        asOf = records.asOf.map { min($0, today) }
        personOfContact = Array(repeating: nil, count: records.contacts.count)
        positionOfID = Dictionary(
            zip(network.people.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
        seeker = positionOfID[network.seeker]
        peopleBefore = network.people.count
        version = Array(repeating: 0, count: network.people.count)
        isTouched = Array(repeating: false, count: network.people.count)
        claims = Array(repeating: [], count: network.people.count)
        versionLearnt = Array(repeating: nil, count: records.contacts.count)
        companies = CompanyDirectory(network.companies)
        resolver = IdentityResolver(network)
        freshPeople = FreshIdentifiers(taken: network.people.lazy.map(\.id.text))
        freshOpportunities = FreshIdentifiers(taken: network.opportunities.lazy.map(\.id.text))
        interactionOfID = Dictionary(
            network.interactions.enumerated().compactMap { position, interaction in
                interaction.id.map { ($0, position) }
            }, uniquingKeysWith: { first, _ in first })
        idOfTalk = Self.identifiers(of: records.talks, in: network, interactionOfID)
        tieOfPair = Dictionary(
            network.ties.enumerated().map { (PersonPair($1.from, $1.to), $0) },
            uniquingKeysWith: { first, second in network.ties[first].kind == .knows ? first : second })
        var employers = EmployerKeys()
        keys = records.contacts.map { ContactKeys($0, &employers) }
        let living = Set(resolver.keys.lazy.flatMap(\.lastingKeys))
        let numbers = keys.map { keys in forgotten(keys.lastingKeys.filter { !living.contains($0) }) }
        forgottenPeople = Set(numbers.compactMap(\.self))
        order = Self.order(of: keys).filter { numbers[$0] == nil }
        talksOfContact = Self.talks(of: records)
    }

    /// Takes in everything, again and again until nothing changes.
    mutating func run() {
        takeInOwner()
        for _ in 0..<Self.mostRounds {
            hasChanged = false
            unused = []
            knownInteractions = 0
            for position in claims.indices { claims[position] = [] }
            for contact in order { takeIn(contact) }
            takeInTalks()
            takeInAcquaintances()
            takeInApplications()
            if !hasChanged { break }
        }
        takeInProposals()
        dropTalksThatAreOff()
        addCompanies()
    }

    /// Adds the companies that something of the source names in the end.
    private mutating func addCompanies() {
        let named = Set(
            network.people.flatMap { $0.employments.map(\.company) } + network.opportunities.map(\.company))
        network.companies += companies.companies[network.companies.count...].filter { named.contains($0.id) }
    }

    /// The person that a contact is; `nil` when it is no one, or the source has no such contact.
    func person(ofContact contact: Int) -> PersonID? {
        guard personOfContact.indices.contains(contact), let position = personOfContact[contact] else {
            return nil
        }
        return network.people[position].id
    }

    // MARK: People

    private mutating func takeIn(_ contact: Int) {
        let record = records.contacts[contact]
        let wanted = keys[contact]
        guard wanted.hasAddress || !wanted.name.isEmpty else {
            unused.append(UnusedRecord(place: record.place, reason: .nameless))
            return
        }
        let talks = wanted.hasAddress ? [] : peopleInTalks(of: contact)
        let found = resolver.find(wanted, talks: talks) { [claims] position in
            guard !wanted.profileURLs.isEmpty, !claims[position].isEmpty else { return false }
            return !claims[position].contains(where: wanted.profileURLs.contains)
        }
        let position: Int
        var isRecognisable = true
        switch found {
        case .one(let known, _): position = known
        case .several where !hasNewTalk(contact):
            personOfContact[contact] = nil
            unused.append(UnusedRecord(place: record.place, reason: .ambiguous))
            return
        case .several, .nobody:
            position = add(record, wanted)
            isRecognisable = wanted.profileURLs.contains(where: isPersonalPage)
        }
        isTouched[position] = true
        if claims[position].isEmpty {
            claims[position] = wanted.profileURLs
        } else {
            claims[position] += wanted.profileURLs
        }
        if personOfContact[contact] == position, versionLearnt[contact] == version[position] { return }
        personOfContact[contact] = position
        // Couples who share all they have keep it both.
        update(position, with: isRecognisable ? withoutWhatIsOthers(record, position) : record, wanted)
        // A card that this network exported is no news that the two know each other.
        let isOwnCard =
            position < peopleBefore && record.cardUID == network.people[position].ownCardUID
        if record.isAcquaintance, !isOwnCard { tieToSeeker(position, record) }
        versionLearnt[contact] = version[position]
    }

    private mutating func add(_ record: ContactRecord, _ wanted: ContactKeys) -> Int {
        let address =
            record.emails.first { emailKey($0) != nil } ?? record.phones.first { phoneKey($0) != nil }
        let name =
            wanted.name.isEmpty
            ? importedText(address, limit: .line) ?? record.profileURLs.lazy.compactMap(importedAddress).first
            : importedText(record.name, limit: .name)
        let label = wanted.name.isEmpty ? name?.prefix { $0 != "@" }.description ?? "" : wanted.name.text
        let id = PersonID(freshPeople.identifier(for: label, or: "person"))
        let position = network.people.count
        network.people.append(Person(id: id, name: name ?? "?"))
        version.append(0)
        isTouched.append(false)
        claims.append([])
        positionOfID[id] = position
        hasChanged = true
        return position
    }

    /// - Parameter wanted: The keys of the record.
    mutating func update(
        _ position: Int, with record: ContactRecord, _ wanted: ContactKeys? = nil
    ) {
        var person = network.people[position]
        person.learn(record)
        if let company = record.company.flatMap({ companies.findOrAdd(named: $0) }) {
            let said = Employment(
                company: company, title: importedText(record.title, limit: .line),
                department: importedText(record.department, limit: .line))
            if let news = person.learn(said, on: asOf), position != seeker {
                report(news, about: person, saying: record)
            }
        }
        for job in record.jobs.dropFirst() {
            guard let company = job.company.flatMap({ companies.findOrAdd(named: $0) }) else { continue }
            person.learnBesides(
                Employment(
                    company: company, title: importedText(job.title, limit: .line),
                    department: importedText(job.department, limit: .line)), on: asOf)
        }
        replace(position, by: person, wanted)
    }

    /// Keeps what a person has become.
    /// - Parameter wanted: The keys of the record that was learnt from, where it was one.
    mutating func replace(_ position: Int, by person: Person, _ wanted: ContactKeys? = nil) {
        if position < resolver.people.count, person == network.people[position] { return }
        network.people[position] = person
        version[position] += 1
        let learnt = ContactKeys(person, companies: companies)
        // Of the many who are known by one record the keys are kept once.
        resolver.learn(learnt == wanted ? wanted! : learnt, of: person.id, at: position)
        hasChanged = true
    }

    /// The record without pages, addresses and numbers that someone else has already.
    ///
    /// Who has them stays the one who is recognised by them, so that the same source means the same people next time;
    /// that both may be one is for the user to decide.
    private mutating func withoutWhatIsOthers(_ record: ContactRecord, _ position: Int) -> ContactRecord {
        var conflicts = conflicts
        func isFree(_ owner: Int?, _ reason: DoubtfulPair.Reason) -> Bool {
            guard let owner else { return true }
            let pair = PositionPair(owner, position)
            conflicts[pair] = min(conflicts[pair] ?? reason, reason)
            return false
        }
        var own = record
        own.profileURLs.removeAll {
            !isFree(resolver.otherOwner(ofPage: $0, than: position), .sameProfileURL)
        }
        own.emails.removeAll { !isFree(resolver.otherOwner(ofEmail: $0, than: position), .sameEmail) }
        own.phones.removeAll { !isFree(resolver.otherOwner(ofPhone: $0, than: position), .samePhone) }
        self.conflicts = conflicts
        return own
    }

    private mutating func report(
        _ news: EmploymentNews, about person: Person, saying record: ContactRecord
    ) {
        let finding: ImportFinding =
            switch news {
            case .newEmployer(let old, let new):
                .changedEmployer(person.id, from: old, to: new, isStar: person.isStar)
            case .newTitle(let old, let new):
                .changedTitle(person.id, from: old, to: new, isStar: person.isStar)
            case .contradiction(let known):
                .contradictedEmployer(
                    person.id, known: known, said: importedText(record.company, limit: .name) ?? "")
            }
        if !findings.contains(finding) { findings.append(finding) }
    }

    /// Whether a talk waits for this contact to be someone.
    private func hasNewTalk(_ contact: Int) -> Bool {
        talksOfContact[contact].contains { talk in
            idOfTalk[talk].map { interactionOfID[$0] == nil } ?? false
        }
    }

    /// Who took part in the contact's talks that are in the network already.
    private func peopleInTalks(of contact: Int) -> [[Int]] {
        let known = talksOfContact[contact].lazy.compactMap { [idOfTalk, interactionOfID] talk in
            idOfTalk[talk].flatMap { interactionOfID[$0] }
        }
        return known.prefix(Self.mostTalksAsked).map { position in
            network.interactions[position].people.compactMap { positionOfID[$0] }
        }
    }

    /// Contacts with an address of their own first, then those with an employer, then bare names: who comes later is
    /// found among those who came before.
    private static func order(of keys: [ContactKeys]) -> [Int] {
        func rank(_ keys: ContactKeys) -> Int {
            if keys.profileURLs.contains(where: isPersonalPage) { return 0 }
            if !keys.profileURLs.isEmpty || !keys.emails.isEmpty { return 1 }
            if !keys.phones.isEmpty { return 2 }
            return keys.companies.isEmpty ? 4 : 3
        }
        return keys.indices.stablySorted { rank(keys[$0]) }
    }

    private static func talks(of records: SourceRecords) -> [[Int]] {
        var talks = [[Int]](repeating: [], count: records.contacts.count)
        for (position, talk) in records.talks.enumerated() {
            for contact in talk.others + (talk.sender.map { [$0] } ?? [])
            where talks.indices.contains(contact) {
                talks[contact].append(position)
            }
        }
        return talks
    }
}

/// Two people, whichever of them is named first.
struct PersonPair: Hashable {
    private let first: PersonID
    private let second: PersonID

    init(_ one: PersonID, _ other: PersonID) { (first, second) = one < other ? (one, other) : (other, one) }
}
