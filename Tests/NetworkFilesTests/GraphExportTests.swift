import ReboundTestSupport
import ReferralGraph
import Testing

@testable import Foundations
@testable import NetworkFiles

@Suite("The graph of a network")
struct GraphExportTests {
    /// A network with every kind of edge.
    static let network = ReferralNetwork(
        title: "Mia & co", seeker: "me",
        people: [
            Person(id: "me", name: "Mia Brand"),
            Person(
                id: "dan", name: "Dan Okafor", emails: ["dan@example.com"], phones: ["555-0101"],
                timeZone: "America/Chicago",
                employments: [
                    Employment(
                        company: "acme", title: "Lead", department: "R&D", from: CalendarDay("2020-01-01"))
                ],
                isStar: true, observations: ["plays the oboe"], directReports: 4),
            Person(id: "ruth", name: "Ruth", doNotContact: true),
        ],
        companies: [Company(id: "acme", name: "Acme", priority: .a, hasReferralProgramme: true)],
        opportunities: [
            Opportunity(
                id: "job", title: "Engineer", company: "acme", department: "R&D",
                stages: [
                    StageEvent(stage: .rejected, date: Timestamp("2026-03-01")!),
                    StageEvent(stage: .applied, date: Timestamp("2026-02-01")!),
                    StageEvent(stage: .interview, date: Timestamp("2026-02-11")!, people: ["dan", "ruth"]),
                ],
                participants: [Participant(person: "dan", role: .hiringManager)]),
            Opportunity(id: "other", title: "Analyst", company: "acme"),
        ],
        ties: [
            Tie(from: "dan", to: "ruth", strength: 0.25, how: "school"),
            Tie(from: "ruth", to: "dan", kind: .reportsTo),
        ],
        referrals: [
            Referral(
                from: "dan", to: "ruth", promised: CalendarDay("2026-03-02"),
                given: CalendarDay("2026-03-05"),
                opportunity: "job")
        ],
        interactions: [
            Interaction(
                date: Timestamp("2026-03-05T09:00")!, people: ["dan", "ruth"], channel: .call,
                direction: .mutual),
            Interaction(
                date: Timestamp("2026-02-03")!, people: ["dan"], channel: .email, direction: .outgoing),
        ])

    @Test("Each record becomes the node or the edge it stands for")
    func everyKind() throws {
        let graph = GraphExport(Self.network)
        #expect(
            graph.nodes.map(\.id) == [
                "person:me", "person:dan", "person:ruth", "company:acme", "opportunity:job",
                "opportunity:other",
            ])
        #expect(
            graph.edges.map { "\($0.id) \($0.source) \($0.kind.rawValue) \($0.target)" } == [
                "e1 person:dan knows person:ruth",
                "e2 person:ruth reports-to person:dan",
                "e3 person:dan referral person:ruth",
                "e4 person:dan works-at company:acme",
                "e5 opportunity:job offered-by company:acme",
                "e6 person:me applied-to opportunity:job",
                "e7 person:dan participates opportunity:job",
                "e8 person:ruth participates opportunity:job",
                "e9 opportunity:other offered-by company:acme",
                "e10 person:me considered-for opportunity:other",
                "e11 person:me in-touch person:dan",
                "e12 person:me in-touch person:ruth",
            ])
        #expect(
            graph.nodes[1].attributes == [
                .init(name: "ref", value: .text("dan")), .init(name: "seeker", value: .flag(false)),
                .init(name: "star", value: .flag(true)), .init(name: "doNotContact", value: .flag(false)),
                .init(name: "directReports", value: .integer(4)),
                .init(name: "timeZone", value: .text("America/Chicago")),
                .init(name: "signals", value: .integer(0)), .init(name: "interactions", value: .integer(2)),
                .init(name: "firstContact", value: .text("2026-02-03")),
                .init(name: "lastContact", value: .text("2026-03-05T09:00")),
            ])
        #expect(
            graph.nodes[4].attributes.suffix(2) == [
                .init(name: "stage", value: .text("rejected")),
                .init(name: "stageDate", value: .text("2026-03-01")),
            ])
        #expect(
            graph.edges[2].attributes == [
                .init(name: "stage", value: .text("given")),
                .init(name: "promised", value: .text("2026-03-02")),
                .init(name: "given", value: .text("2026-03-05")),
                .init(name: "opportunity", value: .text("opportunity:job")),
            ])
        #expect(graph.edges[0].attributes[1] == .init(name: "strength", value: .number(0.25)))
        #expect(graph.attributes.map(\.name) == ["title", "seeker"])
    }

    @Test("Addresses, numbers and observations stay at home")
    func privateFacts() {
        let graph = GraphExport(Self.network)
        for format in ExportFormat.allCases {
            guard let bytes = format.bytes(of: graph) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("Dan Okafor"), "\(format)")
            for secret in ["dan@example.com", "555-0101", "oboe"] {
                #expect(!text.contains(secret), "\(format)")
            }
        }
    }

    @Test("The catalogue's page names every kind and every attribute")
    func cataloguePage() throws {
        let page = String(
            decoding: try FileBytes.read(
                path: SchemaTests.root + "Sources/NetworkFiles/NetworkFiles.docc/GraphFiles.md"),
            as: UTF8.self)
        for kind in GraphExport.Edge.Kind.allCases { #expect(page.contains("| `\(kind.rawValue)` |")) }
        for kind in GraphExport.Node.Kind.allCases { #expect(page.contains("| `\(kind.rawValue)` |")) }
        for seed in 0..<20 as Range<UInt64> {
            var networks = RandomNetworks(seed: seed)
            let graph = GraphExport(networks.network(size: 12))
            for attribute in graph.attributes + graph.nodes.flatMap(\.everything)
                + graph.edges.flatMap(\.everything)
            {
                #expect(page.contains("`\(attribute.name)`"), "\(attribute.name)")
            }
        }
    }

    @Test("References that lead nowhere and repeated identifiers are passed over")
    func brokenNetworks() {
        var network = Self.network
        network.people.append(Person(id: "dan", name: "Another Dan"))
        network.companies = []
        network.seeker = "nobody"
        let graph = GraphExport(network)
        #expect(graph.nodes.count == 5)
        #expect(
            graph.edges.map(\.kind) == [.knows, .reportsTo, .referral, .participates, .participates])
        #expect(GraphExport(ReferralNetwork(seeker: "me", people: [])).nodes.isEmpty)
    }

    @Test(
        "A node's identifier is a name token, and what was different stays different",
        arguments: [
            ("dan", "person:dan"), ("x y", "person:x_x0020_y"), ("a_x0020_b", "person:a_x005F_x0020_b"),
            ("a_b", "person:a_b"), ("e\u{301}", "person:\u{E9}"), ("nul\u{0}", "person:nul_x0000_"),
            ("\u{F0000}", "person:_xF0000_"), ("李", "person:李"), ("<\">", "person:_x003C__x0022__x003E_"),
            ("", "person:"),
        ])
    func nodeIdentifiers(id: String, expected: String) {
        #expect(GraphText.nodeID(.person, id).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test("Hostile identifiers stay apart")
    func hostileIdentifiers() {
        let texts = Set(HostileText.all + HostileText.all.map { $0 + "_" } + ["a b", "a_x0020_b"])
        #expect(Set(texts.map { GraphText.nodeID(.person, $0) }).count == texts.count)
    }

    @Test(
        "Text loses what no format can carry, and nothing else",
        arguments: [
            ("Ada\u{0}\u{1B}[31m", "Ada[31m"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\t x ", "\t x "),
            ("e\u{301}\u{7F}\u{85}", "\u{E9}"), ("\u{FFFF}\u{FFFE}x", "x"),
            ("👩🏽‍💻 ﷺ \u{202E}abc", "👩🏽‍💻 ﷺ \u{202E}abc"), ("\r", "\n"), ("\n\r\n", "\n\n"),
        ])
    func cleanedText(text: String, expected: String) {
        #expect(GraphText.cleaned(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test(
        "Edges end at nodes, identifiers stand once, and a name has one type",
        arguments: 0..<40 as Range<UInt64>)
    func laws(seed: UInt64) {
        var networks = RandomNetworks(seed: seed)
        let graph = GraphExport(networks.network())
        let ids = Set(graph.nodes.map(\.id))
        #expect(ids.count == graph.nodes.count)
        #expect(Set(graph.edges.map(\.id)).count == graph.edges.count)
        #expect(graph.edges.allSatisfy { ids.contains($0.source) && ids.contains($0.target) })
        for attributes in [graph.nodes.flatMap(\.everything), graph.edges.flatMap(\.everything)] {
            var types: [String: Set<Int>] = [:]
            for attribute in attributes {
                let type =
                    switch attribute.value {
                    case .text: 0
                    case .integer: 1
                    case .number: 2
                    case .flag: 3
                    }
                types[attribute.name, default: []].insert(type)
            }
            #expect(types.values.allSatisfy { $0.count == 1 })
        }
        // Names that formats give a meaning of their own.
        let reserved: Set = ["id", "source", "target", "key", "weight", "directed", "relation"]
        for list in graph.nodes.map(\.everything) + graph.edges.map(\.everything) {
            #expect(Set(list.map(\.name)).count == list.count)
            #expect(reserved.isDisjoint(with: list.map(\.name)))
        }
    }
}
