public import ReferralGraph

/// A sitting in which the seeker goes through people and says how well they know each.
///
/// Knows no terminal: every key is a method. What a method returns is what was said; a caller that keeps these entries can
/// take the sitting up again with ``resume(_:)``, and ``NetworkEditor/sort(_:)`` records them.
public struct TriageSession: Sendable {
    /// Who is gone through, in order.
    public let queue: [PersonID]
    /// How far the sitting is: the place in the queue of the person asked about, or its end.
    public private(set) var position = 0
    /// Everything said, in order, what was taken back included.
    public private(set) var entries: [TriageEntry] = []

    private let seeker: PersonID
    private let people: [PersonID: Person]
    private let employers: [PersonID: Company]
    private let facts: [PersonID: Facts]
    private var known: [PersonID: Acquaintance] = [:]
    private var tags: [PersonID: [String]]
    private var priorities: [CompanyID: Company.Priority]
    private var undoable: [(position: Int, inverse: TriageEntry)] = []

    /// What the network has on someone's tie with the seeker.
    private struct Facts {
        var connected: CalendarDay?
        var lastWord: CalendarDay?
        var how: String?
        var contacts = 0
    }

    /// Who to go through.
    public enum Scope: Sendable {
        /// People the seeker has not sorted yet.
        case unsorted
        /// Everyone.
        case everyone
    }

    /// Begins a sitting: people at wanted companies first, then the most recent contacts; without the seeker and people
    /// who must never be contacted.
    /// - Parameters:
    ///   - today: The day of the sitting.
    ///   - scope: Who to go through.
    ///   - filter: Who of them.
    /// - Complexity: O(size of the network).
    public init(
        _ network: ReferralNetwork, today: CalendarDay, scope: Scope = .unsorted,
        filter: TagFilter = TagFilter()
    ) {
        seeker = network.seeker
        people = network.people.keyed(by: \.id, \.self)
        tags = network.people.keyed(by: \.id, \.tags)
        priorities = [:]
        for company in network.companies { priorities[company.id] = company.priority }
        let companies = network.companies.keyed(by: \.id, \.self)
        var employers: [PersonID: Company] = [:]
        for person in network.people {
            guard let job = person.employment(on: today), let company = companies[job.company],
                company.isEmployer
            else { continue }
            employers[person.id] = company
        }
        self.employers = employers
        var facts: [PersonID: Facts] = [:]
        for tie in network.ties where tie.from == network.seeker || tie.to == network.seeker {
            let other = tie.from == network.seeker ? tie.to : tie.from
            var fact = facts[other] ?? Facts()
            fact.connected = [fact.connected, tie.since].compactMap(\.self).max()
            fact.how = fact.how ?? tie.how
            facts[other] = fact
        }
        for contact in network.interactions where contact.date.day <= today {
            for person in contact.people {
                var fact = facts[person] ?? Facts()
                fact.contacts += 1
                fact.lastWord = [fact.lastWord, contact.date.day].compactMap(\.self).max()
                facts[person] = fact
            }
        }
        self.facts = facts
        let chosen = network.people.filter { person in
            person.id != network.seeker && !person.doNotContact && filter.includes(person.tags)
                && (scope == .everyone || person.acquaintance == nil)
        }
        queue = chosen.stablySorted { person in
            -([facts[person.id]?.lastWord, facts[person.id]?.connected].compactMap(\.self).max()?.number
                ?? .min + 1)
        }.stablySorted { employers[$0.id]?.priority?.rawValue ?? "Z" }.map(\.id)
        for person in chosen { known[person.id] = person.acquaintance }
    }

    // MARK: What to show

    /// The person asked about.
    public struct Card: Sendable, Equatable {
        /// Who.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// The job title.
        public var title: String?
        /// The employer's name.
        public var company: String?
        /// How much the seeker wants to work there.
        public var priority: Company.Priority?
        /// Since when they are connected.
        public var connected: CalendarDay?
        /// The day of the last word.
        public var lastWord: CalendarDay?
        /// How many messages and talks there are.
        public var contacts: Int
        /// How they know each other.
        public var how: String?
        /// Tags.
        public var tags: [String]
        /// What the seeker has said.
        public var known: Acquaintance?
    }

    /// The person asked about; `nil` at the end.
    public var card: Card? {
        guard position < queue.count, let person = people[queue[position]] else { return nil }
        let employer = employers[person.id]
        let job = person.employments.last { $0.company == employer?.id }
        let facts = facts[person.id]
        return Card(
            person: person.id, name: person.name, title: job?.title ?? person.employments.last?.title,
            company: employer?.name, priority: employer.flatMap { priorities[$0.id] },
            connected: facts?.connected, lastWord: facts?.lastWord, contacts: facts?.contacts ?? 0,
            how: facts?.how,
            tags: tags[person.id] ?? [], known: known[person.id])
    }

    /// How many people of the queue stand at each answer.
    public var counts: [Acquaintance: Int] {
        queue.reduce(into: [:]) { counts, person in
            if let answer = known[person] { counts[answer, default: 0] += 1 }
        }
    }

    /// Whether the last person was passed.
    public var isOver: Bool { position >= queue.count }

    // MARK: Keys

    /// Says how well the seeker knows the person, and goes on.
    public mutating func answer(_ answer: Acquaintance) -> [TriageEntry] {
        guard let person = current else { return [] }
        let said = say(person, .acquaintance(answer), inverse: .acquaintance(known[person]))
        position += 1
        return said
    }

    /// Goes on without an answer.
    public mutating func skip() { if !isOver { position += 1 } }

    /// Goes back to the person before.
    public mutating func back() { if position > 0 { position -= 1 } }

    /// Wants the person's employer most, or as before the sitting wanted it; nothing without an employer.
    public mutating func toggleWanted() -> [TriageEntry] {
        guard let person = current, let employer = employers[person] else { return [] }
        let now = priorities[employer.id]
        let next: Company.Priority? = now != .a ? .a : employer.priority == .a ? nil : employer.priority
        return say(person, .priority(next), inverse: .priority(now))
    }

    /// Tags the person; nothing when they have the tag.
    public mutating func tag(_ tag: Tag) -> [TriageEntry] {
        guard let person = current, !(tags[person] ?? []).contains(where: { Tag($0) == tag }) else {
            return []
        }
        return say(person, .tag(tag), inverse: .untag(tag))
    }

    /// Takes back the last thing said, and goes back to the person it was about; nothing when nothing is left.
    public mutating func undo() -> [TriageEntry] {
        guard let last = undoable.popLast() else { return [] }
        apply(last.inverse)
        entries.append(last.inverse)
        position = last.position
        return [last.inverse]
    }

    /// Takes up a sitting that broke off. People who are not in this one any more are passed over.
    /// - Parameter earlier: What was said in it, in order.
    public mutating func resume(_ earlier: [TriageEntry]) {
        let places = Dictionary(uniqueKeysWithValues: queue.enumerated().map { ($0.element, $0.offset) })
        for entry in earlier where people[entry.person] != nil {
            let inverse = inverse(of: entry)
            apply(entry)
            entries.append(entry)
            if let place = places[entry.person] {
                undoable.append((place, TriageEntry(person: entry.person, answer: inverse)))
            }
        }
        position = queue.firstIndex { known[$0] == nil } ?? queue.count
    }

    private var current: PersonID? { isOver ? nil : queue[position] }

    private mutating func say(
        _ person: PersonID, _ answer: TriageAnswer, inverse: TriageAnswer
    ) -> [TriageEntry] {
        let entry = TriageEntry(person: person, answer: answer)
        undoable.append((position, TriageEntry(person: person, answer: inverse)))
        apply(entry)
        entries.append(entry)
        return [entry]
    }

    private func inverse(of entry: TriageEntry) -> TriageAnswer {
        switch entry.answer {
        case .acquaintance: .acquaintance(known[entry.person])
        case .priority: .priority(employers[entry.person].flatMap { priorities[$0.id] })
        case .tag(let tag): .untag(tag)
        case .untag(let tag): .tag(tag)
        }
    }

    private mutating func apply(_ entry: TriageEntry) {
        switch entry.answer {
        case .acquaintance(let answer): known[entry.person] = answer
        case .priority(let priority):
            if let employer = employers[entry.person] { priorities[employer.id] = priority }
        case .tag(let tag):
            if !(tags[entry.person] ?? []).contains(where: { Tag($0) == tag }) {
                tags[entry.person, default: []].append(tag.text)
            }
        case .untag(let tag): tags[entry.person]?.removeAll { Tag($0) == tag }
        }
    }
}
