public import ReferralGraph

/// A picture as it stands in a page: SVG whose colours are the variables of the page's style sheet.
public struct PageDrawing: Sendable {
    /// The picture's markup, made to stand within HTML.
    package let markup: HTML
    /// Each line with the elements at its ends, as the page's script reads them.
    let connections: String
    /// The `id` of each person's element.
    package let identifiers: [PersonID: String]
    /// What is drawn: the kinds of line, and `company`, as far as they occur.
    package let layers: [Layer]

    /// Something that can be shown or hidden.
    package struct Layer: Equatable {
        /// A class of elements.
        package var name: String
        package var words: String

        static let all = [
            Layer(name: "referral", words: "Referrals"), Layer(name: "interview", words: "Rejections"),
            Layer(name: "stalled", words: "Stalled"), Layer(name: "offer", words: "Offers"),
            Layer(name: "contact", words: "In touch"), Layer(name: "suggested", words: "Not in touch"),
        ]
    }

    /// Takes a picture into a page.
    /// - Parameters:
    ///   - svg: The document; every text in it escaped, no script, link or style in it.
    ///   - name: The `id` of the picture: `net` for the one that answers; that of another goes before the `id`s of all
    ///     its elements, too.
    ///   - identifiers: The `id` of each shown person's element: letters, digits, `_`, `-`, `.`.
    ///   - connections: The `id` of each line and of the elements at its ends, of the same letters.
    /// - Complexity: O(bytes).
    public init(
        svg: [UInt8], name: String = "net", identifiers: [PersonID: String],
        connections: [(line: String, tail: String, head: String)]
    ) {
        let document = MarkupBytes(svg[...])
        self.identifiers = identifiers
        self.connections = connections.map { "\($0.line) \($0.tail) \($0.head)" }.joined(separator: ";")
        layers =
            Layer.all.filter { document.contains("class=\"edge \($0.name)\"") }
            + (document.contains("class=\"edge ") ? [Layer(name: "labels", words: "Labels")] : [])
            + (document.contains("class=\"cluster") ? [Layer(name: "companies", words: "Companies")] : [])

        let root = document.firstRange(of: "<svg").map { svg[$0.lowerBound...] } ?? []
        let end = root.firstIndex(of: UInt8(ascii: ">")) ?? root.endIndex
        let tag = root[..<end]
        var attributes = ""
        for name in ["role", "aria-label", "viewBox"] {
            if let value = Self.value(of: name, in: tag) { attributes += " \(name)=\"\(value)\"" }
        }
        for name in ["width", "height"] {
            // Points of the drawing become pixels of the page.
            if let value = Self.value(of: name, in: tag) {
                attributes += " \(name)=\"\(value.prefix { $0.isNumber || $0 == "." })\""
            }
        }
        var body = Self.without(
            ["font-family", "text-anchor=\"start", "stroke=\"none"], MarkupBytes(root[end...].dropFirst()))
        body = body.replacing(".00\"", with: "\"")
        if name != "net" { body = body.replacing(" id=\"", with: " id=\"\(name)-") }
        markup = HTML(verbatim: "<svg id=\"\(name)\"\(attributes)>" + RoundedRectangle.shortening(body.bytes))
    }

    /// The picture with its search, its layers and the buttons that zoom.
    /// - Parameters:
    ///   - heading: What stands above it; `nil` for nothing.
    ///   - note: A note about the picture.
    ///   - hint: What the keys do.
    ///   - addresses: The page that a person's element opens; without one it is lit up, with its lines.
    package func figure(
        heading: String?, note: String?, hint: String, addresses: [PersonID: String] = [:]
    ) -> HTML {
        let cards = identifiers.compactMap { person, id in addresses[person].map { "\(id) \($0)" } }.sorted()
        return """
            <figure id="picture">
            \(heading.html { "<h2>\($0)</h2>" })
            <div class="tools js-only">
            <input id="find" type="search" placeholder="Find someone  ( / )" aria-label="Find someone in the picture">
            \(layers.map { "<label><input type=\"checkbox\" checked data-layer=\"\($0.name)\"> \($0.words)</label>" })
            <span class="zoom"><button id="out" type="button" aria-label="Smaller">−</button><button id="in" type="button" aria-label="Larger">+</button><button id="fit" type="button">Fit</button></span>
            </div>
            <div id="stage" tabindex="0" role="region" aria-label="The picture; scrolls" data-lines="\(connections)"\(cards.isEmpty ? .empty : " data-cards=\"\(cards.joined(separator: ";"))\"")>
            \(markup)
            </div>
            <figcaption>\(note.html { "<p>\($0)</p>" })
            <p id="status" role="status" class="js-only"></p>
            <p class="js-only"><small>\(hint)</small></p>
            </figcaption>
            </figure>
            """
    }

    private static func value(of attribute: String, in tag: ArraySlice<UInt8>) -> String? {
        MarkupBytes(tag).firstRange(of: " \(attribute)=\"").map {
            String(decoding: tag[$0.upperBound...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
        }
    }

    /// Drops attributes that the page's style sheet or SVG's defaults say already. Quotation marks in texts are
    /// escaped, so that only attributes look like one.
    private static func without(_ attributes: [String], _ markup: MarkupBytes) -> MarkupBytes {
        attributes.reduce(markup) { markup, attribute in
            attribute.contains("=")
                ? markup.replacing(" \(attribute)\"")
                : markup.replacing(" \(attribute)=\"") { rest in
                    rest.firstIndex(of: UInt8(ascii: "\"")).map { $0 - rest.startIndex + 1 } ?? rest.count
                }
        }
    }
}

/// The colours of a page by light and by dark, by the names of its style sheet.
public struct PagePalette: Sendable {
    private let light: String
    private let dark: String

    /// Makes a palette.
    /// - Parameters:
    ///   - light: Names such as `ink` with colours such as `#1f2933`.
    ///   - dark: The same names.
    public init(light: [(name: String, color: String)], dark: [(name: String, color: String)]) {
        func declarations(_ colors: [(name: String, color: String)]) -> String {
            colors.map { "--\($0.name):\($0.color)" }.joined(separator: ";")
        }
        self.light = declarations(light)
        self.dark = declarations(dark)
    }

    /// The part of the style sheet that says which colours hold when: as the system has it, until the reader
    /// chooses; on paper always the light ones.
    package var style: String {
        """
        :root{color-scheme:light;\(light)}
        @media screen{:root[data-theme=dark]{color-scheme:dark;\(dark)}}
        @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;\(dark)}}

        """
    }
}
