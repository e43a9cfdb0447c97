/// What can be measured of each node of a graph.
public enum GraphMeasure: String, CaseIterable, Sendable {
    /// The share of time that a random surfer spends there (Page and others 1999).
    case pageRank = "pagerank"
    /// The share of shortest ways between others that pass it (Freeman 1977), counted in steps.
    case betweenness
    /// How near it is to everybody who reaches it (Freeman 1978; Wasserman and Faust 1994).
    case closeness
    /// The sum of 1 / distance from everybody who reaches it (Marchiori and Latora 2000).
    case harmonic
    /// The number of its edges; in a directed graph of those that leave and those that arrive.
    case degree
    /// The number of its component; directions are ignored.
    case components
    /// The greatest k for which it is in a part where everybody has k neighbours (Seidman 1983).
    case core
    /// The share of its pairs of neighbours that are joined (Watts and Strogatz 1998).
    case clustering
    /// How far its ties lead back to one another (Burt 1992).
    case constraint
    /// The number of its ties less what is redundant among them (Burt 1992).
    case effectiveSize = "effective-size"
    /// 1 where its removal takes the graph apart, else 0 (Hopcroft and Tarjan 1973).
    case articulation
    /// The number of its community (Traag, Waltman and van Eck 2019).
    case leiden

    /// Whether directions make no difference: an edge counts both ways.
    public var ignoresDirection: Bool {
        switch self {
        case .components, .core, .clustering, .constraint, .effectiveSize, .articulation, .leiden: true
        case .pageRank, .betweenness, .closeness, .harmonic, .degree: false
        }
    }

    /// Whether weights make no difference: edges and steps are counted.
    public var ignoresWeights: Bool {
        switch self {
        case .betweenness, .closeness, .harmonic, .degree, .components, .core, .clustering, .articulation:
            true
        case .pageRank, .constraint, .effectiveSize, .leiden: false
        }
    }
}
