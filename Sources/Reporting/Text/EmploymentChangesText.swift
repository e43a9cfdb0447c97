public import ReferralAnalysis
public import ReferralGraph

/// Who has changed employers, for reading: first at the companies the seeker wants, then elsewhere; and how old the sources are.
public struct EmploymentChangesText: ReadableReport {
    private let report: EmploymentChanges
    private let names: [PersonID: String]
    private let title: String
    private let today: CalendarDay
    private let limit: Int

    /// A source older than this many days is worth a new one: who has moved since is not known.
    private static let freshDays = 30

    /// Makes the text of changes.
    /// - Parameters:
    ///   - report: The changes.
    ///   - network: The network they are about.
    ///   - title: What the network is called.
    ///   - today: The day asked about.
    ///   - limit: How many to show of each kind at the most.
    public init(
        _ report: EmploymentChanges, in network: ReferralNetwork, title: String, today: CalendarDay,
        limit: Int = .max
    ) {
        self.report = report
        self.title = title
        self.today = today
        self.limit = limit
        names = network.people.keyed(by: \.id, \.name)
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped(
            "\(title): job changes since \(report.since.longWords), as of \(today.longWords)",
            paint: .bold)
        let wanted = report.atWantedCompanies
        write("At companies you want", wanted, &block)
        if wanted.isEmpty {
            block.blank()
            block.wrapped(
                report.wantedCount == 0
                    ? "You have not said where you want to work yet: `rebound add company NAME --more --priority A`"
                    : "No change at the \(Wording.count(report.wantedCount, "company", "companies")) you want."
            )
        }
        write(
            wanted.isEmpty ? "Who moved" : "Elsewhere", report.changes.filter { $0.priority == nil }, &block)
        block.blank()
        writeSources(&block, style)
        return block
    }

    private func write(_ heading: String, _ changes: [EmploymentChange], _ block: inout TextBlock) {
        guard !changes.isEmpty else { return }
        block.heading("\(heading) (\(changes.count))")
        for change in changes.prefix(limit) { block.wrapped(words(change), after: "  ") }
        if changes.count > limit {
            block.wrapped("\(changes.count - limit) more: --top \(changes.count) shows everyone", after: "  ")
        }
    }

    private func words(_ change: EmploymentChange) -> String {
        func name(_ place: EmploymentChange.Place?) -> String {
            place.map { $0.name + ($0.priority.map { " (\($0.rawValue))" } ?? "") } ?? "?"
        }
        let what =
            switch change.kind {
            case .moved: "moved from \(name(change.from)) to \(name(change.to))"
            case .joined: "joined \(name(change.to))"
            case .left: "left \(name(change.from)); where to is not known"
            }
        func day(_ day: CalendarDay) -> String { day.words(relativeTo: today) }
        let parts = [
            change.title,
            change.after.map { "between \(day($0)) and \(day(change.day))" } ?? "on \(day(change.day))",
            change.confirmed.map { $0 > change.day ? "confirmed \(day($0))" : nil } ?? nil,
            change.isContact ? nil : "not in touch yet",
            change.congratulateBy.map { "congratulate them, \(Wording.shortDeadline($0, today: today))" },
        ]
        return ([(change.isStar ? "★ " : "") + "\(change.name) \(what)"] + parts.compactMap(\.self))
            .joined(separator: " · ")
    }

    private func writeSources(_ block: inout TextBlock, _ style: TextStyle) {
        guard let latest = report.latestSource, let age = report.latestSourceAgeDays else {
            block.wrapped(
                "No import has said yet where people work. Ask LinkedIn for your data (\(Self.wayToData)), then `rebound import FILE`.",
                paint: .dim)
            return
        }
        let words = latest.words(relativeTo: today)
        block.wrapped(
            age == 0
                ? "Your archive is from today."
                : "Your archive is \(Wording.count(age, "day")) old (\(words))."
                    + (age > Self.freshDays
                        ? " Ask LinkedIn for a new one (\(Self.wayToData)), then `rebound import FILE`."
                        : ""),
            paint: age > Self.freshDays ? .amber : .dim)
        if report.sourceBefore == nil {
            block.wrapped("A second archive shows who has moved in between.", paint: .dim)
        }
        guard !report.unconfirmed.isEmpty else { return }
        let people = report.unconfirmed.prefix(5).map { names[$0] ?? $0.text }.joined(separator: ", ")
        let more = report.unconfirmed.count > 5 ? " and \(report.unconfirmed.count - 5) more" : ""
        block.wrapped(
            "It does not say where \(people)\(more) work\(report.unconfirmed.count == 1 ? "s" : ""): an older one did. "
                + "They may have left LinkedIn, your connections or their job.", paint: .dim)
    }

    /// Where LinkedIn hands out an archive.
    private static let wayToData = "Settings, Data privacy, Get a copy of your data"
}
