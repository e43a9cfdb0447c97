public import ReferralGraph

extension NetworkEditor {
    /// Records how far the network may help the other clients of the same coach.
    @discardableResult
    public mutating func share(_ sharing: Sharing) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let sentence =
                switch sharing {
                case .nothing: "You share nothing with your coach’s other clients"
                case .anonymous: "You share with your coach’s other clients, without names"
                case .named: "You share with your coach’s other clients, with names"
                }
            if draft.network.sharing != sharing {
                draft.network.sharing = sharing
                draft.say(sentence)
            }
            return sentence
        }
    }
}
