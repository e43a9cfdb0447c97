internal import Glibc

extension LabelledGraph {
    /// Writes the graph to a file from which ``init(mapping:control:)`` brings it back at once.
    ///
    /// The file appears whole or not at all: it is written beside its place and moved there at the end, so processes
    /// that have an older one mapped keep that.
    /// - Throws: ``GraphFileError/unwritable(path:reason:)`` or ``GraphFileError/cancelled``.
    /// - Complexity: O(n + m).
    public func write(toFile path: String, control: RunControl = RunControl()) throws(GraphFileError) {
        let run = KernelRun(control, work: graph.nodeCount + graph.targets.count)
        var header = GraphFileHeader(
            flags: fileFlags, nodeCount: UInt64(graph.nodeCount), arcCount: UInt64(graph.targets.count),
            partBytes: GraphFileHeader.Part.allCases.map { part in withBytes(of: part) { UInt64($0.count) } })
        for part in GraphFileHeader.Part.allCases {
            header.partChecksums[part.rawValue] = try withBytes(of: part) { bytes throws(GraphFileError) in
                try PartChecksum(bytes).sum(run, share: header.share(of: part, in: 0...0.3))
            }
        }

        let unfinished = path + ".\(getpid()).unfinished"
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path: path, reason: TextSource.systemReason) }
        do throws(GraphFileError) {
            defer { close(descriptor) }
            try Self.write(header.bytes, to: descriptor, path)
            for part in GraphFileHeader.Part.allCases {
                let share = header.share(of: part, in: 0.3...1)
                try withBytes(of: part) { bytes throws(GraphFileError) in
                    try Self.write(bytes, to: descriptor, path, run, share)
                    let padding = [UInt8](repeating: 0, count: PartChecksum.padding(bytes.count))
                    try Self.write(padding, to: descriptor, path)
                }
            }
            guard fsync(descriptor) == 0, rename(unfinished, path) == 0 else {
                throw .unwritable(path: path, reason: TextSource.systemReason)
            }
        } catch {
            unlink(unfinished)
            throw error
        }
        run.report(1)
    }

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

    private static func write(
        _ bytes: [UInt8], to descriptor: Int32, _ path: String
    ) throws(GraphFileError) {
        try bytes.withUnsafeBufferPointer { bytes throws(GraphFileError) in
            try write(UnsafeRawBufferPointer(bytes), to: descriptor, path)
        }
    }

    private static func write(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String, _ run: KernelRun? = nil,
        _ share: ClosedRange<Double> = 0...1
    ) throws(GraphFileError) {
        var done = 0
        while done < bytes.count {
            do throws(GraphError) {
                try run?.check(after: done, of: bytes.count, share: share)
            } catch {
                throw .cancelled
            }
            let count = Glibc.write(descriptor, bytes.baseAddress! + done, min(bytes.count - done, 1 << 24))
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .unwritable(path: path, reason: TextSource.systemReason) }
            done += count
        }
    }
}

extension GraphArray {
    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(
            UnsafeRawBufferPointer(start: base + startIndex, count: count * MemoryLayout<Element>.stride))
    }
}
