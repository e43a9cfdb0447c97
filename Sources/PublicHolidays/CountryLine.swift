internal import ReferralGraph

/// The lines of the table, found by country and by time zone.
struct HolidayLines: Sendable {
    static let shared = HolidayLines()

    /// Where the line of each country lies.
    private let places: [String: Range<Int>]
    private let countriesByZone: [String: String]
    /// The codes of all countries, in order.
    var countries: [String] { places.keys.sorted() }

    private init() {
        var places: [String: Range<Int>] = [:]
        var zones: [String: String] = [:]
        Self.withBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                let fields = bytes[start..<end].split(
                    separator: UInt8(ascii: "|"), maxSplits: 4, omittingEmptySubsequences: false)
                let code = String(decoding: fields[0], as: UTF8.self)
                places[code] = start..<end
                for zone in fields[3].split(separator: UInt8(ascii: " ")) {
                    zones[String(decoding: zone, as: UTF8.self)] = code
                }
                start = end + 1
            }
        }
        self.places = places
        countriesByZone = zones
    }

    func line(of country: String) -> CountryLine? {
        places[country].map { place in
            Self.withBytes { CountryLine(String(decoding: $0[place], as: UTF8.self)) }
        }
    }

    func country(ofZone zone: String) -> String? { countriesByZone[zone] }

    private static func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(
            UnsafeBufferPointer(
                start: HolidayTable.lines.utf8Start, count: HolidayTable.lines.utf8CodeUnitCount))
    }
}

/// One country of the table.
struct CountryLine {
    let code: String
    let name: String
    let years: ClosedRange<Int>
    let zone: String?
    let subdivisions: [(code: String, name: String)]
    private let entryTexts: Substring
    /// The holidays, in the order of the year.
    var entries: [Entry] { entryTexts.utf8.split(separator: UInt8(ascii: ";")).map { Entry(Substring($0)) } }

    /// - Parameter text: A line as `Scripts/generate-holidays` writes it.
    init(_ text: String) {
        let fields = text.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map {
            Substring($0)
        }
        code = String(fields[0])
        name = String(fields[1])
        years = HolidayTable.firstYear...(Int(fields[2]) ?? HolidayTable.lastYear)
        zone = fields[3].split(separator: " ").first.map(String.init)
        subdivisions = fields[4].split(separator: ";").map { part in
            let parts = part.split(separator: "=", omittingEmptySubsequences: false)
            return (String(parts[0]), String(parts[1]))
        }
        entryTexts = fields[5]
    }

    /// One holiday.
    struct Entry {
        let name: String
        private let words: Substring
        /// The subdivisions that alone have it, or that do not; empty for all.
        private let scope: Substring

        init(_ text: Substring) {
            let parts = text.utf8.split(separator: UInt8(ascii: "@")).map { Substring($0) }
            name = String(parts[0])
            words = parts[1]
            scope = parts.count > 2 ? parts[2] : ""
        }

        /// Whether only some subdivisions have it.
        var isOfSome: Bool { scope.first == "+" }

        /// Whether a subdivision has it; for `nil`, whether all of the country has.
        func isKept(in subdivision: String?) -> Bool {
            let isListed = subdivision.map { code in
                scope.dropFirst().split(separator: ",").contains { $0 == code }
            }
            return isOfSome ? isListed ?? false : !(isListed ?? false)
        }

        func days(in years: ClosedRange<Int>) -> [CalendarDay] {
            switch words.first {
            case "E": return years.map { CalendarDay.easter($0) + offset }
            case "O": return years.map { CalendarDay.orthodoxEaster($0) + offset }
            default: break
            }
            if words.utf8.contains(UInt8(ascii: ":")) {
                return words.split(separator: " ").flatMap { part in
                    let year = 2000 + (Int(part.prefix(2)) ?? 0)
                    return part.dropFirst(3).split(separator: ",").compactMap { Self.day($0, year) }
                }
            }
            if let weekday = words.firstIndex(where: \.isLetter) {
                return years.compactMap { day(weekday, $0) }
            }
            let days = words.split(separator: ",")
            return days.count == 1
                ? years.compactMap { Self.day(days[0], $0) }
                : zip(days, years).compactMap { Self.day($0, $1) }
        }

        private var offset: Int { Int(words.dropFirst()) ?? 0 }

        /// `0501`.
        private static func day(_ text: Substring, _ year: Int) -> CalendarDay? {
            guard let month = Int(text.prefix(2)), let day = Int(text.suffix(2)) else { return nil }
            return CalendarDay(year: year, month: month, day: day)
        }

        /// `5mon1`, `5mon-1`: such a weekday of a month, counted from its beginning or its end.
        private func day(_ start: Substring.Index, _ year: Int) -> CalendarDay? {
            let name = words[start...].prefix(3)
            guard let month = Int(words[..<start]), let count = Int(words[start...].dropFirst(3)),
                let weekday = Weekday.allCases.first(where: { $0.shortWord.lowercased() == name }),
                let first = CalendarDay(year: year, month: month, day: 1),
                let next = CalendarDay(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
            else { return nil }
            if count > 0 {
                return first + (weekday.rawValue - first.weekday.rawValue + 7) % 7 + 7 * (count - 1)
            }
            let last = next + -1
            return last + -((last.weekday.rawValue - weekday.rawValue + 7) % 7) + 7 * (count + 1)
        }
    }
}
