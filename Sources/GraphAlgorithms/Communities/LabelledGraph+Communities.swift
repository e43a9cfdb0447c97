extension LabelledGraph {
    /// The communities of Leiden, the same groups whatever the order in which a file names the nodes.
    ///
    /// Nodes are numbered by their labels before, since the result depends on their numbers.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: That of ``Leiden/communities(in:control:)``.
    public func communities(
        _ leiden: Leiden, control: RunControl = RunControl()
    ) throws(GraphError) -> Communities {
        guard let byLabel = labels.byLabel else { return try leiden.communities(in: graph, control: control) }
        let order = DegreeOrder(originals: Array(byLabel))
        let run = KernelRun(control, work: graph.nodeCount + graph.targets.count)
        let found = try leiden.communities(
            in: try graph.renumbered(by: order, run, share: 0...0), control: control)
        return Communities(membership: order.restored(found.labels), modularity: found.modularity)
    }
}
