/// Abbreviations that people write for a zone, and the zones that can be meant, the most populous first.
///
/// They are no names: `IST` is the time of three countries, `CST` that of Chicago and of Shanghai. Those that the
/// database knows as zones of their own, such as `EST`, `GMT` and `CET`, are not here.
let zoneAbbreviations: [String: [String]] = [
    "PST": ["America/Los_Angeles"], "PDT": ["America/Los_Angeles"], "PT": ["America/Los_Angeles"],
    "MDT": ["America/Denver"], "MT": ["America/Denver"],
    "CST": ["America/Chicago", "Asia/Shanghai"], "CDT": ["America/Chicago"], "CT": ["America/Chicago"],
    "EDT": ["America/New_York"], "ET": ["America/New_York"],
    "AST": ["America/Halifax", "Asia/Riyadh"], "ADT": ["America/Halifax"],
    "AKST": ["America/Anchorage"], "AKDT": ["America/Anchorage"], "HAST": ["Pacific/Honolulu"],
    "NST": ["America/St_Johns"], "NDT": ["America/St_Johns"], "BRT": ["America/Sao_Paulo"],
    "ART": ["America/Argentina/Buenos_Aires"], "BST": ["Europe/London", "Asia/Dhaka"],
    "WEST": ["Europe/Lisbon"], "CEST": ["Europe/Berlin"], "MEZ": ["Europe/Berlin"],
    "MESZ": ["Europe/Berlin"], "EEST": ["Europe/Athens"], "MSK": ["Europe/Moscow"],
    "TRT": ["Europe/Istanbul"],
    "WAT": ["Africa/Lagos"], "CAT": ["Africa/Maputo"], "EAT": ["Africa/Nairobi"],
    "SAST": ["Africa/Johannesburg"], "IST": ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"],
    "IDT": ["Asia/Jerusalem"], "GST": ["Asia/Dubai"], "PKT": ["Asia/Karachi"], "NPT": ["Asia/Kathmandu"],
    "ICT": ["Asia/Bangkok"], "WIB": ["Asia/Jakarta"], "HKT": ["Asia/Hong_Kong"], "SGT": ["Asia/Singapore"],
    "PHT": ["Asia/Manila"], "JST": ["Asia/Tokyo"], "KST": ["Asia/Seoul"], "AWST": ["Australia/Perth"],
    "ACST": ["Australia/Adelaide"], "ACDT": ["Australia/Adelaide"], "AEST": ["Australia/Sydney"],
    "AEDT": ["Australia/Sydney"], "NZST": ["Pacific/Auckland"], "NZDT": ["Pacific/Auckland"],
]

/// The zones by Windows' names for them, in lower case: the table `windowsZones` of CLDR, territory 001.
let windowsZones: [String: String] = {
    var zones: [String: String] = [:]
    for line in windowsZoneLines.split(separator: "\n") {
        let parts = line.split(separator: "=")
        zones[String(parts[0]).lowercased() + " standard time"] = String(parts[1])
    }
    return zones
}()

extension ZoneDatabase {
    /// The zone that a calendar means: by its name, by the name at the end of a path such as
    /// `/mozilla.org/20050126_1/Europe/Berlin`, or by Windows' name for it; `nil` for other texts.
    package func zone(calledInCalendars text: String) -> String? {
        if knows(text) == true { return text }
        let parts = text.split(separator: "/")
        for start in parts.indices.dropLast() {
            let name = parts[start...].joined(separator: "/")
            if knows(name) == true { return name }
        }
        if let zone = windowsZones[foldedName(text)] { return zone }
        return ["utc", "gmt", "z"].contains(foldedName(String(parts.last ?? ""))) ? "UTC" : nil
    }
}

/// Each line without "Standard Time", which all of the names end with.
private let windowsZoneLines = """
    Dateline=Etc/GMT+12
    Aleutian=America/Adak
    Hawaiian=Pacific/Honolulu
    Marquesas=Pacific/Marquesas
    Alaskan=America/Anchorage
    Pacific=America/Los_Angeles
    US Mountain=America/Phoenix
    Mountain=America/Denver
    Yukon=America/Whitehorse
    Central America=America/Guatemala
    Central=America/Chicago
    Easter Island=Pacific/Easter
    Canada Central=America/Regina
    SA Pacific=America/Bogota
    Eastern=America/New_York
    Haiti=America/Port-au-Prince
    Cuba=America/Havana
    US Eastern=America/Indiana/Indianapolis
    Turks And Caicos=America/Grand_Turk
    Paraguay=America/Asuncion
    Atlantic=America/Halifax
    Venezuela=America/Caracas
    Central Brazilian=America/Cuiaba
    SA Western=America/La_Paz
    Pacific SA=America/Santiago
    Newfoundland=America/St_Johns
    Tocantins=America/Araguaina
    E. South America=America/Sao_Paulo
    SA Eastern=America/Cayenne
    Argentina=America/Argentina/Buenos_Aires
    Greenland=America/Nuuk
    Montevideo=America/Montevideo
    Magallanes=America/Punta_Arenas
    Saint Pierre=America/Miquelon
    Bahia=America/Bahia
    Azores=Atlantic/Azores
    Cape Verde=Atlantic/Cape_Verde
    GMT=Europe/London
    Greenwich=Atlantic/Reykjavik
    Sao Tome=Africa/Sao_Tome
    Morocco=Africa/Casablanca
    W. Europe=Europe/Berlin
    Central Europe=Europe/Budapest
    Romance=Europe/Paris
    Central European=Europe/Warsaw
    W. Central Africa=Africa/Lagos
    Jordan=Asia/Amman
    GTB=Europe/Bucharest
    Middle East=Asia/Beirut
    Egypt=Africa/Cairo
    E. Europe=Europe/Chisinau
    Syria=Asia/Damascus
    West Bank=Asia/Hebron
    South Africa=Africa/Johannesburg
    FLE=Europe/Kyiv
    Israel=Asia/Jerusalem
    South Sudan=Africa/Juba
    Kaliningrad=Europe/Kaliningrad
    Sudan=Africa/Khartoum
    Libya=Africa/Tripoli
    Namibia=Africa/Windhoek
    Arabic=Asia/Baghdad
    Turkey=Europe/Istanbul
    Arab=Asia/Riyadh
    Belarus=Europe/Minsk
    Russian=Europe/Moscow
    E. Africa=Africa/Nairobi
    Volgograd=Europe/Volgograd
    Iran=Asia/Tehran
    Arabian=Asia/Dubai
    Astrakhan=Europe/Astrakhan
    Azerbaijan=Asia/Baku
    Russia Time Zone 3=Europe/Samara
    Mauritius=Indian/Mauritius
    Saratov=Europe/Saratov
    Georgian=Asia/Tbilisi
    Caucasus=Asia/Yerevan
    Afghanistan=Asia/Kabul
    West Asia=Asia/Tashkent
    Qyzylorda=Asia/Qyzylorda
    Ekaterinburg=Asia/Yekaterinburg
    Pakistan=Asia/Karachi
    India=Asia/Kolkata
    Sri Lanka=Asia/Colombo
    Nepal=Asia/Kathmandu
    Central Asia=Asia/Bishkek
    Bangladesh=Asia/Dhaka
    Omsk=Asia/Omsk
    Myanmar=Asia/Yangon
    SE Asia=Asia/Bangkok
    Altai=Asia/Barnaul
    W. Mongolia=Asia/Hovd
    North Asia=Asia/Krasnoyarsk
    N. Central Asia=Asia/Novosibirsk
    Tomsk=Asia/Tomsk
    China=Asia/Shanghai
    North Asia East=Asia/Irkutsk
    Singapore=Asia/Singapore
    W. Australia=Australia/Perth
    Taipei=Asia/Taipei
    Ulaanbaatar=Asia/Ulaanbaatar
    Aus Central W.=Australia/Eucla
    Transbaikal=Asia/Chita
    Tokyo=Asia/Tokyo
    North Korea=Asia/Pyongyang
    Korea=Asia/Seoul
    Yakutsk=Asia/Yakutsk
    Cen. Australia=Australia/Adelaide
    AUS Central=Australia/Darwin
    E. Australia=Australia/Brisbane
    AUS Eastern=Australia/Sydney
    West Pacific=Pacific/Port_Moresby
    Tasmania=Australia/Hobart
    Vladivostok=Asia/Vladivostok
    Lord Howe=Australia/Lord_Howe
    Bougainville=Pacific/Bougainville
    Magadan=Asia/Magadan
    Norfolk=Pacific/Norfolk
    Sakhalin=Asia/Sakhalin
    Central Pacific=Pacific/Guadalcanal
    New Zealand=Pacific/Auckland
    Fiji=Pacific/Fiji
    Chatham Islands=Pacific/Chatham
    Tonga=Pacific/Tongatapu
    Samoa=Pacific/Apia
    Line Islands=Pacific/Kiritimati
    """
