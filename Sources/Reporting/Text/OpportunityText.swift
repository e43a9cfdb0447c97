import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// Everything known about one role, for reading.
public struct OpportunityText: ReadableReport {
    private let profile: OpportunityProfile
    private let network: ReferralNetwork
    private let today: CalendarDay

    /// Makes the text of a role.
    public init(_ profile: OpportunityProfile, in network: ReferralNetwork, today: CalendarDay) {
        self.profile = profile
        self.network = network
        self.today = today
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped(heading, paint: .bold)
        block.wrapped("id \(profile.opportunity)", paint: .dim)
        for line in facts { block.wrapped(line) }
        section("Due", dueLines, &block, paint: .amber)
        section("Coming up", appointments, &block)
        if !profile.people.isEmpty {
            block.heading("People")
            for person in profile.people {
                block.wrapped(Self.part(person), after: "  ", about: person.person)
            }
        }
        section("Open promises", profile.promises.map(words), &block)
        section("What happened", profile.stages.map(words), &block)
        section("What they said about it", profile.feedback.map(words), &block)
        signals(profile.signals, today: today, in: &block)
        return block
    }

    /// `Account lead · Harbor Savings`.
    package var heading: String {
        [profile.title, profile.companyName, profile.department].compactMap(\.self).joined(separator: " · ")
    }

    /// Where it stands, by when one can apply, and whether someone else got it.
    package var facts: [String] {
        [
            standing, profile.closes.map { "Applications close \(Wording.due($0, today: today))." },
            profile.isFilled.map { $0 ? "Someone else got it." : "No one got it." },
        ].compactMap(\.self)
    }

    private var standing: String? {
        guard let stage = profile.stage else { return "Nothing has happened yet." }
        let words = [Wording.stage(stage).capitalizedFirst, age, end].compactMap(\.self)
        return words.joined(separator: " · ")
    }

    /// `today`, `1 day`, `12 days, since 28 Mar`: how long it stands where it stands; `nil` where nothing has happened yet.
    package var age: String? {
        guard let days = profile.days, let since = profile.since else { return nil }
        return days == 0
            ? "since today" : "\(Wording.count(days, "day")), since \(since.words(relativeTo: today))"
    }

    /// `answer by Mon 13 Apr (in 4 days)`; `nil` where no day was named.
    package var end: String? {
        profile.until.map {
            "\(profile.stage == .offer ? "answer by" : "until") \(Wording.due($0, today: today))"
        }
    }

    /// What is to be done about it, in lines of one sentence.
    package var dueLines: [String] {
        let names = network.people.keyed(by: \.id, \.name)
        return profile.due.map {
            Wording.steps([$0], with: names[$0.person] ?? $0.person.text, today: today)
        }
    }

    /// The talks about it that lie ahead, a line each.
    package var appointments: [String] {
        profile.appointments.map { Wording.appointment($0, in: network, today: today, naming: false) }
    }

    /// `Dan Whitfield · hiring manager`.
    static func part(_ person: OpportunityProfile.Part) -> String {
        ([person.name] + person.roles.map(word)).joined(separator: " · ")
    }

    /// `hiring manager`.
    package static func word(_ role: Participant.Role) -> String {
        String(role.rawValue.map { $0 == "-" ? " " : $0 })
    }

    private func words(_ step: OpportunityProfile.Step) -> String {
        let what = Wording.stage(step.stage) + (step.round.map { " \($0)" } ?? "")
        let end = step.until.map {
            "\(step.stage == .offer ? "answer by" : "until") \($0.words(relativeTo: today))"
        }
        return
            ([step.date.words(relativeTo: today), what] + [end].compactMap(\.self) + step.names
            + [step.note].compactMap(\.self)).joined(separator: " · ")
    }

    private func words(_ comment: OpportunityProfile.Comment) -> String {
        [comment.date.words(relativeTo: today), comment.name, "“\(comment.text)”"].compactMap(\.self)
            .joined(separator: " · ")
    }

    private func words(_ pledge: OpportunityProfile.Pledge) -> String {
        let side = pledge.promise.by == .seeker ? "you, to \(pledge.name)" : pledge.name
        let due = pledge.promise.due.map { "due \(Wording.due($0.day, today: today))" }
        return ["\(side): \(pledge.promise.what)", due].compactMap(\.self).joined(separator: " · ")
    }

    private func section(
        _ heading: String, _ lines: [String], _ block: inout TextBlock, paint: TextTone = .plain
    ) {
        guard !lines.isEmpty else { return }
        block.heading(heading)
        for line in lines { block.wrapped(line, after: "  ", paint: paint) }
    }
}

extension OpportunityBoard.Column {
    /// What the stage is called above its roles: `Applied`.
    package var heading: String { stage.map { Wording.stage($0).capitalizedFirst } ?? "Not applied yet" }
}

extension Stage {
    /// What the stage is called: `on hold`.
    package var word: String { Wording.stage(self) }
}

extension Wording {
    /// A step, or the steps of one occasion: `Dan Whitfield: thank them, then call · tomorrow`.
    static func steps(_ parts: [DueStep], with name: String, today: CalendarDay) -> String {
        "\(name): \(parts.map(\.action.what.lowercasedFirst).joined(separator: ", then ")) · "
            + due(parts[0].due, today: today)
    }

    /// A talk that lies ahead: `13 Apr at 10:00: interview with Dan Whitfield about “Account lead”`.
    /// - Parameter naming: Whether to name the role that it is about.
    static func appointment(
        _ talk: Today.Appointment, in network: ReferralNetwork, today: CalendarDay, naming: Bool = true
    ) -> String {
        let time = talk.date.secondOfDay.map { " at \(Playbook.clock($0 / 60))" } ?? ""
        // Without a zone of one's own, a time in UTC is that of no clock on the wall.
        let isWithoutZone = network.people.first { $0.id == network.seeker }?.timeZone == nil
        let zone = isWithoutZone && talk.date.utcOffsetMinutes == 0 ? " UTC" : ""
        let role =
            !naming
            ? nil
            : talk.opportunity.flatMap { id in
                network.opportunities.first { $0.id == id }.map { " about “\($0.title)”" }
            }
        let subject = talk.subject.map { ": “\($0)”" } ?? ""
        return "\(talk.date.day.words(relativeTo: today))\(time)\(zone): \(channel(talk.channel)) with "
            + talk.names.joined(separator: ", ") + (role ?? "") + subject
            + (talk.note.map { "; \($0)" } ?? "")
    }
}
