enum NetworkField: Int, FieldNames {
    case schema, format, version, title, summary, seeker, holidays, people, companies, opportunities, ties,
        referrals, interactions

    static let noun = "a network"
    static let names = words(
        """
        $schema format version title summary seeker holidays people companies opportunities ties \
        referrals interactions
        """)
}

enum PersonField: Int, FieldNames {
    case id, name, otherNames, emails, phones, profileURL, otherProfileURLs, timeZone, weekend, employments,
        star,
        observations, directReports, doNotContact, signals, distinctFrom

    static let noun = "a person"
    static let names = words(
        """
        id name otherNames emails phones profileURL otherProfileURLs timeZone weekend employments star \
        observations directReports doNotContact signals distinctFrom
        """)
}

enum EmploymentField: Int, FieldNames {
    case company, title, department, from, to, confirmed

    static let noun = "an employment"
    static let names = words("company title department from to confirmed")
}

enum SignalField: Int, FieldNames {
    case kind, date, department, title, note

    static let noun = "a signal"
    static let names = words("kind date department title note")
}

enum CompanyField: Int, FieldNames {
    case id, name, aliases, priority, referralProgramme, signals

    static let noun = "a company"
    static let names = words("id name aliases priority referralProgramme signals")
}

enum OpportunityField: Int, FieldNames {
    case id, title, company, department, stages, participants, feedback

    static let noun = "an opportunity"
    static let names = words("id title company department stages participants feedback")
}

enum StageField: Int, FieldNames {
    case stage, date, round, people, note

    static let noun = "a stage"
    static let names = words("stage date round people note")
}

enum ParticipantField: Int, FieldNames {
    case person, role

    static let noun = "a participant"
    static let names = words("person role")
}

enum FeedbackField: Int, FieldNames {
    case date, from, text

    static let noun = "feedback"
    static let names = words("date from text")
}

enum TieField: Int, FieldNames {
    case from, to, kind, strength, how, since, lastContact, inferred

    static let noun = "a tie"
    static let names = words("from to kind strength how since lastContact inferred")
}

enum ReferralField: Int, FieldNames {
    case from, to, promised, given, used, met, declined, opportunity, interaction, note

    static let noun = "a referral"
    static let names = words("from to promised given used met declined opportunity interaction note")
}

enum InteractionField: Int, FieldNames {
    case id, date, people, channel, direction, purposes, thread, subject, note, opportunity, promise,
        expectsReply, closesThread

    static let noun = "an interaction"
    static let names = words(
        """
        id date people channel direction purposes thread subject note opportunity promise \
        expectsReply closesThread
        """)
}

enum PromiseField: Int, FieldNames {
    case by, kind, what, due, kept

    static let noun = "a promise"
    static let names = words("by kind what due kept")
}

/// What every network file says first.
enum NetworkFormat {
    static let name = "rebound-network"
    static let version = 1
    static let directReports = 0...10_000
    static let rounds = 1...50
}
