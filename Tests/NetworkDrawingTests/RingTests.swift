import Glibc
import Graphviz
import RankingModel
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("The ring view")
struct RingTests {
    private func layout(_ sketch: Sketch) throws -> RingLayout {
        let analysis = try sketch.analysis()
        var options = sketch.options
        options.lanesAtMost = .max
        let scene = SceneBuilder(analysis, options: options).scene(title: "Sketch")
        return RingLayout(scene, rings: RingView.rings(of: scene, in: analysis))
    }

    private func ring(_ person: PersonID, _ layout: RingLayout) -> Closeness? {
        layout.places.first { $0.card.person == person }?.ring
    }

    @Test("The last word decides the ring, to the day")
    func closeness() throws {
        var sketch = Sketch()
        for (id, day) in [
            ("d0", "2026-04-09"), ("d30", "2026-03-10"), ("d31", "2026-03-09"), ("d90", "2026-01-09"),
            ("d91", "2026-01-08"), ("d365", "2025-04-09"), ("d366", "2025-04-08"),
        ] {
            sketch.add(PersonID(id), at: "acme")
            sketch.talk(with: PersonID(id), day)
        }
        sketch.connect(["bare"], at: "acme")
        sketch.add("known", at: "beta")
        sketch.network.ties.append(Tie(from: "d0", to: "known", strength: 0.9))
        sketch.add("stranger", at: "gamma")
        let layout = try layout(sketch)
        let expected: [(PersonID, Closeness)] = [
            ("d0", .month), ("d30", .month), ("d31", .quarter), ("d90", .quarter), ("d91", .year),
            ("d365", .year), ("d366", .longer), ("bare", .longer), ("known", .introduction),
            ("stranger", .stranger),
        ]
        for (person, closeness) in expected { #expect(ring(person, layout) == closeness, "\(person)") }
        #expect(layout.rings.map(\.ring) == Closeness.allCases)
        #expect(layout.rings.map(\.radius) == layout.rings.map(\.radius).sorted())
    }

    @Test("Only rings on which someone stands are drawn")
    func emptyRings() throws {
        var sketch = Sketch()
        sketch.connect(["a", "b"], at: "acme")
        #expect(try layout(sketch).rings.map(\.ring) == [.longer])
    }

    @Test("A dot lies on the way to its name, inside of the circle, and apart from all others")
    func dots() throws {
        for sample in Sample.stories + Sample.cohort + [.thousand] {
            let layout = try sample.ringLayout()
            for (number, place) in layout.places.enumerated() {
                #expect(abs(place.rim.length - layout.radius) < 0.001)
                let cross = place.dot.x * place.rim.y - place.dot.y * place.rim.x
                #expect(abs(cross) < 0.001 * layout.radius * layout.radius)
                #expect(place.dot.length < layout.radius)
                #expect(place.dot.length > RingLayout.middle)
                for other in layout.places.dropFirst(number + 1) {
                    let distance = (place.dot - other.dot).length
                    #expect(distance > 12, "\(sample): \(place.card.name), \(other.card.name)")
                }
            }
        }
    }

    @Test("Names of one side stand below one another, never outside of their row")
    func names() throws {
        for sample in Sample.stories + Sample.cohort + [.thousand] {
            let layout = try sample.ringLayout()
            for isRight in [true, false] {
                let heights = layout.places.filter { $0.isRight == isRight }.map(\.name.y)
                for (upper, lower) in zip(heights, heights.dropFirst()) { #expect(lower - upper >= 28.9) }
            }
            for place in layout.places {
                #expect(abs(place.name.x) > abs(place.rim.x), "a name stands outside of the circle")
                #expect((place.name.x > 0) == place.isRight)
            }
        }
    }

    @Test("Sectors follow one another around the circle and never overlap")
    func sectors() throws {
        for sample in Sample.stories + Sample.cohort {
            let layout = try sample.ringLayout()
            for (number, sector) in layout.sectors.enumerated() {
                for other in layout.sectors.dropFirst(number + 1) {
                    #expect(
                        sector.arc.upperBound <= other.arc.lowerBound + 1e-9
                            || other.arc.upperBound <= sector.arc.lowerBound + 1e-9,
                        "\(sample): \(sector.name), \(other.name)")
                }
            }
        }
    }

    @Test("One person more leaves the order of companies and people as it was")
    func stability() throws {
        var sketch = Sketch()
        for (id, company) in [
            ("a", "zeta"), ("b", "beta"), ("c", "acme"), ("d", "beta"), ("e", "gamma"), ("f", "delta"),
        ] { sketch.connect([PersonID(id)], at: CompanyID(company)) }
        let before = try layout(sketch).places.map(\.card.person)
        sketch.connect(["new"], at: "acme")
        let after = try layout(sketch).places.map(\.card.person)
        #expect(after.filter { $0 != "new" } == before)
    }

    @Test("A line goes around the dots in its way, on the side that is free")
    func detours() throws {
        let (from, to) = (DotPoint(x: 200, y: -100), DotPoint(x: 200, y: 100))
        func nearest(_ curve: RingCurve, to dots: [DotPoint]) -> Double {
            let route = curve.route(startGap: 6, endGap: 6)
            return (0...40).flatMap { step in
                dots.map { (point(at: Double(step) / 40, of: route) - $0).length }
            }.min()!
        }
        let straight = RingCurve(from: from, to: to)
        let middle = point(at: 0.5, of: straight.route(startGap: 6, endGap: 6))
        for others in [
            [middle], [middle, middle + DotPoint(x: 25, y: 0)], [middle + DotPoint(x: -25, y: 0), middle],
        ] {
            #expect(nearest(straight, to: others) < 1)
            #expect(nearest(RingCurve(from: from, to: to, others: others), to: others) > 12)
        }
    }

    private func point(at time: Double, of route: [DotPoint]) -> DotPoint {
        let rest = 1 - time
        return route[0] * (rest * rest * rest) + route[1] * (3 * rest * rest * time)
            + route[2] * (3 * rest * time * time) + route[3] * (time * time * time)
    }

    @Test("No line between two people runs under the seeker's own disc", arguments: 0..<60)
    func curves(step: Int) {
        let angle = Double(step) / 60 * 2 * .pi
        for (near, far) in [(70.0, 70.0), (70, 300), (140, 200)] {
            let curve = RingCurve(
                from: DotPoint(x: near, y: 0),
                to: DotPoint(x: cos(angle) * far, y: sin(angle) * far))
            guard angle > 0.3, angle < 2 * .pi - 0.3 else { continue }
            let route = curve.route(startGap: 6, endGap: 6)
            #expect(route.count == 4)
            for sample in 0...40 {
                let point = point(at: Double(sample) / 40, of: route)
                #expect(point.length > RingLayout.middle, "\(angle), \(near), \(far)")
            }
        }
    }

    @Test("No one, one person, one company: a picture all the same")
    func degenerate() async throws { try await expectDegenerate(as: .ring) }

    @Test("The words say how many stand on each ring, and who comes first")
    func words() throws {
        var sketch = Sketch()
        sketch.connect(["a", "b"], at: "acme")
        let drawing = try Drawing(of: sketch.analysis(), as: .ring, title: "T", options: sketch.options)
        #expect(drawing.graph.alternativeText.contains("2 longer ago or only connected"))
        #expect(drawing.graph.alternativeText.contains("Next: A."))
        let nobody = try Drawing(of: Sketch().analysis(), as: .ring, title: "T")
        #expect(nobody.graph.alternativeText.contains("No one is recorded yet"))
    }

    @Test("However many are asked for, no more than 400 are drawn, and the picture says so")
    func most() throws {
        var sketch = Sketch()
        sketch.connect((0..<500).map { PersonID("p\($0)") }, at: "acme")
        let drawing = try Drawing(of: sketch.analysis(), as: .ring, title: "T", options: .everybody)
        #expect(drawing.identifiers.count == 400)
        #expect(drawing.foldedCount == 100)
        #expect(drawing.notice == "rings hold 400 names; 100 people are not in the picture")
        #expect(drawing.graph.alternativeText.contains("Narrowed to the 400 people"))
    }

    @Test(
        "Every sample is drawn: complete, readable, the same again, no text on another",
        arguments: Sample.stories + Sample.cohort + [.thousand])
    func samples(sample: Sample) async throws {
        try await expectPicture(of: sample, as: .ring)
    }
}

extension Sample {
    func ringLayout() throws -> RingLayout {
        let analysis = try analysis()
        let view = RingView(analysis, title: name, options: DrawingOptions())
        return view.layout
    }
}
