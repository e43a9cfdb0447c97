/// The formats a network can be exported to; the raw value is the name in commands.
public enum ExportFormat: String, Sendable, CaseIterable {
    /// The network file itself.
    case json
    /// A folder of tables.
    case csv
    /// The whole graph for Graphviz.
    case dot
    /// The whole graph for nearly every tool.
    case graphML = "graphml"
    /// The whole graph for Gephi.
    case gexf
    /// The whole graph in the JSON Graph Format.
    case jsonGraph = "jgf"
    /// The whole graph for NetworkX and D3.
    case nodeLink = "node-link"
    /// The people as cards.
    case vCard = "vcard"
    /// The due steps as a calendar.
    case iCalendar = "ics"

    /// What a file's name ends with, without the first point; `nil` for ``csv``, which is a folder.
    public var fileExtension: String? {
        switch self {
        case .json: "json"
        case .csv: nil
        case .dot: "dot"
        case .graphML: "graphml"
        case .gexf: "gexf"
        case .jsonGraph: "jgf.json"
        case .nodeLink: "node-link.json"
        case .vCard: "vcf"
        case .iCalendar: "ics"
        }
    }

    /// What the format is good for, in half a line.
    public var summary: String {
        switch self {
        case .json: "the network file, complete"
        case .csv: "a folder of tables, complete, for spreadsheets"
        case .dot: "the graph with all attributes, for Graphviz"
        case .graphML: "the graph with typed attributes, for igraph, NetworkX, yEd, Cytoscape"
        case .gexf: "the graph with typed attributes, GEXF 1.3, for Gephi"
        case .jsonGraph: "the graph in the JSON Graph Format, version 2"
        case .nodeLink: "the graph as node-link JSON, for NetworkX and D3"
        case .vCard: "the people as cards, for address books"
        case .iCalendar: "the due steps, for calendars"
        }
    }

    /// The format that the end of a file's name stands for, large and small letters alike: of `a.jgf.json` the JSON
    /// Graph Format, of other `.json` the network file. `nil` for other names; a folder's name says nothing.
    public init?(fileName: String) {
        let name = fileName.lowercased()
        let match = Self.allCases
            .filter { format in format.fileExtension.map { name.hasSuffix("." + $0) } ?? false }
            .max { ($0.fileExtension ?? "").utf8.count < ($1.fileExtension ?? "").utf8.count }
        guard let match else { return nil }
        self = match
    }

    /// The graph in this format; `nil` for the formats that are not graphs.
    /// - Complexity: O(size of the graph).
    public func bytes(of graph: GraphExport) -> [UInt8]? {
        switch self {
        case .dot: DotExport.bytes(of: graph)
        case .graphML: GraphMLWriter.bytes(of: graph)
        case .gexf: GEXFWriter.bytes(of: graph)
        case .jsonGraph: JSONGraphWriter.bytes(of: graph)
        case .nodeLink: NodeLinkWriter.bytes(of: graph)
        case .json, .csv, .vCard, .iCalendar: nil
        }
    }
}
