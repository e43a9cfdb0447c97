import Foundation
import Graphviz
import NetworkDrawing
import ReferralGraph
import Testing

/// Everybody a drawing says it shows is in the picture, by name.
func expectPeople(of drawing: Drawing, in svg: RenderedSVG, named network: ReferralNetwork) throws {
    let names = Dictionary(network.people.map { ($0.id, $0.name) }) { first, _ in first }
    #expect(svg.isWellFormed)
    #expect(svg.people.count == drawing.identifiers.count)
    for (person, id) in drawing.identifiers {
        let group = try #require(svg.group(id), "\(person)")
        let name = try #require(names[person])
        #expect(group.words.contains(name), "\(group.words)")
    }
}

/// The drawing is rendered at the first attempt, without a warning, twice the same, with everybody in it, legibly.
func expectPicture(of drawing: Drawing, showing network: ReferralNetwork) async throws {
    let first = try await RenderPool.shared.svg(drawing.graph)
    #expect(first.setbacks.isEmpty && first.warnings.isEmpty)
    #expect(try await RenderPool.shared.svg(drawing.graph).bytes == first.bytes)
    let svg = RenderedSVG(first.bytes)
    try expectPeople(of: drawing, in: svg, named: network)
    try expectLegible(svg)
}

/// No text is small or lies over another, no card over a card, and the picture is no tower.
func expectLegible(_ svg: RenderedSVG) throws {
    for text in svg.texts { #expect(text.pointSize >= 9, "\(text.text)") }
    let boxes = svg.texts.map { text in
        // The width is an estimate that errs on the safe side.
        var box = text.box
        let slack = 0.15 * (box.right - box.left)
        (box.left, box.right) = (box.left + slack, box.right - slack)
        return (text.text, box)
    }
    for (number, text) in boxes.enumerated() {
        for other in boxes.dropFirst(number + 1) {
            #expect(!text.1.overlaps(other.1), "\(text.0), \(other.0)")
        }
    }
    let cards = svg.people.compactMap { group in group.outline.map { (group.id, $0) } }
    for (number, card) in cards.enumerated() {
        for other in cards.dropFirst(number + 1) {
            #expect(!card.1.overlaps(other.1), "\(card.0), \(other.0)")
        }
    }
    let outlines = svg.groups.compactMap(\.outline)
    let width = try #require(outlines.map(\.right).max()) - (try #require(outlines.map(\.left).min()))
    let height = try #require(outlines.map(\.bottom).max()) - (try #require(outlines.map(\.top).min()))
    #expect(height <= 2 * width)
}

/// The DOT source is the one on record; with `REBOUND_RECORD=1` it becomes that.
func expectRecorded(_ drawing: Drawing, as name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name).dot")
    let source = drawing.graph.source()
    if ProcessInfo.processInfo.environment["REBOUND_RECORD"] == "1" {
        try Data(source.utf8).write(to: file)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(source.split(separator: "\n") == recorded.split(separator: "\n"))
}
