public import RankingModel

extension ReplyRecord {
    /// How to read the probabilities while they are not calibrated; `nil` once they are.
    public var caveat: String? {
        guard !isCalibrated else { return nil }
        let settled =
            switch asks {
            case 0: "none of your requests has an outcome yet"
            case 1:
                "only 1 of your requests has an outcome so far (\(answers == 1 ? "answered" : "not answered"))"
            default: "only \(asks) of your requests have an outcome so far (\(answers) answered)"
            }
        return settled
            + "; until there are about \(asksUntilCalibrated), trust the order, not the percentages"
    }
}
