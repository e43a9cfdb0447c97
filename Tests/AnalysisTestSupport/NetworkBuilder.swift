package import ReferralAnalysis
package import ReferralGraph

/// A small network for one rule at a time, around a seeker called `you`.
package struct NetworkBuilder {
    package var network = ReferralNetwork(seeker: "you", people: [Person(id: "you", name: "You")])

    package init() {}

    /// Adds a person; with a title, but no employer, one at the company `acme`.
    package mutating func person(
        _ id: PersonID, _ title: String? = "Engineer", at company: CompanyID? = "acme",
        in department: String? = nil, star: Bool = false, zone: String? = nil,
        edit: (inout Person) -> Void = { _ in }
    ) {
        let name = id.text.prefix(1).uppercased() + id.text.dropFirst()
        var person = Person(
            id: id, name: "\(name) Doe", emails: ["\(id)@example.com"], timeZone: zone, isStar: star,
            observations: ["Met"])
        if let company {
            self.company(company)
            person.employments = [Employment(company: company, title: title, department: department)]
        }
        edit(&person)
        network.people.append(person)
    }

    /// Adds a company, or changes one that is there.
    package mutating func company(_ id: CompanyID, edit: (inout Company) -> Void = { _ in }) {
        if !network.companies.contains(where: { $0.id == id }) {
            network.companies.append(Company(id: id, name: id.text))
        }
        edit(&network.companies[network.companies.firstIndex { $0.id == id }!])
    }

    /// Adds an opportunity at `acme`.
    package mutating func role(
        _ id: OpportunityID = "role", _ stages: [StageEvent], participants: [Participant] = [],
        edit: (inout Opportunity) -> Void = { _ in }
    ) {
        company("acme")
        var role = Opportunity(
            id: id, title: id.text, company: "acme", stages: stages, participants: participants)
        edit(&role)
        network.opportunities.append(role)
    }

    /// Adds an opportunity at `acme` whose hiring manager said no, a week after an interview.
    package mutating func refused(
        by manager: PersonID, _ date: Timestamp, role id: OpportunityID = "role",
        others: [Participant] = []
    ) {
        role(
            id,
            [
                StageEvent(stage: .interview, date: Timestamp(date.day + -7), round: 1),
                StageEvent(stage: .rejected, date: date, people: [manager]),
            ],
            participants: [Participant(person: manager, role: .hiringManager)] + others)
    }

    /// Adds something the seeker said.
    package mutating func wrote(
        _ people: PersonID..., on date: Timestamp, _ purposes: Interaction.Purpose...,
        by channel: Interaction.Channel = .email, about role: OpportunityID? = nil,
        edit: (inout Interaction) -> Void = { _ in }
    ) {
        add(people, date, purposes, channel, .outgoing, role, edit)
    }

    /// Adds something the seeker was told.
    package mutating func heard(
        from people: PersonID..., on date: Timestamp, _ purposes: Interaction.Purpose...,
        by channel: Interaction.Channel = .email, about role: OpportunityID? = nil,
        edit: (inout Interaction) -> Void = { _ in }
    ) {
        add(people, date, purposes, channel, .incoming, role, edit)
    }

    /// Adds a talk.
    package mutating func talked(
        with people: PersonID..., on date: Timestamp, _ purposes: Interaction.Purpose...,
        by channel: Interaction.Channel = .call, about role: OpportunityID? = nil,
        edit: (inout Interaction) -> Void = { _ in }
    ) {
        add(people, date, purposes, channel, .mutual, role, edit)
    }

    private mutating func add(
        _ people: [PersonID], _ date: Timestamp, _ purposes: [Interaction.Purpose],
        _ channel: Interaction.Channel, _ direction: Interaction.Direction, _ role: OpportunityID?,
        _ edit: (inout Interaction) -> Void
    ) {
        var interaction = Interaction(
            date: date, people: people, channel: channel, direction: direction, purposes: purposes,
            opportunity: role)
        edit(&interaction)
        network.interactions.append(interaction)
    }
}

/// The analysis of a small network.
package func analyse(
    asOf moment: Timestamp, policy: AnalysisPolicy = .standard, _ build: (inout NetworkBuilder) -> Void
) throws -> NetworkAnalysis {
    var builder = NetworkBuilder()
    build(&builder)
    return try NetworkAnalysis(of: builder.network, asOf: moment, policy: policy)
}
