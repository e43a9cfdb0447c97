import DateLiterals
import Foundation
import Foundations
import MessageDrafts
import NetworkFiles
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// A network with one person of each kind, and with a fact for every slot.
enum Everyone {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().path() + "/"
    static let asOf: Timestamp = "2026-04-02"
    static let people: [(kind: ContactKind, id: PersonID)] = [
        (.hiringManager, "hm"), (.interviewer, "iv"), (.recruiter, "rc"), (.peer, "pe"),
        (.formerColleague, "fc"), (.referred, "rf"), (.referrer, "rr"),
    ]
    static let words: [DraftSlot: String] = [
        .news: "I have finished the course on pricing that I told you about.",
        .topic: "pricing in small shops", .question: "How did you move from sales into product?",
        .answer: "I can start on the first of May.", .note: "It is about leading a small team.",
    ]

    static func network() throws -> ReferralNetwork {
        let result = try NetworkReader.read(path: folder + "Fixtures/everyone.json", asOf: asOf)
        return try #require(result.network)
    }

    static func analysis(
        _ edit: (inout ReferralNetwork) -> Void = { _ in }
    ) throws -> NetworkAnalysis {
        var network = try network()
        edit(&network)
        return try NetworkAnalysis(of: network, asOf: asOf)
    }
}
