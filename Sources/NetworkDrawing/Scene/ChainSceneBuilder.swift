import ReferralAnalysis
import ReferralGraph

/// Puts a chain into words.
struct ChainSceneBuilder {
    let analysis: NetworkAnalysis
    let options: DrawingOptions
    private let people: [PersonID: Person]
    private let companies: [CompanyID: Company]
    private var today: CalendarDay { analysis.asOf.day }

    init(_ analysis: NetworkAnalysis, options: DrawingOptions) {
        self.analysis = analysis
        self.options = options
        people = analysis.network.people.keyed(by: \.id)
        companies = analysis.network.companies.keyed(by: \.id)
    }

    /// - Parameters:
    ///   - chain: What to draw.
    ///   - others: What the picture does not show, for the caption.
    /// - Complexity: O(members log members + others).
    func scene(of chain: ReferralChain, title: String, others: [ReferralChain]) -> ChainScene {
        let shown = shownMembers(of: chain)
        let visible = chain.members.filter { shown.contains($0.person) }
        let folded = chain.members.filter { !shown.contains($0.person) }
        let links = ordered(visible, in: chain).map(link)
        let origin = chain.rejection.map { rejection in
            ChainScene.Origin(
                role: rejection.title, company: rejection.companyName,
                day: rejection.day.words(relativeTo: today))
        }
        let roots = chain.roots.map { root in
            NetworkScene.Link(
                from: nil, to: root.person, kind: .interview,
                label: chain.rejection.map { $0.saidBy.contains(root.person) ? ["said by"] : ["heard with"] }
                    ?? [],
                tooltip: "\(root.name) and the no")
        }
        return ChainScene(
            network: NetworkScene(
                title: chain.headline,
                subtitles: subtitles(chain, title: title, others: others, folded: folded.count),
                lanes: [],
                looseCards: chain.roots.map { card(of: $0, in: chain) }
                    + visible.map { card(of: $0, in: chain) },
                links: (origin == nil ? [] : roots) + links),
            origin: origin, folds: folds(folded, shown: shown, in: chain),
            words: (chain.roots + chain.members).map { words(on: $0, in: chain) })
    }

    /// Everyone, or those it went furthest with and whoever led to them.
    private func shownMembers(of chain: ReferralChain) -> Set<PersonID> {
        guard chain.members.count > options.everybodyUpTo else { return Set(chain.members.map(\.person)) }
        let givers = chain.members.keyed(by: \.person, \.from)
        var shown: Set<PersonID> = []
        let order = chain.members.enumerated().sorted { left, right in
            (Self.weight(left.element), left.offset) < (Self.weight(right.element), right.offset)
        }
        for (_, member) in order {
            let group = sequence(first: member.person) { givers[$0].flatMap(\.self) }
                .filter { givers[$0] != nil && !shown.contains($0) }
            if shown.count + group.count <= options.narrowsTo { shown.formUnion(group) }
        }
        return shown
    }

    /// What went furthest comes first.
    private static func weight(_ member: ReferralChain.Member) -> Int {
        ReferralChain.Outcome.allCases.firstIndex(of: member.outcome)! - (member.interviews.isEmpty ? 0 : 100)
    }

    /// The branch that led furthest comes first, so that it runs straight and the others lie below it.
    private func ordered(
        _ members: [ReferralChain.Member], in chain: ReferralChain
    ) -> [ReferralChain.Member] {
        let children = Dictionary(grouping: members.indices) { members[$0].from }
        var sizes = [Int](repeating: 0, count: members.count)
        for index in members.indices.reversed() {
            let member = members[index]
            let own =
                1 + 3 * member.interviews.count
                + (member.outcome == .accepted || member.outcome == .offer ? 9 : 0)
            sizes[index] = own + (children[member.person] ?? []).reduce(0) { $0 + sizes[$1] }
        }
        return chain.roots.map(\.person).reduce(into: []) { found, root in
            var pending = [root]
            while let person = pending.popLast() {
                let next = (children[person] ?? []).sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
                found += next.map { members[$0] }
                pending += next.reversed().map { members[$0].person }
            }
        }
    }

    private func folds(
        _ folded: [ReferralChain.Member], shown: Set<PersonID>, in chain: ReferralChain
    ) -> [ChainScene.Fold] {
        let visible = shown.union(chain.roots.map(\.person))
        let givers = chain.members.keyed(by: \.person, \.from)
        var folds: [ChainScene.Fold] = []
        for member in folded {
            let way = sequence(first: member.person) { givers[$0].flatMap(\.self) }
            guard let from = way.first(where: visible.contains) else { continue }
            if let index = folds.firstIndex(where: { $0.from == from }) {
                folds[index].names.append(member.name)
            } else {
                folds.append(.init(from: from, names: [member.name]))
            }
        }
        return folds
    }
}

extension ChainSceneBuilder {
    private func card(of member: ReferralChain.Member, in chain: ReferralChain) -> NetworkScene.Card {
        let person = people[member.person]
        let employment = person?.employment(on: today)
        let company = employment.flatMap { companies[$0.company]?.name }
        let (standing, note) = standing(of: member, in: chain)
        return NetworkScene.Card(
            person: member.person, name: member.name,
            title: employment?.title, facts: [company].compactMap(\.self) + facts(of: member),
            standing: standing, note: note, rank: nil,
            isStar: person?.isStar ?? false, tooltip: words(on: member, in: chain), link: person?.profileURL)
    }

    /// The interviews, and a talk that came to nothing more.
    private func facts(of member: ReferralChain.Member) -> [String] {
        var facts: [String] = []
        let days = member.interviews.map { $0.words(relativeTo: today) }
        if let last = days.last {
            facts.append(days.count == 1 ? "Interview \(last)" : "\(days.count) interviews, the last \(last)")
        }
        let day = member.since.map { " \($0.words(relativeTo: today))" } ?? ""
        switch member.outcome {
        case .talked where facts.isEmpty: facts.append("In touch, last\(day)")
        case .declined: facts.append("Did not want to talk\(day)")
        case .closed: facts.append("Closed\(day)")
        case .withdrawn: facts.append("You withdrew\(day)")
        default: break
        }
        return facts
    }

    private func standing(
        of member: ReferralChain.Member, in chain: ReferralChain
    ) -> (NetworkScene.Standing, String?) {
        let day = member.since.map { " \($0.words(relativeTo: today))" } ?? ""
        switch member.outcome {
        case .accepted: return (.offer, "Offer accepted\(day)")
        case .offer: return (.offer, "Offer\(day)")
        case .rejected:
            let isRoot = member.from == nil
            let gaveFeedback = analysis.network.opportunities.contains { role in
                role.rejection?.date.day == member.since
                    && role.feedback.contains { $0.from == member.person }
            }
            return (
                .rejected, (isRoot ? "Said no" : "Rejected") + day + (gaveFeedback ? ", gave feedback" : "")
            )
        case .silent: return (.stalled, "No word since\(day)")
        case .interviewed: return (.plain, "No decision yet")
        case .contacted: return (.plain, "Written to\(day), no answer yet")
        case .named: return (.plain, "Not in touch yet")
        case .promised: return (.plain, "Introduction promised\(day)")
        case .talked, .declined, .closed, .withdrawn: return (.plain, nil)
        }
    }

    private func link(to member: ReferralChain.Member) -> NetworkScene.Link {
        let day = member.referred?.words(relativeTo: today)
        let (kind, verb): (NetworkScene.Link.Kind, String) =
            switch member.outcome {
            case .promised: (.suggested, "promised")
            case .named: (.suggested, "name given")
            case .declined: (.contact, "declined")
            case .silent: (.stalled, "referral")
            default: (.referral, "referral")
            }
        let giver = member.from.flatMap { people[$0]?.name } ?? ""
        return NetworkScene.Link(
            from: member.from, to: member.person, kind: kind, label: [verb, day].compactMap(\.self),
            tooltip: "\(giver) pointed you to \(member.name)" + (day.map { ", \($0)" } ?? ""))
    }

    private func words(on member: ReferralChain.Member, in chain: ReferralChain) -> String {
        var parts: [String] = []
        if let from = member.from.flatMap({ people[$0]?.name }) {
            let day = member.referred.map { " on \($0.words(relativeTo: today))" } ?? ""
            parts.append(
                "\(member.name), whose name \(from) \(member.outcome == .promised ? "promised" : "gave")\(day)"
            )
        } else {
            parts.append(member.name)
        }
        parts += facts(of: member)
        if let note = standing(of: member, in: chain).1 { parts.append(note) }
        let rest = parts.dropFirst().joined(separator: "; ")
        return rest.isEmpty ? parts[0] : "\(parts[0]): \(rest)"
    }

    /// What the chain is part of, what is still open in it, and what else there is.
    private func subtitles(
        _ chain: ReferralChain, title: String, others: [ReferralChain], folded: Int
    ) -> [String] {
        var lines: [String] = []
        if !title.isEmpty { lines.append(title) }
        let open = chain.members.filter(\.outcome.isOpen)
        if !open.isEmpty {
            let most = 3
            let named = open.prefix(most).map { member in
                standing(of: member, in: chain).1.map { "\(member.name) (\(lowercasedFirst($0)))" }
                    ?? member.name
            }
            lines.append(
                "Still open: " + named.joined(separator: ", ")
                    + (open.count > most ? " and \(open.count - most) more." : "."))
        }
        if folded > 0 {
            lines.append(
                "Narrowed to \(chain.members.count - folded) of the \(chain.members.count) people it led to.")
        }
        let within = Set(chain.members.map(\.person))
        let leading = others.filter { $0.yield > 0 }
        let inside = leading.filter {
            $0.members.allSatisfy { within.contains($0.person) } && !$0.members.isEmpty
        }
        let elsewhere = leading.filter { !inside.contains($0) }
        if !inside.isEmpty { lines.append("On the way: \(list(inside)).") }
        if !elsewhere.isEmpty { lines.append("Elsewhere: \(list(elsewhere)).") }
        let barren = others.count - leading.count
        if barren > 0 {
            lines.append(
                "\(counted(barren, "other rejection has", "other rejections have")) led to no one yet: ask for a name."
            )
        }
        return lines
    }

    private func lowercasedFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

    private func list(_ chains: [ReferralChain]) -> String {
        let most = 3
        let named = chains.prefix(most).map { chain in
            "\(chain.beginning)\(chain.rejection.map { " of \($0.day.words(relativeTo: today))" } ?? "") led to \(chain.yieldInWords)"
        }
        let more = chains.count - named.count
        return named.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
    }
}
