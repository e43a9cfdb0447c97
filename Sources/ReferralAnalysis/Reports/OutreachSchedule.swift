import GraphAlgorithms
import ReferralGraph

/// Gives calls their days and hours: no one sooner than is polite, no two people of one team on a day, no two who have
/// not been in touch for a year, and calls one after another within each contact's calling hours.
struct OutreachSchedule {
    /// Someone to be given a day.
    struct Visit {
        var node: NodeID
        var team: Team?
        var minutes: Int
        /// Whether the two have not been in touch for a year; one such person a day is enough (playbook R5).
        var isLongGap = false
        /// Where the visit can take place: the position of a day and, for a call, when it starts.
        var seats: [Seat]
    }

    /// Who not to contact on one day. Where the department is not known, the company is the team.
    struct Team {
        var company: CompanyID
        var department: String?

        func overlaps(_ other: Team) -> Bool {
            company == other.company
                && (department == nil || other.department == nil || department == other.department)
        }
    }

    /// A place in the plan.
    struct Seat {
        /// Position in the plan's days.
        var day: Int
        /// When a call starts, minutes after midnight on the contact's clock.
        var minute: Int?
        /// The seconds since 1970 of a call.
        var seconds: Range<Int>?
    }

    private let visits: [NodeID: Visit]
    private(set) var seats: [NodeID: Seat] = [:]
    private var load: [Int]
    private let minutesPerDay: Int

    /// - Parameter minutesPerDay: How much goes onto a day before the next one is begun; when all are full, the least busy day
    ///   takes more.
    init(_ visits: [NodeID: Visit], dayCount: Int, minutesPerDay: Int) {
        self.visits = visits
        self.minutesPerDay = minutesPerDay
        load = Array(repeating: 0, count: dayCount)
    }

    /// Finds a place for someone on the first day that suits and has minutes left, moving others where that helps.
    ///
    /// Augmenting paths as in bipartite matching (Kuhn 1955, doi:10.1002/nav.3800020109), where one person at a time is
    /// in the way; a place that two would have to leave is not tried.
    /// - Returns: Whether there was one; otherwise nothing has changed.
    mutating func place(_ node: NodeID) -> Bool {
        let before = (seats, load)
        var tried: Set<NodeID> = []
        if place(node, &tried) { return true }
        (seats, load) = before
        return false
    }

    private mutating func place(_ node: NodeID, _ tried: inout Set<NodeID>) -> Bool {
        guard let visit = visits[node], tried.insert(node).inserted else { return false }
        let overrun = load.map { $0 + visit.minutes <= minutesPerDay ? 0 : $0 + visit.minutes }
        let options = visit.seats.enumerated().sorted { left, right in
            (overrun[left.element.day], left.element.day, left.offset)
                < (overrun[right.element.day], right.element.day, right.offset)
        }.map(\.element)
        var moves: [(seat: Seat, blocker: NodeID)] = []
        for seat in options {
            let blockers = blockers(of: visit, at: seat)
            if blockers.isEmpty {
                take(seat, visit)
                return true
            }
            if blockers.count == 1 { moves.append((seat, blockers[0])) }
        }
        for (seat, blocker) in moves where !tried.contains(blocker) {
            let before = (seats, load)
            leave(blocker)
            take(seat, visit)
            if place(blocker, &tried) { return true }
            (seats, load) = before
        }
        return false
    }

    private func blockers(of visit: Visit, at seat: Seat) -> [NodeID] {
        seats.keys.sorted().filter { other in
            guard other != visit.node, let taken = seats[other] else { return false }
            if taken.day == seat.day, let otherVisit = visits[other] {
                if visit.isLongGap, otherVisit.isLongGap { return true }
                if let team = visit.team, let otherTeam = otherVisit.team, team.overlaps(otherTeam) {
                    return true
                }
            }
            guard let mine = seat.seconds, let theirs = taken.seconds else { return false }
            return mine.overlaps(theirs)
        }
    }

    private mutating func take(_ seat: Seat, _ visit: Visit) {
        seats[visit.node] = seat
        load[seat.day] += visit.minutes
    }

    private mutating func leave(_ node: NodeID) {
        guard let seat = seats.removeValue(forKey: node), let visit = visits[node] else { return }
        load[seat.day] -= visit.minutes
    }
}
