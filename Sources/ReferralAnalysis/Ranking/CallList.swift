import GraphAlgorithms
package import Playbook
import RankingModel
import ReferralGraph
import SystemInterface

/// Puts everybody into the call list or says why not: the playbook's due steps first, then by value.
package struct CallList: Sendable {
    let situation: Situation
    let ranking: ContactRanking
    package let etiquette: Etiquette
    let precedence: Precedence
    /// All steps of the playbook, those not yet due included.
    var steps: [DueStep]
    /// The rule of 3B7, where the policy has it.
    private let onePerCompany: OnePersonPerCompany?
    /// Who of each office was asked something within the last silent week and has not answered.
    private let officeAsks: [CompanyID: [NodeID]]
    let unknownPeople: UnknownPeople
    /// Who is in the list, in its order.
    private(set) var candidates: [Candidate] = []
    /// Who is not.
    package internal(set) var withheld: [WithheldContact] = []
    /// Who reports list; `nil` for everyone.
    var shown: Set<NodeID>?

    private var playbook: PlaybookPolicy { situation.playbook }

    /// Someone to be contacted.
    struct Candidate: Sendable {
        var node: NodeID
        var due: DueStep?
        var alsoDue: [DueStep] = []
        /// The steps of one occasion, the first among them; empty for a step that stands alone.
        var parts: [DueStep] = []
        var standing: CalendarDay?
        var value: Double
    }

    /// Puts everybody in order.
    /// - Complexity: O(people + touches + steps log steps).
    init(
        situation: Situation, ranking: ContactRanking, etiquette: Etiquette, precedence: Precedence,
        steps: [DueStep]
    ) {
        self.situation = situation
        self.precedence = precedence
        self.ranking = ranking
        self.etiquette = etiquette
        self.steps = steps
        onePerCompany =
            situation.playbook.asksOnePersonPerCompany ? OnePersonPerCompany(situation) : nil
        officeAsks = Self.asks(situation)
        unknownPeople = UnknownPeople(situation, ranking)
        var stepsByNode: [NodeID: [DueStep]] = [:]
        for step in steps where step.isContact {
            if let node = situation.index.node(of: step.person) {
                stepsByNode[node, default: []].append(step)
            }
        }
        let placements = Parts.join(ranking.projection.graph.nodeCount) { [self, stepsByNode] part in
            part.map { place -> Placement? in
                let node = NodeID(place)
                if node == ranking.projection.seeker { return nil }
                return placement(of: node, steps: stepsByNode[node] ?? [])
            }
        }
        for placement in introductionsFirst(placements) {
            switch placement {
            case .candidate(let candidate): candidates.append(candidate)
            case .withheld(let reason): withheld.append(reason)
            case nil: break
            }
        }
        candidates.sort { left, right in
            switch (left.standing, right.standing) {
            case (let a?, let b?) where a != b: a < b
            case (.some, nil): true
            case (nil, .some): false
            default: left.value != right.value ? left.value > right.value : left.node < right.node
            }
        }
        oneOfAnOffice()
        oneVoiceOfAnEmployer()
    }

    /// Of one office one person at a time is approached, the next after a silent week (playbook R5); words that are owed and
    /// steps after a no go to each.
    private mutating func oneOfAnOffice() {
        // News goes before a reminder.
        var taken: [CompanyID: NodeID] = [:]
        for candidate in candidates {
            guard let rule = candidate.due?.rule, rule.isApproach, rule.kind != .reminder,
                let office = situation.workplace(of: candidate.node)?.company
            else { continue }
            taken[office] = taken[office] ?? candidate.node
        }
        candidates = candidates.filter { candidate in
            guard !playbook.asksOnePersonPerCompany, candidate.due.map({ $0.rule.isApproach }) ?? true,
                let office = situation.workplace(of: candidate.node)?.company
            else { return true }
            let first = taken[office] ?? officeAsks[office]?.first { $0 != candidate.node }
            if let first, first != candidate.node {
                withheld.append(
                    waiting(candidate.node, behind: first, .oneOffice, "one person of an office at a time"))
                return false
            }
            taken[office] = candidate.node
            return true
        }
    }

    /// Of those who speak for an employer in several roles one a day is approached (playbook R5).
    private mutating func oneVoiceOfAnEmployer() {
        var spoken: [CompanyID: NodeID] = [:]
        candidates = candidates.filter { candidate in
            guard let rule = candidate.due?.rule, !rule.isOwed else { return true }
            let employers = precedence.employers(spokenForBy: candidate.node)
            if let first = employers.lazy.compactMap({ spoken[$0] }).first {
                withheld.append(
                    waiting(candidate.node, behind: first, .oneVoice, "one person of an employer on a day"))
                return false
            }
            for employer in employers { spoken[employer] = candidate.node }
            return true
        }
    }

    private func waiting(_ node: NodeID, behind first: NodeID, _ rule: Rule, _ why: String) -> WithheldContact
    {
        WithheldContact(
            person: situation.id(of: node), reason: "\(why): \(situation.person(first).name) comes first",
            rule: rule, through: situation.id(of: first))
    }

    private static func asks(_ situation: Situation) -> [CompanyID: [NodeID]] {
        var asks: [CompanyID: [NodeID]] = [:]
        for node in situation.network.people.indices.map({ NodeID($0) }) {
            guard let office = situation.workplace(of: node)?.company,
                let last = situation.history.lastTouch(with: node), last.isAsk,
                situation.today(for: node) - last.day < situation.playbook.nextOfOneOfficeAfterDays
            else { continue }
            asks[office, default: []].append(node)
        }
        return asks
    }

    private enum Placement: Sendable {
        case candidate(Candidate)
        case withheld(WithheldContact)
    }

    private func placement(of node: NodeID, steps: [DueStep]) -> Placement {
        let today = situation.today(for: node)
        let value = ranking.values.values[Int(node)]
        let ready = steps.filter { $0.earliest <= today }
        if let reason = refusal(node, ready: ready, upcoming: steps) { return .withheld(reason) }
        if let last = situation.history.lastTouch(with: node), last.day >= today, last.direction.hasOurWord {
            let tomorrow = last.day + 1
            let next = ready.isEmpty ? waiting(node, today: tomorrow, upcoming: steps)?.until : nil
            return .withheld(
                WithheldContact(
                    person: situation.id(of: node), reason: "you were in touch today", until: next ?? tomorrow
                ))
        }
        if !ready.isEmpty {
            let (days, calendar) = (playbook.missedStepReturnsAfterDays, situation.calendar(of: node))
            // What is new goes before a reminder that comes round.
            func order(_ step: DueStep) -> (Int, CalendarDay) {
                (
                    step.rule.kind == .reminder ? 1 : 0,
                    step.standing(on: today, returningAfter: days, in: calendar)
                )
            }
            let ordered = ready.enumerated().sorted {
                let (left, right) = (order($0.element), order($1.element))
                return left != right ? left < right : $0.offset < $1.offset
            }.map(\.element)
            return .candidate(
                Candidate(
                    node: node, due: ordered[0], alsoDue: Array(ordered.dropFirst()),
                    parts: DueStep.parts(of: ordered[0], among: steps),
                    standing: ordered[0].standing(on: today, returningAfter: days, in: calendar), value: value
                ))
        }
        let wait = waiting(node, today: today, upcoming: steps) ?? onePerCompany?.reasonToWait(node)
        if let patience = patience(with: node, besides: wait, upcoming: steps) { return .withheld(patience) }
        if let wait { return .withheld(wait) }
        return .candidate(Candidate(node: node, value: value))
    }

    /// Takes strangers a contact can introduce out of the list: the way to them is that contact, whose value
    /// they are part of (ranking.md, section 0).
    /// - Parameter placements: That of each node.
    private func introductionsFirst(_ placements: [Placement?]) -> [Placement?] {
        var available: Set<NodeID> = []
        for case .candidate(let candidate) in placements { available.insert(candidate.node) }
        return placements.map { placement in
            guard case .candidate(let candidate) = placement, candidate.due == nil,
                !ranking.projection.isContact[Int(candidate.node)]
            else { return placement }
            guard let introducer = ranking.introducer(of: candidate.node, available: available) else {
                let person = situation.id(of: candidate.node)
                let unknown = WithheldContact(person: person, reason: "you do not know them")
                return situation.isDeclaredStranger(candidate.node) ? .withheld(unknown) : placement
            }
            let helper = situation.person(introducer)
            let isAvailable = available.contains(introducer)
            var until: CalendarDay?
            if case .withheld(let reason) = placements[Int(introducer)] { until = reason.until }
            return .withheld(
                WithheldContact(
                    person: situation.id(of: candidate.node),
                    reason: "\(helper.name) can introduce you" + (isAvailable ? ", and is in the list" : ""),
                    through: helper.id, until: until))
        }
    }

    /// That someone left the last words unanswered, where nothing else makes the seeker wait longer.
    private func patience(
        with node: NodeID, besides wait: WithheldContact?, upcoming: [DueStep]
    ) -> WithheldContact? {
        guard let hold = precedence.holds(on: node).first(where: { $0.rank == .patience }),
            let until = hold.until, wait.map({ ($0.until ?? until) < until }) ?? true
        else { return nil }
        return WithheldContact(
            person: situation.id(of: node), reason: hold.reason, rule: hold.rule,
            until: ([until] + upcoming.map(\.earliest)).min())
    }

    /// Reasons for which no step of the playbook applies.
    private func refusal(_ node: NodeID, ready: [DueStep], upcoming: [DueStep]) -> WithheldContact? {
        func withheld(
            _ reason: String, rule: Rule? = nil, through: NodeID? = nil, until: CalendarDay? = nil
        ) -> WithheldContact {
            WithheldContact(
                person: situation.id(of: node), reason: reason, rule: rule,
                through: through.map { situation.id(of: $0) }, until: until)
        }
        if let closure = situation.closure(of: node) { return withheld(closure) }
        // What is due has passed the holds already.
        if ready.isEmpty {
            let holds = precedence.holds(on: node).filter { $0.rank != .patience }
            let next = upcoming.map(\.earliest).min()
            if let hold = holds.first {
                let lasting = holds.first { $0.until == nil }
                let until = lasting == nil ? holds.compactMap(\.until).max() : nil
                return withheld(
                    hold.reason, rule: hold.rule, through: until ?? next == nil ? lasting?.through : nil,
                    until: [until, next].compactMap(\.self).min())
            }
        }
        let last = situation.history.lastTouch(with: node)
        for position in situation.opportunitiesByNode[Int(node)] {
            let opportunity = situation.network.opportunities[position]
            if opportunity.currentStage?.stage == .accepted,
                situation.employment(of: node)?.company == opportunity.company,
                !ready.contains(where: {
                    $0.rule == .accepted || $0.rule == .upTheChain || $0.rule == .referrer
                })
            {
                return withheld("you accepted “\(opportunity.title)”, so they are a colleague now")
            }
        }
        if last == nil,
            let promise = situation.referrals(to: node).first(where: { $0.promised != nil && $0.given == nil }
            ),
            let referrer = situation.index.node(of: promise.from), promise.used == nil, promise.met == nil
        {
            return withheld(
                "\(situation.person(referrer).name) promised to introduce you; remind them instead",
                rule: .promisedIntroduction, through: referrer)
        }
        return nil
    }

    /// The etiquette filter: the playbook's next step lies ahead, or another contact would be too soon.
    ///
    /// The one place that decides who it is too early to contact: the plan and the played search go by what is withheld here
    /// (``NetworkAnalysis/politeDays``).
    private func waiting(_ node: NodeID, today: CalendarDay, upcoming: [DueStep]) -> WithheldContact? {
        let id = situation.id(of: node)
        let reminders = upcoming.filter { $0.rule.kind == .reminder }
        let firm = upcoming.filter {
            $0.rule.kind != .reminder || $0.rule == .kindRefusal || $0.rule == .openDoor
        }
        let nextStep = upcoming.map(\.earliest).min() ?? CalendarDay(number: .max)
        if let step = firm.min(by: { $0.earliest < $1.earliest }) {
            let what = step.action.what.prefix(1).lowercased() + step.action.what.dropFirst()
            return WithheldContact(
                person: id, reason: "\(what) from \(step.earliest.words(relativeTo: today)) on",
                rule: step.rule, until: min(step.earliest, nextStep))
        }
        guard let last = situation.history.lastTouch(with: node) else { return nil }
        let state = situation.etiquetteState(with: node)
        let reminderDays =
            state == .rejected
            ? KeepingInTouch.reminderDays(afterAnswerOf: node, in: situation) : playbook.monthlyTouchAfterDays
        let polite = etiquette.nextContact(
            afterDay: last.day, state: state, calendar: situation.calendar(of: node),
            reminderDays: reminderDays)
        if let day = polite.earliestDay, !polite.isPolite(onDay: today) {
            let why =
                switch state {
                case .rejected:
                    "\(TimeInWords.frequency(everyDays: reminderDays)) is enough"
                        + (situation.isQuiet ? "" : " after a no")
                case .interview:
                    "wait \(TimeInWords.length(ofDays: playbook.afterInterviewDays)) after an interview"
                case .outreach: "give them time to reply"
                }
            return WithheldContact(
                person: id, reason: "last in touch on \(last.day.words(relativeTo: today)); \(why)",
                rule: state == .rejected ? KeepingInTouch.ruleAfterNo(node, in: situation) : nil,
                until: min(day, nextStep))
        }
        // Whoever is to be reminded now and then is left alone until then, where etiquette alone would not mind.
        return reminders.min { $0.earliest < $1.earliest }.map { step in
            WithheldContact(
                person: id,
                reason: "last in touch on \(last.day.words(relativeTo: today)); "
                    + "\(TimeInWords.frequency(everyDays: step.interval)) is enough",
                rule: step.rule, until: step.earliest)
        }
    }
}
