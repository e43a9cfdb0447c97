/// The arrays of a graph as plain memory, for the inner loops of kernels.
///
/// The numbers in it were checked when the graph was built or loaded, so loops need not check them again; and plain
/// memory is not checked for exclusive access, which costs arrays in properties half their speed.
struct ArcPointers: @unchecked Sendable {
    /// `nodeCount + 1` positions.
    let offsets: UnsafePointer<UInt32>
    let targets: UnsafePointer<NodeID>
    let weights: UnsafePointer<Double>?
    let nodeCount: Int

    var arcCount: Int { Int(offsets[nodeCount]) }

    /// The positions of the arcs that leave a node.
    @inline(__always)
    func row(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node &+ 1]) }

    @inline(__always)
    func degree(_ node: Int) -> Int { Int(offsets[node &+ 1] &- offsets[node]) }
}

extension ArcRows {
    /// Calls `body` with the arrays as plain memory, which is valid during the call.
    func withPointers<Result, Failure: Error>(
        _ body: (ArcPointers) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(
            ArcPointers(
                offsets: offsets.base, targets: targets.base, weights: weights?.base, nodeCount: nodeCount))
    }
}

extension CompactGraph {
    /// Calls `body` with the arrays as plain memory, which is valid during the call.
    func withPointers<Result, Failure: Error>(
        _ body: (ArcPointers) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try rows.withPointers(body)
    }
}
