public import ReferralAnalysis
public import ReferralGraph

/// The question that a picture answers.
public enum DrawingView: Hashable, Sendable {
    /// The one that suits the network: the map of everybody when there are more than
    /// ``DrawingOptions/mapAbove`` people, else the lanes.
    case automatic
    /// Who is where, how the seeker comes to them, and where each thread stands: companies as swimlanes, hops from
    /// the seeker as columns.
    case lanes
    /// What one no led to, or one person: the names given one after the other, left to right. That which led to most
    /// unless a person is named.
    case chain(from: PersonID? = nil)
    /// How near everybody is: the seeker in the middle, closeness as rings, companies as sectors.
    case ring
    /// What happened when, and what is next: a lane a thread, silence as a dashed line to today.
    case timeline
    /// Thousands of people: companies as regions, people as dots.
    case map
    /// What has changed since an earlier day: who is new, warmer, silent, and what was decided, as swimlanes.
    case changes(NetworkChanges)
    /// The likeliest introductions that lead to someone, a row each, with the odds of every hop.
    case path(to: Destination)
    /// One employer's people by department and reporting line, and which of them are reached.
    case company(CompanyID)

    /// Where a path leads.
    public enum Destination: Hashable, Sendable {
        /// To someone.
        case person(PersonID)
        /// To anyone who works there.
        case company(CompanyID)
    }
}
