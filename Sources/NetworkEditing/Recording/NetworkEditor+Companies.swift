public import ReferralGraph

extension NetworkEditor {
    /// Adds a company.
    /// - Parameters:
    ///   - aliases: Other names under which it is known.
    ///   - priority: How much the seeker wants to work there.
    ///   - hasReferralProgramme: Whether a referrer earns a bonus (playbook R1).
    /// - Throws: ``EditError/namesake(_:name:existing:)``; of what is there already,
    ///   ``describeCompany(_:aliases:priority:hasReferralProgramme:)`` says more.
    @discardableResult
    public mutating func addCompany(
        _ name: String, aliases: [String] = [], priority: Company.Priority? = nil,
        hasReferralProgramme: Bool? = nil, allowNamesake: Bool = false
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            if !allowNamesake { try draft.checkFree(companyName: name) }
            let id = try draft.addCompany(name)
            draft.say("Added the company \(draft.name(of: id)) (\(id))")
            try draft.describe(id, aliases, priority, hasReferralProgramme)
            return "Added the company \(draft.name(of: id))"
        }
    }

    /// Says by which other names a company is known, how much the seeker wants to work there, and whether it pays
    /// referrers.
    @discardableResult
    public mutating func describeCompany(
        _ company: String, aliases: [String] = [], priority: Company.Priority? = nil,
        hasReferralProgramme: Bool? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.company(company)
            try draft.describe(id, aliases, priority, hasReferralProgramme)
            draft.concern(draft.staff(of: id))
            return "Described \(draft.name(of: id))"
        }
    }

    /// Records that a role was posted (playbook R1, *watch the employer*). An unknown company is added.
    @discardableResult
    public mutating func opening(
        _ company: String, _ title: String, department: String? = nil, note text: String? = nil,
        on day: CalendarDay? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let title = try oneLine(title, field: "the title of the opening")
            let id = try draft.companyOrNew(company)
            return try draft.signal(
                Signal(
                    kind: .openingPosted, date: try draft.past(day), department: oneLine(department),
                    title: title, note: freeText(text)),
                at: id)
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
            return try draft.signal(
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
        _ id: CompanyID, _ aliases: [String], _ priority: Company.Priority?, _ hasReferralProgramme: Bool?
    ) throws(EditError) {
        var company = network.companies[index(of: id)]
        for alias in aliases {
            let alias = try oneLine(alias, field: "the alias")
            try checkFree(companyName: alias, besides: id)
            if ([company.name] + company.aliases).contains(where: { CompanyName($0) == CompanyName(alias) }) {
                continue
            }
            company.aliases.append(alias)
            say("\(company.name) is also called \(alias)")
        }
        if let priority, priority != company.priority {
            company.priority = priority
            say("\(company.name) has priority \(priority.rawValue)")
        }
        if let hasReferralProgramme, hasReferralProgramme != company.hasReferralProgramme {
            company.hasReferralProgramme = hasReferralProgramme
            say("\(company.name) has \(hasReferralProgramme ? "a" : "no") referral programme")
        }
        network.companies[index(of: id)] = company
    }

    fileprivate mutating func signal(_ signal: Signal, at id: CompanyID) throws(EditError) -> String {
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
