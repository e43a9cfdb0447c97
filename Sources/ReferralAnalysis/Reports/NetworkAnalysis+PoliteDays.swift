import Playbook
package import ReferralGraph

extension NetworkAnalysis {
    /// From which day on each node may be contacted, as the call list has it; `nil` for the seeker, for whoever must not
    /// be contacted at all, and for those whose way leads over someone else.
    /// - Complexity: O(people).
    package var politeDays: [CalendarDay?] {
        var days = [CalendarDay?](repeating: nil, count: network.people.count)
        for row in callList.due { days[Int(row.node)] = situation.today(for: row.node) }
        for contact in callList.withheld where contact.through == nil {
            if let until = contact.until, let node = situation.index.node(of: contact.person) {
                days[Int(node)] = until
            }
        }
        return days
    }
}
