import Foundation
import Graphviz
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

@Suite("Hostile text")
struct HostileTextTests {
    static let nasty = [
        "<script>alert(1)</script>", #"" onload="alert(1)"#, "'", "</text></svg>", "]]>", "<!-- --", "&copy;",
        #"\N \G \l \n"#, "javascript:alert(1)", "שלום עולם", "\u{202E}abc", "👩🏽‍💻🏴‍☠️", "line\nbreak\r\n\ttab",
        "\u{0}\u{1B}[31m", "", " ", "中文姓名", "e\u{301}\u{0336}", String(repeating: "W", count: 500),
        String(repeating: "long name ", count: 50), String(repeating: "👨‍👩‍👧‍👦", count: 125),
        "p_you", "more", "a", "A",
    ]

    private static let views: [DrawingView] = [.lanes, .ring, .timeline, .map]
    /// Nasty people who said no and gave the seeker each other's names.
    static var chain: ReferralNetwork {
        var network = ReferralNetwork(seeker: "you", people: [Person(id: "you", name: nasty[0])])
        for (number, text) in nasty.enumerated() {
            let (person, company) = (PersonID("\(text)#\(number)"), CompanyID(text + "#\(number)"))
            network.companies.append(Company(id: company, name: text))
            network.people.append(
                Person(
                    id: person, name: text, profileURL: text,
                    employments: [Employment(company: company, title: text, department: text)]))
            network.opportunities.append(
                Opportunity(
                    id: OpportunityID(text + "#\(number)"), title: text, company: company,
                    stages: [StageEvent(stage: .rejected, date: Timestamp("2026-03-01")!)],
                    participants: [Participant(person: person, role: .hiringManager)]))
            if number > 0 {
                let giver = network.people[(number + 1) / 2].id
                network.referrals.append(Referral(from: giver, to: person, given: Sketch.day("2026-03-04")))
                network.ties.append(Tie(from: giver, to: person, strength: 0.8, how: text))
            }
        }
        return network
    }

    /// The Big List of Naughty Strings, when the corpora are at hand.
    private static let naughty: [String] = {
        guard let corpora = ProcessInfo.processInfo.environment["REBOUND_CORPORA"],
            let json = FileManager.default.contents(atPath: corpora + "/torture/blns/blns.json"),
            let strings = try? JSONDecoder().decode([String].self, from: json)
        else { return [] }
        return strings
    }()

    @Test("Nasty text in every field of people, companies and opportunities")
    func nasty() async throws { try await expectHarmless(Self.nasty) }

    @Test("Naughty strings", .enabled(if: !naughty.isEmpty))
    func naughtyStrings() async throws {
        for start in stride(from: 0, to: Self.naughty.count, by: 40) {
            try await expectHarmless(Array(Self.naughty[start...].prefix(40)))
        }
    }

    @Test("Random networks with the worst text there is", arguments: 0..<40 as Range<UInt64>)
    func random(seed: UInt64) async throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network(size: 12)
        let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(Sketch.today))
        for view in Self.views {
            try await expectHarmless(try Drawing(of: analysis, as: view, title: network.title ?? ""))
        }
    }

    private func expectHarmless(_ texts: [String]) async throws {
        var network = ReferralNetwork(
            title: texts[0], summary: texts.joined(separator: " "), seeker: "the seeker",
            people: [Person(id: "the seeker", name: "You")])
        for (number, text) in texts.enumerated() {
            let other = texts[(number + 1) % texts.count]
            let person = PersonID("\(text)#\(number)")
            let company = CompanyID("\(other)#\(number / 3)")
            if number % 3 == 0 || number == 0 { network.companies.append(Company(id: company, name: other)) }
            network.people.append(
                Person(
                    id: person, name: text, profileURL: other,
                    employments: [Employment(company: company, title: other, department: text)],
                    isStar: number % 2 == 0))
            network.opportunities.append(
                Opportunity(
                    id: OpportunityID("\(text)#\(number)"), title: text, company: company, department: other,
                    stages: [
                        StageEvent(stage: .interview, date: Timestamp("2026-03-02")!, note: text),
                        StageEvent(
                            stage: [.rejected, .offer, .onHold][number % 3],
                            date: Timestamp("2026-03-09")!),
                    ], participants: [Participant(person: person, role: .hiringManager)]))
            if number % 4 == 3 {
                network.referrals.append(
                    Referral(from: network.people[number].id, to: person, given: Sketch.day("2026-03-04")))
            }
        }
        let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(Sketch.today))
        for view in Self.views {
            try await expectHarmless(
                try Drawing(of: analysis, as: view, title: texts[0], options: .everybody))
        }
    }

    func expectHarmless(_ drawing: Drawing) async throws {
        let rendering = try await RenderPool.shared.svg(drawing.graph)
        let svg = RenderedSVG(rendering.bytes)
        #expect(svg.isWellFormed)
        #expect(
            svg.elements.isSubset(of: [
                "svg", "g", "a", "title", "path", "polygon", "polyline", "ellipse", "text",
            ]))
        #expect(svg.links.allSatisfy { $0.hasPrefix("https://") || $0.hasPrefix("mailto:") })
        let ids = svg.groups.map(\.id)
        #expect(Set(ids).count == ids.count)
        // A timeline has one lane for all who take part in an opportunity.
        let isTimeline = svg.groups.contains { $0.classes.contains("timeline") }
        #expect(isTimeline || Set(drawing.identifiers.values).count == drawing.identifiers.count)
        for id in drawing.identifiers.values { #expect(svg.group(id) != nil, "\(id)") }
        // One name must not stretch the picture; a single letter with a heap of marks may.
        for card in svg.people where !card.words.contains(where: { $0.unicodeScalars.count > 12 }) {
            // A dot has none, being an ellipse.
            guard let outline = card.outline else { continue }
            #expect(outline.right - outline.left < 420, "\(card.words)")
        }
    }
}
