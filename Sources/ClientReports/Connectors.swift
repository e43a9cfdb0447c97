public import ReferralAnalysis
public import ReferralGraph

/// Who among a coach’s clients could open a door for another one.
///
/// A line comes about only where both clients share (``ReferralGraph/Sharing/together(with:)``). Where one of them does so
/// without names, it says neither who the contact is nor whose, and nothing counts how many there are.
public struct Connectors: Sendable, Equatable, Codable {
    /// Whether any client shares at all.
    public var hasSharers: Bool
    /// The lines: by client, then as much as they want the company, then the likeliest to help; those without a client last.
    public var lines: [Line]

    /// One way to help one client with one company.
    public struct Line: Sendable, Equatable, Codable {
        /// What the client is called who wants to work there; `nil` where they share without names.
        public var client: String?
        /// The company, as that client writes it.
        public var company: String
        /// How much that client wants to work there; `nil` where nothing says so, and without a client.
        public var priority: Company.Priority?
        /// The probability of that client’s own best introduction; `nil` where there is none, and without a client.
        public var ownProbability: Double?
        /// Whether someone is there now, not only in the past.
        public var isCurrent: Bool
        /// Who, and whose contact; `nil` where one of the two shares without names.
        public var contact: Contact?
    }

    /// Someone who could be asked.
    public struct Contact: Sendable, Equatable, Codable {
        /// What the client is called whose contact it is.
        public var client: String
        /// Who, and how well that client knows them.
        public var details: SharedContacts.Details
    }

    /// Brings together what the networks of a run share.
    /// - Parameter clients: What each client is called and shares, in the order in which they are listed.
    /// - Complexity: O(names of companies + lines log lines).
    public init(_ clients: [(title: String, shared: SharedContacts)]) {
        let sharers = clients.filter { $0.shared.sharing != .nothing }
        hasSharers = !sharers.isEmpty
        let index = Index(sharers.map(\.shared))
        lines = []
        var unnamed: [String: Line] = [:]
        for (number, client) in sharers.enumerated() {
            for wanted in client.shared.wanted {
                let places = index.places(of: wanted, besides: number)
                var line = Line(company: wanted.names[0], isCurrent: false)
                if client.shared.sharing == .named {
                    line.client = client.title
                    (line.priority, line.ownProbability) = (wanted.priority, wanted.ownProbability)
                }
                var named: [Line] = []
                var hasUnnamed = false
                for place in places {
                    let other = sharers[place.client]
                    let contact = other.shared.known[place.contact]
                    let sharing = client.shared.sharing.together(with: other.shared.sharing)
                    if sharing == .named, let details = contact.details {
                        var found = line
                        found.isCurrent = contact.isCurrent
                        found.contact = Contact(client: other.title, details: details)
                        named.append(found)
                    } else {
                        hasUnnamed = true
                        line.isCurrent = line.isCurrent || contact.isCurrent
                    }
                }
                lines += named.stablySorted {
                    ($0.isCurrent ? 0 : 1) - ($0.contact?.details.replyProbability ?? 0)
                }
                guard hasUnnamed else { continue }
                if line.client != nil {
                    lines.append(line)
                } else {
                    // One line a company, however many clients want it, in an order that tells nothing of them.
                    let key = CompanyName(line.company).key
                    unnamed[key] = unnamed[key]?.together(with: line) ?? line
                }
            }
        }
        lines += unnamed.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension Connectors.Line {
    /// One line for two clients who want the same company.
    fileprivate func together(with other: Self) -> Self {
        Self(company: min(company, other.company), isCurrent: isCurrent || other.isCurrent)
    }
}

/// Who knows someone at a company, by its names.
private struct Index {
    /// A contact of a client, by their numbers.
    struct Place: Hashable {
        var client: Int
        var contact: Int
    }

    private var places: [String: [Place]] = [:]

    init(_ shared: [SharedContacts]) {
        for (client, shared) in shared.enumerated() {
            for (contact, known) in shared.known.enumerated() {
                for key in Self.keys(known.companies) {
                    places[key, default: []].append(Place(client: client, contact: contact))
                }
            }
        }
    }

    /// The contacts that other clients have at a company, ascending.
    func places(of wanted: SharedContacts.WantedCompany, besides client: Int) -> [Place] {
        Set(Self.keys(wanted.names).flatMap { places[$0] ?? [] }).filter { $0.client != client }.sorted {
            ($0.client, $0.contact) < ($1.client, $1.contact)
        }
    }

    private static func keys(_ names: [String]) -> Set<String> {
        Set(names.map { CompanyName($0).key }.filter { !$0.isEmpty })
    }
}
