import Foundation
import Foundations
import PageServer

@testable import ReboundWeb

/// What a form is told.
struct FormAnswer: Decodable {
    var said, due: [String]
    var entry: Int?
    var file: String?
    var refusal: String?
    private var otherWords: [Choice]?

    /// What the buttons say that offer another answer.
    var choices: [String] { (otherWords ?? []).map(\.words) }

    private struct Choice: Decodable {
        var words: String
    }

    private enum CodingKeys: String, CodingKey {
        case said, due, entry, file, refusal
        case otherWords = "choices"
    }
}

extension ReboundSite {
    func response(_ path: String, _ query: KeyValuePairs<String, String> = [:]) async -> PageResponse {
        await page(PageRequest(path: path, query: query.map { .init($0.key, $0.value) }))
    }

    /// Sends what a form says, as the page's script does.
    func send(_ name: String, _ fields: [String: [String]], seen: Int? = nil) async throws -> FormAnswer {
        var body: [String: Any] = ["act": name, "fields": fields]
        body["seen"] = seen
        let bytes = try JSONSerialization.data(withJSONObject: body)
        let response = await act(PageRequest(path: "/do", body: Array(bytes)))
        return try JSONDecoder().decode(FormAnswer.self, from: Data(response.body))
    }
}
