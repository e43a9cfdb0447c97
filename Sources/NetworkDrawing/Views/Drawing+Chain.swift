import ReferralAnalysis
import ReferralGraph

extension Drawing {
    /// One chain of referrals, left to right, with what came of each name.
    /// - Throws: ``DrawingError/noReferrals``, ``DrawingError/noNamesFrom(name:ledToBy:others:)``.
    init(
        chainOf analysis: NetworkAnalysis, from person: PersonID?, title: String, options: DrawingOptions
    ) throws(DrawingError) {
        let ofRoles = analysis.chains
        let chain: ReferralChain
        var others: [ReferralChain] = []
        if let person {
            chain = try Self.chain(from: person, in: analysis)
        } else if let first = ofRoles.first(where: { !$0.members.isEmpty }) {
            chain = first
            others = ofRoles.filter { $0 != first }
        } else {
            let ofPeople = analysis.chainsOfPeople
            guard let first = ofPeople.first else { throw .noReferrals }
            chain = first
            others = Array(ofPeople.dropFirst())
        }
        let scene = ChainSceneBuilder(analysis, options: options).scene(
            of: chain, title: title, others: others)
        let drawn = ChainGraph(scene, theme: options.theme)
        self.init(
            graph: drawn.graph, identifiers: drawn.identifiers,
            foldedCount: scene.folds.reduce(0) { $0 + $1.names.count })
    }

    private static func chain(
        from person: PersonID, in analysis: NetworkAnalysis
    ) throws(DrawingError) -> ReferralChain {
        let chain = analysis.chain(from: person)
        if let chain, !chain.members.isEmpty { return chain }
        let givers = analysis.chainsOfPeople.compactMap(\.roots.first)
        guard !givers.isEmpty else { throw .noReferrals }
        let names = analysis.network.people.keyed(by: \.id, \.name)
        let way = analysis.lineage(of: person).steps.map(\.person).filter { $0 != person }
        throw .noNamesFrom(
            name: names[person] ?? person.text, ledToBy: way.first.flatMap { names[$0] },
            others: givers.map(\.name))
    }
}
