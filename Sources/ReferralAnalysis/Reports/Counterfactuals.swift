import GraphAlgorithms
import Playbook
import RankingModel
import ReferralGraph

extension NetworkAnalysis {
    /// The changes worth trying for a person, from a word more or less to news of the company.
    /// - Complexity: O(size of the network) for each, when it is asked for.
    func counterfactuals(about node: NodeID) -> [() -> Counterfactual?] {
        let person = judged.id(of: node)
        let aboutPerson: [() -> Counterfactual?] = [
            { answered(node) }, { moved(node, by: -1) }, { moved(node, by: 1) }, { moved(node, by: -7) },
            { moved(node, by: 7) }, { unansweredAsk(node) }, { withoutWord(node) }, { wrote(node) },
            { withoutTie(node) }, { tie(node) }, { star(person) },
        ]
        guard let company = judged.company(of: node) else { return aboutPerson }
        let department = judged.employment(of: node)?.department
        return aboutPerson + [
            { opening(at: company, department: department) }, { withoutOpening(at: company) },
            { freeze(at: company) }, { choice(.a, at: company) }, { choice(.c, at: company) },
        ]
    }

    /// - Parameter nodes: Everyone an interaction concerns that is otherwise.
    private func change(
        _ kind: RankChange.Kind, _ condition: String, day: CalendarDay? = nil, through: PersonID? = nil,
        concerning nodes: Set<NodeID> = [], _ edit: (inout ReferralNetwork) -> Void
    ) -> Counterfactual {
        var network = judged.network
        edit(&network)
        return Counterfactual(
            kind: kind, condition: condition, day: day, through: through, network: network, concerned: nodes)
    }

    /// Everyone the interaction at a position concerns.
    private func people(in position: Int) -> Set<NodeID> {
        Set(judged.network.interactions[position].people.compactMap(judged.index.node(of:)))
    }

    // MARK: Words

    /// The ask that waits for an answer, answered on the next business day, so that it is the seeker's turn.
    private func answered(_ node: NodeID) -> Counterfactual? {
        let touches = judged.history.touches(with: node)
        guard let ask = touches.reversed().prefix(while: { !$0.direction.hasTheirWord }).first(where: \.isAsk)
        else { return nil }
        let day = min(judged.calendar(of: node).day(1, businessDaysAfter: ask.day), asOf.day)
        return change(.answered, "they had answered on \(day)", day: day, concerning: [node]) { network in
            network.interactions.append(
                Interaction(
                    date: Timestamp(day), people: [judged.id(of: node)], channel: ask.channel,
                    direction: .incoming, purposes: [.update], thread: judged.threadName(of: ask),
                    opportunity: ask.opportunity.map { network.opportunities[$0].id },
                    expectsReply: true))
        }
    }

    /// An ask that is settled by now, or as old as the last touch allows.
    private func unansweredAsk(_ node: NodeID) -> Counterfactual? {
        let settled = asOf.day + -(Int(policy.ranking.replyWindowDays.rounded(.up)) + 1)
        let last = judged.history.lastTouch(with: node)
        let day = max(settled, last.map { $0.day + 1 } ?? settled)
        guard day < asOf.day, last?.closes != true else { return nil }
        return change(
            .unansweredAsk, "one more ask of yours, on \(day), had gone unanswered", day: day,
            concerning: [node]
        ) {
            network in
            network.interactions.append(
                Interaction(
                    date: Timestamp(day), people: [judged.id(of: node)],
                    channel: last?.channel == .message ? .message : .email, direction: .outgoing,
                    purposes: [.followUp], thread: last.flatMap(judged.threadName),
                    opportunity: last?.opportunity.map { network.opportunities[$0].id }, expectsReply: true))
        }
    }

    /// The last word on another day, between the one before it and yesterday; of use where days decide.
    private func moved(_ node: NodeID, by days: Int) -> Counterfactual? {
        let touches = judged.history.touches(with: node)
        guard callList.dueStep(with: node) != nil, let last = touches.last, let position = last.interaction
        else { return nil }
        let day = last.date.day + days
        guard day < asOf.day, touches.dropLast().last.map({ $0.date.day < day }) ?? true else { return nil }
        let what =
            switch last.direction {
            case .outgoing: "your last word to them had been"
            case .incoming: "their last word to you had been"
            case .mutual: "you two had last spoken"
            }
        return change(
            days < 0 ? .earlier : .later, "\(what) on \(day), not on \(last.date.day)", day: day,
            concerning: people(in: position)
        ) { network in
            network.interactions[position].date =
                last.date.secondOfDay.map {
                    Timestamp(day, secondOfDay: $0, utcOffsetMinutes: last.date.utcOffsetMinutes)
                } ?? Timestamp(day)
        }
    }

    private func withoutWord(_ node: NodeID) -> Counterfactual? {
        guard let word = judged.history.touches(with: node).last(where: \.direction.hasTheirWord),
            let position = word.interaction
        else { return nil }
        return change(
            .withoutWord, "you had not heard from them on \(word.day)", day: word.day,
            concerning: people(in: position)
        ) { network in
            if network.interactions[position].people.count > 1 {
                network.interactions[position].people.removeAll { $0 == judged.id(of: node) }
            } else {
                // Referrals may cite it, so it stays as a word of no one's.
                network.interactions[position].people = []
            }
        }
    }

    /// A word that wants no answer, on the business day before.
    private func wrote(_ node: NodeID) -> Counterfactual? {
        var day = asOf.day + -1
        while !judged.calendar(of: node).isBusinessDay(day), asOf.day - day < 14 { day = day + -1 }
        guard judged.history.lastTouch(with: node).map({ $0.day < day && !$0.closes }) ?? true else {
            return nil
        }
        return change(.wrote, "they had written to you on \(day)", day: day, concerning: [node]) { network in
            network.interactions.append(
                Interaction(
                    date: Timestamp(day), people: [judged.id(of: node)], channel: .email,
                    direction: .incoming, purposes: [.update]))
        }
    }

    // MARK: Ties

    /// The recorded tie over which most of the person's introductions come, away.
    private func withoutTie(_ node: NodeID) -> Counterfactual? {
        let person = judged.id(of: node)
        let best = ranking.values.contributions(to: node).introductions.first { part in
            network.ties.contains { Set([$0.from, $0.to]) == [person, judged.id(of: part.person)] }
        }
        guard let other = best?.person else { return nil }
        let id = judged.id(of: other)
        return change(.withoutTie, "they did not know \(judged.person(other).name)", through: id) {
            network in
            network.ties.removeAll { Set([$0.from, $0.to]) == [person, id] }
        }
    }

    /// A tie to the stranger who would add most.
    private func tie(_ node: NodeID) -> Counterfactual? {
        let known = Set(ranking.projection.graph.successors(of: node))
        func promise(_ other: NodeID) -> Double {
            ranking.reach.newContactShares[Int(other)] * ranking.values.values[Int(other)]
        }
        let strangers = ranking.projection.graph.nodes.filter {
            $0 != node && !known.contains($0) && promise($0) > 0 && !judged.mustNotContact($0)
        }
        guard
            let other = strangers.max(by: { left, right in
                promise(left) != promise(right) ? promise(left) < promise(right) : left > right
            })
        else { return nil }
        let id = judged.id(of: other)
        return change(.tie, "they knew \(judged.person(other).name)", through: id) { network in
            network.ties.append(Tie(from: judged.id(of: node), to: id))
        }
    }

    private func star(_ person: PersonID) -> Counterfactual? {
        guard let position = network.people.firstIndex(where: { $0.id == person }) else { return nil }
        let isStar = network.people[position].isStar
        return change(
            isStar ? .withoutStar : .star, isStar ? "you had not starred them" : "you had starred them"
        ) { $0.people[position].isStar.toggle() }
    }

    // MARK: The company

    private func edit(
        _ company: Company, _ kind: RankChange.Kind, _ condition: String, day: CalendarDay? = nil,
        _ edit: (inout Company) -> Void
    ) -> Counterfactual {
        change(kind, condition, day: day) { network in
            for index in network.companies.indices where network.companies[index].id == company.id {
                edit(&network.companies[index])
            }
        }
    }

    private func opening(at company: Company, department: String?) -> Counterfactual {
        edit(company, .opening, "\(company.name) had posted an opening on \(asOf.day)", day: asOf.day) {
            $0.signals.append(Signal(kind: .openingPosted, date: asOf.day, department: department))
        }
    }

    private func withoutOpening(at company: Company) -> Counterfactual? {
        guard company.signals.contains(where: { $0.kind == .openingPosted }) else { return nil }
        return edit(company, .withoutOpening, "\(company.name) had not posted an opening") {
            $0.signals.removeAll { $0.kind == .openingPosted }
        }
    }

    private func freeze(at company: Company) -> Counterfactual {
        edit(company, .freeze, "\(company.name) had frozen its hiring on \(asOf.day)", day: asOf.day) {
            $0.signals.append(Signal(kind: .hiringFreeze, date: asOf.day))
        }
    }

    private func choice(_ priority: Company.Priority, at company: Company) -> Counterfactual? {
        guard company.priority != priority else { return nil }
        return edit(
            company, priority == .a ? .firstChoice : .fallback,
            "\(company.name) had priority \(priority.rawValue)"
        ) { $0.priority = priority }
    }
}
