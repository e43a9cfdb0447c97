import Playbook
import PublicHolidays
import ReferralAnalysis
import ReferralGraph

/// Why someone is in a list, in one plain clause: the rules, sums and terms behind it are for `why` and for JSON.
struct PlainReasons {
    private let names: [PersonID: String]
    private let today: CalendarDay
    /// The calls that came in.
    private let calls: Set<Call>
    private let network: ReferralNetwork
    /// The roles that ended with a no, as far as that is shown.
    private let rejections: Set<OpportunityID>

    private struct Call: Hashable {
        var person: PersonID
        var day: CalendarDay
    }

    init(in network: ReferralNetwork, today: CalendarDay) {
        self.today = today
        let talks = network.interactions
        calls = Set(
            talks.indices.lazy.filter { talks[$0].channel == .call && talks[$0].direction == .incoming }
                .flatMap { place in talks[place].people.map { Call(person: $0, day: talks[place].date.day) } }
        )
        self.network = network
        rejections = Set(network.opportunities.lazy.filter { $0.rejection != nil }.map(\.id))
        names = Dictionary(network.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func name(_ person: PersonID) -> String { names[person] ?? person.text }

    /// `Analyst · Acme`, with the name before it.
    func heading(_ name: String, _ title: String?, _ company: String?) -> String {
        [name, title, company].compactMap(\.self).joined(separator: " · ")
    }

    /// What brings someone into a list: `no reply since 20 Mar (5 days)`; nothing for `nil`.
    /// - Parameter briefly: Whether dates stand without the days since then.
    func clauses(_ basis: ContactBasis?, briefly: Bool = false) -> [String] {
        switch basis {
        case .step(let step): [clause(step, briefly: briefly)] + holidays(before: step)
        case .worth(let last, let shared, let known):
            [
                known.map { Wording.acquaintance($0).lowercasedFirst },
                shared.map { SharedPastText($0, today: today).briefly },
                last.map { "last in touch \(on($0, briefly))" }
                    ?? (known == nil ? "connected, but never in touch" : nil),
            ].compactMap(\.self)
        case .stranger, .unknown(isConnected: false): ["no one you know can introduce you"]
        case .unknown(isConnected: true): ["connected, but never in touch"]
        case nil: []
        }
    }

    /// Why a step is not due earlier: `Fri 3 Apr is Good Friday in Germany`; nothing once it is overdue.
    func holidays(before step: DueStep) -> [String] {
        step.due < today ? [] : [PublicHoliday.words(step.holidays)].compactMap(\.self)
    }

    /// What set a step going.
    func clause(_ step: DueStep, briefly: Bool = false) -> String {
        let day = on(step.since, briefly)
        // A quiet view has no rejections to speak of.
        if step.rule.isAfterRejection, !hasRejection(step) { return "last in touch \(day)" }
        switch step.rule {
        case .thankYou, .call: return "the no came \(day)"
        case .referralRequest, .feedback: return "you talked \(day), after the no"
        case .connect: return "you were in touch \(day), after the no"
        case .every where !isOnRecord(step.person):
            return "you want to hear from each other now and then"
        case .keepWarm, .monthlyTouch, .cadence, .every, .kindRefusal, .openDoor, .longGap:
            return "last in touch \(day)"
        case .followStar: return "in the new role since \(step.since.words(relativeTo: today))"
        case .watchEmployer: return "the opening was posted \(day)"
        case .unusedReferral: return "\(step.related.map(name) ?? "someone") gave you their name \(day)"
        case .promisedIntroduction, .missedPromise, .ownPromise: return "promised \(day)"
        case .theirTurn: return "they wanted to be in touch, as they said \(day)"
        case .statedTime: return "they named a day \(day)"
        case .thankAfterInterview: return "you talked \(day)"
        case .missedAppointment: return "they did not come \(day)"
        case .competingOffer: return "the offer came \(day)"
        case .accepted: return "you accepted an offer \(day)"
        case .reposted: return "the role was posted again \(day)"
        case .left: return "\(step.related.map(name) ?? "your contact") left \(day)"
        case .referrer, .upTheChain:
            return
                "they led you to \(step.related.map(name) ?? "someone"), and there is news since \(step.since.words(relativeTo: today))"
        case .referee: return "a reference for a role that is open"
        case .openApplication: return "last word on your application \(day)"
        case .jobLoss: return "they lost their job \(day)"
        case .hardTimes: return "hard times at their company"
        case .answer: return "they \(called(step) ? "called" : "wrote") \(day)"
        case .afterInterview where step.since >= today: return "last in touch today"
        case .afterInterview: return "no word on your interview \(since(step.since, briefly))"
        case .firstMessage, .telephone, .tryAgain, .returnToFirst:
            return step.since >= today ? "you asked today" : "no reply \(since(step.since, briefly))"
        case .secondPerson:
            return "no reply from \(step.related.map(name) ?? "the first person there") "
                + since(step.since, briefly)
        case .record, .star, .referralProgramme, .strengthOfNo, .vacancyClock, .appointment, .oneVoice,
            .oneOffice, .ownEmployer, .channel, .closingDay, .patience:
            return since(step.since, briefly)
        }
    }

    /// `45% likely to reply`.
    func reply(_ probability: Double) -> String { "\(Wording.percent(probability)) likely to reply" }

    /// The steps of one occasion behind the first, each with its day where it has not come.
    func then(_ parts: [DueStep]?) -> [AdviceRow.Part] {
        (parts ?? []).dropFirst().map { part in
            .init(
                action: part.action,
                when: part.earliest > today ? Wording.from(part.earliest, today: today) : nil)
        }
    }

    /// Who to start with among people known by name and work only, and the command that lists them all.
    func line(_ unknown: UnknownContacts, listedBy command: String) -> String {
        let first = unknown.first.map { contact in
            contact.name + (contact.company.map { " (\($0))" } ?? "")
        }.joined(separator: " and ")
        let wanted =
            unknown.wantedCount == 0
            ? ""
            : unknown.wantedCount == unknown.count
                ? " at companies you want" : ", \(unknown.wantedCount) at companies you want"
        return "\(unknown.count) people you have never talked to\(wanted): start with \(first); \(command)"
    }

    /// What else is due with the same person beside an action and what belongs to it, each once.
    func also(_ steps: [DueStep], besides action: DueStep.Action, _ parts: [DueStep]? = nil) -> [String] {
        var counts: [(what: String, count: Int)] = []
        for step in steps where parts?.contains(step) != true {
            if let place = counts.firstIndex(where: { $0.what == step.action.what }) {
                counts[place].count += 1
            } else {
                counts.append((step.action.what, 1))
            }
        }
        return counts.map { what, count in
            if what == action.what { return "The same in \(Wording.count(count, "other conversation"))" }
            return count == 1 ? what : "\(what), \(TimeInWords.times(count))"
        }
    }

    /// What to write down, each step once with the people concerned, in the order of the steps.
    /// - Parameter limit: How many people to name for each at the most.
    func notes(_ steps: [DueStep], limit: Int = .max - 1) -> [String] {
        var notes: [(what: String, people: [String])] = []
        for step in steps {
            if let place = notes.firstIndex(where: { $0.what == step.action.what }) {
                guard !notes[place].people.contains(name(step.person)) else { continue }
                notes[place].people.append(name(step.person))
            } else {
                notes.append((step.action.what, [name(step.person)]))
            }
        }
        return notes.map { "\($0.what): \(Wording.first(limit, of: $0.people).joined(separator: ", "))" }
    }

    /// Whether a word or a meeting with someone is on record.
    private func isOnRecord(_ person: PersonID) -> Bool {
        network.interactions.contains { $0.people.contains(person) }
            || network.opportunities.contains { $0.stages.contains { $0.people.contains(person) } }
    }

    /// Whether the network that is shown has the rejection that a step follows.
    private func hasRejection(_ step: DueStep) -> Bool {
        step.opportunity.map(rejections.contains) ?? false
    }

    /// Whether what waits for an answer was a call.
    private func called(_ step: DueStep) -> Bool {
        calls.contains(Call(person: step.person, day: step.since))
    }

    /// `today`, `yesterday`, `on 20 Mar (5 days ago)`.
    private func on(_ day: CalendarDay, _ briefly: Bool) -> String {
        switch today - day {
        case ...0: "today"
        case 1: "yesterday"
        case let days: "on \(day.words(relativeTo: today))" + (briefly ? "" : " (\(days) days ago)")
        }
    }

    /// `since 20 Mar (5 days)`.
    private func since(_ day: CalendarDay, _ briefly: Bool) -> String {
        "since \(day.words(relativeTo: today))"
            + (briefly ? "" : " (\(Wording.count(max(0, today - day), "day")))")
    }
}

extension Rule {
    /// Whether it follows a no.
    fileprivate var isAfterRejection: Bool {
        [.thankYou, .call, .referralRequest, .feedback, .connect].contains(self)
    }
}
