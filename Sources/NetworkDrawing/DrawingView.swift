/// The question that a picture answers.
public enum DrawingView: Hashable, Sendable {
    /// The one that suits the network.
    case automatic
    /// Who is where, how the seeker comes to them, and where each thread stands: companies as swimlanes, hops from
    /// the seeker as columns.
    case lanes
}
