internal import ReferralGraph

/// Entities that come into the network because an edit names them.
extension EditDraft {
    /// Adds a company of a name that is not in use.
    mutating func addCompany(_ name: String) throws(EditError) -> CompanyID {
        let name = try oneLine(name, field: "the company’s name")
        let id = CompanyID(
            slug(of: name, notIn: isTaken(network.companies.map(\.id.text)), orElse: "company"))
        network.companies.append(Company(id: id, name: name))
        return id
    }

    /// The company of a name or of words that begin words of a name; else a new one.
    mutating func companyOrNew(_ text: String) throws(EditError) -> CompanyID {
        // A part from the middle of a name would take “Bell” for “Campbell”.
        switch CompanyQuery(text).match(in: network, looseness: .words) {
        case .one(let id): return id
        case .several: return try company(text)
        case .none(let suggestion):
            let id = try addCompany(text)
            let doubt = suggestion.map { "; if you meant \($0), undo this and write it so" } ?? ""
            say("Added the company \(name(of: id)) (\(id))\(doubt)")
            return id
        }
    }

    /// Adds someone; the name must have been checked.
    mutating func addPerson(named name: String) -> PersonID {
        let id = PersonID(slug(of: name, notIn: isTaken(network.people.map(\.id.text))))
        network.people.append(Person(id: id, name: name))
        return id
    }

    /// Someone an edit mentions, who may be new.
    ///
    /// A name that is near another one makes someone new only if the edit says more of them than the name, because a
    /// slip of the finger is likelier.
    /// - Parameters:
    ///   - job: Where the person works, for someone new, and for someone without a known employer.
    ///   - command: The command without the person, for who names only the part that someone plays.
    mutating func personOrNew(
        _ text: String, job: Employment?, isDescribed: Bool, orElse command: String
    ) throws(EditError) -> PersonID {
        let id: PersonID
        switch PersonQuery(text).match(in: network, looseness: .words) {
        case .one(let found):
            guard network.people[index(of: found)].employments.isEmpty, let job else { return found }
            network.people[index(of: found)].employments = [job]
            say("\(name(of: found)) is \(caption(job))")
            return found
        case .several: return try person(text)
        case .none(let suggestion):
            let name = try oneLine(text, field: "the person’s name")
            if isPart(name) { throw .notAName(name, command: command) }
            if !isDescribed, let suggestion {
                throw .noMatch(.person, text: name, suggestion: self.name(of: try person(suggestion)))
            }
            id = addPerson(named: name)
        }
        if let job { network.people[index(of: id)].employments = [job] }
        say("Added \(name(of: id)) (\(id))" + (job.map { ", \(caption($0))" } ?? ""))
        return id
    }

    /// A job in words: `Head of Data at Acme`.
    func caption(_ job: Employment) -> String {
        let role = [job.title, job.department].compactMap(\.self).joined(separator: ", ")
        return role.isEmpty ? "at \(name(of: job.company))" : "\(role) at \(name(of: job.company))"
    }

    /// An identifier for an interaction that something has to refer to.
    mutating func identifier(ofInteractionAt position: Int) -> InteractionID {
        if let id = network.interactions[position].id { return id }
        let interaction = network.interactions[position]
        let name = "\(interaction.channel.rawValue) \(interaction.people[0])"
        let taken = isTaken(network.interactions.compactMap { $0.id?.text })
        let id = InteractionID(slug(of: name, notIn: taken, orElse: "talk"))
        network.interactions[position].id = id
        return id
    }

    /// Whether an identifier is in use; those that differ in letter case only are one to whoever types them.
    func isTaken(_ ids: [String]) -> (String) -> Bool {
        let ids = Set(ids.map(foldedName))
        return { ids.contains(foldedName($0)) }
    }
}

/// Whether words say which part someone plays and not who it is: “HR”, “the hiring manager”.
private func isPart(_ text: String) -> Bool {
    let parts: Set<Substring> = [
        "hr", "human", "resources", "people", "talent", "acquisition", "recruiting", "recruitment",
        "recruiter", "hiring",
        "manager", "team", "department", "company", "employer", "agency", "panel", "board", "committee",
        "interviewer",
        "interviewers", "coordinator", "boss", "they", "them", "someone", "somebody", "email", "letter",
        "phone",
    ]
    let words = nameParts(of: foldedName(text)).filter {
        !["the", "a", "an", "my", "their", "our"].contains($0)
    }
    return words.allSatisfy(parts.contains)
}
