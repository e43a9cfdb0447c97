import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// A replay of silences for reading, under one policy or under two side by side.
public struct ReplayText: ReadableReport {
    private let replay: SilenceReplay
    private let other: SilenceReplay?
    private let title: String
    private let policies: [String]
    private let names: [PersonID: String]
    private let roles: [OpportunityID: String]

    /// Makes the text of a replay.
    /// - Parameters:
    ///   - replay: The replay.
    ///   - policy: The name of its policy.
    ///   - other: One under another policy, to compare with, and that policy's name.
    ///   - network: Whose history it is.
    ///   - title: What the network is called.
    public init(
        _ replay: SilenceReplay, policy: String,
        against other: (replay: SilenceReplay, policy: String)? = nil,
        in network: ReferralNetwork, title: String
    ) {
        self.replay = replay
        self.other = other?.replay
        self.title = title
        policies = [policy, other?.policy].compactMap(\.self)
        names = network.people.keyed(by: \.id, \.name)
        roles = network.opportunities.keyed(by: \.id, \.title)
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped(
            "\(title): silences flagged from \(replay.from.longWords) to \(replay.to.longWords)",
            paint: .bold)
        block.wrapped("policy \(policies.joined(separator: ", against "))", paint: .dim)
        if let other {
            let pairs = replay.compared(with: other)
            for pair in pairs { compare(pair, &block, style) }
            let agreeing = pairs.count(where: \.agrees)
            block.blank()
            block.wrapped(
                pairs.isEmpty
                    ? "Neither flags a thread."
                    : "\(Wording.count(pairs.count, "silence")); the policies agree on \(agreeing)")
        } else {
            for flag in replay.flags {
                heading(flag, &block, style)
                block.wrapped(course(of: flag), after: "     ")
            }
            if replay.flags.isEmpty {
                block.blank()
                block.wrapped("No thread would have been flagged.")
            }
        }
        return block
    }

    private func compare(
        _ pair: SilenceReplay.Difference, _ block: inout TextBlock, _ style: TextStyle
    ) {
        guard let flag = pair.first ?? pair.second else { return }
        heading(flag, &block, style)
        for (name, flag) in zip(policies, [pair.first, pair.second]) {
            block.wrapped(flag.map(course(of:)) ?? "not flagged", after: "     \(name): ")
        }
    }

    private func heading(_ flag: SilenceReplay.Flag, _ block: inout TextBlock, _ style: TextStyle) {
        let role = flag.opportunity.flatMap { roles[$0] }.map { " · \($0)" } ?? ""
        block.blank()
        block.wrapped(
            "\(names[flag.person] ?? flag.person.text)\(role) · since \(words(flag.since))", after: "  ",
            paint: .bold)
    }

    /// `R2.first-message: flagged 25 Mar, they spoke 27 Mar`.
    private func course(of flag: SilenceReplay.Flag) -> String {
        var text = "\(flag.rule.rawValue): flagged \(words(flag.flagged))"
        if let ended = flag.ended, let ending = flag.ending {
            text += ", \(phrase(ending)) \(words(ended))"
        } else {
            text += ", open to the end"
        }
        return text
    }

    private func phrase(_ ending: SilenceReplay.Ending) -> String {
        switch ending {
        case .theySpoke: "they spoke"
        case .youActed: "you acted"
        case .closed: "closed"
        case .settled: "settled"
        case .cooledDown: "cooled down"
        }
    }

    private func words(_ day: CalendarDay) -> String { day.words(relativeTo: replay.to) }
}
