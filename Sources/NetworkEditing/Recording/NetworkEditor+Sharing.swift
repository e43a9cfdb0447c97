public import ReferralGraph

extension NetworkEditor {
    /// Records how far the network may help the other clients of the same coach.
    @discardableResult
    public mutating func share(_ sharing: Sharing) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            if draft.network.sharing != sharing {
                draft.network.sharing = sharing
                draft.say("\(sharing.sentence): \(sharing.meaning)")
            }
            return sharing.sentence
        }
    }
}

extension Sharing {
    /// What the seeker has said, without a full stop.
    public var sentence: String {
        switch self {
        case .nothing: "You share nothing with your coach’s other clients"
        case .anonymous: "You share with your coach’s other clients, without names"
        case .named: "You share with your coach’s other clients, with names"
        }
    }

    /// What that means, as part of a sentence.
    public var meaning: String {
        switch self {
        case .nothing: "no one learns anything from your network, and you get no help from others’"
        case .anonymous:
            "your coach reads “one of your clients knows someone at Northgate”; not that it is you, nor who it is"
        case .named:
            "your coach reads who you know at Northgate, if the client who wants to work there shares names, too"
        }
    }
}
