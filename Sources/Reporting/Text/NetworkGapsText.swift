public import ReferralAnalysis
public import ReferralGraph

/// Where a network is thin, for reading.
public struct NetworkGapsText: ReadableReport {
    private let gaps: NetworkGaps
    private let network: ReferralNetwork
    private let title: String
    private let today: CalendarDay
    private let limit: Int

    /// Makes the text of the gaps.
    /// - Parameters:
    ///   - gaps: The gaps.
    ///   - network: The network they are of.
    ///   - title: What the network is called.
    ///   - today: The day asked about.
    ///   - limit: How many of each kind to show at the most.
    public init(
        _ gaps: NetworkGaps, in network: ReferralNetwork, title: String, today: CalendarDay, limit: Int = 10
    ) {
        self.gaps = gaps
        self.network = network
        self.title = title
        self.today = today
        self.limit = limit
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped("\(title): gaps, as of \(today.longWords)", paint: .bold)
        section("Wanted, but out of reach", gaps.unreached, &block) { unreached($0) }
        section("Companies you reach through one person only", gaps.singlePoints, &block) { point in
            let where_ = point.isInside ? "works there" : "leads there"
            let answers = point.replyProbability.map { ", \(Wording.percent($0)) likely to reply" } ?? ""
            return "\(point.companyName): \(point.name) \(where_)\(answers)"
        }
        section("Circles where everyone knows everyone", gaps.clusters, &block) { cluster in
            let names = Wording.first(5, of: cluster.names).joined(separator: ", ")
            let strangers = Wording.count(cluster.strangerCount, "person", "people")
            return "\(names) (\(cluster.people.count)): they know "
                + (cluster.strangerCount == 0 ? "no one" : strangers) + " new to you"
        }
        section("Contacts who link separate circles", gaps.brokers, &block) { broker in
            let only = Wording.first(3, of: broker.onlyWayTo.map(name)).joined(separator: ", ")
            return "\(broker.name): knows \(Wording.count(broker.acquaintanceCount, "person", "people"))"
                + (only.isEmpty ? "" : "; your only path to \(only)")
                + (broker.lastContact.map { "; last contact \($0.words(relativeTo: today))" }
                    ?? "; never in touch")
        }
        block.blank()
        block.wrapped(ties)
        if gaps.wantedCount == 0 {
            block.wrapped(
                "You have not said where you want to work: `rebound want COMPANY` records it."
            )
        }
        if gaps.outOfReachCount > 0 {
            block.wrapped(
                "No chain leads to \(Wording.count(gaps.outOfReachCount, "person", "people")) in your network."
            )
        }
        return block
    }

    private func section<Item>(
        _ heading: String, _ items: [Item], _ block: inout TextBlock, words: (Item) -> String
    ) {
        guard !items.isEmpty else { return }
        block.heading("\(heading) (\(items.count))")
        for line in Wording.first(limit, of: items.map(words)) { block.wrapped(line, after: "  ") }
    }

    private func unreached(_ company: NetworkGaps.UnreachedCompany) -> String {
        let head = "\(company.name) · \(company.why): "
        if let probability = company.probability {
            return head + (["You"] + company.names).joined(separator: " → ")
                + ", \(Wording.percent(probability))"
        }
        return head
            + (company.peopleCount == 0
                ? "no one there is in your network"
                : "no path to the \(Wording.count(company.peopleCount, "person", "people")) there")
    }

    private var ties: String {
        guard let share = gaps.newTies.share else {
            return "Your contacts have no recorded ties of their own."
        }
        let leading = gaps.newTies.leadingOn
        return "Your contacts have \(Wording.count(gaps.newTies.all, "tie")) of their own; "
            + (leading == 0
                ? "none leads" : "\(leading) (\(Wording.percent(share))) \(leading == 1 ? "leads" : "lead")")
            + " to someone new."
    }

    private func name(_ person: PersonID) -> String {
        network.people.first { $0.id == person }?.name ?? person.text
    }
}
