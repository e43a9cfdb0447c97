import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// A week's plan for reading: the calls of each day, and what each adds.
public struct OutreachPlanText {
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

    /// Writes the text for a terminal.
    public func rendered(in style: TextStyle) -> String {
        var block = TextBlock(style: style)
        block.wrapped("\(title): a plan for \(budget), as of \(today.longWords)", paint: style.bold)
        for day in plan.days where !day.calls.isEmpty {
            block.heading(Self.heading(of: day))
            for call in day.calls { write(call, &block, style) }
        }
        block.blank()
        block.wrapped(summary)
        if !plan.calls.isEmpty {
            block.wrapped(promise, paint: style.dim)
            block.wrapped(
                "“adds” counts on top of the contacts chosen before; the numbers in brackets say in which order they were chosen",
                paint: style.dim)
        }
        footer(&block, style)
        return block.text
    }

    /// How many contacts, how long they take, and how good the plan is.
    var summary: String {
        if plan.calls.isEmpty {
            return plan.candidateCount == 0
                ? "There is no one to contact on these days." : "Nothing fits \(budget)."
        }
        let size = "\(Wording.count(plan.calls.count, "contact")) in \(Wording.count(plan.minutes, "minute"))"
        let share = Wording.percent((plan.guaranteedShare * 100).rounded(.down) / 100)
        guard let value = Wording.visible(plan.value, 3) else {
            return "\(size): at least \(share) of what the best plan there is would be worth"
        }
        return "\(size), worth \(value) together: at least \(share) of the best plan there is, "
            + "which is worth \(Wording.fixed(plan.valueAtMost, 3)) at most"
    }

    static func heading(of day: OutreachDay) -> String {
        "\(day.day.longWords) (\(Wording.count(day.minutes, "minute")))"
    }

    /// What is certain in advance of the way the contacts were chosen.
    private var promise: String {
        guard let share = plan.promisedShare else {
            return
                "chosen greedily; someone did not fit into the days, so only this plan’s own numbers vouch for it"
        }
        let why: String
        switch plan.budget {
        case .calls: why = "1 - 1/e"
        case .minutes: why = "half of 1 - 1/e"
        }
        return "chosen greedily, which promises \(Wording.percent(share)) of the best in advance (\(why))"
    }

    private var budget: String {
        switch plan.budget {
        case .calls(let count): Wording.count(count, "contact")
        case .minutes(let count): Wording.count(count, "minute")
        }
    }

    private func write(_ call: PlannedOutreach, _ block: inout TextBlock, _ style: TextStyle) {
        let role = [call.title, call.company].compactMap(\.self).joined(separator: " · ")
        block.wrapped(
            "\(call.name)\(role.isEmpty ? "" : " · \(role)") [\(call.choice)]",
            after: call.startMinute.map { "  \(Wording.clock($0))  " } ?? "  any    ", paint: style.bold)
        block.wrapped(Self.action(of: call), after: "       do    ", paint: style.amber)
        block.wrapped(call.action.say, after: "       say   ")
        block.wrapped(Self.additions(of: call), after: "       adds  ", paint: style.dim)
        if let rule = call.rule {
            block.wrapped(Wording.rule(rule), after: "       why   ", paint: style.dim)
        }
    }

    /// What to do, how long it takes, and whose clock the time is on.
    static func action(of call: PlannedOutreach) -> String {
        let action = "\(Wording.action(call.action)) · \(Wording.count(call.minutes, "minute"))"
        guard call.startMinute != nil else { return action }
        return action + (call.timeZone.map { " · \($0)" } ?? " · their time")
    }

    /// What a call adds to those before it, and through whom.
    static func additions(of call: PlannedOutreach) -> String {
        let opens = call.opens.compactMap { opened in
            Wording.visible(opened.adds, 3).map { "\($0) by a word to \(opened.name)" }
        }
        let parts: [String?] = [
            Wording.visible(call.adds, 3).map { ([$0] + opens).joined(separator: ", ") },
            Wording.visible(call.alone, 3).map { "alone \($0)" },
            Wording.visible(call.missedWithout, 3).map { "missed without it \($0)" },
            "answers \(Wording.percent(call.replyProbability))",
        ]
        return parts.compactMap(\.self).joined(separator: "; ")
    }

    private func footer(_ block: inout TextBlock, _ style: TextStyle) {
        if !plan.turnedAway.isEmpty {
            block.wrapped(
                "\(names(plan.turnedAway)): every day is taken by a colleague of the same team, or has no calling hour left",
                after: "left out: ")
        }
        if !plan.dueElsewhere.isEmpty {
            block.wrapped(
                "\(names(plan.dueElsewhere)); `rebound today` has them all", after: "also due: ")
        }
        block.wrapped(
            "assumed: a call takes \(plan.callMinutes) minutes, a message \(plan.messageMinutes)",
            after: "note: ",
            paint: style.dim)
        for caveat in plan.caveats { block.wrapped(caveat, after: "note: ", paint: style.dim) }
    }

    private func names(_ people: [PersonID]) -> String {
        let names = Dictionary(network.people.map { ($0.id, $0.name) }) { first, _ in first }
        return Wording.first(5, of: people.map { names[$0] ?? $0.text }).joined(separator: ", ")
    }
}
