import Playbook
import ReferralAnalysis
import ReferralGraph

/// How the seeker comes to each person: by a referral, directly, or through someone who could introduce them.
///
/// The ways form a forest: each person has at most one, and none leads in a circle.
struct WaysIn {
    private var referrals: [PersonID: Referral] = [:]
    private var introducers: [PersonID: PersonID] = [:]

    /// Takes the earliest referral to each person that closes no circle, then the introductions.
    /// - Complexity: O(referrals x length of the chains).
    init(_ analysis: NetworkAnalysis) {
        func key(_ referral: Referral) -> (Int, String, String) {
            (referral.firstDate?.number ?? .max, referral.from.text, referral.to.text)
        }
        let seeker = analysis.network.seeker
        for referral in analysis.network.referrals.sorted(by: { key($0) < key($1) })
        where referral.from != seeker && referral.to != seeker && referrals[referral.to] == nil
            && !leads(from: referral.to, to: referral.from)
        {
            referrals[referral.to] = referral
        }
        for withheld in analysis.nextContacts(first: 0).withheld where referrals[withheld.person] == nil {
            guard let helper = withheld.through, !leads(from: withheld.person, to: helper) else { continue }
            introducers[withheld.person] = helper
        }
    }

    /// The referral that brought a person in.
    func referral(to person: PersonID) -> Referral? { referrals[person] }

    /// The contact who could introduce a stranger.
    func introducer(of person: PersonID) -> PersonID? { introducers[person] }

    /// Everybody on the way from the seeker to a person, the person left out, nearest to the person first.
    func ancestors(of person: PersonID) -> [PersonID] {
        var chain: [PersonID] = []
        var current = person
        while let previous = previous(to: current) {
            chain.append(previous)
            current = previous
        }
        return chain
    }

    private func previous(to person: PersonID) -> PersonID? {
        referrals[person]?.from ?? introducers[person]
    }

    private func leads(from start: PersonID, to end: PersonID) -> Bool {
        start == end || ancestors(of: end).contains(start)
    }
}
