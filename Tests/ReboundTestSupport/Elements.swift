public import Foundation
public import FoundationXML

/// The elements and attributes of an XML text.
public final class Elements: NSObject, XMLParserDelegate {
    /// Whether it is XML.
    public private(set) var isWellFormed = false
    /// The elements, in their order.
    public private(set) var names: [String] = []
    /// The names of all attributes.
    public private(set) var attributeNames: [String] = []
    /// What links and pictures lead to.
    public private(set) var links: [String] = []

    /// Reads a page as XML, which it is but for the document type, elements without an end and attributes without a
    /// value.
    public convenience init(html: String) {
        self.init(
            html.replacing("<!DOCTYPE html>", with: "")
                .replacing(/<(meta|img|input)([^>]*)>/) { "<\($0.output.1)\($0.output.2)/>" }
                .replacing(/<style>.*?<\/style>|<script>.*?<\/script>/.dotMatchesNewlines(), with: "")
                .replacing("\" checked ", with: "\" "))
    }

    /// Reads a text.
    public init(_ xml: String) {
        super.init()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    /// Takes an element in.
    public func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        names.append(element)
        attributeNames += attributes.keys.sorted()
        links += ["href", "src"].compactMap { attributes[$0] }
    }
}
