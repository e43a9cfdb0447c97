import ReferralGraph

extension ReferralNetwork {
    /// What the order of calls would be better for, with the command that says it; `nil` when the goal is known well enough.
    var missingGoal: String? {
        let wantsCompany = companies.contains { $0.priority != nil }
        let saysMore = targets.contains { $0.standing == .wanted }
        if !wantsCompany, !saysMore, opportunities.isEmpty, companies.allSatisfy(\.signals.isEmpty) {
            let proposals = proposedTargets.count
            return "you have not said where you want to work yet, so this order is a first guess; "
                + (proposals == 0
                    ? "`rebound want COMPANY` fixes that"
                    : "`rebound want` lists \(proposals) \(proposals == 1 ? "idea" : "ideas") from your imports")
        }
        guard wantsCompany || saysMore else { return nil }
        if !wantsCompany {
            return "you have not said which companies you want to work at; `rebound want COMPANY` does"
        }
        let hasDepartment =
            !wanted(.department).isEmpty || opportunities.contains { $0.department != nil }
        return hasDepartment
            ? nil
            : "you have not said in which department you want to work; `rebound want --department NAME` does"
    }
}
