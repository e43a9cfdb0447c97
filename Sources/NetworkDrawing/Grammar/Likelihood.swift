/// A probability in words: the calibrated scale of the IPCC's guidance for authors (Mastrandrea et al. 2010, table 1).
///
/// <https://www.ipcc.ch/site/assets/uploads/2018/05/uncertainty-guidance-note.pdf>
struct Likelihood: Equatable {
    let probability: Double

    /// The words alone: `as likely as not`.
    var words: String {
        switch probability {
        case 0.99...: "virtually certain"
        case 0.9...: "very likely"
        case 0.66...: "likely"
        case 0.33...: "as likely as not"
        case 0.1...: "unlikely"
        default: "very unlikely"
        }
    }

    /// The number alone: `62 %`; never 0 or 100 for what is neither.
    var percent: String {
        let whole = Int((probability * 100).rounded())
        if whole == 0, probability > 0 { return "under 1 %" }
        if whole == 100, probability < 1 { return "over 99 %" }
        return "\(whole) %"
    }

    /// Both: `62 %, as likely as not`.
    var both: String { "\(percent), \(words)" }
}
