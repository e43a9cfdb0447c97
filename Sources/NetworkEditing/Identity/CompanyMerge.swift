public import ReferralGraph

/// Makes two companies one, as when a company was renamed or stands in the network twice.
///
/// Everything that named the absorbed company names the kept one, and its name joins the aliases, so that later imports
/// find it. Where both say something, the kept company is right. Someone who seemed to go from one to the other with the
/// same title has been at one place all along.
/// - Parameters:
///   - kept: Whose identifier and name stay.
///   - absorbed: Whose entry goes.
///   - network: Left as it was when an error is thrown.
/// - Throws: ``MergeError``.
/// - Complexity: O(size of the network).
public func mergeCompanies(
    _ kept: CompanyID, _ absorbed: CompanyID, in network: inout ReferralNetwork
) throws(MergeError) {
    guard let first = network.companies.firstIndex(where: { $0.id == kept }) else {
        throw .companyUnknown(kept)
    }
    guard let second = network.companies.firstIndex(where: { $0.id == absorbed }) else {
        throw .companyUnknown(absorbed)
    }
    if first == second { throw .sameCompany(kept) }
    network.companies[first].unite(with: network.companies[second])
    network.companies.remove(at: second)
    for index in network.people.indices
    where network.people[index].employments.contains(where: { $0.company == absorbed }) {
        network.people[index].moveEmployments(from: absorbed, to: kept)
    }
    for index in network.opportunities.indices where network.opportunities[index].company == absorbed {
        network.opportunities[index].company = kept
    }
}

extension Company {
    fileprivate mutating func unite(with other: Company) {
        var known = Set(([name] + aliases).map { CompanyName($0) })
        for alias in [other.name] + other.aliases where known.insert(CompanyName(alias)).inserted {
            aliases.append(alias)
        }
        priority = priority ?? other.priority
        hasReferralProgramme = hasReferralProgramme ?? other.hasReferralProgramme
        doNotContact = doNotContact || other.doNotContact
        if let day = other.notBefore, notBefore.map({ $0 < day }) ?? true {
            (notBefore, notBeforeReason) = (day, other.notBeforeReason)
        }
        avoids = (avoids + other.avoids).uniqued()
        for absence in other.closed where !closed.contains(absence) { closed.append(absence) }
        region = region ?? other.region
        setting = setting ?? other.setting
        for signal in other.signals where !signals.contains(signal) { signals.append(signal) }
    }
}

extension Person {
    fileprivate mutating func moveEmployments(from absorbed: CompanyID, to kept: CompanyID) {
        for index in employments.indices where employments[index].company == absorbed {
            employments[index].company = kept
        }
        var joined: [Employment] = []
        for employment in employments {
            if employment.company == kept,
                let position = joined.firstIndex(where: { $0.isOneJob(with: employment) })
            {
                joined[position].join(employment)
            } else {
                joined.append(employment)
            }
        }
        employments = joined
    }
}

extension Employment {
    /// Whether two employments at one company, of the same title or one without, overlap or follow each other without a gap.
    fileprivate func isOneJob(with other: Employment) -> Bool {
        guard company == other.company else { return false }
        if let title, let others = other.title, foldedName(title) != foldedName(others) { return false }
        func reaches(_ earlier: Employment, _ later: Employment) -> Bool {
            guard let end = earlier.to, let start = later.from else { return true }
            return end + 1 >= start
        }
        return reaches(self, other) && reaches(other, self)
    }

    /// Takes in an employment that is the same job. An unknown beginning or end stays unknown.
    fileprivate mutating func join(_ other: Employment) {
        title = title ?? other.title
        department = department ?? other.department
        from = from.flatMap { mine in other.from.map { min(mine, $0) } }
        to = to.flatMap { mine in other.to.map { max(mine, $0) } }
        confirmed = [confirmed, other.confirmed].compactMap(\.self).max()
    }
}
