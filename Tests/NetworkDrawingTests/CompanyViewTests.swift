import Foundation
import Graphviz
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("One employer")
struct CompanyViewTests {
    /// A boss over two departments; no one of Legal is reached; Out, at another company, knows Lea.
    private func sketch() -> Sketch {
        var sketch = Sketch()
        sketch.add("boss", at: "acme", department: "Management")
        for id in ["ida", "ivo", "ian"] as [PersonID] { sketch.add(id, at: "acme", department: "IT") }
        for id in ["lea", "lou"] as [PersonID] { sketch.add(id, at: "acme", department: "Legal") }
        sketch.connect(["out"], at: "tarn")
        sketch.talk(with: "ida", "2026-04-01")
        for day in ["2026-04-02", "2026-04-06", "2026-04-08"] { sketch.talk(with: "out", day) }
        sketch.network.ties += [
            Tie(from: "ida", to: "boss", kind: .reportsTo), Tie(from: "lea", to: "boss", kind: .reportsTo),
            Tie(from: "ivo", to: "ida", kind: .reportsTo), Tie(from: "out", to: "lea", strength: 0.8),
        ]
        return sketch
    }

    private func scene(_ sketch: Sketch) throws -> CompanyScene {
        let analysis = try sketch.analysis()
        return CompanySceneBuilder(
            analysis, of: try #require(analysis.profile(of: "acme")), options: sketch.options
        ).scene(title: "T")
    }

    @Test("Leaders of several departments stand on top, each boss above the indented reports")
    func hierarchy() throws {
        let scene = try scene(sketch())
        #expect(scene.leaders.map(\.card.person) == ["boss"])
        #expect(scene.lanes.map(\.name) == ["IT", "Legal"])
        #expect(scene.lanes[0].entries.map(\.card.person) == ["ida", "ivo", "ian"])
        #expect(scene.lanes[0].entries.map(\.depth) == [0, 1, 0])
        #expect(scene.lanes[0].entries.map(\.isLineInferred) == [false, false, nil])
        #expect(scene.lanes.map(\.caption) == ["in touch with 1 of 3", "in touch with none of 2"])
    }

    @Test("The title says who one is in touch with and where no one is; the caption who could introduce")
    func title() throws {
        let scene = try scene(sketch())
        #expect(scene.title == "You are in touch with 1 of the 6 people known at Acme, with no one in Legal")
        let introductions = try #require(scene.subtitles.first { $0.hasPrefix("One introduction away: ") })
        #expect(introductions.contains("Lea through Out"))
        #expect(scene.lanes[1].entries[0].introducer?.person == "out")
        #expect(scene.lanes[0].entries[1].card.note == "Through Ida", "colleagues need no line")
        #expect(!scene.subtitles.contains { $0.contains("guessed from titles") })
    }

    @Test("Lines that are guessed from titles are dashed, and the caption says so")
    func inferred() throws {
        var sketch = sketch()
        sketch.network.people[2].employments[0].title = "Director"
        let scene = try scene(sketch)
        #expect(scene.lanes[0].entries.map(\.isLineInferred) == [false, false, true])
        #expect(scene.subtitles.contains { $0.contains("guessed from titles") })
        let source = try Drawing(of: try sketch.analysis(), as: .company("acme"), title: "").graph.source()
        #expect(source.contains("style=dashed"))
    }

    @Test("A boss in another lane is named, where no line can be drawn")
    func otherLane() throws {
        var sketch = sketch()
        sketch.network.ties.append(Tie(from: "ian", to: "lou", kind: .reportsTo))
        let ian = try #require(try scene(sketch).lanes[0].entries.first { $0.card.person == "ian" })
        #expect(ian.isLineInferred == nil && ian.card.facts.contains("Reports to Lou"))
    }

    @Test("More than forty fold into a line for each department, and no one is lost")
    func folding() async throws {
        var sketch = Sketch()
        for number in 0..<60 {
            sketch.add(
                PersonID("p\(number)"), at: "acme", department: ["IT", "Legal", "Sales"][number % 3])
        }
        sketch.talk(with: "p59", "2026-04-01")
        let analysis = try sketch.analysis()
        let drawing = try Drawing(of: analysis, as: .company("acme"), title: "")
        #expect(drawing.identifiers.count == 40 && drawing.foldedCount == 20)
        #expect(drawing.identifiers["p59"] != nil, "those one is in touch with stay")
        let svg = RenderedSVG(try await RenderPool.shared.svg(drawing.graph).bytes)
        let folds = svg.groups.filter { $0.classes.contains("more") }.map(\.words)
        let counts = folds.compactMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
        #expect(counts.reduce(0, +) == 20 && folds.allSatisfy { $0.contains(" more in ") })
        try expectLegible(svg)
        let everybody = try Drawing(of: analysis, as: .company("acme"), title: "", options: .everybody)
        #expect(everybody.identifiers.count == 60 && everybody.foldedCount == 0)
    }

    @Test("Cards keep apart and stand in their lanes; one more person moves only those below")
    func layout() throws {
        var sketch = sketch()
        let before = OrganisationLayout(try scene(sketch), theme: .light)
        sketch.add("ike", at: "acme", department: "IT")
        let after = OrganisationLayout(try scene(sketch), theme: .light)
        for (person, frame) in before.cards { #expect(after.cards[person] == frame, "\(person)") }
        let (ike, ian) = (try #require(after.cards["ike"]), try #require(after.cards["ian"]))
        #expect(ike.top > ian.bottom)
        for person in ["ida", "ivo", "ian", "ike"] as [PersonID] {
            let card = try #require(after.cards[person])
            #expect(after.lanes[0].left < card.left && card.right < after.lanes[0].right)
            #expect(after.lanes[0].top < card.top && card.bottom < after.lanes[0].bottom)
        }
        #expect(try #require(after.outsiders["lea"]).left > after.lanes[1].right, "outside is outside")
    }

    @Test("Where lanes need several rows, tall ones stand together, and a row keeps their order")
    func rows() throws {
        var sketch = Sketch()
        for (department, count) in [
            ("A", 1), ("B", 5), ("C", 1), ("D", 5), ("E", 1), ("F", 5), ("G", 5), ("H", 5),
        ] {
            for number in 1...count {
                sketch.add(PersonID("\(department)\(number)"), at: "acme", department: department)
            }
        }
        let scene = try scene(sketch)
        let lanes = OrganisationLayout(scene, theme: .light).lanes
        #expect(scene.lanes.map(\.name) == ["A", "B", "C", "D", "E", "F", "G", "H"])
        let top = lanes.map(\.top).min()
        let first = lanes.indices.filter { lanes[$0].top == top }
        #expect(Set(first).isSuperset(of: [1, 3, 5, 6, 7]) && first.count < lanes.count)
        #expect(first.map { lanes[$0].left } == first.map { lanes[$0].left }.sorted())
        for lane in lanes {
            for other in lanes where other != lane {
                #expect(
                    lane.right < other.left || other.right < lane.left || lane.bottom < other.top
                        || other.bottom < lane.top)
            }
        }
    }

    @Test("Unknown companies, and those of which no one is known, are errors")
    func nobody() throws {
        var sketch = Sketch()
        sketch.network.companies.append(Company(id: "empty", name: "Empty"))
        let analysis = try sketch.analysis()
        #expect(throws: DrawingError.noSuchCompany) {
            try Drawing(of: analysis, as: .company("nowhere"), title: "")
        }
        #expect(throws: DrawingError.nobodyAt(company: "Empty")) {
            try Drawing(of: analysis, as: .company("empty"), title: "")
        }
    }

    @Test("One person alone is a picture, too")
    func one() async throws {
        var sketch = Sketch()
        sketch.add("ann", at: "acme")
        let drawing = try Drawing(of: try sketch.analysis(), as: .company("acme"), title: "")
        #expect(
            drawing.graph.alternativeText.hasPrefix(
                "You are not in touch with any of the 1 person known at Acme."))
        try expectLegible(RenderedSVG(try await RenderPool.shared.svg(drawing.graph).bytes))
    }

    @Test(
        "The largest employers of every sample are drawn whole, readable and the same again, in every theme",
        arguments: Sample.stories + Sample.cohort + [.thousand])
    func samples(sample: Sample) async throws {
        let analysis = try sample.analysis()
        var sizes: [CompanyID: Int] = [:]
        for person in analysis.network.people {
            if let job = person.employment(on: analysis.asOf.day) { sizes[job.company, default: 0] += 1 }
        }
        let largest = sizes.keys.sorted { (-sizes[$0]!, $0) < (-sizes[$1]!, $1) }.prefix(2)
        var options = DrawingOptions()
        options.theme = Theme.all[sample.name.utf8.count % Theme.all.count]
        for company in largest {
            let drawing = try Drawing(
                of: analysis, as: .company(company), title: sample.name, options: options)
            try await expectPicture(of: drawing, showing: try sample.network())
        }
    }

    @Test("An employer is written as the DOT source on record")
    func snapshot() throws {
        let analysis = try Sample("julia-second-chance", "2026-03-06").analysis()
        try expectRecorded(Drawing(of: analysis, as: .company("fennimore"), title: "Julia"), as: "company")
    }

    @Test("Nasty text in every field does no harm")
    func hostile() async throws {
        var network = HostileTextTests.chain
        let first = network.companies[0].id
        for index in network.people.indices where index % 2 == 0 && !network.people[index].employments.isEmpty
        {
            network.people[index].employments[0].company = first
        }
        let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(Sketch.today))
        try await HostileTextTests().expectHarmless(
            Drawing(of: analysis, as: .company(first), title: network.people[0].name))
    }
}
