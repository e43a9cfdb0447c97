import Playbook
import ReferralAnalysis
import ReferralGraph

/// Puts an employer into words.
struct CompanySceneBuilder {
    private let analysis: NetworkAnalysis
    private let profile: CompanyProfile
    private let options: DrawingOptions
    private let people: [PersonID: Person]
    private let companies: [CompanyID: Company]
    /// In the order of the network.
    private let staff: [CompanyProfile.Colleague]
    private let lines: [PersonID: ReportingLine]
    private let leaders: [PersonID]
    private let shown: Set<PersonID>
    private let introducers: [PersonID: PersonID]
    private var today: CalendarDay { analysis.asOf.day }

    init(_ analysis: NetworkAnalysis, of profile: CompanyProfile, options: DrawingOptions) {
        self.analysis = analysis
        self.profile = profile
        self.options = options
        people = analysis.network.people.keyed(by: \.id)
        companies = analysis.network.companies.keyed(by: \.id)
        let colleagues = profile.people.keyed(by: \.person)
        staff = analysis.network.people.compactMap { colleagues[$0.id] }
        let lines = analysis.reportingLines(at: profile.company).keyed(by: \.person)
        self.lines = lines
        leaders = Self.leaders(of: staff, lines)
        shown = Self.shown(profile, leaders: leaders, lines, most: options.colleaguesAtMost)
        let helpers = analysis.nextContacts(first: 0).withheld.keyed(by: \.person, \.through)
        introducers = staff.reduce(into: [:]) { found, colleague in
            if !colleague.isContact {
                found[colleague.person] = helpers[colleague.person].flatMap(\.self) ?? colleague.knownBy.first
            }
        }
    }

    /// The one people of most departments report to, and that one's bosses, the highest first.
    private static func leaders(
        of staff: [CompanyProfile.Colleague], _ lines: [PersonID: ReportingLine]
    ) -> [PersonID] {
        let departments = staff.keyed(by: \.person, \.department)
        var led: [PersonID: Set<String>] = [:]
        for colleague in staff {
            guard let boss = lines[colleague.person]?.boss, departments[boss] != colleague.department else {
                continue
            }
            led[boss, default: []].insert(colleague.department ?? "")
        }
        var main: PersonID?
        for colleague in staff where led[colleague.person, default: []].count > 1 {
            if led[colleague.person]!.count > main.map({ led[$0]!.count }) ?? 0 { main = colleague.person }
        }
        guard let main else { return [] }
        return Array(sequence(first: main) { lines[$0]?.boss }).reversed()
    }

    /// Everybody, or the leaders, then those the seeker is in touch with, then those someone could introduce, then by
    /// what a call is worth, each with their bosses.
    private static func shown(
        _ profile: CompanyProfile, leaders: [PersonID], _ lines: [PersonID: ReportingLine], most: Int
    ) -> Set<PersonID> {
        guard profile.people.count > most else { return Set(profile.people.map(\.person)) }
        let order =
            profile.people.filter(\.isContact) + profile.people.filter { !$0.knownBy.isEmpty }
            + profile.people
        var shown = Set(leaders.prefix(most))
        for colleague in order {
            let group = sequence(first: colleague.person) { lines[$0]?.boss }.filter { !shown.contains($0) }
            if shown.count + group.count <= most { shown.formUnion(group) }
        }
        return shown
    }

    /// - Complexity: O(people log people).
    func scene(title: String) -> CompanyScene {
        let departments = Dictionary(grouping: staff.filter { !leaders.contains($0.person) }) {
            $0.department
        }
        // By name; large ones, which take the whole width, and the unknown one come last.
        func key(_ department: String?) -> (Int, Int, String) {
            let isLarge = departments[department, default: []].count { shown.contains($0.person) } > 9
            return (isLarge ? 1 : 0, department == nil ? 1 : 0, department ?? "")
        }
        let names = departments.keys.sorted { key($0) < key($1) }
        let lanes = names.map { lane(named: $0, departments[$0] ?? []) }
        let colleagues = staff.keyed(by: \.person)
        var scene = CompanyScene(
            title: headline(departments), subtitles: [],
            leaders: leaders.compactMap { colleagues[$0] }.map { entry(of: $0, facts: []) }, lanes: lanes)
        for index in scene.leaders.indices.dropFirst() {
            scene.leaders[index].isLineInferred = lines[scene.leaders[index].card.person]?.isInferred
        }
        scene.subtitles = subtitles(title, scene)
        return scene
    }

    private func lane(
        named department: String?, _ members: [CompanyProfile.Colleague]
    ) -> CompanyScene.Lane {
        let visible = members.filter { shown.contains($0.person) }
        let reached = members.count(where: \.isContact)
        return CompanyScene.Lane(
            name: department ?? "No department known",
            caption: reached == 0
                ? "in touch with none of \(members.count)" : "in touch with \(reached) of \(members.count)",
            isReached: reached > 0, entries: tree(of: visible),
            folded: members.filter { !shown.contains($0.person) }.map(\.name))
    }

    /// Those who lead someone come before those who do not, else the order of the network.
    private func tree(of members: [CompanyProfile.Colleague]) -> [CompanyScene.Entry] {
        let inLane = Set(members.map(\.person))
        let reports = Dictionary(grouping: members) { colleague in
            lines[colleague.person].flatMap { inLane.contains($0.boss) ? $0.boss : nil }
        }
        func sorted(_ group: [CompanyProfile.Colleague]) -> [CompanyProfile.Colleague] {
            // Of equals those with a recorded line come first, so that it need not pass the others.
            group.enumerated().sorted { left, right in
                func key(_ entry: (offset: Int, element: CompanyProfile.Colleague)) -> (Int, Int, Int) {
                    let person = entry.element.person
                    return (
                        lines[person]?.isInferred == true ? 1 : 0, reports[person] == nil ? 1 : 0,
                        entry.offset
                    )
                }
                return key(left) < key(right)
            }.map(\.element)
        }
        var entries: [CompanyScene.Entry] = []
        var pending = sorted(reports[nil] ?? []).reversed().map { ($0, 0) }
        while let (colleague, depth) = pending.popLast() {
            let line = lines[colleague.person]
            let isDrawn = line.map { inLane.contains($0.boss) || $0.boss == leaders.last } ?? false
            var facts: [String] = []
            if let boss = line?.boss, !isDrawn, let name = people[boss]?.name {
                facts = ["Reports to \(name)"]
            }
            var entry = entry(of: colleague, facts: facts)
            entry.depth = depth
            entry.isLineInferred = isDrawn ? line?.isInferred : nil
            entries.append(entry)
            pending += sorted(reports[colleague.person] ?? []).reversed().map { ($0, depth + 1) }
        }
        return entries
    }
}

extension CompanySceneBuilder {
    private func entry(of colleague: CompanyProfile.Colleague, facts: [String]) -> CompanyScene.Entry {
        var facts = facts
        var note: String?
        var outside: NetworkScene.Card?
        if colleague.isContact {
            facts.append(
                colleague.lastContact.map { "In touch, last \($0.words(relativeTo: today))" } ?? "In touch")
        } else if let helper = introducers[colleague.person] {
            if staff.contains(where: { $0.person == helper }) {
                note = "Through \(people[helper]?.name ?? helper.text)"
            } else {
                outside = outsider(helper)
            }
        }
        let tooltip =
            [colleague.name, colleague.title, colleague.department].compactMap(\.self) + facts
            + [note].compactMap(\.self)
        return CompanyScene.Entry(
            card: NetworkScene.Card(
                person: colleague.person, name: colleague.name, title: colleague.title, facts: facts,
                standing: .plain, note: note,
                rank: colleague.rank.flatMap { $0 <= options.badgesAtMost ? $0 : nil },
                isStar: colleague.isStar, tooltip: tooltip.joined(separator: " · "),
                link: people[colleague.person]?.profileURL),
            isReached: colleague.isContact, introducer: outside)
    }

    private func outsider(_ id: PersonID) -> NetworkScene.Card {
        let person = people[id]
        let company = person?.employment(on: today).flatMap { companies[$0.company]?.name }
        let name = person?.name ?? id.text
        return NetworkScene.Card(
            person: id, name: name, title: company, standing: .plain, note: nil, rank: nil, isStar: false,
            tooltip: [name, company, "could introduce you"].compactMap(\.self).joined(separator: " · "),
            link: person?.profileURL)
    }

    private func headline(_ departments: [String?: [CompanyProfile.Colleague]]) -> String {
        let reached = staff.count(where: \.isContact)
        let all = counted(staff.count, "person", "people")
        if reached == 0 { return "You are not in touch with any of the \(all) known at \(profile.name)" }
        if reached == staff.count {
            return staff.count == 1
                ? "You are in touch with the only person known at \(profile.name)"
                : "You are in touch with all \(staff.count) people known at \(profile.name)"
        }
        let gaps = departments.filter { !$0.value.contains(where: \.isContact) }.keys.compactMap(\.self)
            .sorted()
        let most = 3
        let named =
            gaps.count > most + 1
            ? gaps.prefix(most).joined(separator: ", ") + " and \(gaps.count - most) more departments"
            : enumerated(gaps)
        return "You are in touch with \(reached) of the \(all) known at \(profile.name)"
            + (gaps.isEmpty ? "" : ", with no one in \(named)")
    }

    private func subtitles(_ title: String, _ scene: CompanyScene) -> [String] {
        let hasLines = !lines.isEmpty
        var lines: [String] = []
        if !title.isEmpty { lines.append(title) }
        if !profile.gaps.isEmpty { lines.append("Missing: \(profile.gaps.joined(separator: "; ")).") }
        if let point = analysis.gaps().singlePoints.first(where: { $0.company == profile.company }) {
            lines.append("You reach it through one person only: \(point.name).")
        }
        if let line = introductions { lines.append(line) }
        if scene.entries.contains(where: { $0.isLineInferred == true }) {
            lines.append("Dashed lines are guessed from titles: who reports to who is not recorded.")
        }
        if !hasLines, staff.count > 1 {
            lines.append("Reporting lines there are not recorded, and the titles do not show them.")
        }
        if !profile.formerPeople.isEmpty {
            let names = profile.formerPeople.map(\.name)
            lines.append(
                "Used to work there: \(enumerated(names.count > 4 ? names.prefix(3) + ["\(names.count - 3) more"] : names[...]))."
            )
        }
        if shown.count < staff.count {
            lines.append("Narrowed to \(shown.count) of the \(staff.count) people there.")
        }
        return lines
    }

    /// Who could introduce the seeker to how many, the one who could to most first.
    private var introductions: String? {
        let near = staff.filter { introducers[$0.person] != nil }
        guard !near.isEmpty else { return nil }
        var helpers: [(id: PersonID, names: [String])] = []
        for colleague in near {
            guard let helper = introducers[colleague.person] else { continue }
            if let index = helpers.firstIndex(where: { $0.id == helper }) {
                helpers[index].names.append(colleague.name)
            } else {
                helpers.append((helper, [colleague.name]))
            }
        }
        let sorted = helpers.enumerated().sorted {
            (-$0.element.names.count, $0.offset) < (-$1.element.names.count, $1.offset)
        }.map(\.element)
        let most = sorted.count == 4 ? 4 : 3
        var parts = sorted.prefix(most).map { helper in
            let name = people[helper.id]?.name ?? helper.id.text
            return "\(helper.names.count == 1 ? helper.names[0] : String(helper.names.count)) through \(name)"
        }
        if sorted.count > most {
            parts.append("\(sorted.dropFirst(most).reduce(0) { $0 + $1.names.count }) through others")
        }
        return "One introduction away: \(enumerated(parts))."
    }
}
