import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("Lanes, columns and who is shown")
struct LaneTests {
    @Test("Lanes with more people come first, then those with more to do, then by name")
    func order() throws {
        var sketch = Sketch()
        sketch.connect(["a1"], at: "alpha")
        sketch.connect(["b1"], at: "beta")
        sketch.connect(["c1", "c2"], at: "gamma")
        sketch.connect(["d1"], at: "delta")
        sketch.write(to: "d1", "2026-03-30")
        sketch.options.badgesAtMost = 1
        #expect(try sketch.scene().lanes.map(\.company) == ["gamma", "delta", "alpha", "beta"])
    }

    @Test("Past so many lanes, companies with one person share one, and their cards name them")
    func gathering() throws {
        var sketch = Sketch()
        sketch.options.lanesAtMost = 3
        sketch.connect(["a1", "a2"], at: "alpha")
        sketch.connect(["b1"], at: "beta")
        sketch.connect(["c1"], at: "gamma")
        #expect(try sketch.scene().lanes.count == 3)
        sketch.connect(["d1"], at: "delta")
        let scene = try sketch.scene()
        #expect(scene.lanes.map(\.name) == ["Alpha", "Other companies"])
        #expect(scene.lane(nil)?.caption == "3 companies, one person each")
        #expect(Set(scene.lane(nil)?.cards.map(\.person) ?? []) == ["b1", "c1", "d1"])
        #expect(scene.card("b1")?.title == "Planner · Beta")
        #expect(scene.card("a1")?.title == "Planner")
    }

    @Test("Both ends of a referral keep lanes of their own")
    func gatheringSparesChains() throws {
        var sketch = Sketch()
        sketch.options.lanesAtMost = 1
        for (person, company) in [("a", "alpha"), ("b", "beta"), ("c", "gamma"), ("d", "delta")] {
            sketch.connect([PersonID(person)], at: CompanyID(company))
        }
        sketch.network.referrals.append(Referral(from: "a", to: "b", given: Sketch.day("2026-03-02")))
        let scene = try sketch.scene()
        #expect(Set(scene.lanes.map(\.company)) == ["alpha", "beta", nil])
        #expect(scene.lane(nil)?.caption == "2 companies, one person each")
    }

    @Test("Those with nothing but a connection stand three in a row behind one line")
    func rows() throws {
        var sketch = Sketch()
        sketch.connect((1...7).map { PersonID("p\($0)") }, at: "acme")
        sketch.add("spoke", at: "acme")
        sketch.talk(with: "spoke", "2026-04-01")
        sketch.options.badgesAtMost = 0
        let columns = Columns(of: try sketch.scene(), theme: .light)
        #expect(
            (1...7).map { columns.number(of: PersonID("p\($0)")) } == [1, 2, 3, 1, 2, 3, 1])
        #expect(columns.leftNeighbors == ["p2": "p1", "p3": "p2", "p5": "p4", "p6": "p5"])
        #expect(columns.number(of: "spoke") == 1)
    }

    @Test("Whoever introduces someone has a line of their own")
    func rowsSpareIntroducers() throws {
        var sketch = Sketch()
        sketch.connect(["p1", "p2", "p3"], at: "acme")
        sketch.add("known", at: "acme")
        sketch.network.referrals.append(Referral(from: "p2", to: "known", given: Sketch.day("2026-03-02")))
        let columns = Columns(of: try sketch.scene(), theme: .light)
        #expect(columns.leftNeighbors["p2"] == nil)
        #expect(columns.number(of: "p2") == 1)
        #expect(columns.number(of: "known") == 2)
    }

    @Test("All cards of a column have one width, and no text makes them wider than the widest")
    func widths() throws {
        var sketch = Sketch()
        sketch.connect(["short", "long"], at: "acme")
        sketch.talk(with: "short", "2026-04-01")
        sketch.talk(with: "long", "2026-04-01")
        sketch.options.badgesAtMost = 0
        #expect(Columns(of: try sketch.scene(), theme: .light).width(ofColumn: 1) == PersonCard.narrowest)
        sketch.network.people[2].name = String(repeating: "Wide name ", count: 50)
        let columns = Columns(of: try sketch.scene(), theme: .light)
        #expect(columns.width(ofColumn: 1) > PersonCard.narrowest)
        #expect(columns.width(ofColumn: 1) < 2 * PersonCard.narrowest)
        #expect(columns.width(ofColumn: 2) == PersonCard.narrowest)
    }

    @Test("Badges go down the call list as far as the options say, and no further", arguments: [0, 1, 4, 9])
    func badges(count: Int) throws {
        let analysis = try Sample.thousand.analysis()
        let scene = SceneBuilder(analysis, options: DrawingOptions(badgesAtMost: count)).scene(title: "")
        #expect(scene.cards.compactMap(\.rank).sorted() == Array(1...9).filter { $0 <= count })
        for card in scene.cards where card.rank != nil {
            #expect(analysis.nextContacts.contacts[card.rank! - 1].person == card.person)
        }
    }

    @Test(
        "Everybody is accounted for, whatever the options", arguments: Sample.stories + Sample.cohort,
        [DrawingOptions(), .everybody, .people(1), .people(7)])
    func accounting(sample: Sample, options: DrawingOptions) throws {
        let analysis = try sample.analysis()
        let scene = SceneBuilder(analysis, options: options).scene(title: "")
        let drawing = try Drawing(of: analysis, title: "", options: options)
        let others = analysis.network.people.map(\.id).filter { $0 != analysis.network.seeker }
        let shown = scene.cards.map(\.person)
        #expect(Set(shown).count == shown.count)
        #expect(Set(shown).isSubset(of: others))
        #expect(shown.count + drawing.foldedCount == others.count)
        #expect(Set(drawing.identifiers.keys) == Set(shown))
        #expect((drawing.notice == nil) == (drawing.foldedCount == 0))
        if others.count > options.everybodyUpTo { #expect(shown.count <= options.narrowsTo) }
        if others.count <= options.everybodyUpTo { #expect(drawing.foldedCount == 0) }
        for lane in scene.lanes where lane.foldedCount > 0 {
            let all = lane.cards.count + lane.foldedCount
            #expect(lane.caption.hasPrefix("\(lane.cards.count) of \(all) people"))
        }
    }

    @Test(
        "A narrowed picture keeps the head of the call list and everybody on the way to those it shows",
        arguments: Sample.cohort.filter { $0.name.contains("amelie") || $0.name.contains("ernst") } + [
            Sample.thousand
        ])
    func narrowing(sample: Sample) throws {
        let analysis = try sample.analysis()
        let scene = SceneBuilder(analysis, options: DrawingOptions()).scene(title: "")
        let shown = Set(scene.cards.map(\.person))
        #expect(shown.count == 36)
        let head = analysis.nextContacts.contacts.prefix(9).map(\.person)
        #expect(shown.isSuperset(of: head))
        let ways = WaysIn(analysis)
        for person in shown { #expect(shown.isSuperset(of: ways.ancestors(of: person))) }
        for link in scene.links { #expect(shown.contains(link.to) && link.from.map(shown.contains) != false) }
        #expect(scene.subtitles.last?.contains("36 people who matter most now") == true)
    }

    @Test(
        "The order of ties and referrals in the file changes nothing",
        arguments: Sample.stories + Sample.cohort.prefix(8))
    func shuffled(sample: Sample) throws {
        var network = try sample.network()
        let scene = SceneBuilder(try sample.analysis(), options: DrawingOptions()).scene(title: "")
        network.ties.reverse()
        network.referrals.reverse()
        let analysis = try NetworkAnalysis(of: network, asOf: sample.asOf)
        #expect(SceneBuilder(analysis, options: DrawingOptions()).scene(title: "") == scene)
    }
}
