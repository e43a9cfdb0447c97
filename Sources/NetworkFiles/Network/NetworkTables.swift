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
