import Playbook
import ReferralAnalysis
import ReferralGraph

/// Chooses what a picture shows and puts it into words.
struct SceneBuilder {
    private let analysis: NetworkAnalysis
    private let options: DrawingOptions
    /// What to tell of people in place of how things stand.
    private let changes: [PersonID: PersonChange]
    private let people: [PersonID: Person]
    private let companies: [CompanyID: Company]
    private let ranks: [PersonID: NextContact]
    private let stalled: [PersonID: StalledThread]
    private let standings: [PersonID: OpportunityStanding]
    private let ways: WaysIn
    private var network: ReferralNetwork { analysis.network }
    private var today: CalendarDay { analysis.asOf.day }

    init(_ analysis: NetworkAnalysis, options: DrawingOptions, changes: NetworkChanges? = nil) {
        self.analysis = analysis
        self.options = options
        self.changes = (changes?.changes ?? []).keyed(by: \.person)
        people = analysis.network.people.keyed(by: \.id)
        companies = analysis.network.companies.keyed(by: \.id)
        ranks = analysis.nextContacts.contacts.keyed(by: \.person)
        stalled = analysis.stalledThreads.threads.filter { $0.kind != .closed }.keyed(by: \.person)
        standings = OpportunityStanding.byPerson(in: analysis.network)
        ways = WaysIn(analysis)
    }

    /// The scene and who is in it.
    /// - Complexity: O(people log people + referrals).
    func scene(title: String) -> NetworkScene {
        let selection = PeopleSelection(
            analysis, ways: ways, standings: standings, stalled: stalled, options: options)
        let shown = Set(selection.shown)
        let links = selection.shown.compactMap { link(to: $0, shown: shown) }
        var byCompany: [CompanyID: [NetworkScene.Card]] = [:]
        var loose: [NetworkScene.Card] = []
        for id in selection.shown {
            guard let person = people[id] else { continue }
            let card = card(for: person)
            if let company = person.employment(on: today)?.company, companies[company]?.isEmployer == true {
                byCompany[company, default: []].append(card)
            } else {
                loose.append(card)
            }
        }
        var folded: [CompanyID: Int] = [:]
        var foldedElsewhere = 0
        for id in selection.folded {
            if let company = people[id]?.employment(on: today)?.company, byCompany[company] != nil {
                folded[company, default: 0] += 1
            } else {
                foldedElsewhere += 1
            }
        }
        var lanes = byCompany.map { company, cards in
            NetworkScene.Lane(
                company: company, name: companies[company]?.name ?? company.text,
                caption: caption(cards, folded: folded[company] ?? 0), cards: cards,
                foldedCount: folded[company] ?? 0)
        }
        lanes.sort(by: comesFirst)
        if lanes.count > options.lanesAtMost {
            foldedElsewhere += gather(&lanes, links: links)
        }
        return NetworkScene(
            title: title, subtitles: subtitles(selection, elsewhere: foldedElsewhere),
            lanes: lanes, looseCards: loose, links: links)
    }

    /// Lanes with more people come first, then those where there is more to do, then by name.
    private func comesFirst(_ left: NetworkScene.Lane, _ right: NetworkScene.Lane) -> Bool {
        func key(_ lane: NetworkScene.Lane) -> (Int, Int, String) {
            (-lane.cards.count, lane.cards.compactMap(\.rank).min() ?? .max, lane.company?.text ?? "")
        }
        return key(left) < key(right)
    }

    /// Puts the people of companies with one card each into one lane, which their cards then name, and returns
    /// how many folded people of those companies no lane speaks of any more.
    ///
    /// Links of a chain keep their lanes, which can stand near one another; the shared one would have to stretch
    /// from end to end.
    private func gather(_ lanes: inout [NetworkScene.Lane], links: [NetworkScene.Link]) -> Int {
        let chained = Set(links.compactMap(\.from) + links.filter { $0.from != nil }.map(\.to))
        let isSingle = { (lane: NetworkScene.Lane) in
            lane.cards.count == 1 && !chained.contains(lane.cards[0].person)
        }
        let singles = lanes.filter(isSingle)
        guard singles.count > 1 else { return 0 }
        lanes.removeAll(where: isSingle)
        let cards = singles.map { lane in
            var card = lane.cards[0]
            card.title = [card.title, lane.name].compactMap(\.self).joined(separator: " · ")
            return card
        }
        let folded = singles.reduce(0) { $0 + $1.foldedCount }
        lanes.append(
            NetworkScene.Lane(
                company: nil, name: "Other companies",
                caption: "\(singles.count) companies, one person\(folded > 0 ? " of" : "") each",
                cards: cards,
                foldedCount: 0))
        return folded
    }

    private func subtitles(_ selection: PeopleSelection, elsewhere: Int) -> [String] {
        let total = selection.shown.count + selection.folded.count
        var lines: [String] = []
        if let summary = network.summary {
            lines.append(summary)
        } else {
            lines.append(
                "\(counted(total, "person", "people")), \(counted(network.companies.count, "company", "companies"))"
            )
        }
        if !selection.folded.isEmpty {
            lines.append(narrowing(selection, total: total, elsewhere: elsewhere))
        }
        return lines
    }

    /// Who is left out, and why.
    private func narrowing(_ selection: PeopleSelection, total: Int, elsewhere: Int) -> String {
        let scope: String
        switch options.scope {
        case .everybody:
            var line = "Narrowed to the \(selection.shown.count) people who matter most now, of \(total)"
            if elsewhere > 0 { line += "; \(elsewhere) of the others are at companies not shown" }
            return line + "."
        case .people: scope = "the ones concerned"
        case .around(let person, let steps):
            scope = "the ones within \(counted(steps, "step")) of \(people[person]?.name ?? person.text)"
        case .top(let count): scope = "the first \(count) of the call list"
        case .only(let traits):
            let words = DrawingOptions.Trait.allCases.filter(traits.contains).map(\.rawValue)
            scope = "who is one of \(words.joined(separator: ", "))"
        }
        let omitted = selection.omittedCount > 0 ? "; \(selection.omittedCount) more are left out" : ""
        return
            "\(selection.shown.count) of \(counted(total, "person", "people")): \(scope), and the path to them\(omitted)."
    }

    private func card(for person: Person) -> NetworkScene.Card {
        let employment = person.employment(on: today)
        let contact = ranks[person.id]
        let (standing, note) = standing(of: person, contact)
        var tooltip = [person.name]
        if let title = employment?.title { tooltip.append(title) }
        if let company = employment.flatMap({ companies[$0.company]?.name }) { tooltip.append(company) }
        if let note { tooltip.append(note) }
        if let contact { tooltip.append("number \(contact.rank) to contact: \(contact.action.what)") }
        return NetworkScene.Card(
            person: person.id, name: person.name, title: employment?.title, standing: standing, note: note,
            rank: contact.flatMap { $0.rank <= options.badgesAtMost ? $0.rank : nil }, isStar: person.isStar,
            tooltip: tooltip.joined(separator: " · "), link: options.linksPages ? person.profileURL : nil)
    }

    private func standing(
        of person: Person, _ contact: NextContact?
    ) -> (NetworkScene.Standing, String?) {
        if let change = changes[person.id] {
            let standing: NetworkScene.Standing =
                switch change.kind {
                case .offer: .offer
                case .rejected: .rejected
                case .new: .new
                case .stalled: .stalled
                case .warmer: .warmer
                }
            return (standing, "\(change.words) \(change.day.words(relativeTo: today))")
        }
        let opportunity = standings[person.id]
        if let offer = opportunity?.offer {
            return (
                .offer,
                "\(offer.isAccepted ? "Offer accepted" : "Offer") \(offer.day.words(relativeTo: today))"
            )
        }
        if let thread = stalled[person.id] {
            return (.stalled, thread.step?.action.what ?? "Silent \(counted(thread.silentDays, "day"))")
        }
        if let rejection = opportunity?.rejection {
            let feedback = rejection.hasFeedback ? ", gave feedback" : ""
            return (.rejected, "Rejected \(rejection.day.words(relativeTo: today))\(feedback)")
        }
        if let contact, contact.isDue { return (.plain, contact.action.what) }
        return (.plain, nil)
    }

    private func caption(_ cards: [NetworkScene.Card], folded: Int) -> String {
        if cards.count + folded == 1, let words = silence(of: cards[0].person) { return words }
        let departments = Set(cards.compactMap { people[$0.person]?.employment(on: today)?.department })
        let rejections = cards.count { $0.standing == .rejected }
        let offers = cards.count { $0.standing == .offer }
        let silent = cards.count { $0.standing == .stalled }
        var parts: [String]
        if folded > 0 {
            parts = ["\(cards.count) of \(cards.count + folded) people"]
        } else if departments.count > 1, cards.count < 6 {
            parts = [counted(departments.count, "department")]
        } else {
            parts = [counted(cards.count, "person", "people")]
        }
        if rejections > 0 { parts.append(counted(rejections, "rejection")) }
        if silent > 0 { parts.append("\(silent) stalled") }
        if offers > 0 { parts.append(counted(offers, "offer")) }
        return parts.joined(separator: " · ")
    }

    /// The note on the silence of a company's only person.
    private func silence(of person: PersonID) -> String? {
        guard standings[person]?.offer == nil, let thread = stalled[person], thread.kind == .theyOwe,
            thread.step?.rule.kind == .silence
        else { return nil }
        let days = counted(thread.silentDays, "day")
        if thread.step?.rule == .afterInterview { return "Interviewed; no word for \(days)" }
        let tries = unansweredAsks(of: person)
        let areWritten = tries.allSatisfy { [.email, .letter, .message].contains($0.channel) }
        if tries.count > 1 {
            return "\(areWritten ? "Wrote" : "Tried") \(TimeInWords.times(tries.count)); no reply"
        }
        let isCall = tries.first?.channel == .call
        return "\(areWritten ? "Wrote" : isCall ? "Called" : "Asked"); no reply for \(days)"
    }

    /// What the seeker asked a person since the person's last word, in time order.
    private func unansweredAsks(of person: PersonID) -> [Interaction] {
        let interactions = analysis.network.interactions.filter { $0.people.contains(person) }
        let lastWord = interactions.filter { $0.direction != .outgoing }.map(\.date).max()
        return interactions.filter { ask in ask.isAsk && lastWord.map { $0 < ask.date } ?? true }
            .sorted { $0.date < $1.date }
    }

    private func link(to person: PersonID, shown: Set<PersonID>) -> NetworkScene.Link? {
        let isStalled = stalled[person] != nil
        let name = people[person]?.name ?? person.text
        if let way = ways.referral(to: person), shown.contains(way.from) {
            let day = way.firstDate?.words(relativeTo: today)
            let referrer = people[way.from]?.name ?? way.from.text
            return NetworkScene.Link(
                from: way.from, to: person, kind: isStalled ? .stalled : .referral,
                label: ["referral", day].compactMap(\.self),
                tooltip: ["\(referrer) pointed you to \(name)", day].compactMap(\.self).joined(
                    separator: ", "))
        }
        if analysis.isContact(person) { return directLink(to: person, name: name, isStalled: isStalled) }
        if let helper = ways.introducer(of: person), shown.contains(helper) {
            let helperName = people[helper]?.name ?? helper.text
            return NetworkScene.Link(
                from: helper, to: person, kind: .suggested, label: [],
                tooltip: "\(helperName) could introduce you to \(name)")
        }
        return ranks[person] == nil
            ? nil
            : NetworkScene.Link(
                from: nil, to: person, kind: .suggested, label: [], tooltip: "Not in touch yet: \(name)")
    }

    private func directLink(to person: PersonID, name: String, isStalled: Bool) -> NetworkScene.Link {
        let opportunity = standings[person]
        let last = analysis.lastContact(with: person)
        let interview = opportunity?.interview
        let kind: NetworkScene.Link.Kind =
            opportunity?.offer != nil
            ? .offer : isStalled ? .stalled : opportunity?.rejection != nil ? .interview : .contact
        var label: [String] = []
        if kind == .offer, let offer = opportunity?.offer {
            label = ["offer \(offer.day.words(relativeTo: today))"]
        } else if let interview, kind == .interview || stalled[person]?.step?.rule == .afterInterview {
            label = ["interview \(interview.words(relativeTo: today))"]
        } else if let last {
            let day = last.date.day.words(relativeTo: today)
            label = ["\(last.channel == .email ? "e-mail" : last.channel.rawValue) \(day)"]
        }
        return NetworkScene.Link(
            from: nil, to: person, kind: kind, label: label,
            tooltip: (["You and \(name)"] + label).joined(separator: ": "))
    }
}

/// A number with its noun.
func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    number == 1 ? "1 \(singular)" : "\(number) \(plural ?? singular + "s")"
}
