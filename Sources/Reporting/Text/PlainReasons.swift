import ReferralAnalysis
import ReferralGraph

/// Why someone is in a list, in one plain clause: the rules, sums and terms behind it are for `why` and for JSON.
struct PlainReasons {
    private let network: ReferralNetwork
    private let names: [PersonID: String]
    private let today: CalendarDay

    init(in network: ReferralNetwork, today: CalendarDay) {
        self.network = network
        self.today = today
        names = Dictionary(network.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func name(_ person: PersonID) -> String { names[person] ?? person.text }

    /// `Analyst · Acme`, with the name before it.
    func heading(_ name: String, _ title: String?, _ company: String?) -> String {
        [name, title, company].compactMap(\.self).joined(separator: " · ")
    }

    /// What brings someone into a list: `no reply since 20 Mar (5 days)`; nothing for `nil`.
    func clauses(_ basis: ContactBasis?) -> [String] {
        switch basis {
        case .step(let step): [clause(step)]
        case .worth(let last?): [lastInTouch(last)]
        case .worth(nil): ["connected, but never in touch"]
        case .stranger: ["no one you know can introduce you"]
        case nil: []
        }
    }

    /// What set a step going.
    func clause(_ step: DueStep) -> String {
        switch step.rule {
        case .thankYou, .call: "the no came \(on(step.since))"
        case .referralRequest, .feedback: "you talked \(on(step.since)), after the no"
        case .connect: "you were in touch \(on(step.since)), after the no"
        case .keepWarm, .monthlyTouch, .cadence: lastInTouch(step.since)
        case .followStar: "in the new role since \(step.since.words(relativeTo: today))"
        case .watchEmployer: "the opening was posted \(on(step.since))"
        case .afterInterview: "no word on your interview \(since(step.since))"
        case .unusedReferral:
            "\(step.related.map(name) ?? "someone") gave you their name \(on(step.since))"
        case .promisedIntroduction, .missedPromise: "promised \(on(step.since))"
        case .answer: theirs(step)
        case .firstMessage, .telephone, .tryAgain, .returnToFirst: "no reply \(since(step.since))"
        case .secondPerson:
            "no reply from \(step.related.map(name) ?? "the first person there") \(since(step.since))"
        case .record, .star, .referralProgramme, .strengthOfNo, .vacancyClock: since(step.since)
        }
    }

    /// `45% likely to reply`.
    func reply(_ probability: Double) -> String { "\(Wording.percent(probability)) likely to reply" }

    /// What else is due with the same person, each once.
    func also(_ steps: [DueStep], besides action: DueStep.Action) -> [String] {
        var counts: [(what: String, count: Int)] = []
        for step in steps {
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

    private func theirs(_ step: DueStep) -> String {
        let wasCall = network.interactions.contains {
            $0.channel == .call && $0.direction == .incoming && $0.date.day == step.since
                && $0.people.contains(step.person)
        }
        return "they \(wasCall ? "called" : "wrote") \(on(step.since))"
    }

    private func lastInTouch(_ day: CalendarDay) -> String { "last in touch \(on(day))" }

    /// `today`, `yesterday`, `on 20 Mar (5 days ago)`.
    private func on(_ day: CalendarDay) -> String {
        switch today - day {
        case ...0: "today"
        case 1: "yesterday"
        case let days: "on \(day.words(relativeTo: today)) (\(days) days ago)"
        }
    }

    /// `since today`, `since 20 Mar (5 days)`.
    private func since(_ day: CalendarDay) -> String {
        let days = today - day
        return days < 1
            ? "since today"
            : "since \(day.words(relativeTo: today)) (\(Wording.count(days, "day")))"
    }
}
