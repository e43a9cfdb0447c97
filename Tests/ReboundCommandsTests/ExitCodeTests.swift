import Foundation
import ReboundTestSupport
import Testing

@Suite("Exit codes and messages")
struct ExitCodeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let code: Int32
        let message: String

        init(_ arguments: String..., code: Int32, _ message: String) {
            (self.arguments, self.code, self.message) = (arguments, code, message)
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    /// Run in a folder that has `good.json`, the bad files below, `tables/` and the empty folder `nothing/`.
    static let cases = [
        Case("next", "missing.json", code: 66, "rebound: missing.json: no such file or folder\n"),
        Case("next", "good.json/x", code: 66, "rebound: good.json/x: no such file or folder\n"),
        Case("next", "", code: 64, "rebound: The name of the network's file is empty.\n"),
        Case("next", "broken.json", code: 65, "rebound: broken.json has 1 error and cannot be used\n"),
        Case("next", "empty.json", code: 65, "hint: the file is empty"),
        Case("next", "/dev/null", code: 65, "hint: the file is empty"),
        Case("next", "binary.json", code: 65, "binary.json: error: [encoding-invalid] found"),
        Case("next", "list.json", code: 65, "found a list; expected a network"),
        Case("next", "nothing", code: 65, "found no people.csv"),
        Case("next", "huge.json", code: 65, "rebound: huge.json: larger than 256 MiB"),
        Case("next", "tables/people.csv", code: 65, "name the folder instead"),
        Case("next", "-", code: 65, "rebound: standard input has 1 error and cannot be used\n"),
        Case("next", "\u{1B}[31m.json", code: 66, "rebound: \\u{1b}[31m.json: no such file"),
        Case(
            "next", code: 66, "yet; start one with `rebound import` or `rebound add`, or name a network file"),
        Case("next", "good.json", "--db", "x.db", code: 64, "A file and --db name two networks"),
        Case("next", "good.json", "more", code: 64, "Unexpected argument 'more'"),
        Case("next", "good.json", "--bogus", code: 64, "Unknown option '--bogus'"),
        Case("next", "good.json", "--top", "0", code: 64, "--top takes a whole number of at least 1, not 0."),
        Case("next", "good.json", "--top", "x", code: 64, "'x' is invalid for '--top <count>'"),
        Case("next", "good.json", "--as-of", "tomorrow", code: 64, "such as 2026-04-09"),
        Case("next", "good.json", "--as-of", "2026-02-30", code: 64, "such as 2026-04-09"),
        Case("next", "good.json", "\u{1B}[31m", code: 64, "Unexpected argument ' [31m'"),
        Case("nxt", code: 64, "rebound: there is no command “nxt”; did you mean “next”?\n"),
        Case(
            "zzz", code: 64,
            "the commands are today, serve, mcp, next, stalled, why, show, find, draw, report,"),
        Case("good.json", code: 64, "such as: rebound next good.json\n"),
        Case("stalled", "good.json", "--exit-code", "--as-of", "2026-03-25", code: 1, ""),
        Case(
            "why", "zzzzzz", "good.json", code: 1,
            "rebound: no one in “What silence means” is called “zzzzzz”\n"),
        Case("why", "Tomasz Wierzbiki", "good.json", code: 1, "did you mean “Tomasz Wierzbicki”?\n"),
        Case("why", "", "good.json", code: 64, "PERSON is empty"),
        Case("why", " ", "good.json", code: 64, "PERSON is empty"),
        Case("why", "good.json", "dan", code: 64, "the person comes first: rebound why “dan” good.json"),
        Case("why", "twin", "twins.json", code: 64, "rebound: “twin” fits 14 people; give the id of one"),
        Case("why", "\u{1B}]0;x\u{7}", "good.json", code: 1, "is called “ ]0;x ”\n"),
        Case("mcp", "-", code: 64, "Standard input is for the assistant"),
        Case("mcp", "missing.json", code: 66, "rebound: missing.json: no such file"),
        Case("mcp", "good.json", "--allow-recording", code: 64, "A network file is only looked at"),
        Case("mcp", "--allow-recording", "--redact", code: 64, "goes without --redact and --only"),
        Case("mcp", "--allow-recording", "--only", "mentor", code: 64, "goes without --redact and --only"),
        Case("mcp", "good.json", "--redact", "--notes", code: 64, "it goes without --notes"),
        Case("mcp", "good.json", "--only", "nothing", code: 64, "nothing"),
        Case("mcp", "good.json", "--only", "", code: 64, "is no tag"),
        Case("mcp", "good.json", "--policy", "bogus", code: 66, "bogus"),
        Case("today", "good.json", "--next", "-1", code: 64, "--next"),
        Case("find", " ", "good.json", code: 64, "There is nothing to look for."),
        Case(
            "find", "a", "good.json", "--top", "0", code: 64,
            "--top takes a whole number of at least 1, not 0."),
        Case("show", "zzzzzz", "good.json", code: 1, "is called “zzzzzz”\n"),
        Case("show", "--company", "zzzzzz", "good.json", code: 1, "rebound: no company in"),
        Case("check", "broken.json", code: 65, ""),
        Case("check", "missing.json", code: 66, "rebound: missing.json: no such file or folder\n"),
        Case("check", "good.json", "--as-of", "2026-03-19", code: 1, ""),
        Case(
            "draw", "good.json", "-o", "x.bmp", code: 64,
            "“bmp” is no kind of drawing; choose svg, pdf, png or dot"),
        Case("draw", "good.json", "--format", "jpg", code: 64, "“jpg” is no kind of drawing"),
        Case(
            "draw", "good.json", "--people", "0", code: 64,
            "--people takes a whole number of at least 1, not 0."),
        Case("draw", "good.json", "--people", "3", "--all", code: 64, "contradict each other"),
        Case("draw", "good.json", "--view", "heap", code: 64, "heap"),
        Case(
            "draw", "good.json", "--view", "map", "--since", "2026-01-01", code: 64,
            "--since goes with --view diff and --view timeline"),
        Case(
            "draw", "good.json", "--view", "timeline", "--people", "3", code: 64,
            "--people does not go with --view timeline"),
        Case(
            "draw", "good.json", "--view", "map", "--people", "3", code: 64,
            "--people does not go with --view map"),
        Case("draw", "good.json", "--time-limit", "nan", code: 64, "--time-limit takes seconds above 0"),
        Case("draw", "good.json", "--time-limit", "inf", code: 64, "--time-limit takes seconds above 0"),
        Case(
            "draw", "good.json", "--time-limit", "0.000001", code: 70,
            "a larger --time-limit or fewer --people may help\n"),
        Case(
            "draw", "good.json", "-o", "none/x.svg", code: 73,
            "rebound: none/x.svg: its folder does not exist\n"),
        Case(
            "draw", "good.json", "-o", "nothing", "--format", "svg", code: 73,
            "rebound: nothing: not a regular file"),
        Case(
            "draw", "good.json", "-o", "good.json", "--format", "svg", code: 73,
            "would overwrite what is being read"
        ),
        Case("draw", "good.json", "--view", "circle", code: 64, "'circle' is invalid for '--view <view>'"),
        Case(
            "draw", "good.json", "--view", "ring", "--from", "dan", code: 64, "it goes with --view chain"),
        Case(
            "draw", "good.json", "--from", "dan", "--to", "eva", code: 64, "--from says where a chain begins"),
        Case("draw", "good.json", "--to", "zz", code: 1, "is called “zz”"),
        Case("draw", "good.json", "--company", "zz", code: 1, "zz"),
        Case("draw", "good.json", "--from", "zz", code: 1, "is called “zz”"),
        Case(
            "draw", "good.json", "--since", "2026-04-10", "--as-of", "2026-04-10", code: 64,
            "--since 2026-04-10 is not before 2026-04-10, the day of the picture; see --as-of"),
        Case(
            "draw", "good.json", "--view", "timeline", "--since", "2027-01-01", "--as-of", "2026-04-10",
            code: 64, "is not before 2026-04-10"),
        Case(
            "draw", "good.json", "--only", "due,stalld", code: 64,
            "“stalld” is no kind of people; did you mean “stalled”? There are due, stalled,"),
        Case("draw", "good.json", "--view", "chain", code: 66, "no one has given you a name yet"),
        Case("draw", "good.json", "--view", "chain", "--from", "zz", code: 1, "is called “zz”"),
        Case("draw", "good.json", "--view", "path", code: 64, "--view path needs either --to with a name"),
        Case("draw", "good.json", "--view", "path", "--to", "zz", code: 1, "is called “zz”"),
        Case("draw", "good.json", "--view", "map", "--to", "dan", code: 64, "it goes with --view path"),
        Case("draw", "good.json", "--view", "company", code: 64, "needs --company with its name"),
        Case(
            "draw", "good.json", "--view", "chain", "--company", "x", code: 64, "--company goes with --view"),
        Case("draw", "broken.json", code: 65, "rebound: broken.json has 1 error and cannot be used\n"),
        Case("batch", "nowhere", "-o", "out", code: 66, "rebound: nowhere: no such file or folder\n"),
        Case(
            "batch", "good.json", "-o", "out", code: 66,
            "rebound: good.json: a file; expected a folder of networks"),
        Case("batch", "nothing", "-o", "out", code: 66, "rebound: nothing: it has no networks"),
        Case(
            "batch", "many", "-o", "many", code: 73, "rebound: many: the results would mix with the networks"),
        Case(
            "batch", "many", "-o", "good.json", code: 73, "rebound: good.json: there is a file of that name"),
        Case(
            "batch", "many", "-o", "good.json/out", code: 73,
            "rebound: good.json/out: the folder cannot be made"),
        Case("batch", "many", "-o", ".", code: 73, "rebound: .: has files that are not from a batch"),
        Case("batch", "many", "-o", "", code: 64, "The name of the output folder is empty."),
        Case("batch", "many", code: 64, "for example: rebound batch many -o report\n"),
        Case("batch", "-", "-o", "out", code: 64, "write: rebound batch - --jsonl --as-of "),
        Case(
            "batch", "many", "--jsonl", "--as-of", "2026-04-10", code: 64,
            "write: rebound batch - --jsonl --as-of 2026-04-10 < networks.jsonl > results.jsonl\n"),
        Case("batch", "-", "--jsonl", code: 64, "for example: rebound batch - --jsonl --as-of "),
        Case(
            "batch", "-", "--jsonl", "--as-of", "2026-04-10", "-o", "out", code: 64,
            "--output does not go with --jsonl; write: rebound batch - --jsonl --as-of 2026-04-10\n"),
        Case("batch", "-", "--jsonl", "--shard", "1/2", code: 64, "--shard does not go with --jsonl"),
        Case("batch", "-", "--jsonl", "--time-limit", "3", code: 64, "--time-limit does not go with --jsonl"),
        Case("batch", "-", "--jsonl", "--redact", code: 64, "--redact does not go with --jsonl"),
        Case("batch", "many", "-o", "out", "--strict", code: 64, "--strict goes with --jsonl"),
        Case("batch", "many", "-o", "out", "--shard", "3/2", code: 64, "'3/2' is invalid for '--shard"),
        Case("batch", "many", "-o", "out", "--shard", "0/2", code: 64, "'0/2' is invalid for '--shard"),
        Case("batch", "many", "-o", "out", "--shard", "1/0", code: 64, "'1/0' is invalid for '--shard"),
        Case("batch", "many", "-o", "out", "--shard", "1", code: 64, "'1' is invalid for '--shard"),
        Case(
            "batch", "many", "-o", "out", "--shard", "1/2", "--redact", code: 64,
            "--shard does not go with --redact"),
        Case(
            "batch", "many", "-o", "out", "--no-drawing", "--time-limit", "3", code: 64,
            "--time-limit is for drawings"),
        Case("batch", "many", "-o", "out", "-j", "0", code: 64, "--jobs takes a number from 1 to 64, not 0."),
        Case("batch", "many", "-o", "out", code: 65, "bad.json:1:2: error: [json-syntax]"),
    ]

    @Test("What goes wrong is said, and its exit code is the documented one", arguments: cases)
    func mistake(_ mistake: Case) async throws {
        try await TemporaryFolder.with { folder in
            try Self.fill(folder)
            let outcome = try await ReboundProcess.run(mistake.arguments, in: folder.path)
            #expect(outcome.code == mistake.code)
            #expect(mistake.message.isEmpty || outcome.error.contains(mistake.message), "\(outcome.error)")
            // A check's findings are its data.
            let hasData =
                mistake.code == 1 && ["check", "stalled"].contains(mistake.arguments[0])
                || mistake.arguments.first == "batch" && mistake.code == 65
            #expect(
                outcome.output.isEmpty == !(hasData || mistake.arguments[0] == "check" && mistake.code == 65))
            let isSafe = (outcome.output + outcome.error).unicodeScalars.allSatisfy {
                $0 == "\n" || $0.properties.generalCategory != .control
            }
            #expect(isSafe)

            let narrow = try await ReboundProcess.run(
                mistake.arguments, in: folder.path, environment: ["COLUMNS": "80"])
            for line in (narrow.output + narrow.error).lines { #expect(line.count <= 80, "\(line)") }
        }
    }

    @Test func warningsAreCutExceptInACheck() async throws {
        let sample = "Samples/three-referrals.json"
        let next = try await ReboundProcess.run(["next", sample, "--as-of", "2026-01-01"])
        #expect(next.code == 0)
        #expect(next.error.lines.count == 4)
        #expect(next.error.lines[3].hasSuffix("more warnings; `rebound check` lists them"))
        let check = try await ReboundProcess.run(["check", sample, "--as-of", "2026-01-01"])
        #expect(check.code == 1)
        #expect(check.error == "")
        #expect(check.output.lines.count > 20)
    }

    private static func fill(_ folder: TemporaryFolder) throws {
        let files = FileManager.default
        try files.copyItem(atPath: "\(ReboundProcess.samples)/two-silences.json", toPath: folder("good.json"))
        try folder.write("{", to: "broken.json")
        try folder.write("", to: "empty.json")
        try folder.write([0xFF, 0xFE, 0x00, 0x81], to: "binary.json")
        try folder.write("[1, 2]", to: "list.json")
        try folder.write("id,name,seeker\nme,Mia,yes\n", to: "tables/people.csv")
        try files.createDirectory(atPath: folder("nothing"), withIntermediateDirectories: true)
        try folder.write("", to: "huge.json")
        try FileHandle(forWritingTo: URL(filePath: folder("huge.json"))).truncate(atOffset: 300 << 20)
        let twins = (1...14).map { #"{"id":"t\#($0)","name":"Twin \#($0)"}"# }.joined(separator: ",")
        try folder.write(
            #"{"format":"rebound-network","version":1,"seeker":"t1","people":[\#(twins)]}"#, to: "twins.json")
        try folder.write("id,name,seeker\nme,Mia,yes\n", to: "many/good/people.csv")
        try folder.write("{", to: "many/bad.json")
    }
}
