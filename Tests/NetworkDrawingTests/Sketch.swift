import Foundation
import ReferralAnalysis
import ReferralGraph

@testable import NetworkDrawing

/// A small network under construction, looked at on Thursday, 9 April 2026.
struct Sketch {
    var network = ReferralNetwork(seeker: "you", people: [Person(id: "you", name: "You Yourself")])
    var options = DrawingOptions()

    static let today = CalendarDay("2026-04-09")!

    static func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

    /// Adds someone and, when need be, the company.
    mutating func add(
        _ id: PersonID, at company: CompanyID? = nil, department: String? = nil, isStar: Bool = false
    ) {
        if let company, !network.companies.contains(where: { $0.id == company }) {
            network.companies.append(Company(id: company, name: company.text.capitalized))
        }
        network.people.append(
            Person(
                id: id, name: id.text.capitalized,
                employments: company.map {
                    [Employment(company: $0, title: "Planner", department: department)]
                } ?? [], isStar: isStar))
    }

    /// Adds people who are connected with the seeker and no more.
    mutating func connect(_ ids: [PersonID], at company: CompanyID? = nil) {
        for id in ids {
            add(id, at: company)
            network.ties.append(Tie(from: "you", to: id))
        }
    }

    mutating func write(
        to id: PersonID, _ date: String, by channel: Interaction.Channel = .email,
        _ direction: Interaction.Direction = .outgoing, purposes: [Interaction.Purpose] = [.outreach]
    ) {
        network.interactions.append(
            Interaction(
                date: Timestamp(date)!, people: [id], channel: channel, direction: direction,
                purposes: purposes))
    }

    mutating func talk(with id: PersonID, _ date: String, by channel: Interaction.Channel = .call) {
        write(to: id, date, by: channel, .mutual, purposes: [])
    }

    /// Adds an opportunity of one hiring manager with its stages.
    mutating func apply(to manager: PersonID, _ stages: [(Stage, String)], feedback: Bool = false) {
        let company = network.people.first { $0.id == manager }?.employments.first?.company ?? "nowhere"
        network.opportunities.append(
            Opportunity(
                id: OpportunityID("role \(network.opportunities.count)"), title: "Role", company: company,
                stages: stages.map { StageEvent(stage: $0.0, date: Timestamp($0.1)!) },
                participants: [Participant(person: manager, role: .hiringManager)],
                feedback: feedback
                    ? [Feedback(date: Self.day("2026-03-20"), from: manager, text: "Kind words")] : []))
    }

    func analysis(policy: AnalysisPolicy = .standard) throws -> NetworkAnalysis {
        try NetworkAnalysis(of: network, asOf: Timestamp(Self.today), policy: policy)
    }

    func scene(policy: AnalysisPolicy = .standard) throws -> NetworkScene {
        SceneBuilder(try analysis(policy: policy), options: options).scene(title: "Sketch")
    }
}

extension NetworkScene {
    func card(_ person: PersonID) -> Card? { cards.first { $0.person == person } }
    func link(to person: PersonID) -> Link? { links.first { $0.to == person } }
    func lane(_ company: CompanyID?) -> Lane? { lanes.first { $0.company == company } }
}
