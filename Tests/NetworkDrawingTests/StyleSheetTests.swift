import Graphviz
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("A picture in the colours of its page")
struct StyleSheetTests {
    @Test("Every theme has a colour for every name, and no two names share a placeholder")
    func names() {
        let names = Theme.styleSheet.styleColors.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(Theme.styleSheet.styleColors.map(\.color)).count == names.count)
        for theme in Theme.all {
            #expect(theme.styleColors.map(\.name) == names)
            #expect(theme.styleColors.allSatisfy { $0.color.wholeMatch(of: /#[0-9a-f]{6}/) != nil })
        }
    }

    @Test("Colours become variables, and texts stay")
    func variables() throws {
        let ink = try #require(Theme.styleSheet.styleColors.first { $0.name == "ink" }).color
        let svg = "<text fill=\"\(ink)\" stroke=\"#123456\">=&quot;\(ink)&quot; \(ink)</text><a b=\"\(ink)"
        let expected = svg.replacing("fill=\"\(ink)\"", with: "fill=\"var(--ink)\"")
        #expect(String(decoding: Theme.styleVariables(in: Array(svg.utf8)), as: UTF8.self) == expected)
        #expect(Theme.styleVariables(in: Array("=".utf8)) == Array("=".utf8))
    }

    @Test(
        "A rendered picture has no colour left that is not the page's, and no link", arguments: Sample.stories
    )
    func rendered(sample: Sample) async throws {
        var options = DrawingOptions()
        options.theme = .styleSheet
        options.linksPages = false
        let drawing = try sample.drawing(options: options)
        let bytes = try await RenderPool.shared.svg(drawing.graph).bytes
        let svg = String(decoding: Theme.styleVariables(in: bytes), as: UTF8.self)
        #expect(!svg.contains("=\"#") && svg.contains("var(--ink)") && !svg.contains("<a "))
        for line in drawing.graph.connections {
            for id in [line.id, line.tail, line.head] { #expect(svg.contains("id=\"\(id)\""), "\(id)") }
        }
        #expect(drawing.graph.connections.count == svg.matches(of: /class="edge/).count)
    }
}
