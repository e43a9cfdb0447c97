import PageServer
import Testing

@Suite("Requests to the page server")
struct PageRequestTests {
    @Test("A name in a query has its first value, or all of them")
    func query() {
        let request = PageRequest(
            path: "/people", query: [.init("tag", "a"), .init("q", "x"), .init("tag", "b")])
        #expect(request["tag"] == "a")
        #expect(request["none"] == nil)
        #expect(request.values(of: "tag") == ["a", "b"])
    }
}
