internal import GraphAlgorithms

/// The checksum of one part of a graph file, with the zeros that fill its last page.
struct PartChecksum {
    private let wholePages: UnsafeRawBufferPointer
    /// The last page with its zeros, if it is not full.
    private let lastPage: [UInt8]

    /// How many zeros fill the last page of a part.
    static func padding(_ byteCount: Int) -> Int {
        let page = GraphFileHeader.pageBytes
        return (page - byteCount % page) % page
    }

    /// A part in memory, to be written.
    init(_ bytes: UnsafeRawBufferPointer) {
        let padding = Self.padding(bytes.count)
        let whole = padding == 0 ? bytes.count : bytes.count + padding - GraphFileHeader.pageBytes
        wholePages = UnsafeRawBufferPointer(rebasing: bytes[..<whole])
        lastPage = padding == 0 ? [] : Array(bytes[whole...]) + [UInt8](repeating: 0, count: padding)
    }

    /// A part in a mapped file, padding included.
    /// - Parameter byteCount: The number of bytes without padding.
    init(mapped pages: UnsafeRawBufferPointer, byteCount: Int) {
        let isFull = Self.padding(byteCount) == 0
        let whole = isFull ? pages.count : pages.count - GraphFileHeader.pageBytes
        wholePages = UnsafeRawBufferPointer(rebasing: pages[..<whole])
        lastPage = Array(pages[whole...])
    }

    /// The checksum.
    /// - Parameter share: The share of the run's work that this is.
    func sum(_ run: KernelRun, share: ClosedRange<Double>) throws(GraphFileError) -> UInt64 {
        let blocks = Checksum.blocks(of: wholePages.count)
        var sums = [UInt64](repeating: 0, count: blocks.count)
        do throws(GraphError) {
            try sums.withUnsafeMutableBufferPointer { sums throws(GraphError) in
                try run.forEachPiece(of: blocks.count, share: share) { piece, _ in
                    sums[piece] = Checksum.block(UnsafeRawBufferPointer(rebasing: wholePages[blocks[piece]]))
                }
            }
        } catch {
            throw .cancelled
        }
        return Checksum.combined(lastPage.isEmpty ? sums : sums + [Checksum.of(lastPage)])
    }
}
