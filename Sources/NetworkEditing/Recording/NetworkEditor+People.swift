internal import NetworkFiles
internal import PublicHolidays
public import ReferralGraph

/// What a user tells of someone; what is `nil` or empty stays as it is.
public struct PersonDetails: Sendable, Equatable {
    /// The employer, by any part of its name; unknown ones are added to the network.
    public var company: String?
    /// Job title.
    public var title: String?
    /// The part of the company.
    public var department: String?
    /// Where the person studied.
    public var schools: [String] = []
    /// Since when the person works there.
    public var since: CalendarDay?
    /// Addresses, most useful first.
    public var emails: [String] = []
    /// Numbers, most useful first.
    public var phones: [String] = []
    /// A page about the person.
    public var profileURL: String?
    /// IANA identifier.
    public var timeZone: String?
    /// The city or region where the person works.
    public var place: String?
    /// The country, or the part of one, whose public holidays the person has: `DE`, `DE-BY`.
    public var region: String?
    /// The English names of the days of the week on which the person does not work; replaces those known before.
    public var daysOff: [String] = []
    /// How many people report to this one, 0 to 10,000.
    public var directReports: Int?
    /// What one would like to remember (playbook R1, *record everyone*).
    public var observations: [String] = []
    /// Whether rapport was best with this one (playbook R1, *star*).
    public var isStar = false
    /// How the seeker knows the person; makes a tie.
    public var how: String?
    /// How likely the person is to introduce the seeker, in (0, 1]; makes a tie.
    public var strength: Double?
    /// How the person does not want to be contacted.
    public var wishes = ChannelWishes()
    /// Whether the person asked not to be named to others.
    public var isConfidential: Bool?
    /// Whether someone at the seeker's own employer knows of the search.
    public var knowsOfSearch: Bool?

    /// Makes details that say nothing.
    public init() {}
}

extension NetworkEditor {
    /// Adds someone (playbook R1, *record everyone*).
    /// - Parameter allowNamesake: Whether to add one more person of a name that is there already.
    /// - Throws: ``EditError/namesake(_:name:existing:)``, and what the details give reason for.
    @discardableResult
    public mutating func addPerson(
        _ name: String, _ details: PersonDetails = PersonDetails(), allowNamesake: Bool = false
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let name = try oneLine(name, field: "the person’s name")
            if !allowNamesake,
                let twin = draft.network.people.first(where: { foldedName($0.name) == foldedName(name) })
            {
                throw .namesake(.person, name: twin.name, existing: twin.id.text)
            }
            let id = draft.addPerson(named: name)
            draft.concern([id])
            draft.say("Added \(name) (\(id))")
            try draft.describe(id, details)
            return "Added \(name)"
        }
    }

    /// Adds to what is known about someone: addresses and observations are added, everything else is replaced. A
    /// title alone belongs to the current employment; for a change of employer there is
    /// ``moved(_:to:title:department:on:)``.
    @discardableResult
    public mutating func describe(_ person: String, _ details: PersonDetails) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.person(person)
            draft.concern([id])
            try draft.describe(id, details)
            return "Described \(draft.name(of: id))"
        }
    }

    /// Records how many people report to a manager (playbook R3).
    @discardableResult
    public mutating func reports(_ person: String, count: Int) throws(EditError) -> Edit {
        var details = PersonDetails()
        details.directReports = count
        return try describe(person, details)
    }

    /// Marks people as stars, or no longer (playbook R1, *star*).
    /// - Parameters:
    ///   - names: The last of several is a note on each of them when no one is called so, and no other note is given.
    ///   - note: Something to remember about each of them.
    @discardableResult
    public mutating func star(
        _ names: [String], _ isStar: Bool = true, note: String? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let (people, note) = try draft.named(names, note: note) { (text) throws(EditError) in
                try draft.other(text, verb: "star")
            }
            draft.concern(people)
            for id in people where draft.network.people[draft.index(of: id)].isStar != isStar {
                draft.network.people[draft.index(of: id)].isStar = isStar
                draft.say("\(draft.name(of: id)) is \(isStar ? "a star now" : "no longer a star")")
            }
            for id in people { try draft.observe(id, note) }
            return isStar
                ? "\(draft.names(of: people)) \(people.count == 1 ? "is a star" : "are stars") now"
                : "\(draft.names(of: people)) \(people.count == 1 ? "is no longer a star" : "are no longer stars")"
        }
    }
}

extension EditDraft {
    /// Adds to what is known about someone and says so.
    mutating func describe(_ id: PersonID, _ details: PersonDetails) throws(EditError) {
        try check(details)
        let name = name(of: id)
        try employ(id, details)
        var person = network.people[index(of: id)]
        func added(_ new: [String], to old: inout [String], _ what: String) -> String? {
            var fresh: [String] = []
            for text in new.compactMap({ oneLine($0) }) where !old.contains(text) {
                old.append(text)
                fresh.append(text)
            }
            return fresh.isEmpty ? nil : "\(name): \(what) \(fresh.joined(separator: ", "))"
        }
        var sentences = [
            added(details.emails, to: &person.emails, "e-mail"),
            added(details.phones, to: &person.phones, "telephone"),
        ].compactMap(\.self)
        for observation in details.observations.compactMap({ freeText($0) })
        where !person.observations.contains(observation) {
            person.observations.append(observation)
            sentences.append("\(name): noted “\(oneLine(observation) ?? observation)”")
        }
        for school in details.schools.compactMap({ oneLine($0) }) {
            let before = person.education
            person.learn(Education(school: school))
            if person.education != before { sentences.append("\(name) studied at \(school)") }
        }
        if let url = oneLine(details.profileURL), url != person.profileURL {
            person.profileURL = url
            sentences.append("\(name): page \(url)")
        }
        if let zone = oneLine(details.timeZone), zone != person.timeZone {
            person.timeZone = zone
            sentences.append("\(name): time zone \(zone)")
        }
        if let place = oneLine(details.place), place != person.place {
            person.place = place
            sentences.append("\(name) works in \(place)")
        }
        if let sentence = try setRegion(of: name, from: &person.region, to: details.region) {
            sentences.append(sentence)
        }
        let daysOff = Set(
            details.daysOff.compactMap { oneLine($0) }.compactMap { Weekday(name: $0.lowercased()) })
        if !daysOff.isEmpty, daysOff != Set(person.weekend) {
            person.weekend = Weekday.allCases.filter(daysOff.contains)
            sentences.append("\(name): off on \(person.weekend.map(\.longWord).joined(separator: " and "))")
        }
        if let reports = details.directReports, reports != person.directReports {
            person.directReports = reports
            sentences.append("\(name) has \(reports == 1 ? "1 direct report" : "\(reports) direct reports")")
        }
        if details.isStar, !person.isStar {
            person.isStar = true
            sentences.append("\(name) is a star now")
        }
        if let sentence = details.wishes.apply(to: &person.avoids) { sentences.append("\(name) \(sentence)") }
        if let isConfidential = details.isConfidential, isConfidential != person.isConfidential {
            person.isConfidential = isConfidential
            sentences.append(
                "\(name) \(isConfidential ? "is not to be named to others" : "may be named to others")")
        }
        if let knowsOfSearch = details.knowsOfSearch, knowsOfSearch != person.knowsOfSearch {
            person.knowsOfSearch = knowsOfSearch
            sentences.append("\(name) \(knowsOfSearch ? "knows" : "does not know") that you are looking")
        }
        network.people[index(of: id)] = person
        sentences.forEach { say($0) }
        if details.how != nil || details.strength != nil {
            if id == network.seeker { throw .aboutTheSeeker(verb: "know") }
            try tie(
                Tie(from: network.seeker, to: id, strength: details.strength, how: oneLine(details.how)))
        }
    }

    /// Records whose public holidays someone or an office has.
    /// - Returns: That they changed; `nil` when they did not.
    func setRegion(
        of name: String, from old: inout String?, to new: String?
    ) throws(EditError) -> String? {
        guard let text = oneLine(new) else { return nil }
        try check(.region(text), "region", text)
        guard let region = HolidayRegion(text), region.code != old else { return nil }
        old = region.code
        return "\(name): public holidays of \(region.name)"
    }

    private func check(_ details: PersonDetails) throws(EditError) {
        for email in details.emails.compactMap(oneLine) where emailKey(email) == nil {
            throw .invalid(
                field: "e-mail address", text: email, expected: "one such as ann@example.com",
                hint: "give one address an option")
        }
        for phone in details.phones.compactMap(oneLine) where !phone.contains(where: \.isNumber) {
            throw .invalid(
                field: "telephone number", text: phone, expected: "one such as +1 312 555 0147",
                hint: "give one number an option")
        }
        if let url = oneLine(details.profileURL) { try check(.webAddress(url), "page", url) }
        if let zone = oneLine(details.timeZone) { try check(.timeZone(zone), "time zone", zone) }
        for day in details.daysOff.compactMap({ oneLine($0) }) {
            try check(.weekday(day.lowercased()), "day of the week", day)
        }
        if Set(details.daysOff.compactMap { oneLine($0)?.lowercased() }).count == Weekday.allCases.count {
            throw .invalid(
                field: "days off", text: details.daysOff.joined(separator: ", "),
                expected: "at most six of them",
                hint: "`rebound do-not-contact NAME` is for someone who is never to be called")
        }
        if let reports = details.directReports {
            try check(.directReports(reports), "number of reports", "\(reports)")
        }
    }

    /// Gives the current employment what the details say of it, or makes one.
    private mutating func employ(_ id: PersonID, _ details: PersonDetails) throws(EditError) {
        let (title, department) = (oneLine(details.title), oneLine(details.department))
        let company: CompanyID? = if let text = details.company { try companyOrNew(text) } else { nil }
        guard company != nil || title != nil || department != nil || details.since != nil else { return }
        let current = network.people[index(of: id)].employment(on: today)
        guard let employer = company ?? current?.company else {
            throw .blank(field: "the company at which \(name(of: id)) has that role")
        }
        var job = Employment(
            company: employer, title: title, department: department, from: details.since)
        if let current, current.company == employer {
            job.title = title ?? current.title
            job.department = department ?? current.department
            job.from = details.since ?? current.from
            job.to = current.to
            if let to = job.to, let from = job.from, to < from { job.to = nil }
            guard job != current,
                let position = network.people[index(of: id)].employments.firstIndex(of: current)
            else { return }
            network.people[index(of: id)].employments[position] = job
        } else if network.people[index(of: id)].employments.isEmpty {
            network.people[index(of: id)].employments = [job]
        } else {
            move(id, to: job, from: details.since ?? today)
            return
        }
        say("\(name(of: id)) is \(caption(job))")
    }
}
