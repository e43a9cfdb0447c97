public import ReferralAnalysis
import ReferralGraph

/// What the seeker looks for, for reading.
public struct SearchGoalText: ReadableReport {
    private let goal: SearchGoal
    private let limit: Int

    /// Makes the text of a goal.
    /// - Parameters:
    ///   - goal: The goal.
    ///   - limit: How many proposals to show at the most.
    public init(_ goal: SearchGoal, limit: Int = 20) {
        self.goal = goal
        self.limit = limit
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        if goal.isBlank {
            block.wrapped("You have not said yet what you are looking for.")
            block.wrapped("rebound want \"Harbor Savings\" Northgate", after: "  ")
            block.wrapped(
                "rebound want --role \"Brand manager\" --department Marketing --place Chicago", after: "  ")
        } else {
            block.wrapped("What you are looking for", paint: .bold)
            for company in goal.companies {
                block.wrapped(
                    "\(company.priority.rawValue)  \(company.name): \(people(at: company))", after: "  ")
            }
            for (name, values) in [
                ("Role", goal.roles), ("Department", goal.departments), ("Place", goal.places),
            ] where !values.isEmpty {
                block.wrapped("\(name): \(values.joined(separator: ", "))", after: "  ")
            }
        }
        guard !goal.proposals.isEmpty else { return block }
        block.heading("Proposed by what you imported (\(goal.proposals.count))")
        for line in Wording.first(limit, of: goal.proposals.map(words)) { block.wrapped(line, after: "  ") }
        block.blank()
        block.wrapped("rebound want --proposed takes up all of them, rebound want --proposed NAME one,")
        block.wrapped("and rebound want --not NAME drops one.")
        return block
    }

    private func people(at company: SearchGoal.WantedCompany) -> String {
        guard company.peopleCount > 0 else { return "no one there is in your network" }
        let people = Wording.count(company.peopleCount, "person", "people")
        if company.contactCount == 0 {
            let path = (["You"] + company.path).joined(separator: " → ")
            return "you know no one there; "
                + (company.probability.map { "\(path), \(Wording.percent($0))" }
                    ?? "no path to the \(people) there")
        }
        return company.contactCount == company.peopleCount
            ? "you know \(people) there" : "\(people) there; you know \(company.contactCount) of them"
    }

    private func words(_ proposal: SearchGoal.Proposal) -> String {
        let kind = proposal.kind == .company ? "" : " (\(proposal.kind.rawValue))"
        return proposal.name + kind + (proposal.source.map { ": \($0)" } ?? "")
    }
}
