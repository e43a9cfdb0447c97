internal import Foundations
public import ReferralGraph

extension NetworkEditor {
    /// Keeps people, everyone at a company, or all that is about an opportunity out of every list for good, or lets them in
    /// again, also before a day until which they were put off.
    /// - Parameters:
    ///   - names: Who or what; the last of several is a note on each of them when nothing is called so.
    ///   - isLifted: Whether they may be contacted again now.
    ///   - note: Something to remember about each of them.
    @discardableResult
    public mutating func doNotContact(
        _ names: [String], isLifted: Bool = false, note: String? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let (subjects, note) = try draft.named(names, note: note) { (text) throws(EditError) in
                try draft.subject(text, verb: "forbid contact with")
            }
            var sentences: [String] = []
            for subject in subjects {
                sentences.append(draft.withhold(subject, isLifted: isLifted))
                if let note { _ = try draft.observe(subject, note) }
            }
            return sentences.joined(separator: "; ")
        }
    }

    /// Puts people off until a day, or everyone at a company, or all that is about an opportunity: nothing is due before it.
    /// - Parameters:
    ///   - names: Who or what; the last of several is the reason when nothing is called so.
    ///   - day: The first day on which something may be due again; `nil` ends the wait.
    ///   - reason: Why.
    @discardableResult
    public mutating func putOff(
        _ names: [String], until day: CalendarDay?, because reason: String? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let (subjects, note) = try draft.named(names) { (text) throws(EditError) in
                try draft.subject(text, verb: "put off")
            }
            if let day, day <= draft.today {
                throw .invalid(
                    field: "day until which to wait", text: "\(day)", expected: "a day after \(draft.today)",
                    hint: "`rebound snooze \(commandWord(names[0])) --off` ends a wait")
            }
            if reason != nil, let note { throw .neitherNameNorNote(note, suggestion: nil) }
            let why = oneLine(reason ?? note)
            return try subjects.map { (subject) throws(EditError) in
                try draft.putOff(subject, until: day, because: why)
            }.joined(separator: "; ")
        }
    }

    /// Writes down something to remember about someone (playbook R1, *record everyone*) or about an opportunity; of a
    /// company, about the one opportunity there.
    @discardableResult
    public mutating func observe(_ name: String, _ observation: String) throws(EditError) -> Edit {
        guard let text = freeText(observation) else { throw .blank(field: "the observation") }
        return try edit { (draft) throws(EditError) in
            // Of oneself, too.
            if case .one(let id) = PersonQuery(name).match(in: draft.network), id == draft.network.seeker {
                try draft.observe(id, text)
                return "Described \(draft.name(of: id))"
            }
            return try draft.observe(try draft.subject(name, verb: "note down"), text)
        }
    }

    /// Records days on which no one works, an office is closed or someone is away.
    /// - Parameters:
    ///   - days: At most ``mostHolidays``, unless they are someone's or an office's own.
    ///   - company: Whose office is closed; everyone's without it and without a person.
    ///   - person: Who is away.
    @discardableResult
    public mutating func addHoliday(
        _ days: ClosedRange<CalendarDay>, at company: String? = nil, of person: String? = nil,
        note text: String? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let absence = Absence(from: days.lowerBound, to: days.upperBound, note: freeText(text))
            let when =
                absence.from == absence.to ? "on \(absence.from)" : "from \(absence.from) to \(absence.to)"
            if let person {
                let id = try draft.person(person)
                draft.concern([id])
                let sentence = "\(draft.name(of: id)) is away \(when)"
                draft.add(absence, to: \.people[draft.index(of: id)].away, says: sentence)
                return sentence
            }
            if let company {
                let id = try draft.company(company)
                draft.concern(draft.staff(of: id))
                let sentence = "\(draft.name(of: id)) is closed \(when)"
                draft.add(absence, to: \.companies[draft.index(of: id)].closed, says: sentence)
                return sentence
            }
            let numbers = absence.from.number...absence.to.number
            if numbers.count > Self.mostHolidays {
                throw .invalid(
                    field: "holiday", text: "\(absence.from) to \(absence.to)",
                    expected: "at most \(Self.mostHolidays) days",
                    hint: "--at COMPANY and --person NAME are for one office and for one person")
            }
            let sentence = "No one works \(when)" + (absence.note.map { " (\($0))" } ?? "")
            let fresh = numbers.map { CalendarDay(number: $0) }.filter {
                !draft.network.holidays.contains($0)
            }
            if !fresh.isEmpty {
                draft.network.holidays = (draft.network.holidays + fresh).sorted()
                draft.say(sentence)
            }
            return sentence
        }
    }

    /// How many days in a row can be everyone's holidays.
    public static var mostHolidays: Int { 31 }
}

extension EditDraft {
    /// Where it stands whether something may be due with someone, and what they are called.
    private func waits(
        _ subject: Subject
    ) -> (
        isForbidden: WritableKeyPath<ReferralNetwork, Bool>,
        notBefore: WritableKeyPath<ReferralNetwork, CalendarDay?>,
        reason: WritableKeyPath<ReferralNetwork, String?>, name: String, people: [PersonID]
    ) {
        switch subject {
        case .person(let id):
            let place = index(of: id)
            return (
                \.people[place].doNotContact, \.people[place].notBefore, \.people[place].notBeforeReason,
                name(of: id), [id]
            )
        case .company(let id):
            let place = index(of: id)
            return (
                \.companies[place].doNotContact, \.companies[place].notBefore,
                \.companies[place].notBeforeReason, "everyone at \(name(of: id))", staff(of: id)
            )
        case .opportunity(let id):
            let place = index(of: id)
            return (
                \.opportunities[place].doNotContact, \.opportunities[place].notBefore,
                \.opportunities[place].notBeforeReason, "everyone in \(title(of: id))", everybody(in: id)
            )
        }
    }

    /// Forbids contact for good, or allows it again.
    fileprivate mutating func withhold(_ subject: Subject, isLifted: Bool) -> String {
        let (isForbidden, notBefore, reason, name, people) = waits(subject)
        concern(people)
        let before = network
        network[keyPath: isForbidden] = !isLifted
        if isLifted { (network[keyPath: notBefore], network[keyPath: reason]) = (nil, nil) }
        let them = name.prefix(1).uppercased() + name.dropFirst()
        let sentence: String
        if isLifted {
            sentence = "\(them) may be contacted again"
        } else {
            switch subject {
            case .person: sentence = "\(them) is not to be contacted any more"
            case .company(let id): sentence = "No one at \(self.name(of: id)) is to be contacted any more"
            case .opportunity(let id): sentence = "No one is to be contacted about \(title(of: id)) any more"
            }
        }
        if network != before { say(sentence) }
        return sentence
    }

    /// Puts someone off until a day, or ends the wait.
    fileprivate mutating func putOff(
        _ subject: Subject, until day: CalendarDay?, because why: String?
    ) throws(EditError) -> String {
        let (isForbidden, notBefore, reason, name, people) = waits(subject)
        if network[keyPath: isForbidden] {
            let id =
                switch subject {
                case .person(let id): id.text
                case .company(let id): id.text
                case .opportunity(let id): id.text
                }
            throw .nothingToDo(
                "\(name) is not to be contacted at all; `rebound do-not-contact \(id) --lift` ends that")
        }
        concern(people)
        let before = (network[keyPath: notBefore], network[keyPath: reason])
        (network[keyPath: notBefore], network[keyPath: reason]) = (day, day == nil ? nil : why)
        let sentence =
            day.map { "Put off \(name) until \($0.words(relativeTo: today))" + (why.map { ": \($0)" } ?? "") }
            ?? "No longer put off: \(name)"
        if before != (network[keyPath: notBefore], network[keyPath: reason]) { say(sentence) }
        return sentence
    }

    /// Writes down something about someone.
    mutating func observe(_ id: PersonID, _ text: String?) throws(EditError) {
        guard let text else { return }
        var details = PersonDetails()
        details.observations = [text]
        concern([id])
        try describe(id, details)
    }

    /// Writes down something to remember; of an opportunity with the stage where it stands.
    fileprivate mutating func observe(_ subject: Subject, _ text: String) throws(EditError) -> String {
        switch subject {
        case .person(let id):
            try observe(id, text)
            return "Described \(name(of: id))"
        case .company(let id):
            let roles = network.opportunities.filter { $0.company == id }
            let live = roles.filter(\.isLive)
            guard let role = live.count == 1 ? live.first : roles.count == 1 ? roles.first : nil else {
                throw .nothingToDo(
                    "notes are kept with people and opportunities, not with companies; name one: "
                        + "rebound note NAME \(commandWord(text))")
            }
            return try observe(.opportunity(role.id), text)
        case .opportunity(let id):
            let role = network.opportunities[index(of: id)]
            guard let stage = role.currentStage, let place = role.stages.lastIndex(of: stage) else {
                throw .nothingToDo(
                    "nothing has happened with \(title(of: id)) yet; note it with the first stage: "
                        + "rebound stage \(id) applied \(commandWord(text))")
            }
            concern(everybody(in: id))
            let sentence = "\(title(of: id)): noted “\(oneLine(text) ?? text)”"
            let lines = stage.note?.split(separator: "\n").map(String.init) ?? []
            if !lines.contains(text) {
                network.opportunities[index(of: id)].stages[place].note =
                    (stage.note.map { $0 + "\n" } ?? "") + text
                say(sentence)
            }
            return sentence
        }
    }

    fileprivate mutating func add(
        _ absence: Absence, to list: WritableKeyPath<ReferralNetwork, [Absence]>, says sentence: String
    ) {
        if network[keyPath: list].contains(absence) { return }
        network[keyPath: list].append(absence)
        say(sentence)
    }
}
