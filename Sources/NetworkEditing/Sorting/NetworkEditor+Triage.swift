public import ReferralGraph

extension NetworkEditor {
    /// Records what was said in a sitting, as one act; of several answers about a person the last counts. People who are
    /// gone are passed over, and it is said how many.
    @discardableResult
    public mutating func sort(_ entries: [TriageEntry]) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            var sorting = Sorting(draft)
            for entry in entries { sorting.take(entry) }
            return sorting.record(in: &draft)
        }
    }

    /// Records how well the seeker knows some people.
    /// - Parameter known: How well; `nil` takes back what was said.
    @discardableResult
    public mutating func sort(_ names: [String], as known: Acquaintance?) throws(EditError) -> Edit {
        var entries: [TriageEntry] = []
        let draft = EditDraft(network: network, now: now)
        for name in names {
            entries.append(
                TriageEntry(person: try draft.other(name, verb: "sort"), answer: .acquaintance(known)))
        }
        if entries.isEmpty { throw .blank(field: "the person") }
        return try sort(entries)
    }
}

/// The combined effect of many answers.
private struct Sorting {
    private var places: [PersonID: Int]
    private let seeker: PersonID
    private var order: [PersonID] = []
    private var known: [PersonID: Acquaintance?] = [:]
    private var tags: [PersonID: [(tag: Tag, isAdded: Bool)]] = [:]
    private var priorities: [(company: CompanyID, priority: Company.Priority?)] = []
    private var gone: Set<PersonID> = []
    private let employers: [PersonID: CompanyID]

    init(_ draft: EditDraft) {
        let network = draft.network
        seeker = network.seeker
        places = Dictionary(
            network.people.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        let companies = Set(network.companies.filter(\.isEmployer).map(\.id))
        var employers: [PersonID: CompanyID] = [:]
        for person in network.people {
            if let company = person.employment(on: draft.today)?.company, companies.contains(company) {
                employers[person.id] = company
            }
        }
        self.employers = employers
    }

    mutating func take(_ entry: TriageEntry) {
        guard places[entry.person] != nil, entry.person != seeker else {
            gone.insert(entry.person)
            return
        }
        order.append(entry.person)
        switch entry.answer {
        case .acquaintance(let answer): known[entry.person] = .some(answer)
        case .tag(let tag): tags[entry.person, default: []].append((tag, true))
        case .untag(let tag): tags[entry.person, default: []].append((tag, false))
        case .priority(let priority):
            if let company = employers[entry.person] { priorities.append((company, priority)) }
        }
    }

    /// Changes the network, says what changed, and returns the summary.
    func record(in draft: inout EditDraft) -> String {
        var changed: [(person: PersonID, answer: Acquaintance?)] = []
        for id in order.uniqued() {
            guard let place = places[id], let answer = known[id],
                draft.network.people[place].acquaintance != answer
            else { continue }
            draft.network.people[place].acquaintance = answer
            draft.network.people[place].acquaintanceOn = answer == nil ? nil : draft.today
            changed.append((id, answer))
        }
        let counts = Self.counts(changed.map(\.answer))
        let sorted = "Sorted \(changed.count == 1 ? "1 person" : "\(changed.count) people"): \(counts)"
        if changed.count > 3 {
            draft.say(sorted)
        } else {
            for change in changed {
                draft.say("\(draft.name(of: change.person)): \(Self.words(change.answer))")
            }
        }
        for company in priorities.map(\.company).uniqued() {
            let priority = priorities.last { $0.company == company }?.priority
            let place = draft.index(of: company)
            guard draft.network.companies[place].priority != priority else { continue }
            draft.network.companies[place].priority = priority
            draft.say(
                priority.map { "You want to work at \(draft.name(of: company)) (\($0.rawValue))" }
                    ?? "\(draft.name(of: company)) is off your list")
        }
        recordTags(in: &draft)
        if !gone.isEmpty {
            draft.say(
                gone.count == 1
                    ? "1 answer was about someone who is not in your network any more"
                    : "\(gone.count) answers were about people who are not in your network any more")
        }
        return changed.isEmpty ? "Sorted people" : sorted
    }

    private func recordTags(in draft: inout EditDraft) {
        var all: [Tag] = []
        var holders: [Tag: [PersonID]] = [:]
        var losers: [Tag: [PersonID]] = [:]
        for id in order.uniqued() {
            for tag in (tags[id] ?? []).map(\.tag).uniqued() {
                let isAdded = tags[id]?.last { $0.tag == tag }?.isAdded ?? false
                all.append(tag)
                if isAdded {
                    holders[tag, default: []].append(id)
                } else {
                    losers[tag, default: []].append(id)
                }
            }
        }
        for tag in all.uniqued() {
            draft.tag(holders[tag] ?? [], tag)
            draft.untag(losers[tag] ?? [], tag)
        }
    }

    /// `20 close, 110 known, 22 not known`.
    private static func counts(_ answers: [Acquaintance?]) -> String {
        let kinds: [(Acquaintance?, String)] = [
            (.close, "close"), (.known, "known"), (.barely, "barely known"), (.unknown, "not known"),
            (nil, "not said any more"),
        ]
        return kinds.compactMap { kind, words in
            let count = answers.count { $0 == kind }
            return count == 0 ? nil : "\(count) \(words)"
        }.joined(separator: ", ")
    }

    private static func words(_ answer: Acquaintance?) -> String {
        switch answer {
        case .close: "you know them well"
        case .known: "you know them"
        case .barely: "you barely know them"
        case .unknown: "you do not know them"
        case nil: "how well you know them is open again"
        }
    }
}
