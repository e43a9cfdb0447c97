import Graphviz
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("Outlines and scopes")
struct OutlineTests {
    @Test("Everybody drawn is in the outline once, after the one who led there", arguments: Sample.stories)
    func everybody(sample: Sample) throws {
        let analysis = try sample.analysis()
        let outline = NetworkOutline(of: analysis, title: "T")
        let drawing = try sample.drawing()
        #expect(Set(outline.entries.map(\.person)) == Set(drawing.identifiers.keys))
        #expect(outline.entries.count == drawing.identifiers.count)
        var open: [Bool] = []
        for entry in outline.entries {
            #expect(entry.isLast.count <= open.count + 1)
            #expect(entry.isLast.dropLast() == open.prefix(entry.isLast.count - 1))
            open = entry.isLast
        }
        #expect(outline.entries.isEmpty || open.allSatisfy(\.self), "every level comes to its end")
    }

    @Test("The story's chain stands at the top, each one step further in")
    func chain() throws {
        let outline = NetworkOutline(of: try Sample.stories[0].analysis(), title: "T")
        #expect(outline.entries.prefix(3).map(\.person.text) == ["dan", "ruth", "marcus"])
        #expect(outline.entries.prefix(3).map(\.isLast.count) == [1, 2, 3])
        #expect(outline.entries[2].mark == "✓" && outline.entries[2].way == "referral 24 Mar")
    }

    @Test("A scope shows those it names and the way to them, and says so")
    func scopes() throws {
        let analysis = try Sample.stories[0].analysis()
        func shown(_ scope: DrawingOptions.Scope) -> (people: Set<String>, words: String) {
            var options = DrawingOptions()
            options.scope = scope
            let outline = NetworkOutline(of: analysis, title: "T", options: options)
            return (Set(outline.entries.map(\.person.text)), outline.subtitles.last ?? "")
        }
        #expect(shown(.top(1)).people == ["dan"])
        #expect(shown(.only([.offer])).people == ["dan", "ruth", "marcus"])
        #expect(shown(.only([.stalled])).people == ["julie"])
        #expect(shown(.people(["ruth"])).people == ["dan", "ruth"])
        #expect(shown(.around("marcus", steps: 0)).people == ["dan", "ruth", "marcus"])
        #expect(
            shown(.only([.offer])).words == "3 of 5 people: who is one of offer, and the path to them.")
        #expect(try Drawing(of: analysis, title: "", options: .people(2)).notice != nil)
        var options = DrawingOptions()
        options.scope = .top(1)
        #expect(try Drawing(of: analysis, title: "", options: options).notice == nil)
    }

    @Test("A picture of changes names them in its title, and marks who they are")
    func changes() async throws {
        let analysis = try Sample.stories[0].analysis()
        let changes = try analysis.changes(since: Sketch.day("2026-03-15"))
        let drawing = try Drawing(of: analysis, as: .changes(changes), title: "T")
        let svg = RenderedSVG(try await RenderPool.shared.svg(drawing.graph).bytes)
        let texts = svg.texts.map(\.text)
        #expect(texts.contains("Since 15 Mar: 1 offer, 2 new, 1 no"))
        #expect(texts.contains("+ New") && !texts.contains("▲ Warmer"))
        let nothing = try analysis.changes(since: analysis.asOf.day)
        let empty = try Drawing(of: analysis, as: .changes(nothing), title: "T")
        #expect(empty.identifiers.isEmpty)
        #expect(empty.graph.alternativeText.hasPrefix("Nothing has changed since"))
    }
}
