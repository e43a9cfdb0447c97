import Testing

@testable import Graphviz

@Suite("Pinned graphs")
struct PinnedTests {
    private func graph(
        _ places: [DotPoint], arrangement: DotGraph.Arrangement = .pinned, edge: EdgeStyle? = nil
    ) -> DotGraph {
        var graph = DotGraph(.init(SVGIdentifier("g")), arrangement: arrangement)
        let nodes = places.enumerated().map { number, place in
            graph.addNode(
                .init(SVGIdentifier("n\(number)")), label: .text(""),
                style: NodeStyle(
                    shape: .circle, widthInches: 0.5, heightInches: 0.5, hasFixedSize: true, position: place))
        }
        if let edge { graph.addEdge(.init(SVGIdentifier("e")), from: nodes[0], to: nodes[1], style: edge) }
        return graph
    }

    @Test("The ladder has one rung: no other layout may move the nodes")
    func ladder() {
        #expect(LayoutRung.ladder(for: graph([DotPoint(x: 0, y: 0)])) == [.pinned])
    }

    @Test("A place is written upside down and held to its range, and only where nodes are pinned")
    func positions() {
        let source = graph([DotPoint(x: 10, y: 20.5), DotPoint(x: -1e9, y: .nan)]).source(for: .pinned)
        #expect(source.contains(#"pos="10,-20.5""#))
        #expect(source.contains(#"pos="-100000,100000""#))
        #expect(!graph([DotPoint(x: 10, y: 20.5)]).source(for: .labelled).contains("pos="))
    }

    @Test("Nodes keep their distances, on top of one another too")
    func distances() async throws {
        let places = [DotPoint(x: 0, y: 0), DotPoint(x: 100, y: 40), DotPoint(x: 0, y: 0)]
        let centres = try await centres(of: graph(places))
        #expect(centres.count == 3)
        #expect(abs(centres[1].x - centres[0].x - 100) < 0.02)
        #expect(abs(centres[1].y - centres[0].y - 40) < 0.02)
        #expect(centres[2] == centres[0])
    }

    @Test("A route is followed: from its first point to the tip of the mark")
    func route() async throws {
        let route = [
            DotPoint(x: 20, y: 0), DotPoint(x: 40, y: -60), DotPoint(x: 70, y: -60), DotPoint(x: 80, y: 0),
        ]
        let graph = graph(
            [DotPoint(x: 0, y: 0), DotPoint(x: 100, y: 0)],
            edge: EdgeStyle(arrowHead: .normal, arrowSize: 1, route: route))
        #expect(graph.source(for: .pinned).contains(#"pos="e,80,0 20,0 40,60 70,60"#))
        #expect(!graph.source(for: .labelled).contains("pos="))
        let svg = try await parsed(graph)
        let path = try #require(svg.attributes.first { $0.name == "d" }?.value)
        let numbers = path.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
        let start = try await centres(of: graph)[0]
        #expect(numbers.count == 8)
        #expect(abs(numbers[0] - start.x - 20) < 0.02)
        #expect(abs(numbers[1] - start.y) < 0.02)
        #expect(abs(numbers[2] - start.x - 40) < 0.02)
        #expect(abs(numbers[3] - start.y + 60) < 0.02)
    }

    @Test("Without a mark the curve ends where the route does", arguments: [EdgeStyle.ArrowHead.none])
    func bareEnd(head: EdgeStyle.ArrowHead) {
        let route = [0, 10, 20, 30].map { DotPoint(x: $0, y: 0) }
        let graph = graph(
            [DotPoint(x: 0, y: 0), DotPoint(x: 30, y: 0)], edge: EdgeStyle(arrowHead: head, route: route))
        #expect(graph.source(for: .pinned).contains(#"pos="0,0 10,0 20,0 30,0""#))
    }

    @Test(
        "A route that is no curve is left to Graphviz, which draws a line", arguments: [0, 1, 2, 3, 5, 6, 8])
    func brokenRoute(count: Int) async throws {
        let route = (0..<count).map { DotPoint(x: Double($0), y: 0) }
        let graph = graph(
            [DotPoint(x: 0, y: 0), DotPoint(x: 90, y: 0)], edge: EdgeStyle(route: route))
        #expect(!graph.source(for: .pinned).contains(#"pos="e,"#))
        let rendering = try await TestPool.with { try await $0.render(graph, as: .svg) }
        #expect(rendering.warnings.isEmpty)
    }

    @Test("Routed and unrouted edges stand side by side")
    func mixture() async throws {
        var graph = graph(
            [DotPoint(x: 0, y: 0), DotPoint(x: 90, y: 0)],
            edge: EdgeStyle(route: [20, 30, 50, 70].map { DotPoint(x: $0, y: 30) }))
        let third = graph.addNode(
            .init(SVGIdentifier("third")), label: .text("third"),
            style: NodeStyle(position: DotPoint(x: 0, y: 90)))
        graph.addEdge(.init(SVGIdentifier("loose")), from: third, to: third)
        let svg = try await parsed(graph)
        #expect(svg.ids.contains("loose"))
    }

    private func parsed(_ graph: DotGraph) async throws -> ParsedSVG {
        let rendering = try await TestPool.with { try await $0.render(graph, as: .svg) }
        let svg = ParsedSVG(rendering.bytes)
        #expect(svg.isWellFormed)
        return svg
    }

    private func centres(of graph: DotGraph) async throws -> [DotPoint] {
        let svg = try await parsed(graph)
        let xs = svg.attributes.filter { $0.name == "cx" }.compactMap { Double($0.value) }
        let ys = svg.attributes.filter { $0.name == "cy" }.compactMap { Double($0.value) }
        return zip(xs, ys).map { DotPoint(x: $0, y: $1) }
    }
}
