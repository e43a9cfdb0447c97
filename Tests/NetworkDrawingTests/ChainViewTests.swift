import Foundation
import Graphviz
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("The chain of referrals")
struct ChainViewTests {
    /// Ann said no; Bob, Cem and Dia followed from her.
    private func sketch() -> Sketch {
        var sketch = Sketch()
        for id in ["ann", "bob", "cem", "dia", "eve"] as [PersonID] { sketch.add(id, at: "acme") }
        sketch.apply(to: "ann", [(.interview, "2026-02-20"), (.rejected, "2026-03-02")])
        sketch.network.referrals = [
            Referral(from: "ann", to: "bob", given: Sketch.day("2026-03-03")),
            Referral(from: "ann", to: "cem", given: Sketch.day("2026-03-04")),
            Referral(from: "cem", to: "dia", promised: Sketch.day("2026-03-09")),
        ]
        return sketch
    }

    private func scene(of sketch: Sketch) throws -> ChainScene {
        let analysis = try sketch.analysis()
        let chains = analysis.chains
        return ChainSceneBuilder(analysis, options: sketch.options)
            .scene(of: try #require(chains.first), title: "T", others: Array(chains.dropFirst()))
    }

    @Test("The no stands first, then who said it, then the names; the longer branch comes first")
    func order() throws {
        let scene = try scene(of: sketch())
        #expect(scene.origin == .init(role: "Role", company: "Acme", day: "2 Mar"))
        #expect(scene.network.title == "Ann’s no led to 3 people")
        #expect(scene.network.links.map(\.to) == ["ann", "cem", "bob", "dia"])
        #expect(scene.network.links.map(\.from) == [nil, "ann", "ann", "cem"])
        #expect(scene.network.links.map(\.label.last) == ["said by", "4 Mar", "3 Mar", "9 Mar"])
        #expect(scene.network.link(to: "dia")?.kind == .suggested)
        #expect(scene.network.card("dia")?.note == "Introduction promised 9 Mar")
        #expect(scene.network.card("eve") == nil)
    }

    @Test("The caption says what is open, what other rejections led to, and which led to no one")
    func caption() throws {
        var sketch = sketch()
        sketch.add("fay", at: "tarn")
        sketch.apply(to: "fay", [(.rejected, "2026-03-05")])
        sketch.network.referrals.append(Referral(from: "fay", to: "eve", given: Sketch.day("2026-03-09")))
        sketch.apply(to: "bob", [(.rejected, "2026-03-20")])
        let lines = try scene(of: sketch).network.subtitles
        #expect(lines.contains("Elsewhere: Fay’s no of 5 Mar led to 1 person."))
        #expect(lines.contains("1 other rejection has led to no one yet: ask for a name."))
        #expect(lines.contains { $0.hasPrefix("Still open: Cem (not in touch yet)") })
    }

    @Test("A chain of someone who said no no has no origin; one that is named is drawn from there")
    func ofAPerson() throws {
        var sketch = Sketch()
        for id in ["ann", "bob", "cem"] as [PersonID] { sketch.add(id, at: "acme") }
        sketch.network.referrals = [
            Referral(from: "ann", to: "bob", given: Sketch.day("2026-03-03")),
            Referral(from: "bob", to: "cem", given: Sketch.day("2026-03-05")),
        ]
        let analysis = try sketch.analysis()
        let whole = try Drawing(of: analysis, as: .chain(), title: "")
        #expect(Set(whole.identifiers.keys) == ["ann", "bob", "cem"])
        #expect(whole.graph.alternativeText.hasPrefix("Ann led to 2 people."))
        let part = try Drawing(of: analysis, as: .chain(from: "bob"), title: "")
        #expect(Set(part.identifiers.keys) == ["bob", "cem"])
    }

    @Test("Without names there is nothing to draw, and the error says what to do")
    func nothing() throws {
        #expect(throws: DrawingError.noReferrals) {
            try Drawing(of: try Sketch().analysis(), as: .chain(), title: "")
        }
        let analysis = try sketch().analysis()
        #expect(throws: DrawingError.noNamesFrom(name: "Bob", ledToBy: "Ann", others: ["Ann"])) {
            try Drawing(of: analysis, as: .chain(from: "bob"), title: "")
        }
        #expect(throws: DrawingError.noNamesFrom(name: "Eve", ledToBy: nil, others: ["Ann"])) {
            try Drawing(of: analysis, as: .chain(from: "eve"), title: "")
        }
        #expect(DrawingError.noReferrals.explanation.contains("rebound refer"))
        #expect(
            DrawingError.noNamesFrom(name: "Bob", ledToBy: "Ann", others: []).explanation.contains(
                "--from \"Ann\"")
        )
    }

    @Test("A large chain is narrowed, every fold says how many, and no one is lost")
    func folding() async throws {
        var sketch = Sketch()
        sketch.add("p0", at: "acme")
        sketch.apply(to: "p0", [(.rejected, "2026-03-02")])
        for number in 1...70 {
            let id = PersonID("p\(number)")
            sketch.add(id, at: "acme")
            sketch.network.referrals.append(
                Referral(
                    from: PersonID("p\((number - 1) / 3)"), to: id,
                    given: Sketch.day("2026-03-03") + number / 10))
        }
        sketch.apply(to: "p70", [(.interview, "2026-04-01"), (.offer, "2026-04-05")])
        let analysis = try sketch.analysis()
        let drawing = try Drawing(of: analysis, as: .chain(), title: "")
        #expect(drawing.identifiers.count + drawing.foldedCount == 71)
        #expect(drawing.identifiers["p70"] != nil, "what went furthest is shown")
        let svg = RenderedSVG(try await RenderPool.shared.svg(drawing.graph).bytes)
        let folds = svg.groups.filter { $0.classes.contains("more") && !$0.words.isEmpty }
        let folded = folds.compactMap { $0.words.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
        #expect(folded.reduce(0, +) == drawing.foldedCount)
        try expectLegible(svg)
        let everybody = try Drawing(of: analysis, as: .chain(), title: "", options: .everybody)
        #expect(everybody.identifiers.count == 71 && everybody.foldedCount == 0)
    }

    @Test(
        "Every sample with referrals is drawn whole, readable and the same again, in every theme",
        arguments: Sample.stories + Sample.cohort + [.thousand])
    func samples(sample: Sample) async throws {
        let analysis = try sample.analysis()
        guard !analysis.chainsOfPeople.isEmpty else { return }
        let theme = Theme.all[sample.name.utf8.count % Theme.all.count]
        var options = DrawingOptions()
        options.theme = theme
        let drawing = try Drawing(of: analysis, as: .chain(), title: sample.name, options: options)
        let first = try await RenderPool.shared.svg(drawing.graph)
        let again = try Drawing(of: try sample.analysis(), as: .chain(), title: sample.name, options: options)
        #expect(try await RenderPool.shared.svg(again.graph).bytes == first.bytes)
        #expect(first.setbacks.isEmpty && first.warnings.isEmpty)
        let svg = RenderedSVG(first.bytes)
        try expectPeople(of: drawing, in: svg, named: try sample.network())
        try expectLegible(svg)
    }

    @Test("The story of three referrals is written as the DOT source on record")
    func snapshot() throws {
        let analysis = try Sample.stories[0].analysis()
        try expectRecorded(Drawing(of: analysis, as: .chain(), title: "Three referrals"), as: "chain")
    }

    @Test("Nasty text in every field does no harm")
    func hostile() async throws {
        let network = HostileTextTests.chain
        let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(Sketch.today))
        try await HostileTextTests().expectHarmless(
            Drawing(of: analysis, as: .chain(), title: network.people[0].name))
    }
}
