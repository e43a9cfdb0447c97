public import ReferralAnalysis
public import ReferralGraph

/// Who the seeker knows at companies, for reading: a line a company, and below it who it is.
public struct CompanyAnswersText: ReadableReport {
    private let answers: [CompanyAnswer]
    private let today: CalendarDay
    private let peopleLimit: Int

    /// Makes the text of answers.
    /// - Parameters:
    ///   - answers: The answers.
    ///   - today: The day asked about.
    ///   - peopleLimit: How many people of each kind to show of a company at the most.
    public init(_ answers: CompanyAnswers, today: CalendarDay, peopleLimit: Int = 12) {
        self.answers = answers.answers
        self.today = today
        self.peopleLimit = peopleLimit
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        for answer in answers {
            if answer.companies.isEmpty {
                let near = answer.suggestion.map { "; did you mean “\($0)”?" } ?? ""
                block.wrapped("\(answer.asked): no one\(near)")
            } else if answer.companies.count > 1 {
                block.wrapped("\(answer.asked): fits \(answer.companies.count) companies")
            }
            for company in answer.companies { write(company, &block, style) }
        }
        return block
    }

    private func write(_ company: CompanyContacts, _ block: inout TextBlock, _ style: TextStyle) {
        block.wrapped(
            "\(company.name): \(Self.summary(of: company))", paint: company.isNoOne ? .plain : .bold)
        for part in Self.parts(of: company, today: today) {
            rows(part.label, part.people.map(\.text), &block)
        }
    }

    /// People of a company with the same standing.
    package struct Part {
        /// `now`, `used to`, `introduction`, `no way yet`.
        package var label: String
        package var people: [Line]
    }

    /// One of them in a line.
    package struct Line {
        package var person: PersonID
        package var name: String
        /// What is said behind the name; empty for nothing.
        package var facts: String

        fileprivate var text: String { facts.isEmpty ? name : "\(name) · \(facts)" }
    }

    /// Everyone of a company, by their standing.
    package static func parts(of company: CompanyContacts, today: CalendarDay) -> [Part] {
        [
            Part(label: "now", people: company.now.map { line($0, today) }),
            Part(label: "used to", people: company.before.map { line($0, today) }),
            Part(
                label: "introduction",
                people: company.introductions.map { way in
                    line(
                        way.member, today,
                        "ask \(way.throughName)" + (way.isGuessed ? ", who may know them" : ""))
                }),
            Part(label: "no way yet", people: company.outOfReach.map { line($0, today) }),
        ].filter { !$0.people.isEmpty }
    }

    /// `2 there now, 1 worked there with you`; `3 there now; you worked there, too`; `no one`.
    package static func summary(of company: CompanyContacts) -> String {
        if !company.isEmployer { return "not an employer" }
        func part(_ count: Int, _ words: String) -> String? { count == 0 ? nil : "\(count) \(words)" }
        let parts = [
            part(company.now.count, "there now"), part(company.before.count, "used to be there"),
            part(company.withSeeker.count { $0.together?.overlap == .sameTime }, "worked there with you"),
            part(company.introductions.count, "an introduction away"),
            part(company.outOfReach.count, "out of reach"),
        ]
        guard !company.isNoOne else { return "no one" }
        // Without dates it is said once, of all.
        let isOpen = company.withSeeker.contains { $0.together?.overlap == .unknown }
        return parts.compactMap(\.self).joined(separator: ", ") + (isOpen ? "; you worked there, too" : "")
    }

    private func rows(_ label: String, _ lines: [String], _ block: inout TextBlock) {
        for (position, line) in Wording.first(peopleLimit, of: lines).enumerated() {
            block.wrapped(line, after: "  " + fitted(position == 0 ? label : "", to: 13))
        }
    }

    private static func line(
        _ member: CompanyContacts.Member, _ today: CalendarDay, _ more: String? = nil
    ) -> Line {
        let facts = [
            member.title, member.department, member.worksAt.map { "now at \($0)" },
            member.together.flatMap { Self.words($0) },
            member.lastContact.map { "last contact \($0.words(relativeTo: today))" },
            member.onHold.map { "on hold: \($0)" }, more,
        ]
        return Line(
            person: member.person, name: member.name,
            facts: facts.compactMap(\.self).joined(separator: " · "))
    }

    private static func words(_ time: SharedTime) -> String? {
        switch time.overlap {
        case .sameTime:
            guard let (from, to) = time.from.flatMap({ from in time.to.map { (from, $0) } }) else {
                return "worked there with you"
            }
            let (first, last) = (Wording.month(from), Wording.month(to))
            return "worked there with you \(first == last ? "in \(first)" : "from \(first) to \(last)")"
        case .unknown: return nil
        case .apart: return "worked there too, at another time"
        }
    }
}

extension CompanyContacts {
    /// Everyone who worked there with the seeker, or may have.
    var withSeeker: [Member] {
        (now + before + introductions.map(\.member) + outOfReach).filter { member in
            member.together.map { $0.overlap != .apart } ?? false
        }
    }
}
