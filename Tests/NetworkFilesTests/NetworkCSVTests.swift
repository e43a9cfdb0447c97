import Foundations
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

@Suite struct NetworkCSVTests {
    private func read(_ tables: [String: String]) -> ReadResult {
        NetworkCSVReader.read(
            tables: tables.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }, folder: "net",
            asOf: nil)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func randomNetworksComeBackTheSame(seed: UInt64) throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network()
        let tables = NetworkCSVWriter.tables(of: network)
        let result = NetworkCSVReader.read(tables: tables, folder: "net", asOf: nil)
        #expect(result.diagnostics == [])
        let read = try #require(result.network)
        #expect(NetworkJSONWriter.bytes(of: read) == NetworkJSONWriter.bytes(of: network))
        #expect(NetworkCSVWriter.tables(of: read).map(\.bytes) == tables.map(\.bytes))
    }

    @Test(
        "With the guard or without, every text comes back when the reader is told", arguments: [true, false])
    func formulasComeBackTheSame(isGuarded: Bool) throws {
        let texts = HostileText.formulas + ["'", "''", "''=1", "'+'", "'text", "'\t", "=", "+49 30 1"]
        let network = networkSaying(texts)
        let tables = NetworkCSVWriter.tables(of: network, guardsFormulas: isGuarded)
        let result = NetworkCSVReader.read(
            tables: tables, folder: "net", asOf: nil, guardsFormulas: isGuarded)
        #expect(result.diagnostics == [])
        #expect(
            try NetworkJSONWriter.bytes(of: #require(result.network)) == NetworkJSONWriter.bytes(of: network))
        let cells = try tables.flatMap { name, bytes in
            let document = try #require(CSVDocument.read(bytes: bytes, file: name).document)
            return document.rows.flatMap { row in (0..<row.count).map { document.text(row, $0) } }
        }
        let formulas = cells.filter { cell in
            cell.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        }
        #expect(formulas.isEmpty == isGuarded)
    }

    @Test func readsWhatASpreadsheetUserWrites() throws {
        let result = read([
            "People.csv": """
            ID;Name;Seeker;Time Zone;Company;Title;From;To;e-mails
            me;Mia Brand; Yes ;Europe/Berlin;;;;;
            dan ;Dan Okafor;;;acme;Engineer;2020-01-01;2023-12-31;dan@acme.example | d@home.example
            dan;;;;beta;Lead; 2024-01-01;;
            """,
            "companies.csv": "id,name,priority,referralProgramme\r\nacme,Acme,a,YES\r\nbeta,Beta,,no\r\n",
            "ties.csv": "from,to,kind,strength\nme,dan,Knows,0.5",
        ])
        #expect(result.diagnostics == [])
        let expected = ReferralNetwork(
            seeker: "me",
            people: [
                Person(id: "me", name: "Mia Brand", timeZone: "Europe/Berlin"),
                Person(
                    id: "dan", name: "Dan Okafor", emails: ["dan@acme.example", "d@home.example"],
                    employments: [
                        Employment(
                            company: "acme", title: "Engineer", from: CalendarDay("2020-01-01"),
                            to: CalendarDay("2023-12-31")),
                        Employment(company: "beta", title: "Lead", from: CalendarDay("2024-01-01")),
                    ]),
            ],
            companies: [
                Company(id: "acme", name: "Acme", priority: .a, hasReferralProgramme: true),
                Company(id: "beta", name: "Beta", hasReferralProgramme: false),
            ],
            ties: [Tie(from: "me", to: "dan", kind: .knows, strength: 0.5)])
        #expect(result.network == expected)
    }

    @Test func issuesStandInTheRowAndColumnThatCausesThem() {
        let result = read([
            "people.csv":
                "id,name,seeker,company,from,to\nme,Mia,yes,,,\ndan,Dan,,acme,2024-01-01,2023-01-01\ndan,,,acne,,\n",
            "companies.csv": "id,name\nacme,Acme\n",
            "opportunities.csv": """
            id,title,company,stage,date,people,participant,role,feedbackDate,feedbackFrom,feedback
            job,Lead,acme,applied,2026-01-01,,,,,,
            job,,,interview,2026-01-09,me | don | dam,danny,recruiter,2026-01-10,x,Nice
            """,
        ])
        #expect(
            result.diagnostics.map { "\($0.file):\($0.line ?? 0) \($0.path) \($0.identifier.rawValue)" } == [
                "net/people.csv:3 people.to dates-out-of-order",
                "net/people.csv:4 people.company dangling-reference",
                "net/opportunities.csv:3 opportunities.people dangling-reference",
                "net/opportunities.csv:3 opportunities.people dangling-reference",
                "net/opportunities.csv:3 opportunities.participant dangling-reference",
                "net/opportunities.csv:3 opportunities.feedbackFrom dangling-reference",
            ])
    }

    @Test func readsOtherNamesAndPagesAndWhoSomebodyIsNot() throws {
        let people = """
            id,name,seeker,otherNames,otherProfileURLs,distinctFrom
            me,Mia,yes,,,
            dan,Dan,,Danny | D. Okafor,https://dan.example | http://okafor.example,eve
            eve,Eve,,,,%
            """
        let ties = ["ties.csv": "from,to,kind,inferred\ndan,eve,knows,yes\nme,dan,knows,\n"]
        let good = people.split(separator: "%").joined()
        let network = try #require(read(["people.csv": good].merging(ties) { $1 }).network)
        #expect(network.people[1].otherNames == ["Danny", "D. Okafor"])
        #expect(network.people[1].otherProfileURLs == ["https://dan.example", "http://okafor.example"])
        #expect(network.people[1].distinctFrom == ["eve"])
        #expect(network.ties.map(\.isInferred) == [true, false])

        let bad = people.split(separator: "%").joined() + "eve | nobody"
        #expect(
            read(["people.csv": bad]).diagnostics.map {
                "\($0.line ?? 0) \($0.path) \($0.identifier.rawValue)"
            } == ["4 people.distinctFrom self-reference", "4 people.distinctFrom dangling-reference"])
    }

    @Test func raggedRowsDoNotMakeReferencesDangle() {
        let result = read([
            "people.csv": "id,name,seeker\nme,Mia,yes\ndan,Okafor,Dan,\n",
            "ties.csv": "from,to,kind\nme,dan,knows\n",
        ])
        #expect(result.diagnostics.map(\.identifier) == [.rowRagged])
    }

    @Test(.enabled(if: Corpora.folder != nil))
    func naughtyStringsComeBackTheSame() throws {
        let texts = try Corpora.naughtyStrings().filter {
            !$0.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        }
        #expect(texts.count > 400)
        let network = networkSaying(texts)
        let wanted = NetworkJSONWriter.bytes(of: network)
        let json = NetworkJSONReader.read(bytes: wanted, file: "net.json", asOf: nil)
        #expect(json.diagnostics == [])
        #expect(try NetworkJSONWriter.bytes(of: #require(json.network)) == wanted)
        let csv = NetworkCSVReader.read(
            tables: NetworkCSVWriter.tables(of: network), folder: "net", asOf: nil)
        #expect(csv.diagnostics == [])
        #expect(try NetworkJSONWriter.bytes(of: #require(csv.network)) == wanted)
    }

    /// A network with each text in every field that can hold any text.
    private func networkSaying(_ texts: [String]) -> ReferralNetwork {
        let day = CalendarDay(number: 20_000)
        let signals = texts.map {
            Signal(kind: .growth, date: day, department: $0, title: $0, note: $0)
        }
        return ReferralNetwork(
            title: texts[0], summary: texts[1], seeker: "me",
            people: [
                Person(
                    id: "me", name: "Mia", emails: texts, phones: texts,
                    employments: texts.map { Employment(company: "acme", title: $0, department: $0) },
                    observations: texts, signals: signals)
            ] + texts.indices.map { Person(id: PersonID("p\($0)"), name: texts[$0]) },
            companies: [Company(id: "acme", name: "Acme", signals: signals)]
                + texts.indices.map { Company(id: CompanyID("c\($0)"), name: texts[$0]) },
            opportunities: [
                Opportunity(
                    id: "job", title: "Job", company: "acme",
                    stages: texts.map { StageEvent(stage: .applied, date: Timestamp(day), note: $0) },
                    feedback: texts.map { Feedback(date: day, text: $0) })
            ]
                + texts.indices.map {
                    Opportunity(
                        id: OpportunityID("o\($0)"), title: texts[$0], company: "acme", department: texts[$0])
                },
            ties: texts.map { Tie(from: "me", to: "p0", how: $0) },
            referrals: texts.map { Referral(from: "p0", to: "p1", given: day, note: $0) },
            interactions: texts.map {
                Interaction(
                    date: Timestamp(day), people: ["p0"], channel: .email, direction: .outgoing, thread: $0,
                    subject: $0, note: $0, promise: Promise(by: .them, kind: .other, what: $0))
            })
    }
}
