internal import Foundations
internal import GraphAlgorithms

/// Formats of graphs that are known by the first lines of a file, told from its whole shape, and not read.
struct ForeignFormat {
    private let head: TextHead
    private let file: GraphFileName
    private let lines: [TextHead.Line]
    /// The lines without those that begin with `#` or `%`.
    private let unmarked: [TextHead.Line]

    private init(_ head: TextHead, _ file: GraphFileName) {
        self.head = head
        self.file = file
        lines = head.lines
        unmarked = head.unmarked
    }

    /// Refuses a file that is no table of edges.
    /// - Throws: ``GraphFailure/invalid(_:)``, with the command that gets at the edges.
    static func refuse(_ head: TextHead, file: GraphFileName) throws(GraphFailure) {
        let format = ForeignFormat(head, file)
        guard let first = head.lines.first else { return }
        if let refusal = format.byFirstLine(first) ?? format.byLines(first) { throw refusal }
    }

    private func refusal(_ found: String, _ line: TextHead.Line, hint: String) -> GraphFailure {
        file.refusal("\(found) (\(GraphFileName.excerpt(line)))", line: line.number, hint: hint)
    }

    private func python(_ reader: String) -> String {
        file.filtered(
            "python3 -c 'import csv, sys, networkx as nx; csv.writer(sys.stdout).writerows(\(reader).edges())'"
        )
    }

    /// A format whose files begin in a way of their own.
    private func byFirstLine(_ first: TextHead.Line) -> GraphFailure? {
        let text = first.trimmed.lowercased()
        let plain = text.filter { $0 != " " && $0 != "\t" }
        if plain.first == "{" || plain.first == "[",
            plain.dropFirst().first.map({ "\"{[]}".contains($0) }) ?? true
        {
            return refusal(
                "JSON", first,
                hint: file.filtered(
                    "python3 -c 'import csv, json, sys; g = json.load(sys.stdin); csv.writer(sys.stdout).writerows([e[\"source\"], e[\"target\"]] for e in g.get(\"links\", g.get(\"edges\")))'"
                ))
        }
        if plain.hasPrefix("<") {
            let isGEXF = lines.prefix(20).contains { $0.text.contains("<gexf") }
            return isGEXF
                ? refusal("GEXF", first, hint: python("nx.read_gexf(sys.stdin.buffer)"))
                : refusal(
                    "XML that is no GraphML", first, hint: "save the graph as GraphML or as a table of edges")
        }
        if text.hasPrefix("*") {
            return text.hasPrefix("*node") || text.hasPrefix("*tie")
                ? refusal(
                    "VNA, the format of NetDraw", first,
                    hint: "save the graph as Pajek or as a table of edges")
                : nil
        }
        let words = text.split { $0 == " " || $0 == "\t" || $0 == "," }
        if words.first == "dl", words.count > 1, plain.contains("=") || words[1].hasPrefix("n") {
            return refusal(
                "UCINET DL", first, hint: "save the graph as Pajek (.net) in UCINET, or as a table of edges")
        }
        if plain.hasPrefix("nodedef>") || plain.hasPrefix("edgedef>") {
            return refusal("GDF", first, hint: file.filtered("sed '1,/^edgedef>/d'"))
        }
        if plain.hasPrefix("leda.graph") {
            return refusal("LEDA", first, hint: python("nx.parse_leda(sys.stdin.read())"))
        }
        if plain.hasPrefix(">>graph6<<") {
            return refusal("graph6", first, hint: python("nx.read_graph6(sys.stdin.buffer)"))
        }
        if plain.hasPrefix(">>sparse6<<") || plain.hasPrefix(">>digraph6<<") {
            return refusal("sparse6", first, hint: python("nx.read_sparse6(sys.stdin.buffer)"))
        }
        if plain == "@nodes" || plain == "@arcs" || plain == "@edges" {
            return refusal("LGF, the format of LEMON", first, hint: "save the table of arcs alone")
        }
        return byDrawing()
    }

    /// DOT and Mermaid, also below comments.
    private func byDrawing() -> GraphFailure? {
        var isComment = false
        for line in lines.prefix(50) {
            let text = line.trimmed.lowercased()
            if isComment {
                isComment = !text.contains("*/")
                continue
            }
            if text.hasPrefix("//") || text.hasPrefix("#") { continue }
            if text.hasPrefix("/*") {
                isComment = !text.contains("*/")
                continue
            }
            let words = text.split { $0 == " " || $0 == "\t" || $0 == "{" }
            guard let first = words.first else { return nil }
            if ["graph", "digraph", "strict"].contains(first), text.contains("{") || isBrace(after: line) {
                return refusal("DOT, the language of Graphviz", line, hint: file.filtered("gv2gml"))
            }
            let isMermaid =
                (first == "graph" && words.count == 2 && ["td", "tb", "bt", "lr", "rl"].contains(words[1]))
                || (first == "flowchart" && words.count <= 2) || first == "---" || first == "sequencediagram"
            if isMermaid, first != "---" || lines.contains(where: { $0.text.contains("-->") }) {
                return refusal("Mermaid", line, hint: arrowCommand)
            }
            return nil
        }
        return nil
    }

    /// Whether the next line opens a brace.
    private func isBrace(after line: TextHead.Line) -> Bool {
        lines.first { $0.number > line.number }?.trimmed.hasPrefix("{") == true
    }

    private static let arrows: Set<Substring> = [
        "->", "-->", "--", "---", "=>", "==>", "<-", "<--", "<->", "<-->", "-.->", "→", "←", "↔", "—", "–",
        "~>", ">",
    ]

    private var arrowCommand: String {
        file.filtered("sed -nE 's/^ *([^ ]*[^ <=.-]) *(<?[-=.]+>?|→) *([^ ;]+).*/\\1 \\3/p'")
    }

    /// A format that several lines together show.
    private func byLines(_ first: TextHead.Line) -> GraphFailure? {
        if let line = lines.first(where: { $0.mark == nil && $0.words.first != "c" }),
            let refused = dimacs(line)
        {
            return refused
        }
        if let refused = arrowLines() ?? trivial() ?? largeGraphLayout() ?? multilineList() { return refused }
        let lists = NeighborLists(head, file)
        return lists.metis() ?? lists.sizeLine()
    }

    private func dimacs(_ line: TextHead.Line) -> GraphFailure? {
        let words = line.words
        guard words.first == "p", (3...5).contains(words.count), !words[1].isWholeNumber,
            words.dropFirst(2).allSatisfy(\.isWholeNumber)
        else { return nil }
        return refusal("DIMACS", line, hint: file.filtered("sed -nE 's/^[ea] +//p'"))
    }

    private func arrowLines() -> GraphFailure? {
        let body = lines.filter { !$0.trimmed.hasPrefix("//") && !($0.mark != nil && !$0.marksWord) }
        let joined = body.count { line in
            line.words.count == 1 && ["->", "-->", "=>", "→"].contains { line.text.contains($0) }
        }
        let apart = body.count { $0.words.count > 2 && $0.words.contains { Self.arrows.contains($0) } }
        guard let line = body.first, 2 * (joined + apart) > body.count else { return nil }
        return refusal("arrows between names", line, hint: arrowCommand)
    }

    /// The Trivial Graph Format: nodes, a line that is `#`, edges.
    private func trivial() -> GraphFailure? {
        guard let mark = lines.first(where: { $0.trimmed == "#" }), let first = lines.first,
            first.number < mark.number, first.mark == nil
        else { return nil }
        return refusal(
            "TGF, nodes above a line that is # and edges below", mark,
            hint: file.filtered("sed '1,/^#[[:space:]]*$/d'") + " (nodes without an edge are left out)")
    }

    /// LGL: a line `# name` above its neighbours, one a line.
    private func largeGraphLayout() -> GraphFailure? {
        guard let first = lines.first, first.mark == "#", let next = lines.dropFirst().first, next.mark == nil
        else { return nil }
        let titles = lines.filter { $0.mark == "#" }
        let body = unmarked.map(\.words)
        guard titles.allSatisfy({ $0.words.count == 2 && $0.words[0] == "#" }),
            body.allSatisfy({ $0.count == 1 || ($0.count == 2 && $0[1].decimal != nil) })
        else { return nil }
        let names = Set(body.map { $0[0] })
        let isInterleaved = (titles.last?.number ?? 0) > next.number
        let isName = titles.contains { names.contains($0.words[1]) }
        let hasText = body.contains { $0.count == 1 || !$0[1].isWholeNumber }
        guard (isInterleaved && titles.count > 1) || (isName && hasText) || file.path.hasSuffix(".lgl") else {
            return nil
        }
        return refusal(
            "LGL, neighbors below a line with # and a name", first,
            hint: file.filtered("awk '/^#/ {s = $2; next} NF {print s, $0}'"))
    }

    /// NetworkX's multi-line adjacency list: a node and how many neighbours follow, one a line.
    private func multilineList() -> GraphFailure? {
        let body = unmarked
        var index = 0
        var nodes = 0
        var hasShort = false
        while index < body.count {
            let words = body[index].words
            guard words.count == 2, words[1].isWholeNumber, let count = Int(words[1]) else { return nil }
            let rest = body[(index + 1)..<min(index + 1 + count, body.count)]
            guard rest.count == count || !head.isWhole else { return nil }
            for line in rest {
                if line.words.count == 1 || line.words[1].hasPrefix("{") { hasShort = true }
            }
            index += 1 + count
            nodes += 1
        }
        guard hasShort, nodes > 1, let first = body.first else { return nil }
        return refusal(
            "a multi-line adjacency list of NetworkX", first,
            hint: python("nx.read_multiline_adjlist(sys.stdin.buffer)"))
    }
}
