internal import Foundations
internal import ReferralGraph

/// The names that stand before addresses, and what an address tells about who is behind it.
package enum MailName {
    /// A decoded display name as a person's name: composed, on one line, without the quotes around; empty when it only
    /// repeats an address. `Lopez, Maria` becomes `Maria Lopez` where it is clearly that.
    package static func cleaned(_ raw: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in InvisibleCharacters.stripped(fromLine: composed(raw)).unicodeScalars {
            if scalar.isSpace || scalar.isControlCode {
                if scalars.last != " " { scalars.append(" ") }
            } else {
                scalars.append(scalar)
            }
        }
        var name = trimmed(String(scalars)).trimmingQuotes
        while name.hasSuffix(",") { name = trimmed(String(name.dropLast())) }
        if name.contains("@") { return "" }
        return isBlank(name) ? "" : givenNameFirst(name)
    }

    /// Swaps `Lopez, Maria` and `van der Berg, Anna M.`; leaves `Acme, Inc.`, `Maria Lopez, PhD` and lists alone.
    private static func givenNameFirst(_ name: String) -> String {
        let halves = name.split(separator: ",", omittingEmptySubsequences: false).map { trimmed(String($0)) }
        guard halves.count == 2 else { return name }
        let family = halves[0].split(separator: " ")
        let given = halves[1].split(separator: " ")
        guard (1...4).contains(family.count), (1...2).contains(given.count),
            family.dropLast().allSatisfy({ particles.contains($0.lowercased()) || family.count == 2 }),
            (family + given).allSatisfy(isWordOfName), startsUpper(family[family.count - 1]),
            given.allSatisfy(startsUpper), !titles.contains(foldedName(halves[1]).filter { $0 != "." }),
            !isShouted(given[0]) || isShouted(family[family.count - 1])
        else { return name }
        return "\(halves[1]) \(halves[0])"
    }

    private static func isWordOfName(_ word: Substring) -> Bool {
        word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "'’-.".unicodeScalars.contains($0) }
            || word.unicodeScalars.contains { $0.properties.generalCategory == .nonspacingMark }
    }

    private static func startsUpper(_ word: Substring) -> Bool {
        word.unicodeScalars.first.map(\.properties.isUppercase) ?? false
    }

    /// Whether a word has two or more capitals and no small letters, as degrees have.
    private static func isShouted(_ word: Substring) -> Bool {
        word.unicodeScalars.count(where: \.properties.isUppercase) > 1
            && !word.unicodeScalars.contains(where: \.properties.isLowercase)
    }

    /// Words that begin family names.
    private static let particles: Set<String> = [
        "van", "von", "der", "den", "de", "la", "le", "del", "della", "di", "da", "dos", "das", "du", "el",
        "al",
        "ter", "ten", "zu", "zur", "st.", "mc", "mac", "san", "bin", "ibn",
    ]

    /// What stands behind the comma without being a given name, folded and without full stops.
    private static let titles: Set<String> = [
        "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "msc", "bsc", "esq", "cpa", "pe", "rn", "pmp",
        "dds",
        "inc", "llc", "ltd", "gmbh", "ag", "corp", "co", "plc", "sa", "bv", "kg", "dr", "prof", "mr", "mrs",
        "ms",
        "team", "support", "sales", "recruiting", "hr", "germany", "usa", "uk", "france",
    ]

    /// Whether a machine is behind an address by its name: `noreply`, bounces, the mail system.
    package static func isMachine(_ address: String) -> Bool {
        let local = address.prefix { $0 != "@" }.lowercased().filter { !"-_.".contains($0) }
        // What stands behind a plus is the receiver's or the machine's own.
        return machineParts.contains { local.contains($0) }
            || machines.contains(String(local.prefix { $0 != "+" }))
    }

    /// Whether an office is behind a name and an address, such as `Kestrel Careers <jobs@kestrel.example>`: someone in it
    /// writes, and no one can tell who.
    static func isOffice(_ name: String, _ address: String) -> Bool {
        if isMachine(address) { return true }
        // Whose name stands before the address of an office is a person in it.
        let text = isPerson(name) ? name : "\(name) \(address.prefix { $0 != "@" })"
        return !officeWords.isDisjoint(with: foldedName(text).split { !$0.isLetter }.map(String.init))
    }

    private static let officeWords: Set<String> = [
        "careers", "career", "jobs", "recruiting", "recruitment", "recruiters", "hiring", "talent", "hr",
        "people", "team", "candidate",
        "candidates", "applications", "application", "bewerbung", "bewerbungen", "karriere", "personal",
        "personalabteilung", "bewerbermanagement",
        "recrutement", "candidature", "candidatures", "emploi", "rh", "carrieres", "empleo", "rrhh",
        "seleccion", "candidaturas", "talento",
        "equipo", "via",
    ]

    /// Whether a display name is that of a person, where there is no address to judge by: two words or more, none of them
    /// of a mail system.
    static func isPerson(_ name: String) -> Bool {
        let words = foldedName(cleaned(name)).split { !$0.isLetter && $0 != "'" }.map(String.init)
        return (words.count >= 2 || isFamilyNameFirst(cleaned(name)))
            && systemWords.isDisjoint(with: words)
    }

    private static let systemWords: Set<String> = [
        "mail", "mailer", "delivery", "daemon", "postmaster", "system", "subsystem", "administrator",
        "noreply",
        "notification", "notifications", "undeliverable", "exchange", "outlook", "microsoft", "server",
        "service", "no",
        "reply", "newsletter", "team", "support",
    ]

    private static let machineParts = [
        "noreply", "donotreply", "nepasrepondre", "noresponder", "keineantwort",
    ]

    private static let machines: Set<String> = [
        "mailerdaemon", "postmaster", "bounce", "bounces", "notification", "notifications", "newsletter",
        "alert",
        "alerts", "autoreply", "automailer", "daemon", "root", "cron",
    ]
}

extension String {
    /// Without pairs of quotes around it.
    var trimmingQuotes: String {
        var text = Substring(self)
        while text.count > 1, let first = text.first, first == text.last, first == "\"" || first == "'" {
            text = text.dropFirst().dropLast()
        }
        return text.utf8.count == utf8.count ? self : trimmed(String(text))
    }
}
