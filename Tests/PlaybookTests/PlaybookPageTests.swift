import Foundation
import RankingModel
import Testing

@testable import Playbook

/// The page on the playbook says what the rules say.
@Suite("The page on the playbook")
struct PlaybookPageTests {
    private static let page = URL(filePath: #filePath).appending(
        path: "../../../Sources/Playbook/Playbook.docc/Playbook.md"
    ).standardized

    private let fields = Dictionary(
        uniqueKeysWithValues: PlaybookPolicy.fields.map { ($0.path.joined(separator: "."), $0) })

    /// `callAtMinute` 8:30; the properties with their defaults and units.
    private func cell(_ numbers: [String]) throws -> String {
        try numbers.map { name in
            let field = try #require(fields[name], "\(name) is no number of the policy")
            let value = field.value(in: .standard)
            let whole = Int(value)
            let words =
                switch (field.kind, field.requirement) {
                case (.flag, _): value == 1 ? "on" : "off"
                case (_, .businessDays): whole == 1 ? "1 business day" : "\(whole) business days"
                case (_, .days): whole == 1 ? "1 day" : "\(whole) days"
                case (_, .minute): clock(whole)
                default: "\(value)"
                }
            return "`\(name)` \(words)"
        }.joined(separator: ", ")
    }

    private func table(_ heads: [String], _ rows: [[String]]) -> [String] {
        let lines = ([heads] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
        return [lines[0], "|" + String(repeating: "---|", count: heads.count)] + lines.dropFirst()
    }

    /// The page with other rows in the first table below each heading.
    private func expected(from page: String) throws -> String {
        let rules = try Rule.allCases.map { rule in
            [
                "`\(rule.rawValue)`", rule.words.title, rule.words.when + " " + rule.words.says,
                try cell(rule.words.numbers), rule.sources.joined(separator: " "),
            ]
        }
        let levels = Precedence.levels.enumerated().map { position, level in
            ["\(position + 1)", level.title, level.says, level.example]
        }
        let shared = try RuleWords.shared.map { [$0.what, try cell($0.numbers)] }
        var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (heading, rows) in [
            (
                "### The rules of the playbook",
                table(["Rule", "Name", "When and what", "Numbers", "Source"], rules)
            ),
            ("### Numbers of all rules", table(["What", "Numbers"], shared)),
            ("### When rules disagree", table(["", "Level", "What it decides", "Example"], levels)),
        ] {
            let place = try #require(lines.firstIndex(of: heading), "\(heading)")
            let start = try #require(lines[place...].firstIndex { $0.hasPrefix("|") })
            let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
            lines.replaceSubrange(start..<end, with: rows)
        }
        return lines.joined(separator: "\n")
    }

    @Test("It has the tables of the rules, their numbers and their order; REBOUND_RECORD=1 writes them anew")
    func tables() throws {
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        let expected = try expected(from: page)
        if ProcessInfo.processInfo.environment["REBOUND_RECORD"] != nil {
            try Data(expected.utf8).write(to: Self.page)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == expected)
    }

    @Test("Every number of the policy stands in it")
    func numbers() {
        let named = Rule.allCases.flatMap(\.words.numbers) + RuleWords.shared.flatMap(\.numbers)
        #expect(Set(named) == Set(fields.keys))
    }

    @Test("Every rule has words of its own, in sentences, without numbers that a policy may change")
    func words() {
        let all = Rule.allCases.map(\.words)
        #expect(Set(all.map(\.title)).count == all.count)
        for words in all {
            #expect(words.when.hasSuffix(".") && words.says.hasSuffix("."), "\(words.title)")
            let text = (words.title + words.when + words.says).replacing("`3b7`", with: "")
            #expect(!text.contains { $0.isNumber || $0 == "|" }, "\(words.title)")
            #expect(Set(words.numbers).count == words.numbers.count)
        }
    }
}
