import NetworkEditing
import ReboundTestSupport
import ReferralGraph
import Testing

@Suite("Companies named in words")
struct CompanyQueryTests {
    private static let names = [
        "Harbor Savings Bank", "GreenApple", "Airbus", "Tarn & Sons, Inc.", "Bank of Tarn", "Mill GmbH",
        "The Mill", "Ærø Bakery", "First Harbor Bank", "Greenapple Foods",
    ]

    private func network(_ names: [String]) -> ReferralNetwork {
        ReferralNetwork(
            seeker: "me", people: [Person(id: "me", name: "Me")],
            companies: names.enumerated().map { Company(id: CompanyID("id-\($0)"), name: $1) })
    }

    @Test(
        "whole words in order, never a part of one",
        arguments: [
            ("apple", []), ("ai", []), ("bank", [0, 4, 8]), ("harbor bank", [0, 8]), ("bank harbor", []),
            ("savings", [0]), ("tarn and sons", [3]), ("Tarn & Sons LLC", [3]), ("mill", [5, 6]),
            ("aer", []), ("aero", [7]), ("ærø", [7]), ("id-1", [1]), ("", []), ("  ", []),
            ("greenapple", [1]),
        ] as [(String, [Int])])
    func finds(text: String, positions: [Int]) {
        #expect(Self.found(CompanyQuery(text).match(in: network(Self.names))) == positions)
    }

    @Test("many names at once find what each alone finds", arguments: 0..<20)
    func together(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let words = ["Tarn", "Mill", "Bank", "of", "and", "Inc", "GmbH", "Ærø", "北京", "The", "AI", "&"]
        func phrase() -> String {
            (0...Int(random.next() % 3)).map { _ in words[Int(random.next() % UInt64(words.count))] }
                .joined(separator: " ")
        }
        let network = network((0..<30).map { _ in phrase() })
        let texts = (0..<40).map { $0 % 10 == 0 ? "id-\($0)" : phrase() }
        let together = CompanyQuery.matches(texts, in: network)
        for (text, match) in zip(texts, together) {
            #expect(match == CompanyQuery(text).match(in: network))
            #expect(Self.found(match) == Self.byHand(text, network), "\(text)")
        }
    }

    private static func found(_ match: NameMatch<Company>) -> [Int] {
        switch match {
        case .one(let id): [Int(id.text.dropFirst(3))!]
        case .several(let companies): companies.map { Int($0.id.text.dropFirst(3))! }
        case .none: []
        }
    }

    /// Goes through all companies, without an index: by id, by whole name, by words in order.
    private static func byHand(_ text: String, _ network: ReferralNetwork) -> [Int] {
        let asked = CompanyName(text).words
        func positions(_ fits: (Company) -> Bool) -> [Int] {
            network.companies.enumerated().filter { fits($0.element) }.map(\.offset)
        }
        let byID = positions { $0.id.text == text }
        if !byID.isEmpty { return byID }
        let whole = positions { CompanyName($0.name).words == asked }
        if !whole.isEmpty { return whole }
        return positions { company in
            var rest = asked[...]
            for word in CompanyName(company.name).words where word == rest.first { rest = rest.dropFirst() }
            return rest.isEmpty
        }
    }
}
