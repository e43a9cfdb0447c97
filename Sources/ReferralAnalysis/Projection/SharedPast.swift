import Playbook
public import ReferralGraph

/// An employer or a school that someone has in common with the seeker.
public struct SharedPast: Sendable, Equatable, Codable {
    /// What it is, and how much it says.
    public var kind: Kind
    /// The name of the employer or school.
    public var name: String
    /// The seeker's first day there; `nil` when unknown.
    public var from: CalendarDay?
    /// The seeker's last day there; `nil` while it lasts or when unknown.
    public var to: CalendarDay?
    /// The first day on which both were there; `nil` when the dates do not show it.
    public var togetherFrom: CalendarDay?
    /// The last day on which both were there, so far.
    public var togetherTo: CalendarDay?

    /// What two people can have in common, what says most first.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The dates show that they worked for one employer at the same time.
        case workedTogether = "worked-together"
        /// Both worked for one employer with few people on record; whether at the same time is inferred.
        case sameEmployer = "same-employer"
        /// The dates show that they studied at one school at the same time.
        case studiedTogether = "studied-together"
        /// Both studied at one school.
        case sameSchool = "same-school"
        /// They work or worked at the seeker's school.
        case worksAtSchool = "works-at-school"
        /// Both worked for one employer, at other times or among so many that it says little.
        case formerEmployer = "former-employer"
    }

    /// Whether they are taken for a former colleague; the ranking expects those to reply more often than people at large.
    public var isColleague: Bool { kind == .workedTogether || kind == .sameEmployer }
}

/// What everyone has in common with the seeker from earlier; who works where the seeker does now is a colleague, and the
/// playbook has rules of its own for them.
struct SharedPasts {
    private let byNode: [Int: [SharedPast]]

    /// The employers and schools of a node, what says most first.
    subscript(node: Int) -> [SharedPast] { byNode[node] ?? [] }

    /// - Parameter atMost: Up to how many people, the seeker left out, are recorded with an employer whose times are not
    ///   known for two of them to be taken for colleagues.
    /// - Complexity: O(people + employments).
    init(_ network: ReferralNetwork, asOf day: CalendarDay, companyAtMostPeople atMost: Int) {
        guard let seeker = network.people.first(where: { $0.id == network.seeker }) else {
            byNode = [:]
            return
        }
        let names = Dictionary(network.companies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        func employed(
            _ person: Person, where counts: (CompanyID) -> Bool = { _ in true }
        ) -> [CompanyID: [Stay]] {
            let jobs = person.employments.filter { counts($0.company) && $0.from.map { $0 <= day } ?? true }
            return jobs.reduce(into: [:]) { stays, job in
                stays[job.company, default: []].append(Stay(from: job.from, to: job.to.map { min($0, day) }))
            }
        }
        let own = employed(seeker).filter { id, _ in
            names[id].map { CompanyName($0.name).isEmployer } ?? false
        }
        let schools = Dictionary(grouping: seeker.education, by: { CompanyName($0.school) })
            .filter { !$0.key.key.isEmpty && $0.key.isEmployer }
        guard !own.isEmpty || !schools.isEmpty else {
            byNode = [:]
            return
        }
        let schoolOfCompany = Self.schools(Set(schools.keys), among: network.companies)
        var staff: [CompanyID: Int] = [:]
        var stays: [[CompanyID: [Stay]]] = []
        for person in network.people {
            let places =
                person.id == seeker.id
                ? [:] : employed(person) { own[$0] != nil || schoolOfCompany[$0] != nil }
            for company in places.keys where own[company] != nil { staff[company, default: 0] += 1 }
            stays.append(places)
        }
        var found: [Int: [SharedPast]] = [:]
        for (node, person) in network.people.enumerated() where person.id != seeker.id {
            var shared: [SharedPast] = []
            for (company, theirs) in stays[node] {
                let name = names[company]?.name ?? company.text
                if let mine = own[company], !Stay.isOfColleagues(mine, theirs, on: day) {
                    let isFew = staff[company, default: 0] <= atMost
                    shared.append(Self.employer(name, mine, theirs, day, isFew: isFew))
                }
                if let school = schoolOfCompany[company], let mine = schools[school] {
                    shared.append(Self.past(.worksAtSchool, mine[0].school, mine.map(Stay.init)))
                }
            }
            for (school, theirs) in Dictionary(grouping: person.education, by: { CompanyName($0.school) }) {
                guard let mine = schools[school] else { continue }
                let together = Stay.together(mine.map(Stay.init), theirs.map(Stay.init), day)
                var past = Self.past(
                    together == nil ? .sameSchool : .studiedTogether, mine[0].school, mine.map(Stay.init))
                (past.togetherFrom, past.togetherTo) = (together?.lowerBound, together?.upperBound)
                shared.append(past)
            }
            if !shared.isEmpty {
                found[node] = shared.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
            }
        }
        byNode = found
    }

    /// The companies that are one of the seeker's schools.
    private static func schools(
        _ schools: Set<CompanyName>, among companies: [Company]
    ) -> [CompanyID: CompanyName] {
        if schools.isEmpty { return [:] }
        return companies.reduce(into: [:]) { found, company in
            found[company.id] = ([company.name] + company.aliases).lazy.map { CompanyName($0) }
                .first(where: schools.contains)
        }
    }

    private static func employer(
        _ name: String, _ mine: [Stay], _ theirs: [Stay], _ day: CalendarDay, isFew: Bool
    ) -> SharedPast {
        if let together = Stay.together(mine, theirs, day) {
            var past = past(.workedTogether, name, mine)
            (past.togetherFrom, past.togetherTo) = (together.lowerBound, together.upperBound)
            return past
        }
        let mayHaveMet = mine.contains { stay in theirs.contains { stay.canMeet($0) } }
        return past(mayHaveMet && isFew ? .sameEmployer : .formerEmployer, name, mine)
    }

    /// What is shared, with the seeker's whole time there.
    private static func past(_ kind: SharedPast.Kind, _ name: String, _ mine: [Stay]) -> SharedPast {
        let firsts = mine.map(\.from)
        let lasts = mine.map(\.to)
        return SharedPast(
            kind: kind, name: name,
            from: firsts.contains(nil) ? nil : firsts.compactMap(\.self).min(),
            to: lasts.contains(nil) ? nil : lasts.compactMap(\.self).max())
    }
}

extension SharedPast {
    fileprivate var rank: Int { Kind.allCases.firstIndex(of: kind) ?? 0 }
}

/// A time at an employer or school.
private struct Stay {
    var from: CalendarDay?
    /// `nil` while it lasts or when unknown.
    var to: CalendarDay?

    init(from: CalendarDay?, to: CalendarDay?) { (self.from, self.to) = (from, to) }

    init(_ education: Education) { self.init(from: education.from, to: education.to) }

    /// The longest time, up to a day, of which the dates show that both were there; both beginnings have to be known.
    static func together(
        _ mine: [Stay], _ theirs: [Stay], _ day: CalendarDay
    ) -> ClosedRange<CalendarDay>? {
        let spans = mine.flatMap { stay in
            theirs.compactMap { other -> ClosedRange<CalendarDay>? in
                guard let first = stay.from, let second = other.from else { return nil }
                let (start, end) = (max(first, second), min(stay.to ?? day, other.to ?? day))
                return start <= end ? start...end : nil
            }
        }
        return spans.max {
            ($0.upperBound - $0.lowerBound, $1.lowerBound) < ($1.upperBound - $1.lowerBound, $0.lowerBound)
        }
    }

    /// Whether both are there on a day.
    static func isOfColleagues(_ mine: [Stay], _ theirs: [Stay], on day: CalendarDay) -> Bool {
        [mine, theirs].allSatisfy { $0.contains { $0.to.map { $0 >= day } ?? true } }
    }

    /// Whether the known dates leave open that both were there at the same time.
    func canMeet(_ other: Stay) -> Bool {
        func isOver(_ stay: Stay, before next: Stay) -> Bool {
            guard let end = stay.to, let start = next.from else { return false }
            return end < start
        }
        return !isOver(self, before: other) && !isOver(other, before: self)
    }
}
