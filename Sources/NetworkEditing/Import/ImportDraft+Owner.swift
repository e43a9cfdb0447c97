internal import ReferralGraph
internal import SourceReaders

extension ImportDraft {
    /// Takes in what a source says about the seeker: name, addresses, own jobs and schools. Of an archive of someone else's
    /// nothing is taken.
    mutating func takeInOwner() {
        guard let seeker else { return }
        if var owner = records.owner {
            guard isSeeker(owner, seeker) else {
                if let name = importedText(owner.name, limit: .name) {
                    findings.append(.foreignOwner(name: name))
                }
                isOfSomeoneElse = true
                return
            }
            // The jobs with their times say more.
            if !records.ownJobs.isEmpty { owner.jobs = [] }
            update(seeker, with: owner)
        }
        takeInCareer(of: seeker)
    }

    /// Whether the owner of a source seems to be the seeker; one without a name of their own takes the owner's.
    private mutating func isSeeker(_ owner: ContactRecord, _ seeker: Int) -> Bool {
        let keys = ContactKeys(owner)
        let known = resolver.keys[seeker]
        let sharesAddress =
            known.emails.contains(where: keys.emails.contains)
            || known.profileURLs.contains(where: keys.profileURLs.contains)
            || known.phones.contains(where: keys.phones.contains)
        let isNamed = !keys.name.isEmpty && known.names.contains { $0.agrees(with: keys.name) }
        if foldedName(network.people[seeker].name) == "me" {
            if !keys.name.isEmpty, let name = importedText(owner.name, limit: .name) {
                network.people[seeker].name = name
            }
            return true
        }
        return sharesAddress || isNamed || keys.name.isEmpty
    }

    private mutating func takeInCareer(of seeker: Int) {
        var person = network.people[seeker]
        let before = person.currentEmployers(on: today)
        var jobs: [Employment] = []
        for record in records.ownJobs {
            guard let company = record.job.company.flatMap({ companies.findOrAdd(named: $0) }) else {
                unused.append(UnusedRecord(place: record.place, reason: .untitled))
                continue
            }
            jobs.append(
                Employment(
                    company: company, title: importedText(record.job.title, limit: .line), from: record.from,
                    to: record.to, confirmed: asOf.map { day in record.to.map { min($0, day) } ?? day }))
        }
        person.learn(jobs)
        for record in records.ownEducation {
            guard let school = importedText(record.education.school, limit: .name) else { continue }
            var education = record.education
            education.school = school
            education.degree = importedText(education.degree, limit: .line)
            person.learn(education)
        }
        for company in person.currentEmployers(on: today)
        where !before.contains(company) && companies.isEmployer(company) {
            findings.append(.ownEmployer(company))
        }
        replace(seeker, by: person)
    }
}

extension Person {
    /// The employers of a day, each once.
    fileprivate func currentEmployers(on day: CalendarDay) -> [CompanyID] {
        currentEmployments(on: day).map(\.company).uniqued()
    }

    /// Takes in jobs of which a source says when they were.
    ///
    /// A job is known by its employer and first day, or by its title where the times can be one. What is known of it is
    /// completed; a later source may only give it another title.
    fileprivate mutating func learn(_ jobs: [Employment]) {
        var claimed: Set<Int> = []
        var open = jobs
        let signs: [(Employment, Employment) -> Bool] = [
            { $0.from == $1.from && $0.title.map(foldedName) == $1.title.map(foldedName) },
            { $0.from != nil && $0.from == $1.from },
            { $0.agreesInTitle(with: $1) && $0.overlaps($1) },
        ]
        for isOne in signs {
            open.removeAll { job in
                let known = employments.indices.first { index in
                    !claimed.contains(index) && employments[index].company == job.company
                        && isOne(employments[index], job)
                }
                guard let known else { return false }
                claimed.insert(known)
                employments[known].learn(job)
                return true
            }
        }
        employments += open
    }

    /// Takes in a time at a school, or what it adds to one that is known.
    mutating func learn(_ said: Education) {
        let name = CompanyName(said.school)
        let known = education.firstIndex { known in
            CompanyName(known.school) == name && agree(known.degree, said.degree)
                && agree(known.from, said.from) && agree(known.to, said.to)
                && (known.from ?? said.from).flatMap { from in (known.to ?? said.to).map { from <= $0 } }
                    ?? true
        }
        guard let known else {
            education.append(said)
            return
        }
        education[known].degree = education[known].degree ?? said.degree
        education[known].from = education[known].from ?? said.from
        education[known].to = education[known].to ?? said.to
    }
}

extension Employment {
    fileprivate func agreesInTitle(with other: Employment) -> Bool { agree(title, other.title) }

    /// Whether both can have held on one day.
    fileprivate func overlaps(_ other: Employment) -> Bool {
        let first = [from, other.from].compactMap(\.self).max()
        let last = [to, other.to].compactMap(\.self).min()
        guard let first, let last else { return true }
        return first <= last
    }

    /// Takes in what a source says of the same job.
    fileprivate mutating func learn(_ said: Employment) {
        from = from ?? said.from
        // Whoever has left may not have said so at the source.
        to = to ?? said.to
        func whileItLasted(_ day: CalendarDay) -> CalendarDay { to.map { min($0, day) } ?? day }
        let known = confirmed.map(whileItLasted)
        if let known, let day = said.confirmed.map(whileItLasted), known < day {
            title = said.title ?? title
            confirmed = day
        } else {
            title = title ?? said.title
            confirmed = known
        }
    }
}

/// Whether two texts say the same, or one says nothing.
private func agree(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return true }
    return foldedName(left) == foldedName(right)
}

private func agree(_ left: CalendarDay?, _ right: CalendarDay?) -> Bool {
    left == nil || right == nil || left == right
}
