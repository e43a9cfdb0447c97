import ReferralGraph

/// What a picture of one chain shows: the no, who said it, whose names followed, and what came of each.
struct ChainScene: Equatable {
    /// The cards, each after the one whose name led to it; the links between them; the title and what is said below.
    var network: NetworkScene
    /// The no; `nil` for a chain that began with a person.
    var origin: Origin?
    /// What is left out.
    var folds: [Fold]
    /// The chain in sentences.
    var words: [String]

    /// The no a chain began with.
    struct Origin: Equatable {
        var role: String
        var company: String
        var day: String
    }

    /// People left out, and who led to them.
    struct Fold: Equatable {
        var from: PersonID
        var names: [String]
    }
}
