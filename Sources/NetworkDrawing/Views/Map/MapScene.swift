import Playbook
import ReferralAnalysis
import ReferralGraph

/// What a map shows, before anything is known of how it is drawn.
struct MapScene {
    /// The largest first, those without a company last.
    var regions: [Region] = []
    /// How many ties and referrals lead from one region to another, the strongest pair first.
    var links: [Link] = []
    /// The companies too small for a region of their own.
    var gatheredCount = 0

    /// The people of one company, or of several small ones.
    struct Region {
        var id: String
        var name: String
        /// Those to contact next by rank, then the others by what a call to them is worth.
        var people: [Dot] = []
        var reachedCount: Int { people.count { $0.isReached } }
    }

    /// A person.
    struct Dot {
        var person: PersonID
        var name: String
        var isReached: Bool
        var standing: NetworkScene.Standing
        var rank: Int?
    }

    /// All ties between two regions.
    struct Link: Equatable {
        /// The smaller position in `regions`.
        var first: Int
        var second: Int
        var tieCount: Int
        var referralCount: Int

        var count: Int { tieCount + referralCount }
    }

    /// More companies than that make a carpet; in a large network there is room for more.
    private static let mostCompanies = 80
    private static let mostCompaniesOfThousands = 120
    private static let thousands = 5_000
    /// The sizes of companies that share a region, where there are too many.
    private static let classes = [21...Int.max, 6...20, 2...5, 1...1]
    private static let sweeps = 5

    /// - Complexity: O((people + ties) log people).
    init(_ analysis: NetworkAnalysis, options: DrawingOptions) {
        let network = analysis.network
        let today = analysis.asOf.day
        let names = network.companies.keyed(by: \.id, \.name)
        let pairs =
            network.ties.map { ($0.from, $0.to, isReferral: false) }
            + network.referrals.map { ($0.from, $0.to, isReferral: true) }
        let employers = Self.employers(
            of: network, today: today, known: Set(names.keys), pairs: pairs.map { ($0.0, $0.1) })
        var sizes: [CompanyID: Int] = [:]
        for person in network.people where person.id != network.seeker {
            if let company = employers[person.id] { sizes[company, default: 0] += 1 }
        }
        let order = sizes.keys.sorted { (-(sizes[$0] ?? 0), $0.text) < (-(sizes[$1] ?? 0), $1.text) }
        let most = network.people.count > Self.thousands ? Self.mostCompaniesOfThousands : Self.mostCompanies
        let own = Array(order.prefix(most))
        let rest = order.dropFirst(most)
        gatheredCount = rest.count
        regions = own.map { Region(id: "c_\($0)", name: names[$0] ?? $0.text) }
        var positions = Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, $0) })
        for sizeClass in Self.classes {
            let companies = rest.filter { sizeClass.contains(sizes[$0] ?? 0) }
            guard let largest = companies.first.flatMap({ sizes[$0] }) else { continue }
            for company in companies { positions[company] = regions.count }
            regions.append(
                Region(
                    id: "others_\(sizeClass.lowerBound)",
                    name: Self.name(companies.count, sizeClass.lowerBound...largest)))
        }
        let dots = Self.dots(analysis, options: options)
        var regionOf: [PersonID: Int] = [:]
        var loose = Region(id: "none", name: "No company recorded")
        for dot in dots {
            if let position = employers[dot.person].flatMap({ positions[$0] }) {
                regions[position].people.append(dot)
                regionOf[dot.person] = position
            } else {
                loose.people.append(dot)
            }
        }
        if !loose.people.isEmpty {
            for dot in loose.people { regionOf[dot.person] = regions.count }
            regions.append(loose)
        }
        // A region of many companies would be tied to all the others.
        links = Self.links(pairs, regionOf: regionOf.filter { $0.value < own.count })
    }

    private static func name(_ count: Int, _ sizes: ClosedRange<Int>) -> String {
        if sizes.upperBound == 1 { return counted(count, "one-person company", "one-person companies") }
        let companies = counted(count, "company", "companies")
        return sizes.count == 1
            ? "\(companies) of \(sizes.lowerBound)"
            : "\(companies) of \(sizes.lowerBound)–\(sizes.upperBound)"
    }

    /// Where everybody works; someone without an employer goes where most of those work who know them.
    ///
    /// Label propagation (Raghavan, Albert and Kumara 2007) in the order of the network with the labels of the sweep
    /// before, so that the result depends on neither chance nor order; those with an employer keep it.
    private static func employers(
        of network: ReferralNetwork, today: CalendarDay, known: Set<CompanyID>, pairs: [(PersonID, PersonID)]
    ) -> [PersonID: CompanyID] {
        var employers: [PersonID: CompanyID] = [:]
        var homeless: Set<PersonID> = []
        for person in network.people where person.id != network.seeker {
            if let company = person.employment(on: today)?.company, known.contains(company) {
                employers[person.id] = company
            } else {
                homeless.insert(person.id)
            }
        }
        guard !homeless.isEmpty else { return employers }
        var neighbors: [PersonID: [PersonID]] = [:]
        for (left, right) in pairs where left != network.seeker && right != network.seeker {
            if homeless.contains(left) { neighbors[left, default: []].append(right) }
            if homeless.contains(right) { neighbors[right, default: []].append(left) }
        }
        for _ in 0..<sweeps {
            var next = employers
            for person in homeless {
                var votes: [CompanyID: Int] = [:]
                for neighbor in neighbors[person] ?? [] {
                    if let company = employers[neighbor] { votes[company, default: 0] += 1 }
                }
                let best = votes.min { (-$0.value, $0.key.text) < (-$1.value, $1.key.text) }
                if let best { next[person] = best.key }
            }
            if next == employers { break }
            employers = next
        }
        return employers
    }

    /// Everybody: the head of the call list first, then by value, then in the order of the network.
    private static func dots(_ analysis: NetworkAnalysis, options: DrawingOptions) -> [Dot] {
        let ranks = analysis.nextContacts(first: max(0, options.badgesAtMost)).contacts
            .keyed(by: \.person, \.rank)
        let standings = OpportunityStanding.byPerson(in: analysis.network)
        let stalled = Set(analysis.stalledThreads.threads.filter { $0.kind != .closed }.map(\.person))
        let people = analysis.network.people.filter { $0.id != analysis.network.seeker }
        let keys = people.enumerated().map { position, person in
            (ranks[person.id] ?? .max, -analysis.value(of: person.id), position)
        }
        return keys.sorted(by: <).map { rank, _, position in
            let person = people[position]
            let standing: NetworkScene.Standing =
                standings[person.id]?.offer != nil
                ? .offer
                : stalled.contains(person.id)
                    ? .stalled : standings[person.id]?.rejection != nil ? .rejected : .plain
            return Dot(
                person: person.id, name: person.name, isReached: analysis.isContact(person.id),
                standing: standing, rank: rank == .max ? nil : rank)
        }
    }

    private static func links(
        _ pairs: [(PersonID, PersonID, isReferral: Bool)], regionOf: [PersonID: Int]
    ) -> [Link] {
        struct Pair: Hashable {
            var first: Int
            var second: Int
        }
        var links: [Pair: Link] = [:]
        for (left, right, isReferral) in pairs {
            guard let one = regionOf[left], let other = regionOf[right], one != other else { continue }
            let pair = Pair(first: min(one, other), second: max(one, other))
            var link =
                links[pair] ?? Link(first: pair.first, second: pair.second, tieCount: 0, referralCount: 0)
            if isReferral { link.referralCount += 1 } else { link.tieCount += 1 }
            links[pair] = link
        }
        return links.values.sorted { (-$0.count, $0.first, $0.second) < (-$1.count, $1.first, $1.second) }
    }
}
