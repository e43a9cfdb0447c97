/// One reading of a text into blocks of edges and labels.
struct EdgeListReading {
    let text: EdgeListText
    let source: TextSource
    let run: KernelRun

    /// What a piece of the text held.
    private struct Piece {
        var block: EdgeBlocks.Block?
        var greatest: UInt32 = 0
        var names: NameTable?
        var failure: EdgeListError?
    }

    func edges() throws(EdgeListError) -> (edges: EdgeBlocks, labels: NodeLabels) {
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
            return (edges, try labels(of: edges, pieces))
        } catch {
            throw .graph(error)
        }
    }

    private func read(_ index: Int, with parser: inout EdgeListParser) -> Piece {
        do throws(EdgeListError) {
            let range = try source.lines(ofPiece: index, in: &parser.buffer)
            try parser.parse(range, skipping: index == 0 ? text.headingLines : 0)
            return Piece(block: parser.takeBlock(), greatest: parser.greatest, names: parser.takeNames())
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
        case .names:
            var all = NameTable()
            for (block, piece) in zip(edges.blocks, pieces.filter { $0.block != nil }) {
                try run.check()
                let numbers = piece.names!.map { all.number(of: $0) }
                for index in 0..<block.count {
                    let pair = block.pairs[index]
                    block.pairs[index] = EdgeBlocks.pack(
                        numbers[Int(pair >> 32)], numbers[Int(pair & 0xFFFF_FFFF)])
                }
            }
            return all.labels
        }
    }
}
