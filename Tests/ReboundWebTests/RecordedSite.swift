import NetworkEditing
import PageServer
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

/// A site over a store that holds what a test recorded.
struct RecordedSite {
    let own: OwnNetwork
    let site: ReboundSite

    init(
        _ folder: TemporaryFolder, at moment: String = "2026-04-09T10:00Z", isReadOnly: Bool = false
    ) throws {
        let now = try #require(Timestamp(moment))
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
        let response = await response(path, query)
        #expect(response.status == status, "\(path)")
        return String(decoding: response.body, as: UTF8.self)
    }

    func response(_ path: String, _ query: KeyValuePairs<String, String> = [:]) async -> PageResponse {
        await site.response(path, query)
    }

    @discardableResult
    func act(
        _ name: String, _ fields: [String: [String]], seen: Int? = nil
    ) async throws -> FormAnswer { try await site.send(name, fields, seen: seen) }

    func person(_ id: PersonID) throws -> Person? { try own.network().people.first { $0.id == id } }
}

/// What a test tells of someone.
func details(_ tell: (inout PersonDetails) -> Void) -> PersonDetails {
    var details = PersonDetails()
    tell(&details)
    return details
}
