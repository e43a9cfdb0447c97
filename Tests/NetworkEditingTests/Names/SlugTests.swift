import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import NetworkEditing

@Suite("Identifiers made of names")
struct SlugTests {
    @Test(
        "A name becomes small letters and hyphens; letters of every script stay",
        arguments: [
            ("Maria Lopez", "maria-lopez"), ("  José  Ibáñez ", "jose-ibanez"),
            ("Aisling O’Rourke", "aisling-orourke"),
            ("Mei-Lin Fong", "mei-lin-fong"), ("Łukasz Żółw", "lukasz-zolw"),
            ("Ute Großmann", "ute-grossmann"),
            ("王小芳", "王小芳"), ("Дарья Ковалёва", "дарья-ковалева"), ("नीला शर्मा", "नीला-शर्मा"),
            ("Acme (UK) Ltd.", "acme-uk-ltd"),
            ("3M", "3m"), ("…", "person"), ("", "person"), ("'", "person"), ("🏳️‍🌈", "person"),
            ("../../etc", "etc"),
        ])
    func names(name: String, id: String) {
        #expect(slug(of: name, notIn: { _ in false }) == id)
    }

    @Test("Namesakes are numbered from 2, past the numbers that are taken")
    func namesakes() {
        let taken: Set = ["dan", "dan-2", "dan-4", "person"]
        #expect(slug(of: "Dan", notIn: taken.contains) == "dan-3")
        #expect(slug(of: "!", notIn: taken.contains) == "person-2")
        #expect(slug(of: "!", notIn: taken.contains, orElse: "company") == "company")
    }

    @Test("A long name is cut, between words where it has any")
    func long() {
        let words = slug(of: String(repeating: "long ", count: 30), notIn: { _ in false })
        #expect(words.count <= 48 && words.hasSuffix("long"))
        #expect(slug(of: String(repeating: "x", count: 500), notIn: { _ in false }).count == 48)
    }

    @Test("Whatever the name, a network file takes the identifier")
    func hostile() throws {
        for text in HostileText.all {
            let id = PersonID(slug(of: text, notIn: { _ in false }))
            let network = ReferralNetwork(seeker: id, people: [Person(id: id, name: "Ann")])
            let read = NetworkJSONReader.read(
                bytes: NetworkJSONWriter.bytes(of: network), file: "n.json", asOf: nil)
            #expect(read.diagnostics == [], "\(text)")
            #expect(read.network == network, "\(text)")
        }
    }
}
