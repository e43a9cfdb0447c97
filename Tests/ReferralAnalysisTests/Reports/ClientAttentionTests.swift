import AnalysisTestSupport
import DateLiterals
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("What a coach should know about a client")
struct ClientAttentionTests {
    private func kinds(_ analysis: NetworkAnalysis) -> [ClientAttention.Kind] {
        analysis.attention().matters.map(\.kind)
    }

    @Test("A no is a follow-up until the thank-you and the call are made, with the days its window has left")
    func followUp() throws {
        func refused(asOf moment: Timestamp, thanked: Bool = false) throws -> ClientAttention {
            try analyse(asOf: moment) {
                $0.person("dan")
                $0.refused(by: "dan", "2026-03-09")
                if thanked {
                    $0.wrote("dan", on: "2026-03-10", .thankYou, about: "role")
                    $0.talked(with: "dan", on: "2026-03-11", about: "role")
                }
            }.attention()
        }
        let open = try #require(try refused(asOf: "2026-03-10").matters.first)
        #expect(open.kind == .followUp)
        #expect(open.person != nil && open.role != nil && open.count == 1)
        let last = try #require(open.until)
        #expect(last > "2026-03-10")
        #expect(try refused(asOf: Timestamp(last)).matters.contains { $0.kind == .followUp })
        #expect(try !refused(asOf: Timestamp(last + 1)).matters.contains { $0.kind == .followUp })
        #expect(
            try !refused(asOf: "2026-03-12", thanked: true).matters.contains { $0.kind == .followUp })
    }

    @Test(
        "Nothing done is told from the seventh day on",
        arguments: [("2026-03-15", false), ("2026-03-16", true), ("2026-03-17", true)] as [(Timestamp, Bool)])
    func idle(_ moment: Timestamp, _ isIdle: Bool) throws {
        let analysis = try analyse(asOf: moment) {
            $0.person("bob")
            $0.wrote("bob", on: "2026-03-09", .outreach)
        }
        #expect(kinds(analysis).contains(.idle) == isIdle)
        #expect(analysis.attention().lastAct == "2026-03-09")
    }

    @Test("A client who has done nothing at all needs the coach, one who has signed does not")
    func ends() throws {
        let nothing = try analyse(asOf: "2026-03-10") { $0.person("bob") }
        #expect(kinds(nothing) == [.idle])
        #expect(nothing.attention().matters.first?.day == nil)
        let signed = try analyse(asOf: "2026-06-10") {
            $0.person("dan")
            $0.refused(by: "dan", "2026-03-09")
            $0.network.opportunities[0].stages = [.init(stage: .accepted, date: "2026-03-09")]
        }
        #expect(!kinds(signed).contains(.idle) && !kinds(signed).contains(.silent))
    }

    @Test("All is silent when every open thread waits for the other side")
    func silent() throws {
        func analysis(answers: Bool) throws -> NetworkAnalysis {
            try analyse(asOf: "2026-03-20") {
                for id in ["bob", "eve"] as [PersonID] { $0.person(id, at: CompanyID(id.text)) }
                $0.wrote("bob", on: "2026-03-09", .outreach)
                $0.wrote("eve", on: "2026-03-10", .outreach)
                if answers { $0.heard(from: "eve", on: "2026-03-19") }
            }
        }
        let silent = try #require(
            try analysis(answers: false).attention().matters.first { $0.kind == .silent })
        #expect(silent.count == 2)
        #expect(try !kinds(analysis(answers: true)).contains(.silent))
    }

    @Test(
        "A name is new for seven days, and until it is used",
        arguments: [
            ("2026-03-10", false, true), ("2026-03-16", false, true), ("2026-03-17", false, false),
            ("2026-03-10", true, false),
        ] as [(Timestamp, Bool, Bool)])
    func chain(_ moment: Timestamp, _ isUsed: Bool, _ isNew: Bool) throws {
        let analysis = try analyse(asOf: moment) {
            $0.person("bob")
            $0.person("zoe", at: "other")
            $0.talked(with: "bob", on: "2026-03-09")
            $0.network.referrals.append(Referral(from: "bob", to: "zoe", given: "2026-03-09"))
            if isUsed { $0.wrote("zoe", on: "2026-03-10", .outreach) }
        }
        #expect(kinds(analysis).contains(.chain) == isNew)
    }

    @Test(
        "An interview is told within a week",
        arguments: [("2026-03-12", true), ("2026-03-17", true), ("2026-03-18", false)] as [(Timestamp, Bool)])
    func interview(_ date: Timestamp, _ isTold: Bool) throws {
        let analysis = try analyse(asOf: "2026-03-10") {
            $0.person("dan")
            $0.wrote("dan", on: "2026-03-09", .outreach)
            $0.talked(with: "dan", on: date, by: .interview) { $0.agreed = "2026-03-09" }
        }
        #expect(kinds(analysis).contains(.interview) == isTold)
    }

    @Test("The first matter's kind decides who comes first, then its day")
    func order() {
        func client(_ kind: ClientAttention.Kind?, _ day: CalendarDay = "2026-03-10") -> ClientAttention {
            ClientAttention(matters: kind.map { [ClientAttention.Matter($0, day: day)] } ?? [])
        }
        let inOrder = ClientAttention.Kind.allCases.map { client($0) } + [client(nil)]
        for (first, second) in zip(inOrder, inOrder.dropFirst()) {
            #expect(first.isMoreUrgent(than: second) && !second.isMoreUrgent(than: first))
        }
        #expect(client(.idle, "2026-03-01").isMoreUrgent(than: client(.idle, "2026-03-02")))
    }

    @Test("Without calls, a follow-up is a message")
    func noPhone() throws {
        var network = NetworkBuilder()
        network.person("dan")
        network.refused(by: "dan", "2026-03-09")
        network.wrote("dan", on: "2026-03-10", .thankYou, about: "role")
        func step(_ policy: AnalysisPolicy) throws -> String? {
            try NetworkAnalysis(of: network.network, asOf: "2026-03-11", policy: policy)
                .attention().matters.first { $0.kind == .followUp }?.step
        }
        #expect(try #require(try step(.standard)).lowercased().contains("call"))
        var written = AnalysisPolicy.standard
        written.playbook.avoidsCalls = true
        #expect(try #require(try step(written)).lowercased().contains("call") == false)
    }

    @Test("In a quiet view the follow-up stays, and no rejection is spoken of")
    func quiet() throws {
        var network = NetworkBuilder()
        network.person("dan")
        network.refused(by: "dan", "2026-03-09")
        let matter = try #require(
            try NetworkAnalysis(of: network.network, asOf: "2026-03-10", isQuiet: true).attention().matters
                .first)
        #expect(matter.kind == .followUp && matter.company == nil && matter.role == nil)
        #expect(try #require(matter.step).contains("“no”") == false)
    }
}
