private import Foundation
import ReferralGraph

/// Tells on which day of the contact's calendar something happened.
///
/// Foundation finds its time zones at run time: a program linked with the static Swift runtime knows them only when
/// something else in it refers to Foundation's internationalisation, as the folding of names in `PersonQuery` does.
struct LocalClock: Sendable {
    private let zone: TimeZone?

    /// A clock for an IANA zone; without one, or with an unknown one, days are taken as they were written.
    init(zone identifier: String?) { zone = identifier.flatMap(TimeZone.init(identifier:)) }

    /// The local day of a moment. A bare day is that day everywhere.
    func day(of moment: Timestamp) -> CalendarDay {
        guard let zone, moment.secondOfDay != nil else { return moment.day }
        let instant = Date(timeIntervalSince1970: Double(moment.secondsSinceEpoch))
        let local = moment.secondsSinceEpoch + zone.secondsFromGMT(for: instant)
        return CalendarDay(number: Int((Double(local) / 86_400).rounded(.down)))
    }

    /// One clock a person; people of one zone share theirs.
    static func clocks(of people: [Person]) -> [LocalClock] {
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
