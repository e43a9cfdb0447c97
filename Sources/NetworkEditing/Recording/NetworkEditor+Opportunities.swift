internal import NetworkFiles
public import ReferralGraph

/// What a user tells of an opportunity; what is `nil` or empty stays as it is.
public struct OpportunityDetails: Sendable, Equatable {
    /// The part of the company.
    public var department: String?
    /// The last day on which one can apply.
    public var closes: CalendarDay?
    /// Who takes part, by what the user typed. Unknown people are added, as employees of its company where their part
    /// says so.
    public var participants: [Participant.Role: [String]]

    /// Makes details.
    public init(
        department: String? = nil, closes: CalendarDay? = nil,
        participants: [Participant.Role: [String]] = [:]
    ) {
        self.department = department
        self.closes = closes
        self.participants = participants
    }
}

extension NetworkEditor {
    /// Adds a role the seeker applied for or was considered for.
    /// - Parameters:
    ///   - company: An unknown one is added to the network.
    ///   - stage: Where it stands; `nil` for one of which nothing has happened yet.
    ///   - moment: Since when; now without one.
    /// - Throws: ``EditError/namesake(_:name:existing:)`` for a role that is open at that company already, of which
    ///   ``describeOpportunity(_:_:)`` says more.
    @discardableResult
    public mutating func addOpportunity(
        _ title: String, at company: String, _ details: OpportunityDetails = OpportunityDetails(),
        stage: Stage? = .applied, on moment: Timestamp? = nil, allowNamesake: Bool = false
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let title = try oneLine(title, field: "the title of the opportunity")
            let date = try draft.past(moment)
            let employer = try draft.companyOrNew(company)
            if !allowNamesake,
                let twin = draft.network.opportunities.first(where: {
                    $0.company == employer && $0.isLive && foldedName($0.title) == foldedName(title)
                })
            {
                throw .namesake(.opportunity, name: twin.title, existing: twin.id.text)
            }
            let id = OpportunityID(
                slug(
                    of: title, notIn: draft.isTaken(draft.network.opportunities.map(\.id.text)),
                    orElse: "opportunity"))
            draft.network.opportunities.append(
                Opportunity(id: id, title: title, company: employer))
            draft.say("Added the opportunity \(draft.title(of: id)) at \(draft.name(of: employer)) (\(id))")
            draft.network.opportunities[draft.index(of: id)].department = oneLine(details.department)
            try draft.describe(id, details)
            if let stage { draft.advance(id, StageEvent(stage: stage, date: date)) }
            return "Added the opportunity \(draft.title(of: id))"
        }
    }

    /// Says more of an opportunity: who takes part, until when one can apply.
    @discardableResult
    public mutating func describeOpportunity(
        _ opportunity: String, _ details: OpportunityDetails
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.opportunity(opportunity)
            try draft.describe(id, details)
            return "Described \(draft.title(of: id))"
        }
    }

    /// Records where an opportunity stands: an interview, the short list, an offer, its acceptance, a withdrawal, a
    /// pause. For a no there is ``reject(_:by:title:finalist:feedback:filled:channel:note:on:)``.
    ///
    /// An interview or a screening that lies ahead is a talk that was agreed upon: the opportunity has not come so far yet.
    /// - Parameters:
    ///   - people: Who acted or was met. Unknown ones are added as employees of the company; with an interview,
    ///     those who had no part so far become interviewers, with an offer hiring managers.
    ///   - round: Which interview, from 1; the next one without a number.
    ///   - until: The end of a pause, or the day by which an offer is to be answered.
    @discardableResult
    public mutating func advance(
        _ opportunity: String, to stage: Stage, with people: [String] = [], round: Int? = nil,
        until: CalendarDay? = nil, note text: String? = nil, on moment: Timestamp? = nil
    ) throws(EditError) -> Edit {
        if stage == .rejected, people.count < 2 {
            return try reject(opportunity, by: people.first, note: text, on: moment)
        }
        return try edit { (draft) throws(EditError) in
            let id = try draft.opportunity(opportunity)
            let talk = moment.flatMap { $0.isLater(than: draft.now) ? stage.talk : nil }
            let date = talk == nil ? try draft.past(moment) : moment ?? draft.now
            if let round { try draft.check(.round(round), "round", "\(round)") }
            let command = "rebound stage \(id) \(stage.rawValue)"
            var met: [PersonID] = []
            for name in people {
                let person = try draft.employee(name, of: id, orElse: command)
                if !met.contains(person) { met.append(person) }
            }
            if let talk {
                if met.isEmpty {
                    throw .nothingToDo("say who it will be with: \(command) --with NAME --on \"\(date)\"")
                }
                draft.give(met, stage == .interview ? .interviewer : .recruiter, in: id)
                return try draft.log(
                    Interaction(
                        date: date, people: met, channel: talk, direction: .mutual, note: freeText(text)),
                    in: .opportunity(id.text))
            }
            draft.advance(
                id,
                StageEvent(
                    stage: stage, date: date, round: stage == .interview ? round : nil, people: met,
                    until: try draft.end(until, notBefore: date.day), note: freeText(text)))
            if stage.talk != nil { draft.settleTalks(about: id, with: met, on: date.day) }
            return "\(draft.title(of: id)): \(stage.words)"
        }
    }

    /// Records an offer.
    /// - Parameters:
    ///   - person: Who made it.
    ///   - until: By when they want an answer.
    ///   - salary: What they pay; goes into the note.
    @discardableResult
    public mutating func offer(
        _ opportunity: String, by person: String? = nil, until: CalendarDay? = nil, salary: String? = nil,
        note text: String? = nil, on moment: Timestamp? = nil
    ) throws(EditError) -> Edit {
        let words = [text, salary.map { "Salary: \($0)" }].compactMap(\.self).joined(separator: "\n")
        return try advance(
            opportunity, to: .offer, with: person.map { [$0] } ?? [], until: until, note: words, on: moment)
    }

    /// Records the employer's no (playbook R1).
    ///
    /// The one who said it becomes a node when unknown, with an employment at the company, and the hiring manager
    /// unless another part of theirs is recorded. Of an opportunity that was rejected already, only what is new is
    /// added.
    /// - Parameters:
    ///   - person: Who said it; without one, the hiring managers on record.
    ///   - title: Their title, when they are new.
    ///   - finalist: Whether the seeker was among the last few (R1, *strength of the no*).
    ///   - feedback: What was said about the reasons (R1, *feedback*).
    ///   - filled: Whether someone else got the role; `nil` when that was not said.
    ///   - channel: How it was said; goes into the note.
    @discardableResult
    public mutating func reject(
        _ opportunity: String, by person: String? = nil, title: String? = nil, finalist: Bool = false,
        feedback: String? = nil, filled: Bool? = nil, channel: Interaction.Channel? = nil,
        note text: String? = nil, on moment: Timestamp? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.opportunity(opportunity)
            let position = draft.index(of: id)
            let earlier = draft.network.opportunities[position].rejection
            let date = moment == nil && earlier != nil ? earlier!.date : try draft.past(moment)
            var deciders = draft.network.opportunities[position].participants
                .filter { $0.role == .hiringManager }.map(\.person).uniqued()
            if let person {
                deciders = [
                    try draft.employee(person, of: id, title: title, orElse: "rebound reject \(id)")
                ]
                draft.give(deciders, .hiringManager, in: id)
            }
            let note = [freeText(text), channel?.manner].compactMap(\.self).joined(separator: "\n")
            let stages = draft.network.opportunities[position].stages
            if finalist, !stages.contains(where: { $0.stage == .finalist }) {
                draft.advance(id, StageEvent(stage: .finalist, date: date))
            }
            if earlier == nil {
                draft.advance(
                    id, StageEvent(stage: .rejected, date: date, people: deciders, note: freeText(note)))
            } else {
                draft.complete(rejectionOf: id, by: person == nil ? [] : deciders, note: freeText(note))
            }
            if let filled, filled != draft.network.opportunities[position].isFilled {
                draft.network.opportunities[position].isFilled = filled
                draft.say("\(draft.title(of: id)): \(filled ? "someone else got it" : "no one got it")")
            }
            if let words = freeText(feedback) {
                draft.feedback(Feedback(date: date.day, from: deciders.first, text: words), on: id)
            }
            draft.concern(draft.everybody(in: id))
            return "\(draft.title(of: id)): rejected"
        }
    }

    /// Records what the seeker was told about a decision (playbook R1, *feedback*).
    @discardableResult
    public mutating func feedback(
        on opportunity: String, from person: String? = nil, _ text: String, on day: CalendarDay? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.opportunity(opportunity)
            let date = try draft.past(day)
            let from: PersonID? = if let person { try draft.person(person) } else { nil }
            guard let words = freeText(text) else { throw .blank(field: "the feedback") }
            draft.feedback(Feedback(date: date, from: from, text: words), on: id)
            draft.concern(from.map { [$0] } ?? draft.everybody(in: id))
            return "Feedback on \(draft.title(of: id))"
        }
    }
}

extension EditDraft {
    /// Someone who acts in an opportunity; when unknown, a new employee of its company.
    /// - Parameter command: The command without the person.
    mutating func employee(
        _ text: String, of id: OpportunityID, title: String? = nil, isOutside: Bool = false,
        orElse command: String
    ) throws(EditError) -> PersonID {
        let role = network.opportunities[index(of: id)]
        let job = Employment(company: role.company, title: oneLine(title), department: role.department)
        let person = try personOrNew(
            text, job: isOutside ? nil : job, isDescribed: oneLine(title) != nil, orElse: command)
        if person == network.seeker { throw .aboutTheSeeker(verb: "take part in an opportunity of") }
        concern([person])
        return person
    }

    fileprivate mutating func describe(
        _ id: OpportunityID, _ details: OpportunityDetails
    ) throws(EditError) {
        let position = index(of: id)
        if let department = oneLine(details.department),
            department != network.opportunities[position].department
        {
            network.opportunities[position].department = department
            say("\(title(of: id)) is in \(department)")
        }
        if let day = details.closes, day != network.opportunities[position].closes {
            network.opportunities[position].closes = day
            say("\(title(of: id)) closes on \(day)")
        }
        for role in Participant.Role.allCases {
            for name in details.participants[role] ?? [] {
                let person = try employee(
                    name, of: id, isOutside: role == .agency || role == .referee,
                    orElse: "rebound add opportunity \(id) --more")
                part(of: person, role, in: id)
            }
        }
        concern(everybody(in: id))
    }

    /// Gives someone a part, besides those they have.
    mutating func part(of person: PersonID, _ role: Participant.Role, in id: OpportunityID) {
        let participant = Participant(person: person, role: role)
        guard !network.opportunities[index(of: id)].participants.contains(participant) else { return }
        network.opportunities[index(of: id)].participants.append(participant)
        let link = role == .insider || role == .referee ? "for" : "of"
        say("\(name(of: person)) is \(role.words) \(link) \(title(of: id))")
    }

    /// Gives a part to those who have none yet. Who only screened is a recruiter, whatever they say later.
    mutating func give(_ people: [PersonID], _ role: Participant.Role, in id: OpportunityID) {
        let opportunity = network.opportunities[index(of: id)]
        for person in people where !opportunity.participants.contains(where: { $0.person == person }) {
            let met = opportunity.stages.filter { $0.people.contains(person) }.map(\.stage)
            let hasOnlyScreened = !met.isEmpty && met.allSatisfy { $0 == .screening }
            part(of: person, role == .hiringManager && hasOnlyScreened ? .recruiter : role, in: id)
        }
    }

    /// Adds a stage where it belongs in time: on its day before a decision, unless it is one itself.
    mutating func advance(_ id: OpportunityID, _ event: StageEvent) {
        let position = index(of: id)
        var event = event
        switch event.stage {
        case .interview:
            give(event.people, .interviewer, in: id)
            let rounds = network.opportunities[position].stages.filter { $0.stage == .interview }
            event.round = event.round ?? min(50, rounds.count + 1)
        case .offer, .rejected: give(event.people, .hiringManager, in: id)
        case .screening: give(event.people, .recruiter, in: id)
        case .applied, .finalist, .accepted, .withdrawn, .onHold: break
        }
        concern(everybody(in: id))
        let stages = network.opportunities[position].stages
        let end = event.until.map { ", \(event.stage.endWords) \($0)" } ?? ""
        let known = stages.firstIndex {
            $0.stage == event.stage
                && ($0.people == event.people || event.people.isEmpty && event.until != nil)
                && ($0.date == event.date || event.until != nil && $0.date.day == event.date.day)
        }
        if let known {
            // The same once more; only its end can be new.
            if event.until == nil || stages[known].until == event.until { return }
            network.opportunities[position].stages[known].until = event.until
            network.opportunities[position].stages[known].note = event.note ?? stages[known].note
            say("\(title(of: id)): \(event.stage.words) on \(stages[known].date.day)\(end)")
            return
        }
        let place =
            stages.lastIndex { other in
                other.date.day < event.date.day
                    || other.date.day == event.date.day && (event.stage.isFinal || !other.stage.isFinal)
            }.map { $0 + 1 } ?? 0
        network.opportunities[position].stages.insert(event, at: place)
        let round = event.round.map { " \($0)" } ?? ""
        let who = event.people.isEmpty ? "" : " (\(names(of: event.people)))"
        say("\(title(of: id)): \(event.stage.words)\(round) on \(event.date.day)\(end)\(who)")
    }

    /// Adds to a no on record who said it and why.
    fileprivate mutating func complete(rejectionOf id: OpportunityID, by people: [PersonID], note: String?) {
        let position = index(of: id)
        guard let event = network.opportunities[position].rejection,
            let place = network.opportunities[position].stages.lastIndex(of: event)
        else { return }
        var completed = event
        completed.people += people.filter { !event.people.contains($0) }
        completed.note = note ?? event.note
        guard completed != event else { return }
        network.opportunities[position].stages[place] = completed
        say(
            "\(title(of: id)): the no of \(event.date.day)"
                + (completed.people.isEmpty ? "" : " was said by \(names(of: completed.people))"))
    }

    fileprivate mutating func feedback(_ feedback: Feedback, on id: OpportunityID) {
        guard !network.opportunities[index(of: id)].feedback.contains(feedback) else { return }
        network.opportunities[index(of: id)].feedback.append(feedback)
        say("\(title(of: id)): feedback “\(oneLine(feedback.text) ?? feedback.text)”")
    }

    /// All who took part in an opportunity.
    func everybody(in id: OpportunityID) -> [PersonID] {
        let role = network.opportunities[index(of: id)]
        return role.participants.map(\.person) + role.stages.flatMap(\.people)
    }
}

extension Stage {
    /// `on hold`.
    var words: String { self == .onHold ? "on hold" : rawValue }

    /// As which talk one that lies ahead is agreed upon.
    fileprivate var talk: Interaction.Channel? {
        switch self {
        case .interview: .interview
        case .screening: .call
        default: nil
        }
    }

    /// What its last day is called.
    var endWords: String { self == .offer ? "to be answered by" : "until" }
}

extension Participant.Role {
    fileprivate var words: String {
        switch self {
        case .hiringManager: "the hiring manager"
        case .interviewer: "an interviewer"
        case .recruiter: "the recruiter"
        case .agency: "the agency’s recruiter"
        case .coordinator: "the coordinator"
        case .interim: "the interim manager"
        case .referee: "a referee"
        case .insider: "your friend inside"
        }
    }
}

extension Interaction.Channel {
    /// How something was said.
    fileprivate var manner: String {
        switch self {
        case .email: "Said by e-mail"
        case .call: "Said on the phone"
        case .meeting, .interview: "Said in person"
        case .message: "Said in a message"
        case .letter: "Said by letter"
        }
    }
}
