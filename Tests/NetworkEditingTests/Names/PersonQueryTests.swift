import NetworkEditing
import ReferralGraph
import Testing

@Suite("What a user types for a person")
struct PersonQueryTests {
    private static let network = ReferralNetwork(
        seeker: "me",
        people: [
            Person(id: "me", name: "Mia Brand"), Person(id: "dan", name: "Dan Whitfield"),
            Person(id: "dan-2", name: "Dan Okafor"), Person(id: "jose", name: "José Ibáñez"),
            Person(id: "asa", name: "Åse Müller"), Person(id: "mei-lin", name: "Mei-Lin Fong"),
            Person(id: "wang", name: "王小芳"), Person(id: "orourke", name: "Aisling O’Rourke"),
            Person(id: "twin-1", name: "Ana Silva"), Person(id: "twin-2", name: "Ana Silva"),
            Person(id: "daria", name: "Дарья Ковалёва"), Person(id: "nila", name: "नीला शर्मा"),
            Person(id: "Okafor", name: "Chidi Eze"), Person(id: "stra", name: "Ute Großmann"),
        ])

    @Test(
        "Exactly one person fits",
        arguments: [
            ("dan", "dan"), ("DAN-2", "dan-2"), ("Dan Whitfield", "dan"), ("dan whitfield", "dan"),
            ("whit", "dan"),
            ("whit dan", "dan"), ("d okaf", "dan-2"), ("jose", "jose"), ("José", "jose"),
            ("Jose\u{301}", "jose"),
            ("jose ibanez", "jose"), ("IBÁÑEZ", "jose"), ("ase", "asa"), ("muller", "asa"),
            ("Mu\u{308}ller", "asa"),
            ("mei-lin", "mei-lin"), ("Mei-Lin", "mei-lin"), ("lin", "mei-lin"), ("mei lin fong", "mei-lin"),
            ("王小芳", "wang"), ("小芳", "wang"), ("o'rourke", "orourke"), ("O’Rourke", "orourke"),
            ("twin-2", "twin-2"),
            ("Ковалева", "daria"), ("дарья", "daria"), ("नीला", "nila"), ("Okafor", "Okafor"), (" dan ", "dan"),
            ("ｄａｎ", "dan"), ("groß", "stra"), ("mia\u{3000}brand", "me"),
        ] as [(String, PersonID)])
    func one(text: String, id: PersonID) {
        #expect(PersonQuery(text).match(in: Self.network) == .one(id))
    }

    @Test("Several people fit, in the order of the network")
    func several() {
        func ids(_ text: String) -> [PersonID] {
            guard case .several(let people) = PersonQuery(text).match(in: Self.network) else { return [] }
            return people.map(\.id)
        }
        #expect(ids("ana silva") == ["twin-1", "twin-2"])
        #expect(ids("a s") == ["twin-1", "twin-2"])
        #expect(ids("o") == ["dan-2", "orourke"])
    }

    @Test(
        "No one fits; a near spelling is suggested",
        arguments: [
            ("Dan Whitfeld", "Dan Whitfield"), ("whitfeild", "Whitfield"), ("zzzzzz", nil), ("", nil),
            ("   ", nil),
            ("-", nil), ("\u{1B}[31m", nil), ("Chidi Ezze", "Chidi Eze"),
        ] as [(String, String?)])
    func none(text: String, suggestion: String?) {
        #expect(PersonQuery(text).match(in: Self.network) == .none(suggestion: suggestion))
    }

    @Test func nobodyIsFoundInAnEmptyNetwork() {
        let network = ReferralNetwork(seeker: "me", people: [])
        #expect(PersonQuery("dan").match(in: network) == .none(suggestion: nil))
    }
}
