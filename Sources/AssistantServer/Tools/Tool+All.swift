extension Tool {
    /// The tools, in the order of the list.
    static func all(_ network: AssistantNetwork) -> [Tool] {
        [
            .today(network), .whoToContactNext(network), .stalledThreads(network), .explainPerson(network),
            .find(network), .whoIsAt(network), .introductionPaths(network), .planWeek(network),
            .draftMessage(network), .drawNetwork(network),
        ] + (network.allowsRecording ? [.record(network)] : [])
    }
}
