import Graphviz

extension Theme {
    /// The colour of borders and marks that say how things stand.
    func line(of standing: NetworkScene.Standing) -> DotColor {
        switch standing {
        case .plain: rule
        case .rejected: rejection
        case .stalled: stalledLine
        case .offer, .warmer: offer
        case .new: referral
        }
    }

    /// The colour of words that say how things stand.
    func text(of standing: NetworkScene.Standing) -> DotColor {
        switch standing {
        case .plain: ink
        case .stalled: stalledText
        case .rejected, .offer, .warmer, .new: line(of: standing)
        }
    }
}
