import ReferralAnalysis
import ReferralGraph

/// How the seeker comes to each person: by a referral, directly, or through somebody who could introduce them.
///
/// Referrals form a forest here: each person has at most one incoming referral, the earliest that closes no circle.
struct WaysIn {
    private var referrals: [PersonID: Referral] = [:]
    private var introducers: [PersonID: PersonID] = [:]

    init(_ analysis: NetworkAnalysis) {
        let ordered = analysis.network.referrals.enumerated().sorted {
            ($0.element.firstDate?.number ?? .max, $0.offset) < (
                $1.element.firstDate?.number ?? .max, $1.offset
            )
        }
        for (_, referral) in ordered
        where referral.from != analysis.network.seeker && referral.to != analysis.network.seeker
            && referrals[referral.to] == nil && !leads(from: referral.to, to: referral.from)
        {
            referrals[referral.to] = referral
        }
        for withheld in analysis.nextContacts.withheld { introducers[withheld.person] = withheld.through }
    }

    /// The referral that brought a person in.
    func referral(to person: PersonID) -> Referral? { referrals[person] }

    /// The contact who could introduce a stranger.
    func introducer(of person: PersonID) -> PersonID? { introducers[person] }

    /// Everybody on the way from the seeker to a person, the person left out, nearest first.
    func ancestors(of person: PersonID) -> [PersonID] {
        var chain: [PersonID] = []
        var current = person
        while let previous = referrals[current]?.from ?? introducers[current], previous != person,
            !chain.contains(previous)
        {
            chain.append(previous)
            current = previous
        }
        return chain
    }

    private func leads(from start: PersonID, to end: PersonID) -> Bool {
        var current = end
        while true {
            if current == start { return true }
            guard let previous = referrals[current]?.from else { return false }
            current = previous
        }
    }
}
