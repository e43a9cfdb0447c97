internal import Foundations
public import NetworkEditing
public import ReferralGraph
internal import SourceReaders

/// What an import did, for reading: counts, what was skipped and why, what the user should know.
public struct ImportText: ReadableReport {
    private let report: ImportReport
    private let names: [PersonID: String]
    private let companies: [CompanyID: String]
    private let seeker: String
    private let listsRows: Bool
    private let dating: String?
    private let network: ReferralNetwork
    private let today: CalendarDay
    private let showsUnderstood: Bool

    /// Makes the text of an import.
    /// - Parameters:
    ///   - report: What was done.
    ///   - network: The network after it.
    ///   - today: The day of the import.
    ///   - listsRows: Whether to name every row that was skipped and every file that is not used, and not only how many.
    ///   - showsUnderstood: Whether to show the first rows of a list of applications as they were understood.
    ///   - dating: The command that imports the source again and says its day, but for the day itself.
    public init(
        _ report: ImportReport, in network: ReferralNetwork, today: CalendarDay, listsRows: Bool = false,
        showsUnderstood: Bool = false, dating: String? = nil
    ) {
        self.showsUnderstood = showsUnderstood
        self.report = report
        self.listsRows = listsRows
        self.dating = dating
        self.network = network
        self.today = today
        seeker = commandWord(network.seeker.text)
        names = network.people.keyed(by: \.id, \.name)
        companies = network.companies.keyed(by: \.id, \.name)
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        let day = report.asOf.map { " as of \($0.longWords)" } ?? ""
        block.wrapped("\(report.path) (\(report.format.title)\(day))", paint: .bold)
        if let mapping = report.mapping {
            block.wrapped("read as \(mapping)", after: "  ", paint: .dim)
        }
        if showsUnderstood {
            for row in report.understood { block.wrapped(words(row), after: "    ") }
        }
        for line in changes { block.wrapped(line, after: "  ") }
        if !report.hasChanges { block.wrapped("nothing new", after: "  ") }
        for tally in report.tallies { write(tally, &block, style) }
        write(unused: report.unused, &block, style)
        write(files: report.unusedFiles, &block, style)
        for line in Wording.first(12, of: report.findings.compactMap(words)) {
            block.wrapped(line, after: "  note: ")
        }
        if let openMoves { block.wrapped(openMoves, after: "  note: ") }
        for line in Wording.first(30, of: mails) { block.wrapped(line, after: "  mail: ") }
        for line in renames { block.wrapped(line, after: "  note: ") }
        let forgotten = report.forgottenPeople.count
        if forgotten > 0 {
            block.wrapped(
                "\(Wording.count(forgotten, "person", "people")) you had forgotten \(forgotten == 1 ? "was" : "were") left out"
                    + (dating.map { "; to bring them back: `\($0) --remember`" } ?? ""), after: "  note: ")
        }
        let pairs = report.doubtfulPairs.count
        if pairs > 0 {
            block.wrapped(
                "\(Wording.count(pairs, "pair")) of people may be one person; `rebound duplicates` lists them",
                after: "  note: ")
        }
        return block
    }

    /// What mails say of applications, with the commands that record it.
    private var mails: [String] {
        report.findings.compactMap { finding in
            guard case .hiringMail(let proposal) = finding else { return nil }
            return MailProposalText(proposal, in: network, today: today).finding
        }
    }

    /// Moves of several people at once, no one else having left, that look like a new name of their employer.
    private var renames: [String] {
        struct Move: Hashable {
            var from: CompanyID
            var to: CompanyID
        }
        var moves: [Move: Int] = [:]
        var leavers: [CompanyID: Int] = [:]
        for case .changedEmployer(_, let from, let to, _) in report.findings {
            moves[Move(from: from, to: to), default: 0] += 1
            leavers[from, default: 0] += 1
        }
        func name(_ id: CompanyID) -> String { companies[id] ?? id.text }
        return moves.filter { $0.value > 1 && leavers[$0.key.from] == $0.value }
            .sorted { (name($0.key.from), name($0.key.to)) < (name($1.key.from), name($1.key.to)) }
            .map { move, count in
                "\(count) people moved from \(name(move.from)) to \(name(move.to)): if it is the same company under a new "
                    + "name, `rebound merge \"\(name(move.to))\" \"\(name(move.from))\" --company` makes them one"
            }
    }

    /// What an undated source leaves open: who has moved; `nil` when nothing is.
    private var openMoves: String? {
        guard report.asOf == nil else { return nil }
        let moves: [String] = report.findings.compactMap { finding in
            guard case .contradictedEmployer(let person, let known, let said) = finding else { return nil }
            return "\(names[person] ?? person.text) (\(companies[known] ?? known.text), here \(said))"
        }
        guard !moves.isEmpty else { return nil }
        let people = moves.count == 1 ? "1 person works" : "\(moves.count) people work"
        var text =
            "\(people) elsewhere than in your network: \(Wording.first(3, of: moves).joined(separator: ", ")). "
            + "Nothing says of which day \(report.path) is, so who has moved stays open, and your network as it was"
        if let dating {
            let day = report.latestEntry.map(String.init)
            text += "; say the day: `\(dating) --dated \(day ?? "DAY")`"
            if let latest = report.latestEntry { text += " (its newest entry is of \(latest.longWords))" }
        }
        return text
    }

    private var proposals: String? {
        func count(_ kind: Target.Kind, _ singular: String, _ plural: String) -> String? {
            let number = report.newProposals.count { $0.kind == kind }
            return number == 0 ? nil : Wording.count(number, singular, plural)
        }
        let counts = [
            count(.company, "company", "companies"), count(.role, "role", "roles"),
            count(.place, "place", "places"),
        ].compactMap(\.self)
        guard !counts.isEmpty else { return nil }
        return
            "\(counts.joined(separator: ", ")) proposed: `rebound want` lists them, `rebound want --proposed` takes them up"
    }

    private var changes: [String] {
        func line(_ number: Int, _ singular: String, _ plural: String? = nil) -> String? {
            number == 0 ? nil : Wording.count(number, singular, plural)
        }
        let lists = [
            [
                line(report.newPeople.count, "new person", "new people"),
                line(report.updatedPeople.count, "updated person", "updated people"),
                line(report.unchangedPeople, "known person", "known people"),
            ],
            [
                line(report.newInteractions, "new message or talk", "new messages and talks"),
                line(report.updatedInteractions, "updated talk"),
                line(report.canceledInteractions, "canceled talk"),
                line(
                    report.knownInteractions - report.updatedInteractions, "known message or talk",
                    "known messages and talks"),
            ],
            [
                line(report.newCompanies, "new company", "new companies"),
                line(report.newOpportunities, "new opportunity", "new opportunities"),
                line(report.newTies, "new tie"), line(report.newInferredTies, "inferred tie"),
            ],
            [
                line(report.updatedOpportunities, "updated opportunity", "updated opportunities"),
                line(report.updatedTies, "updated tie"),
            ],
        ]
        return lists.map { $0.compactMap(\.self).joined(separator: ", ") }.filter { !$0.isEmpty }
            + [proposals].compactMap(\.self)
    }

    private func write(_ tally: SourceTally, _ block: inout TextBlock, _ style: TextStyle) {
        var reasons: [(reason: String, count: Int)] = []
        for skipped in tally.skipped {
            if let index = reasons.firstIndex(where: { $0.reason == skipped.reason }) {
                reasons[index].count += 1
            } else {
                reasons.append((skipped.reason, 1))
            }
        }
        let skipped = reasons.map { "\($0.count) skipped: \($0.reason)" }
        block.wrapped(
            (["\(tally.file): \(tally.read) read"] + skipped).joined(separator: "; "), after: "  ",
            paint: .dim)
        guard listsRows else { return }
        for row in tally.skipped {
            block.wrapped("\(tally.file):\(row.line): \(row.reason)", after: "    ", paint: .dim)
        }
    }

    private func write(unused: [UnusedRecord], _ block: inout TextBlock, _ style: TextStyle) {
        for reason in UnusedRecord.Reason.allCases {
            let records = unused.filter { $0.reason == reason }
            guard !records.isEmpty else { continue }
            block.wrapped("\(records.count) not used: \(reason.rawValue)", after: "  ", paint: .dim)
            guard listsRows else { continue }
            for record in records {
                block.wrapped("\(record.place.file):\(record.place.line)", after: "    ", paint: .dim)
            }
        }
    }

    /// The files that are not used, by reason; those for which Rebound has none are always named.
    private func write(files: [UnusedFile], _ block: inout TextBlock, _ style: TextStyle) {
        guard !files.isEmpty else { return }
        let groups = Dictionary(grouping: files, by: \.reason).sorted {
            ($1.value.count, $0.key) < ($0.value.count, $1.key)
        }
        let known = groups.filter { $0.key != UnusedFile.unknown }
        if listsRows {
            for (reason, files) in groups {
                block.wrapped(
                    "not used, \(reason): \(files.map(\.file).joined(separator: ", "))", after: "  ",
                    paint: .dim)
            }
            return
        }
        if !known.isEmpty {
            let counts = known.map { "\($0.key) (\($0.value.count))" }
            block.wrapped(
                "\(Wording.count(known.reduce(0) { $0 + $1.value.count }, "file")) not used (--rows names them): "
                    + counts.joined(separator: "; "), after: "  ", paint: .dim)
        }
        let strange = files.filter { $0.reason == UnusedFile.unknown }.map(\.file)
        if !strange.isEmpty {
            block.wrapped(
                "not used, \(UnusedFile.unknown): "
                    + Wording.first(5, of: strange).joined(separator: ", "), after: "  ", paint: .dim)
        }
    }

    /// `3: Mill · Cook · applied 2026-03-01, rejected 2026-03-12 · Ada Moss (recruiter)`.
    private func words(_ row: UnderstoodApplication) -> String {
        let application = row.application
        let steps =
            ["applied \(application.date.day)"]
            + application.steps.stablySorted(by: \.day).map { step in
                Wording.stage(step.stage) + (step.isDated ? " \(step.day)" : " (no day given)")
            }
        let people = zip(row.people, application.participants).map { "\($0) (\($1.role.rawValue))" }
        let parts = [
            application.company, application.title, steps.joined(separator: ", "),
            people.isEmpty ? nil : people.joined(separator: ", "),
            application.note.map { $0.replacing("\n", with: " / ") },
        ]
        return "\(application.place.line): " + parts.compactMap(\.self).joined(separator: " · ")
    }

    /// What a finding says; `nil` for one that is said together with others.
    private func words(_ finding: ImportFinding) -> String? {
        func name(_ id: PersonID) -> String { names[id] ?? id.text }
        func company(_ id: CompanyID) -> String { companies[id] ?? id.text }
        func moment(_ date: Timestamp) -> String {
            date.day.longWords + (date.secondOfDay.map { " at \(Wording.clock($0 / 60))" } ?? "")
        }
        let rule = finding.rule.map { " · \($0)" } ?? ""
        switch finding {
        case .changedEmployer(let person, let from, let to, let isStar):
            return "\(name(person)) moved from \(company(from)) to \(company(to))"
                + (isStar ? ": congratulate" : "") + rule
        case .changedTitle(let person, let from, let to, let isStar):
            return "\(name(person)) was “\(from)” and is “\(to)”" + (isStar ? ": congratulate" : "") + rule
        case .contradictedEmployer where report.asOf == nil: return nil
        case .ownEmployer(let employer):
            return
                "you work at \(company(employer)) according to this, so people there are taken for colleagues who do not "
                + "know that you are looking; if you have left: `rebound moved \(seeker) --left --from \(commandWord(company(employer)))`"
        case .contradictedEmployer(let person, let known, let said):
            return
                "\(name(person)) works at \(company(known)) according to your network, and at \(said) according to this file"
        case .movedTalk(let people, let channel, let from, let to):
            return
                "moved: \(Wording.channel(channel)) with \(listed(people.map(name))), from \(moment(from)) to \(moment(to))"
        case .canceledTalk(let people, let channel, let date):
            return
                "canceled: \(Wording.channel(channel)) with \(listed(people.map(name))) on \(moment(date))"
        case .hiringMail: return nil
        case .foreignOwner(let owner):
            return "this belongs to \(owner), who does not seem to be you; your own entry was left alone"
        }
    }
}
