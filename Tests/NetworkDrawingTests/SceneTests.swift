import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("What a scene says about people")
struct SceneTests {
    @Test("An offer outranks silence, silence a rejection, a rejection a step that is due")
    func standingPriority() throws {
        var sketch = Sketch()
        for id in ["offer", "silent", "rejected", "due"] as [PersonID] {
            sketch.add(id, at: CompanyID(id.text), isStar: true)
            sketch.talk(with: id, "2026-01-12")
        }
        for id in ["offer", "silent", "rejected"] as [PersonID] {
            sketch.apply(to: id, [(.interview, "2026-02-02"), (.rejected, "2026-02-10")])
        }
        for id in ["offer", "silent"] as [PersonID] { sketch.write(to: id, "2026-03-02") }
        sketch.apply(to: "offer", [(.interview, "2026-03-10"), (.offer, "2026-03-18")])
        let scene = try sketch.scene()
        let standings = (["offer", "silent", "rejected", "due"] as [PersonID]).map {
            scene.card($0)?.standing
        }
        #expect(standings == [.offer, .stalled, .rejected, .plain], "\(scene.cards)")
        #expect(scene.card("offer")?.note == "Offer 18 Mar")
        #expect(scene.card("silent")?.note == "Forward your own e-mail")
        #expect(scene.card("rejected")?.note == "Rejected 10 Feb")
        #expect(scene.card("due")?.note == "Send the monthly reminder")
    }

    @Test("Feedback and acceptance are part of the note, and so is the year when it is another one")
    func notes() throws {
        var sketch = Sketch()
        sketch.add("kind", at: "acme")
        sketch.add("boss", at: "acme")
        sketch.apply(to: "kind", [(.interview, "2025-11-03"), (.rejected, "2025-11-10")], feedback: true)
        sketch.apply(to: "boss", [(.offer, "2026-04-01"), (.accepted, "2026-04-03")])
        let scene = try sketch.scene()
        #expect(scene.card("kind")?.note == "Rejected 10 Nov 2025, gave feedback")
        #expect(scene.card("boss")?.note == "Offer accepted 3 Apr")
    }

    @Test("Of several decisions the latest counts, in whatever order they stand in the file")
    func latestDecision() throws {
        var sketch = Sketch()
        sketch.add("dan", at: "acme")
        sketch.apply(to: "dan", [(.interview, "2026-03-02"), (.rejected, "2026-03-09")])
        sketch.apply(to: "dan", [(.interview, "2026-01-05"), (.rejected, "2026-01-12")])
        let standing = try #require(OpportunityStanding.byPerson(in: sketch.network)["dan"])
        #expect(standing.rejection?.day == Sketch.day("2026-03-09"))
        #expect(standing.interview == Sketch.day("2026-03-02"))
        sketch.network.opportunities.reverse()
        #expect(OpportunityStanding.byPerson(in: sketch.network)["dan"] == standing)
    }

    @Test("A rejection that was followed by an offer is none")
    func reopened() throws {
        var sketch = Sketch()
        sketch.add("dan", at: "acme")
        sketch.apply(to: "dan", [(.rejected, "2026-03-02"), (.offer, "2026-03-09")])
        let standing = try #require(OpportunityStanding.byPerson(in: sketch.network)["dan"])
        #expect(standing.rejection == nil)
        #expect(standing.offer?.day == Sketch.day("2026-03-09"))
    }

    @Test("Each kind of link comes from its facts and says when")
    func links() throws {
        var sketch = Sketch()
        sketch.connect(["bare"], at: "acme")
        for id in ["spoke", "refused", "silent", "hired", "referrer"] as [PersonID] {
            sketch.add(id, at: id == "silent" ? "gamma" : "acme")
            sketch.talk(with: id, "2026-03-03", by: .meeting)
        }
        sketch.write(to: "silent", "2026-03-30")
        sketch.apply(to: "refused", [(.interview, "2026-03-10"), (.rejected, "2026-03-17")])
        sketch.apply(to: "hired", [(.interview, "2026-03-11"), (.offer, "2026-03-20")])
        sketch.add("named", at: "acme")
        sketch.network.referrals.append(
            Referral(from: "referrer", to: "named", given: Sketch.day("2026-03-03"), used: Sketch.today))
        sketch.write(to: "named", "2026-04-09")
        sketch.add("known", at: "beta")
        sketch.network.ties.append(Tie(from: "spoke", to: "known", strength: 0.9))
        let scene = try sketch.scene()
        func expect(_ id: PersonID, _ kind: NetworkScene.Link.Kind, from: PersonID?, _ label: [String]) {
            let link = scene.link(to: id)
            #expect(link?.kind == kind, "\(id)")
            #expect(link?.from == from, "\(id)")
            #expect(link?.label == label, "\(id)")
        }
        expect("bare", .contact, from: nil, [])
        expect("spoke", .contact, from: nil, ["meeting 3 Mar"])
        expect("refused", .interview, from: nil, ["interview 10 Mar"])
        expect("silent", .stalled, from: nil, ["e-mail 30 Mar"])
        expect("hired", .offer, from: nil, ["offer 20 Mar"])
        expect("named", .referral, from: "referrer", ["referral", "3 Mar"])
        expect("known", .suggested, from: "spoke", [])
    }

    @Test("Referrals in a circle break where they close it, and everybody keeps a way in")
    func circle() throws {
        var sketch = Sketch()
        for id in ["a", "b", "c"] as [PersonID] { sketch.add(id, at: "acme") }
        for (from, to, day) in [("a", "b", "2026-03-02"), ("b", "c", "2026-03-03"), ("c", "a", "2026-03-04")]
        {
            sketch.network.referrals.append(
                Referral(from: PersonID(from), to: PersonID(to), given: Sketch.day(day)))
        }
        let scene = try sketch.scene()
        #expect(scene.link(to: "a")?.from == nil)
        #expect(scene.link(to: "b")?.from == "a")
        #expect(scene.link(to: "c")?.from == "b")
        #expect(scene.links.hops == ["a": 1, "b": 2, "c": 3])
    }

    @Test(
        "The caption of a company with one person tells its silence, in the right number",
        arguments: [
            ("2026-04-08", "2026-04-08", "1 person"),
            ("2026-03-31", "2026-03-31", "Wrote; no reply for 9 days"),
            ("2026-03-24", "2026-03-31", "Wrote twice; no reply"),
        ])
    func silenceCaption(first: String, second: String, caption: String) throws {
        var sketch = Sketch()
        sketch.add("julie", at: "acme")
        sketch.network.people[1].phones = ["555-0100"]
        sketch.write(to: "julie", first)
        if second != first { sketch.write(to: "julie", second, purposes: [.followUp]) }
        #expect(try sketch.scene().lane("acme")?.caption == caption)
    }

    @Test(
        "No rule about a silence is forgotten: a third ask and a return to the first person have a caption, too"
    )
    func laterSilenceCaption() throws {
        var sketch = Sketch()
        sketch.add("julie", at: "acme")
        sketch.network.people[1].phones = ["555-0100"]
        for (day, purpose) in [("2026-01-15", Interaction.Purpose.outreach), ("2026-01-22", .followUp)] {
            sketch.write(to: "julie", day, purposes: [purpose])
        }
        sketch.write(to: "julie", "2026-01-29", purposes: [.followUp])
        #expect(try sketch.scene().lane("acme")?.caption == "Wrote three times; no reply")

        var first = Sketch()
        first.add("julie", at: "acme")
        first.write(to: "julie", "2026-03-24")
        #expect(try first.scene(policy: .threeB7).lane("acme")?.caption == "Wrote; no reply for 16 days")
    }

    @Test("A message left by telephone was not written")
    func calledCaption() throws {
        var sketch = Sketch()
        sketch.add("julie", at: "acme")
        sketch.network.people[1].phones = ["555-0100"]
        sketch.write(to: "julie", "2026-03-31", by: .call)
        #expect(try sketch.scene().lane("acme")?.caption == "Called; no reply for 9 days")
    }

    @Test("A caption counts departments while there are few people, else people, and what became of them")
    func countingCaption() throws {
        var sketch = Sketch()
        for (id, department) in [("a", "Brand"), ("b", "Insights"), ("c", "Insights")] {
            sketch.add(PersonID(id), at: "acme", department: department)
        }
        sketch.add("single", at: "solo")
        sketch.apply(to: "a", [(.interview, "2026-03-02"), (.rejected, "2026-03-10")])
        sketch.apply(to: "b", [(.interview, "2026-03-02"), (.rejected, "2026-03-11")])
        sketch.apply(to: "c", [(.offer, "2026-03-12")])
        #expect(try sketch.scene().lane("acme")?.caption == "2 departments · 2 rejections · 1 offer")
        #expect(try sketch.scene().lane("solo")?.caption == "1 person")
        for number in 0..<3 { sketch.add(PersonID("extra \(number)"), at: "acme", department: "Legal") }
        #expect(try sketch.scene().lane("acme")?.caption == "6 people · 2 rejections · 1 offer")
    }

    @Test("People without a company, or with one that is not recorded, stand outside the lanes")
    func loose() throws {
        var sketch = Sketch()
        sketch.connect(["free"])
        sketch.connect(["lost"], at: "ghost")
        sketch.connect(["kept"], at: "acme")
        sketch.network.companies.removeAll { $0.id == "ghost" }
        let scene = try sketch.scene()
        #expect(scene.looseCards.map(\.person) == ["free", "lost"])
        #expect(scene.lanes.map(\.company) == ["acme"])
    }

    @Test("Without a summary the subtitle counts, in the right number")
    func subtitle() throws {
        var sketch = Sketch()
        sketch.connect(["a"], at: "acme")
        #expect(try sketch.scene().subtitles == ["1 person, 1 company"])
        sketch.connect(["b"], at: "solo")
        #expect(try sketch.scene().subtitles == ["2 people, 2 companies"])
        sketch.network.summary = "In short."
        #expect(try sketch.scene().subtitles == ["In short."])
    }
}
