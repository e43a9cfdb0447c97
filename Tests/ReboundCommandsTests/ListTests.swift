import Foundation
import ReboundTestSupport
import Testing

/// The lists of every day fit one screen, and lose no one.
@Suite("Lists that fit one screen")
struct ListTests {
    static let files: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: ReboundProcess.samples)) ?? [])
        .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.sorted()

    /// Five people at the most with what is due, a few others, and counts of the rest.
    @Test("today and next stay short on every sample", arguments: files)
    func samples(file: String) async throws {
        for day in ["2026-03-20", "2026-04-09", "2026-05-20", "2026-11-29"] {
            for command in ["today", "next"] {
                let lines = try await ReboundProcess.run(
                    [command, file, "--as-of", day], in: ReboundProcess.samples
                ).output.lines
                #expect(lines.count <= 40, "\(command) on \(day) has \(lines.count) lines")
                #expect(lines.allSatisfy { $0.count <= 80 })
            }
        }
    }

    @Test("What is cut is counted, and --top shows all of it")
    func cut() async throws {
        let arguments = ["Samples/thousand.json", "--as-of", "2026-04-09"]
        let today = try await ReboundProcess.run(["today"] + arguments).output
        let number = try #require(today.firstMatch(of: /Due now \((\d+)\)/)?.1)
        let rest = try #require(today.firstMatch(of: /(\d+) more: --top (\d+) shows everyone/))
        #expect(rest.2 == number && Int(rest.1)! + 5 == Int(number)!)
        let all = try await ReboundProcess.run(["today"] + arguments + ["--top", String(number)]).output
        #expect(!all.contains(" shows everyone") && all.contains("\nWorth a call ("))
        struct Queue: Decodable {
            struct Report: Decodable { var entries: [Entry] }
            struct Entry: Decodable { var part: String, name: String }
            var report: Report
        }
        let json = try await ReboundProcess.run(["today"] + arguments + ["--json"]).output
        let entries = try JSONDecoder().decode(Queue.self, from: Data(json.utf8)).report.entries
        #expect(entries.count { $0.part == "due" } == Int(number)!)
        for entry in entries where entry.part == "due" { #expect(all.contains(entry.name)) }
    }

    @Test("People never talked to stand in one line, behind those who are known, and --top lists them")
    func unknown() async throws {
        try await StoreSession.with { session in
            var rows = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            for number in 1...30 {
                rows +=
                    "Ada\(number),Unknown,,,\(number < 4 ? "Kestrel Systems" : "Firm \(number)"),CEO,07 Jun 2020\n"
            }
            rows += "Ben,Known,,,Other Firm,Clerk,07 Jun 2020\n"
            try session.folder.write(rows, to: "Connections.csv")
            try await session.expect(["import", "Connections.csv"])
            try await session.expect(["add", "person", "ben", "--more", "--note", "sat next to me"])
            try await session.expect(["want", "Kestrel Systems"])
            let next = try await session.expect(["next"]).replacing("\n", with: " ").replacing(
                /\s+/, with: " ")
            let line = try #require(
                next.firstMatch(
                    of:
                        /(\d+) people you have never talked to, (\d+) at companies you want: start with (.*?);/
                ))
            #expect(Int(line.2)! == 1)
            #expect(String(line.3).contains("(Kestrel Systems)"))
            #expect(next.contains("Ben Known"))
            #expect(next.components(separatedBy: "Unknown").count <= 3)
            let top = try #require(next.firstMatch(of: /--top (\d+) lists them/)?.1)
            let all = try await session.expect(["next", "--top", String(top)])
            #expect(all.components(separatedBy: "Unknown").count - 1 == Int(line.1)!)
            let today = try await session.expect(["today"])
            #expect(today.contains("Ben Known") && today.lines.count < 24)
        }
    }

    @Test("After a no the thank-you and the call are one step, with what to say of both")
    func afterNo() async throws {
        try await StoreSession.with { session in
            session.now = "2026-04-09T12:00-04:00"
            try await session.expect([
                "add", "opportunity", "Account lead", "--at", "Kestrel", "--manager", "Priya Nair", "--on",
                "2026-04-01",
            ])
            try await session.expect([
                "stage", "account lead", "interview", "--with", "priya", "--on", "7 apr",
            ])
            let answer = try await session.expect(["reject", "account lead", "--by", "priya"])
            #expect(answer.contains("send a thank-you note, then call about the “no”"))
            for command in ["today", "next", "why priya", "show priya"] {
                let text = try await session.expect(command.split(separator: " ").map(String.init))
                let thanks = try #require(text.range(of: "Send a thank-you note"))
                let call = try #require(
                    text.range(of: "then Call about the “no” for Account lead"), "\(command):\n\(text)")
                #expect(thanks.lowerBound < call.lowerBound)
                #expect(text[thanks.upperBound..<call.lowerBound].contains("Thank them for their time"))
                #expect(text[call.upperBound...].contains("Thank them for telling you"))
                #expect(text.components(separatedBy: "Call about the “no”").count == 2, "\(text)")
            }
            let json = try await session.expect(["next", "--json"])
            #expect(json.contains("\"parts\"") && json.contains("\"R1.call\""))
            session.now = "2026-04-09T18:00-04:00"
            try await session.expect(["log", "thank-you", "priya"])
            session.now = "2026-04-10T08:00-04:00"
            let call = try await session.expect(["today"])
            #expect(call.contains("do   Call about the “no”") && !call.contains("thank-you"))
        }
    }
}
