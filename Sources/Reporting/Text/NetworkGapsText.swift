public import ReferralAnalysis
public import ReferralGraph

/// Where a network is thin, for reading.
public struct NetworkGapsText {
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

    /// Writes the text for a terminal.
    public func rendered(in style: TextStyle) -> String {
        var block = TextBlock(style: style)
        block.wrapped("\(title): gaps, as of \(today.longWords)", paint: style.bold)
        section("Wanted, but out of reach", gaps.unreached, &block) { unreached($0) }
        section("One silence from being cut off", gaps.singlePoints, &block) { point in
            let where_ = point.isInside ? "works there" : "knows the way"
            let answers = point.replyProbability.map { " and answers \(Wording.percent($0))" } ?? ""
            return "\(point.companyName): you depend on \(point.name), who \(where_)\(answers)"
        }
        section("Circles where everyone knows everyone", gaps.clusters, &block) { cluster in
            let names = Wording.first(5, of: cluster.names).joined(separator: ", ")
            return "\(names) (\(cluster.people.count)); beyond them "
                + Wording.count(cluster.strangerCount, "person", "people") + " you do not know"
        }
        section("Bridges worth tending", gaps.brokers, &block) { broker in
            var words =
                "\(broker.name): effective size \(Wording.fixed(broker.effectiveSize, 1)) of "
                + "\(broker.acquaintanceCount), constraint \(Wording.fixed(broker.constraint, 2))"
            if !broker.onlyWayTo.isEmpty {
                words +=
                    "; the only way to \(Wording.first(3, of: broker.onlyWayTo.map(name)).joined(separator: ", "))"
            }
            return words
                + (broker.lastContact.map { "; last contact \($0.words(relativeTo: today))" }
                    ?? "; never in touch")
        }
        block.blank()
        block.wrapped(ties)
        if gaps.wantedCount == 0 {
            block.wrapped(
                "You have not said where you want to work: give a company a priority, or record an opportunity or an opening."
            )
        }
        if gaps.outOfReachCount > 0 {
            block.wrapped(
                "No chain leads to \(Wording.count(gaps.outOfReachCount, "person", "people")) of the network."
            )
        }
        return block.text
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
                ? "nobody there is in the network"
                : "no way to the \(Wording.count(company.peopleCount, "person", "people")) there")
    }

    private var ties: String {
        guard let share = gaps.newTies.share else {
            return "Your contacts have no recorded ties of their own."
        }
        return "\(Wording.percent(share)) of your contacts’ \(Wording.count(gaps.newTies.all, "tie")) "
            + "(\(gaps.newTies.leadingOn)) lead to somebody new."
    }

    private func name(_ person: PersonID) -> String {
        network.people.first { $0.id == person }?.name ?? person.text
    }
}
