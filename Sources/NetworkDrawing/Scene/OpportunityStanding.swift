import ReferralGraph

/// What the opportunities say about one person who took part in them.
struct OpportunityStanding: Equatable {
    var interview: CalendarDay?
    var rejection: Rejection?
    var offer: Offer?

    struct Rejection: Equatable, Decision {
        var day: CalendarDay
        var hasFeedback: Bool
    }

    struct Offer: Equatable, Decision {
        var day: CalendarDay
        var isAccepted: Bool
    }

    /// The standing of everybody who took part in an opportunity; of several the latest counts.
    ///
    /// Decisions count for those who decide: hiring managers, and whoever the stage names.
    /// - Complexity: O(stages x participants).
    static func byPerson(in network: ReferralNetwork) -> [PersonID: OpportunityStanding] {
        var standings: [PersonID: OpportunityStanding] = [:]
        for opportunity in network.opportunities {
            let managers = opportunity.participants.filter { $0.role == .hiringManager }.map(\.person)
            let everybody = opportunity.participants.map(\.person)
            let stages = opportunity.stages.sorted { $0.date < $1.date }
            let ending = stages.last?.stage
            for stage in stages {
                let day = stage.date.day
                switch stage.stage {
                case .interview:
                    for person in stage.people.isEmpty ? everybody : stage.people {
                        let earlier = standings[person]?.interview
                        standings[person, default: .init()].interview = max(earlier ?? day, day)
                    }
                case .rejected where ending == .rejected:
                    for person in stage.people.isEmpty ? managers : stage.people {
                        let hasFeedback = opportunity.feedback.contains { $0.from == person }
                        standings[person, default: .init()].rejection.advance(
                            to: Rejection(day: day, hasFeedback: hasFeedback))
                    }
                case .offer where ending == .offer || ending == .accepted, .accepted:
                    for person in managers + stage.people {
                        standings[person, default: .init()].offer.advance(
                            to: Offer(day: day, isAccepted: stage.stage == .accepted))
                    }
                default: break
                }
            }
        }
        return standings
    }
}

/// Something that was decided on a day.
private protocol Decision {
    var day: CalendarDay { get }
}

extension Optional where Wrapped: Decision {
    /// Takes the place of an earlier decision, or of one of the same day.
    fileprivate mutating func advance(to decision: Wrapped) {
        if let current = self, decision.day < current.day { return }
        self = decision
    }
}
