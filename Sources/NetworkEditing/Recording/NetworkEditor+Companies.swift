public import ReferralGraph

/// What a user tells of a company; what is `nil` or empty stays as it is.
public struct CompanyDetails: Sendable, Equatable {
    /// Other names under which it is known.
    public var aliases: [String]
    /// How much the seeker wants to work there.
    public var priority: Company.Priority?
    /// Whether a referrer earns a bonus (playbook R1).
    public var hasReferralProgramme: Bool?
    /// How it does not want to be contacted.
    public var wishes: ChannelWishes
    /// The country, or the part of one, whose public holidays the office has: `DE`, `DE-BY`.
    public var region: String?
    /// What kind of place it is.
    public var setting: Company.Setting?

    /// Makes details.
    public init(
        aliases: [String] = [], priority: Company.Priority? = nil, hasReferralProgramme: Bool? = nil,
        wishes: ChannelWishes = ChannelWishes(), region: String? = nil, setting: Company.Setting? = nil
    ) {
        self.aliases = aliases
        self.priority = priority
        self.hasReferralProgramme = hasReferralProgramme
        self.wishes = wishes
        self.region = region
        self.setting = setting
    }
}

extension NetworkEditor {
    /// Adds a company.
    /// - Throws: ``EditError/namesake(_:name:existing:)``; of what is there already,
    ///   ``describeCompany(_:_:)`` says more.
    @discardableResult
    public mutating func addCompany(
        _ name: String, _ details: CompanyDetails = CompanyDetails(), allowNamesake: Bool = false
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            if !allowNamesake { try draft.checkFree(companyName: name) }
            let id = try draft.addCompany(name)
            draft.say("Added the company \(draft.name(of: id)) (\(id))")
            try draft.describe(id, details)
            return "Added the company \(draft.name(of: id))"
        }
    }

    /// Says more of a company.
    @discardableResult
    public mutating func describeCompany(
        _ company: String, _ details: CompanyDetails
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.company(company)
            try draft.describe(id, details)
            draft.concern(draft.staff(of: id))
            return "Described \(draft.name(of: id))"
        }
    }

    /// Records that a role was posted (playbook R1, *watch the employer*). An unknown company is added.
    /// - Parameter closes: The last day on which one can apply; goes into the note.
    @discardableResult
    public mutating func opening(
        _ company: String, _ title: String, department: String? = nil, closes: CalendarDay? = nil,
        note text: String? = nil, on day: CalendarDay? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let title = try oneLine(title, field: "the title of the opening")
            let id = try draft.companyOrNew(company)
            let date = try draft.past(day)
            let end = try draft.end(closes, notBefore: date).map { "closes on \($0)" }
            return draft.signal(
                Signal(
                    kind: .openingPosted, date: date, department: oneLine(department), title: title,
                    note: freeText([freeText(text), end].compactMap(\.self).joined(separator: "; "))),
                at: id)
        }
    }

    /// Records that an opportunity's role was posted again (playbook R5, *re-posted*).
    @discardableResult
    public mutating func reposted(
        _ opportunity: String, note text: String? = nil, on day: CalendarDay? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.opportunity(opportunity)
            let role = draft.network.opportunities[draft.index(of: id)]
            draft.concern(draft.everybody(in: id))
            return draft.signal(
                Signal(
                    kind: .openingPosted, date: try draft.past(day), department: role.department,
                    title: role.title, note: freeText(text)),
                at: role.company)
        }
    }

    /// Records dated news about a company (playbook R3).
    @discardableResult
    public mutating func signal(
        _ kind: Signal.Kind, at company: String, department: String? = nil, title: String? = nil,
        note text: String? = nil, on day: CalendarDay? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.company(company)
            return draft.signal(
                Signal(
                    kind: kind, date: try draft.past(day), department: oneLine(department),
                    title: oneLine(title),
                    note: freeText(text)),
                at: id)
        }
    }

    /// Records dated news about a manager's team (playbook R3).
    @discardableResult
    public mutating func signal(
        _ kind: Signal.Kind, about person: String, department: String? = nil, title: String? = nil,
        note text: String? = nil, on day: CalendarDay? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.person(person)
            let signal = Signal(
                kind: kind, date: try draft.past(day), department: oneLine(department), title: oneLine(title),
                note: freeText(text))
            draft.concern([id])
            let sentence = "\(draft.name(of: id)): \(EditDraft.words(signal))"
            if !draft.network.people[draft.index(of: id)].signals.contains(signal) {
                draft.network.people[draft.index(of: id)].signals.append(signal)
                draft.say(sentence)
            }
            return sentence
        }
    }
}

extension EditDraft {
    /// Those who work at a company today.
    func staff(of company: CompanyID) -> [PersonID] {
        network.people.filter { $0.employment(on: today)?.company == company }.map(\.id)
    }

    /// Refuses a name that is a company's already, or an alias of one.
    fileprivate func checkFree(companyName text: String, besides id: CompanyID? = nil) throws(EditError) {
        let name = CompanyName(text)
        let twin = network.companies.first { company in
            company.id != id && ([company.name] + company.aliases).contains { CompanyName($0) == name }
        }
        if let twin { throw .namesake(.company, name: twin.name, existing: twin.id.text) }
    }

    fileprivate mutating func describe(
        _ id: CompanyID, _ details: CompanyDetails
    ) throws(EditError) {
        var company = network.companies[index(of: id)]
        for alias in details.aliases {
            let alias = try oneLine(alias, field: "the alias")
            try checkFree(companyName: alias, besides: id)
            if ([company.name] + company.aliases).contains(where: { CompanyName($0) == CompanyName(alias) }) {
                continue
            }
            company.aliases.append(alias)
            say("\(company.name) is also called \(alias)")
        }
        if let priority = details.priority, priority != company.priority {
            company.priority = priority
            say("\(company.name) has priority \(priority.rawValue)")
        }
        if let hasReferralProgramme = details.hasReferralProgramme,
            hasReferralProgramme != company.hasReferralProgramme
        {
            company.hasReferralProgramme = hasReferralProgramme
            say("\(company.name) has \(hasReferralProgramme ? "a" : "no") referral programme")
        }
        if let sentence = try setRegion(of: company.name, from: &company.region, to: details.region) {
            say(sentence)
        }
        if let setting = details.setting, setting != company.setting {
            company.setting = setting
            say("\(company.name) is a \(setting.rawValue)")
        }
        if let sentence = details.wishes.apply(to: &company.avoids) { say("\(company.name) \(sentence)") }
        network.companies[index(of: id)] = company
    }

    fileprivate mutating func signal(_ signal: Signal, at id: CompanyID) -> String {
        concern(staff(of: id))
        let sentence = "\(name(of: id)): \(Self.words(signal))"
        if !network.companies[index(of: id)].signals.contains(signal) {
            network.companies[index(of: id)].signals.append(signal)
            say(sentence)
        }
        return sentence
    }

    fileprivate static func words(_ signal: Signal) -> String {
        let what = signal.kind.words
        let title = signal.title.map { " “\($0)”" } ?? ""
        return what + title + (signal.department.map { " in \($0)" } ?? "") + ", \(signal.date)"
    }
}

extension Signal.Kind {
    /// `contract won`.
    fileprivate var words: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}
