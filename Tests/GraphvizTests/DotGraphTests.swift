import Testing

@testable import Graphviz

@Suite("DOT documents")
struct DotGraphTests {
    private func smallGraph() -> DotGraph {
        var graph = DotGraph(.init(SVGIdentifier("g")))
        let cluster = graph.addCluster(.init(SVGIdentifier("c")))
        _ = graph.addCluster(.init(SVGIdentifier("empty")))
        let tail = graph.addNode(.init(SVGIdentifier("a")), label: .text("A"), in: cluster)
        let head = graph.addNode(.init(SVGIdentifier("b")), label: .text("B"))
        graph.addEdge(
            .init(SVGIdentifier("e")), from: tail, .east, to: head, .west, label: .text("since \\N"),
            style: EdgeStyle(weight: .max, leastRanks: 100_000))
        return graph
    }

    @Test("The whole document")
    func document() {
        #expect(
            smallGraph().source(for: .headLabelled) == """
                digraph network {
                graph [id="g", fontname="Inter,Open Sans,Segoe UI,Helvetica Neue,Arial,DejaVu Sans,sans-serif", \
                pad=0.3, splines=true, bgcolor="#FFFFFF", outputorder=edgesfirst, rankdir=LR, nodesep=0.28, \
                ranksep=0.62, newrank=true];
                node [fontname="Inter,Open Sans,Segoe UI,Helvetica Neue,Arial,DejaVu Sans,sans-serif"];
                edge [fontname="Inter,Open Sans,Segoe UI,Helvetica Neue,Arial,DejaVu Sans,sans-serif"];
                n1 [id="b", label="B"];
                subgraph cluster_0 {
                graph [id="c", penwidth=1, margin=13, style="rounded", labeljust=l, labelloc=t, label=""];
                n0 [id="a", label="A"];
                }
                n0:e -> n1:w [id="e", weight=100, minlen=20, headlabel="since \\\\N"];
                }

                """)
    }

    @Test("Each rung says what it leaves out")
    func rungs() {
        let graph = smallGraph()
        #expect(graph.source(for: .labelled).contains(#", label="since "#))
        #expect(graph.source(for: .headLabelled).contains(#", headlabel="since "#))
        let unlabelled = graph.source(for: .unlabelled)
        #expect(!unlabelled.contains("since") && unlabelled.contains("nslimit=1, nslimit1=1"))
        #expect(!unlabelled.contains("newrank"))
        let springs = graph.source(for: .springs)
        #expect(
            !springs.contains("cluster") && !springs.contains(":e ->") && springs.contains("overlap=prism"))
        #expect(springs.contains("splines=line"))
    }

    @Test(
        "Numbers are clamped to what Graphviz survives",
        arguments: [-1e300, 1e300, .nan, .infinity, -.infinity])
    func clamping(number: Double) {
        var graph = DotGraph(
            .init(SVGIdentifier("g")),
            style: GraphStyle(nodeSeparationInches: number, rankSeparationInches: number))
        let cluster = graph.addCluster(.init(SVGIdentifier("c")))
        let text = HTMLCell(
            .text(HTMLText("x", pointSize: number, color: DotColor(0))), width: .max, border: .min)
        let node = graph.addNode(
            .init(SVGIdentifier("n")),
            label: .table(HTMLTable(rows: [[text]], border: .max, cellPadding: .max, width: .min)),
            style: NodeStyle(
                penWidth: number, fontSize: number, widthInches: number, heightInches: number), in: cluster)
        graph.addEdge(
            .init(SVGIdentifier("e")), from: node, to: node,
            style: EdgeStyle(penWidth: number, arrowSize: number, weight: .min, leastRanks: .min))
        let source = graph.source()
        #expect(!source.contains("nan") && !source.contains("inf") && !source.contains("e+"))
        let longestNumber = source.split { !$0.isWholeNumber }.map(\.count).max() ?? 0
        #expect(longestNumber <= 6)  // A colour.
    }

    @Test("Identifiers are unique; the caller learns which one an element got")
    func uniqueIdentifiers() {
        var graph = DotGraph(.init(SVGIdentifier("x")))
        let first = graph.addNode(.init(SVGIdentifier("x")), label: .text(""))
        let second = graph.addCluster(.init(SVGIdentifier("x")))
        let edge = graph.addEdge(.init(SVGIdentifier("x")), from: first, to: first)
        #expect([first.id, second.id, edge].map(\.rawValue) == ["x.2", "x.3", "x.4"])
    }

    @Test("A table without cells, rows or text is still a table Graphviz can read")
    func emptyTables() {
        #expect(HTMLTable(rows: []).markup.hasSuffix("<TR><TD></TD></TR></TABLE>"))
        #expect(HTMLTable(rows: [[], []]).markup.hasSuffix("<TR><TD></TD></TR></TABLE>"))
        let blank = HTMLCell(.text(HTMLText("\u{1}", pointSize: 9, color: DotColor(0), isBold: true)))
        #expect(HTMLTable(rows: [[blank]]).markup.hasSuffix("<TR><TD></TD></TR></TABLE>"))
    }

    @Test("Adding to a graph with another's references ends the program")
    func foreignReferences() async {
        await #expect(processExitsWith: .failure) {
            var one = DotGraph(.init(SVGIdentifier("one")))
            var two = DotGraph(.init(SVGIdentifier("two")))
            let node = one.addNode(.init(SVGIdentifier("n")), label: .text("n"))
            two.addEdge(.init(SVGIdentifier("e")), from: node, to: node)
        }
    }
}
