import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// A week's plan for reading: the calls of each day, and why.
public struct OutreachPlanText: ReadableReport {
    private let plan: OutreachPlan
    private let network: ReferralNetwork
    private let title: String
    private let today: CalendarDay

    /// Makes the text of a plan.
    /// - Parameters:
    ///   - plan: The plan.
    ///   - network: The network it is of.
    ///   - title: What the network is called.
    ///   - today: The day asked about.
    public init(_ plan: OutreachPlan, in network: ReferralNetwork, title: String, today: CalendarDay) {
        self.plan = plan
        self.network = network
        self.title = title
        self.today = today
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped("\(title): a plan for \(budget), as of \(today.longWords)", paint: .bold)
        var said: Set<String> = []
        for day in plan.days where !day.calls.isEmpty {
            block.heading(Self.heading(of: day))
            for group in Self.groups(of: day.calls) { write(group, &said, &block, style) }
        }
        block.blank()
        block.wrapped(summary)
        footer(&block, style)
        return block
    }

    /// How many contacts, how long they take, and how good the plan is.
    package var summary: String {
        if plan.calls.isEmpty {
            return plan.candidateCount == 0
                ? "There is no one to contact on these days." : "Nothing fits \(budget)."
        }
        let share = Wording.percent((plan.guaranteedShare * 100).rounded(.down) / 100)
        return "\(Wording.count(plan.calls.count, "contact")) in \(Wording.count(plan.minutes, "minute")): "
            + (plan.guaranteedShare < 1 ? "at least \(share) as good as" : "as good as")
            + " the best plan there is"
    }

    package static func heading(of day: OutreachDay) -> String {
        "\(day.day.longWords) (\(Wording.count(day.minutes, "minute")))"
    }

    private var budget: String {
        switch plan.budget {
        case .calls(let count): Wording.count(count, "contact")
        case .minutes(let count): Wording.count(count, "minute")
        }
    }

    /// Messages with the same advice stand together.
    private static func groups(of calls: [PlannedOutreach]) -> [[PlannedOutreach]] {
        calls.reduce(into: []) { groups, call in
            if call.startMinute == nil, let last = groups.indices.last, groups[last][0].startMinute == nil,
                groups[last][0].action == call.action
            {
                groups[last].append(call)
            } else {
                groups.append([call])
            }
        }
    }

    private func write(
        _ calls: [PlannedOutreach], _ said: inout Set<String>, _ block: inout TextBlock, _ style: TextStyle
    ) {
        let reasons = PlainReasons(in: network, today: today)
        let first = calls[0]
        for call in calls {
            block.wrapped(
                reasons.heading(call.name, call.title, call.company),
                after: call.startMinute.map { "  \(Wording.clock($0))  " } ?? "  any    ", paint: .bold)
            if calls.count > 1 {
                block.wrapped(Self.why(call, reasons), after: "         ", paint: .dim)
            }
        }
        block.wrapped(
            Self.action(of: first) + (calls.count > 1 ? " each" : ""), after: "       do   ",
            paint: .amber)
        if said.insert(first.action.say).inserted { block.wrapped(first.action.say, after: "       say  ") }
        if calls.count == 1 {
            block.wrapped(Self.why(first, reasons), after: "       why  ", paint: .dim)
        }
    }

    /// What to do, how long it takes, and whose clock the time is on.
    package static func action(of call: PlannedOutreach) -> String {
        let action = "\(Wording.action(call.action)) · \(Wording.count(call.minutes, "minute"))"
        guard call.startMinute != nil else { return action }
        return action + (call.timeZone.map { " · \($0)" } ?? " · their time")
            + (call.ownHour.map { ", \($0) by your clock" } ?? "")
    }

    /// Why a call is in the plan.
    package func why(_ call: PlannedOutreach) -> String {
        Self.why(call, PlainReasons(in: network, today: today))
    }

    /// `8:30`; `nil` where any time does.
    package static func clock(of call: PlannedOutreach) -> String? { call.startMinute.map(Wording.clock) }

    /// What happened last, how likely a reply is, and who else the call may lead to.
    static func why(_ call: PlannedOutreach, _ reasons: PlainReasons) -> String {
        let opens = call.opens.filter { Wording.visible($0.adds, 3) != nil }.map(\.name)
        return
            (reasons.clauses(call.basis) + [reasons.reply(call.replyProbability)]
            + (opens.isEmpty ? [] : ["may introduce you to \(opens.joined(separator: ", "))"]))
            .joined(separator: "; ")
    }

    private func footer(_ block: inout TextBlock, _ style: TextStyle) {
        for note in notes(avoidsCalls: style.avoidsCalls) {
            block.wrapped(note.words, after: "\(note.label): ", paint: note.label == "note" ? .dim : .plain)
        }
    }

    /// Who is left out, who is due besides, and what the numbers rest on.
    package func notes(avoidsCalls: Bool) -> [(label: String, words: String)] {
        var notes: [(label: String, words: String)] = []
        if !plan.turnedAway.isEmpty {
            notes.append(
                (
                    "left out",
                    "\(names(plan.turnedAway)): no day is left without a colleague of theirs\(avoidsCalls ? "" : ", or no calling hour")"
                ))
        }
        if !plan.dueElsewhere.isEmpty {
            notes.append(("also due", "\(names(plan.dueElsewhere)); `rebound today` has them all"))
        }
        notes.append(
            (
                "note",
                (avoidsCalls
                    ? "a message counts as \(plan.messageMinutes) minutes"
                    : "a call counts as \(plan.callMinutes) minutes, a message as \(plan.messageMinutes)")
                    + ", a day as \(plan.minutesPerDay)"
            ))
        return notes + plan.caveats.map { ("note", $0) }
    }

    private func names(_ people: [PersonID]) -> String {
        let names = network.people.keyed(by: \.id, \.name)
        return Wording.first(5, of: people.map { names[$0] ?? $0.text }).joined(separator: ", ")
    }
}
