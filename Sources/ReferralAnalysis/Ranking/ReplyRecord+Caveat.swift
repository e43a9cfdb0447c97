public import RankingModel

extension ReplyRecord {
    /// How to read the probabilities while they are not calibrated; `nil` once they are.
    public var caveat: String? {
        guard !isCalibrated else { return nil }
        let settled =
            switch asks {
            case 0: "none of your asks is settled yet"
            case 1: "1 of your asks is settled so far, \(answers == 1 ? "answered" : "not answered")"
            default: "\(asks) of your asks are settled so far, \(answers) answered"
            }
        return settled + ": read the probabilities as an order rather than odds until about "
            + "\(asksUntilCalibrated) are"
    }
}
