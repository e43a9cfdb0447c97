import GraphAlgorithms
public import Playbook
public import ReferralGraph

/// The people of a network as one looks someone up: chosen, put in order, and shown a part at a time.
public struct PeopleDirectory: Sendable, Equatable, Codable {
    /// How many people fit.
    public var count: Int
    /// The place of the first row among them, from 0.
    public var first: Int
    /// The part of them that was asked for, in order.
    public var rows: [Row]

    /// One person.
    public struct Row: Sendable, Equatable, Codable {
        /// Who.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// The current job title.
        public var title: String?
        /// The current employer's name.
        public var company: String?
        /// Where the words were found, when not in the name: the field and its text.
        public var found: String?
        /// The place in the call list; `nil` for someone who is not in it.
        public var rank: Int?
        /// The step that is due; `nil` where none is.
        public var due: DueStep?
        /// The first step whose day has not come; `nil` where something is due, or nothing is planned.
        public var upcoming: DueStep?
        /// The day of the last contact; `nil` when there was none.
        public var lastContact: CalendarDay?
        /// Not to be contacted.
        public var doNotContact: Bool
        /// Rapport was best with this one.
        public var isStar: Bool
        /// Tags.
        public var tags: [String]
    }

    /// Who to list, and in what order.
    public struct Query: Sendable, Equatable {
        /// Words that have to be in one field of what is recorded about a person; empty for no matter which.
        public var words: String
        /// Words that have to be in the name of the current employer; empty for no matter which.
        public var company: String
        /// By tags.
        public var tags: TagFilter
        /// By how things stand.
        public var part: Part
        /// The order.
        public var order: Order

        /// Asks for everyone, unless something is said.
        public init(
            words: String = "", company: String = "", tags: TagFilter = TagFilter(), part: Part = .everyone,
            order: Order = .callList
        ) {
            self.words = words
            self.company = company
            self.tags = tags
            self.part = part
            self.order = order
        }
    }

    /// How things stand with the people listed.
    public enum Part: String, Sendable, CaseIterable {
        /// However they stand.
        case everyone
        /// A step of the playbook is due.
        case due
        /// A thread has stalled.
        case stalled
        /// There was never a word.
        case neverContacted = "never-contacted"
    }

    /// The order of a list.
    public enum Order: String, Sendable, CaseIterable {
        /// The call list's, then everyone who is not in it; with words, who fits them better first.
        case callList = "rank"
        /// By name.
        case name
        /// The latest contact first.
        case lastContact = "last-contact"
    }
}

extension NetworkAnalysis {
    /// The people of a network except the seeker, chosen and in order.
    /// - Parameter rows: Which of them to show, given how many fit.
    /// - Complexity: O(text about people + people log people + steps).
    public func directory(
        _ query: PeopleDirectory.Query, showing rows: (_ count: Int) -> Range<Int>
    ) -> PeopleDirectory {
        let words = SearchWords(query.words)
        let employer = SearchWords(query.company)
        let listed = Dictionary(callList.due.map { ($0.node, ($0.row, $0.step)) }) { first, _ in first }
        let stalled = Set(stalledThreads.threads.lazy.filter { $0.kind != .closed }.map(\.person))
        var found: [Found] = []
        for (position, person) in network.people.enumerated() where person.id != network.seeker {
            guard shows(person.id), let node = situation.index.node(of: person.id),
                query.tags.isEmpty || query.tags.includes(person.tags)
            else { continue }
            let (row, step) = (listed[node]?.0, listed[node]?.1)
            let last = situation.history.lastTouch(with: node)?.day
            switch query.part {
            case .everyone: break
            case .due: if step == nil { continue }
            case .stalled: if !stalled.contains(person.id) { continue }
            case .neverContacted: if last != nil { continue }
            }
            if !employer.isEmpty {
                guard let name = situation.company(of: node)?.name, employer.rank(in: name) != nil else {
                    continue
                }
            }
            var one = Found(position: position, node: node, fit: 0, row: row, step: step, last: last)
            if !words.isEmpty {
                guard let best = words.best(of: searchFields(of: person)) else { continue }
                (one.fit, one.words) = (best.rank, best.found)
            }
            found.append(one)
        }
        let shown = rows(found.count).clamped(to: found.indices)
        let page = sorted(found, by: query.order)[shown]
        let chosen = Set(page.map { situation.id(of: $0.node) })
        var next: [PersonID: DueStep] = [:]
        for step in steps where chosen.contains(step.person) {
            if let earlier = next[step.person], earlier.earliest <= step.earliest { continue }
            next[step.person] = step
        }
        return PeopleDirectory(
            count: found.count, first: shown.lowerBound, rows: page.map { row($0, next: next) })
    }

    /// Someone who fits.
    private struct Found {
        var position: Int
        var node: NodeID
        var fit: Int
        var words: String?
        var row: Int?
        var step: DueStep?
        var last: CalendarDay?
    }

    private func sorted(_ found: [Found], by order: PeopleDirectory.Order) -> [Found] {
        switch order {
        case .callList:
            return found.sorted {
                ($0.fit, $0.row ?? .max, $0.position) < ($1.fit, $1.row ?? .max, $1.position)
            }
        case .lastContact:
            return found.sorted {
                (-($0.last?.number ?? .min + 1), $0.position) < (-($1.last?.number ?? .min + 1), $1.position)
            }
        case .name:
            return found.map { (foldedName(network.people[$0.position].name), $0) }
                .sorted { ($0.0, $0.1.position) < ($1.0, $1.1.position) }.map(\.1)
        }
    }

    private func row(_ found: Found, next: [PersonID: DueStep]) -> PeopleDirectory.Row {
        let person = network.people[found.position]
        return PeopleDirectory.Row(
            person: person.id, name: person.name, title: situation.employment(of: found.node)?.title,
            company: situation.company(of: found.node)?.name, found: found.words,
            rank: found.row.map { $0 + 1 }, due: found.step,
            upcoming: found.step == nil ? next[person.id] : nil, lastContact: found.last,
            doNotContact: person.doNotContact, isStar: person.isStar, tags: person.tags)
    }
}
