package import GraphAlgorithms
package import ReferralGraph

extension Situation {
    /// When someone in another time zone can next be called, by the seeker's clock: `20:30`; `nil` where their clocks agree, or
    /// nothing says what the seeker's shows.
    package func ownHour(for node: NodeID) -> String? {
        ownHour(
            for: node, on: calendar(of: node).businessDay(onOrAfter: today(for: node)),
            minute: callMinutes(of: node).lowerBound)
    }

    /// A minute of someone's day by the seeker's clock: `20:30 the day before`; `nil` as for ``ownHour(for:)``.
    package func ownHour(for node: NodeID, on day: CalendarDay, minute: Int) -> String? {
        guard let seeker = index.node(of: network.seeker), let zone = person(node).timeZone else {
            return nil
        }
        let own = person(seeker).timeZone
        guard zone != own, own != nil || asOf.utcOffsetMinutes != nil else { return nil }
        let seconds = clocks[Int(node)].seconds(day, minute: minute)
        // Without a zone of the seeker's the moment asked about says what their clock shows.
        let moment = Self.moment(seconds + (own == nil ? (asOf.utcOffsetMinutes ?? 0) * 60 : 0))
        let ownDay = own == nil ? moment.day : clocks[Int(seeker)].day(of: moment)
        let ownMinute =
            own == nil ? (moment.secondOfDay ?? 0) / 60 : clocks[Int(seeker)].minute(of: moment) ?? 0
        return clock(ownMinute) + (ownDay < day ? " the day before" : ownDay > day ? " the day after" : "")
    }

    private static func moment(_ seconds: Int) -> Timestamp {
        let day = Int((Double(seconds) / 86_400).rounded(.down))
        return Timestamp(
            CalendarDay(number: day), secondOfDay: seconds - day * 86_400, utcOffsetMinutes: 0)
    }
}
