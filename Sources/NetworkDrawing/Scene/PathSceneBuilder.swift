import Playbook
import ReferralAnalysis
import ReferralGraph

/// Puts introduction paths into words.
struct PathSceneBuilder {
    private let analysis: NetworkAnalysis
    private let report: IntroductionPaths
    private let people: [PersonID: Person]
    private let companies: [CompanyID: Company]
    private var today: CalendarDay { analysis.asOf.day }

    init(_ analysis: NetworkAnalysis, report: IntroductionPaths) {
        self.analysis = analysis
        self.report = report
        people = analysis.network.people.keyed(by: \.id)
        companies = analysis.network.companies.keyed(by: \.id)
    }

    /// - Precondition: The report has a path.
    func scene(title: String) -> PathScene {
        PathScene(
            title: headline(report.paths[0]), subtitles: subtitles(report.paths[0], title: title),
            ways: report.paths.map(way))
    }

    private func way(_ route: IntroductionRoute) -> PathScene.Way {
        PathScene.Way(
            hops: route.hops.enumerated().map { position, hop in
                PathScene.Hop(
                    from: position == 0 ? nil : hop.from,
                    card: card(
                        of: hop.to, name: hop.toName,
                        note: position == 0 && route.rank == 1 && route.hops.count > 1
                            ? route.ask.action.what : nil),
                    odds: Likelihood(hop.probability),
                    verb: position == 0 ? "replies" : "introduces you",
                    evidence: position == 0 ? lastWord(with: hop.to) : hop.evidence)
            }, weakestHop: route.hops.count > 1 ? route.weakestHop : nil,
            odds: Likelihood(route.probability))
    }

    private func card(of id: PersonID, name: String, note: String?) -> NetworkScene.Card {
        let person = people[id]
        let employment = person?.employment(on: today)
        let company = employment.flatMap { companies[$0.company]?.name }
        return NetworkScene.Card(
            person: id, name: name, title: employment?.title, facts: [company].compactMap(\.self),
            standing: .plain, note: note, rank: nil, isStar: person?.isStar ?? false,
            tooltip: [name, employment?.title, company].compactMap(\.self).joined(separator: " · "),
            link: person?.profileURL)
    }

    private func lastWord(with person: PersonID) -> String {
        analysis.lastContact(with: person).map { "last in touch \($0.date.day.words(relativeTo: today))" }
            ?? "never in touch"
    }

    private func headline(_ route: IntroductionRoute) -> String {
        let odds = Likelihood(route.probability).both
        let between = route.hops.dropLast().map(\.toName)
        let goal = report.company == nil ? "to \(report.name)" : "into \(report.name)"
        guard !between.isEmpty else {
            return report.company == nil
                ? "You can ask \(report.name) yourself: \(odds)"
                : "You can ask \(route.hops[0].toName) at \(report.name) yourself: \(odds)"
        }
        return "Best path \(goal): through \(enumerated(between)), \(odds)"
    }

    private func subtitles(_ route: IntroductionRoute, title: String) -> [String] {
        var lines: [String] = []
        if !title.isEmpty { lines.append(title) }
        if route.hops.count > 1 {
            let hop = route.hops[route.weakestHop]
            let odds = Likelihood(hop.probability).percent
            lines.append(
                "The weakest step: "
                    + (route.weakestHop == 0
                        ? "whether \(hop.toName) replies"
                        : "whether \(hop.fromName) introduces you to \(hop.toName)")
                    + ", \(odds).")
        }
        lines.append(
            "First: \(route.ask.action.what). Say: \(route.ask.action.say)"
                + (route.ask.notBefore.map { " Not before \($0.words(relativeTo: today))." } ?? ""))
        if let waiting = route.ask.waiting { lines.append("Good to know: \(waiting).") }
        let no = route.hops.count == 1 ? "If there is no reply" : "If \(route.ask.name) declines"
        lines.append(
            route.ifDeclined.map {
                "\(no), you can still go through \(enumerated($0.names.count > 1 ? $0.names.dropLast() : $0.names[...])), \(Likelihood($0.probability).percent)."
            } ?? "\(no), no other path is known.")
        let multiplies = report.paths.contains { $0.hops.count > 1 }
        lines.append(
            (multiplies ? "The odds of the steps multiply. " : "") + "Trust the order, not the percentages.")
        return lines
    }
}

/// Names as one says them: `A, B and C`.
func enumerated(_ names: some BidirectionalCollection<String>) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
}
