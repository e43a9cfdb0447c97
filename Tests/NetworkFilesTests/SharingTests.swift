import Foundations
import NetworkFiles
import ReferralGraph
import Testing

@Suite("How far a network may help others, in files")
struct SharingTests {
    private func read(_ sharing: String) -> ReadResult {
        let text = """
            {"format": "rebound-network", "version": 1, "seeker": "me",
             "sharing": \(sharing),
             "people": [{"id": "me", "name": "Mia"}]}
            """
        return NetworkJSONReader.read(bytes: Array(text.utf8), file: "net.json", asOf: nil)
    }

    @Test(
        "Each level comes back the same from both kinds of file, and the usual one is not written",
        arguments: Sharing.allCases)
    func comesBack(sharing: Sharing) throws {
        let network = ReferralNetwork(
            seeker: "me", people: [Person(id: "me", name: "Mia")], sharing: sharing)
        let bytes = NetworkJSONWriter.bytes(of: network)
        let isWritten = String(decoding: bytes, as: UTF8.self).contains("\"sharing\"")
        #expect(isWritten == (sharing != .nothing))
        #expect(NetworkJSONReader.read(bytes: bytes, file: "net.json", asOf: nil).network == network)
        let tables = NetworkCSVWriter.tables(of: network)
        #expect(NetworkCSVReader.read(tables: tables, folder: "net", asOf: nil).network == network)
        #expect(read("\"\(sharing.rawValue)\"").network?.sharing == sharing)
    }

    @Test(
        "Anything else is an error with its line and the three words",
        arguments: ["\"Named\"", "\"all\"", "\"\"", "\"nothing\"", "true", "null", "[\"named\"]", "1"])
    func unknown(sharing: String) throws {
        let result = read(sharing)
        #expect(result.network == nil)
        let error = try #require(result.diagnostics.first).description
        #expect(error.hasPrefix("net.json:2:"), "\(error)")
        if sharing.hasPrefix("\"") {
            #expect(
                error.contains("\"none\"") && error.contains("\"anonymous\"") && error.contains("\"named\""))
        }
    }

    @Test("In a table the word may be large or small, stands once, and is one of the three")
    func tables() throws {
        func read(_ rows: String) -> ReadResult {
            NetworkCSVReader.read(
                tables: [
                    ("people.csv", Array("id,name,seeker\nme,Mia,yes\n".utf8)),
                    ("network.csv", Array("key,value\n\(rows)".utf8)),
                ], folder: "net", asOf: nil)
        }
        #expect(read("sharing,Named\n").network?.sharing == .named)
        let unknown = read("title,Mine\nsharing,everyone\n")
        #expect(unknown.network == nil)
        let error = try #require(unknown.diagnostics.first).description
        #expect(error.hasPrefix("net/network.csv:3:") && error.contains("\"anonymous\""), "\(error)")
        #expect(
            read("sharing,named\nsharing,none\n").diagnostics.contains { $0.description.contains("again") })
    }
}
