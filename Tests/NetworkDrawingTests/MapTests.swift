import Graphviz
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("The map view")
struct MapTests {
    private func scene(_ sketch: Sketch) throws -> MapScene {
        MapScene(try sketch.analysis(), options: sketch.options)
    }

    @Test("Companies are regions, the largest first, and everybody stands in one")
    func regions() throws {
        var sketch = Sketch()
        sketch.connect(["a", "b"], at: "small")
        sketch.connect(["c", "d", "e"], at: "large")
        sketch.add("f", at: "large")
        sketch.connect(["loner"])
        let scene = try scene(sketch)
        #expect(scene.regions.map(\.name) == ["Large", "Small", "No company recorded"])
        #expect(scene.regions.map(\.people.count) == [4, 2, 1])
        #expect(scene.regions[0].reachedCount == 3)
    }

    @Test("Someone without an employer goes where most of those work who know them, over several steps")
    func propagation() throws {
        var sketch = Sketch()
        sketch.connect(["a1", "a2"], at: "acme")
        sketch.connect(["b1"], at: "beta")
        for id in ["near", "far", "alone"] as [PersonID] { sketch.add(id) }
        for (from, to) in [("near", "a1"), ("near", "a2"), ("near", "b1"), ("far", "near")] {
            sketch.network.ties.append(Tie(from: PersonID(from), to: PersonID(to)))
        }
        let scene = try scene(sketch)
        #expect(Set(scene.regions[0].people.map(\.person)) == ["a1", "a2", "near", "far"])
        #expect(scene.regions.last?.people.map(\.person) == ["alone"])
    }

    @Test("All ties between two companies are one line, the strongest first, those within none")
    func links() throws {
        var sketch = Sketch()
        sketch.connect(["a1", "a2", "a3"], at: "acme")
        sketch.connect(["b1", "b2"], at: "beta")
        sketch.connect(["c1"], at: "gamma")
        for (from, to) in [("a1", "b1"), ("b2", "a2"), ("a1", "a2"), ("c1", "a1")] {
            sketch.network.ties.append(Tie(from: PersonID(from), to: PersonID(to)))
        }
        sketch.network.referrals.append(
            Referral(from: "a3", to: "b1", given: Sketch.day("2026-03-03")))
        let links = try scene(sketch).links
        #expect(
            links == [
                .init(first: 0, second: 1, tieCount: 2, referralCount: 1),
                .init(first: 0, second: 2, tieCount: 1, referralCount: 0),
            ])
    }

    @Test("Too many companies share regions by their size, and no one is lost")
    func gathered() throws {
        var sketch = Sketch()
        for number in 0..<100 {
            let size = number < 90 ? 3 : 1
            sketch.connect((0..<size).map { PersonID("p\(number)_\($0)") }, at: CompanyID("c\(number)"))
        }
        let scene = try scene(sketch)
        #expect(scene.gatheredCount == 20)
        #expect(scene.regions.count == 82)
        #expect(scene.regions[80].name == "10 companies of 2–3")
        #expect(scene.regions[81].name == "10 one-person companies")
        #expect(scene.regions.reduce(0) { $0 + $1.people.count } == 280)
    }

    @Test("Discs never cover one another and stay together", arguments: 0..<20 as Range<UInt64>)
    func packing(seed: UInt64) {
        var state = seed | 1
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / Double(1 << 24)
        }
        let radii = (0..<(1 + Int(random() * 50))).map { _ in 5 + random() * random() * 100 }.sorted(by: >)
        let packing = DiscPacking(radii: radii, gap: 6)
        #expect(packing.centres.count == radii.count)
        for one in radii.indices {
            for other in radii.indices.dropFirst(one + 1) {
                let distance = (packing.centres[one] - packing.centres[other]).length
                #expect(distance >= radii[one] + radii[other] + 6 - 1e-3)
            }
        }
        let area = radii.reduce(0) { $0 + $1 * $1 }
        let reach = zip(packing.centres, radii).map { $0.length + $1 }.max() ?? 0
        #expect(reach * reach <= 6 * (area + 1_000) + radii[0] * radii[0] * 4)
    }

    @Test("Dots keep apart, inside of their region and beside its name")
    func dots() throws {
        for sample in Sample.stories + [.thousand] {
            let scene = MapScene(try sample.analysis(), options: DrawingOptions())
            let layout = MapLayout(scene)
            for (region, area) in zip(scene.regions, layout.areas) {
                #expect(area.dots.count == region.people.count)
                for (number, dot) in area.dots.enumerated() {
                    #expect((dot - area.centre).length + layout.dotSize / 2 <= area.radius + 0.01)
                    for other in area.dots.dropFirst(number + 1) {
                        #expect((dot - other).length >= layout.dotSize, "\(sample): \(region.name)")
                    }
                }
            }
        }
    }

    @Test("No one, one person, one company: a picture all the same")
    func degenerate() async throws { try await expectDegenerate(as: .map) }

    @Test("Only the head of the call list has badges, whose names stand below")
    func badges() async throws {
        let svg = try await expectPicture(of: .thousand, as: .map)
        #expect(svg.people.count { $0.classes.contains("next") } == 9)
        #expect(svg.texts.contains { $0.text.hasPrefix("Next: 1 ") })
        #expect(svg.people.count == 999)
    }

    @Test(
        "Every sample is drawn: complete, readable, the same again, no text on another",
        arguments: Sample.stories + Sample.cohort)
    func samples(sample: Sample) async throws {
        try await expectPicture(of: sample, as: .map)
    }
}
