/// The clocks of a time zone: which day and hour it is there at a moment, and which moment a day and hour are.
package struct LocalClock: Sendable {
    private let zone: TimeZoneRules?

    /// A clock for an IANA zone; without one, or with an unknown one, days are taken as they were written.
    package init(zone identifier: String?) { zone = identifier.flatMap(TimeZoneRules.init(identifier:)) }

    /// The local day of a moment. A bare day is that day everywhere.
    package func day(of moment: Timestamp) -> CalendarDay {
        guard let zone, moment.secondOfDay != nil else { return moment.day }
        let local = moment.secondsSinceEpoch + zone.offset(at: moment.secondsSinceEpoch)
        return CalendarDay(number: Int((Double(local) / 86_400).rounded(.down)))
    }

    /// The minute of the local day at a moment; `nil` for a bare day.
    package func minute(of moment: Timestamp) -> Int? {
        guard let second = moment.secondOfDay else { return nil }
        guard let zone else { return second / 60 }
        let local = moment.secondsSinceEpoch + zone.offset(at: moment.secondsSinceEpoch)
        return (local - day(of: moment).number * 86_400) / 60
    }

    /// The moment as the clock shows it; as it was for a clock without a zone, a bare day, and a time that is of no zone.
    package func local(_ moment: Timestamp) -> Timestamp {
        guard zone != nil, moment.utcOffsetMinutes != nil, let minute = minute(of: moment) else {
            return moment
        }
        let day = day(of: moment)
        let offset = day.number * 1440 + minute - Int((Double(moment.secondsSinceEpoch) / 60).rounded(.down))
        return Timestamp(
            day, secondOfDay: minute * 60 + (moment.secondOfDay ?? 0) % 60, utcOffsetMinutes: offset)
    }

    /// Seconds since 1970 in UTC when the clock shows a minute of a day; without a zone as if it were UTC.
    package func seconds(_ day: CalendarDay, minute: Int) -> Int {
        let local = day.number * 86_400 + minute * 60
        guard let zone else { return local }
        return local - zone.offset(at: local - zone.offset(at: local))
    }

    /// The moment at which the clock shows a minute of a day; without a zone one without an offset.
    ///
    /// Where clocks are put back the minute comes twice, and the first one is meant; where they are put forward it may
    /// not come at all, and the one that is as much later is meant.
    package func moment(_ day: CalendarDay, minute: Int) -> Timestamp {
        let second = minute * 60
        guard let zone else { return Timestamp(day, secondOfDay: second) }
        let local = day.number * 86_400 + second
        // The offset of half a day earlier is the one before any change of this day.
        let before = zone.offset(at: local - 43_200 - zone.offset(at: local))
        let after = zone.offset(at: local - before)
        let matches = after == before || zone.offset(at: local - after) != after
        return Timestamp(day, secondOfDay: second, utcOffsetMinutes: (matches ? before : after) / 60)
    }

    /// One clock a person; people of one zone share theirs.
    package static func clocks(of people: [Person]) -> [LocalClock] {
        var byZone: [String: LocalClock] = [:]
        return people.map { person in
            guard let zone = person.timeZone else { return LocalClock(zone: nil) }
            if let clock = byZone[zone] { return clock }
            let clock = LocalClock(zone: zone)
            byZone[zone] = clock
            return clock
        }
    }
}
