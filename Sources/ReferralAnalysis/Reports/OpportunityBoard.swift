public import Playbook
public import ReferralGraph

/// The roles of a search by the stage at which they stand.
public struct OpportunityBoard: Sendable, Equatable, Codable {
    /// The roles of which nothing has happened yet, if there are any; then the stages of ``path`` and of ``ends``.
    public var columns: [Column]

    /// The roles at one stage, those first that moved last.
    public struct Column: Sendable, Equatable, Codable {
        /// The stage; `nil` for roles of which nothing has happened yet.
        public var stage: Stage?
        /// The roles.
        public var roles: [OpportunityProfile]
    }

    /// The stages through which an application goes while it is open.
    public static let path: [Stage] = [.applied, .screening, .interview, .finalist, .offer]
    /// The stages at which it ends or rests.
    public static let ends: [Stage] = [.onHold, .rejected, .withdrawn, .accepted]
}

/// Everything known about one role: where it stands, who takes part, and what is due about it.
public struct OpportunityProfile: Sendable, Equatable, Codable {
    /// Which one.
    public var opportunity: OpportunityID
    /// The role's title.
    public var title: String
    /// Whose role it is.
    public var company: CompanyID
    /// The company's name.
    public var companyName: String
    /// The part of the company.
    public var department: String?
    /// Where it stands; `nil` when nothing has happened yet.
    public var stage: Stage?
    /// Since when.
    public var since: CalendarDay?
    /// For how many days.
    public var days: Int?
    /// The end of a hold, or the day by which an offer is to be answered.
    public var until: CalendarDay?
    /// The last day on which one can apply.
    public var closes: CalendarDay?
    /// Whether someone else got it; `nil` when unknown.
    public var isFilled: Bool?
    /// Who takes part: those with a part in it, then others who were met.
    public var people: [Part]
    /// What happened, oldest first.
    public var stages: [Step]
    /// What the seeker was told, oldest first.
    public var feedback: [Comment]
    /// The talks about it that lie ahead, in time order.
    public var appointments: [Today.Appointment]
    /// What was promised in talks about it and is open.
    public var promises: [Pledge]
    /// News about this role, newest first.
    public var signals: [RecordedSignal]
    /// What is to be done about it by due day, that included whose day has not come.
    public var due: [DueStep]

    /// Someone in a role.
    public struct Part: Sendable, Equatable, Codable {
        /// Who.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// What they do in it; empty for someone who was only met.
        public var roles: [Participant.Role]
    }

    /// A stage that was reached.
    public struct Step: Sendable, Equatable, Codable {
        /// The stage.
        public var stage: Stage
        /// When.
        public var date: CalendarDay
        /// Which interview, from 1.
        public var round: Int?
        /// The names of the people who acted or were met.
        public var names: [String]
        /// Until when it lasts.
        public var until: CalendarDay?
        /// Anything else.
        public var note: String?
    }

    /// What the seeker was told.
    public struct Comment: Sendable, Equatable, Codable {
        /// When.
        public var date: CalendarDay
        /// Who said it.
        public var name: String?
        /// In words.
        public var text: String
    }

    /// An open promise.
    public struct Pledge: Sendable, Equatable, Codable {
        /// Whose talk it was.
        public var name: String
        /// What was promised.
        public var promise: RecordedPromise
    }
}

extension NetworkAnalysis {
    /// The roles by stage.
    /// - Complexity: O(opportunities + steps + interactions).
    public var opportunityBoard: OpportunityBoard {
        let bearing = Bearing(on: nil, self)
        let roles = network.opportunities.map { profile($0, bearing) }.latestFirst(\.since)
        let unbegun = OpportunityBoard.Column(stage: nil, roles: roles.filter { $0.stage == nil })
        let columns = (OpportunityBoard.path + OpportunityBoard.ends).map { stage in
            OpportunityBoard.Column(stage: stage, roles: roles.filter { $0.stage == stage })
        }
        return OpportunityBoard(columns: (unbegun.roles.isEmpty ? [] : [unbegun]) + columns)
    }

    /// Everything known about one role; `nil` for one that is not shown.
    /// - Complexity: O(steps + interactions).
    public func profile(of opportunity: OpportunityID) -> OpportunityProfile? {
        network.opportunities.first { $0.id == opportunity }.map {
            profile($0, Bearing(on: opportunity, self))
        }
    }

    /// What bears on roles, by role.
    private struct Bearing {
        /// Places of interactions.
        var talks: [OpportunityID: [Int]] = [:]
        var appointments: [OpportunityID: [Interaction]] = [:]
        var steps: [OpportunityID: [DueStep]] = [:]

        /// - Parameter only: One role; all of them without it.
        init(on only: OpportunityID?, _ analysis: NetworkAnalysis) {
            func isWanted(_ role: OpportunityID) -> Bool { only == nil || role == only }
            let talks = analysis.network.interactions
            for place in talks.indices {
                if let role = talks[place].opportunity, isWanted(role) {
                    self.talks[role, default: []].append(place)
                }
            }
            for talk in analysis.situation.appointments {
                if let role = talk.opportunity, isWanted(role) {
                    appointments[role, default: []].append(talk)
                }
            }
            for step in analysis.steps {
                if let role = step.opportunity, isWanted(role) { steps[role, default: []].append(step) }
            }
        }
    }

    private func profile(_ role: Opportunity, _ bearing: Bearing) -> OpportunityProfile {
        let current = role.currentStage
        let people = (role.participants.map(\.person) + role.stages.flatMap(\.people)).uniqued()
        let talks = (bearing.talks[role.id] ?? []).map { network.interactions[$0] }
        let company = situation.index.position(of: role.company).map { network.companies[$0] }
        let title = foldedName(role.title)
        return OpportunityProfile(
            opportunity: role.id, title: role.title, company: role.company,
            companyName: companyName(role.company), department: role.department, stage: current?.stage,
            since: current?.date.day, days: current.map { max(0, asOf.day - $0.date.day) },
            until: current?.until, closes: role.closes, isFilled: role.isFilled,
            people: people.map { person in
                .init(
                    person: person, name: name(of: person),
                    roles: role.participants.filter { $0.person == person }.map(\.role))
            },
            stages: role.stages.stablySorted { $0.date.day }.map { event in
                .init(
                    stage: event.stage, date: event.date.day, round: event.round,
                    names: event.people.map(name(of:)), until: event.until, note: event.note)
            },
            feedback: role.feedback.stablySorted { $0.date }.map { feedback in
                .init(date: feedback.date, name: feedback.from.map(name(of:)), text: feedback.text)
            },
            appointments: (bearing.appointments[role.id] ?? []).map(appointment),
            promises: talks.compactMap { talk in
                guard let promise = talk.promise, promise.kept == nil else { return nil }
                return .init(
                    name: talk.people.map(name(of:)).joined(separator: ", "),
                    promise: RecordedPromise(
                        by: promise.by, what: promise.what, due: promise.due, kept: promise.kept))
            },
            signals: (company?.signals ?? []).filter { $0.title.map(foldedName) == title }
                .map(RecordedSignal.init).latestFirst(\.date),
            due: bearing.steps[role.id] ?? [])
    }

    private func name(of person: PersonID) -> String {
        situation.index.node(of: person).map { situation.person($0).name } ?? person.text
    }
}
