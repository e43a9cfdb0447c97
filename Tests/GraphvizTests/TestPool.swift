import Foundation
import FoundationXML

@testable import Graphviz

/// Pools whose workers are the `rebound` executable built beside the tests.
enum TestPool {
    static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "rebound").path(percentEncoded: false)

    /// Gives `body` a pool and waits until its processes are gone.
    ///
    /// - Parameter mark: A second argument for the workers, which they ignore, to find them by.
    static func with<Value>(
        workerCount: Int = 1, executable: String = executable, mark: String = "unmarked",
        _ body: (RenderPool) async throws -> Value
    ) async throws -> Value {
        let pool = RenderPool(
            workerCount: workerCount, executable: executable, arguments: [RenderWorkerProcess.argument, mark])
        do {
            let value = try await body(pool)
            await pool.close()
            return value
        } catch {
            await pool.close()
            throw error
        }
    }

    /// The living children of `parent` that are marked workers or forks of one.
    static func workers(marked mark: String, of parent: Int32 = getpid()) -> [Int32] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return entries.compactMap(Int32.init).sorted().filter { process in
            let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
            let fields = status.drop { $0 != ")" }.split(separator: " ")
            let command = (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)) ?? ""
            return fields.count > 2 && fields[1] != "Z" && Int32(fields[2]) == parent
                && command.split(separator: "\0").last == Substring(mark)
        }
    }
}

extension TestPool {
    /// Does something when a marked worker draws, which begins to be watched for at once.
    ///
    /// In a thread of its own: other tests may hold every thread that tasks share until the picture is done.
    struct WhenDrawing<Value: Sendable> {
        private let outcome: AsyncStream<Value>

        /// Begins to watch; `action` gets the worker and the child that draws.
        init(marked mark: String, _ action: @escaping @Sendable (_ worker: Int32, _ child: Int32) -> Value) {
            let (outcome, continuation) = AsyncStream<Value>.makeStream()
            self.outcome = outcome
            Thread.detachNewThread {
                defer { continuation.finish() }
                for _ in 0..<50_000 {
                    for worker in workers(marked: mark) {
                        guard let child = workers(marked: mark, of: worker).first else { continue }
                        continuation.yield(action(worker, child))
                        return
                    }
                    usleep(2_000)
                }
            }
        }

        /// What the action gave; `nil` if nothing was drawn.
        var value: Value? {
            get async { await outcome.first { _ in true } }
        }
    }
}

/// What a strict XML parser finds in an SVG.
final class ParsedSVG: NSObject, XMLParserDelegate {
    private(set) var isWellFormed = false
    private(set) var elements: [String] = []
    private(set) var titles: [String: String] = [:]
    private(set) var texts: [String] = []
    private(set) var attributes: [(name: String, value: String)] = []
    private var groups: [String?] = []
    private var characters = ""

    init(_ bytes: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    var ids: [String] { attributes.filter { $0.name == "id" }.map(\.value) }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes found: [String: String]
    ) {
        elements.append(element)
        characters = ""
        for name in found.keys.sorted() { attributes.append((name, found[name] ?? "")) }
        groups.append(found["class"] == nil ? nil : found["id"])
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { characters += string }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
        groups.removeLast()
        if element == "title", let group = groups.last, let group { titles[group] = characters }
        if element == "text" { texts.append(characters.replacing("\u{A0}", with: " ")) }
        characters = ""
    }
}
