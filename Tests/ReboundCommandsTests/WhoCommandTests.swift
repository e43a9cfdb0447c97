import Foundation
import ReboundTestSupport
import Testing

/// `who` on the stories in Samples, and on lists.
@Suite("Who you know at companies")
struct WhoCommandTests {
    private static let network = [
        "--in", "\(ReboundProcess.samples)/three-referrals.json", "--as-of", "2026-04-09",
    ]

    private func who(
        _ arguments: String..., list: String? = nil, code: Int32 = 0
    ) async throws -> ReboundProcess.Outcome {
        try await TemporaryFolder.with { folder in
            if let list { try folder.write(list, to: "list.csv") }
            let outcome = try await ReboundProcess.run(
                ["who"] + arguments + Self.network, in: folder.path, environment: ["COLUMNS": "80"])
            #expect(outcome.code == code, "\(outcome.error)")
            return outcome
        }
    }

    @Test("one line a company, and who it is below it")
    func text() async throws {
        let outcome = try await who("northgate")
        #expect(
            outcome.output == """
                Northgate Health: 1 there now
                  now          Julie Brandt · Head of Operations · Operations · last contact 3
                               Apr

                """)
    }

    @Test("a list answers every line in its order, and no one is an answer")
    func list() async throws {
        let names = "Stage;Firma\nx;Acme\nx;northgate\nx;Norhgate Health\nx;Acme\n"
        let outcome = try await who("list.csv", "--csv", list: names)
        #expect(
            outcome.output.lines == [
                "asked,company,priority,now,used to be there,worked there with you,an introduction away,"
                    + "out of reach,on hold,note",
                "Acme,,,,,,,,,no one",
                "northgate,Northgate Health,B,\"Julie Brandt, Head of Operations\",,,,,,",
                "Norhgate Health,,,,,,,,,\"no one; did you mean “Northgate Health”?\"", "Acme,,,,,,,,,no one",
            ])
    }

    @Test("the JSON is what its schema says, and the same each time")
    func json() async throws {
        let names = "Company\nAcme\nNorthgate\nFortune 500\nbank\n"
        let outcome = try await who("list.csv", "--json", list: names)
        #expect(outcome.output == (try await who("list.csv", "--json", list: names)).output)
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/who.schema.json")
        #expect(try schema.problems(of: Data(outcome.output.utf8)) == [])
        let large = try await ReboundProcess.run(
            [
                "who", "Greyfen Paper", "Larkspur", "--in", "thousand.json", "--as-of", "2026-04-10",
                "--json",
            ], in: ReboundProcess.samples)
        #expect(try schema.problems(of: Data(large.output.utf8)) == [])
    }

    @Test("one company typed that is not there: the nearest spelling, or the person of that name")
    func unknown() async throws {
        let misspelt = try await who("norhgate", code: 1)
        #expect(misspelt.error.contains("did you mean “northgate”?"))
        #expect(try await who("gate", code: 1).output == "")
        #expect(try await who("dan", code: 1).error.contains("a person; write: rebound show dan"))
        #expect(try await who("Northgate", "Health").output.hasPrefix("Northgate Health: 1 there now"))
        #expect(try await who("gate", "northgate").output.hasPrefix("gate: no one\nNorthgate Health:"))
    }

    @Test("what is wrong with a list is said with its line")
    func badLists() async throws {
        let ragged = try await who("list.csv", list: "Company,City\nTarn\n", code: 65)
        #expect(ragged.error.contains("list.csv:2: error: [row-ragged]"))
        #expect(try await who("list.csv", list: "", code: 65).error.contains("hint: the file is empty"))
        #expect(try await who("list.csv", list: "Company\n", code: 65).error.contains("[list-empty]"))
        #expect(try await who("none.csv", code: 66).error.contains("none.csv: no such file"))
        #expect(try await who("-", "-", code: 64).error.contains("Standard input can be read once"))
        #expect(try await who(" ", code: 64).error.contains("is empty"))
        #expect(try await who("x", "--json", "--csv", code: 64).output == "")
    }
}
