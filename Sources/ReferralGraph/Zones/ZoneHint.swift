extension ZoneDatabase {
    /// What to write in place of a text that is no zone's name, in words that can follow an error.
    ///
    /// Offsets, rules, abbreviations and Windows' names are told from misspellings. A place or a country finds its zone.
    /// - Complexity: O(names x length squared).
    public func hint(for text: String) -> String {
        let text = text.trimmingBlanks
        if let offset = ZoneOffset(text) { return offset.hint(in: self) }
        if let zone = windowsZones[foldedName(text)] {
            return "that is Windows’ name of it; write \"\(zone)\""
        }
        if isClockRule(text) {
            return "that is a rule for clocks; write the nearest city, such as \"Europe/Berlin\""
        }
        if let zones = zoneAbbreviations[text.uppercased()] {
            return "that is an abbreviation; write \(Self.listed(zones))"
        }
        let exact = names.filter { Self.folded($0) == Self.folded(text) }
        if !exact.isEmpty { return "write \(Self.listed(exact))" }
        let city = Self.folded(String(text.split(separator: "/").last ?? ""))
        let places = names.filter { Self.folded(String($0.split(separator: "/").last ?? "")) == city }
        if let zone = places.first(where: { $0.contains("/") }) { return "write \"\(zone)\"" }
        let zones = zones(ofCountry: text)
        if !zones.isEmpty { return "write the city, such as \(Self.listed(Array(zones.prefix(3))))" }
        if let near = nearest(to: text) { return "did you mean \"\(near)\"?" }
        return "write the nearest city of that zone, such as \"Europe/Berlin\"; "
            + "`timedatectl list-timezones` lists them"
    }

    /// The name each of whose parts differs little from that of a text, or whose last part does.
    private func nearest(to text: String) -> String? {
        let parts = Self.folded(text).split(separator: "/").map { Array($0.utf8) }
        guard let city = parts.last else { return nil }
        var best: (distance: Int, name: String)?
        for name in names {
            let others = Self.folded(name).split(separator: "/").map { Array($0.utf8) }
            guard let last = others.last, parts.count == 1 || parts.count == others.count else { continue }
            let pairs = parts.count == 1 ? [(city, last)] : Array(zip(parts, others))
            var sum = 0
            for (left, right) in pairs {
                let limit = max(left.count, right.count) / 3
                guard let distance = editDistance(left, right, atMost: limit) else {
                    sum = .max
                    break
                }
                sum += distance
            }
            if sum < best?.distance ?? .max { best = (sum, name) }
        }
        return best?.name
    }

    /// A name without accents and case, its blanks as the database writes them.
    private static func folded(_ name: String) -> String {
        String(foldedName(name).map { $0 == " " ? "_" : $0 })
    }

    private static func listed(_ zones: [String]) -> String {
        let quoted = zones.map { "\"\($0)\"" }
        guard quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
    }
}

/// Whether a text is a rule for clocks (POSIX `TZ`) such as `CET-1CEST,M3.5.0,M10.5.0/3`.
private func isClockRule(_ text: String) -> Bool {
    if text.hasPrefix("<") { return true }
    let rest = text.drop { $0.isLetter }
    guard text.count - rest.count >= 3, let first = rest.first else { return false }
    return first.isNumber || ("+-".contains(first) && rest.dropFirst().first?.isNumber == true)
}

/// How far a fixed offset such as `+02:00` or `UTC-5` lies from UTC.
private struct ZoneOffset {
    let minutes: Int

    init?(_ text: String) {
        var rest = foldedName(text)[...]
        // Outlook writes "(UTC+01:00) Amsterdam, Berlin".
        if rest.first == "(" { rest = rest.dropFirst().prefix { $0 != ")" } }
        for word in ["utc", "gmt", "z"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
        rest = rest.drop { $0 == " " }
        guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
        let digits = rest.dropFirst().filter { $0 != ":" }
        guard (1...4).contains(digits.count), let number = Int(digits), digits.allSatisfy(\.isASCII),
            rest.dropFirst().allSatisfy({ $0.isNumber || $0 == ":" })
        else { return nil }
        let value = digits.count < 3 ? number * 60 : number / 100 * 60 + number % 100
        minutes = sign == "-" ? -value : value
    }

    func hint(in database: ZoneDatabase) -> String {
        let advice = "an offset does not change with summer time; write the nearest city"
        // The names of these zones count the other way round (POSIX).
        let hours = minutes / 60
        let fixed = hours == 0 ? "UTC" : "Etc/GMT\(hours > 0 ? "-" : "+")\(abs(hours))"
        guard minutes % 60 == 0, database.knows(fixed) == true else {
            return "\(advice), such as \"Asia/Kolkata\""
        }
        return "\(advice), such as \"Europe/Berlin\", or \"\(fixed)\" where the clocks never change"
    }
}

extension String {
    /// The text without blanks at its ends.
    fileprivate var trimmingBlanks: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}

/// Optimal string alignment distance without transpositions over edited text; `nil` above a limit.
private func editDistance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var twoBack: [Int] = []
    var previous = Array(0...right.count)
    for i in left.indices {
        var row = [i + 1] + [Int](repeating: 0, count: right.count)
        for j in right.indices {
            row[j + 1] = min(
                previous[j + 1] + 1, row[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                row[j + 1] = min(row[j + 1], twoBack[j - 1] + 1)
            }
        }
        // A transposition reaches back two rows.
        guard min(row.min() ?? 0, previous.min() ?? 0) <= limit else { return nil }
        (twoBack, previous) = (previous, row)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
}
