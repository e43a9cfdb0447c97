import FoundationEssentials
import Glibc

/// Does what lines of JSON on standard input ask for, and answers each with a line of JSON.
///
/// `Scripts/bench` talks to it and, by the same lines, to the workers of the peers in `peers/`.
@main
struct KernelRace {
    static func main() {
        var worker = Worker()
        while let line = readLine() {
            // Past the buffers of the C library, which keep a line back when a pipe reads it.
            let reply = Array((reply(to: line, worker: &worker) + "\n").utf8)
            guard write(STDOUT_FILENO, reply, reply.count) == reply.count else { return }
        }
    }

    private static func reply(to line: String, worker: inout Worker) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var reply: Reply
        do {
            reply = try worker.reply(to: JSONDecoder().decode(Request.self, from: Data(line.utf8)))
        } catch {
            reply = Reply()
            reply.error = "\(error)"
        }
        reply.peakBytes = ProcessMemory.peakBytes
        let data = (try? encoder.encode(reply)) ?? Data("{}".utf8)
        return String(decoding: data, as: UTF8.self)
    }
}

/// What `Scripts/bench` asks for.
struct Request: Decodable {
    enum Action: String, Decodable {
        /// Makes the files of a random graph.
        case generate
        /// Makes the files of the graph in a text file.
        case adopt
        /// Loads a graph and keeps it, to see how long that takes and how much memory.
        case load
        /// Runs a kernel on a graph.
        case run
        /// Measures the memory.
        case limits
    }

    let action: Action
    /// The folder of a graph.
    let graph: String?
    /// What to run, or how to load.
    let task: String?
    let threads: Int?
    /// The nodes to start from, by their numbers in the files.
    let sources: [UInt32]?
    /// Where to put the answer: one `Double` for each node or item.
    let answer: String?
    let isWeighted: Bool?
    let scale: Int?
    let edgeFactor: Int?
    let seed: UInt64?
    /// A text edge list to adopt.
    let file: String?
    /// How many items to find or to measure with.
    let count: Int?
}

/// What comes back.
struct Reply: Encodable {
    var error: String?
    var wall: Double?
    var processor: Double?
    /// Resident before and after loading.
    var residentBefore: Int?
    var residentBytes: Int?
    /// The most that was ever resident.
    var peakBytes: Int?
    /// What the answer is in short.
    var summary: [String: Double]?
}
