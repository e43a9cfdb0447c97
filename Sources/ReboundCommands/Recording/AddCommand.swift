import ArgumentParser
import Foundations
import NetworkEditing
import ReferralGraph

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a person, a company, an opportunity or a holiday to your network.",
        discussion: """
            EXAMPLES
              rebound add person "Maria Lopez" --company "Harbor Savings"
              rebound add company "Northgate Labs" --priority B
              rebound add opportunity "Data lead" --at Northgate
              rebound add holiday "24 dec to 1 jan"
            """,
        subcommands: [
            AddPersonCommand.self, AddCompanyCommand.self, AddOpportunityCommand.self, AddHolidayCommand.self,
        ])
}

struct AddPersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Add a person, or say more about one with --more.",
        usage: "rebound add person <name> [<options>]",
        discussion: """
            Calling hours, business days and the weekend follow the time zone: Friday and Saturday in Asia/Riyadh. \
            --day-off gives someone other days off. Public holidays are those of --region, else of the employer's region, else of \
            the country in which the time zone lies.

            Someone who is in the network already is added to: you are asked, or say --more; --namesake adds another \
            person of that name. A company that is not in the network yet is added, too. Give --how or --strength for people you know; \
            leave out both for people you have only heard of.

            EXAMPLES
              rebound add person "Maria Lopez" --company "Harbor Savings" --how "a fair"
              rebound add person maria --more --email maria@example.com
              rebound add person "Salma Haddad" --time-zone Asia/Dubai --day-off friday
              rebound add person maria --more --no-calls --region US-NY
              rebound add person me --more --rename "Alex Rivera"
            """)

    @Argument(help: "The name; with --more an unambiguous part of it.", completion: NameCompletion.people)
    var name: String
    @Option(name: .company, help: "The employer.", completion: NameCompletion.companies) var company: String?
    @Option(
        help: ArgumentHelp("The search firm they recruit for.", valueName: "company"),
        completion: NameCompletion.companies)
    var agency: String?
    @Option(help: "The job title.") var title: String?
    @Option(help: "The department.") var department: String?
    @Option(help: ArgumentHelp("Since when they work there.", valueName: "day")) var since: String?
    @Option(help: "A school where they studied; may be repeated.") var school: [String] = []
    @Option(help: "An e-mail address; may be repeated.") var email: [String] = []
    @Option(help: "A phone number; may be repeated.") var phone: [String] = []
    @Option(help: "A page about them.") var url: String?
    @Option(help: ArgumentHelp("Their time zone, such as Europe/Berlin.", valueName: "zone")) var timeZone:
        String?
    @Option(help: "The city or region where they work.") var place: String?
    @Option(
        help: ArgumentHelp(
            "The country whose public holidays they have, or a part of it, such as DE or DE-BY.",
            valueName: "code"))
    var region: String?
    @Option(
        name: .customLong("day-off"),
        help: ArgumentHelp(
            "A day of the week on which they do not work, where it is not their region’s; may be repeated.",
            valueName: "weekday"))
    var daysOff: [String] = []
    @Option(help: ArgumentHelp("How many people report to them.", valueName: "count")) var reports: Int?
    @Option(help: "How you know them.") var how: String?
    @Option(help: ArgumentHelp("How likely they are to help, above 0 and up to 1.", valueName: "number"))
    var strength: Double?
    @Option(help: "Something to remember about them; may be repeated.") var note: [String] = []
    @Flag(help: "Mark them as a star: you got on best.") var star = false
    @OptionGroup var wishes: ChannelWishOptions
    @Flag(
        name: .customLong("confidential"), inversion: .prefixedNo,
        help: "Whether they asked not to be named to others.")
    var isConfidential: Bool?
    @Flag(
        name: .customLong("knows"), inversion: .prefixedNo,
        help: "Whether they, at your own employer, know that you are looking.")
    var knowsOfSearch: Bool?
    @Flag(help: "Say more about someone who is in the network.") var more = false
    @Option(help: "With --more: the name they go by now.") var rename: String?
    @Flag(name: .namesake, help: "Add them although someone of that name is there.") var namesake = false
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if rename != nil, !more {
            throw ValidationError("--rename is for someone in the network; add --more.")
        }
        if agency != nil, company != nil {
            throw ValidationError("--agency is the company they work for; leave out --company.")
        }
        if namesake, more { throw ValidationError("--namesake adds someone; --more does not.") }
    }

    func run() throws {
        var details = PersonDetails()
        details.company = company ?? agency
        details.title = title ?? agency.map { _ in "Recruiter" }
        details.department = department
        details.since = try recording.day(since)
        details.schools = school
        details.emails = email
        details.phones = phone
        details.profileURL = url
        details.timeZone = timeZone
        details.place = place
        details.region = region
        details.daysOff = daysOff
        details.directReports = reports
        details.observations = note
        details.isStar = star
        details.how = how
        details.strength = strength
        details.wishes = wishes.wishes
        details.isConfidential = isConfidential
        details.knowsOfSearch = knowsOfSearch
        try recording.record(orElse: { [details] error, network in
            .namesake(error, in: network, typed: name, hasMore: details != PersonDetails()) {
                (editor, id) throws(EditError) in
                try editor.describe(id, details)
            }
        }) { [details] (editor) throws(EditError) in
            guard more else { return try editor.addPerson(name, details, allowNamesake: namesake) }
            let edit = try editor.describe(name, details)
            guard let rename else { return edit }
            return try editor.rename(person: name, to: rename).after(edit)
        }
    }
}

struct AddCompanyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "company",
        abstract: "Add a company, or say more about one with --more.",
        usage: "rebound add company <name> [<options>]",
        discussion: """
            EXAMPLES
              rebound add company "Harbor Savings" --priority A
              rebound add company northgate --more --referral-programme
              rebound add company northgate --more --alias "Northgate Care"
              rebound add company northgate --more --email-only --setting ward
              rebound add company northgate --more --region GB-SCT
            """)

    @Argument(help: "The name; with --more an unambiguous part of it.", completion: NameCompletion.companies)
    var name: String
    @Option(name: .customLong("alias"), help: "Another name of it, such as an earlier one; may be repeated.")
    var aliases: [String] = []
    @Option(help: "How much you want to work there: A, B or C.") var priority: Company.Priority?
    @Flag(inversion: .prefixedNo, help: "Whether it pays employees for referrals.") var referralProgramme:
        Bool?
    @OptionGroup var wishes: ChannelWishOptions
    @Option(help: "What kind of place it is, for the hours of calls.") var setting: Company.Setting?
    @Option(
        help: ArgumentHelp(
            "The country whose public holidays the office has, or a part of it, such as DE or DE-BY.",
            valueName: "code"))
    var region: String?
    @Flag(help: "Say more about a company in the network.") var more = false
    @Flag(name: .namesake, help: "Add it although one of that name is there.") var namesake = false
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let details = CompanyDetails(
            aliases: aliases, priority: priority, hasReferralProgramme: referralProgramme,
            wishes: wishes.wishes, region: region, setting: setting)
        try recording.record(orElse: { error, network in
            .namesake(error, in: network, typed: name, hasMore: details != CompanyDetails()) {
                (editor, id) throws(EditError) in
                try editor.describeCompany(id, details)
            }
        }) { (editor) throws(EditError) in
            more
                ? try editor.describeCompany(name, details)
                : try editor.addCompany(name, details, allowNamesake: namesake)
        }
    }
}

struct AddOpportunityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opportunity",
        abstract: "Add a role you applied for or are considered for, or say more about one with --more.",
        usage: """
            rebound add opportunity <title> --at <company> [<options>]
            rebound add opportunity <title> --more [<options>]
            """,
        discussion: """
            People who take part and are not in the network yet are added as employees of the company, apart from \
            referees and the recruiter of an agency.

            EXAMPLES
              rebound add opportunity "Account lead" --at "Harbor Savings" --on 2026-02-02
              rebound add opportunity "Data lead" --at Northgate --manager "Dan Whitfield"
              rebound add opportunity "data lead" --more --closes friday
            """)

    @Argument(help: "The role's title; with --more an unambiguous part of it.") var title: String
    @Option(name: .at, help: "The employer.", completion: NameCompletion.companies) var at: String?
    @Option(help: "The department.") var department: String?
    @Option(help: "Where it stands (default: applied).") var stage: StageArgument?
    @Option(help: ArgumentHelp("Since when.", valueName: "day")) var on: String?
    @Option(help: ArgumentHelp("The last day on which one can apply.", valueName: "day")) var closes: String?
    @Option(help: "Who decides; may be repeated.", completion: NameCompletion.people) var manager: [String] =
        []
    @Option(help: "Who interviews; may be repeated.", completion: NameCompletion.people) var interviewer:
        [String] = []
    @Option(help: "Who runs the process; may be repeated.", completion: NameCompletion.people)
    var recruiter: [String] = []
    @Option(
        help: ArgumentHelp("Who runs it from an agency; may be repeated.", valueName: "recruiter"),
        completion: NameCompletion.people)
    var agency: [String] = []
    @Option(help: "Who arranges the talks; may be repeated.", completion: NameCompletion.people)
    var coordinator: [String] = []
    @Option(help: "Who stands in for the manager; may be repeated.", completion: NameCompletion.people)
    var interim: [String] = []
    @Option(help: "Who vouches for you; may be repeated.", completion: NameCompletion.people)
    var referee: [String] = []
    @Option(
        help: ArgumentHelp("Who hands in your name there; may be repeated.", valueName: "friend"),
        completion: NameCompletion.people)
    var insider: [String] = []
    @Flag(help: "Say more about a role in the network.") var more = false
    @Flag(name: .namesake, help: "Add it although such a role is open there.") var namesake = false
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if at == nil, !more {
            throw ValidationError(
                "Say where it is: rebound add opportunity \(commandWord(title)) --at COMPANY, or --more for one in the network."
            )
        }
        if more, on != nil || stage != nil {
            throw ValidationError(
                "--more says who takes part and when it closes; for where it stands, write "
                    + "rebound stage \(commandWord(title)) STAGE --on DAY")
        }
        _ = try stage?.stage(of: title)
    }

    func run() throws {
        let moment = try recording.moment(on)
        let details = OpportunityDetails(
            department: department,
            closes: try recording.day(closes, leaning: .future, from: moment),
            participants: [
                .hiringManager: manager, .interviewer: interviewer, .recruiter: recruiter, .agency: agency,
                .coordinator: coordinator, .interim: interim, .referee: referee, .insider: insider,
            ])
        let hasMore = details != OpportunityDetails(participants: details.participants.mapValues { _ in [] })
        let describing = TypedCommand().without("--at", "--company", "--on", "--stage")
        let stage = try stage?.stage(of: title) ?? .applied
        let other = { (id: String) in
            (
                does: "to say where it stands",
                command: TypedCommand("stage", id, stage.rawValue, "--on", on ?? "today")
            )
        }
        try recording.record(orElse: { error, network in
            .namesake(error, in: network, typed: title, hasMore: hasMore, more: describing, other: other) {
                (editor, id) throws(EditError) in
                try editor.describeOpportunity(id, details)
            }
        }) { (editor) throws(EditError) in
            guard let at, !more else {
                return try editor.describeOpportunity(at.map { "\(title) \($0)" } ?? title, details)
            }
            return try editor.addOpportunity(
                title, at: at, details, stage: stage, on: moment, allowNamesake: namesake)
        }
    }
}

struct AddHolidayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holiday",
        abstract: "Add days on which no one works, an office is closed or someone is away.",
        usage: """
            rebound add holiday <day> [<note>] [--to <day>]
                                [--at <company> | --person <name>]
            """,
        discussion: """
            These days do not count as business days. Public holidays need no adding: those of each contact's country are built \
            in, from 2024 to 2035 (see `rebound help add person`, --region).

            EXAMPLES
              rebound add holiday 2026-12-25
              rebound add holiday "24 dec to 1 jan" "between the years"
              rebound add holiday "29 oct" --to "2 nov" --at northgate
              rebound add holiday "next monday" --person dan
            """)

    @Argument(help: "The day, or the first one; “29 oct to 2 nov” is both.") var day: String
    @Option(help: ArgumentHelp("The last day.", valueName: "day")) var to: String?
    @Option(
        name: .at, help: ArgumentHelp("Whose office is closed.", valueName: "company"),
        completion: NameCompletion.companies)
    var at: String?
    @Option(help: ArgumentHelp("Who is away.", valueName: "name"), completion: NameCompletion.people)
    var person: String?
    @OptionGroup var note: NoteArgument
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if at != nil, person != nil {
            throw ValidationError("--at is for an office and --person for one person; give one of them.")
        }
    }

    func run() throws {
        let days = try recording.days(to.map { "\(day) to \($0)" } ?? day)
        try recording.record { (editor) throws(EditError) in
            try editor.addHoliday(days, at: at, of: person, note: note.text)
        }
    }
}

/// How someone does not want to be contacted.
struct ChannelWishOptions: ParsableArguments {
    @Flag(help: "They do not want calls.") var noCalls = false
    @Flag(help: "They want e-mails only.") var emailOnly = false
    @Option(
        help: ArgumentHelp(
            "Means they do not want: email, call, meeting, message or letter; may be repeated.",
            valueName: "channel"))
    var channelNot: [Interaction.Channel] = []
    @Flag(help: "They have no such wish any more.") var anyChannel = false

    /// What was said, for an edit.
    var wishes: ChannelWishes {
        ChannelWishes(
            avoiding: channelNot + (noCalls ? [.call] : []) + (emailOnly ? [.call, .message, .letter] : []),
            isAny: anyChannel)
    }
}
