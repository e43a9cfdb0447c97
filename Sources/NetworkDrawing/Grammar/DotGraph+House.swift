import Graphviz

extension DotGraph {
    /// An empty picture of cards and thin lines between them.
    init(
        in theme: Theme, arrangement: Arrangement = .ranked, style: GraphStyle,
        arrowHead: EdgeStyle.ArrowHead? = nil
    ) {
        self.init(
            .init(SVGIdentifier("refnet"), tooltip: " "), arrangement: arrangement, style: style,
            nodeDefaults: NodeStyle(shape: .plain),
            edgeDefaults: EdgeStyle(
                stroke: theme.rule, penWidth: 1.3, arrowHead: arrowHead, arrowSize: 0.7,
                fontColor: theme.muted, fontSize: 9))
    }

    /// Adds the seeker's disc.
    @discardableResult
    mutating func addYou(in theme: Theme, inches: Double = 0.85, at place: DotPoint? = nil) -> NodeReference {
        addNode(
            .init(SVGIdentifier("p_you"), classes: ["you"], tooltip: "You"), label: .text("You"),
            style: NodeStyle(
                shape: .circle, fill: theme.ink, stroke: theme.ink, fontColor: theme.paper, fontSize: 15,
                widthInches: inches, heightInches: inches, hasFixedSize: true, position: place))
    }

    /// Adds a point that is not seen, where lines meet or bend.
    mutating func addJoint(
        _ name: String, _ kind: String, in theme: Theme, at place: DotPoint? = nil
    ) -> NodeReference {
        // Clear to the eye; of a colour without any opacity Graphviz makes one that SVG 1.1 does not know.
        let clear = DotColor(theme.ground.rgb, alpha: 1)
        return addNode(
            .init(SVGIdentifier(name), classes: [kind]), label: .text(""),
            style: NodeStyle(
                shape: .point, fill: clear, stroke: clear, widthInches: 0.01, heightInches: 0.01,
                position: place))
    }
}

extension NetworkScene.Card {
    /// What the card is in the picture.
    func identity(_ classes: [String]) -> DotGraph.Identity {
        .init(
            SVGIdentifier("p_\(person)"), classes: classes, tooltip: tooltip,
            link: link.flatMap(DotLink.init))
    }

    /// Its classes in the picture: how things stand, whether it is to be contacted next, whether it is a star.
    var classes: [String] {
        ["person", standing.rawValue] + (rank == nil ? [] : ["next"]) + (isStar ? ["star"] : [])
    }
}
