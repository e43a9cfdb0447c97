import Graphviz
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

/// What every picture that lays itself out has to keep.
///
/// It is drawn without a warning, twice the same, with every person in it, no text smaller than 9 points, no text on
/// another one outside of the caption, and not more than twice as high as wide.
@discardableResult
func expectPicture(
    of sample: Sample, as view: DrawingView, options: DrawingOptions = DrawingOptions()
) async throws -> RenderedSVG {
    let analysis = try sample.analysis()
    let drawing = try Drawing(of: analysis, as: view, title: sample.name, options: options)
    let first = try await RenderPool.shared.svg(drawing.graph)
    let second = try await RenderPool.shared.svg(
        try Drawing(of: analysis, as: view, title: sample.name, options: options).graph)
    #expect(first.bytes == second.bytes)
    #expect(first.rung == .pinned)
    #expect(first.warnings.isEmpty, "\(sample)")
    let svg = RenderedSVG(first.bytes)
    #expect(svg.isWellFormed)
    for (person, id) in drawing.identifiers { #expect(svg.group(id) != nil, "\(person)") }
    for text in svg.texts { #expect(text.pointSize >= 9, "\(text.text)") }
    // Graphviz itself keeps the lines of one label apart.
    let labels = svg.groups.filter { $0.id != "refnet" && !$0.texts.isEmpty }
    for (number, label) in labels.enumerated() {
        for other in labels.dropFirst(number + 1) {
            for text in label.texts {
                for otherText in other.texts where text.box.overlaps(otherText.box) {
                    Issue.record("\(sample): “\(text.text)” on “\(otherText.text)”")
                }
            }
        }
    }
    let outline = try #require(svg.groups.first { $0.id == "refnet" }?.outline)
    #expect(outline.bottom - outline.top <= 2 * (outline.right - outline.left), "\(sample)")
    return svg
}

/// No one, one person and one company are drawn, and no one is left out.
func expectDegenerate(as view: DrawingView) async throws {
    func expectDrawn(_ sketch: Sketch, people: Int) async throws {
        let drawing = try Drawing(of: sketch.analysis(), as: view, title: "T", options: sketch.options)
        #expect(drawing.foldedCount == 0)
        let rendering = try await RenderPool.shared.svg(drawing.graph)
        #expect(rendering.warnings.isEmpty)
        #expect(RenderedSVG(rendering.bytes).people.count == people)
    }
    var sketch = Sketch()
    try await expectDrawn(sketch, people: 0)
    sketch.connect(["only"])
    try await expectDrawn(sketch, people: 1)
    sketch.connect(["other"], at: "acme")
    try await expectDrawn(sketch, people: 2)
}
