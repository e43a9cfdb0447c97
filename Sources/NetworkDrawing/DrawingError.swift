/// Why a view has nothing to show.
public enum DrawingError: Error, Equatable, Sendable {
    /// No one has given the seeker a name.
    case noReferrals
    /// Someone gave no name; who led to them, and who gave some, the one who led to most first.
    case noNamesFrom(name: String, ledToBy: String?, others: [String])
    /// No introductions lead to someone; why, and who is nearest within reach.
    case noWay(to: String, reason: String, nearest: [String])
    /// The one to reach is the seeker, or not in the network.
    case noSuchDestination
    /// The company is not in the network.
    case noSuchCompany
    /// No one who works at the company is in the network.
    case nobodyAt(company: String)

    /// What is missing and what to do about it, in one sentence.
    public var explanation: String {
        switch self {
        case .noReferrals:
            "no one has given you a name yet, so there is no chain to draw; ask for one, and record it with `rebound refer`"
        case .noNamesFrom(let name, let giver, let others):
            "\(name) has given you no name yet"
                + (giver.map { "; \($0) led you to them: --from \"\($0)\" draws that" }
                    ?? (others.isEmpty ? "" : "; these have: \(Self.list(others))"))
        case .noWay(let name, let reason, let nearest):
            "there is no path to \(name): \(reason)"
                + (nearest.isEmpty
                    ? "; record who knows who with `rebound tie`"
                    : "; nearest within reach: \(Self.list(nearest))")
        case .noSuchDestination:
            "there is no path to yourself, or to someone who is not in the network; name someone else"
        case .noSuchCompany: "the company is not in the network; name another one"
        case .nobodyAt(let company):
            "no one who works at \(company) is in the network; add someone with `rebound add person`"
        }
    }

    /// Whether another request would find something in the same network.
    public var concernsRequest: Bool {
        switch self {
        case .noReferrals: false
        case .noNamesFrom, .noWay, .noSuchDestination, .noSuchCompany, .nobodyAt: true
        }
    }

    private static func list(_ names: [String]) -> String {
        let most = 5
        return names.prefix(most).joined(separator: ", ")
            + (names.count > most ? " and \(names.count - most) more" : "")
    }
}
