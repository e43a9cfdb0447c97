internal import Foundations
public import ReferralGraph

extension GraphExport {
    /// The graph of a network.
    ///
    /// References that lead nowhere, and people, companies and opportunities whose identifier another one has
    /// already, are passed over; ``ReferralNetwork/issues(asOf:)`` names them.
    /// - Parameter network: To export it as it was at some moment, pass ``ReferralNetwork/known(at:)``.
    /// - Complexity: O(size of the network).
    public init(_ network: ReferralNetwork) {
        var builder = GraphBuilder(network)
        builder.addNodes()
        builder.addTies()
        builder.addReferrals()
        builder.addEmployments()
        builder.addOpportunities()
        builder.addContacts()
        var attributes = AttributeList()
        attributes.add("title", network.title)
        attributes.add("summary", network.summary)
        attributes.add("seeker", builder.people[network.seeker])
        self.attributes = attributes.list
        nodes = builder.nodes
        edges = builder.edges
    }
}

/// A graph while it is made.
private struct GraphBuilder {
    let network: ReferralNetwork
    private(set) var nodes: [GraphExport.Node] = []
    private(set) var edges: [GraphExport.Edge] = []
    private(set) var people: [PersonID: String] = [:]
    private var companies: [CompanyID: String] = [:]
    private var opportunities: [OpportunityID: String] = [:]
    private let contacts: [PersonID: Contact]

    /// What passed between the seeker and one person.
    private struct Contact {
        var count = 0
        var first: Timestamp
        var last: Timestamp
    }

    init(_ network: ReferralNetwork) {
        self.network = network
        var contacts: [PersonID: Contact] = [:]
        for interaction in network.interactions {
            for person in interaction.people {
                var contact = contacts[person] ?? Contact(first: interaction.date, last: interaction.date)
                contact.count += 1
                contact.first = min(contact.first, interaction.date)
                contact.last = max(contact.last, interaction.date)
                contacts[person] = contact
            }
        }
        self.contacts = contacts
    }

    // MARK: Nodes

    mutating func addNodes() {
        let seeker = network.seeker
        for person in network.people where people[person.id] == nil {
            let contact = contacts[person.id]
            people[person.id] = addNode(.person, person.id.text, label: person.name) { node in
                node.add("seeker", person.id == seeker)
                node.add("star", person.isStar)
                node.add("doNotContact", person.doNotContact)
                node.add("directReports", person.directReports)
                node.add("timeZone", person.timeZone)
                node.add("place", person.place)
                node.add("profileURL", person.profileURL)
                node.add("tags", person.tags.joined(separator: " "))
                node.add("acquaintance", person.acquaintance?.rawValue)
                node.add("signals", person.signals.count)
                node.add("interactions", contact?.count ?? 0)
                node.add("firstContact", contact?.first.description)
                node.add("lastContact", contact?.last.description)
            }
        }
        for company in network.companies where companies[company.id] == nil {
            companies[company.id] = addNode(.company, company.id.text, label: company.name) { node in
                node.add("priority", company.priority?.rawValue)
                node.add("referralProgramme", company.hasReferralProgramme)
                node.add("signals", company.signals.count)
            }
        }
        for opportunity in network.opportunities where opportunities[opportunity.id] == nil {
            let latest = opportunity.stages.enumerated().max {
                ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
            }?.element
            opportunities[opportunity.id] = addNode(
                .opportunity, opportunity.id.text, label: opportunity.title
            ) { node in
                node.add("department", opportunity.department)
                node.add("stage", latest?.stage.rawValue)
                node.add("stageDate", latest?.date.description)
            }
        }
    }

    private mutating func addNode(
        _ kind: GraphExport.Node.Kind, _ id: String, label: String, _ fill: (inout AttributeList) -> Void
    ) -> String {
        var attributes = AttributeList()
        attributes.add("ref", id)
        fill(&attributes)
        let node = GraphExport.Node(
            id: GraphText.nodeID(kind, id), kind: kind, label: GraphText.cleaned(label),
            attributes: attributes.list)
        nodes.append(node)
        return node.id
    }

    // MARK: Edges

    mutating func addTies() {
        for tie in network.ties {
            addEdge(tie.kind == .knows ? .knows : .reportsTo, people[tie.from], people[tie.to]) { edge in
                edge.add("mutual", tie.kind == .knows)
                edge.add("strength", tie.strength)
                edge.add("how", tie.how)
                edge.add("since", tie.since?.description)
                edge.add("lastContact", tie.lastContact?.description)
            }
        }
    }

    mutating func addReferrals() {
        for referral in network.referrals {
            let steps = [
                ("promised", referral.promised), ("given", referral.given), ("used", referral.used),
                ("met", referral.met), ("declined", referral.declined),
            ]
            let opportunity = referral.opportunity.flatMap { opportunities[$0] }
            addEdge(.referral, people[referral.from], people[referral.to]) { edge in
                edge.add("stage", steps.last { $0.1 != nil }?.0)
                for (name, day) in steps { edge.add(name, day?.description) }
                edge.add("opportunity", opportunity)
                edge.add("note", referral.note)
            }
        }
    }

    mutating func addEmployments() {
        for person in network.people {
            for employment in person.employments {
                addEdge(.worksAt, people[person.id], companies[employment.company]) { edge in
                    edge.add("title", employment.title)
                    edge.add("department", employment.department)
                    edge.add("since", employment.from?.description)
                    edge.add("until", employment.to?.description)
                }
            }
        }
    }

    mutating func addOpportunities() {
        for opportunity in network.opportunities {
            let node = opportunities[opportunity.id]
            addEdge(.offeredBy, node, companies[opportunity.company]) { _ in }
            let dates = opportunity.stages.filter { $0.stage == .applied }.map(\.date)
            addEdge(dates.isEmpty ? .consideredFor : .appliedTo, people[network.seeker], node) { edge in
                edge.add("since", (dates.min() ?? opportunity.stages.map(\.date).min())?.description)
            }
            var named: Set<PersonID> = [network.seeker]
            for participant in opportunity.participants {
                named.insert(participant.person)
                addEdge(.participates, people[participant.person], node) { edge in
                    edge.add("role", participant.role.rawValue)
                }
            }
            for person in opportunity.stages.flatMap(\.people) where named.insert(person).inserted {
                addEdge(.participates, people[person], node) { _ in }
            }
        }
    }

    mutating func addContacts() {
        for person in network.people where person.id != network.seeker {
            guard let contact = contacts[person.id] else { continue }
            addEdge(.inTouch, people[network.seeker], people[person.id]) { edge in
                edge.add("interactions", contact.count)
                edge.add("firstContact", contact.first.description)
                edge.add("lastContact", contact.last.description)
            }
        }
    }

    private mutating func addEdge(
        _ kind: GraphExport.Edge.Kind, _ source: String?, _ target: String?,
        _ fill: (inout AttributeList) -> Void
    ) {
        guard let source, let target else { return }
        var attributes = AttributeList()
        fill(&attributes)
        edges.append(
            .init(
                id: "e\(edges.count + 1)", source: source, target: target, kind: kind,
                attributes: attributes.list))
    }
}

/// Attributes while they are collected; what is not known, and what shows nothing, is left out.
private struct AttributeList {
    private(set) var list: [GraphExport.Attribute] = []

    mutating func add(_ name: String, _ text: String?) {
        guard let text else { return }
        let cleaned = GraphText.cleaned(text)
        if !isBlank(cleaned) { list.append(.init(name: name, value: .text(cleaned))) }
    }

    mutating func add(_ name: String, _ number: Int?) {
        if let number { list.append(.init(name: name, value: .integer(number))) }
    }

    mutating func add(_ name: String, _ number: Double?) {
        if let number, number.isFinite { list.append(.init(name: name, value: .number(number))) }
    }

    mutating func add(_ name: String, _ flag: Bool?) {
        if let flag { list.append(.init(name: name, value: .flag(flag))) }
    }
}
