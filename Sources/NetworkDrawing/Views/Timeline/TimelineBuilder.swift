import Playbook
import ReferralAnalysis
import ReferralGraph

/// Puts what happened into lanes, and into words.
struct TimelineBuilder {
    let analysis: NetworkAnalysis
    private let options: DrawingOptions
    private let names: [PersonID: String]
    private let employments: [PersonID: Employment]
    private let companies: [CompanyID: String]
    private let opportunities: [OpportunityID: Opportunity]
    private var drafts: [Draft] = []
    private var draftsByKey: [Key: Int] = [:]
    private var draftsByPerson: [PersonID: [Int]] = [:]
    var today: CalendarDay { analysis.asOf.day }

    /// No one reads many more lanes.
    private static let mostLanes = 24
    /// A longer silence makes a thread a quiet one.
    private static let liveDays = 120
    private static let mostDays = 365
    private static let leastDays = 28

    private enum Key: Hashable {
        case opportunity(OpportunityID)
        case person(PersonID)
    }

    private struct Draft {
        var key: Key
        var people: [PersonID] = []
        var marks: [TimelineScene.Mark] = []
        var stalled: StalledThread?
        var isClosed = false
        var step: DueStep?
    }

    /// - Complexity: O(interactions log interactions + stages + steps).
    init(_ analysis: NetworkAnalysis, options: DrawingOptions) {
        self.analysis = analysis
        self.options = options
        names = analysis.network.people.keyed(by: \.id, \.name)
        companies = analysis.network.companies.keyed(by: \.id, \.name)
        opportunities = analysis.network.opportunities.keyed(by: \.id)
        employments = analysis.network.people.keyed(by: \.id) { $0.employment(on: analysis.asOf.day) }
            .compactMapValues(\.self)
        for opportunity in analysis.network.opportunities { add(opportunity) }
        for interaction in analysis.network.interactions { add(interaction) }
        for referral in analysis.network.referrals { add(referral) }
        for position in drafts.indices {
            drafts[position].marks = Self.merged(drafts[position].marks)
        }
        for thread in analysis.stalledThreads.threads { mark(thread) }
        for step in analysis.steps where step.isContact { note(step) }
    }

    /// The scene.
    func scene(title: String) -> TimelineScene {
        var lanes = drafts.filter { !$0.marks.isEmpty }.map(lane)
        lanes.sort(by: Self.comesFirst)
        let (shown, folded) =
            options.everybodyUpTo == .max ? (lanes, []) : Self.narrowed(lanes, to: Self.mostLanes)
        lanes = shown
        let first = lanes.flatMap { $0.marks.map(\.day) }.min() ?? today
        let start =
            options.since.map { min($0, today + -1) }
            ?? min(max(first, today + -Self.mostDays), today + -Self.leastDays)
        for position in lanes.indices {
            let all = lanes[position].marks
            lanes[position].marks = all.filter { $0.day >= start }
            lanes[position].earlierCount = all.count - lanes[position].marks.count
        }
        return TimelineScene(
            title: title, subtitles: subtitles(lanes + folded), lanes: lanes, folded: words(on: folded),
            counts: Dictionary(grouping: lanes + folded, by: \.standing).mapValues(\.count),
            days: start...today)
    }

    // MARK: What happened

    private mutating func draft(_ key: Key) -> Int {
        if let position = draftsByKey[key] { return position }
        drafts.append(Draft(key: key))
        draftsByKey[key] = drafts.count - 1
        return drafts.count - 1
    }

    private mutating func join(_ people: [PersonID], _ position: Int) {
        for person in people
        where person != analysis.network.seeker && names[person] != nil
            && !drafts[position].people.contains(person)
        {
            drafts[position].people.append(person)
            draftsByPerson[person, default: []].append(position)
        }
    }

    private mutating func add(_ opportunity: Opportunity) {
        let position = draft(.opportunity(opportunity.id))
        join(opportunity.participants.map(\.person) + opportunity.stages.flatMap(\.people), position)
        drafts[position].isClosed = !opportunity.isLive
        for stage in opportunity.stages {
            let kind: TimelineScene.Kind =
                switch stage.stage {
                case .interview, .screening: .interview
                case .rejected: .rejection
                case .offer, .accepted: .offer
                case .applied, .finalist, .withdrawn, .onHold: .stage
                }
            drafts[position].marks.append(
                .init(day: stage.date.day, kind: kind, tooltip: words(stage)))
        }
    }

    private func words(_ stage: StageEvent) -> String {
        let words =
            switch stage.stage {
            case .applied: "applied"
            case .screening: "first talk"
            case .interview: stage.round.map { "interview \($0)" } ?? "interview"
            case .finalist: "among the last few"
            case .rejected: "the employer said no"
            case .offer: "offer"
            case .accepted: "offer accepted"
            case .withdrawn: "you withdrew"
            case .onHold: "put on hold"
            }
        return "\(stage.date.day.words(relativeTo: today)): \(words)"
    }

    private mutating func add(_ interaction: Interaction) {
        let kind: TimelineScene.Kind =
            switch interaction.channel {
            case .email, .letter, .message: .written(interaction.direction)
            case .call: .call(interaction.direction)
            case .meeting: .meeting
            case .interview: .interview
            }
        let channel = interaction.channel == .email ? "e-mail" : interaction.channel.rawValue
        let who = interaction.people.compactMap { names[$0] }.joined(separator: ", ")
        let direction =
            switch interaction.direction {
            case .outgoing: "to \(who)"
            case .incoming: "from \(who)"
            case .mutual: "with \(who)"
            }
        let day = interaction.date.day
        var words = "\(day.words(relativeTo: today)): \(channel) \(direction)"
        if let subject = interaction.subject { words += " · \(subject)" }
        let keys: [Key] =
            interaction.opportunity.map(Key.opportunity).flatMap { draftsByKey[$0] == nil ? nil : [$0] }
            ?? interaction.people.filter { names[$0] != nil }.map(Key.person)
        for key in keys {
            let position = draft(key)
            if case .person(let person) = key {
                join([person], position)
            } else {
                join(interaction.people, position)
            }
            drafts[position].marks.append(.init(day: day, kind: kind, tooltip: words))
        }
    }

    private mutating func add(_ referral: Referral) {
        guard let day = referral.given ?? referral.promised ?? referral.firstDate,
            let to = names[referral.to],
            let position = referral.opportunity.flatMap({ draftsByKey[.opportunity($0)] })
                ?? draftsByKey[.person(referral.from)]
                ?? draftsByPerson[referral.from]?.first
        else { return }
        let from = names[referral.from] ?? referral.from.text
        drafts[position].marks.append(
            .init(
                day: day, kind: .referral,
                tooltip: "\(day.words(relativeTo: today)): \(from) pointed you to \(to)"))
    }

    /// In time order; an interview, a no or an offer stands for the word of the same day that brought it.
    private static func merged(_ marks: [TimelineScene.Mark]) -> [TimelineScene.Mark] {
        var decided: Set<CalendarDay> = []
        var interviewed: Set<CalendarDay> = []
        for mark in marks {
            switch mark.kind {
            case .rejection, .offer: decided.insert(mark.day)
            default: break
            }
        }
        let ordered = marks.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        return ordered.map(\.element).filter { mark in
            switch mark.kind {
            case .interview: interviewed.insert(mark.day).inserted
            case .written(.incoming), .call(.incoming): !decided.contains(mark.day)
            default: true
            }
        }
    }

    // MARK: Where it stands

    private func position(of person: PersonID, _ opportunity: OpportunityID?) -> Int? {
        opportunity.flatMap { draftsByKey[.opportunity($0)] } ?? draftsByKey[.person(person)]
            ?? draftsByPerson[person]?.first { !drafts[$0].isClosed } ?? draftsByPerson[person]?.first
    }

    private mutating func mark(_ thread: StalledThread) {
        guard let position = position(of: thread.person, thread.opportunity) else { return }
        if thread.kind == .closed {
            if case .person = drafts[position].key { drafts[position].isClosed = true }
        } else if drafts[position].stalled == nil {
            drafts[position].stalled = thread
        }
    }

    private mutating func note(_ step: DueStep) {
        guard let position = position(of: step.person, step.opportunity) else { return }
        if let earlier = drafts[position].step, earlier.due <= step.due { return }
        drafts[position].step = step
    }

    private func lane(_ draft: Draft) -> TimelineScene.Lane {
        let last = draft.marks.last?.day
        let isQuiet = last.map { today - $0 > Self.liveDays } ?? true
        let standing: TimelineScene.Standing =
            draft.stalled != nil ? .stalled : draft.isClosed || isQuiet ? .closed : .live
        var lane = TimelineScene.Lane(
            id: "", title: "", caption: "", standing: standing, people: draft.people, marks: draft.marks,
            earlierCount: 0, lastDay: last, next: draft.step.map { next($0, of: draft) }, tooltip: "")
        let people = draft.people.compactMap { names[$0] }
        switch draft.key {
        case .person(let person):
            let employment = employments[person]
            lane.id = "p_\(person)"
            lane.title = names[person] ?? person.text
            lane.caption = [employment?.title, employment.flatMap { companies[$0.company] }]
                .compactMap(\.self).joined(separator: " · ")
        case .opportunity(let id):
            let opportunity = opportunities[id]
            lane.id = "o_\(id)"
            lane.title = opportunity?.title ?? id.text
            let names =
                people.count > 1
                ? "\(people[0]) and \(people.count - 1) more" : people.joined(separator: ", ")
            lane.caption = [opportunity.flatMap { companies[$0.company] }, names].compactMap(\.self)
                .filter { !$0.isEmpty }.joined(separator: " · ")
        }
        lane.tooltip = [lane.title, lane.caption, lane.next?.what].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: " · ")
        return lane
    }

    private func next(_ step: DueStep, of draft: Draft) -> TimelineScene.Next {
        let name = draft.people.count > 1 ? names[step.person]?.split(separator: " ").first : nil
        // A thread that waits is as late as `rebound stalled` says, any other step as late as the call list says.
        let due =
            draft.stalled != nil
            ? step.due
            : analysis.standing(of: step, on: today)
        let day = due.words(relativeTo: today)
        let late = today - due
        return TimelineScene.Next(
            due: due,
            what: (name.map { "\($0): " } ?? "") + step.action.what,
            when: late > 0 ? "since \(day), \(counted(late, "day")) late" : late == 0 ? "today" : "by \(day)",
            isOverdue: late > 0)
    }

    /// The first lanes, of which each standing has some.
    private static func narrowed(
        _ lanes: [TimelineScene.Lane], to limit: Int
    ) -> (shown: [TimelineScene.Lane], folded: [TimelineScene.Lane]) {
        let groups = TimelineScene.Standing.allCases.map { standing in
            lanes.filter { $0.standing == standing }
        }
        var counts = groups.map { min($0.count, limit / 4) }
        for (number, group) in groups.enumerated() {
            counts[number] += min(group.count - counts[number], limit - counts.reduce(0, +))
        }
        return (
            zip(groups, counts).flatMap { $0.prefix($1) }, zip(groups, counts).flatMap { $0.dropFirst($1) }
        )
    }

    private static func comesFirst(_ left: TimelineScene.Lane, _ right: TimelineScene.Lane) -> Bool {
        func key(_ lane: TimelineScene.Lane) -> (Int, Int, Int, String) {
            let standing = TimelineScene.Standing.allCases.firstIndex(of: lane.standing) ?? 0
            let due = lane.standing == .stalled ? lane.next?.due.number ?? .max : 0
            return (standing, due, -(lane.lastDay?.number ?? 0), lane.id)
        }
        return key(left) < key(right)
    }
}
