import Foundations
import NetworkEditing
import PageServer
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

/// A site over a store that holds what a test recorded.
struct PeopleSite {
    let own: OwnNetwork
    let site: ReboundSite

    init(_ folder: TemporaryFolder, isReadOnly: Bool = false) throws {
        let now = try #require(Timestamp("2026-04-09T10:00Z"))
        own = OwnNetwork(path: folder("network.db"), now: now)
        let settings = try Settings(environment: { $0 == "REBOUND_SETTINGS" ? Settings.none : nil })
        site = try ReboundSite(
            WebView(
                of: .store(path: own.path), settings: settings, isReadOnly: isReadOnly, clock: { now }))
    }

    func record(_ verb: (inout NetworkEditor) throws(EditError) -> Edit) throws {
        _ = try own.edit(verb)
    }

    func page(_ path: String, _ query: KeyValuePairs<String, String> = [:], status: Int = 200) async -> String
    {
        let response = await site.page(
            PageRequest(path: path, query: query.map { .init($0.key, $0.value) }))
        #expect(response.status == status, "\(path)")
        return String(decoding: response.body, as: UTF8.self)
    }

    /// What a form is told.
    struct Answer {
        var said: [String]
        var choices: [String]
        var entry: Int?
        var refusal: String?
    }

    func act(_ act: String, _ fields: [String: [String]], seen: Int? = nil) async throws -> Answer {
        var json = JSONWriter()
        json.object { json in
            json.key("act")
            json.string(act)
            if let seen {
                json.key("seen")
                json.integer(seen)
            }
            json.key("fields")
            json.object { json in
                for (name, texts) in fields.sorted(by: { $0.key < $1.key }) {
                    json.key(name)
                    json.array { json in for text in texts { json.string(text) } }
                }
            }
        }
        let response = await site.act(PageRequest(path: "/do", body: json.bytes))
        let answer = try JSONDocument(response.body)
        func texts(_ key: String, _ inner: String? = nil) -> [String] {
            guard let list = answer.value(of: key, in: 0) else { return [] }
            return answer.children(of: list).map { node in
                answer.string(of: inner.flatMap { answer.value(of: $0, in: node) } ?? node)
            }
        }
        return Answer(
            said: texts("said"), choices: texts("choices", "words"),
            entry: answer.value(of: "entry", in: 0).flatMap { answer.integer(of: $0) },
            refusal: answer.value(of: "refusal", in: 0).map { answer.string(of: $0) })
    }

    func person(_ id: PersonID) throws -> Person? { try own.network().people.first { $0.id == id } }
}

/// What a test tells of someone.
func details(_ tell: (inout PersonDetails) -> Void) -> PersonDetails {
    var details = PersonDetails()
    tell(&details)
    return details
}
