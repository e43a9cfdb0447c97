internal import Foundations
internal import NetworkFiles
internal import ReferralGraph

/// Who or what an edit is about.
enum Subject: Equatable {
    case person(PersonID)
    case company(CompanyID)
    case opportunity(OpportunityID)
}

/// An edit that is being made: the changed network, and sentences on what has changed.
struct EditDraft {
    var network: ReferralNetwork
    let now: Timestamp
    private(set) var changes: [String] = []
    private(set) var people: [PersonID] = []

    init(network: ReferralNetwork, now: Timestamp) {
        self.network = network
        self.now = now
    }

    var today: CalendarDay { now.day }

    /// Adds a sentence on what has changed; names in it may have had line breaks.
    mutating func say(_ change: String) { changes.append(oneLine(change) ?? change) }

    /// Adds a sentence that is the edit's summary, too.
    mutating func said(_ change: String) -> String {
        say(change)
        return change
    }

    mutating func concern(_ ids: [PersonID]) {
        for id in ids where id != network.seeker && !people.contains(id) { people.append(id) }
    }

    // MARK: Finding

    func person(_ text: String) throws(EditError) -> PersonID {
        try resolved(text, .person, { PersonQuery($0).match(in: network) }, name: { name(of: $0) }) {
            "\($0.name) (\($0.id))"
        }
    }

    /// Someone else than the seeker.
    func other(_ text: String, verb: String) throws(EditError) -> PersonID {
        let id = try person(text)
        if id == network.seeker { throw .aboutTheSeeker(verb: verb) }
        return id
    }

    func company(_ text: String) throws(EditError) -> CompanyID {
        try resolved(text, .company, { CompanyQuery($0).match(in: network) }, name: { name(of: $0) }) {
            "\($0.name) (\($0.id))"
        }
    }

    func opportunity(_ text: String) throws(EditError) -> OpportunityID {
        try resolved(
            text, .opportunity, { OpportunityQuery($0).match(in: network) }, name: { title(of: $0) }
        ) { role in
            let stage = role.currentStage.map { ", \($0.stage.words)" } ?? ""
            return "\(role.title) at \(name(of: role.company)) (\(role.id)\(stage))"
        }
    }

    /// Who or what a name means; the person before the company before the opportunity where several have it equally.
    func subject(_ text: String, verb: String) throws(EditError) -> Subject {
        for looseness in [NameLooseness.whole, .words] {
            if PersonQuery(text).match(in: network, looseness: looseness).findsAny {
                return .person(try other(text, verb: verb))
            }
            if CompanyQuery(text).match(in: network, looseness: looseness).findsAny {
                return .company(try company(text))
            }
            if OpportunityQuery(text).match(in: network, looseness: looseness).findsAny {
                return .opportunity(try opportunity(text))
            }
        }
        if isBlank(text) { throw .blank(field: "the name") }
        var suggestion: String?
        if case .none(let near) = PersonQuery(text).match(in: network) { suggestion = near }
        if case .none(let near) = CompanyQuery(text).match(in: network) { suggestion = suggestion ?? near }
        if case .none(let near) = OpportunityQuery(text).match(in: network) {
            suggestion = suggestion ?? near
        }
        throw .noMatch(.anything, text: text, suggestion: suggestion)
    }

    /// What a user named one after the other, each once; the last of them is a note when nothing is called so.
    func named<Found: Equatable>(
        _ words: [String], note: String? = nil, _ find: (String) throws(EditError) -> Found
    ) throws(EditError) -> (found: [Found], note: String?) {
        if words.isEmpty { throw .blank(field: "the name") }
        var found: [Found] = []
        for (place, word) in words.enumerated() {
            do throws(EditError) {
                let next = try find(word)
                if !found.contains(next) { found.append(next) }
            } catch {
                guard place > 0, note == nil, case .noMatch(_, _, let near) = error else { throw error }
                // One word that is nearly a name is a slip of the finger rather than a note.
                let suggestion = word.contains(where: \.isWhitespace) ? nil : near
                if place == words.count - 1, suggestion == nil { return (found, word) }
                throw .neitherNameNorNote(word, suggestion: suggestion)
            }
        }
        return (found, note)
    }

    private func resolved<Entity>(
        _ text: String, _ kind: EntityKind, _ match: (String) -> NameMatch<Entity>,
        name: (Identifier<Entity>) -> String, caption: (Entity) -> String
    ) throws(EditError) -> Identifier<Entity> {
        switch match(text) {
        case .one(let id): return id
        case .several(let found):
            throw .ambiguous(kind, text: text, candidates: found.map(caption))
        case .none(var suggestion):
            if isBlank(text) { throw .blank(field: "the \(kind.rawValue)") }
            // The near spelling may be of a part of a name: say whose.
            if let near = suggestion, case .one(let id) = match(near) { suggestion = name(id) }
            throw .noMatch(kind, text: text, suggestion: suggestion)
        }
    }

    // MARK: Places and names. The identifiers come from the network, so there is always a place.

    func index(of id: PersonID) -> Int { network.people.firstIndex { $0.id == id }! }
    func index(of id: CompanyID) -> Int { network.companies.firstIndex { $0.id == id }! }
    func index(of id: OpportunityID) -> Int { network.opportunities.firstIndex { $0.id == id }! }
    func name(of id: PersonID) -> String { network.people[index(of: id)].name }
    func name(of id: CompanyID) -> String { network.companies[index(of: id)].name }
    func title(of id: OpportunityID) -> String { "“\(network.opportunities[index(of: id)].title)”" }
    func names(of ids: [PersonID]) -> String { ids.map { name(of: $0) }.joined(separator: ", ") }

    // MARK: Checking

    /// When a fact happened that the user dated `moment`, or did not date.
    func past(_ moment: Timestamp?) throws(EditError) -> Timestamp {
        let moment = moment ?? now
        if moment.isLater(than: now) { throw .inTheFuture(moment, now: now) }
        return moment
    }

    /// The day of a fact.
    func past(_ day: CalendarDay?) throws(EditError) -> CalendarDay {
        let day = day ?? today
        if day > today { throw .inTheFuture(Timestamp(day), now: now) }
        return day
    }

    /// The last day of something that began on another.
    func end(_ day: CalendarDay?, notBefore first: CalendarDay) throws(EditError) -> CalendarDay? {
        if let day, day < first {
            throw .invalid(
                field: "last day", text: "\(day)", expected: "a day from \(first) on",
                hint: "correct one of the two days")
        }
        return day
    }

    func check(_ check: FieldCheck, _ field: String, _ text: String) throws(EditError) {
        if let refusal = check.refusal {
            throw .invalid(field: field, text: text, expected: refusal.expected, hint: refusal.hint)
        }
    }
}
