package import GraphAlgorithms
package import ReferralGraph

/// What the playbook's rules look at: the network as known today, its history and threads, and the calendar.
package struct Situation: Sendable {
    package let network: ReferralNetwork
    package let asOf: Timestamp
    package let playbook: PlaybookPolicy
    /// Whether no words speak of rejections.
    package let isQuiet: Bool
    package let index: NetworkIndex
    package let history: ContactHistory
    let threads: [ConversationThread]
    /// Each node's working days.
    package let calendars: [WorkCalendar]
    /// Each node's clock and days.
    package let clocks: [LocalClock]
    /// The day asked about, for each node in that person's calendar.
    package let todayByNode: [CalendarDay]
    /// Where each node works now.
    package let employments: [Employment?]
    /// The position of the company where each node works now.
    package let employers: [Int?]
    /// Companies that are none, such as `Self-employed`.
    private let standIns: Set<CompanyID>
    /// The opportunities each node takes part in, by position.
    package let opportunitiesByNode: [[Int]]
    /// The opportunities at each company, by position.
    let rolesByCompany: [CompanyID: [Int]]
    /// The referrals that point to each node, by position, in the order of the network.
    package let referralsTo: [[Int]]
    /// The referrals each node gave, by position, in the order of the network.
    let referralsFrom: [[Int]]
    /// Who has a recorded tie with the seeker.
    let isTiedToSeeker: [Bool]
    /// The greatest recorded strength of a tie with the seeker, by node.
    let tieStrengths: [NodeID: Double]
    /// The talks that lie ahead, in time order.
    package let appointments: [Interaction]
    /// The policy's days between reminders, by tag.
    private let daysByTag: [Tag: Int]
    /// Where the seeker works now.
    private let ownEmployers: Set<CompanyID>

    /// - Parameters:
    ///   - network: Holds nothing later than `asOf`.
    ///   - appointments: The talks that lie ahead and were agreed upon, in time order.
    ///   - isQuiet: Whether no words speak of rejections.
    package init(
        network: ReferralNetwork, asOf: Timestamp, playbook: PlaybookPolicy,
        appointments: [Interaction] = [], isQuiet: Bool = false
    ) {
        self.isQuiet = isQuiet
        self.appointments = appointments
        self.network = network
        self.asOf = asOf
        self.playbook = playbook
        daysByTag = playbook.cadence.daysByTag
        let index = NetworkIndex(network)
        self.index = index
        let clocks = LocalClock.clocks(of: network.people)
        self.clocks = clocks
        history = ContactHistory(of: network, index: index, clocks: clocks)
        threads = ConversationThread.all(in: history, of: network)
        todayByNode = clocks.map { $0.day(of: asOf) }
        let employments = network.people.map { $0.employment(on: asOf.day) }
        self.employments = employments
        let employers = employments.map { $0.flatMap { index.position(of: $0.company) } }
        self.employers = employers
        calendars = WorkCalendar.calendars(
            of: network, keepsRegionalWeekends: playbook.keepsRegionalWeekends,
            keepsPublicHolidays: playbook.keepsPublicHolidays,
            restsBetweenTheYears: playbook.restsBetweenTheYears
        ) { position in
            employers[position].map { network.companies[$0] }
        }
        let standIns = Set(network.companies.lazy.filter { !$0.isEmployer }.map(\.id))
        self.standIns = standIns
        ownEmployers = Set(
            (network.people.first { $0.id == network.seeker }?.currentEmployments(on: asOf.day) ?? [])
                .map(\.company)
        ).subtracting(standIns)
        var takesPart = [[Int]](repeating: [], count: network.people.count)
        for position in network.opportunities.indices {
            let people =
                network.opportunities[position].participants.map(\.person)
                + network.opportunities[position].stages.flatMap(\.people)
            for node in Set(people.compactMap(index.node(of:))) { takesPart[Int(node)].append(position) }
        }
        opportunitiesByNode = takesPart
        rolesByCompany = Dictionary(grouping: network.opportunities.indices) {
            network.opportunities[$0].company
        }
        var referralsTo = [[Int]](repeating: [], count: network.people.count)
        var referralsFrom = referralsTo
        for (position, referral) in network.referrals.enumerated() {
            if let node = index.node(of: referral.to) { referralsTo[Int(node)].append(position) }
            if let node = index.node(of: referral.from) { referralsFrom[Int(node)].append(position) }
        }
        self.referralsTo = referralsTo
        self.referralsFrom = referralsFrom
        isTiedToSeeker = Self.tiesToSeeker(network, index)
        tieStrengths = Self.tieStrengths(network, index)
    }

    /// The situation in a network that differs little from that of another.
    /// - Parameters:
    ///   - situation: That of the other network, which has the same people in the same order, with the same names,
    ///     employments and referrals, and the same opportunities.
    ///   - network: Holds nothing later than the moment looked from.
    ///   - nodes: Everyone an interaction concerns that differs.
    package init(revising situation: Situation, network: ReferralNetwork, concerning nodes: Set<NodeID>) {
        self.network = network
        asOf = situation.asOf
        playbook = situation.playbook
        daysByTag = situation.daysByTag
        isQuiet = situation.isQuiet
        index = situation.index
        history = ContactHistory(
            revising: situation.history, concerning: nodes, of: network, index: index,
            clocks: situation.clocks)
        if nodes.isEmpty {
            threads = situation.threads
        } else {
            let concerned = nodes.flatMap { [history] in
                ConversationThread.threads(with: $0, in: history, of: network)
            }
            threads = (situation.threads.filter { !nodes.contains($0.node) } + concerned)
                .sorted { $0.node < $1.node }
        }
        calendars = situation.calendars
        clocks = situation.clocks
        todayByNode = situation.todayByNode
        employments = situation.employments
        employers = situation.employers
        standIns = situation.standIns
        opportunitiesByNode = situation.opportunitiesByNode
        rolesByCompany = situation.rolesByCompany
        referralsTo = situation.referralsTo
        referralsFrom = situation.referralsFrom
        isTiedToSeeker = Self.tiesToSeeker(network, index)
        tieStrengths = Self.tieStrengths(network, index)
        appointments = situation.appointments
        ownEmployers = situation.ownEmployers
    }

    private static func tieStrengths(_ network: ReferralNetwork, _ index: NetworkIndex) -> [NodeID: Double] {
        var strengths: [NodeID: Double] = [:]
        for tie in network.ties where tie.from == network.seeker || tie.to == network.seeker {
            guard let strength = tie.strength,
                let node = index.node(of: tie.from == network.seeker ? tie.to : tie.from)
            else { continue }
            strengths[node] = max(strengths[node] ?? strength, strength)
        }
        return strengths
    }

    private static func tiesToSeeker(_ network: ReferralNetwork, _ index: NetworkIndex) -> [Bool] {
        var isTied = [Bool](repeating: false, count: network.people.count)
        for tie in network.ties where tie.from == network.seeker || tie.to == network.seeker {
            let other = tie.from == network.seeker ? tie.to : tie.from
            if let node = index.node(of: other) { isTied[Int(node)] = true }
        }
        return isTied
    }

    package func today(for node: NodeID) -> CalendarDay { todayByNode[Int(node)] }
    package func calendar(of node: NodeID) -> WorkCalendar { calendars[Int(node)] }
    /// The seeker's working days; Monday to Friday when there is no seeker.
    package var ownCalendar: WorkCalendar {
        index.node(of: network.seeker).map(calendar) ?? WorkCalendar(holidays: network.holidays)
    }
    package func person(_ node: NodeID) -> Person { network.people[Int(node)] }
    package func id(of node: NodeID) -> PersonID { network.people[Int(node)].id }
    package func isStar(_ node: NodeID) -> Bool { network.people[Int(node)].isStar }
    /// Whether the seeker said that they do not know a node, and nothing since then says otherwise: no word, no role that is
    /// alive, no one who gave the name. Such a person is a stranger, whatever a list of connections says.
    /// - Complexity: O(touches of the person).
    package func isDeclaredStranger(_ node: NodeID) -> Bool {
        guard network.people[Int(node)].acquaintance == .unknown else { return false }
        return !(network.people[Int(node)].acquaintanceOn.map { wasTouched(node, since: $0) } ?? false)
            && !opportunitiesByNode[Int(node)].contains { network.opportunities[$0].isLive }
            && !referrals(to: node).contains { $0.declined == nil }
    }

    /// Whether the last word with a node was so long ago that re-acquaintance comes first (playbook R5).
    package func isLostSightOf(_ node: NodeID) -> Bool {
        history.lastTouch(with: node).map { today(for: node) - $0.day >= playbook.longGapDays } ?? false
    }
    /// The days between friendly reminders that a tag of the person's has in the policy; of several the fewest.
    package func reminderDaysByTag(_ node: NodeID) -> Int? {
        if daysByTag.isEmpty { return nil }
        return network.people[Int(node)].tags.compactMap { Tag($0).flatMap { daysByTag[$0] } }.min()
    }
    package func mustNotContact(_ node: NodeID) -> Bool { network.people[Int(node)].doNotContact }

    /// The day of a moment in a node's calendar.
    package func day(of moment: Timestamp, for node: NodeID) -> CalendarDay {
        clocks[Int(node)].day(of: moment)
    }

    /// What to call someone in a sentence: the first name; with a title and one name more, all of it (`Frau Keller`).
    package func firstName(_ node: NodeID) -> String {
        let name = network.people[Int(node)].name
        let words = name.split(separator: " ")
        let names = words.drop { PersonTitle.isOne($0) }
        guard let first = names.first else { return name }
        return names.count == words.count || names.count > 1 ? String(first) : name
    }

    /// Whether someone works where the seeker does now, and is not known to know of the search. Those who take part in a
    /// role there, as in a move within the company, know.
    package func isOwnColleague(_ node: NodeID) -> Bool {
        guard let company = employments[Int(node)]?.company, ownEmployers.contains(company) else {
            return false
        }
        return !network.people[Int(node)].knowsOfSearch
            && !opportunitiesByNode[Int(node)].contains { network.opportunities[$0].company == company }
    }

    /// The means of writing to someone: the one that served last if it is a written one, else whichever has an address, of
    /// those that they and their employer do not mind.
    /// - Parameter callsBack: Whether a call is answered by a call.
    package func channel(
        to node: NodeID, preferring last: Interaction.Channel?, callsBack: Bool = false
    ) -> Interaction.Channel {
        let avoided = avoided(by: node)
        if let last, !avoided.contains(last) {
            if last == .email || last == .message { return last }
            if last == .call, callsBack { return last }
        }
        let written: [Interaction.Channel] =
            network.people[Int(node)].emails.isEmpty
            ? [.message, .email] : [.email, .message]
        return (written + [.letter]).first { !avoided.contains($0) } ?? .letter
    }

    /// The means by which someone or their employer does not want to be contacted, or the seeker contacts no one.
    package func avoided(by node: NodeID) -> Set<Interaction.Channel> {
        let own = network.people[Int(node)].avoids
        let company = employers[Int(node)].map { network.companies[$0].avoids } ?? []
        if own.isEmpty, company.isEmpty, !playbook.avoidsCalls { return [] }
        return Set(own + company + (playbook.avoidsCalls ? [.call] : []))
    }

    /// Whether someone may be telephoned.
    package func mayCall(_ node: NodeID) -> Bool { !avoided(by: node).contains(.call) }

    private func setting(of node: NodeID) -> Company.Setting? {
        employers[Int(node)].flatMap { network.companies[$0].setting }
    }

    /// When someone can be telephoned, minutes after midnight, their time.
    package func callMinutes(of node: NodeID) -> Range<Int> {
        switch setting(of: node) {
        case .restaurant: playbook.restaurantCallsAtMinute..<playbook.restaurantCallsBeforeMinute
        case .shop: playbook.shopCallsAtMinute..<playbook.shopCallsBeforeMinute
        case .ward: playbook.wardCallsAtMinute..<playbook.wardCallsBeforeMinute
        case .school: playbook.schoolCallsAtMinute..<playbook.schoolCallsBeforeMinute
        case .site: playbook.siteCallsAtMinute..<playbook.siteCallsBeforeMinute
        case nil: playbook.callAtMinute..<playbook.callBeforeMinute
        }
    }

    /// When someone can be telephoned, in words: `before 9:00`, `between 14:00 and 16:00`.
    package func callHours(of node: NodeID) -> String {
        let minutes = callMinutes(of: node)
        return setting(of: node) == nil
            ? "before \(clock(minutes.upperBound))"
            : "between \(clock(minutes.lowerBound)) and \(clock(minutes.upperBound))"
    }

    /// What a touch was for, as far as it was recorded.
    package func purposes(of touch: Touch) -> [Interaction.Purpose] {
        touch.interaction.map { network.interactions[$0].purposes } ?? []
    }

    /// The conversation a touch belongs to, as the user named it.
    package func threadName(of touch: Touch) -> String? {
        touch.interaction.flatMap { network.interactions[$0].thread }
    }

    package func employment(of node: NodeID) -> Employment? { employments[Int(node)] }

    /// Where a node works now with others: an employment at an employer, not `Self-employed` and the like.
    package func workplace(of node: NodeID) -> Employment? {
        employment(of: node).flatMap { standIns.contains($0.company) ? nil : $0 }
    }

    /// The company a node works for now.
    package func company(of node: NodeID) -> Company? {
        employers[Int(node)].map { network.companies[$0] }
    }

    package func opportunityName(_ position: Int) -> String { network.opportunities[position].title }

    /// The opportunities at a company, in the order of the network.
    func roles(at company: CompanyID) -> [Opportunity] {
        rolesByCompany[company, default: []].map { network.opportunities[$0] }
    }

    /// The referrals to a node, in the order of the network.
    package func referrals(to node: NodeID) -> [Referral] {
        referralsTo[Int(node)].map { network.referrals[$0] }
    }

    /// The referrals a node gave, in the order of the network.
    package func referrals(from node: NodeID) -> [Referral] {
        referralsFrom[Int(node)].map { network.referrals[$0] }
    }

    /// When a node declined to be introduced to the seeker, unless someone has spoken since.
    package func declinedIntroduction(_ node: NodeID) -> CalendarDay? {
        referralsTo[Int(node)].lazy.compactMap { network.referrals[$0].declined }.max().flatMap { declined in
            wasTouched(node, since: declined + 1) ? nil : declined
        }
    }

    /// Why a node is not to be led to at all; `nil` for everybody else.
    package func closure(of node: NodeID) -> String? {
        if mustNotContact(node) { return "do not contact" }
        if let last = history.lastTouch(with: node), last.closes {
            return last.direction == .incoming
                ? "\(isQuiet ? "closed the thread" : "said no") on \(last.day)"
                : "you closed the thread on \(last.day)"
        }
        return declinedIntroduction(node).map {
            "\(isQuiet ? "not open to an introduction since" : "declined to be introduced on") \($0)"
        }
    }

    /// Whether anything passed between the seeker and a node on or after `day`, as far as `matches` cares.
    package func wasTouched(
        _ node: NodeID, since day: CalendarDay, _ matches: (Touch) -> Bool = { _ in true }
    )
        -> Bool
    {
        history.byNode[Int(node)].contains { position in
            let touch = history.touches[position]
            return touch.day >= day && matches(touch)
        }
    }
}

extension Interaction.Direction {
    /// Whether the other side spoke.
    package var hasTheirWord: Bool { self != .outgoing }
    /// Whether the seeker spoke.
    package var hasOurWord: Bool { self != .incoming }
}
