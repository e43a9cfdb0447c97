/// The tables of a network folder, in the order in which they are read and written.
enum NetworkTable: String, CaseIterable {
    case network, people, companies, opportunities, ties, referrals, interactions

    var fileName: String { "\(rawValue).csv" }
}

enum NetworkColumn: Int, FieldNames {
    case key, value

    static let noun = NetworkTable.network.fileName
    static let names = words("key value")
}

/// One row a person, and one more for each further employment or signal.
enum PeopleColumn: Int, FieldNames {
    case id, name, otherNames, seeker, emails, phones, profileURL, otherProfileURLs, timeZone, weekend, star,
        observations, directReports, doNotContact, distinctFrom, company, title, department, from, to,
        confirmed, signal, signalDate, signalDepartment, signalTitle, signalNote

    static let noun = NetworkTable.people.fileName
    static let names = words(
        """
        id name otherNames seeker emails phones profileURL otherProfileURLs timeZone weekend star \
        observations directReports doNotContact distinctFrom company title department from to \
        confirmed signal signalDate signalDepartment signalTitle signalNote
        """)
    static let scalars: [Self] = [
        .name, .otherNames, .seeker, .emails, .phones, .profileURL, .otherProfileURLs, .timeZone, .weekend,
        .star,
        .observations, .directReports, .doNotContact, .distinctFrom,
    ]
    static let employment: [Self] = [.company, .title, .department, .from, .to, .confirmed]
    static let signals: [Self] = [.signal, .signalDate, .signalDepartment, .signalTitle, .signalNote]
}

/// One row a company, and one more for each further signal.
enum CompaniesColumn: Int, FieldNames {
    case id, name, aliases, priority, referralProgramme, signal, signalDate, signalDepartment, signalTitle,
        signalNote

    static let noun = NetworkTable.companies.fileName
    static let names = words(
        """
        id name aliases priority referralProgramme signal signalDate signalDepartment signalTitle signalNote
        """)
    static let scalars: [Self] = [.name, .aliases, .priority, .referralProgramme]
    static let signals: [Self] = [.signal, .signalDate, .signalDepartment, .signalTitle, .signalNote]
}

/// One row an opportunity, and one more for each further stage, participant or feedback.
enum OpportunitiesColumn: Int, FieldNames {
    case id, title, company, department, stage, date, round, people, note, participant, role, feedbackDate,
        feedbackFrom, feedback

    static let noun = NetworkTable.opportunities.fileName
    static let names = words(
        """
        id title company department stage date round people note participant role feedbackDate \
        feedbackFrom feedback
        """)
    static let scalars: [Self] = [.title, .company, .department]
    static let stages: [Self] = [.stage, .date, .round, .people, .note]
    static let participants: [Self] = [.participant, .role]
    static let feedbacks: [Self] = [.feedbackDate, .feedbackFrom, .feedback]
}

/// One row a tie.
enum TiesColumn: Int, FieldNames {
    case from, to, kind, strength, how, since, lastContact, inferred

    static let noun = NetworkTable.ties.fileName
    static let names = words("from to kind strength how since lastContact inferred")
}

/// One row a referral.
enum ReferralsColumn: Int, FieldNames {
    case from, to, promised, given, used, met, declined, opportunity, interaction, note

    static let noun = NetworkTable.referrals.fileName
    static let names = words("from to promised given used met declined opportunity interaction note")
}

/// One row an interaction.
enum InteractionsColumn: Int, FieldNames {
    case id, date, people, channel, direction, purposes, thread, subject, note, opportunity, promiseBy,
        promiseKind, promise, promiseDue, promiseKept, expectsReply, closesThread

    static let noun = NetworkTable.interactions.fileName
    static let names = words(
        """
        id date people channel direction purposes thread subject note opportunity promiseBy \
        promiseKind promise promiseDue promiseKept expectsReply closesThread
        """)
    static let promises: [Self] = [.promiseBy, .promiseKind, .promise, .promiseDue, .promiseKept]
}

/// Several values in one cell, `a | b`.
///
/// A backslash keeps a following bar, backslash or space from being taken for a separator or for padding.
enum ListCell {
    static func text(_ values: [String]) -> String {
        values.map(escaped).joined(separator: " | ")
    }

    /// The values of a cell, without padding and without empty ones.
    static func values(_ cell: String) -> [String] {
        var values: [String] = []
        var value: [UInt8] = []
        /// How much of `value` is not padding.
        var kept = 0
        func finish() {
            if kept > 0 { values.append(String(decoding: value[..<kept], as: UTF8.self)) }
            value.removeAll()
            kept = 0
        }
        let bytes = Array(cell.utf8)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == backslash, position < bytes.count, special.contains(bytes[position]) {
                value.append(bytes[position])
                kept = value.count
                position += 1
            } else if byte == bar {
                finish()
            } else if byte != space {
                value.append(byte)
                kept = value.count
            } else if !value.isEmpty {
                value.append(byte)
            }
        }
        finish()
        return values
    }

    private static func escaped(_ value: String) -> String {
        let bytes = Array(value.utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isOuterSpace = byte == space && (index == 0 || index == bytes.count - 1)
            if byte == bar || byte == backslash || isOuterSpace { result.append(backslash) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let bar = UInt8(ascii: "|")
    private static let backslash = UInt8(ascii: "\\")
    private static let space = UInt8(ascii: " ")
    private static let special = [bar, backslash, space]
}
