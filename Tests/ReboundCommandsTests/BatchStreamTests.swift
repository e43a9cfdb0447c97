import Foundation
import NetworkFiles
import ReboundTestSupport
import Testing

@Suite("rebound batch - --jsonl")
struct BatchStreamTests {
    private static let command = ["batch", "-", "--jsonl", "--as-of", "2026-04-10"]

    private func run(_ input: String, _ more: String...) async throws -> ReboundProcess.Outcome {
        try await ReboundProcess.run(Self.command + more, input: Array(input.utf8))
    }

    private func line(_ file: [UInt8]) -> String {
        String(decoding: file.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    }

    /// Lines of networks of all sizes, some in envelopes, and every tenth no network.
    private func lines(_ count: Int) -> [String] {
        var networks = RandomNetworks(seed: 7)
        return (0..<count).map { number in
            let network = line(NetworkJSONWriter.bytes(of: networks.network(size: 1 + number % 12)))
            return switch number % 10 {
            case 3: #"{"id":\#(number),"network":\#(network)}"#
            case 5: #"{"id":"client \#(number)","network":\#(network)}"#
            case 9: number % 20 == 9 ? "" : String(network.dropLast(20))
            default: network
            }
        }
    }

    private func objects(_ output: String) throws -> [[String: Any]] {
        try output.lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test(
        "The bytes do not depend on how the lines are cut into shards, nor on the jobs",
        arguments: [1, 3, 17])
    func shards(count: Int) async throws {
        let lines = lines(60)
        let whole = try await run(lines.map { $0 + "\n" }.joined(), "--jobs", "2")
        #expect(whole.code == 0 && whole.output.lines.count == 60)
        #expect(whole.error == "60 networks: 54 analyzed, 6 errors\n")
        var random = SeededRandom(seed: UInt64(count))
        let cuts = [0] + (1..<count).map { _ in Int.random(in: 0...60, using: &random) }.sorted() + [60]
        for jobs in ["1", "2", "5"] {
            var output = ""
            var analyzed = 0
            for (start, end) in zip(cuts, cuts.dropFirst()) {
                let shard = try await run(lines[start..<end].map { $0 + "\n" }.joined(), "--jobs", jobs)
                output += shard.output
                let words = try #require(shard.error.wholeMatch(of: /(\d+) networks?: (\d+) analyzed, .*\n/))
                #expect(Int(words.output.1) == end - start)
                analyzed += Int(words.output.2) ?? 0
            }
            #expect(output == whole.output)
            #expect(analyzed == 54)
        }
    }

    @Test("Each line is what the schema says, and the lines come in the order of the input")
    func schema() async throws {
        let cohort = "\(ReboundProcess.samples)/cohort"
        var input = lines(20)
        for name in try FileManager.default.contentsOfDirectory(atPath: cohort).sorted().prefix(6) {
            input.append(
                #"{"id":"\#(name)","network":\#(line(Array(try Data(contentsOf: URL(filePath: "\(cohort)/\(name)")))))}"#
            )
        }
        let outcome = try await run(input.joined(separator: "\n"))
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/batch-record.schema.json")
        for line in outcome.output.lines { #expect(try schema.problems(of: Data(line.utf8)) == []) }
        let answers = try objects(outcome.output)
        #expect(answers.count == 26)
        #expect(answers[3]["id"] as? Int == 3 && answers[15]["id"] as? String == "client 15")
        #expect(answers.map { $0["error"] != nil } == (0..<26).map { $0 == 9 || $0 == 19 })
        #expect(answers[9]["id"] is NSNull)
        // What is not as the schema says is found.
        let broken = outcome.output.lines[20].replacing(
            #""schema":"rebound-batch-record/1""#, with: #""schema":1"#)
        #expect(try schema.problems(of: Data(broken.utf8)) != [])
    }

    @Test("A line says what the folder of a batch says of the same network")
    func likeAFolder() async throws {
        try await TemporaryFolder.with { folder in
            let name = try #require(
                FileManager.default.contentsOfDirectory(
                    atPath: "\(ReboundProcess.samples)/cohort"
                ).min())
            let file = Array(try Data(contentsOf: URL(filePath: "\(ReboundProcess.samples)/cohort/\(name)")))
            try folder.write(file, to: "in/\(name)")
            _ = try await ReboundProcess.run([
                "batch", folder("in"), "-o", folder("out"), "--no-drawing", "--as-of", "2026-04-10",
            ])
            let record = try objects(try folder.text(of: "out/\(name)").replacing("\n", with: " "))[0]
            let answer = try objects(try await run(line(file)).output)[0]
            for key in ["next", "stalled"] {
                #expect(record[key] as? NSDictionary == answer[key] as? NSDictionary, "\(key)")
            }
            for key in ["title", "size", "first", "dueCount", "stalled", "attention"] {
                let (left, right) = (record["entry"] as? [String: Any], answer["entry"] as? [String: Any])
                #expect(left?[key] as? NSObject == right?[key] as? NSObject, "\(key)")
            }
        }
    }

    @Test("Errors leave the exit code alone unless --strict asks")
    func strict() async throws {
        let good = lines(1)[0]
        #expect(try await run("\(good)\n", "--strict").code == 0)
        let lenient = try await run("\(good)\n{\n")
        let strict = try await run("\(good)\n{\n", "--strict")
        #expect(lenient.code == 0 && strict.code == 65)
        #expect(lenient.output == strict.output && lenient.error == "2 networks: 1 analyzed, 1 error\n")
        let empty = try await run("", "--strict")
        #expect(empty.code == 0 && empty.output == "" && empty.error == "0 networks: 0 analyzed, 0 errors\n")
    }

    @Test("A line for each line, whatever stands in them")
    func hostile() async throws {
        let texts = try HostileText.all.map { text in
            let name = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
            return
                #"{"id":\#(name),"network":{"format":"rebound-network","version":1,"seeker":"me","people":[{"id":"me","name":"Mia"},{"id":"x","name":\#(name)}]}}"#
        }
        let outcome = try await run(texts.map { $0 + "\r\n" }.joined())
        #expect(outcome.code == 0)
        let answers = try objects(outcome.output)
        #expect(answers.count == texts.count)
        for (text, answer) in zip(HostileText.all, answers) { #expect(answer["id"] as? String == text) }
        // Whatever a reader takes for the end of a line ends one.
        #expect(outcome.output.split(whereSeparator: \.isNewline).count == texts.count)
        #expect(
            outcome.output.unicodeScalars.allSatisfy {
                $0 == "\n" || $0.properties.generalCategory != .control && $0.value != 0x202E
            })
    }

    @Test("A line over the limit and one nested too deep cost nothing but themselves")
    func oversized() async throws {
        let good = lines(1)[0]
        let long = #"{"format":"\#(String(repeating: "x", count: (64 << 20) + 1))"}"#
        let deep = String(repeating: "[", count: 2_000_000)
        let outcome = try await run([good, long, deep, good].joined(separator: "\n"))
        let answers = try objects(outcome.output)
        #expect(answers.map { $0["error"] != nil } == [false, true, true, false])
        #expect(outcome.output.lines[0] == outcome.output.lines[3])
        #expect(outcome.output.lines[1].contains("line-too-long"))
        #expect(outcome.output.lines[2].contains("json-too-deep"))
    }

    @Test("A reader that goes away ends it quietly; a full disk does not")
    func output() async throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        try await TemporaryFolder.with { folder in
            try folder.write(lines(40).joined(separator: "\n"), to: "in.jsonl")
            let command =
                "exec '\(ReboundProcess.path)' \(Self.command.joined(separator: " ")) < '\(folder("in.jsonl"))'"
            func status(_ shell: String) throws -> (Int32, String) {
                let process = Process()
                process.executableURL = URL(filePath: "/bin/bash")
                process.arguments = ["-c", shell]
                process.environment = ["SWIFT_BACKTRACE": "enable=no", "REBOUND_DB": "/nonexistent/x.db"]
                let error = Pipe()
                process.standardError = error
                try process.run()
                let text = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                process.waitUntilExit()
                return (process.terminationStatus, text)
            }
            let gone = try status("set -o pipefail; (\(command)) | head -c 1 > /dev/null")
            #expect(gone.0 == 0 && gone.1 == "")
            let full = try status("\(command) > /dev/full")
            #expect(full.0 == 74 && full.1.hasPrefix("rebound: standard output: cannot be written: "))
            let input = try status("exec '\(ReboundProcess.path)' \(Self.command.joined(separator: " ")) < /")
            #expect(input.0 == 66)
        }
    }

    @Test("An answer comes before the next question is asked")
    func oneByOne() async throws {
        let process = Process()
        process.executableURL = URL(filePath: ReboundProcess.path)
        process.arguments = Self.command + ["--jobs", "1"]
        process.environment = ["SWIFT_BACKTRACE": "enable=no"]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, Pipe())
        try process.run()
        for line in lines(3) {
            input.fileHandleForWriting.write(Data("\(line)\n".utf8))
            var answer = Data()
            while answer.last != 0x0A { answer += output.fileHandleForReading.availableData }
            #expect(answer.starts(with: Data("{".utf8)))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
