public import ReferralGraph

extension NetworkEditor {
    /// Records that someone has a new employer or a new role (playbook R1, *follow the star*).
    ///
    /// The employments of before end the day before. With a new employer, recorded reporting lines become
    /// acquaintances: who has left reports to no one there, but still knows them.
    /// - Parameters:
    ///   - company: The employer; an unknown one is added to the network.
    ///   - day: The first day; today without one. It may lie ahead.
    @discardableResult
    public mutating func moved(
        _ person: String, to company: String, title: String? = nil, department: String? = nil,
        on day: CalendarDay? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.person(person)
            draft.concern([id])
            let from = day ?? draft.today
            let job = Employment(
                company: try draft.companyOrNew(company), title: oneLine(title),
                department: oneLine(department),
                from: from)
            draft.move(id, to: job, from: from)
            return "\(draft.name(of: id)) moved to \(draft.name(of: job.company))"
        }
    }

    /// Records that someone has left an employer, whether or not the next one is known (playbook R5.left).
    ///
    /// Recorded reporting lines there become acquaintances, as with ``moved(_:to:title:department:on:)``.
    /// - Parameters:
    ///   - company: The employer they left; without one, whoever they work for.
    ///   - isLetGo: Whether they lost the job, which is news about them.
    ///   - day: The first day on which they are gone; today without one. It may lie ahead.
    @discardableResult
    public mutating func left(
        _ person: String, _ company: String? = nil, isLetGo: Bool = false, on day: CalendarDay? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.person(person)
            let employer: CompanyID? = if let company { try draft.company(company) } else { nil }
            draft.concern([id])
            let name = draft.name(of: id)
            let day = day ?? draft.today
            let hasLeft = draft.leave(id, employer, on: day)
            if !hasLeft, !isLetGo {
                let place = employer.map { "at \(draft.name(of: $0))" } ?? "at all"
                throw .nothingToDo(
                    "\(name) has no job on record \(place) that could end; `rebound show \(id)` shows the jobs, "
                        + "`rebound moved \(id) --to COMPANY` records a new one")
            }
            let news = Signal(kind: .letGo, date: min(day, draft.today))
            let position = draft.index(of: id)
            if isLetGo,
                !draft.network.people[position].signals.contains(where: {
                    $0.kind == .letGo && $0.date == news.date
                })
            {
                draft.network.people[position].signals.append(news)
                draft.say("\(name) was let go, \(news.date)")
            }
            return "\(name) has left"
        }
    }
}

extension EditDraft {
    /// Ends the jobs that someone has on a day, or the one at a company; whether there was one.
    fileprivate mutating func leave(_ id: PersonID, _ employer: CompanyID?, on day: CalendarDay) -> Bool {
        let jobs = network.people[index(of: id)].employments
        let ended = jobs.indices.filter {
            jobs[$0].holds(on: day) && [nil, jobs[$0].company].contains(employer)
        }
        for position in ended {
            let last = max(day + -1, jobs[position].from ?? day + -1)
            network.people[index(of: id)].employments[position].to = last
        }
        for company in ended.map({ jobs[$0].company }).uniqued() {
            say("\(name(of: id)) has left \(name(of: company))")
            dissolveReportingLines(of: id, at: company, on: day)
        }
        return !ended.isEmpty
    }

    /// Ends what someone did before and begins something new.
    mutating func move(_ id: PersonID, to job: Employment, from: CalendarDay) {
        let before = network.people[index(of: id)].employment(on: from)
        if let before, before.company == job.company, before.title == job.title || job.title == nil,
            before.department == job.department || job.department == nil
        {
            return
        }
        var job = job
        job.from = from
        var employments = network.people[index(of: id)].employments
        employments.removeAll { $0.from == from && $0.to == nil }
        for position in employments.indices where employments[position].holds(on: from) {
            // One that began today, too, goes on beside the new one: two jobs a day are none of ours to judge.
            if employments[position].from.map({ $0 < from }) ?? true {
                employments[position].to = from + (-1)
            }
        }
        employments.append(job)
        network.people[index(of: id)].employments = employments
        say("\(name(of: id)) is \(caption(job)) since \(from)")
        if let before, before.company != job.company {
            say("\(name(of: id)) has left \(name(of: before.company))")
            dissolveReportingLines(of: id, at: before.company, on: from)
        }
    }

    private mutating func dissolveReportingLines(of id: PersonID, at company: CompanyID, on day: CalendarDay)
    {
        for position in network.ties.indices {
            let tie = network.ties[position]
            guard tie.kind == .reportsTo, tie.from == id || tie.to == id else { continue }
            let other = tie.from == id ? tie.to : tie.from
            let job = network.people[index(of: other)].employment(on: day)
            guard job == nil || job?.company == company else { continue }
            network.ties[position].kind = .knows
            network.ties[position].how = tie.how ?? "worked together at \(name(of: company))"
            say("\(name(of: tie.from)) no longer reports to \(name(of: tie.to)), but knows them")
        }
    }
}
