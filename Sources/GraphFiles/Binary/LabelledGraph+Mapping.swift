internal import Glibc
public import GraphAlgorithms
internal import SystemInterface

extension LabelledGraph {
    /// Brings back a graph from a file that ``write(control:to:)`` made, without copying it.
    ///
    /// The file is mapped into memory, so processes that use the same graph share it. Everything is checked before
    /// it is trusted: the length, the checksums of all parts, that rows and targets make a graph, that there is each edge
    /// of an undirected one in both directions, and that labels are told apart. A file must not be changed in place or cut short while it is mapped; writing it anew does neither.
    /// - Parameters:
    ///   - path: The file.
    ///   - control: On how many threads, and who may stop it.
    /// - Throws: ``GraphFileError``.
    /// - Complexity: O(n + m), at the speed of memory.
    public init(mapping path: String, control: RunControl = RunControl()) throws(GraphFileError) {
        let file = try MappedFile(path: path)
        let run = KernelRun(control, work: file.bytes.count)
        try self.init(file, run)
    }

    private init(_ file: MappedFile, _ run: KernelRun) throws(GraphFileError) {
        let header = file.header
        for part in GraphFileHeader.Part.allCases {
            let sum = try PartChecksum(
                mapped: file.pages(of: part), byteCount: Int(header.partBytes[part.rawValue])
            ).sum(run, share: header.share(of: part, in: 0...0.6))
            guard sum == header.partChecksums[part.rawValue] else { throw .damaged(part: part.name) }
        }
        let flags = header.flags
        let nodeCount = Int(header.nodeCount)
        let rows = ArcRows(
            offsets: file.array(of: .offsets), targets: file.array(of: .targets),
            weights: flags.contains(.isWeighted) ? file.array(of: .weights) : nil)
        do throws(RowFault) {
            try rows.validate(
                arcCount: Int(header.arcCount), isDirected: flags.contains(.isDirected), run)
        } catch {
            switch error {
            case .cancelled: throw .cancelled
            case .unsound(let part, let reason): throw .invalid(part: part, reason: reason)
            }
        }

        let kind: NodeLabels.Kind
        if flags.contains(.hasNames) {
            let ends: GraphArray<UInt64> = file.array(of: .labelEnds)
            guard ends[0] == 0, ends[nodeCount] == header.partBytes[GraphFileHeader.Part.labels.rawValue],
                (0..<nodeCount).allSatisfy({ ends[$0] <= ends[$0 + 1] })
            else { throw .invalid(part: "label ends", reason: "they do not ascend to the end of the names") }
            kind = .names(bytes: file.array(of: .labels), ends: ends)
        } else if flags.contains(.hasNumbers) {
            kind = .numbers(file.array(of: .labels))
        } else {
            kind = .own
        }
        var byLabel: GraphArray<NodeID>?
        if flags.contains(.hasLabelOrder) {
            let order: GraphArray<NodeID> = file.array(of: .labelOrder)
            guard order.allSatisfy({ Int($0) < nodeCount }) else {
                throw .invalid(part: "label order", reason: "there is a node beyond the last")
            }
            byLabel = order
        }
        let labels = NodeLabels(count: nodeCount, kind: kind, byLabel: byLabel)
        guard labels.areAscending else {
            throw .invalid(part: "label order", reason: "labels do not ascend, or one is there twice")
        }
        self.init(
            graph: CompactGraph(rows: rows, isDirected: flags.contains(.isDirected)),
            labels: labels)
    }
}

/// A graph file in memory.
private struct MappedFile {
    let header: GraphFileHeader
    let bytes: UnsafeRawBufferPointer
    private let starts: [UInt64]
    private let memory: GraphMemory

    init(path: String) throws(GraphFileError) {
        let descriptor = path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: TextSource.systemReason) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.isRegular else {
            throw .unreadable(path: path, reason: "it is no regular file")
        }
        var page = [UInt8](repeating: 0, count: GraphFileHeader.pageBytes)
        let count = page.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        guard count >= 0 else { throw .unreadable(path: path, reason: TextSource.systemReason) }
        page.removeLast(page.count - count)
        header = try GraphFileHeader(page, path: path, fileBytes: UInt64(status.st_size))
        starts = header.starts ?? []

        let length = Int(status.st_size)
        let address = mmap(nil, length, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0)
        guard let address, address != MAP_FAILED else {
            throw .unreadable(path: path, reason: TextSource.systemReason)
        }
        bytes = UnsafeRawBufferPointer(start: address, count: length)
        memory = GraphMemory(mapping: address, byteCount: length)
    }

    /// The bytes of a part up to the start of the next.
    func pages(of part: GraphFileHeader.Part) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[Int(starts[part.rawValue])..<Int(starts[part.rawValue + 1])])
    }

    func array<Element>(of part: GraphFileHeader.Part) -> GraphArray<Element> {
        let count = Int(header.partBytes[part.rawValue]) / MemoryLayout<Element>.stride
        let start = bytes.baseAddress! + Int(starts[part.rawValue])
        return GraphArray(
            start.assumingMemoryBound(to: Element.self), indices: 0..<count, owner: memory)
    }
}
