import Graphviz
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("Rendered pictures")
struct RenderingTests {
    @Test(
        "Every sample is drawn on the first rung: well formed, complete, readable and the same again",
        arguments: Sample.stories + Sample.cohort + [.thousand])
    func samples(sample: Sample) async throws {
        let drawing = try sample.drawing()
        let first = try await RenderPool.shared.svg(drawing.graph)
        let second = try await RenderPool.shared.svg(try sample.drawing().graph)
        #expect(first.rung == .labelled)
        #expect(first.setbacks.isEmpty)
        #expect(first.warnings.isEmpty)
        #expect(first.bytes == second.bytes)
        let svg = RenderedSVG(first.bytes)
        #expect(svg.isWellFormed)
        let names = Dictionary(uniqueKeysWithValues: try sample.network().people.map { ($0.id, $0.name) })
        #expect(svg.people.count == drawing.identifiers.count)
        for (person, id) in drawing.identifiers {
            let group = try #require(svg.group(id), "\(person)")
            let name = try #require(names[person])
            #expect(group.words.contains(name), "\(group.words)")
            #expect(removingIsolates(group.title).hasPrefix(name))
        }
        for text in svg.texts { #expect(text.pointSize >= 9, "\(text.text)") }
        expectOrder(in: svg)
        try expectProportions(of: svg)
    }

    /// Cards keep apart, hold their text, and stand in columns.
    private func expectOrder(in svg: RenderedSVG) {
        let cards = svg.people.compactMap { group in group.outline.map { (group, $0) } }
        #expect(cards.count == svg.people.count)
        let lanes = svg.groups.filter { $0.classes.contains("company") }.compactMap(\.outline)
        for (number, (group, outline)) in cards.enumerated() {
            for (other, otherOutline) in cards.dropFirst(number + 1) {
                #expect(!outline.overlaps(otherOutline), "\(group.id), \(other.id)")
                for text in group.texts {
                    for otherText in other.texts {
                        #expect(!text.box.overlaps(otherText.box), "\(text.text), \(otherText.text)")
                    }
                }
            }
            for text in group.texts {
                #expect(text.box.top >= outline.top && text.box.bottom <= outline.bottom, "\(text.text)")
                #expect(text.box.left >= outline.left, "\(text.text)")
            }
            let around = lanes.filter { $0.overlaps(outline) }
            #expect(around.count <= 1 && around.allSatisfy { $0.contains(outline) }, "\(group.id)")
        }
        for (number, lane) in lanes.enumerated() {
            #expect(!lanes.dropFirst(number + 1).contains { $0.overlaps(lane) })
        }
        // Cards of a column begin and end at one line, or almost, where the font is not the one expected.
        for (number, (group, outline)) in cards.enumerated() {
            for (other, otherOutline) in cards.dropFirst(number + 1)
            where outline.left < otherOutline.right && otherOutline.left < outline.right {
                #expect(abs(outline.left - otherOutline.left) < 8, "\(group.id), \(other.id)")
                #expect(abs(outline.right - otherOutline.right) < 8, "\(group.id), \(other.id)")
            }
        }
    }

    /// No picture is more than twice as high as wide.
    private func expectProportions(of svg: RenderedSVG) throws {
        let boxes = svg.groups.compactMap(\.outline)
        let width = try #require(boxes.map(\.right).max()) - (try #require(boxes.map(\.left).min()))
        let height = try #require(boxes.map(\.bottom).max()) - (try #require(boxes.map(\.top).min()))
        #expect(height <= 2 * width)
    }

    @Test("The legend names what occurs, and nothing else")
    func legend() async throws {
        var sketch = Sketch()
        sketch.connect(["a"], at: "acme")
        sketch.options.badgesAtMost = 0
        #expect(try await legend(of: sketch) == ["In touch"])
        sketch.add("known", at: "acme")
        sketch.network.ties.append(Tie(from: "a", to: "known", strength: 0.9))
        sketch.options.badgesAtMost = 9
        #expect(try await legend(of: sketch) == ["In touch", "Not in touch yet", "Who to contact next"])
        sketch.add("boss", at: "acme", isStar: true)
        sketch.apply(to: "boss", [(.interview, "2026-03-02"), (.rejected, "2026-04-08")])
        sketch.talk(with: "boss", "2026-03-02", by: .interview)
        sketch.network.referrals.append(
            Referral(from: "boss", to: "a", given: Sketch.day("2026-04-08"), used: Sketch.today))
        #expect(
            try await legend(of: sketch) == [
                "Referral", "✕ Interview, then rejected", "Not in touch yet", "Warm contact",
                "Who to contact next",
            ])
    }

    private func legend(of sketch: Sketch) async throws -> [String] {
        let entries = [
            "In touch", "Referral", "✕ Interview, then rejected", "… Stalled thread", "✓ Offer",
            "Not in touch yet", "Warm contact", "Who to contact next",
        ]
        let drawing = try Drawing(of: try sketch.analysis(), title: "T", options: sketch.options)
        let svg = RenderedSVG(try await RenderPool.shared.svg(drawing.graph).bytes)
        let texts = Set(svg.texts.map(\.text))
        return entries.filter(texts.contains)
    }
}
