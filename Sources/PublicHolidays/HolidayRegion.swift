public import ReferralGraph

/// A country, or a part of one, with its public holidays: days on which people there do not work.
///
/// The days come from a table of 250 countries and territories with their subdivisions, from 2024 to 2035
/// (`Scripts/generate-holidays`). Some are announced only a year ahead, and those that follow the moon are marked as estimated.
public final class HolidayRegion: Sendable, Equatable {
    /// The code of ISO 3166: `DE`, `DE-BY`.
    public let code: String
    /// What to call it after "in": `Germany`, `the United States`, `Bayern`.
    public let name: String
    /// The years of which the days are known.
    public let years: ClosedRange<Int>
    /// A time zone of the country; `nil` where it has none of its own.
    public let zone: String?
    /// The holidays by day.
    let holidays: [Int: PublicHoliday]

    /// The region with a code, in capitals or not; `nil` for an unknown one (``hint(for:)``).
    /// - Complexity: O(length of the country's line).
    public convenience init?(_ code: String) {
        let parts = code.uppercased().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let line = HolidayLines.shared.line(of: String(parts[0])) else { return nil }
        self.init(line, subdivision: parts.count == 2 ? String(parts[1]) : nil)
    }

    /// The country in which a time zone lies; `nil` for zones without a place, zones that two countries claim, and unknown ones.
    public convenience init?(zone: String) {
        guard let country = HolidayLines.shared.country(ofZone: zone) else { return nil }
        self.init(country)
    }

    private init?(_ line: CountryLine, subdivision: String?) {
        code = subdivision.map { "\(line.code)-\($0)" } ?? line.code
        years = line.years
        zone = line.zone
        if let subdivision {
            guard let name = line.subdivisions.first(where: { $0.code == subdivision })?.name else {
                return nil
            }
            self.name = name.isEmpty ? code : name
        } else {
            name = line.name
        }
        var holidays: [Int: PublicHoliday] = [:]
        for entry in line.entries where entry.isKept(in: subdivision) {
            let place = entry.isOfSome ? name : line.name
            for day in entry.days(in: years) {
                if let other = holidays[day.number] {
                    holidays[day.number]?.name = "\(other.name) and \(entry.name)"
                } else {
                    holidays[day.number] = PublicHoliday(day: day, name: entry.name, place: place)
                }
            }
        }
        self.holidays = holidays
    }

    /// The holiday on a day; `nil` for other days, and outside of ``years``.
    public func holiday(on day: CalendarDay) -> PublicHoliday? { holidays[day.number] }

    /// Whether two regions are the same.
    public static func == (left: HolidayRegion, right: HolidayRegion) -> Bool { left.code == right.code }

    /// The code of a region as ISO 3166 writes it; `nil` for an unknown one.
    /// - Complexity: O(length of the country's line).
    public static func code(_ text: String) -> String? {
        let text = text.uppercased()
        return codes(of: text).first { $0.code == text }?.code
    }

    /// What to write in place of a code that is unknown, in words that can follow an error.
    public static func hint(for text: String) -> String {
        let wanted = foldedName(text)
        let all = HolidayLines.shared.countries.flatMap { codes(of: $0) }
        func words(_ region: (code: String, name: String)) -> String {
            region.name.isEmpty ? "“\(region.code)”" : "“\(region.code)” for \(region.name)"
        }
        if wanted == "uk" { return "write “GB” for the United Kingdom" }
        let named = all.filter { bare($0.name) == bare(wanted) }
        if let region = named.first { return "write \(words(region))" }
        let inCountry = codes(of: text.uppercased())
        if let country = inCountry.first, let dash = text.firstIndex(of: "-") {
            let part = text[text.index(after: dash)...].uppercased()
            let near =
                inCountry.dropFirst().first { bare($0.name) == bare(part) }
                ?? inCountry.dropFirst().max { left, right in
                    alike(left.code, text.uppercased()) < alike(right.code, text.uppercased())
                }
            return near.map { "did you mean \(words($0))? Without a part it is “\(country.code)”" }
                ?? "\(country.name) has no parts here: write “\(country.code)”"
        }
        // A name that begins otherwise is another place: Bavaria is not Navarra.
        let names = all.map { bare($0.name) }.filter { !$0.isEmpty && $0.first == wanted.first }
        if let name = nearestSpelling(to: wanted, among: names),
            let region = all.first(where: { bare($0.name) == name })
        {
            return "did you mean \(words(region))?"
        }
        guard text.count <= 6,
            let near = all.max(by: { alike($0.code, text.uppercased()) < alike($1.code, text.uppercased()) })
        else { return "write its code in ISO 3166, such as “DE” for Germany or “DE-BY” for Bayern" }
        return "did you mean \(words(near))?"
    }

    /// A country with its parts.
    private static func codes(of text: String) -> [(code: String, name: String)] {
        let country =
            text.split(separator: "-", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        guard let line = HolidayLines.shared.line(of: country) else { return [] }
        return [(line.code, line.name)]
            + line.subdivisions.map { ("\(line.code)-\($0.code)", $0.name) }
    }

    /// A name for comparison: folded, without its article.
    private static func bare(_ name: String) -> String {
        let name = foldedName(name)
        return name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
    }

    /// How alike two codes are: the letters in the same places, less the difference in length.
    private static func alike(_ left: String, _ right: String) -> Int {
        2 * zip(left, right).count { $0 == $1 } - abs(left.count - right.count)
    }
}

/// A day on which people of a region do not work.
public struct PublicHoliday: Sendable, Equatable {
    /// When.
    public var day: CalendarDay
    /// What it is called in English, `(observed)` where it stands for another day, `(estimated)` where the moon decides.
    public var name: String
    /// What to call the country or the part that has it, after "in".
    public var place: String

    /// `Mon 6 Apr is Easter Monday in Germany`.
    public var words: String { "\(dayAndName) in \(place)" }

    private var dayAndName: String { "\(day.weekday.shortWord) \(day.shortWords) is \(name)" }

    /// `Fri 3 Apr is Good Friday and Mon 6 Apr is Easter Monday in Germany`; nothing for no holidays.
    public static func words(_ holidays: [PublicHoliday]) -> String? {
        guard let last = holidays.last else { return nil }
        return holidays.map { $0.place == last.place && $0 != last ? $0.dayAndName : $0.words }
            .joined(separator: " and ")
    }
}
