import ReferralGraph
import Testing

@testable import ReboundWeb

@Suite("Addresses of pages")
struct PageAddressTests {
    @Test("An id of any characters stays one value of the query")
    func encoding() {
        #expect(PageAddress.person("a&b=c#d e/é") == "/person?id=a%26b%3Dc%23d%20e%2F%C3%A9")
    }
}
