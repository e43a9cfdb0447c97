internal import ReferralGraph

extension ImportDraft {
    /// What became different.
    func report(comparedWith before: ReferralNetwork) -> ImportReport {
        var report = ImportReport(of: records)
        for (position, person) in network.people.enumerated() {
            if position >= before.people.count {
                report.newPeople.append(person.id)
            } else if Self.withoutConfirmation(person) != Self.withoutConfirmation(before.people[position]) {
                report.updatedPeople.append(person.id)
            } else if isTouched[position] {
                report.unchangedPeople += 1
            }
        }
        report.newCompanies = network.companies.count - before.companies.count
        report.newInteractions =
            network.interactions.count + canceledInteractions - before.interactions.count
        report.canceledInteractions = canceledInteractions
        report.updatedInteractions = movedTalks.count
        report.knownInteractions = knownInteractions - report.newInteractions
        let newTies = network.ties[before.ties.count...]
        report.newInferredTies = newTies.count(where: \.isInferred)
        report.newTies = newTies.count - report.newInferredTies
        report.updatedTies = zip(before.ties, network.ties).count { $0 != $1 }
        report.updatedOpportunities = zip(before.opportunities, network.opportunities).count { $0 != $1 }
        report.newOpportunities = network.opportunities.count - before.opportunities.count
        report.newProposals = Array(network.targets[before.targets.count...])
        report.findings = findings
        report.forgottenPeople = forgottenPeople
        report.unused = unused
        let spokenOf = Set(network.people.indices.lazy.filter { isTouched[$0] }.map { network.people[$0].id })
        report.doubtfulPairs = resolver.doubtfulPairs(in: network, besides: conflicts).filter {
            spokenOf.contains($0.first) || spokenOf.contains($0.second)
        }
        return report
    }

    private static func withoutConfirmation(_ person: Person) -> Person {
        var person = person
        for index in person.employments.indices { person.employments[index].confirmed = nil }
        return person
    }
}
