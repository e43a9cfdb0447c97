public import GraphAlgorithms

extension LabelledGraph {
    /// Gives out, piece by piece, the bytes of a file from which ``init(mapping:control:)`` brings the graph back at once.
    ///
    /// Who writes them has to put the whole file in its place at once: processes may have an older one mapped.
    /// - Parameter write: Takes the next bytes.
    /// - Throws: ``GraphFileError/cancelled``, or what `write` throws.
    /// - Complexity: O(n + m) time; no memory.
    public func write(
        control: RunControl = RunControl(), to write: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let run = KernelRun(control, work: graph.nodeCount + graph.targets.count)
        var header = GraphFileHeader(
            flags: fileFlags, nodeCount: UInt64(graph.nodeCount), arcCount: UInt64(graph.targets.count),
            partBytes: GraphFileHeader.Part.allCases.map { part in withBytes(of: part) { UInt64($0.count) } })
        for part in GraphFileHeader.Part.allCases {
            header.partChecksums[part.rawValue] = try withBytes(of: part) { bytes throws(GraphFileError) in
                try PartChecksum(bytes).sum(run, share: header.share(of: part, in: 0...0.6))
            }
        }
        var written = header.bytes.count
        try header.bytes.withUnsafeBytes(write)
        for part in GraphFileHeader.Part.allCases {
            try withBytes(of: part) { bytes in
                for start in stride(from: 0, to: bytes.count, by: Self.pieceBytes) {
                    let end = min(start + Self.pieceBytes, bytes.count)
                    try write(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
                }
                written += bytes.count
            }
            let padding = [UInt8](repeating: 0, count: PartChecksum.padding(written))
            try padding.withUnsafeBytes(write)
            written += padding.count
            do throws(GraphError) {
                try run.check(
                    after: part.rawValue + 1, of: GraphFileHeader.Part.allCases.count, share: 0.6...1)
            } catch {
                throw GraphFileError.cancelled
            }
        }
        run.report(1)
    }

    private static let pieceBytes = 1 << 20

    private var fileFlags: GraphFileHeader.Flags {
        var flags: GraphFileHeader.Flags = []
        if graph.isDirected { flags.insert(.isDirected) }
        if graph.weights != nil { flags.insert(.isWeighted) }
        if labels.byLabel != nil { flags.insert(.hasLabelOrder) }
        switch labels.kind {
        case .own: break
        case .numbers: flags.insert(.hasNumbers)
        case .names: flags.insert(.hasNames)
        }
        return flags
    }

    private func withBytes<Result, Failure: Error>(
        of part: GraphFileHeader.Part, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch (part, labels.kind) {
        case (.offsets, _): try graph.offsets.withBytes(body)
        case (.targets, _): try graph.targets.withBytes(body)
        case (.weights, _): try (graph.weights ?? []).withBytes(body)
        case (.labels, .numbers(let numbers)): try numbers.withBytes(body)
        case (.labels, .names(let bytes, _)): try bytes.withBytes(body)
        case (.labelEnds, .names(_, let ends)): try ends.withBytes(body)
        case (.labelOrder, _): try (labels.byLabel ?? []).withBytes(body)
        case (.labels, .own), (.labelEnds, _): try body(UnsafeRawBufferPointer(start: nil, count: 0))
        }
    }
}
