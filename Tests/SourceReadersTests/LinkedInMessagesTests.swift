import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

@Suite struct LinkedInMessagesTests {
    private func talks(_ rows: [String], _ more: [String: String] = [:]) async throws -> SourceRecords {
        try await LinkedInFixture.records(
            ["messages.csv": LinkedInFixture.messageHeader + rows.joined(separator: "\n")].merging(more) {
                $1
            })
    }

    private func message(
        _ thread: String, from: String, to: [String], names: String? = nil, day: Int = 1,
        text: String = "hello"
    ) -> String {
        let urls = to.map { "https://www.linkedin.com/in/\($0.lowercased())" }.joined(separator: ",")
        let sender = "https://www.linkedin.com/in/\(from.lowercased())"
        return "\(thread),,\(from),\(sender),\"\(names ?? to.joined(separator: ", "))\",\"\(urls)\","
            + "2024-01-\(day < 10 ? "0" : "")\(day) 10:00:00 UTC,,\(text),INBOX"
    }

    @Test func theOwnerIsWhoTakesPartInMostMessages() async throws {
        let records = try await talks([
            message("a", from: "Me", to: ["Ann"]), message("a", from: "Ann", to: ["Me"], day: 2),
            message("b", from: "Bo", to: ["Me"], day: 3),
        ])
        #expect(records.owner?.name == "Me")
        #expect(records.owner?.profileURLs == ["https://www.linkedin.com/in/me"])
        #expect(records.contacts.map(\.name) == ["Ann", "Bo"])
        #expect(records.talks.map(\.sender) == [nil, 0, 1])
        #expect(records.talks.map(\.others) == [[0], [], []])
        #expect(records.talks.allSatisfy { $0.text == nil })
        #expect(records.contacts.allSatisfy { !$0.isAcquaintance })
    }

    @Test func ofTwoTheOwnerIsNoConnection() async throws {
        let row = message("a", from: "Ann", to: ["Me"])
        #expect(LinkedInFixture.errors(try await talks([row])) == ["error seeker-unclear messages.csv 0"])
        let records = try await talks([row], ["Connections.csv": LinkedInFixture.connections])
        #expect(records.owner?.name == "Me")
        #expect(records.talks.map(\.sender) == [0])
    }

    @Test func theUserMaySayWhoTheOwnerIs() async throws {
        let files = ["messages.csv": LinkedInFixture.messageHeader + message("a", from: "Ann", to: ["Me"])]
        var options = LinkedInArchiveReader.Options()
        options.ownerURL = "linkedin.com/in/ANN/"
        let byURL = try await LinkedInFixture.records(files, options: options)
        #expect(byURL.contacts.map(\.name) == ["Me"])
        #expect(byURL.talks.map(\.sender) == [nil])
        options = .init()
        options.ownerName = "me"
        #expect(try await LinkedInFixture.records(files, options: options).contacts.map(\.name) == ["Ann"])
    }

    @Test func theProfileSaysWhoTheOwnerIs() async throws {
        let profile = ["Profile.csv": "First Name,Last Name,Headline\nMe,,Buyer\n"]
        let records = try await talks([message("a", from: "Ann", to: ["Me"])], profile)
        #expect(records.owner?.profileURLs == ["https://www.linkedin.com/in/me"])
        #expect(records.talks.map(\.sender) == [0])
        // Another name there than in the messages.
        let married = try await talks(
            [message("a", from: "Me", to: ["Ann"]), message("b", from: "Bo", to: ["Me"])],
            ["Profile.csv": "First Name,Last Name,Headline\nMe,Married,Buyer\n"])
        #expect(married.contacts.map(\.name) == ["Ann", "Bo"])
    }

    @Test func commasInNamesDoNotMakePeople() async throws {
        let owner = [message("z", from: "Me", to: ["Zed"]), message("y", from: "Yan", to: ["Me"])]
        for (names, urls, wanted) in [
            ("Ann, PhD, Bo", ["a", "b"], ["Ann", "Bo"]), ("Ann, Bo, MBA, PMP", ["a", "b"], ["Ann", "Bo"]),
            ("Lee, Ann, and Sons", ["a"], ["Lee, Ann, and Sons"]), ("Ann", ["a", "b"], ["Ann", ""]),
            ("", ["a"], [""]), ("Ann, LinkedIn Member, Bo", ["a", "b"], ["Ann", "Bo"]),
            ("Smith, Jr., Bo, Cy", ["a", "b", "c"], ["Smith", "Bo", "Cy"]),
        ] {
            let records = try await talks(owner + [message("x", from: "Me", to: urls, names: names, day: 5)])
            #expect(records.contacts.map(\.name) == ["Zed", "Yan"] + wanted, "\(names)")
        }
    }

    /// The square of these lists would take hours.
    @Test func endlessListsOfNamesEnd() async throws {
        let owner = [message("z", from: "Me", to: ["Zed"]), message("y", from: "Yan", to: ["Me"])]
        let names = (0..<3000).map { "N\($0)" }
        let records = try await talks(owner + [message("x", from: "Me", to: names, day: 5)])
        #expect(records.contacts.count == 3002)
        #expect(records.acquaintances == [])
        let titled = try await talks(
            owner + [
                message(
                    "x", from: "Me", to: ["a"],
                    names: Array(repeating: "PhD", count: 3000).joined(separator: ", "))
            ])
        #expect(titled.contacts.count == 3)
        let unknown = try await talks(
            owner + [
                message(
                    "x", from: "Me", to: ["a", "b"],
                    names: Array(repeating: "PhD", count: 3000).joined(separator: ", "))
            ])
        #expect(unknown.contacts.count == 4)
    }

    @Test func groupsMakeTiesUpToTwelvePeople() async throws {
        let names = (0..<12).map { "P\($0)" }
        let owner = message("z", from: "Me", to: ["Zed"])
        let group = { (people: [String]) in message("g", from: "Me", to: people, day: 2) }
        #expect(try await talks([owner, group(Array(names.prefix(1)))]).acquaintances == [])
        let three = try await talks([owner, group(Array(names.prefix(2)))])
        #expect(
            three.acquaintances == [
                .init(
                    first: 1, second: 2, how: "in a LinkedIn group thread of 3",
                    lastContact: CalendarDay("2024-01-02"))
            ])
        #expect(try await talks([owner, group(Array(names.prefix(11)))]).acquaintances.count == 55)
        #expect(try await talks([owner, group(names)]).acquaintances == [])
        // The smallest group counts, and the last day of any.
        let both = try await talks([
            owner, group(["P0", "P1"]), message("h", from: "P1", to: ["Me", "P0", "P2"], day: 9),
        ])
        #expect(both.acquaintances.map(\.how).filter { $0.hasSuffix("3") }.count == 1)
        #expect(both.acquaintances.first?.lastContact == CalendarDay("2024-01-09"))
    }

    @Test func identifiersStayWhenTheArchiveIsReadAgain() async throws {
        let rows = [
            message("a", from: "Me", to: ["Ann"], text: "one two"),
            message("a", from: "Ann", to: ["Me"], day: 2),
            message("b", from: "Bo", to: ["Me"], day: 3),
        ]
        let first = try await talks(rows)
        let later = try await talks([message("c", from: "Cy", to: ["Me"], day: 4)] + rows.reversed())
        #expect(Set(first.talks.map(\.id)).isSubset(of: later.talks.map(\.id)))
        // A spreadsheet changes line ends and spaces, no words.
        let resaved = try await talks(rows.map { $0.replacing("one two", with: "one\u{20}\u{20}two") })
        #expect(resaved.talks.map(\.id) == first.talks.map(\.id))
        #expect(Set(first.talks.map(\.id)).count == 3)
        #expect(
            first.talks[0].thread == first.talks[1].thread && first.talks[0].thread != first.talks[2].thread)
    }
}
