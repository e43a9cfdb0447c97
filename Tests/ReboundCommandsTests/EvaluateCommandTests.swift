import Foundation
import ReboundTestSupport
import ReferralGraph
import Testing

@Suite("The back-test on the command line")
struct EvaluateCommandTests {
    private static let header = "log,sent,kind,channel,referral,answered,answer_date,outcome\n"

    /// A search of a year: an application every second day, every fourth answered, some by way of an insider.
    private static let applications =
        header
        + (0..<120).map { number in
            let sent = day(2 * number)
            let isAnswered = number.isMultiple(of: 4)
            let isReferred = number.isMultiple(of: 10)
            let outcome =
                number == 40
                ? "Offer" : number.isMultiple(of: 20) ? "Interview" : isAnswered ? "Rejected" : ""
            return
                "mine,\(sent),application,board,\(isReferred ? 1 : 0),\(isAnswered ? 1 : 0),\(isAnswered ? day(2 * number + 6) : ""),\(outcome)\n"
        }.joined()

    private static func day(_ number: Int) -> String {
        CalendarDay(number: 20_089 + number).description
    }

    /// Mail of Ada: she asks thirteen people in turn, and half of them answer and ask her something in turn.
    private static let mail =
        "time,from,to\n"
        + (0..<400).flatMap { number -> [String] in
            let (other, hour) = ("person-\(number % 13)", 20 * number)
            let answers = (number % 13).isMultiple(of: 2)
            return ["\(time(hour)),Ada.Lind,\(other)"]
                + (answers ? ["\(time(hour + 5)),\(other),Ada.Lind"] : [])
        }.joined(separator: "\n") + "\n"

    private static func time(_ hour: Int) -> String {
        "\(day(hour / 24))T\(hour % 24 < 10 ? "0" : "")\(hour % 24):00Z"
    }

    private struct Report: Decodable {
        struct Body: Decodable { let rows: [Row] }
        struct Row: Decodable {
            let task, subset, method: String
            let cases, egos: Int
        }
        let report: Body
    }

    private func report(_ outcome: ReboundProcess.Outcome) throws -> Report.Body {
        try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8)).report
    }

    // MARK: Messages

    @Test("--owner counts the owner's requests only, however the name is written")
    func owner() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.mail, to: "mail.csv")
            func run(_ arguments: String...) async throws -> ReboundProcess.Outcome {
                try await ReboundProcess.run(
                    ["evaluate", "mail.csv", "--tasks", "R", "--draws", "0", "--json"] + arguments,
                    in: folder.path)
            }
            let all = try report(try await run())
            let own = try await run("--owner", "ada.lind")
            #expect(own.code == 0 && own.error == "")
            #expect(own.output == (try await run("--owner", "Ada.Lind")).output)
            let reply = try #require(all.rows.first { $0.subset == "all" })
            let hers = try #require(try report(own).rows.first { $0.subset == "all" })
            #expect(reply.egos > 1 && hers.egos == 1 && hers.cases < reply.cases)
        }
    }

    @Test("an owner who is not in the mail is a mistake that names the nearest one")
    func unknownOwner() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.mail, to: "mail.csv")
            let near = try await ReboundProcess.run(
                ["evaluate", "mail.csv", "--owner", "Ada.Linde"], in: folder.path)
            #expect(near.code == 64 && near.error.contains("Did you mean “Ada.Lind”?") && near.output == "")
            let blank = try await ReboundProcess.run(
                ["evaluate", "mail.csv", "--owner", ""], in: folder.path)
            #expect(blank.code == 64 && blank.error.contains("is called “”"))
            let network = try await ReboundProcess.run([
                "evaluate", "Samples/thousand.json", "--owner", "Ada",
            ])
            #expect(network.code == 64 && network.error.contains("a network is yours anyway"))
        }
    }

    @Test("two people whose names differ by capitals only are told apart by capitals")
    func ambiguousOwner() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.mail + "2026-06-01T10:00Z,ADA.LIND,person-1\n", to: "mail.csv")
            let vague = try await ReboundProcess.run(
                ["evaluate", "mail.csv", "--owner", "ada.lind"], in: folder.path)
            #expect(vague.code == 64 && vague.error.contains("“ada.lind” fits "))
            #expect(vague.error.contains("Ada.Lind") && vague.error.contains("ADA.LIND"))
            let exact = try await ReboundProcess.run(
                ["evaluate", "mail.csv", "--owner", "Ada.Lind", "--tasks", "R", "--draws", "0"],
                in: folder.path)
            #expect(exact.code == 0)
        }
    }

    @Test("--against puts the same questions to another policy; against itself nothing differs")
    func against() async throws {
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/evaluate.schema.json")
        try await TemporaryFolder.with { folder in
            try folder.write(Self.mail, to: "mail.csv")
            func run(_ policy: String, _ more: String...) async throws -> ReboundProcess.Outcome {
                try await ReboundProcess.run(
                    ["evaluate", "mail.csv", "--tasks", "R,S", "--draws", "20", "--against", policy] + more,
                    in: folder.path)
            }
            let json = try await run("reference", "--json")
            #expect(json.code == 0, "\(json.error)")
            #expect(try schema.problems(of: Data(json.output.utf8)) == [])
            #expect(try report(json).rows.contains { $0.method == "other policy" })
            let itself = try await run("standard")
            #expect(itself.output.contains("as another policy has it"))
            let differences = itself.output.lines.filter { $0.contains("other policy") }
            #expect(!differences.isEmpty && differences.allSatisfy { !$0.contains(/0\.00[1-9]|0\.0[1-9]/) })
            for bad in ["nowhere", "mail.csv"] {
                let outcome = try await run(bad)
                #expect(outcome.code != 0 && outcome.output == "" && outcome.error.contains(bad))
            }
        }
    }

    // MARK: Applications

    @Test("the JSON of a table of applications is what its schema says, with and without draws")
    func schema() async throws {
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/applications.schema.json")
        try await TemporaryFolder.with { folder in
            try folder.write(Self.applications, to: "jobs.csv")
            try folder.write("sent,kind,answered\n,application,\n,coffee,1\n", to: "bare.csv")
            for arguments in [["jobs.csv"], ["jobs.csv", "--draws", "0"], ["bare.csv"]] {
                let outcome = try await ReboundProcess.run(
                    ["evaluate", "--json", "--draws", "20", "--as-of", "2026-01-01"] + arguments,
                    in: folder.path)
                #expect(outcome.code == 0, "\(outcome.error)")
                #expect(try schema.problems(of: Data(outcome.output.utf8)) == [])
            }
            let once = try await ReboundProcess.run(["evaluate", "jobs.csv", "--json"], in: folder.path)
            let again = try await ReboundProcess.run(["evaluate", "jobs.csv", "--json"], in: folder.path)
            #expect(once.output == again.output)
        }
    }

    @Test("a table of applications says what was answered, how far they came and what a referral goes with")
    func text() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.applications, to: "jobs.csv")
            let outcome = try await ReboundProcess.run(["evaluate", "jobs.csv"], in: folder.path)
            #expect(outcome.code == 0 && outcome.error == "")
            let words = outcome.output.split(separator: /\s+/).joined(separator: " ")
            #expect(words.contains("application: 30 of 120 answered, 25%"))
            #expect(words.contains("any reply: 30 of 120, 25%"))
            #expect(words.contains("interview: 6 of 120, 5%") && words.contains("offer: 1 of 120, 0.8%"))
            #expect(words.contains("6 of 12 referred applications led to an interview, 0 of 108 others"))
            for line in outcome.output.lines { #expect(line.count <= 80, "\(line)") }
        }
    }

    @Test(
        "a bad row stops it, with file, line and what was expected",
        arguments: [
            ("mine,2026-13-02,application,,,0,,", "jobs.csv:3:", "date-invalid"),
            ("mine,2026-01-02,,,,0,,", "jobs.csv:3:", "text-blank"),
            ("mine,2026-01-02,application,,perhaps,0,,", "jobs.csv:3:", "value-unknown"),
            ("mine,2026-01-05,application,,0,1,2026-01-01,", "jobs.csv:3:", "dates-out-of-order"),
            ("mine,2026-01-02", "jobs.csv:3:", "row-ragged"),
        ])
    func badRow(row: String, place: String, identifier: String) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(
                Self.header + "mine,2026-01-02,application,,0,0,,\n\(row)\n", to: "jobs.csv")
            for more in [[], ["--json"], ["--plot", "plot.svg"]] {
                let outcome = try await ReboundProcess.run(
                    ["evaluate", "jobs.csv"] + more, in: folder.path)
                #expect(outcome.code == 65 && outcome.output == "")
                #expect(outcome.error.contains(place) && outcome.error.contains("[\(identifier)]"))
                #expect(outcome.error.contains("jobs.csv has 1 error and cannot be used"))
            }
            #expect(!FileManager.default.fileExists(atPath: folder("plot.svg")))
        }
    }

    @Test("an unknown column, a missing one, an empty file and broken bytes are mistakes")
    func badTables() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("sent,kind,answered,answerd\n2026-01-02,application,1,\n", to: "column.csv")
            try folder.write("", to: "empty.csv")
            try folder.write(Self.header, to: "none.csv")
            try folder.write("time,from,to\n", to: "silence.csv")
            try folder.write(Self.applications + "mine,\"2026", to: "cut.csv")
            try Data(Self.header.utf8 + [0x6d, 0xff, 0xfe, 0x0a]).write(
                to: URL(filePath: folder("bytes.csv")))
            for file in ["column.csv", "empty.csv", "none.csv", "silence.csv", "cut.csv", "bytes.csv"] {
                let outcome = try await ReboundProcess.run(["evaluate", file], in: folder.path)
                #expect(outcome.code == 65 && outcome.output == "", "\(file): \(outcome.error)")
                #expect(outcome.error.contains("\(file) has 1 error and cannot be used"), "\(outcome.error)")
            }
            let missing = try await ReboundProcess.run(["evaluate", "nowhere.csv"], in: folder.path)
            #expect(missing.code == 66 && missing.error.contains("nowhere.csv: no such file or folder"))
            let unknown = try await ReboundProcess.run(["evaluate", "column.csv"], in: folder.path)
            #expect(unknown.error.contains("answerd"))
        }
    }

    @Test("what goes with messages is refused for applications, and the other way about")
    func contradictions() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.applications, to: "jobs.csv")
            try folder.write(Self.mail, to: "mail.csv")
            for more in [
                ["--owner", "Ada"], ["--against", "reference"], ["--without", "calibration"],
                ["--tasks", "R"],
            ] {
                let outcome = try await ReboundProcess.run(["evaluate", "jobs.csv"] + more, in: folder.path)
                #expect(outcome.code == 64 && outcome.error.contains("are for messages"))
            }
            for kind in ["answers", "funnel"] {
                let outcome = try await ReboundProcess.run(
                    ["evaluate", "mail.csv", "--plot", "p.svg", "--plot-of", kind], in: folder.path)
                #expect(outcome.code == 64 && outcome.error.contains("is drawn of applications"))
            }
            let homeless = try await ReboundProcess.run(
                ["evaluate", "jobs.csv", "--plot-of", "funnel"], in: folder.path)
            #expect(homeless.code == 64 && homeless.error.contains("name its file"))
            let unknown = try await ReboundProcess.run(
                ["evaluate", "jobs.csv", "--plot", "p.svg", "--plot-of", "pie"], in: folder.path)
            #expect(unknown.code == 64 && unknown.error.contains("pie"))
        }
    }

    @Test(
        "every plot is drawn, and names its numbers for being read aloud",
        arguments: ["answers", "funnel", "reliability"])
    func plots(kind: String) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.applications, to: "<jobs> & \"more\".csv")
            let outcome = try await ReboundProcess.run(
                ["evaluate", "<jobs> & \"more\".csv", "--plot", "plot.svg", "--plot-of", kind],
                in: folder.path)
            #expect(outcome.code == 0 && outcome.error == "", "\(outcome.error)")
            let svg = try String(contentsOfFile: folder("plot.svg"), encoding: .utf8)
            #expect(svg.contains("&lt;jobs&gt; &amp; ") && svg.contains("role=\"img\""))
            let expected = [
                "answers": "by day 30", "funnel": "interview: 6 of 120", "reliability": "predicted",
            ][kind]!
            #expect(svg.contains(expected))
        }
    }

    @Test("a plot that was asked for and cannot be drawn is said, and is no success")
    func undrawnPlot() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("sent,kind,answered\n,application,\n", to: "bare.csv")
            try folder.write("time,from,to\n2025-01-01,a,b\n", to: "mail.csv")
            for arguments in [
                ["bare.csv"], ["bare.csv", "--plot-of", "funnel"], ["bare.csv", "--plot-of", "reliability"],
                ["mail.csv"],
            ] {
                let outcome = try await ReboundProcess.run(
                    ["evaluate", "--plot", "p.svg"] + arguments, in: folder.path)
                #expect(outcome.code == 1 && outcome.output != "", "\(arguments)")
                #expect(outcome.error.contains("p.svg was not written: "))
                #expect(!FileManager.default.fileExists(atPath: folder("p.svg")))
            }
        }
    }

    @Test("no tasks, too many draws and --as-of for seconds are mistakes")
    func badNumbers() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("seconds,from,to\n1,a,b\n", to: "mail.csv")
            for (arguments, word) in [
                (["--tasks", ""], "is no task"), (["--tasks", "R,"], "is no task"),
                (["--draws", "100000000"], "--draws takes"),
                (["--as-of", "2026-01-01"], "--as-of needs days"),
            ] {
                let outcome = try await ReboundProcess.run(
                    ["evaluate", "mail.csv"] + arguments, in: folder.path)
                #expect(outcome.code == 64 && outcome.output == "" && outcome.error.contains(word))
            }
            let few = try await ReboundProcess.run(["evaluate", "mail.csv"], in: folder.path)
            #expect(few.code == 0 && !few.output.contains(/\b1 (cases|occasions)/))
        }
    }

    @Test("--as-of leaves out what is later, in mail and in applications, and says so")
    func asOf() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.applications, to: "jobs.csv")
            try folder.write(Self.mail, to: "mail.csv")
            let half = ["--as-of", "2025-04-10"]
            let jobs = try await ReboundProcess.run(["evaluate", "jobs.csv"] + half, in: folder.path)
            #expect(jobs.code == 0 && jobs.output.contains("50 rows of 1 job search"), "\(jobs.output)")
            #expect(jobs.error.contains("[later-than-as-of]") && !jobs.error.contains("rebound check"))
            let mail = try await ReboundProcess.run(["evaluate", "mail.csv"] + half, in: folder.path)
            #expect(mail.code == 0 && mail.output.contains(" in 99 days"), "\(mail.output)")
            #expect(mail.error.contains("later than 2025-04-10; so are "))
        }
    }

    @Test("hostile text in a table stays text")
    func hostile() async throws {
        try await TemporaryFolder.with { folder in
            let rows = HostileText.all.map { text in
                "\"\(text.replacing("\"", with: "\"\""))\",2026-01-02,\"\(text.replacing("\"", with: "\"\"")) x\",,0,0,,\n"
            }
            try folder.write(Self.header + rows.joined(), to: "jobs.csv")
            let outcome = try await ReboundProcess.run(["evaluate", "jobs.csv"], in: folder.path)
            #expect(outcome.code == 0 || outcome.code == 65)
            let isSafe = (outcome.output + outcome.error).unicodeScalars.allSatisfy {
                $0 == "\n" || $0.properties.generalCategory != .control
            }
            #expect(isSafe)
        }
    }

    @Test("twenty thousand applications are one table like another")
    func huge() async throws {
        try await TemporaryFolder.with { folder in
            let rows = (0..<20_000).map { number in
                let isAnswered = number.isMultiple(of: 3)
                return
                    "s\(number % 40),\(Self.day(number / 100)),application,,0,\(isAnswered ? 1 : 0),\(isAnswered ? Self.day(number / 100 + 4) : ""),\n"
            }
            try folder.write(Self.header + rows.joined(), to: "jobs.csv")
            let outcome = try await ReboundProcess.run(
                ["evaluate", "jobs.csv", "--draws", "2"], in: folder.path)
            #expect(outcome.code == 0, "\(outcome.error)")
            #expect(
                outcome.output.contains("20,000 rows of 40 job searches")
                    || outcome.output.contains("20000 rows of 40 job searches"))
        }
    }

    // MARK: One's own network

    @Test("one's own network says how well the percentages did, or that there is too little to say")
    func trackRecord() async throws {
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/evaluate.schema.json")
        let few = try await ReboundProcess.run(
            ["evaluate", "Samples/two-silences.json", "--as-of", "2026-03-25"])
        let words = few.output.split(separator: /\s+/).joined(separator: " ")
        #expect(words.contains("too few to say how well the percentages do:") && words.contains("from 20 on"))
        let many = try await ReboundProcess.run(
            ["evaluate", "Samples/thousand.json", "--as-of", "2026-04-09", "--tasks", "R", "--draws", "0"])
        #expect(many.output.contains(/of \d+ requests with an outcome, \d+ were answered/))
        #expect(many.output.contains(/chance, \d+\s+w(as|ere)/))
        let json = try await ReboundProcess.run(
            [
                "evaluate", "Samples/thousand.json", "--as-of", "2026-04-09", "--tasks", "R", "--draws", "0",
                "--json",
            ])
        #expect(try schema.problems(of: Data(json.output.utf8)) == [])
        #expect(json.output.contains("\"trackRecord\""))
    }
}
