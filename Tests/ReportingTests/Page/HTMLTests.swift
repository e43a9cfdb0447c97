import ReboundTestSupport
import Testing

@testable import Reporting

@Suite("Markup")
struct HTMLTests {
    @Test("What stands in a literal is markup, what is put in is text")
    func interpolation() {
        let name = "<b>\"Dan\" & 'Ruth'</b>"
        let cell: HTML = "<td title=\"\(name)\">\(name)</td>"
        let escaped = "&lt;b&gt;&quot;Dan&quot; &amp; &#39;Ruth&#39;&lt;/b&gt;"
        #expect(cell.text == "<td title=\"\(escaped)\">\(escaped)</td>")
        #expect(("<tr>\(cell)</tr>" as HTML).text == "<tr>\(cell.text)</tr>")
        #expect(("<p>\([cell, .empty, cell])\(7)</p>" as HTML).text == "<p>\(cell.text)\n\(cell.text)7</p>")
        #expect((nil as String?).html { "<p>\($0)</p>" } == .empty)
    }

    @Test("No text leaves the element or the attribute it was put in")
    func hostile() {
        for text in HostileText.all {
            let html: HTML = "<p title=\"\(text)\">\(text)</p>"
            let elements = Elements(html.text)
            #expect(elements.isWellFormed, "\(text)")
            #expect(elements.names == ["p"] && elements.attributeNames == ["title"], "\(text)")
        }
    }
}
