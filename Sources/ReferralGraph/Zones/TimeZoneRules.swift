/// The offsets from UTC of one IANA time zone, as the system's zone file gives them (TZif, RFC 8536).
///
/// Foundation's `TimeZone` would do as well, but brings the tables of ICU into memory, which takes longer than
/// ranking a thousand people.
struct TimeZoneRules: Sendable, Equatable {
    /// Seconds since 1970 in UTC at which another offset begins, rising.
    private let transitions: [Int]
    /// The offset in seconds east of UTC from each transition on.
    private let offsets: [Int]
    /// The offset before the first transition.
    private let firstOffset: Int
    /// What holds after the last transition; `nil` when its offset stays.
    private let footer: PosixTimeZone?

    /// The rules of a zone such as `Asia/Tokyo`; `nil` when the system does not know it.
    init?(identifier: String) {
        guard let bytes = ZoneDatabase.system.file(of: identifier) else { return nil }
        self.init(tzif: bytes)
    }

    /// Reads the content of a zone file; `nil` when it is not one.
    init?(tzif bytes: [UInt8]) {
        guard let first = Block(bytes, at: 0, timeSize: 4) else { return nil }
        // From version 2 on, the same follows with 64-bit times, and a rule for the time after the last of them.
        let block = first.version >= UInt8(ascii: "2") ? Block(bytes, at: first.end, timeSize: 8) : first
        guard let block else { return nil }
        transitions = block.transitions
        offsets = block.offsets
        firstOffset = block.firstOffset
        let text = bytes[block.end...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
        footer =
            block.version >= UInt8(ascii: "2") ? PosixTimeZone(String(decoding: text, as: UTF8.self)) : nil
    }

    /// Seconds east of UTC at a moment in seconds since 1970.
    /// - Complexity: O(log transitions).
    func offset(at moment: Int) -> Int {
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= moment { low = middle + 1 } else { high = middle }
        }
        if low == transitions.count, let footer { return footer.offset(at: moment) }
        return low == 0 ? firstOffset : offsets[low - 1]
    }

    /// A header and what it announces, in either size of times.
    private struct Block {
        let version: UInt8
        let transitions: [Int]
        let offsets: [Int]
        let firstOffset: Int
        /// Where the block ends.
        let end: Int

        init?(_ bytes: [UInt8], at start: Int, timeSize: Int) {
            func number(_ position: Int, _ size: Int) -> Int {
                let value = bytes[position..<position + size].reduce(0) { $0 << 8 | UInt64($1) }
                return size == 8 ? Int(Int64(bitPattern: value)) : Int(Int32(truncatingIfNeeded: value))
            }
            guard bytes.count - start >= 44, bytes[start..<start + 4].elementsEqual("TZif".utf8) else {
                return nil
            }
            version = bytes[start + 4]
            let counts = (0..<6).map { number(start + 20 + 4 * $0, 4) }
            let (utIndicators, standardIndicators, leaps) = (counts[0], counts[1], counts[2])
            let (timeCount, typeCount, letters) = (counts[3], counts[4], counts[5])
            guard counts.allSatisfy({ (0...bytes.count).contains($0) }), typeCount > 0 else { return nil }
            let times = start + 44
            let indices = times + timeCount * timeSize
            let types = indices + timeCount
            end =
                types + typeCount * 6 + letters + leaps * (timeSize + 4) + standardIndicators + utIndicators
            guard end <= bytes.count else { return nil }
            let offsetOfType = (0..<typeCount).map { number(types + 6 * $0, 4) }
            let typeIndices = (0..<timeCount).map { Int(bytes[indices + $0]) }
            guard typeIndices.allSatisfy({ $0 < typeCount }) else { return nil }
            transitions = (0..<timeCount).map { number(times + timeSize * $0, timeSize) }
            offsets = typeIndices.map { offsetOfType[$0] }
            firstOffset = offsetOfType[0]
        }
    }
}

/// A zone's rule for all years to come, such as `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX, with the extension of RFC 8536 to
/// changes at -167 to 167 hours).
struct PosixTimeZone: Sendable, Equatable {
    private let standardOffset: Int
    private var summer: Summer?

    private struct Summer: Equatable {
        var offset: Int
        var begins: YearlyMoment
        var ends: YearlyMoment
    }

    /// Reads a rule; `nil` when it is none.
    init?(_ text: String) {
        var scanner = Scanner(text.utf8[...])
        guard scanner.name(), let west = scanner.time() else { return nil }
        standardOffset = -west
        if scanner.isAtEnd { return }
        guard scanner.name() else { return nil }
        let summerOffset: Int
        if scanner.next == UInt8(ascii: ",") {
            summerOffset = standardOffset + 3600
        } else {
            guard let west = scanner.time() else { return nil }
            summerOffset = -west
        }
        guard let begins = scanner.yearlyMoment(), let ends = scanner.yearlyMoment(), scanner.isAtEnd else {
            return nil
        }
        summer = Summer(offset: summerOffset, begins: begins, ends: ends)
    }

    /// Seconds east of UTC at a moment in seconds since 1970.
    func offset(at moment: Int) -> Int {
        guard let summer else { return standardOffset }
        let local = moment + standardOffset
        let year = CalendarDay(number: Int((Double(local) / 86_400).rounded(.down))).parts.year
        let begins = summer.begins.seconds(in: year) - standardOffset
        let ends = summer.ends.seconds(in: year) - summer.offset
        // South of the equator the summer goes over New Year.
        let isSummer = begins < ends ? (begins..<ends).contains(moment) : !(ends..<begins).contains(moment)
        return isSummer ? summer.offset : standardOffset
    }

    /// A moment that comes every year, on the clock that holds before it.
    private struct YearlyMoment: Equatable {
        var day: Day
        var secondOfDay: Int

        enum Day: Equatable {
            /// The nth such weekday of a month, the fifth being the last; Sunday is 0.
            case weekday(Int, week: Int, month: Int)
            /// A day from 1 to 365 that leaves 29 February out.
            case ofCommonYear(Int)
            /// A day from 0 to 365.
            case ofYear(Int)
        }

        /// Local seconds since 1970.
        func seconds(in year: Int) -> Int { dayNumber(in: year) * 86_400 + secondOfDay }

        private func dayNumber(in year: Int) -> Int {
            func first(ofMonth month: Int) -> Int {
                CalendarDay(year: month > 12 ? year + 1 : year, month: month > 12 ? 1 : month, day: 1)?.number
                    ?? 0
            }
            switch day {
            case .weekday(let weekday, let week, let month):
                let start = first(ofMonth: month)
                // `Weekday` counts from Monday.
                let startWeekday = (CalendarDay(number: start).weekday.rawValue + 1) % 7
                let day = start + (weekday - startWeekday + 7) % 7 + 7 * (week - 1)
                return day < first(ofMonth: month + 1) ? day : day - 7
            case .ofCommonYear(let number):
                let isLeap = first(ofMonth: 3) - first(ofMonth: 2) == 29
                return first(ofMonth: 1) + number - (isLeap && number >= 60 ? 0 : 1)
            case .ofYear(let number): return first(ofMonth: 1) + number
            }
        }
    }

    private struct Scanner {
        private var rest: Substring.UTF8View

        init(_ text: Substring.UTF8View) { rest = text }

        var isAtEnd: Bool { rest.isEmpty }
        var next: UInt8? { rest.first }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest = rest.dropFirst()
            return true
        }

        /// Letters, or anything between angle brackets.
        mutating func name() -> Bool {
            if take("<") {
                guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
                rest = rest[rest.index(after: end)...]
                return true
            }
            let letters = rest.prefix { (97...122).contains($0 | 0x20) }
            rest = rest.dropFirst(letters.count)
            return letters.count >= 3
        }

        mutating func number() -> Int? {
            let digits = rest.prefix { (48...57).contains($0) }
            guard (1...3).contains(digits.count) else { return nil }
            rest = rest.dropFirst(digits.count)
            return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        }

        /// Hours, with minutes and seconds where they are given, in seconds.
        mutating func time() -> Int? {
            let sign = take("-") ? -1 : 1
            if sign > 0 { _ = take("+") }
            guard let hours = number() else { return nil }
            var seconds = hours * 3600
            for unit in [60, 1] where take(":") {
                guard let value = number(), value < 60 else { return nil }
                seconds += value * unit
            }
            return sign * seconds
        }

        mutating func yearlyMoment() -> YearlyMoment? {
            guard take(",") else { return nil }
            let day: YearlyMoment.Day
            if take("M") {
                guard let month = number(), take("."), let week = number(), take("."), let weekday = number(),
                    (1...12).contains(month), (1...5).contains(week), weekday < 7
                else { return nil }
                day = .weekday(weekday, week: week, month: month)
            } else if take("J") {
                guard let number = number(), (1...365).contains(number) else { return nil }
                day = .ofCommonYear(number)
            } else {
                guard let number = number(), number < 366 else { return nil }
                day = .ofYear(number)
            }
            guard take("/") else { return YearlyMoment(day: day, secondOfDay: 2 * 3600) }
            guard let time = time() else { return nil }
            return YearlyMoment(day: day, secondOfDay: time)
        }
    }
}
