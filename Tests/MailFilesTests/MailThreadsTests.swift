import Foundations
import MailFiles
import ReboundTestSupport
import Testing

@Suite("Mail threads") struct MailThreadsTests {
    typealias Message = MailThreads<String>.Message

    /// Messages written as `"child: oldest … newest"`.
    private func messages(_ lines: [String]) -> [Message] {
        lines.map { line in
            let words = line.split(whereSeparator: { ": ".contains($0) }).map { String($0) }
            return Message(id: words[0], references: Array(words.dropFirst()))
        }
    }

    /// Threads written as `"child<parent root"`.
    private func threads(_ lines: [String]) -> [String] {
        let messages = messages(lines)
        let threads = MailThreads(messages)
        return messages.indices.map { index in
            "\(messages[index].id)<\(threads.parents[index].map { messages[$0].id } ?? "-") \(threads.roots[index])"
        }
    }

    @Test("An answer stands under what it answers, in any order of the mailbox")
    func answers() {
        #expect(threads(["a", "b: a", "c: a b"]) == ["a<- a", "b<a a", "c<b a"])
        #expect(threads(["c: a b", "b: a", "a"]) == ["c<b a", "b<a a", "a<- a"])
        #expect(threads([]) == [])
    }

    @Test("Under missing mails the nearest one counts as the parent, and brothers stay together")
    func missingMails() {
        #expect(threads(["d: a b c", "a"]) == ["d<a a", "a<- a"])
        #expect(threads(["b: x a", "c: x a"]) == ["b<- x", "c<- x"])
        #expect(threads(["b: y x", "c: z x", "d: y", "e: z"]).map { $0.suffix(1) } == ["y", "y", "y", "z"])
    }

    @Test("A mail itself knows better than others what it answers")
    func ownReferencesWin() {
        // c says that b stands under a, which b does not.
        #expect(threads(["a", "x", "b: x", "c: a b"]) == ["a<- a", "x<- x", "b<x x", "c<b x"])
        // A program that writes no references leaves it to the others.
        #expect(threads(["a", "b", "c: a b"]) == ["a<- a", "b<a a", "c<b a"])
    }

    @Test("Contradictions about a missing mail are decided by how many say so, then by the identifier")
    func contradictions() {
        let mails = ["p: a m", "q: b m", "r: b m", "a", "b"]
        #expect(threads(mails) == ["p<b b", "q<b b", "r<b b", "a<- a", "b<- b"])
        #expect(threads(["q: b m", "p: a m", "a", "b"]) == ["q<a a", "p<a a", "a<- a", "b<- b"])
    }

    @Test("Circles are opened at their smallest identifier")
    func circles() {
        #expect(threads(["a: a"]) == ["a<- a"])
        #expect(threads(["a: b", "b: a"]) == ["a<- a", "b<a a"])
        #expect(threads(["c: b", "a: c", "b: a"]) == ["c<b a", "a<- a", "b<a a"])
        #expect(threads(["x: a b a b"]) == ["x<- a"])
        #expect(threads(["x: a b", "y: b a"]) == ["x<- a", "y<- a"])
        #expect(threads(["a: b b b", "b: a a", "c: a c b c"]) == ["a<- a", "b<a a", "c<b a"])
    }

    @Test("Copies of a mail are in its thread, and the one that says most counts")
    func copies() {
        #expect(threads(["b", "a", "b: a", "c: b"]) == ["b<a a", "a<- a", "b<a a", "c<b a"])
    }

    @Test("Whole ancestries give back the forest from which they are taken", arguments: 0..<40)
    func forests(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 1...60, using: &random)
        let parents = (0..<count).map {
            $0 == 0 || random.unit() < 0.2 ? nil : Int.random(in: 0..<$0, using: &random)
        }
        func ancestors(_ node: Int) -> [Int] { parents[node].map { ancestors($0) + [$0] } ?? [] }
        let isThere = (0..<count).map { _ in random.unit() < 0.7 }
        let kept = (0..<count).filter { isThere[$0] }.shuffled(using: &random)
        let threads = MailThreads(
            kept.map { MailThreads<Int>.Message(id: $0, references: ancestors($0)) })
        for (position, node) in kept.enumerated() {
            #expect(threads.roots[position] == ancestors(node).first ?? node)
            #expect(threads.parents[position].map { kept[$0] } == ancestors(node).last { isThere[$0] })
        }
    }

    /// References that make no sense as a whole.
    private func tangle(_ random: inout SeededRandom) -> [MailThreads<Int>.Message] {
        let count = Int.random(in: 1...14, using: &random)
        return (0..<count).map { _ in
            let references = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                Int.random(in: 0..<count, using: &random)
            }
            return MailThreads.Message(id: Int.random(in: 0..<count, using: &random), references: references)
        }
    }

    @Test("Tangled references agree with the slow way", arguments: 0..<60)
    func agreesWithTheOracle(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<20 {
            let messages = tangle(&random)
            let threads = MailThreads(messages)
            let oracle = ThreadOracle(messages)
            #expect(threads.roots == messages.map { oracle.top($0.id) }, "\(messages)")
            let parents = threads.parents.map { $0.map { messages[$0].id } }
            #expect(parents == messages.map { oracle.nearest($0.id) }, "\(messages)")
        }
    }

    @Test("The order of the mailbox changes no thread, and no one is their own ancestor", arguments: 0..<60)
    func orderDoesNotMatter(seed: UInt64) {
        var random = SeededRandom(seed: 1000 + seed)
        for _ in 0..<20 {
            let messages = tangle(&random)
            let order = messages.indices.shuffled(using: &random)
            let threads = MailThreads(messages)
            let shuffled = MailThreads(order.map { messages[$0] })
            #expect(order.map { threads.roots[$0] } == shuffled.roots, "\(messages)")
            for start in messages.indices {
                var (node, steps) = (start, 0)
                while let parent = threads.parents[node], steps <= messages.count {
                    #expect(threads.roots[parent] == threads.roots[start])
                    (node, steps) = (parent, steps + 1)
                }
                #expect(steps <= messages.count)
            }
        }
    }

    @Test("Long chains, circles and lists take no long time")
    func size() {
        let count = 50_000
        let chain = MailThreads(
            (0..<count).map { MailThreads<Int>.Message(id: $0, references: $0 == 0 ? [] : [$0 - 1]) })
        #expect(chain.roots.allSatisfy { $0 == 0 })
        let circle = MailThreads(
            (0..<count).reversed().map { MailThreads<Int>.Message(id: $0, references: [($0 + 1) % count]) })
        #expect(circle.roots.allSatisfy { $0 == 0 })
        let list = MailThreads([MailThreads<Int>.Message(id: -1, references: Array(0..<2 * count))])
        #expect(list.roots == [0])
    }

    @Test("A mailing list of 11,114 messages falls into its threads", .enabled(if: Corpora.folder != nil))
    func mailingList() throws {
        let bytes = try FileBytes.read(path: Corpora.outside("threads/r-package-devel.events.csv"))
        let table = try #require(CSVDocument.read(bytes: bytes, file: "events").document)
        var parents: [String: String] = [:]
        let ids = table.rows.map { table.text($0, 0) }
        let known = Set(ids)
        for row in table.rows where !table.text(row, 1).isEmpty {
            parents[table.text(row, 0)] = table.text(row, 1)
        }
        func ancestors(_ id: String) -> [String] {
            var found: [String] = []
            var node = id
            while let parent = parents[node], found.count < 200 {
                found.append(parent)
                node = parent
            }
            return found.reversed()
        }
        var components = UnionFind()
        for (child, parent) in parents { components.join(child, parent) }
        // Some programs write the whole ancestry, some only the last mails of it.
        for length in [1, 3, 200] {
            let threads = MailThreads(ids.map { Message(id: $0, references: ancestors($0).suffix(length)) })
            for (position, id) in ids.enumerated() {
                #expect(components.find(threads.roots[position]) == components.find(id))
                #expect(
                    threads.parents[position].map { ids[$0] }
                        == parents[id].flatMap { known.contains($0) ? $0 : nil })
            }
            #expect(Set(threads.roots).count == Set(ids.map { components.find($0) }).count)
        }
    }
}

/// Connected components.
private struct UnionFind {
    private var parents: [String: String] = [:]

    func find(_ id: String) -> String {
        var id = id
        while let parent = parents[id] { id = parent }
        return id
    }

    mutating func join(_ left: String, _ right: String) {
        let (left, right) = (find(left), find(right))
        if left != right { parents[left] = right }
    }
}

/// Threading by walking up and down everything again for each link.
private struct ThreadOracle {
    private var parents: [Int: Int] = [:]
    private let present: Set<Int>

    init(_ messages: [MailThreads<Int>.Message]) {
        present = Set(messages.map(\.id))
        var wanted: [Int: Int] = [:]
        for id in present {
            let lists = messages.filter { $0.id == id }.map { $0.references.filter { $0 != id } }
            let longest = lists.map(\.count).max() ?? 0
            let best = lists.filter { $0.count == longest }.min { $0.lexicographicallyPrecedes($1) }
            if let last = best?.last { wanted[id] = last }
        }
        link(wanted)
        var pairs: [[Int]: Int] = [:]
        let firm = Set(parents.keys)
        for message in messages {
            let list = message.references.filter { $0 != message.id }
            for (parent, child) in zip(list, list.dropFirst()) where parent != child && !firm.contains(child)
            {
                pairs[[child, parent], default: 0] += 1
            }
        }
        while true {
            var best: [Int: Int] = [:]
            for (pair, count) in pairs where parents[pair[0]] == nil && top(pair[1]) != pair[0] {
                let other = best[pair[0]]
                let otherCount = other.map { pairs[[pair[0], $0]]! } ?? 0
                if count > otherCount || count == otherCount && pair[1] < other! { best[pair[0]] = pair[1] }
            }
            if best.isEmpty { return }
            link(best)
        }
    }

    private mutating func link(_ wanted: [Int: Int]) {
        var kept = wanted
        for child in wanted.keys {
            var circle = [child]
            while let parent = wanted[circle.last!], top(parent) != child, circle.count < 100 {
                circle.append(top(parent))
            }
            let isClosed = wanted[circle.last!].map { top($0) == child } ?? false
            if isClosed, circle.min() == child { kept[child] = nil }
        }
        parents.merge(kept) { old, _ in old }
    }

    func top(_ id: Int) -> Int {
        var id = id
        while let parent = parents[id] { id = parent }
        return id
    }

    func nearest(_ id: Int) -> Int? {
        var id = id
        while let parent = parents[id] {
            if present.contains(parent) { return parent }
            id = parent
        }
        return nil
    }
}
