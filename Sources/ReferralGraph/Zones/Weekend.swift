/// The days of the week on which people of a region do not work.
///
/// The regions are those of the Unicode CLDR, `supplemental/weekData` (`weekendStart`, `weekendEnd`), found by the time
/// zone: Friday and Saturday in most of the Gulf, in Egypt, Israel, Jordan and others; Thursday and Friday in
/// Afghanistan; Friday in Iran; Sunday in India and Uganda; Saturday and Sunday elsewhere, the Emirates since 2022
/// included, whose Fridays end at noon.
///
/// Where CLDR has the default and offices close on other days, their practice counts: Friday and Saturday in Bangladesh,
/// Djibouti, the Maldives and Palestine, Friday and Sunday in Brunei, Saturday alone in Nepal. Many offices in India
/// close on Saturday, too, and many in Iran on Thursday, as do single states elsewhere: ``Person/weekend`` says so for
/// one person. The days are today's, whatever the moment looked from.
public enum Weekend {
    /// Saturday and Sunday.
    public static let standard: Set<Weekday> = [.saturday, .sunday]

    /// The weekend where a zone lies; the standard one for `nil`, an unknown zone, and zones without a place.
    /// - Complexity: O(1).
    public static func days(inZone name: String?) -> Set<Weekday> {
        guard let name else { return standard }
        return byZone[name] ?? standard
    }

    /// The zones whose weekend is not the standard one, with the other names of each.
    static let byZone: [String: Set<Weekday>] = {
        var byZone: [String: Set<Weekday>] = [:]
        for (days, zones) in regions {
            for zone in zones.split(separator: " ") { byZone[String(zone)] = days }
        }
        return byZone
    }()

    private static let regions: [(Set<Weekday>, String)] = [
        // CLDR: BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE.
        (
            [.friday, .saturday],
            """
            Asia/Bahrain Africa/Algiers Africa/Cairo Egypt Asia/Jerusalem Asia/Tel_Aviv Israel Asia/Baghdad \
            Asia/Amman Asia/Kuwait Africa/Tripoli Libya Asia/Muscat Asia/Qatar Asia/Riyadh Africa/Khartoum \
            Asia/Damascus Asia/Aden
            """
        ),
        // Practice: BD DJ MV PS.
        (
            [.friday, .saturday],
            "Asia/Dhaka Asia/Dacca Africa/Djibouti Indian/Maldives Asia/Gaza Asia/Hebron"
        ),
        // CLDR: AF, IR, IN and UG.
        ([.thursday, .friday], "Asia/Kabul"),
        ([.friday], "Asia/Tehran Iran"),
        ([.sunday], "Asia/Kolkata Asia/Calcutta Africa/Kampala"),
        // Practice: NP, BN.
        ([.saturday], "Asia/Kathmandu Asia/Katmandu"),
        ([.friday, .sunday], "Asia/Brunei"),
    ]
}

extension Weekday {
    /// The day's English name in lower case, as files have it: `friday`.
    public var name: String { "\(self)" }

    /// Reads a day's English name in lower case.
    public init?(name: String) {
        guard let day = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = day
    }
}
