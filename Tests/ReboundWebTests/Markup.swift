/// The elements of a page, read strictly: every tag closed in its turn, every value in double quotation marks, no `<` or `&`
/// that is not markup. What a browser would forgive is a problem here.
struct Markup {
    struct Element {
        var name: String
        var attributes: [(name: String, value: String)]
        /// The names of the elements around it, outermost first.
        var path: [String]
        /// The text in it and in what is in it.
        var text = ""

        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    private(set) var elements: [Element] = []
    private(set) var problems: [String] = []
    private var open: [Int] = []
    private var rest: Substring

    private static let void: Set = ["meta", "link", "input", "br", "hr", "img"]
    private static let raw: Set = ["style", "script"]
    private static let entities: Set = ["amp", "lt", "gt", "quot", "#39"]

    init(_ page: String) {
        rest = page[...]
        let start = "<!DOCTYPE html>"
        if rest.hasPrefix(start) { rest = rest.dropFirst(start.count) } else { problems.append("no doctype") }
        while !rest.isEmpty {
            if rest.first == "<" { readTag() } else { readText(rest.prefix { $0 != "<" }) }
        }
        for position in open { problems.append("<\(elements[position].name)> is not closed") }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    private mutating func readText(_ text: Substring) {
        rest = rest[text.endIndex...]
        let value = decoded(text, in: "text")
        if text.contains(">") { problems.append("a bare > in “\(text.prefix(80))”") }
        for position in open { elements[position].text += value }
    }

    private mutating func decoded(_ text: Substring, in place: String) -> String {
        var result = ""
        var rest = text
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            let after = rest[rest.index(after: ampersand)...]
            guard let semicolon = after.firstIndex(of: ";"),
                Self.entities.contains(String(after[..<semicolon]))
            else {
                problems.append("a bare & in \(place): “\(rest.prefix(60))”")
                return result + rest
            }
            result += ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"][
                String(after[..<semicolon])]!
            rest = after[after.index(after: semicolon)...]
        }
        return result + rest
    }

    private mutating func readTag() {
        rest = rest.dropFirst()
        if rest.first == "/" {
            rest = rest.dropFirst()
            let name = takeName()
            if rest.first != ">" { problems.append("</\(name) goes on with “\(rest.prefix(20))”") }
            rest = rest.dropFirst()
            guard let position = open.popLast(), elements[position].name == name else {
                problems.append("</\(name)> closes something else")
                return
            }
            return
        }
        var element = Element(name: takeName(), attributes: [], path: open.map { elements[$0].name })
        if element.name.isEmpty { problems.append("“<” and no tag: \(rest.prefix(40))") }
        while let character = rest.first, character != ">", character != "/" {
            rest = rest.drop { $0 == " " || $0 == "\n" }
            if rest.first == ">" || rest.first == "/" { break }
            let name = takeName()
            if name.isEmpty {
                problems.append("<\(element.name) and no attribute: “\(rest.prefix(40))”")
                rest = rest.drop { $0 != ">" }
                break
            }
            if element[name] != nil { problems.append("<\(element.name)> has \(name) twice") }
            guard rest.first == "=" else {
                element.attributes.append((name, ""))
                continue
            }
            rest = rest.dropFirst()
            guard rest.first == "\"" else {
                problems.append("<\(element.name) \(name)= has no quotation mark: “\(rest.prefix(40))”")
                rest = rest.drop { $0 != ">" }
                break
            }
            let value = rest.dropFirst().prefix { $0 != "\"" }
            if value.contains("<") || value.contains(">") {
                problems.append("<\(element.name) \(name)> holds markup: “\(value.prefix(60))”")
            }
            element.attributes.append((name, decoded(value, in: name)))
            rest = rest[value.endIndex...].dropFirst()
        }
        let isClosed = rest.first == "/" && element.path.contains("svg")
        if rest.first == "/" { rest = rest.dropFirst() }
        if rest.first != ">" { problems.append("<\(element.name)> does not end: “\(rest.prefix(20))”") }
        rest = rest.dropFirst()
        elements.append(element)
        if isClosed || Self.void.contains(element.name) { return }
        open.append(elements.count - 1)
        if Self.raw.contains(element.name) {
            var text = ""
            while !rest.isEmpty, !rest.hasPrefix("</\(element.name)>") { text.append(rest.removeFirst()) }
            elements[elements.count - 1].text = text
        }
    }

    private mutating func takeName() -> String {
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ":") }
        rest = rest[name.endIndex...]
        return String(name)
    }
}
