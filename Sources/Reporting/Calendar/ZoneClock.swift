private import Foundation
import ReferralGraph

/// Translates between moments and a person's calendar and clock.
struct ZoneClock {
    private let zone: TimeZone?

    /// The clock of an IANA zone. Without one, or with an unknown one, days and times are taken as they stand.
    init(zone identifier: String?) { zone = identifier.flatMap(TimeZone.init(identifier:)) }

    /// The local day of a moment, and its minute there; a bare day has none.
    func local(_ moment: Timestamp) -> (day: CalendarDay, minute: Int?) {
        guard let second = moment.secondOfDay else { return (moment.day, nil) }
        guard let zone else { return (moment.day, second / 60) }
        let local = moment.secondsSinceEpoch + offset(in: zone, at: moment.secondsSinceEpoch)
        let day = Int((Double(local) / 86_400).rounded(.down))
        return (CalendarDay(number: day), (local - day * 86_400) / 60)
    }

    /// The moment at which a local clock shows a minute of a day; without a zone one without an offset.
    ///
    /// Where clocks are put back the minute comes twice, and the first one is meant; where they are put forward it may
    /// not come at all, and the one that is as much later is meant.
    func moment(_ day: CalendarDay, minute: Int) -> Timestamp {
        let second = minute * 60
        guard let zone else { return Timestamp(day, secondOfDay: second) }
        let local = day.number * 86_400 + second
        // The offset of half a day earlier is the one before any change of this day.
        let before = offset(in: zone, at: local - 43_200 - offset(in: zone, at: local))
        let after = offset(in: zone, at: local - before)
        let matches = after == before || offset(in: zone, at: local - after) != after
        return Timestamp(day, secondOfDay: second, utcOffsetMinutes: (matches ? before : after) / 60)
    }

    private func offset(in zone: TimeZone, at secondsSinceEpoch: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(secondsSinceEpoch)))
    }
}
