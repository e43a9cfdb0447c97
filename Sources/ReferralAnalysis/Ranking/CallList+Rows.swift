import GraphAlgorithms
import Playbook
import PublicHolidays
public import RankingModel
import ReferralGraph

/// The rows of the list, explained.
extension CallList {
    /// Lists these people only; everyone keeps their rank.
    mutating func show(_ people: Set<PersonID>) {
        shown = Set(people.compactMap(situation.index.node(of:)))
        withheld.removeAll { !people.contains($0.person) }
        steps.removeAll { !people.contains($0.person) }
    }

    private func isShown(_ node: NodeID) -> Bool { shown?.contains(node) ?? true }

    /// The list with its first `limit` rows explained.
    /// - Complexity: O(rows log degree + steps).
    func report(first limit: Int = .max) -> NextContacts { report(Array(shownRows.prefix(limit))) }

    /// The positions of the rows that are listed.
    var shownRows: [Int] { candidates.indices.filter { isShown(candidates[$0].node) } }

    /// The rows at some positions, and what goes with the whole list.
    func report(_ rows: [Int]) -> NextContacts {
        NextContacts(
            contacts: rows.map(contact(at:)), contactCount: shownRows.count, dueCount: dueCount,
            unknown: unknownContacts,
            bookkeeping: steps.filter { step in
                !step.isContact
                    && (situation.index.node(of: step.person).map {
                        step.earliest <= situation.today(for: $0)
                    } ?? false)
            },
            withheld: withheld, replyRecord: ranking.record, caveats: caveats())
    }

    /// Who is in the list, in its order, and what is due with each.
    var due: [(row: Int, node: NodeID, step: DueStep?)] {
        shownRows.map { ($0, candidates[$0].node, candidates[$0].due) }
    }

    /// Where a person stands: the row in the list, or why there is none; neither for the seeker.
    func place(of node: NodeID) -> (contact: NextContact?, withheld: WithheldContact?) {
        (
            candidates.firstIndex { $0.node == node }.map(contact(at:)),
            withheld.first { $0.person == situation.id(of: node) }
        )
    }

    /// The rank of a person; `nil` for someone left out.
    /// - Complexity: O(rows).
    func rank(of node: NodeID) -> Int? { candidates.firstIndex { $0.node == node }.map { $0 + 1 } }

    /// The step for which a person is in the list; `nil` for people who are there by value, or not at all.
    /// - Complexity: O(rows).
    func dueStep(with node: NodeID) -> DueStep? { candidates.first { $0.node == node }?.due }

    /// A row of the list, explained.
    /// - Complexity: O(log degree).
    func contact(at position: Int) -> NextContact {
        let candidate = candidates[position]
        let node = candidate.node
        let person = situation.person(node)
        let worth = ranking.worth(of: node)
        let employment = situation.employment(of: node)
        var action =
            candidate.due?.action
            ?? Opener(situation: situation, ranking: ranking).action(for: node, worth: worth)
        if action.channel == .call, let hour = action.hour, let own = situation.ownHour(for: node) {
            action.hour = "\(hour); from \(own) by your clock"
        }
        let workingDay = situation.calendar(of: node).businessDay(onOrAfter: situation.today(for: node))
        let isOff = workingDay > situation.today(for: node)
        return NextContact(
            rank: position + 1, person: person.id, name: person.name, title: employment?.title,
            company: situation.company(of: node)?.name, isDue: candidate.due != nil,
            rules: candidate.due == nil && situation.isLostSightOf(node)
                ? [.longGap] : ([candidate.due].compactMap(\.self) + candidate.alsoDue).map(\.rule).uniqued(),
            day: candidate.standing ?? workingDay,
            callFrom: candidate.due != nil && action.channel == .call && isOff ? workingDay : nil,
            action: action, parts: candidate.parts.isEmpty ? nil : candidate.parts,
            alsoDue: candidate.alsoDue, worth: worth, basis: basis(of: node, step: candidate.due),
            holiday: situation.calendar(of: node).publicHoliday(on: situation.today(for: node)))
    }

    /// What brings a person into a list: the step where there is one, else how things stand with them.
    func basis(of node: NodeID, step: DueStep?) -> ContactBasis {
        if let step { return .step(step) }
        if unknownPeople.contains(node) {
            return .unknown(isConnected: ranking.projection.isContact[Int(node)])
        }
        guard ranking.projection.isContact[Int(node)] else { return .stranger }
        return .worth(
            lastContact: situation.history.lastTouch(with: node)?.day,
            shared: ranking.sharedPasts[Int(node)].first, known: situation.person(node).acquaintance)
    }

    /// A note that the public holidays of this day are not in the table; `nil` when they are, and when no one's region is known.
    /// - Complexity: O(people).
    private func holidayYearsPassed() -> String? {
        var seen: [String: HolidayRegion] = [:]
        var last: HolidayRegion?
        for region in situation.calendars.lazy.compactMap(\.region) where region !== last {
            last = region
            seen[region.code] = region
        }
        let year = situation.asOf.day.parts.year
        let unknown = seen.values.filter { !$0.years.contains(year) }.sorted { $0.code < $1.code }
        guard let first = unknown.first else { return nil }
        let others = unknown.count == 1 ? "" : " and \(unknown.count - 1) more"
        return "public holidays in \(first.name)\(others) are built in for \(first.years.lowerBound) to "
            + "\(first.years.upperBound) only; `rebound add holiday DAY` adds those of \(year)"
    }

    private func caveats() -> [String] {
        var caveats: [String] = []
        if let caveat = ranking.record.caveat { caveats.append(caveat) }
        if let missing = situation.network.missingGoal { caveats.append(missing) }
        if ranking.projection.inferredTieCount > 0 {
            let count = ranking.projection.inferredTieCount
            caveats.append(
                count == 1
                    ? "1 acquaintance is guessed from a shared employer"
                    : "\(count) acquaintances are guessed from shared employers")
        }
        if let years = holidayYearsPassed() { caveats.append(years) }
        return caveats
    }
}

extension ReplyRecord {
    /// How to read the probabilities while they are not calibrated; `nil` once they are.
    public var caveat: String? {
        guard !isCalibrated else { return nil }
        let settled =
            switch asks {
            case 0: "none of your requests has an outcome yet"
            case 1:
                "only 1 of your requests has an outcome so far (\(answers == 1 ? "answered" : "not answered"))"
            default: "only \(asks) of your requests have an outcome so far (\(answers) answered)"
            }
        return settled
            + "; until there are about \(asksUntilCalibrated), trust the order, not the percentages"
    }
}
