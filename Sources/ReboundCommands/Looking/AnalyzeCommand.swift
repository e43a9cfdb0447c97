import ArgumentParser
import ReferralFormats
import ReferralGraph
import Reporting
import Workspace

struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Measure the nodes of any graph: centrality, brokerage, communities.",
        usage: """
            rebound analyze <graph> [--measure <measures>] [--directed] [--weighted]
                            [--approximate <error>] [--top <count>] [--json]
                            [-o <file>] [--save <file>] [--threads <count>]
            """,
        discussion: """
            GRAPH is an edge list: text, an edge a line, two numbers or names between spaces, tabs, commas or \
            semicolons. Further columns are passed over, as are lines that begin with # or %, and a heading. Loops \
            are dropped; of repeated edges the first counts. Or it is a graph that --save wrote, which opens at once.

            What is printed is CSV with a row a node, called as the file calls it. An empty cell is a measure that \
            is undefined there. The same graph gives the same bytes, however many threads there are.

            MEASURES
              pagerank        share of a random surfer's time (damping 0.85)
              betweenness     share of shortest ways that lead through it
              closeness       how near all others are (Wasserman and Faust)
              harmonic        sum of 1 / distance over all others
              degree          number of edges, in and out
              components      number of its component
              core            depth: its k-core
              clustering      share of pairs of neighbours that are joined
              constraint      Burt's constraint; low at a broker
              effective-size  Burt's effective size of its circle
              articulation    1 where taking it away takes the graph apart
              leiden          number of its community

            EXAMPLES
              rebound analyze Samples/karate.txt --measure pagerank,betweenness --top 5
              rebound analyze Samples/karate.txt --weighted --measure constraint
              rebound analyze Samples/karate.txt --measure leiden --json -o club.json
              rebound analyze Samples/karate.txt --weighted --save karate.graph
            """)

    @Argument(
        help: ArgumentHelp(
            "An edge list, a graph that --save wrote, or - for standard input.", valueName: "graph"),
        completion: .file())
    var path: String
    @Option(
        name: [.customLong("measure"), .customShort("m")],
        help: ArgumentHelp(
            "What to measure, separated by commas, or all; pagerank,degree unless given.",
            valueName: "measures"),
        completion: .list(GraphMeasure.allCases.map(\.rawValue) + ["all"]),
        transform: measures(named:))
    var measures: [GraphMeasure]?
    @Flag(help: "An edge leads from its first node to its second only.") var directed = false
    @Flag(
        help: """
            The third column is how strong a tie is, for pagerank, constraint, effective-size and leiden; ways are \
            counted in steps.
            """)
    var weighted = false
    @Option(
        help: ArgumentHelp(
            "How many lines at the top hold no edges; found out unless given.", valueName: "count"))
    var heading: Int?
    @Option(
        help: ArgumentHelp(
            "By how much betweenness may be off, such as 0.01: much faster on large graphs. With probability 0.9 no score is off by more; the sample is always the same.",
            valueName: "error"))
    var approximate: Double?
    @Option(
        help: ArgumentHelp(
            "Only so many nodes, those with the most of the first measure.", valueName: "count"))
    var top: Int?
    @Flag(help: "Print JSON, with its schema's name and version, instead of CSV.") var json = false
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
        help: ArgumentHelp("How many threads, 1 to 256; one a core unless given.", valueName: "count"))
    var threads: Int?

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
        if let top, top < 1 { throw ValidationError("--top takes a whole number from 1 up, not \(top).") }
        if let heading, heading < 0 {
            throw ValidationError("--heading takes a whole number from 0 up, not \(heading).")
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
        do throws(WorkspaceError) {
            table = try measured(run)
            if showsProgress { Terminal.eraseProgress() }
        } catch {
            if showsProgress { Terminal.eraseProgress() }
            throw Terminal.fail(error, input: path == "-" ? "standard input" : path)
        }
        guard let table else { return }
        if table.hasDamagedNames {
            Terminal.note("rebound: some names are no UTF-8 text; � stands for what cannot be read")
        }
        let bytes = json ? table.json() : table.csv()
        if let output, output != "-" {
            do { try AtomicFile.write(bytes, to: output) } catch {
                throw Terminal.fail(.unwritable(error), input: path)
            }
        } else if Terminal.isOutputWatched {
            let lines = String(decoding: bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            try Terminal.print(lines.map { printable(String($0)) }.joined(separator: "\n"))
        } else {
            try Terminal.print(bytes)
        }
    }

    /// Reads, saves and measures the graph; `nil` when it was only to be saved.
    private func measured(_ run: GraphRun) throws(WorkspaceError) -> GraphTable? {
        var options = OpenedGraph.Options()
        options.isDirected = directed
        options.readsWeights = weighted
        options.headingLines = heading
        let graph = try OpenedGraph(path: path, options: options, run: run)
        if let heading = graph.heading {
            Terminal.note("rebound: “\(heading)” is taken for a heading; --heading 0 takes it for an edge")
        }
        if let output { try graph.checkApart(from: output) }
        if let save { try graph.save(to: save, run: run) }
        if wanted.isEmpty { return nil }
        let table = try GraphAnalysis(wanted, usesWeights: weighted, maximumError: approximate).table(
            of: graph, run: run)
        return top.map { table.top($0) } ?? table
    }
}
