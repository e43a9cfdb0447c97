import ReferralAnalysis
import ReferralGraph

/// What someone has in common with the job seeker from earlier, in words.
struct SharedPastText {
    private let past: SharedPast
    private let today: CalendarDay

    init(_ past: SharedPast, today: CalendarDay) {
        self.past = past
        self.today = today
    }

    /// One clause for lists: `worked together at Kestrel until Feb 2019`.
    var briefly: String {
        switch past.kind {
        case .workedTogether: "worked together at \(past.name)" + end(of: past.togetherTo)
        case .sameEmployer: "both at \(past.name)\(yours)"
        case .studiedTogether: "studied together at \(past.name)"
        case .sameSchool: "both studied at \(past.name)"
        case .worksAtSchool: "works at \(past.name), where you studied"
        case .formerEmployer: "also at \(past.name)\(yours)"
        }
    }

    /// The same with what it rests on.
    var inFull: String {
        switch past.kind {
        case .workedTogether: "worked together at \(past.name)\(together)"
        case .sameEmployer: "\(briefly) (inferred: their dates are not known)"
        case .studiedTogether: "studied together at \(past.name)\(together)"
        case .sameSchool, .worksAtSchool: "\(briefly)\(yours)"
        case .formerEmployer: "\(briefly) (not at the same time, or among many)"
        }
    }

    /// `; you Mar 2015 – Feb 2019`.
    private var yours: String {
        guard past.from != nil || past.to != nil else { return "" }
        guard let to = past.to else { return past.from.map { "; you since \(Wording.month($0))" } ?? "" }
        return past.from.map { "; you \(Wording.month($0)) – \(Wording.month(to))" }
            ?? "; you until \(Wording.month(to))"
    }

    /// `, Mar 2016 – Feb 2019`.
    private var together: String {
        guard let from = past.togetherFrom, let to = past.togetherTo else { return "" }
        return to >= today
            ? " since \(Wording.month(from))" : ", \(Wording.month(from)) – \(Wording.month(to))"
    }

    private func end(of day: CalendarDay?) -> String {
        guard let day, day < today else { return "" }
        return " until \(Wording.month(day))"
    }
}
