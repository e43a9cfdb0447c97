import Playbook
public import ReferralGraph

/// Who has changed employers since a day, and how recent the sources are that say where people work.
///
/// Everything comes from the employments of the network: two sources compared leave a new employment that begins on the day
/// of the later one (``ReferralGraph/Employment/confirmed``), and what the user records has its own day.
public struct EmploymentChanges: Sendable, Equatable, Codable {
    /// What began or ended later counts.
    public var since: CalendarDay
    /// At companies with a priority first, those that joined before those that left; then by day, the latest first.
    public var changes: [EmploymentChange]
    /// The latest day on which an imported source said where anyone works; `nil` when none has.
    public var latestSource: CalendarDay?
    /// The days from ``latestSource`` to the day looked from.
    public var latestSourceAgeDays: Int?
    /// The day of the source before the latest.
    public var sourceBefore: CalendarDay?
    /// Who has a current employer that an earlier source confirmed and the latest one did not.
    public var unconfirmed: [PersonID]
    /// How many companies have a priority.
    public var wantedCount: Int

    /// The changes at companies with a priority.
    public var atWantedCompanies: [EmploymentChange] { changes.filter { $0.priority != nil } }
}

/// That someone has joined or left a company.
public struct EmploymentChange: Sendable, Equatable, Codable {
    /// Who.
    public var person: PersonID
    /// The person's name.
    public var name: String
    /// Rapport was best with this one.
    public var isStar: Bool
    /// Whether the seeker is in touch with them.
    public var isContact: Bool
    /// What kind of change.
    public var kind: Kind
    /// Where they were before; `nil` when that is not known.
    public var from: Place?
    /// Where they are now; `nil` when they left and no new place is known.
    public var to: Place?
    /// The job title at the new place.
    public var title: String?
    /// The first day on which the change is known to have happened.
    public var day: CalendarDay
    /// The last day on which a source still said the old place; the change came after it.
    public var after: CalendarDay?
    /// The last day on which a source confirmed the new place.
    public var confirmed: CalendarDay?
    /// How much the seeker wants to work at the company concerned: the new one, else the old one.
    public var priority: Company.Priority?
    /// The day by which a congratulation is due (playbook R1, *follow the star*); `nil` when none is.
    public var congratulateBy: CalendarDay?

    /// What can change.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// From one company to another.
        case moved
        /// To a company; where from is not known.
        case joined
        /// From a company; where to is not known.
        case left
    }

    /// A company.
    public struct Place: Sendable, Equatable, Codable {
        /// Which one.
        public var company: CompanyID
        /// Its name.
        public var name: String
        /// How much the seeker wants to work there.
        public var priority: Company.Priority?
    }
}

extension NetworkAnalysis {
    /// Who has changed employers since the end of a day.
    /// - Parameter day: The day; by default that of the source before the latest, or a year ago where there are no two.
    /// - Complexity: O(people + employments squared of each + steps).
    public func employmentChanges(since day: CalendarDay? = nil) -> EmploymentChanges {
        let today = asOf.day
        let others = network.people.filter { $0.id != network.seeker }
        let sources = Set(others.flatMap(\.employments).compactMap(\.confirmed).filter { $0 <= today })
            .sorted(by: >)
        let since = day ?? (sources.count > 1 ? sources[1] : today + -365)
        let congratulations = steps.filter { $0.rule == .followStar }.keyed(by: \.person, \.due)
        let listed = others.filter { shows($0.id) }
        let changes = listed.flatMap { person in
            self.changes(of: person, since: since, congratulateBy: congratulations[person.id])
        }
        return EmploymentChanges(
            since: since,
            changes: changes.stablySorted { change in
                let isWanted = change.priority != nil
                return OrderKey(
                    rank: isWanted ? (change.to?.priority != nil ? 0 : 1) : 2, day: -change.day.number)
            }, latestSource: sources.first, latestSourceAgeDays: sources.first.map { today - $0 },
            sourceBefore: sources.count > 1 ? sources[1] : nil,
            unconfirmed: listed.filter { person in
                let known = person.currentEmployments(on: today).compactMap(\.confirmed).max()
                return known.map { $0 < sources[0] } ?? false
            }.map(\.id), wantedCount: network.companies.count { $0.priority != nil })
    }

    private struct OrderKey: Comparable {
        var rank: Int
        var day: Int

        static func < (left: Self, right: Self) -> Bool { (left.rank, left.day) < (right.rank, right.day) }
    }

    private func changes(
        of person: Person, since: CalendarDay, congratulateBy: CalendarDay?
    ) -> [EmploymentChange] {
        let isRecent = { (day: CalendarDay) in day > since && day <= asOf.day }
        func change(
            _ kind: EmploymentChange.Kind, _ old: Employment?, _ new: Employment?, _ day: CalendarDay
        ) -> EmploymentChange {
            let (from, to) = (old.map { place($0.company) }, new.map { place($0.company) })
            let isNow = new.map { person.currentEmployments(on: asOf.day).contains($0) } ?? false
            return EmploymentChange(
                person: person.id, name: person.name, isStar: person.isStar, isContact: isContact(person.id),
                kind: kind, from: from, to: to, title: new?.title, day: day, after: old?.confirmed,
                confirmed: new?.confirmed, priority: to?.priority ?? from?.priority,
                congratulateBy: isNow ? congratulateBy : nil)
        }
        let arrivals = person.employments.compactMap { job -> EmploymentChange? in
            guard let day = job.from, isRecent(day) else { return nil }
            let before = person.employments.filter { old in
                old.company != job.company && old.to.map { $0 < day } ?? false
            }.latestFirst(\.to).first
            // A new title at the same company is no change of employers.
            let wasThere = person.employments.contains {
                $0.company == job.company && $0 != job && $0.holds(on: day + -1)
            }
            return wasThere ? nil : change(before == nil ? .joined : .moved, before, job, day)
        }
        let departures = person.employments.compactMap { job -> EmploymentChange? in
            guard let last = job.to, isRecent(last + 1) else { return nil }
            let goesOn = person.employments.contains { other in
                other != job && (other.from.map { $0 > last } ?? false)
                    || other.company == job.company && other != job && other.holds(on: last + 1)
            }
            return goesOn ? nil : change(.left, job, nil, last + 1)
        }
        return arrivals + departures
    }

    private func place(_ id: CompanyID) -> EmploymentChange.Place {
        let company = situation.index.position(of: id).map { network.companies[$0] }
        return EmploymentChange.Place(
            company: id, name: company?.name ?? id.text, priority: company?.priority)
    }
}
