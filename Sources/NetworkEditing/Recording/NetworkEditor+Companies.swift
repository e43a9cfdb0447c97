public import ReferralGraph

extension NetworkEditor {
    /// Adds a company.
    /// - Parameters:
    ///   - priority: How much the seeker wants to work there.
    ///   - hasReferralProgramme: Whether a referrer earns a bonus (playbook R1).
    /// - Throws: ``EditError/namesake(_:name:existing:)``; of what is there already,
    ///   ``describeCompany(_:priority:hasReferralProgramme:)`` says more.
    @discardableResult
    public mutating func addCompany(
        _ name: String, priority: Company.Priority? = nil, hasReferralProgramme: Bool? = nil,
        allowNamesake: Bool = false
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            if !allowNamesake,
                let twin = draft.network.companies.first(where: { foldedName($0.name) == foldedName(name) })
            {
                throw .namesake(.company, name: twin.name, existing: twin.id.text)
            }
            let id = try draft.addCompany(name)
            draft.say("Added the company \(draft.name(of: id)) (\(id))")
            draft.describe(id, priority, hasReferralProgramme)
            return "Added the company \(draft.name(of: id))"
        }
    }

    /// Says how much the seeker wants to work at a company, and whether it pays referrers.
    @discardableResult
    public mutating func describeCompany(
        _ company: String, priority: Company.Priority? = nil, hasReferralProgramme: Bool? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.company(company)
            draft.describe(id, priority, hasReferralProgramme)
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

    fileprivate mutating func describe(
        _ id: CompanyID, _ priority: Company.Priority?, _ hasReferralProgramme: Bool?
    ) {
        var company = network.companies[index(of: id)]
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
