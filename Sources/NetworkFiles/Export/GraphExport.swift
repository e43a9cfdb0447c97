/// A network as one directed graph of typed nodes and edges, from which every graph format is written.
///
/// Nodes are people, companies and opportunities; edges are named by ``Edge/Kind``. Two nodes may have several edges,
/// also of one kind. Every edge has a direction, because few readers take graphs with both sorts; that of
/// ``Edge/Kind/knows`` says nothing, and its attribute `mutual` is true.
///
/// Left out are e-mail addresses, telephone numbers and observations about people, which have no place in a picture
/// that is passed on, and the single interactions, which are counted.
public struct GraphExport: Sendable, Equatable {
    /// What concerns the whole graph: `title`, `summary`, `seeker` (the identifier of a node).
    public let attributes: [Attribute]
    /// People, then companies, then opportunities, each in the order of the network.
    public let nodes: [Node]
    /// In the order of ``Edge/Kind``'s sources: ties, referrals, employments, opportunities, interactions.
    public let edges: [Edge]

    /// A person, a company or an opportunity.
    public struct Node: Sendable, Equatable {
        /// The kind, a colon and the identifier in the network, such as `person:dan`: unique in the graph and a name
        /// token of XML. Other characters stand as `_x0020_`, so that different identifiers stay different.
        public let id: String
        /// What it is.
        public let kind: Kind
        /// The name, or an opportunity's title.
        public let label: String
        /// Everything else that is known, `ref` first: the identifier in the network.
        public let attributes: [Attribute]

        /// What a node can be.
        public enum Kind: String, Sendable, CaseIterable {
            /// The three.
            case person, company, opportunity
        }
    }

    /// A connection between two nodes.
    public struct Edge: Sendable, Equatable {
        /// `e1` for the first one.
        public let id: String
        /// The identifier of the node it begins at.
        public let source: String
        /// The identifier of the node it leads to.
        public let target: String
        /// What it says.
        public let kind: Kind
        /// Everything else that is known.
        public let attributes: [Attribute]

        /// What an edge can say.
        public enum Kind: String, Sendable, CaseIterable {
            /// Two people know each other.
            case knows
            /// From a person to the boss.
            case reportsTo = "reports-to"
            /// From the one who gave the name to the one whose name it was; `stage` is how far it went.
            case referral
            /// From a person to an employer, present or past.
            case worksAt = "works-at"
            /// From an opportunity to the company whose role it is.
            case offeredBy = "offered-by"
            /// From the seeker to an opportunity with an application.
            case appliedTo = "applied-to"
            /// From the seeker to an opportunity without one.
            case consideredFor = "considered-for"
            /// From a person to an opportunity: in a role, or met at one of its stages.
            case participates
            /// From the seeker to someone they were in touch with.
            case inTouch = "in-touch"
        }
    }

    /// A named value.
    public struct Attribute: Sendable, Equatable {
        /// The name; wherever it stands, in nodes or in edges, its values are of one type.
        public let name: String
        /// The value.
        public let value: Value
    }

    /// The types that all formats have. Days and times are texts as in the network file.
    public enum Value: Sendable, Equatable {
        /// Without control characters other than TAB and LF, and in normalisation form C (UAX 15).
        case text(String)
        /// A whole number.
        case integer(Int)
        /// A finite number.
        case number(Double)
        /// Yes or no.
        case flag(Bool)
    }
}

extension GraphExport.Node {
    /// `kind`, `label` and the rest, for formats that know nothing but attributes.
    var everything: [GraphExport.Attribute] {
        [.init(name: "kind", value: .text(kind.rawValue)), .init(name: "label", value: .text(label))]
            + attributes
    }
}

extension GraphExport.Edge {
    /// `kind` and the rest, for formats that know nothing but attributes.
    var everything: [GraphExport.Attribute] {
        [.init(name: "kind", value: .text(kind.rawValue))] + attributes
    }
}

extension GraphExport.Value {
    /// The value as it stands in XML and DOT before escaping; numbers as the shortest that read back the same.
    var text: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        }
    }
}

/// The attributes that occur in a part of a graph, for the formats that declare them.
struct DeclaredAttributes {
    /// Names with one of the values each, in the order in which they occur first.
    private(set) var declarations: [GraphExport.Attribute] = []
    private var positions: [String: Int] = [:]

    /// - Complexity: O(attributes).
    init(_ lists: some Sequence<[GraphExport.Attribute]>) {
        for list in lists {
            for attribute in list where positions[attribute.name] == nil {
                positions[attribute.name] = declarations.count
                declarations.append(attribute)
            }
        }
    }

    /// The position of a name among the declarations.
    func position(of name: String) -> Int { positions[name] ?? 0 }
}
