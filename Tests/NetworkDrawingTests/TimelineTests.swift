import Graphviz
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("The timeline view")
struct TimelineTests {
    private func scene(_ sketch: Sketch, since: String? = nil) throws -> TimelineScene {
        var options = sketch.options
        options.since = since.map(Sketch.day)
        return TimelineBuilder(try sketch.analysis(), options: options).scene(title: "Sketch")
    }

    private func kinds(_ lane: TimelineScene.Lane?) -> [TimelineScene.Kind] { lane?.marks.map(\.kind) ?? [] }

    @Test("Channel and direction make the mark")
    func marks() throws {
        var sketch = Sketch()
        sketch.add("a", at: "acme")
        let words: [(Interaction.Channel, Interaction.Direction, TimelineScene.Kind)] = [
            (.email, .outgoing, .written(.outgoing)), (.letter, .incoming, .written(.incoming)),
            (.message, .mutual, .written(.mutual)), (.call, .outgoing, .call(.outgoing)),
            (.call, .incoming, .call(.incoming)), (.call, .mutual, .call(.mutual)),
            (.meeting, .mutual, .meeting), (.interview, .mutual, .interview),
        ]
        for (number, word) in words.enumerated() {
            sketch.write(to: "a", "2026-03-0\(number + 1)", by: word.0, word.1)
        }
        let lane = try #require(try scene(sketch).lanes.first)
        #expect(lane.marks.map(\.kind) == words.map(\.2))
        #expect(lane.marks.map(\.day) == lane.marks.map(\.day).sorted())
        #expect(lane.title == "A")
        #expect(lane.caption == "Planner · Acme")
    }

    @Test("An opportunity has a lane of its own: its stages, and the words about it")
    func opportunity() throws {
        var sketch = Sketch()
        sketch.add("boss", at: "acme")
        sketch.apply(
            to: "boss",
            [
                (.applied, "2026-02-02"), (.screening, "2026-02-09"), (.interview, "2026-02-16"),
                (.offer, "2026-03-02"), (.accepted, "2026-03-05"),
            ])
        sketch.network.interactions.append(
            Interaction(
                date: Timestamp("2026-02-20")!, people: ["boss"], channel: .email, direction: .outgoing,
                purposes: [.thankYou], opportunity: sketch.network.opportunities[0].id))
        sketch.talk(with: "boss", "2026-01-05")
        let scene = try scene(sketch)
        #expect(scene.lanes.count == 2)
        let lane = scene.lanes.first { $0.id.hasPrefix("o_") }
        #expect(
            kinds(lane) == [.stage, .interview, .interview, .written(.outgoing), .offer, .offer])
        #expect(lane?.standing == .closed)
        #expect(lane?.caption == "Acme · Boss")
        #expect(kinds(scene.lanes.first { $0.id == "p_boss" }) == [.call(.mutual)])
    }

    @Test("An interview and its interaction are one mark, and a no hides the e-mail that brought it")
    func merged() throws {
        var sketch = Sketch()
        sketch.add("boss", at: "acme")
        sketch.apply(to: "boss", [(.interview, "2026-02-16"), (.rejected, "2026-03-02")])
        let role = sketch.network.opportunities[0].id
        for (day, channel, direction) in [
            ("2026-02-16", Interaction.Channel.interview, Interaction.Direction.mutual),
            ("2026-03-02", .email, .incoming), ("2026-03-02", .email, .outgoing),
        ] {
            sketch.network.interactions.append(
                Interaction(
                    date: Timestamp(day)!, people: ["boss"], channel: channel, direction: direction,
                    opportunity: role))
        }
        #expect(kinds(try scene(sketch).lanes.first) == [.interview, .rejection, .written(.outgoing)])
    }

    @Test("Threads that wait come first, by due day, then live ones, then closed and quiet ones")
    func order() throws {
        var sketch = Sketch()
        for id in ["quiet", "live", "late", "later"] as [PersonID] { sketch.add(id, at: "acme") }
        sketch.talk(with: "quiet", "2025-09-01")
        sketch.talk(with: "live", "2026-04-01")
        sketch.write(to: "late", "2026-03-02")
        sketch.write(to: "later", "2026-03-20")
        let scene = try scene(sketch)
        #expect(scene.lanes.map(\.id) == ["p_late", "p_later", "p_live", "p_quiet"])
        #expect(scene.lanes.map(\.standing) == [.stalled, .stalled, .live, .closed])
        let late = try #require(scene.lanes[0].next)
        #expect(late.isOverdue)
        #expect(late.when.hasPrefix("since "))
        #expect(scene.subtitles.contains { $0.hasPrefix("2 threads are waiting for a reply") })
        #expect(scene.subtitles.contains { $0.contains("the longest silence is 38 days: Late") })
    }

    @Test("What is next says by when")
    func next() throws {
        var sketch = Sketch()
        sketch.add("star", at: "acme", isStar: true)
        sketch.talk(with: "star", "2026-04-01")
        let next = try #require(try scene(sketch).lanes.first?.next)
        #expect(!next.isOverdue)
        #expect(next.when == "by \(next.due.shortWords)")
        #expect(next.due > Sketch.today)
    }

    @Test("A reminder that was missed for months is late since it last came round, as in the call list")
    func missed() throws {
        var sketch = Sketch()
        sketch.add("star", at: "acme", isStar: true)
        sketch.talk(with: "star", "2026-01-02")
        let next = try #require(try scene(sketch).lanes.first?.next)
        let contact = try #require(try sketch.analysis().nextContacts.contacts.first)
        #expect(next.due == contact.day)
        #expect(next.isOverdue == (contact.day < Sketch.today))
        #expect(try scene(sketch).subtitles.contains("Next: Star. \(contact.action.what)."))
    }

    @Test("A referral is a mark of whoever gave the name")
    func referral() throws {
        var sketch = Sketch()
        sketch.add("giver", at: "acme")
        sketch.add("named", at: "acme")
        sketch.talk(with: "giver", "2026-03-03")
        sketch.network.referrals.append(
            Referral(from: "giver", to: "named", given: Sketch.day("2026-03-04")))
        let lane = try #require(try scene(sketch).lanes.first { $0.id == "p_giver" })
        #expect(kinds(lane) == [.call(.mutual), .referral])
        #expect(lane.marks.last?.tooltip == "4 Mar: Giver pointed you to Named")
    }

    @Test("Words before the axis are counted, and the axis is at most a year unless it is told otherwise")
    func since() throws {
        var sketch = Sketch()
        sketch.add("old", at: "acme")
        for day in ["2023-05-05", "2024-06-06", "2026-03-01", "2026-04-01"] {
            sketch.talk(with: "old", day)
        }
        let year = try scene(sketch)
        #expect(year.days.lowerBound == Sketch.today + -365)
        #expect(year.lanes[0].marks.count == 2)
        #expect(year.lanes[0].earlierCount == 2)
        let all = try scene(sketch, since: "2023-01-01")
        #expect(all.lanes[0].earlierCount == 0)
        let late = try scene(sketch, since: "2026-03-15")
        #expect(late.lanes[0].earlierCount == 3)
        // A timeline that would begin tomorrow still has a day.
        #expect(try scene(sketch, since: "2030-01-01").days.lowerBound < Sketch.today)
    }

    @Test("Many lanes are folded, some of each standing stay, and none is lost")
    func folded() throws {
        var sketch = Sketch()
        for number in 0..<40 {
            let id = PersonID("silent\(number)")
            sketch.add(id, at: "acme")
            sketch.write(to: id, "2026-03-02")
        }
        for number in 0..<40 {
            let id = PersonID("live\(number)")
            sketch.add(id, at: "acme")
            sketch.talk(with: id, "2026-04-02")
        }
        let scene = try scene(sketch)
        #expect(scene.lanes.count == 24)
        #expect(scene.lanes.count { $0.standing == .live } == 6)
        #expect(scene.folded == "and 56 more threads: 22 waiting, 34 live")
        #expect(scene.counts == [.stalled: 40, .live: 40])
        sketch.options = .everybody
        #expect(try self.scene(sketch).lanes.count == 80)
        #expect(try self.scene(sketch).folded == nil)
    }

    @Test("Marks are moved apart, keep their order and stay on the axis", arguments: 0..<50 as Range<UInt64>)
    func spread(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / Double(1 << 24)
        }
        let places = (0..<Int(random() * 40)).map { _ in 100 + random() * 300 }.sorted()
        let spread = TimelineMarks.spread(places, from: 100, to: 400)
        #expect(spread.count <= places.count)
        #expect(spread.count == places.count || spread.count >= 25)
        #expect(spread.allSatisfy { $0 >= 100 - 1e-6 && $0 <= 400 + 1e-6 })
        for (left, right) in zip(spread, spread.dropFirst()) {
            #expect(right - left >= TimelineMarks.distance - 1e-6)
        }
    }

    @Test("Months have labels where there is room, and January says the year")
    func months() {
        let quarter = TimeAxis(days: Sketch.day("2025-12-10")...Sketch.day("2026-04-09"), left: 0)
        #expect(quarter.months.map(\.label) == ["2026", "Feb", "Mar", "Apr"])
        #expect(quarter.x(of: Sketch.day("2025-01-01")) == 0)
        #expect(quarter.x(of: Sketch.day("2026-04-09")) == quarter.right)
        let decades = TimeAxis(days: Sketch.day("1990-01-01")...Sketch.day("2026-04-09"), left: 0)
        let labelled = decades.months.filter { !$0.label.isEmpty }
        #expect(labelled.count > 3)
        for (left, right) in zip(labelled, labelled.dropFirst()) { #expect(right.x - left.x >= 30) }
        let day = TimeAxis(days: Sketch.today...Sketch.today, left: 10)
        #expect(day.months.isEmpty)
        #expect(day.x(of: Sketch.today) == 10)
    }

    @Test("No one, one person, one word: a picture all the same")
    func degenerate() async throws {
        var sketch = Sketch()
        try await expectDrawn(sketch, "No conversation is recorded yet.")
        sketch.connect(["only"])
        try await expectDrawn(sketch, "No conversation is recorded yet.")
        sketch.write(to: "only", "2026-04-09")
        try await expectDrawn(sketch, "T")
    }

    private func expectDrawn(_ sketch: Sketch, _ words: String) async throws {
        let drawing = try Drawing(of: sketch.analysis(), as: .timeline, title: "T", options: sketch.options)
        let rendering = try await RenderPool.shared.svg(drawing.graph)
        #expect(rendering.warnings.isEmpty)
        #expect(RenderedSVG(rendering.bytes).texts.contains { $0.text == words })
    }

    @Test(
        "Every sample is drawn: complete, readable, the same again, no text on another",
        arguments: Sample.stories + Sample.cohort + [.thousand])
    func samples(sample: Sample) async throws {
        let svg = try await expectPicture(of: sample, as: .timeline)
        #expect(svg.texts.contains { $0.text.hasPrefix("today") })
    }
}
