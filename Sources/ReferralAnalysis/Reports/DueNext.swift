public import Playbook
public import ReferralGraph

extension NetworkAnalysis {
    /// What comes next with some people: their steps by due day, those not yet due included; what an edit that
    /// concerned them is answered with.
    /// - Complexity: O(steps).
    public func dueNext(with people: [PersonID]) -> [DueStep] {
        let people = Set(people)
        return steps.filter { people.contains($0.person) }
    }
}
