internal import GraphAlgorithms

/// One reading of a text into blocks of edges and labels.
struct EdgeListReading {
    let text: EdgeListText
    let source: TextSource
    let run: KernelRun

    /// What a piece of the text held.
    private struct Piece {
        var block: EdgeBlocks.Block?
        var greatest: UInt32 = 0
        var greatestSource: UInt32 = 0
        var comments = 0
        var loops = 0
        var names: NameTable?
        var failure: EdgeListError?
    }

    /// What the whole text held.
    struct Parsed {
        let edges: EdgeBlocks
        let labels: NodeLabels
        let comments: Int
        let loops: Int
    }

    func edges() throws(EdgeListError) -> Parsed {
        var pieces = [Piece](repeating: Piece(), count: source.pieceCount)
        var parsers = (0..<run.threads).map { _ in EdgeListParser(text: text) }
        do throws(GraphError) {
            try pieces.withUnsafeMutableBufferPointer { pieces throws(GraphError) in
                try parsers.withUnsafeMutableBufferPointer { parsers throws(GraphError) in
                    try run.forEachPiece(of: source.pieceCount, share: 0...0.4) { piece, worker in
                        pieces[piece] = read(piece, with: &parsers[worker])
                    }
                }
            }
        } catch {
            throw .graph(error)
        }
        for (index, piece) in pieces.enumerated() {
            if let failure = piece.failure { throw try located(failure, inPiece: index) }
        }
        let edges = EdgeBlocks()
        for piece in pieces { if let block = piece.block { edges.append(block) } }
        do throws(GraphError) {
            let loops = if case .twoSets = text.labels { 0 } else { pieces.reduce(0) { $0 + $1.loops } }
            return Parsed(
                edges: edges, labels: try labels(of: edges, pieces),
                comments: pieces.reduce(0) { $0 + $1.comments }, loops: loops)
        } catch {
            throw .graph(error)
        }
    }

    private func read(_ index: Int, with parser: inout EdgeListParser) -> Piece {
        do throws(EdgeListError) {
            let range = try source.lines(ofPiece: index, in: &parser.buffer)
            try parser.parse(range, skipping: index == 0 ? text.headingLines : 0)
            return Piece(
                block: parser.takeBlock(), greatest: parser.greatest,
                greatestSource: parser.greatestSource, comments: parser.commentCount,
                loops: parser.loopCount, names: parser.takeNames())
        } catch {
            return Piece(failure: error)
        }
    }

    /// A failure whose line was counted from the start of its piece, with the line counted from the start of the text.
    private func located(_ failure: EdgeListError, inPiece piece: Int) throws(EdgeListError) -> EdgeListError
    {
        guard case .malformedLine(let line, let text, let expected) = failure, piece > 0 else {
            return failure
        }
        let start = piece * source.pieceBytes
        let feeds = try source.lineFeeds(before: start)
        // The piece starts within a line, or after a line feed that was counted.
        let isAtStart = try source.lineFeeds(before: start) != source.lineFeeds(before: start - 1)
        return .malformedLine(feeds + line + (isAtStart ? 0 : 1), text: text, expected: expected)
    }

    private func labels(of edges: EdgeBlocks, _ pieces: [Piece]) throws(GraphError) -> NodeLabels {
        switch text.labels {
        case .nodeNumbers:
            let count = edges.edgeCount == 0 ? 0 : Int(pieces.reduce(0) { max($0, $1.greatest) }) + 1
            return NodeLabels(count: count, kind: .own, byLabel: nil)
        case .numbers:
            let numbers = try edges.compactNumbers(
                greatest: pieces.reduce(0) { max($0, $1.greatest) }, run: run)
            return NodeLabels(count: numbers.count, kind: .numbers(GraphArray(numbers)), byLabel: nil)
        case .counted(let count):
            try edges.shift(first: 1, second: 1, run: run)
            return NodeLabels(
                count: count, kind: .numbers(GraphArray((0..<UInt32(count)).map { $0 + 1 })), byLabel: nil)
        case .twoSets(let sets):
            return try labels(
                of: edges, sets, greatestSource: pieces.reduce(0) { max($0, $1.greatestSource) })
        case .names:
            var all = NameTable()
            for (block, piece) in zip(edges.blocks, pieces.filter { $0.block != nil }) {
                try run.check()
                let numbers = piece.names!.numbers(in: &all)
                block.renumber(numbers)
            }
            return all.labels
        }
    }

    /// Moves the second set behind the first one, and names all nodes.
    private func labels(
        of edges: EdgeBlocks, _ sets: EdgeListText.TwoSets, greatestSource: UInt32
    ) throws(GraphError) -> NodeLabels {
        var names = NameTable()
        func add(_ prefix: String, _ number: Int) {
            var name = "\(prefix)\(number)"
            name.withUTF8 { _ = names.number(of: $0) }
        }
        if let sizes = sets.sizes {
            // 0 - 1 wraps around and back: the second set begins with the number behind the first.
            try edges.shift(first: 1, second: 1 &- UInt32(sizes.first), run: run)
            for number in 0..<sizes.first { add(sets.firstPrefix, number + 1) }
            for number in 0..<sizes.second { add(sets.secondPrefix, number + 1) }
        } else {
            let start = greatestSource + 1
            try edges.shift(first: 0, second: 0 &- start, run: run)
            for number in try edges.compactNumbers(greatest: edges.greatestTarget, run: run) {
                number < start
                    ? add(sets.firstPrefix, Int(number)) : add(sets.secondPrefix, Int(number - start))
            }
        }
        return names.labels
    }
}
