import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

@Suite struct NetworkJSONTests {
    @Test func readsTheSmallestNetwork() throws {
        let text = """
            {"format": "rebound-network", "version": 1, "seeker": "me", "people": [{"id": "me", "name": "Mia"}]}
            """
        let result = NetworkJSONReader.read(bytes: Array(text.utf8), file: "net.json", asOf: nil)
        #expect(result.diagnostics == [])
        #expect(result.network == ReferralNetwork(seeker: "me", people: [Person(id: "me", name: "Mia")]))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func randomNetworksComeBackTheSame(seed: UInt64) throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network()
        let bytes = NetworkJSONWriter.bytes(of: network)
        let result = NetworkJSONReader.read(bytes: bytes, file: "net.json", asOf: nil)
        #expect(result.diagnostics == [])
        let read = try #require(result.network)
        #expect(read == network)
        // Swift's == calls composed and decomposed letters equal; the bytes must be the same, too.
        #expect(NetworkJSONWriter.bytes(of: read) == bytes)
    }
}
