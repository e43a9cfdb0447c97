public import ReferralAnalysis
public import ReferralGraph

/// Everything known about one company, for reading.
public struct CompanyProfileText: ReadableReport {
    private let profile: CompanyProfile
    private let today: CalendarDay
    private let names: [PersonID: String]
    private let peopleLimit: Int

    /// Makes the text of a profile.
    /// - Parameter peopleLimit: How many people to show at the most.
    public init(
        _ profile: CompanyProfile, in network: ReferralNetwork, today: CalendarDay, peopleLimit: Int = 30
    ) {
        self.profile = profile
        self.today = today
        self.peopleLimit = peopleLimit
        names = network.people.keyed(by: \.id, \.name)
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        head(&block)
        block.wrapped("id \(profile.company)", paint: .dim)
        referrals(&block)
        people("In touch with", profile.people.filter(\.isContact), &block)
        people("Not in touch yet", profile.people.filter { !$0.isContact }, &block)
        people("Used to work there", profile.formerPeople, &block)
        if !profile.opportunities.isEmpty {
            block.heading("Opportunities")
            for role in roles { block.wrapped(role.words, after: "  ") }
        }
        news(&block)
        return block
    }

    /// Everything but the people and the roles, for a page that has these as links.
    package func about(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        head(&block)
        referrals(&block)
        news(&block)
        return block
    }

    /// The roles there, each in a line.
    package var roles: [(id: OpportunityID, words: String)] {
        profile.opportunities.map { ($0.opportunity, Wording.opportunity($0, today: today)) }
    }

    private func head(_ block: inout TextBlock) {
        block.wrapped(
            profile.name + (profile.priority.map { " · priority \($0.rawValue)" } ?? ""), paint: .bold)
    }

    private func referrals(_ block: inout TextBlock) {
        if let pays = profile.hasReferralProgramme {
            block.wrapped(pays ? "Pays referrers a bonus." : "Has no referral program.")
        }
    }

    private func news(_ block: inout TextBlock) {
        signals(profile.signals, today: today, in: &block)
        if !profile.gaps.isEmpty {
            block.heading("Missing")
            for gap in profile.gaps { block.wrapped(gap, after: "  ", paint: .amber) }
        }
    }

    private func people(
        _ heading: String, _ people: [CompanyProfile.Colleague], _ block: inout TextBlock
    ) {
        guard !people.isEmpty else { return }
        block.heading("\(heading) (\(people.count))")
        for person in people.prefix(peopleLimit) {
            let introducers = person.knownBy.prefix(3).map { names[$0] ?? $0.text }.joined(separator: ", ")
            let words = [
                (person.isStar ? "★ " : "") + person.name, person.title, person.department,
                person.lastContact.map { "last contact \($0.words(relativeTo: today))" },
                person.rank.map { "number \($0) in the \(block.style.avoidsCalls ? "" : "call ")list" },
                introducers.isEmpty ? nil : "known by \(introducers)",
            ]
            block.wrapped(words.compactMap(\.self).joined(separator: " · "), after: "  ")
        }
        if people.count > peopleLimit { block.wrapped("and \(people.count - peopleLimit) more", after: "  ") }
    }
}
