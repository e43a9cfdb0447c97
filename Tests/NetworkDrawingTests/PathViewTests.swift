import Foundation
import Graphviz
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("The way to someone")
struct PathViewTests {
    /// You know Ann and Bob; Ann knows Cem well, Bob not so; Cem knows Dia.
    private func sketch() -> Sketch {
        var sketch = Sketch()
        sketch.connect(["ann", "bob"], at: "acme")
        for id in ["cem", "dia"] as [PersonID] { sketch.add(id, at: "tarn") }
        sketch.talk(with: "ann", "2026-04-01")
        sketch.network.ties += [
            Tie(from: "ann", to: "cem", strength: 0.9, how: "Fellow students"),
            Tie(from: "bob", to: "cem", strength: 0.3), Tie(from: "cem", to: "dia", strength: 0.2),
        ]
        return sketch
    }

    private func scene(to person: PersonID, in sketch: Sketch) throws -> PathScene {
        let analysis = try sketch.analysis()
        return PathSceneBuilder(analysis, report: try #require(analysis.introductionPaths(to: person)))
            .scene(title: "T")
    }

    @Test(
        "The likeliest way comes first, with the odds of each hop, how they know each other, and the weakest")
    func hops() throws {
        let scene = try scene(to: "dia", in: sketch())
        #expect(scene.ways.map { $0.hops.map(\.card.person.text) }.first == ["ann", "cem", "dia"])
        let best = try #require(scene.ways.first)
        #expect(best.weakestHop == 2)
        #expect(best.hops.map(\.verb) == ["replies", "introduces you", "introduces you"])
        #expect(best.hops[0].evidence == "last in touch 1 Apr" && best.hops[1].evidence == "Fellow students")
        #expect(best.hops[2].odds.percent == "20%" && best.hops[2].odds.words == "unlikely")
        let product = best.hops.map(\.odds.probability).reduce(1, *)
        #expect(abs(best.odds.probability - product) < 1e-9)
        #expect(scene.ways.map(\.odds.probability) == scene.ways.map(\.odds.probability).sorted(by: >))
        #expect(scene.title.hasPrefix("Best path to Dia: through Ann and Cem, "))
        #expect(scene.subtitles.contains("The weakest step: whether Cem introduces you to Dia, 20%."))
        #expect(scene.subtitles.contains { $0.hasPrefix("If Ann declines, you can still go through Bob") })
    }

    @Test("Someone one is in touch with is asked directly, and one hop is not the weakest of anything")
    func direct() throws {
        let scene = try scene(to: "ann", in: sketch())
        #expect(scene.ways[0].hops.count == 1 && scene.ways[0].weakestHop == nil)
        #expect(scene.title.hasPrefix("You can ask Ann yourself: "))
    }

    @Test("The weakest hop is marked by words, a double broken line and a class; other ways stand back")
    func marks() async throws {
        let drawing = try Drawing(of: try sketch().analysis(), as: .path(to: .person("dia")), title: "T")
        #expect(Set(drawing.identifiers.keys) == ["ann", "bob", "cem", "dia"])
        let svg = RenderedSVG(try await RenderPool.shared.svg(drawing.graph).bytes)
        let weakest = svg.groups.filter { $0.classes.contains("weakest") }
        #expect(weakest.count == 3, "one a way")
        #expect(weakest.allSatisfy { $0.words.contains("weakest step") })
        #expect(svg.groups.count { $0.classes.contains("best") } == 3)
        #expect(drawing.graph.source().contains("#B5431A:#FFFFFF:#B5431A"))
        try expectPeople(of: drawing, in: svg, named: sketch().network)
        try expectLegible(svg)
    }

    @Test("A company is reached at the first of its people")
    func company() throws {
        let analysis = try sketch().analysis()
        let drawing = try Drawing(of: analysis, as: .path(to: .company("tarn")), title: "")
        #expect(drawing.identifiers["cem"] != nil && drawing.identifiers["dia"] == nil)
        #expect(drawing.graph.alternativeText.hasPrefix("Best path into Tarn: through Ann, "))
    }

    @Test("Without a way the error names who is nearest, and why there is none")
    func none() throws {
        var sketch = sketch()
        sketch.add("eve", at: "acme")
        sketch.add("fay")
        sketch.network.people[sketch.network.people.count - 1].doNotContact = true
        sketch.network.companies.append(Company(id: "empty", name: "Empty"))
        let analysis = try sketch.analysis()
        #expect(throws: DrawingError.noSuchDestination) {
            try Drawing(of: analysis, as: .path(to: .person("you")), title: "")
        }
        #expect(throws: DrawingError.noSuchDestination) {
            try Drawing(of: analysis, as: .path(to: .company("nowhere")), title: "")
        }
        #expect(
            throws: DrawingError.noWay(to: "Empty", reason: "no one there is in your network", nearest: [])
        ) { try Drawing(of: analysis, as: .path(to: .company("empty")), title: "") }
        let explanation = DrawingError.noWay(
            to: "Dia", reason: "r", nearest: ["Cem (1 introduction from Dia)"]
        )
        .explanation
        #expect(
            explanation == "there is no path to Dia: r; nearest within reach: Cem (1 introduction from Dia)")
    }

    @Test(
        "Ways to people of every sample are drawn whole, readable and the same again, in every theme",
        arguments: Sample.stories + Sample.cohort)
    func samples(sample: Sample) async throws {
        let analysis = try sample.analysis()
        let strangers = analysis.network.people.map(\.id).filter {
            $0 != analysis.network.seeker && !analysis.isContact($0)
        }
        var options = DrawingOptions()
        options.theme = Theme.all[sample.name.utf8.count % Theme.all.count]
        for person in strangers.prefix(2) {
            guard
                let drawing = try? Drawing(
                    of: analysis, as: .path(to: .person(person)), title: sample.name, options: options)
            else { continue }
            try await expectPicture(of: drawing, showing: try sample.network())
        }
    }

    @Test("A way is written as the DOT source on record")
    func snapshot() throws {
        let analysis = try Sample("julia-second-chance", "2026-03-06").analysis()
        try expectRecorded(
            Drawing(of: analysis, as: .path(to: .person("chiara")), title: "Julia"), as: "path")
    }

    @Test("Nasty text in every field does no harm")
    func hostile() async throws {
        let network = HostileTextTests.chain
        let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(Sketch.today))
        for person in network.people.dropFirst() {
            guard
                let drawing = try? Drawing(
                    of: analysis, as: .path(to: .person(person.id)), title: person.name)
            else { continue }
            try await HostileTextTests().expectHarmless(drawing)
        }
    }
}
