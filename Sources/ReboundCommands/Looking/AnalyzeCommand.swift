import ArgumentParser
import Foundations
import GraphFiles
import GraphWorkbench
import ReferralGraph
import Reporting
import Workspace

struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Measure the nodes of any graph: centrality, brokerage, communities.",
        usage: """
            rebound analyze <graph> [--measure <measures>] [--weighted]
                            [--directed | --undirected] [--columns <numbers>]
                            [--heading <count>] [--separator <word>]
                            [--approximate <error>] [--top <count>] [--json]
                            [--raw] [-o <file>] [--save <file>]
                            [--threads <count>]
            """,
        discussion: """
            GRAPH is an edge list: a text with one edge per line, two numbers or names and possibly a weight. They are \
            separated by commas, semicolons, tabs, bars or blanks, the same in the whole file. A heading such as \
            source,target,weight names the columns in any order. Without one they are the first three, or what \
            --columns 2,3,5 says. Loops are dropped; of repeated edges, the first counts. Lines that begin with # or % \
            are comments, unless the other lines show that they are names.

            It also reads Matrix Market, KONECT, Pajek, GML, GraphML and Gephi's table of edges, each of them packed \
            with gzip, bzip2, xz or zstd or alone in a zip or tar, and graphs that --save wrote, which open at once. \
            What the file says about directions counts. Matrices, lists of neighbors, DOT, JSON, GEXF, SIF, DIMACS, \
            METIS and other formats are refused, with the command that gets at their edges.

            One line on standard error says what was read: nodes, edges, directed or not, what was skipped, and the \
            first edge. The output is CSV with one row per node, named as in the file. An empty cell means that the \
            measure is undefined there. The same graph gives the same bytes, however many threads there are.

            MEASURES
              pagerank        share of a random surfer's time (damping 0.85)
              betweenness     share of shortest paths that lead through it
              closeness       how close all others are (Wasserman and Faust)
              harmonic        sum of 1 / distance over all others
              degree          number of edges, in and out
              components      number of its component
              core            depth: its k-core
              clustering      share of pairs of neighbors that are joined
              constraint      Burt's constraint; low at a broker
              effective-size  Burt's effective size of its circle
              articulation    1 where removing it splits the graph
              leiden          number of its community

            Components, core, clustering, constraint, effective-size, articulation and leiden ignore directions: an \
            edge counts both ways. Betweenness, closeness and harmonic count steps and ignore weights; so do degree, \
            components, core, clustering and articulation.

            EXAMPLES
              rebound analyze Samples/karate.txt --measure pagerank,betweenness --top 5
              rebound analyze Samples/karate.txt --weighted --measure constraint
              rebound analyze Samples/karate.txt --measure leiden --json -o club.json
              rebound analyze Samples/karate.txt --weighted --save karate.graph
              rebound analyze Samples/karate.txt --columns 2,1 --heading 0
            """)

    @Argument(
        help: ArgumentHelp(
            "An edge list or another file of a graph, one that --save wrote, or - for standard input.",
            valueName: "graph"),
        completion: .file())
    var path: String
    @Option(
        name: [.customLong("measure"), .customShort("m")],
        help: ArgumentHelp(
            "What to measure, separated by commas, or all (default: pagerank,degree).",
            valueName: "measures"),
        completion: .list(GraphMeasure.allCases.map(\.rawValue) + ["all"]),
        transform: measures(named:))
    var measures: [GraphMeasure]?
    @Flag(help: "An edge leads from its first node to its second only (default: as the file says).")
    var directed = false
    @Flag(help: "An edge leads both ways, whatever the file says.") var undirected = false
    @Flag(
        help: """
            Read how strong ties are, for pagerank, constraint, effective-size and leiden: the column of weights, the \
            third unless the heading or --columns names another.
            """)
    var weighted = false
    @Option(
        help: ArgumentHelp(
            "Which columns hold the two nodes and the weight, counted from 1, such as 2,3 or 2,3,5.",
            valueName: "numbers"),
        transform: columns(_:))
    var columns: GraphFileOptions.Columns?
    @Option(
        help: ArgumentHelp(
            "What separates columns: blanks, tab, comma, semicolon or bar (default: detected).",
            valueName: "word"),
        completion: .list(FieldSeparator.allCases.map(\.rawValue)),
        transform: separator(named:))
    var separator: FieldSeparator?
    @Option(
        help: ArgumentHelp(
            "How many lines at the top hold no edges (default: detected).", valueName: "count"))
    var heading: Int?
    @Option(
        help: ArgumentHelp(
            "How far off betweenness may be, such as 0.01: much faster on large graphs. With probability 0.9, no score is off by more; the sample is always the same.",
            valueName: "error"))
    var approximate: Double?
    @Option(
        help: ArgumentHelp(
            "Print only so many nodes, those with the highest first measure.", valueName: "count"))
    var top: Int?
    @Flag(help: "Print JSON, with its schema's name and version, instead of CSV.") var json = false
    @Flag(
        help:
            "Leave names as they are in CSV; otherwise one that a spreadsheet would take for a formula gets an apostrophe."
    )
    var raw = false
    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where the table goes.", valueName: "file"),
        completion: .file())
    var output: String?
    @Option(
        help: ArgumentHelp(
            "Write the graph to a file that opens at once; nothing is measured unless asked for.",
            valueName: "file"),
        completion: .file())
    var save: String?
    @Option(
        help: ArgumentHelp("How many threads, 1 to 256 (default: one per core).", valueName: "count"))
    var threads: Int?

    private static func separator(named text: String) throws -> FieldSeparator {
        let values: [FieldSeparator] = try values(named: text, ofKind: "separator")
        guard values.count == 1 else { throw ValidationError("--separator takes one word, not “\(text)”.") }
        return values[0]
    }

    private static func columns(_ text: String) throws -> GraphFileOptions.Columns {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard (2...3).contains(numbers.count), let source = numbers[0], let target = numbers[1],
            numbers.count == 2 || numbers[2] != nil,
            let columns = GraphFileOptions.Columns(
                source: source, target: target, weight: numbers.count == 3 ? numbers[2] : nil)
        else {
            throw ValidationError(
                "--columns takes two or three different numbers of at least 1, such as 2,3 or 2,3,5, not “\(text)”."
            )
        }
        return columns
    }

    private static func measures(named text: String) throws -> [GraphMeasure] {
        if text == "all" { return GraphMeasure.allCases }
        return try values(named: text, ofKind: "measure").reduce(into: []) { measures, measure in
            if !measures.contains(measure) { measures.append(measure) }
        }
    }

    func validate() throws {
        if path.isEmpty { throw ValidationError("The name of the graph's file is empty.") }
        if output?.isEmpty == true || save?.isEmpty == true {
            throw ValidationError("The name of the file to write is empty.")
        }
        if directed, undirected {
            throw ValidationError("--directed and --undirected contradict each other.")
        }
        if weighted, let columns, columns.weight == nil {
            throw ValidationError(
                "--weighted needs the column of weights, too: --columns \(columns.source),\(columns.target),N."
            )
        }
        if let top, top < 1 { throw ValidationError("--top takes a whole number of at least 1, not \(top).") }
        if let heading, heading < 0 {
            throw ValidationError("--heading takes a whole number of at least 0, not \(heading).")
        }
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads takes a number from 1 to 256, not \(threads).")
        }
        guard let approximate else { return }
        guard approximate > 0, approximate < 1 else {
            throw ValidationError("--approximate takes a number above 0 and below 1, not \(approximate).")
        }
        guard wanted.contains(.betweenness) else {
            throw ValidationError("--approximate is for betweenness; add --measure betweenness.")
        }
    }

    /// What to measure; nothing where the graph is only to be saved.
    private var wanted: [GraphMeasure] {
        if let measures { return measures }
        return save != nil && output == nil && top == nil && !json ? [] : [.pageRank, .degree]
    }

    func run() throws {
        var run = GraphRun(threads: threads)
        let showsProgress = Terminal.showsProgress
        if showsProgress {
            run.progress = { step, percent in
                Terminal.show(ProgressBar(done: percent, total: 100, label: "% \(step)"))
            }
        }
        let table: GraphTable?
        do throws(GraphFailure) {
            table = try measured(run)
            if showsProgress { Terminal.eraseProgress() }
        } catch {
            if showsProgress { Terminal.eraseProgress() }
            throw Terminal.fail(graph: error, input: path == "-" ? "standard input" : path)
        }
        guard let table else { return }
        if table.hasDamagedNames {
            Terminal.note("rebound: some names are no UTF-8 text; � stands for what cannot be read")
        }
        let bytes = json ? table.json() : table.csv(guardsFormulas: !raw)
        if let output, output != "-" {
            do { try AtomicFile.write(bytes, to: output, sparing: Terminal.spared(inputs: [path])) } catch {
                throw Terminal.fail(.unwritable(error), input: path)
            }
        } else {
            try Terminal.print(table: bytes)
        }
    }

    /// Reads, saves and measures the graph; `nil` when it was only to be saved.
    private func measured(_ run: GraphRun) throws(GraphFailure) -> GraphTable? {
        var options = GraphFileOptions()
        options.isDirected = directed ? true : undirected ? false : nil
        options.readsWeights = weighted
        options.headingLines = heading
        options.columns = columns
        options.separator = separator
        let graph = try OpenedGraph(path: path, options: options, run: run)
        if Terminal.showsProgress { Terminal.eraseProgress() }
        Terminal.note("\(graph.name): \(graph.reading.summary)")
        tellWhatMakesNoDifference(in: graph)
        let spared = Terminal.spared(inputs: [path])
        if let output, output != "-" {
            // Before much is measured.
            do { try spared.check(output) } catch { throw .unwritable(error) }
        }
        if let save { try graph.save(to: save, sparing: spared, run: run) }
        if wanted.isEmpty { return nil }
        let table = try GraphAnalysis(wanted, usesWeights: weighted, maximumError: approximate).table(
            of: graph, run: run)
        return top.map { table.top($0) } ?? table
    }

    /// Says which measures take no notice of what was asked for.
    private func tellWhatMakesNoDifference(in graph: OpenedGraph) {
        func note(_ what: String, _ measures: [GraphMeasure]) {
            guard !measures.isEmpty else { return }
            let names = measures.map(\.rawValue).joined(separator: ", ")
            Terminal.note("rebound: \(what) make no difference to \(names)")
        }
        if graph.isDirected { note("directions", wanted.filter(\.ignoresDirection)) }
        if weighted { note("weights", wanted.filter(\.ignoresWeights)) }
    }
}
