internal import Foundations
package import ReferralGraph

/// A day of a calendar, or a minute of it on the clock that the calendar names.
package struct CalendarTime {
    package var day: CalendarDay
    /// Minutes since midnight; `nil` for the whole day.
    package var minute: Int?
    package var clock: CalendarClock

    /// The moment, with its offset where the clock tells.
    package var timestamp: Timestamp {
        guard let minute else { return Timestamp(day) }
        return clock.moment(day, minute: minute)
    }

    /// The moment in a form that is the same in every zone.
    package var identifier: String {
        let moment = timestamp
        guard moment.utcOffsetMinutes != nil else { return moment.description }
        let (day, second) = moment.secondsSinceEpoch.quotientAndRemainder(dividingBy: 86_400)
        return Timestamp(
            CalendarDay(number: second < 0 ? day - 1 : day),
            secondOfDay: second < 0 ? second + 86_400 : second,
            utcOffsetMinutes: 0
        ).description
    }

    /// The same minute on another day.
    package func on(_ day: CalendarDay) -> CalendarTime {
        CalendarTime(day: day, minute: minute, clock: clock)
    }

    /// Reads `20260304`, `20260304T090000` and `20260304T090000Z` (RFC 5545, sections 3.3.4 and 3.3.5); `nil` for anything
    /// else.
    /// - Parameter clock: That of a time without `Z`.
    package init?(_ text: some StringProtocol, clock: CalendarClock, utc: CalendarClock) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            let digits = bytes[range]
            guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
            return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        }
        guard bytes.count >= 8, let year = number(0..<4), let month = number(4..<6), let date = number(6..<8),
            let day = CalendarDay(year: year, month: month, day: date)
        else { return nil }
        self.day = day
        self.clock = clock
        if bytes.count == 8 { return }
        let isUTC = bytes.last == UInt8(ascii: "Z")
        // Seconds are left out by some programs.
        guard [13, 15].contains(bytes.count - (isUTC ? 1 : 0)), bytes[8] == UInt8(ascii: "T"),
            let hour = number(9..<11), hour < 24, let minute = number(11..<13), minute < 60,
            number(13..<(bytes.count - (isUTC ? 1 : 0))).map({ $0 <= 60 }) ?? false
        else { return nil }
        self.minute = hour * 60 + minute
        if isUTC { self.clock = utc }
    }

    package init(day: CalendarDay, minute: Int?, clock: CalendarClock) {
        self.day = day
        self.minute = minute
        self.clock = clock
    }
}

/// The clock on which a calendar's times are.
package enum CalendarClock {
    /// The clock of wherever one is.
    case floating
    /// That of a zone.
    case zone(LocalClock)
    /// That of a zone which only the calendar itself describes.
    case described(CalendarZoneRules)
    /// UTC, shown as the clock of a zone has it.
    case utc(shownBy: LocalClock)

    package func moment(_ day: CalendarDay, minute: Int) -> Timestamp {
        switch self {
        case .floating: Timestamp(day, secondOfDay: minute * 60)
        case .zone(let clock): clock.moment(day, minute: minute)
        case .described(let rules):
            Timestamp(
                day, secondOfDay: minute * 60,
                utcOffsetMinutes: rules.offset(at: day.number * 1440 + minute))
        case .utc(let clock): clock.local(Timestamp(day, secondOfDay: minute * 60, utcOffsetMinutes: 0))
        }
    }
}

/// The zones of a calendar.
package struct CalendarZones {
    private var described: [String: CalendarZoneRules] = [:]
    /// The clock of times in UTC, shown in the calendar's own zone (`X-WR-TIMEZONE`) where it has one.
    package let utc: CalendarClock
    /// The clock of times that name none.
    package let floating: CalendarClock

    package init(_ calendar: ContentComponent) {
        let home = calendar.text("X-WR-TIMEZONE").flatMap(ZoneDatabase.system.zone(calledInCalendars:))
        utc = .utc(shownBy: LocalClock(zone: home))
        floating = home.map { .zone(LocalClock(zone: $0)) } ?? .floating
        for zone in calendar.children where zone.name == "VTIMEZONE" {
            guard let name = zone.text("TZID"), let rules = CalendarZoneRules(zone) else { continue }
            described[name] = rules
        }
    }

    /// The clock of a zone by the name in the calendar: a known zone, else what the calendar says of it; `nil` when it
    /// says nothing.
    package func clock(named name: String) -> CalendarClock? {
        if let zone = ZoneDatabase.system.zone(calledInCalendars: name) {
            return .zone(LocalClock(zone: zone))
        }
        return described[name].map { .described($0) }
    }

    /// The times of a property, which may be a list.
    /// - Throws: What is wrong with it.
    package func times(_ property: ContentProperty) throws(CalendarDamage) -> [CalendarTime] {
        var clock = floating
        if let name = property.parameter("TZID") {
            guard let known = self.clock(named: name) else {
                throw CalendarDamage(
                    line: property.line, found: "the time zone \(quoted(name))",
                    expected: "a zone that is known, or described in the calendar")
            }
            clock = known
        }
        let text = trimmed(String(decoding: property.value, as: UTF8.self))
        var times: [CalendarTime] = []
        for part in text.split(separator: ",") {
            // Of a period (RFC 5545, 3.3.9) the beginning counts.
            let start = part.prefix { $0 != "/" }
            guard let time = CalendarTime(start.uppercased(), clock: clock, utc: utc) else {
                throw CalendarDamage(
                    line: property.line, found: "\(property.name) \(quoted(text))",
                    expected: "a day or a moment, as 20260304T090000Z")
            }
            times.append(time)
        }
        return times
    }
}

/// What of an event cannot be read.
package struct CalendarDamage: Error, Equatable {
    package var line: Int
    package var found: String
    package var expected: String

    package init(line: Int, found: String, expected: String) {
        self.line = line
        self.found = found
        self.expected = expected
    }
}

/// The offsets of a zone as a calendar describes them (`VTIMEZONE`; RFC 5545, section 3.6.5).
package struct CalendarZoneRules {
    private var observances: [Observance] = []

    /// Standard time or summer time, and when it begins.
    private struct Observance {
        /// Minutes east of UTC.
        var offset: Int
        /// When it began, in minutes of its own clock since 1970.
        var starts: [Int]
        var rule: RecurrenceRule?
        var start: CalendarTime

        /// When it last began by a minute.
        func lastStart(by minute: Int) -> Int? {
            var last = starts.filter { $0 <= minute }.max()
            guard let rule, let first = starts.first, first <= minute else { return last }
            let end = rule.until.flatMap { CalendarTime($0, clock: .floating, utc: .floating) }?.day
            let year = CalendarDay(number: Int((Double(minute) / 1440).rounded(.down))).parts.year
            for year in [year - 1, year] {
                for day in rule.days(ofYear: year, from: start.day) ?? [] where end.map({ day <= $0 }) ?? true
                {
                    let begin = day.number * 1440 + (start.minute ?? 0)
                    if begin >= first, begin <= minute { last = max(last ?? begin, begin) }
                }
            }
            return last
        }
    }

    /// - Returns: `nil` when no offset is given.
    package init?(_ zone: ContentComponent) {
        for part in zone.children where ["STANDARD", "DAYLIGHT"].contains(part.name) {
            guard let offset = part.text("TZOFFSETTO").flatMap(Self.minutes),
                let start = part.text("DTSTART").flatMap({
                    CalendarTime($0, clock: .floating, utc: .floating)
                })
            else { continue }
            let more = part.properties("RDATE").flatMap {
                String(decoding: $0.value, as: UTF8.self).split(separator: ",")
            }.compactMap { CalendarTime($0, clock: .floating, utc: .floating) }
            let rule = part.text("RRULE").flatMap { try? RecurrenceRule($0) }
            observances.append(
                Observance(
                    offset: offset,
                    starts: ([start] + more).map { $0.day.number * 1440 + ($0.minute ?? 0) },
                    rule: rule?.frequency == .yearly ? rule : nil, start: start))
        }
        if observances.isEmpty { return nil }
    }

    /// Minutes east of UTC when the clock shows a minute since 1970.
    package func offset(at minute: Int) -> Int {
        let begun = observances.compactMap { observance in
            observance.lastStart(by: minute).map { ($0, observance.offset) }
        }
        return begun.max { $0.0 < $1.0 }?.1 ?? observances[0].offset
    }

    /// `+0100`, `-0330` or `+013000`.
    private static func minutes(_ text: String) -> Int? {
        let digits = text.dropFirst()
        guard let sign = text.first, sign == "+" || sign == "-", [4, 6].contains(digits.utf8.count),
            let hours = Int(digits.prefix(2)), let minutes = Int(digits.dropFirst(2).prefix(2)),
            (0..<24).contains(hours), (0..<60).contains(minutes)
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
    }
}
