import Foundation
import Foundations
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import AssistantServer

@Suite("The tools of assistants")
struct AssistantToolsTests {
    static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Samples").path

    private func network(
        _ sample: String = "three-referrals", on day: String = "2026-04-09",
        _ change: (inout AssistantView) -> Void = { _ in }
    ) throws -> AssistantNetwork {
        let now = try #require(Timestamp(day))
        var view = AssistantView(
            of: .file(path: "\(Self.samples)/\(sample).json"),
            settings: try Settings(environment: { $0 == "REBOUND_SETTINGS" ? Settings.none : nil })
        ) { now }
        change(&view)
        return try AssistantNetwork(view)
    }

    private func answer(
        _ name: String, _ arguments: String, in network: AssistantNetwork
    ) async throws -> ToolAnswer {
        let tool = try #require(network.offer.tools.first { $0.name == name })
        let said = try ToolArguments(
            JSONValue(.init(Array(arguments.utf8))), tool.arguments)
        return try await tool.run(said, RunningRequest { _, _, _ in })
    }

    @Test(
        "Each report fits the schema that the tool gives for it, and that of the command's JSON",
        arguments: ["three-referrals", "two-silences", "ten-reports", "stars-and-next-opening"])
    func schemas(sample: String) async throws {
        let network = try network(sample, on: "2026-04-10")
        let shown = try await network.live.current()
        let person = try #require(
            shown.network.people.first { $0.id != shown.network.seeker && !$0.doNotContact }
        ).id
        let company = try #require(shown.network.companies.first).id
        for (name, schema, arguments) in [
            ("today", "today", "{}"), ("who_to_contact_next", "next", #"{"count":3}"#),
            ("stalled_threads", "stalled", "{}"), ("explain_person", "why", #"{"person":"\#(person)"}"#),
            ("find", "find", #"{"words":"a","count":3}"#),
            ("who_is_at", "who", #"{"companies":["\#(company)","nowhere"]}"#),
            ("introduction_paths", "path", #"{"to":"\#(company)","is_company":true}"#),
            ("plan_week", "plan", #"{"minutes":60}"#), ("plan_week", "plan", #"{"explore":true}"#),
        ] {
            let bytes = try #require(try await answer(name, arguments, in: network).structured)
            let rules = try JSONSchema(contentsOf: "\(Self.samples)/\(schema).schema.json")
            #expect(try rules.problems(of: Data(bytes)) == [], "\(name)")
            let given = try #require(network.offer.tools.first { $0.name == name }?.outputSchema)
            let said = try JSONSerialization.jsonObject(with: Data(given)) as? NSDictionary
            let file = try Data(contentsOf: URL(filePath: "\(Self.samples)/\(schema).schema.json"))
            #expect(said == (try JSONSerialization.jsonObject(with: file) as? NSDictionary))
            #expect(!given.contains(10))
        }
        for (uri, schema) in [
            ("rebound://today", "today"), ("rebound://person/\(person)", "person"),
            ("rebound://company/\(company)", "company"),
        ] {
            let bytes = try #require(
                try await NetworkResources.read(uri, network, RunningRequest { _, _, _ in }))
            let rules = try JSONSchema(contentsOf: "\(Self.samples)/\(schema).schema.json")
            #expect(try rules.problems(of: Data(bytes)) == [], "\(uri)")
        }
    }

    @Test(
        "A name that means no one, or several, is refused with what to say instead",
        arguments: [
            ("explain_person", #"{"person":"zzz"}"#, "No one in the network is called “zzz”."),
            ("explain_person", #"{"person":"northgate"}"#, "is a company, and a person is wanted here"),
            ("introduction_paths", #"{"to":"zzz"}"#, "No one and no company in the network is called “zzz”."),
            ("introduction_paths", #"{"to":"you"}"#, "is the user; name someone else"),
            ("draft_message", #"{"person":"ruht"}"#, "Did you mean “"),
            (
                "draw_network", #"{"view":"company","about":"zzz"}"#,
                "No company in the network is called “zzz”."
            ),
            ("draw_network", #"{"about":"dan"}"#, "goes with the views chain, path and company"),
            ("draw_network", #"{"view":"path"}"#, "needs \"about\""),
            ("draw_network", #"{"view":"map","people":3}"#, "does not go with the view map"),
            ("who_to_contact_next", #"{"tag":"mentor"}"#, "mentor"),
            ("plan_week", #"{"calls":1,"minutes":1}"#, "two budgets"),
        ])
    func refusals(tool: String, arguments: String, words: String) async throws {
        let network = try network()
        do {
            _ = try await answer(tool, arguments, in: network)
            Issue.record("it was done")
        } catch let refusal as ToolRefusal {
            #expect(refusal.reason.contains(words))
        }
    }

    @Test("Long lists are cut to what a model can take in, and what is left out is said")
    func longLists() async throws {
        let network = try network("thousand")
        for (name, arguments, note) in [
            ("today", "{}", "These are the first 25 of "),
            ("today", #"{"count":3}"#, "These are the first 3 of "),
            ("stalled_threads", "{}", "These are the first 25 of "),
            ("who_to_contact_next", "{}", "people who are left out; `explain_person` says why of one."),
            ("find", #"{"words":"a","count":7}"#, "These are the first 7 of "),
        ] {
            let answer = try await answer(name, arguments, in: network)
            #expect((answer.structured?.count ?? 0) < 60_000, "\(name)")
            guard case .text(let said)? = answer.parts.dropFirst().first else {
                Issue.record("\(name) leaves out nothing")
                continue
            }
            #expect(said.contains(note), "\(name): \(said)")
        }
    }

    @Test("What is not to be seen is not there")
    func limits() async throws {
        try await TemporaryFolder.with { folder in
            let sample = try Data(contentsOf: URL(filePath: "\(Self.samples)/thousand.json"))
            var file = try #require(try JSONSerialization.jsonObject(with: sample) as? [String: Any])
            var people = try #require(file["people"] as? [[String: Any]])
            for index in people.indices where index % 3 == 0 { people[index]["tags"] = ["mentor"] }
            file["people"] = people
            try folder.write([UInt8](JSONSerialization.data(withJSONObject: file)), to: "network.json")
            func today(_ change: (inout AssistantView) -> Void) async throws -> String {
                let network = try network { view in
                    view.source = .file(path: folder("network.json"))
                    change(&view)
                }
                let bytes = try await answer("today", #"{"next":50}"#, in: network).structured
                return String(decoding: bytes ?? [], as: UTF8.self)
            }
            let (whole, redacted) = (try await today { _ in }, try await today { $0.isRedacted = true })
            let mentor = try #require(Tag("mentor"))
            let some = try await today { $0.people = TagFilter(wanted: [[mentor]]) }
            func names(_ text: String) -> Set<String> {
                Set(people.compactMap { $0["name"] as? String }.filter { text.contains("\"\($0)\"") })
            }
            let mentors = Set(people.filter { $0["tags"] != nil }.compactMap { $0["name"] as? String })
            #expect(names(whole).count > 20)
            #expect(names(redacted) == [])
            #expect(names(some).count > 5)
            #expect(names(some).isSubset(of: mentors))
            let nowhere = try #require(Tag("nowhere"))
            await #expect(throws: ToolRefusal.self) {
                try await today { $0.people = TagFilter(wanted: [[nowhere]]) }
            }
        }
    }

    @Test("Every annotation is set, and nothing is recorded in a file or without leave")
    func annotations() throws {
        let reading = try network().offer.tools
        #expect(reading.map(\.records) == Array(repeating: false, count: 10))
        let recording = try network { $0.allowsRecording = true }.offer.tools
        #expect(recording.last?.name == "record")
        #expect(recording.last?.records == true)
        #expect(Set(recording.map(\.name)).count == 11)
    }

    @Test("A preview is recorded once, on its day, with its arguments")
    func previews() throws {
        func said(_ text: String) throws -> ToolArguments {
            try ToolArguments(JSONValue(.init(Array(text.utf8))), RecordableAct.arguments)
        }
        let previews = RecordPreviews()
        let (day, arguments) = (
            try #require(CalendarDay("2026-04-09")), try said(#"{"act":"note","note":"x"}"#)
        )
        let token = previews.keep(.init(arguments: arguments, entry: 4, day: day))
        #expect(throws: ToolRefusal.self) { try previews.redeem("x", of: arguments, on: day) }
        #expect(throws: ToolRefusal.self) {
            try previews.redeem(token, of: said(#"{"act":"note","note":"y"}"#), on: day)
        }
        #expect(try previews.redeem(token, of: arguments, on: day).entry == 4)
        #expect(throws: ToolRefusal.self) { try previews.redeem(token, of: arguments, on: day) }
        let late = previews.keep(.init(arguments: arguments, entry: 4, day: day))
        #expect(throws: ToolRefusal.self) {
            try previews.redeem(late, of: arguments, on: day + 1)
        }
        let first = previews.keep(.init(arguments: arguments, entry: 4, day: day))
        for _ in 0..<100 { _ = previews.keep(.init(arguments: arguments, entry: 4, day: day)) }
        #expect(throws: ToolRefusal.self) { try previews.redeem(first, of: arguments, on: day) }
    }

    @Test("Each act that can be recorded is one of the page's, and its arguments are in the schema")
    func acts() {
        let names = Set(RecordedAct.all.map(\.name))
        let arguments = Set(RecordableAct.arguments.map(\.name))
        for act in RecordableAct.all {
            #expect(names.contains(act.name))
            #expect(Set(act.fields.map(\.argument)).isSubset(of: arguments))
            #expect(Set(act.needed).isSubset(of: act.fields.map(\.argument)))
        }
    }
}
