import Playbook
public import ReferralGraph

/// The companies of a network with what there is for the seeker: the wanted ones first, then those with most people.
public struct CompanyOverview: Sendable, Equatable {
    /// The companies that were asked for.
    public var rows: [Row]

    /// One company.
    public struct Row: Sendable, Equatable {
        /// Which one.
        public var company: CompanyID
        /// Its name.
        public var name: String
        /// How much the seeker wants to work there.
        public var priority: Company.Priority?
        /// How many people of the network work there now.
        public var now: Int
        /// How many used to work there, and no longer do.
        public var before: Int
        /// Roles posted there of late, the newest first.
        public var openings: [RecordedSignal]
        /// Other news, the newest first.
        public var news: [RecordedSignal]
    }
}

extension NetworkAnalysis {
    /// The companies of the network; what no one can work at is left out.
    /// - Parameter like: Words that all have to be in its name or in an alias; accents and letter case do not count.
    /// - Complexity: O(people + employments + text of the names).
    public func companyOverview(like: String = "") -> CompanyOverview {
        let words = SearchWords(like)
        var (now, before): ([CompanyID: Int], [CompanyID: Int]) = ([:], [:])
        for person in network.people where person.id != network.seeker && shows(person.id) {
            let current = Set(person.currentEmployments(on: asOf.day).map(\.company))
            for company in current { now[company, default: 0] += 1 }
            for company in Set(person.employments.map(\.company)).subtracting(current) {
                before[company, default: 0] += 1
            }
        }
        let newest = asOf.day + -policy.playbook.openingIsNewsForDays
        let rows = network.companies.filter { company in
            company.isEmployer
                && (words.isEmpty
                    || words.best(of: [(nil, company.name)] + company.aliases.map { (nil, $0) }) != nil)
        }.map { company -> CompanyOverview.Row in
            let signals = company.signals.map(RecordedSignal.init).latestFirst(\.date)
            return CompanyOverview.Row(
                company: company.id, name: company.name, priority: company.priority,
                now: now[company.id] ?? 0, before: before[company.id] ?? 0,
                openings: signals.filter { $0.kind == .openingPosted && $0.date >= newest },
                news: signals.filter { $0.kind != .openingPosted })
        }
        return CompanyOverview(
            rows: rows.enumerated().sorted { left, right in
                let (a, b) = (left.element, right.element)
                let (first, second) = (a.priority?.rawValue ?? "~", b.priority?.rawValue ?? "~")
                if first != second { return first < second }
                return a.now != b.now ? a.now > b.now : left.offset < right.offset
            }.map(\.element))
    }
}
