import Foundation
import FoundationXML
import Graphviz

extension RenderPool {
    /// One pool for all tests, whose worker is the `rebound` executable built beside them: a pool for each of
    /// them would starve the tests that measure time.
    static let shared = RenderPool(
        workerCount: 1,
        executable: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "rebound").path(percentEncoded: false))

    /// Draws an SVG, with time enough to wait until all other tests have been served.
    func svg(_ graph: DotGraph) async throws -> Rendering {
        try await render(graph, as: .svg, limits: RenderLimits(seconds: 900))
    }
}

/// A rectangle in points, y downwards.
struct Box: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func overlaps(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func contains(_ other: Box) -> Bool {
        left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }
}

/// What a strict XML parser finds in a picture: per group its texts, where they stand, and its outline.
final class RenderedSVG: NSObject, XMLParserDelegate {
    struct Text {
        let text: String
        /// Estimated from the number of letters.
        let box: Box
        let pointSize: Double
        let fill: String
    }

    struct Group {
        let id: String
        let classes: [Substring]
        var title = ""
        var texts: [Text] = []
        var outline: Box?

        var words: String { texts.map(\.text).joined(separator: " ") }
    }

    private(set) var isWellFormed = false
    private(set) var elements: Set<String> = []
    private(set) var groups: [Group] = []
    private(set) var links: [String] = []
    private(set) var texts: [Text] = []
    private var open: [Int?] = []
    private var characters = ""
    private var attributes: [String: String] = [:]

    init(_ bytes: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    var people: [Group] { groups.filter { $0.classes.contains("person") } }

    func group(_ id: SVGIdentifier) -> Group? { groups.first { $0.id == id.rawValue } }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes found: [String: String]
    ) {
        elements.insert(element)
        characters = ""
        attributes = found
        if let link = found["xlink:href"] { links.append(link) }
        if let id = found["id"], let classes = found["class"] {
            groups.append(Group(id: id, classes: classes.split(separator: " ")))
            open.append(groups.count - 1)
        } else {
            open.append(nil)
        }
        // The first path or polygon of a group goes around all of it.
        if let number = current, groups[number].outline == nil, let points = found["d"] ?? found["points"] {
            groups[number].outline = Self.bounds(points)
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { characters += string }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
        open.removeLast()
        let text = characters.replacing("\u{A0}", with: " ")
        if element == "title", let number = current { groups[number].title = text }
        if element == "text" {
            let found = Self.text(text, attributes)
            texts.append(found)
            if let number = current { groups[number].texts.append(found) }
        }
        characters = ""
    }

    private var current: Int? { open.last { $0 != nil } ?? nil }

    private static func text(_ text: String, _ attributes: [String: String]) -> Text {
        func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
        let size = number("font-size")
        let width = Double(text.count) * size * 0.62
        let start =
            switch attributes["text-anchor"] {
            case "middle": number("x") - width / 2
            case "end": number("x") - width
            default: number("x")
            }
        return Text(
            text: text,
            box: Box(left: start, top: number("y") - 0.8 * size, right: start + width, bottom: number("y")),
            pointSize: size, fill: attributes["fill"] ?? "")
    }

    private static func bounds(_ points: String) -> Box? {
        let numbers = points.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
        guard numbers.count >= 4 else { return nil }
        let across = stride(from: 0, to: numbers.count - 1, by: 2).map { numbers[$0] }
        let down = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
        return Box(left: across.min()!, top: down.min()!, right: across.max()!, bottom: down.max()!)
    }
}
