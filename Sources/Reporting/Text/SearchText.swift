import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// What was found, for reading: one line each.
public struct SearchText: ReadableReport {
    private let search: NetworkSearch
    private let today: CalendarDay
    private let names: [PersonID: String]
    private let limit: Int

    /// Makes the text of a search.
    /// - Parameter limit: How many hits to show at the most.
    public init(_ search: NetworkSearch, in network: ReferralNetwork, today: CalendarDay, limit: Int = 30) {
        self.search = search
        self.today = today
        self.limit = limit
        names = network.people.keyed(by: \.id, \.name)
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        if search.hits.isEmpty { block.wrapped("Nothing matches “\(search.words)”.") }
        for hit in search.hits.prefix(limit) {
            let who = hit.kind == .contact ? hit.person.flatMap { names[$0] } : nil
            let id =
                hit.kind == .contact
                ? nil
                : [hit.opportunity?.text, hit.person?.text, hit.company?.text]
                    .compactMap(\.self).first
            let words = [
                hit.title, who == hit.title ? nil : who, hit.date.map { $0.words(relativeTo: today) }, id,
            ]
            block.wrapped(
                words.compactMap(\.self).joined(separator: " · "),
                after: fitted(hit.kind.rawValue, to: 13))
            if let found = hit.found {
                block.wrapped(found, after: String(repeating: " ", count: 13), paint: .dim)
            }
        }
        if search.hits.count > limit {
            block.wrapped("and \(search.hits.count - limit) more", paint: .dim)
        }
        return block
    }
}

/// The people of a directory in words, a row each.
package struct PeopleDirectoryText {
    private let today: CalendarDay

    /// Makes the texts of a directory.
    package init(today: CalendarDay) { self.today = today }

    /// What a row says beside the name.
    package struct RowWords {
        /// What to do or what comes next, and when; `nil` where nothing is planned.
        package var step: (what: String, when: String)?
        /// How long ago the last contact was, and what else matters.
        package var facts: [String]
    }

    /// The words of a row.
    package func words(_ row: PeopleDirectory.Row) -> RowWords {
        let step: (what: String, when: String)? =
            row.due.map { (Wording.action($0.action), Wording.briefDeadline($0.due, today: today)) }
            ?? row.upcoming.map { ($0.action.what, Wording.from($0.earliest, today: today)) }
        let facts = [
            row.doNotContact ? "do not contact" : nil,
            row.lastContact.map { "last in touch \(Wording.due($0, today: today))" } ?? "never in touch",
            row.rank.map { "number \($0) in the list" }, row.found,
        ]
        return RowWords(step: row.doNotContact ? nil : step, facts: facts.compactMap(\.self))
    }

    /// `12 people`.
    package static func count(_ directory: PeopleDirectory) -> String {
        directory.count == 0 ? "No one fits." : Wording.count(directory.count, "person", "people")
    }
}
