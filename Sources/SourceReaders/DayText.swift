public import ReferralGraph

/// A text that may say a day, however people and programs write days.
///
/// Some texts mean one day to everyone: ISO 8601, a month in letters, a day before a full stop. `3/4/2026` does not, and
/// neither does a spreadsheet's serial number; those are for the user to decide.
public enum DayText: Equatable, Sendable {
    /// This day.
    case day(CalendarDay)
    /// Two numbers below 13 and a year: which of them is the month is not to be seen.
    case ambiguous
    /// A spreadsheet's count of days.
    case serial
    /// No day, or none that exists.
    case none

    /// Reads a text; a time, a zone and a weekday beside the day do not count.
    /// - Complexity: O(text).
    public init(_ text: String) {
        let tokens = Self.tokens(of: text)
        guard !tokens.isEmpty else {
            self = .none
            return
        }
        self = Self.compact(tokens) ?? Self.named(tokens) ?? Self.numeric(tokens) ?? .none
    }

    private enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case mark(Character)
    }

    /// The words, numbers and marks up to the time; a range (`4 March → 6 March`) says its first day.
    private static func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        var rest = foldedName(text)[...]
        while let first = rest.first {
            if first.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                guard !digits.isEmpty, let number = Int(digits) else { return [] }
                rest = rest.dropFirst(digits.count)
                if rest.first == ":" { return tokens }
                if rest.first == "t", rest.dropFirst().first?.isNumber == true {
                    rest = " " + rest.dropFirst()
                }
                tokens.append(.number(number, digits: digits.count))
            } else if first.isLetter {
                let word = rest.prefix { $0.isLetter }
                rest = rest.dropFirst(word.count)
                if word == "h", case .number? = tokens.last { return Array(tokens.dropLast()) }
                tokens.append(.word(String(word)))
            } else {
                if first == "→" || first == "–" { return tokens }
                rest = rest.dropFirst()
                if !first.isWhitespace { tokens.append(.mark(first)) }
            }
        }
        return tokens
    }

    /// `20260304`, and the serial numbers of spreadsheets.
    private static func compact(_ tokens: [Token]) -> DayText? {
        guard case .number(let number, let digits) = tokens[0] else { return nil }
        if digits == 8, tokens.count == 1 {
            return day(number / 10_000, number / 100 % 100, number % 100)
        }
        let isAlone = tokens.count == 1 || tokens.count == 3 && [.mark("."), .mark(",")].contains(tokens[1])
        return isAlone && digits == 5 && (10_000...80_000).contains(number) ? .serial : nil
    }

    /// Forms with the month in letters, whatever stands where.
    private static func named(_ tokens: [Token]) -> DayText? {
        var month: Int?
        for case .word(let word) in tokens where month == nil { month = months[word] }
        guard let month else { return nil }
        var numbers: [(value: Int, digits: Int)] = []
        for case .number(let value, let digits) in tokens { numbers.append((value, digits)) }
        if let year = numbers.firstIndex(where: { $0.digits == 4 }), numbers.count >= 2 {
            return day(numbers[year].value, month, numbers[year == 0 ? 1 : 0].value)
        }
        // `04-Mar-26`: the day stands first, as no program writes it the other way round.
        guard numbers.count >= 2, numbers[0].digits <= 2, numbers[1].digits == 2 else { return DayText.none }
        return day(fullYear(numbers[1].value), month, numbers[0].value)
    }

    private static func numeric(_ tokens: [Token]) -> DayText? {
        let tokens = tokens.filter {
            if case .word(let word) = $0 { return !weekdays.contains(word) } else { return true }
        }
        guard tokens.count >= 5, case .number(let first, let firstDigits) = tokens[0],
            case .mark(let mark) = tokens[1],
            case .number(let second, let secondDigits) = tokens[2], tokens[3] == tokens[1],
            "-/.".contains(mark),
            case .number(let third, let thirdDigits) = tokens[4]
        else { return nil }
        if firstDigits == 4, secondDigits <= 2, thirdDigits <= 2 { return day(first, second, third) }
        guard firstDigits <= 2, secondDigits <= 2, thirdDigits == 4 || thirdDigits == 2 else { return nil }
        let year = thirdDigits == 4 ? third : fullYear(third)
        // Where full stops separate, the day stands first (German, Russian, Turkish and other customs; no one writes months so).
        if mark == "." { return day(year, second, first) }
        if thirdDigits == 2, mark == "-" { return .ambiguous }
        let dayFirst = CalendarDay(year: year, month: second, day: first)
        let monthFirst = CalendarDay(year: year, month: first, day: second)
        if dayFirst == nil, monthFirst == nil { return DayText.none }
        guard let dayFirst else { return monthFirst.map { .day($0) } }
        return monthFirst == nil || monthFirst == dayFirst ? .day(dayFirst) : .ambiguous
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> DayText {
        CalendarDay(year: year, month: month, day: day).map { .day($0) } ?? DayText.none
    }

    /// The year that two digits mean, 1970 to 2069.
    static func fullYear(_ digits: Int) -> Int { digits + (digits < 70 ? 2000 : 1900) }

    private static let weekdays: Set<String> = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
        "friday",
        "saturday", "sunday", "mo", "di", "mi", "do", "fr", "sa", "so", "lun", "mar", "mer", "jeu", "ven",
        "sam", "dim",
    ]

    /// The months by their names and usual short forms, folded: English, German, French, Spanish, Italian, Portuguese,
    /// Dutch, Swedish, Danish, Norwegian, Polish and Czech.
    private static let months: [String: Int] = {
        let names: [[String]] = [
            [
                "january", "jan", "januar", "janner", "jaenner", "janvier", "janv", "enero", "ene", "gennaio",
                "gen",
                "janeiro", "januari", "stycznia", "styczen", "ledna", "leden",
            ],
            [
                "february", "feb", "februar", "februari", "fevrier", "fevr", "fev", "febrero", "febbraio",
                "fevereiro",
                "lutego", "luty", "unora", "unor",
            ],
            [
                "march", "mar", "marz", "maerz", "mrz", "mars", "marzo", "marco", "maart", "mrt", "marts",
                "marca",
                "marzec", "brezna", "brezen",
            ],
            [
                "april", "apr", "avril", "avr", "abril", "abr", "aprile", "kwietnia", "kwiecien", "dubna",
                "duben",
            ],
            ["may", "mai", "mayo", "maggio", "mag", "maio", "mei", "maj", "maja", "kvetna", "kveten"],
            [
                "june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho", "czerwca", "czerwiec",
                "cervna",
                "cerven",
            ],
            [
                "july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "lipca",
                "lipiec",
                "cervence", "cervenec",
            ],
            [
                "august", "aug", "aout", "agosto", "ago", "augustus", "augusti", "sierpnia", "sierpien",
                "srpna", "srpen",
            ],
            [
                "september", "sep", "sept", "septembre", "septiembre", "settembre", "set", "setembro",
                "wrzesnia",
                "wrzesien", "zari",
            ],
            [
                "october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out",
                "pazdziernika", "pazdziernik", "rijna", "rijen",
            ],
            ["november", "nov", "novembre", "noviembre", "novembro", "listopada", "listopad", "listopadu"],
            [
                "december", "dec", "dezember", "dez", "decembre", "diciembre", "dic", "dicembre", "dezembro",
                "grudnia",
                "grudzien", "prosince", "prosinec",
            ],
        ]
        var months: [String: Int] = [:]
        for (index, words) in names.enumerated() { for word in words { months[word] = index + 1 } }
        return months
    }()
}
