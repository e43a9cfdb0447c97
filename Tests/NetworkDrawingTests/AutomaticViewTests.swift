import Graphviz
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("The view that is chosen when none is asked for")
struct AutomaticViewTests {
    @Test("Up to the limit the lanes, above it the map, which leaves no one out")
    func size() throws {
        var sketch = Sketch()
        sketch.connect(["a", "b", "c"], at: "acme")
        let analysis = try sketch.analysis()
        let people = analysis.network.people.count
        for (limit, view) in [(people, DrawingView.lanes), (people - 1, .map)] {
            sketch.options.mapAbove = limit
            let automatic = try Drawing(of: analysis, title: "T", options: sketch.options)
            let asked = try Drawing(of: analysis, as: view, title: "T", options: sketch.options)
            #expect(automatic.graph.source() == asked.graph.source())
            #expect(automatic.foldedCount == 0)
        }
    }

    @Test("A picture of some people shows them in lanes, however many others there are")
    func scope() throws {
        var sketch = Sketch()
        sketch.connect(["a", "b", "c"], at: "acme")
        sketch.options.mapAbove = 1
        sketch.options.scope = .people(["a"])
        let analysis = try sketch.analysis()
        let automatic = try Drawing(of: analysis, title: "T", options: sketch.options)
        let lanes = try Drawing(of: analysis, as: .lanes, title: "T", options: sketch.options)
        #expect(automatic.graph.source() == lanes.graph.source())
    }
}
