internal import GraphAlgorithms

/// What the columns of an edge list are called.
enum HeadingWords {
    /// Names of the first and the second node's column, in the letters of ``plain(_:)``.
    private static let pairs: [(String, String)] = [
        ("source", "target"), ("source", "destination"), ("source", "dest"), ("source", "sink"),
        ("from", "to"), ("src", "dst"), ("src", "dest"), ("src", "target"), ("src", "tgt"), ("u", "v"),
        ("head", "tail"), ("tail", "head"), ("start", "end"), ("origin", "destination"),
        ("sender", "receiver"), ("sender", "recipient"), ("caller", "callee"), ("citing", "cited"),
        ("follower", "followee"), ("ego", "alter"), ("parent", "child"), ("quelle", "ziel"), ("von", "nach"),
        ("origen", "destino"), ("origine", "destination"), ("origem", "destino"), ("cible", "source"),
    ]
    /// Beginnings of such names before the same end, as in `from_user` and `to_user`.
    private static let stems = [
        ("source", "target"), ("source", "destination"), ("from", "to"), ("src", "dst"), ("start", "end"),
    ]
    /// Ends of such names behind the same beginning, as in `node1` and `node2`.
    private static let ends = [("1", "2"), ("a", "b"), ("0", "1"), ("i", "j")]
    private static let weights: Set<String> = [
        "weight", "weights", "w", "edgeweight", "tieweight", "strength", "gewicht", "peso", "poids", "vikt",
        "combinedscore",
    ]
    private static let directions: Set<String> = ["type", "edgetype", "directed", "typ", "tipo"]
    private static let others: Set<String> = [
        "id", "label", "timeset", "kind", "edgeid", "sourcelabel", "targetlabel", "relation",
        "relationship", "interaction", "timestamp", "time", "date", "index",
    ]

    /// Letters and digits of a name, in lower case.
    static func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// Where the two nodes of an edge are; `nil` where no two columns say so.
    static func nodes(in fields: [String]) -> (source: Int, target: Int)? {
        let names = fields.map(plain)
        for pair in pairs {
            if let source = names.firstIndex(of: pair.0), let target = names.firstIndex(of: pair.1) {
                return (source, target)
            }
        }
        for (index, name) in names.enumerated() {
            for stem in stems where name.hasPrefix(stem.0) {
                if let target = names.firstIndex(of: stem.1 + name.dropFirst(stem.0.count)) {
                    return (index, target)
                }
            }
        }
        let known = [
            "node", "id", "nodeid", "vertex", "protein", "gene", "user", "userid", "actor", "author",
        ]
        for name in known {
            for end in ends {
                if let source = names.firstIndex(of: name + end.0),
                    let target = names.firstIndex(of: name + end.1)
                {
                    return (source, target)
                }
            }
        }
        return nil
    }

    /// Whether the first two fields are any word, once with 1 or A behind it, once with 2 or B.
    static func areNumberedWords(_ fields: [String]) -> Bool {
        guard fields.count >= 2 else { return false }
        let (first, second) = (plain(fields[0]), plain(fields[1]))
        return ends.contains { end in
            first.count > 2 && first.hasSuffix(end.0) && second.hasSuffix(end.1)
                && first.dropLast() == second.dropLast()
        }
    }

    /// The column of weights.
    static func weight(in fields: [String]) -> Int? { fields.firstIndex { weights.contains(plain($0)) } }

    /// The column that says whether an edge is directed, by its name.
    static func direction(in fields: [String]) -> Int? {
        fields.firstIndex { directions.contains(plain($0)) }
    }

    /// How many fields are names of columns of an edge list.
    static func knownCount(in fields: [String]) -> Int {
        fields.map(plain).count { name in
            weights.contains(name) || directions.contains(name) || others.contains(name)
                || ["source", "target", "from", "to", "src", "dst"].contains(name)
        }
    }

    /// Whether these are the columns of a table of nodes.
    static func nameNodes(_ fields: [String]) -> Bool {
        let names = fields.map(plain)
        let begins = ["id", "nodeid", "label", "node", "name"].contains(names.first)
        let values = ["label", "degree", "pagerank", "betweenness", "closeness", "modularityclass", "size"]
        return begins && names.dropFirst().contains(where: values.contains) && nodes(in: fields) == nil
    }

    /// Words for edges in both directions, and for those in one, as Gephi writes them in its languages.
    static let undirected = ["undirected", "non orienté", "ungerichtet", "no dirigido", "false"]
    static let directed = ["directed", "orienté", "gerichtet", "dirigido", "true"]
}
