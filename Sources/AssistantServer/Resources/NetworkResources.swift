internal import ReferralAnalysis
internal import ReferralGraph
internal import Workspace

/// What of the network can be read by its address.
enum NetworkResources {
    static let fixed = [
        Resource(
            uri: "rebound://today", name: "today", title: "Today",
            description: "What is due today, whose reply is owed, and who to call next.")
    ]

    static let templates = [
        ResourceTemplate(
            uriTemplate: "rebound://person/{id}", name: "person", title: "A person",
            description: "Everything known about one person, by the id that the tools give."),
        ResourceTemplate(
            uriTemplate: "rebound://company/{id}", name: "company", title: "A company",
            description: "Everything known about one company and its people, by the id that the tools give."),
    ]

    /// Reads a resource; `nil` for one that there is not.
    static func read(
        _ uri: String, _ network: AssistantNetwork, _ request: RunningRequest
    ) async throws(ToolRefusal) -> [UInt8]? {
        guard let address = Address(uri) else { return nil }
        let shown = try await network.current(for: request)
        let analysis = shown.opened.analysis
        switch address {
        case .today: return try shown.json("today", analysis.today(next: 5), isByPolicy: false)
        case .person(let id):
            guard let profile = analysis.profile(of: id) else { return nil }
            return try shown.json("person", profile, isByPolicy: false)
        case .company(let id):
            guard let profile = analysis.profile(of: id) else { return nil }
            return try shown.json("company", profile, isByPolicy: false)
        }
    }

    private enum Address {
        case today
        case person(PersonID)
        case company(CompanyID)

        init?(_ uri: String) {
            if uri == "rebound://today" {
                self = .today
                return
            }
            func id(after prefix: String) -> String? {
                guard uri.hasPrefix(prefix) else { return nil }
                return percentDecoded(uri.dropFirst(prefix.count))
            }
            if let text = id(after: "rebound://person/") {
                self = .person(PersonID(text))
            } else if let text = id(after: "rebound://company/") {
                self = .company(CompanyID(text))
            } else {
                return nil
            }
        }
    }
}

/// The text of a part of an address; `nil` where a `%` begins no byte, or the bytes are no text.
private func percentDecoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        guard digits.count == 2, digits.allSatisfy(\.isHexDigit), let value = UInt8(digits, radix: 16)
        else { return nil }
        rest.removeFirst(2)
        bytes.append(value)
    }
    return String(validating: bytes, as: UTF8.self)
}
