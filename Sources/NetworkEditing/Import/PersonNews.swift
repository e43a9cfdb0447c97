internal import NetworkFiles
internal import ReferralGraph
internal import SourceReaders

/// What a source's word on an employer means for what is known.
enum EmploymentNews: Equatable {
    case newEmployer(old: CompanyID, new: CompanyID)
    case newTitle(old: String, new: String)
    /// The source names another employer and is not newer than what is known.
    case contradiction(known: CompanyID)
}

extension Person {
    /// Takes in where a source says that the person works.
    ///
    /// A later word moves the person on: the employment known so far ends the day before, the new one begins on the day
    /// of the source, which is the first on which it is known. An earlier word never changes what is known later; it
    /// becomes a past employment where there was none. How late an employment is known is its `confirmed` or its `from`.
    /// - Parameters:
    ///   - said: Employer, title and department.
    ///   - day: The day of which the source speaks; without one it only fills in what is missing.
    mutating func learn(_ said: Employment, on day: CalendarDay?) -> EmploymentNews? {
        guard let day else { return learnUndated(said) }
        if let position = position(of: said.company, on: day) { return confirm(position, said, on: day) }
        guard let current = employment(on: day), let position = employments.lastIndex(of: current) else {
            return begin(said, on: day)
        }
        let relevant = employments.filter { $0.holds(on: day) || $0.from.map { $0 > day } ?? false }
        let known = relevant.flatMap { [$0.from, $0.confirmed].compactMap(\.self) }.max()
        if known.map({ $0 < day }) ?? true {
            employments[position].to = day + -1
            var new = said
            (new.from, new.confirmed) = (day, day)
            employments.append(new)
            return .newEmployer(old: current.company, new: said.company)
        }
        if let confirmed = current.confirmed, current.from == nil, day < confirmed, confirmed == known,
            current.to.map({ $0 >= confirmed }) ?? true
        {
            var past = said
            (past.to, past.confirmed) = (confirmed + -1, day)
            employments[position].from = confirmed
            employments.insert(past, at: position)
            return nil
        }
        return .contradiction(known: current.company)
    }

    private mutating func learnUndated(_ said: Employment) -> EmploymentNews? {
        if let position = employments.lastIndex(where: { $0.company == said.company && $0.to == nil })
            ?? employments.lastIndex(where: { $0.company == said.company })
        {
            employments[position].fillIn(said)
            return nil
        }
        guard let known = employments.last else {
            employments = [said]
            return nil
        }
        return .contradiction(known: known.company)
    }

    /// The employment at a company that holds on a day, of several the one confirmed last.
    private func position(of company: CompanyID, on day: CalendarDay) -> Int? {
        employments.indices.filter { employments[$0].company == company && employments[$0].holds(on: day) }
            .max { employments[$0].confirmed?.number ?? .min < employments[$1].confirmed?.number ?? .min }
    }

    private mutating func confirm(_ position: Int, _ said: Employment, on day: CalendarDay) -> EmploymentNews?
    {
        let known = employments[position]
        guard known.confirmed.map({ $0 < day }) ?? true else {
            if known.confirmed == day { employments[position].fillIn(said) }
            return nil
        }
        employments[position].confirmed = day
        employments[position].title = said.title ?? known.title
        employments[position].department = said.department ?? known.department
        guard let old = known.title, let new = said.title, foldedName(old) != foldedName(new), known.to == nil
        else { return nil }
        return .newTitle(old: old, new: new)
    }

    /// Adds an employment on a day on which none is known.
    private mutating func begin(_ said: Employment, on day: CalendarDay) -> EmploymentNews? {
        let last = employments.filter { $0.to.map { $0 < day } ?? false }.max {
            $0.to!.number < $1.to!.number
        }
        let next = employments.compactMap(\.from).filter { $0 > day }.min()
        var new = said
        new.confirmed = day
        new.from = last == nil ? nil : day
        new.to = next.map { $0 + -1 }
        employments.append(new)
        guard let last, next == nil else { return nil }
        return .newEmployer(old: last.company, new: said.company)
    }

    /// Takes in another employer that a source names besides the main one. It begins and ends nothing, and stands before
    /// the main one, which stays the employment of the day.
    mutating func learnBesides(_ said: Employment, on day: CalendarDay?) {
        let known = employments.lastIndex { employment in
            employment.company == said.company && (day.map(employment.holds) ?? (employment.to == nil))
        }
        guard let known else {
            var new = said
            new.confirmed = day
            employments.insert(new, at: 0)
            return
        }
        employments[known].fillIn(said)
        if let day { employments[known].confirmed = max(employments[known].confirmed ?? day, day) }
    }

    /// Takes in what a source says about the person besides the employer: names, addresses, numbers, pages and notes.
    mutating func learn(_ record: ContactRecord) {
        learnName(of: record)
        learnEmails(of: record)
        learnPhones(of: record)
        for page in record.profileURLs.compactMap(importedAddress) {
            let key = profileURLKey(page)
            if pages.contains(where: { $0 == page || key != nil && profileURLKey($0) == key }) { continue }
            if profileURL == nil { profileURL = page } else { otherProfileURLs.append(page) }
        }
        for school in record.schools.compactMap({ importedText($0, limit: .name) }) {
            learn(Education(school: school))
        }
        if let uid = importedText(record.cardUID, limit: .address), uid != ownCardUID,
            !cardUIDs.contains(uid)
        {
            cardUIDs.append(uid)
        }
        for tag in record.tags.compactMap({ Tag($0) }) where !has(tag) { tags.append(tag.text) }
        var known = record.notes.isEmpty ? [] : Set(observations)
        for note in record.notes.compactMap({ importedText($0, limit: .text) })
        where known.insert(note).inserted {
            observations.append(note)
        }
    }

    private mutating func learnEmails(of record: ContactRecord) {
        if record.emails.isEmpty { return }
        func key(_ email: String) -> String { emailKey(email) ?? email }
        var known = Set(emails.map(key))
        for email in record.emails.compactMap({ importedText($0, limit: .address) })
        where known.insert(key(email)).inserted {
            emails.append(email)
        }
    }

    /// Adds the numbers that are new. Numbers that may be one end with the same nine digits, so only those are compared.
    private mutating func learnPhones(of record: ContactRecord) {
        if record.phones.isEmpty { return }
        func bucket(_ phone: String) -> String {
            guard let key = phoneKey(phone) else { return phone }
            return phoneTail(key) ?? key
        }
        var known = Dictionary(grouping: phones, by: bucket)
        for phone in record.phones.compactMap({ importedText($0, limit: .line) }) {
            let key = phoneKey(phone)
            let isKnown = known[bucket(phone), default: []].contains { known in
                guard let key, let other = phoneKey(known) else { return known == phone }
                return other == key || arePerhapsOneNumber(other, key)
            }
            if isKnown { continue }
            known[bucket(phone), default: []].append(phone)
            phones.append(phone)
        }
    }

    private mutating func learnName(of record: ContactRecord) {
        let names = ([record.name] + record.otherNames).compactMap { importedText($0, limit: .name) }
        // The keys of a name cost more than all else that is learnt.
        if !hasStandInName, names.allSatisfy({ $0 == name || otherNames.contains($0) }) { return }
        let said = names.filter { !NameKey($0).isEmpty }
        guard !said.isEmpty else { return }
        if hasStandInName, importedText(record.name, limit: .name) == said[0] { name = said[0] }
        var known = ([name] + otherNames).map { NameKey($0) }
        for other in said {
            let key = NameKey(other)
            if known.contains(where: { $0.agrees(with: key) }) { continue }
            known.append(key)
            otherNames.append(other)
        }
    }
}

extension Employment {
    /// Takes over what is missing here.
    mutating func fillIn(_ other: Employment) {
        title = title ?? other.title
        department = department ?? other.department
    }
}
