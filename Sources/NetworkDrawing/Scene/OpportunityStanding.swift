import ReferralGraph

/// What the opportunities say about one person who took part in them.
struct OpportunityStanding: Equatable {
    var interview: CalendarDay?
    var rejection: Rejection?
    var offer: Offer?

    struct Rejection: Equatable {
        var day: CalendarDay
        var hasFeedback: Bool
    }

    struct Offer: Equatable {
        var day: CalendarDay
        var isAccepted: Bool
    }

    /// The standing of everybody who took part in an opportunity. Decisions count for those who decide: hiring
    /// managers, and whoever the stage names.
    /// - Complexity: O(stages x participants).
    static func byPerson(in network: ReferralNetwork) -> [PersonID: OpportunityStanding] {
        var standings: [PersonID: OpportunityStanding] = [:]
        for opportunity in network.opportunities {
            let managers = opportunity.participants.filter { $0.role == .hiringManager }.map(\.person)
            let everybody = opportunity.participants.map(\.person)
            let stages = opportunity.stages.sorted { $0.date < $1.date }
            let isOver = stages.last?.stage
            for stage in stages {
                switch stage.stage {
                case .interview:
                    for person in stage.people.isEmpty ? everybody : stage.people {
                        standings[person, default: .init()].interview = stage.date.day
                    }
                case .rejected where isOver == .rejected:
                    for person in stage.people.isEmpty ? managers : stage.people {
                        let hasFeedback = opportunity.feedback.contains { $0.from == person }
                        standings[person, default: .init()].rejection = .init(
                            day: stage.date.day, hasFeedback: hasFeedback)
                    }
                case .offer where isOver == .offer || isOver == .accepted, .accepted:
                    for person in stage.people.isEmpty ? managers : Array(Set(managers + stage.people)) {
                        standings[person, default: .init()].offer = .init(
                            day: stage.date.day, isAccepted: stage.stage == .accepted)
                    }
                default: break
                }
            }
        }
        return standings
    }
}
