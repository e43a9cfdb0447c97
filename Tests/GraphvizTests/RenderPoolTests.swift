import Foundation
import Testing

@testable import Graphviz

@Suite("Render pool")
struct RenderPoolTests {
    @Test("The story is drawn on the first rung, complete, with readable titles and no trace of the machine")
    func story() async throws {
        let graph = SampleDrawings.story()
        let rendering = try await TestPool.with { try await $0.render(graph, as: .svg) }
        #expect(rendering.rung == .labelled)
        #expect(rendering.setbacks.isEmpty)
        #expect(rendering.warnings.isEmpty)
        let svg = ParsedSVG(rendering.bytes)
        #expect(svg.isWellFormed)
        #expect(svg.ids.first == "refnet")
        #expect(
            svg.titles["p_hm1"] == "Dan Whitfield: called 5 Mar 08:30, gave feedback, referred you to Ruth")
        #expect(svg.titles["c_b"] == "Harbor Savings Bank")
        #expect(svg.texts.contains("✕  Rejected 4 Mar, gave feedback"))
        #expect(svg.texts.contains("interview 26 Feb"))
        let text = String(decoding: rendering.bytes, as: UTF8.self)
        #expect(!text.contains("<!"))
        #expect(!text.lowercased().contains("graphviz"))
        #expect(!text.contains("transparent"))
        #expect(!text.contains("<a "))
    }

    @Test("The same graph gives the same bytes, in one worker and in another")
    func repeatable() async throws {
        let rungs: [LayoutRung] = [
            .labelled, .headLabelled, .lanewise, .unlabelled, .springs,
        ]
        let graph = SampleDrawings.network(peopleCount: 25, seed: 7)
        func draw() async throws -> [[UInt8]] {
            try await TestPool.with { pool in
                var drawn: [[UInt8]] = []
                for rung in rungs {
                    // A PDF's sixth decimal shows the order in which sfdp added things up.
                    for format in RenderFormat.allCases where rung.engine == .dot || format != .pdf {
                        for _ in 0..<2 {
                            drawn.append(try await pool.render(graph, as: format, ladder: [rung]).bytes)
                        }
                    }
                }
                return drawn
            }
        }
        let first = try await draw()
        try await Task.sleep(for: .seconds(1.1))  // PDF carries the second in which it was made.
        let second = try await draw()
        for (index, pair) in zip(first, second).enumerated() {
            let isSame = pair.0 == pair.1 && pair.0 == first[index & ~1]
            #expect(isSame, "picture \(index)")
        }
        #expect(first[2].starts(with: Array("%PDF".utf8)))
        #expect(first[4].starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test("A layout that takes too long is a typed error and the next picture is drawn")
    func timeOut() async throws {
        let huge = SampleDrawings.network(peopleCount: 1_500, seed: 3)
        try await TestPool.with { pool in
            await #expect(throws: RenderError.timedOut(seconds: 0.3)) {
                let job = RenderJob(
                    dot: huge.source(), format: .svg, engine: .dot, seconds: 0.3, memoryBytes: 1 << 30)
                _ = try await pool.answer(to: job).outcome.get()
            }
            let next = try await pool.render(SampleDrawings.story(), as: .svg)
            #expect(next.rung == .labelled)
        }
    }

    @Test("The ladder is climbed down when a rung fails, and says why")
    func ladder() async throws {
        let huge = SampleDrawings.network(peopleCount: 1_500, seed: 3)
        let rendering = try await TestPool.with {
            try await $0.render(
                huge, as: .svg, limits: RenderLimits(seconds: 20),
                ladder: [.labelled, .springs])
        }
        #expect(rendering.rung == .springs)
        #expect(rendering.setbacks.count == 1)
        guard case .timedOut = rendering.setbacks.first else {
            Issue.record("\(rendering.setbacks)")
            return
        }
        #expect(!ParsedSVG(rendering.bytes).ids.contains("c_0"))
    }

    @Test("A large graph begins below the rung that makes room for text")
    func ladderStart() {
        #expect(LayoutRung.ladder(for: SampleDrawings.network(peopleCount: 20, seed: 1)).first == .labelled)
        #expect(
            LayoutRung.ladder(for: SampleDrawings.network(peopleCount: 320, seed: 1)).first == .headLabelled)
        #expect(
            LayoutRung.ladder(for: SampleDrawings.network(peopleCount: 1_100, seed: 1)).first == .lanewise)
    }

    @Test("A worker that is killed while idle is replaced", arguments: 1...3)
    func killedWhileIdle(round: Int) async throws {
        let mark = "killed-while-idle-\(round)"
        try await TestPool.with(mark: mark) { pool in
            let before = try await pool.render(SampleDrawings.story(), as: .svg)
            let workers = TestPool.workers(marked: mark)
            #expect(workers.count == 1)
            for worker in workers { kill(worker, SIGKILL) }
            if round > 1 { try await Task.sleep(for: .milliseconds(50 * round)) }
            let after = try await pool.render(SampleDrawings.story(), as: .svg)
            #expect(before == after)
        }
    }

    @Test("A worker that is killed at work is replaced and its picture drawn; its child goes with it")
    func killedAtWork() async throws {
        let graph = SampleDrawings.network(peopleCount: 400, seed: 5)
        let mark = "killed-at-work"
        try await TestPool.with(mark: mark) { pool in
            let killed = TestPool.WhenDrawing(marked: mark) { worker, child in
                kill(worker, SIGKILL)
                return child
            }
            let rendering = try await pool.render(graph, as: .svg, ladder: [.headLabelled])
            #expect(rendering.rung == .headLabelled)
            let child = try #require(await killed.value)
            #expect(kill(child, 0) != 0)
        }
    }

    @Test("A crash is a typed error, and the ladder goes on below it")
    func crash() async throws {
        let mark = "crash"
        try await TestPool.with(mark: mark) { pool in
            let killed = TestPool.WhenDrawing(marked: mark) { _, child in kill(child, SIGSEGV) }
            let rendering = try await pool.render(
                SampleDrawings.network(peopleCount: 1_500, seed: 3), as: .svg, limits: .batch,
                ladder: [.labelled, .lanewise])
            #expect(await killed.value == 0)
            #expect(rendering.setbacks == [.crashed(signal: SIGSEGV)])
            #expect(rendering.rung == .lanewise)
        }
    }

    @Test("Memory has a limit")
    func memoryLimit() async throws {
        let graph = SampleDrawings.network(peopleCount: 1_500, seed: 4)
        try await TestPool.with { pool in
            let job = RenderJob(
                dot: graph.source(for: .springs), format: .png, engine: .sfdp, seconds: 30,
                memoryBytes: 16 << 20)
            let answer = try await pool.answer(to: job)
            #expect(throws: RenderError.outOfMemory(limitBytes: 16 << 20)) { try answer.outcome.get() }
            _ = try await pool.render(SampleDrawings.story(), as: .svg)
        }
    }

    @Test(
        "What Graphviz cannot read is a typed error with its message",
        arguments: ["digraph {", "graph { a -> b }", "", "}", "digraph { a [label=<<TABLE>] }", "\u{1}\u{2}"])
    func invalidDocument(dot: String) async throws {
        try await TestPool.with { pool in
            let job = RenderJob(dot: dot, format: .svg, engine: .dot, seconds: 5, memoryBytes: 1 << 30)
            let answer = try await pool.answer(to: job)
            switch answer.outcome {
            case .failure(.invalidDocument(let message)), .failure(.layoutFailed(let message)):
                #expect(dot.isEmpty || message != "no reason given")
            default: Issue.record("\(answer.outcome)")
            }
        }
    }

    @Test(
        "An executable that is no worker is an error, not a hang", arguments: ["/nonexistent", "/bin/true"])
    func noWorker(executable: String) async throws {
        try await TestPool.with(executable: executable) { pool in
            do {
                _ = try await pool.render(SampleDrawings.story(), as: .svg)
                Issue.record("drew with \(executable)")
            } catch let error as RenderError {
                guard case .workerUnavailable = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }

    @Test(
        "A worker that cannot draw here says why",
        arguments: [
            (status: 69, reason: RenderError.graphvizMissing), (72, .graphvizIncomplete), (68, .noFont),
            (74, .tooFewDescriptors),
        ])
    func cannotDraw(status: Int, reason: RenderError) async throws {
        let executable = FileManager.default.temporaryDirectory.path + "/worker-\(UUID().uuidString)"
        try "#!/bin/sh\nexit \(status)\n".write(toFile: executable, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: executable) }
        chmod(executable, 0o755)
        _ = try await TestPool.with(executable: executable) { pool in
            await #expect(throws: reason) {
                _ = try await pool.render(SampleDrawings.story(), as: .svg)
            }
        }
    }

    @Test("A worker inherits no descriptor of its client but its two pipes")
    func inheritsNothing() async throws {
        let inherited = open("/dev/null", O_RDONLY)
        defer { close(inherited) }
        let mark = "inherits-nothing"
        try await TestPool.with(mark: mark) { pool in
            _ = try await pool.render(SampleDrawings.story(), as: .svg)
            let worker = try #require(TestPool.workers(marked: mark).first)
            let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(worker)/fd")
            let targets = try descriptors.map {
                try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(worker)/fd/\($0)")
            }
            #expect(targets.filter { $0.hasPrefix("pipe:") }.count == 2)
            #expect(targets.filter { $0 == "/dev/null" }.count == 4, "\(targets)")
        }
    }

    @Test("The limit is processor time: a drawing that is held up keeps it")
    func heldUp() async throws {
        let graph = SampleDrawings.network(peopleCount: 400, seed: 5)
        let mark = "held-up"
        try await TestPool.with(mark: mark) { pool in
            let held = TestPool.WhenDrawing(marked: mark) { _, child in
                kill(child, SIGSTOP)
                sleep(2)
                return kill(child, SIGCONT)
            }
            let job = RenderJob(
                dot: graph.source(for: .headLabelled), format: .svg, engine: .dot, seconds: 60,
                memoryBytes: 1 << 30)
            let answer = try await pool.answer(to: job)
            #expect(await held.value == 0)
            #expect(try !answer.outcome.get().isEmpty)
            #expect(answer.seconds < 60)
        }
    }

    @Test("Characters that no font has are named once, with the packages that have them")
    func missingCharacters() async throws {
        #expect(MissingCharacters(in: "Dan Whitfield, Zoë — 5 Mar ★") == nil)
        // No font can have noncharacters' neighbours in the private planes.
        let missing = try #require(MissingCharacters(in: "\u{10FFFD}\u{10FFFD}a\u{FE0F}"))
        #expect(missing.scalars == ["\u{10FFFD}"])
        #expect(missing.packages.isEmpty)
        #expect(missing.description == "no installed font has \u{10FFFD}")
        var graph = DotGraph(.init(SVGIdentifier("g")), nodeDefaults: NodeStyle(shape: .plain))
        _ = graph.addNode(.init(SVGIdentifier("n")), label: .text("a\u{10FFFD}"))
        let pictures = try await TestPool.with { [graph] pool in
            [try await pool.render(graph, as: .svg), try await pool.render(graph, as: .png)]
        }
        #expect(pictures[0].missingCharacters == nil)
        #expect(pictures[1].missingCharacters == missing)
    }

    @Test("A closed pool refuses, and its processes are gone")
    func closed() async throws {
        let pool = RenderPool(workerCount: 2, executable: TestPool.executable)
        async let first = pool.render(SampleDrawings.story(), as: .svg)
        async let second = pool.render(SampleDrawings.network(peopleCount: 30, seed: 1), as: .svg)
        _ = try await (first, second)
        await pool.close()
        await #expect(throws: RenderError.workerUnavailable(reason: "the pool is closed")) {
            try await pool.render(SampleDrawings.story(), as: .svg)
        }
    }

    @Test("A chain of 10,000 nodes neither overflows the stack nor loses a node")
    func longChain() async throws {
        var graph = DotGraph(.init(SVGIdentifier("chain")), nodeDefaults: NodeStyle(shape: .plain))
        var tail = graph.addNode(.init(SVGIdentifier("n_0")), label: .text("0"))
        for number in 1..<10_000 {
            let head = graph.addNode(.init(SVGIdentifier("n_\(number)")), label: .text("\(number)"))
            graph.addEdge(.init(SVGIdentifier("e_\(number)")), from: tail, to: head)
            tail = head
        }
        let rendering = try await TestPool.with {
            try await $0.render(graph, as: .svg, limits: .batch, ladder: [.unlabelled])
        }
        #expect(rendering.setbacks.isEmpty)
    }

    @Test("A cancelled task gets no picture")
    func cancelled() async throws {
        try await TestPool.with { pool in
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return try await pool.render(SampleDrawings.story(), as: .svg)
            }
            task.cancel()
            await #expect(throws: RenderError.cancelled) { try await task.value }
        }
    }
}
