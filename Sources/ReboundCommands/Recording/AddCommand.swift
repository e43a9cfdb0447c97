import ArgumentParser
import NetworkEditing
import ReferralGraph

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a person, a company or an opportunity to your network.",
        discussion: """
            EXAMPLES
              rebound add person "Maria Lopez" --company "Harbor Savings"
              rebound add company "Northgate Labs" --priority B
              rebound add opportunity "Data lead" --at Northgate
            """,
        subcommands: [AddPersonCommand.self, AddCompanyCommand.self, AddOpportunityCommand.self])
}

struct AddPersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Add a person, or say more about one with --more.",
        usage: "rebound add person <name> [<options>]",
        discussion: """
            Calling hours, business days and the weekend follow the time zone: Friday and Saturday in Asia/Riyadh. \
            --day-off gives someone other days off.

            A company that is not in the network yet is added, too. Give --how or --strength for people you know; \
            leave out both for people you have only heard of.

            EXAMPLES
              rebound add person "Maria Lopez" --company "Harbor Savings" --how "a fair"
              rebound add person maria --more --email maria@example.com
              rebound add person "Salma Haddad" --time-zone Asia/Dubai --day-off friday
              rebound add person me --more --rename "Alex Rivera"
            """)

    @Argument(help: "The name; with --more an unambiguous part of it.", completion: NameCompletion.people)
    var name: String
    @Option(help: "The employer.", completion: NameCompletion.companies) var company: String?
    @Option(help: "The job title.") var title: String?
    @Option(help: "The department.") var department: String?
    @Option(help: ArgumentHelp("Since when they work there.", valueName: "day")) var since: String?
    @Option(help: "An e-mail address; may be repeated.") var email: [String] = []
    @Option(help: "A phone number; may be repeated.") var phone: [String] = []
    @Option(help: "A page about them.") var url: String?
    @Option(help: ArgumentHelp("Their time zone, such as Europe/Berlin.", valueName: "zone")) var timeZone:
        String?
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
    @Flag(help: "Say more about someone who is in the network.") var more = false
    @Option(help: "With --more: the name they go by now.") var rename: String?
    @Flag(help: "Add them although someone of that name is there.") var namesake = false
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if rename != nil, !more {
            throw ValidationError("--rename is for someone in the network; add --more.")
        }
        if namesake, more { throw ValidationError("--namesake adds someone; --more does not.") }
    }

    func run() throws {
        var details = PersonDetails()
        details.company = company
        details.title = title
        details.department = department
        details.since = try recording.day(since)
        details.emails = email
        details.phones = phone
        details.profileURL = url
        details.timeZone = timeZone
        details.daysOff = daysOff
        details.directReports = reports
        details.observations = note
        details.isStar = star
        details.how = how
        details.strength = strength
        try recording.record { [details] (editor) throws(EditError) in
            guard more else { return try editor.addPerson(name, details, allowNamesake: namesake) }
            var edit = try editor.describe(name, details)
            if let rename {
                let renamed = try editor.rename(person: name, to: rename)
                edit.changes += renamed.changes
                edit.people += renamed.people.filter { !edit.people.contains($0) }
                edit.summary = renamed.summary
            }
            return edit
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
            """)

    @Argument(help: "The name; with --more an unambiguous part of it.", completion: NameCompletion.companies)
    var name: String
    @Option(name: .customLong("alias"), help: "Another name of it, such as an earlier one; may be repeated.")
    var aliases: [String] = []
    @Option(help: "How much you want to work there: A, B or C.") var priority: Company.Priority?
    @Flag(inversion: .prefixedNo, help: "Whether it pays employees for referrals.") var referralProgramme:
        Bool?
    @Flag(help: "Say more about a company in the network.") var more = false
    @Flag(help: "Add it although one of that name is there.") var namesake = false
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try recording.record { (editor) throws(EditError) in
            more
                ? try editor.describeCompany(
                    name, aliases: aliases, priority: priority, hasReferralProgramme: referralProgramme)
                : try editor.addCompany(
                    name, aliases: aliases, priority: priority, hasReferralProgramme: referralProgramme,
                    allowNamesake: namesake)
        }
    }
}

struct AddOpportunityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opportunity",
        abstract: "Add a role you applied for or are considered for.",
        usage: "rebound add opportunity <title> --at <company> [<options>]",
        discussion: """
            People who take part and are not in the network yet are added as employees of the company.

            EXAMPLES
              rebound add opportunity "Account lead" --at "Harbor Savings" --on 2026-02-02
              rebound add opportunity "Data lead" --at Northgate --manager "Dan Whitfield"
            """)

    @Argument(help: "The role's title.") var title: String
    @Option(help: "The employer.", completion: NameCompletion.companies) var at: String
    @Option(help: "The department.") var department: String?
    @Option(help: "Where it stands.") var stage: Stage = .applied
    @Option(help: ArgumentHelp("Since when.", valueName: "day")) var on: String?
    @Option(help: "Who decides; may be repeated.", completion: NameCompletion.people) var manager: [String] =
        []
    @Option(help: "Who interviews; may be repeated.", completion: NameCompletion.people) var interviewer:
        [String] = []
    @Option(help: "Who runs the process; may be repeated.", completion: NameCompletion.people)
    var recruiter: [String] = []
    @Flag(help: "Add it although such a role is open there.") var namesake = false
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let moment = try recording.past(on)
        try recording.record { (editor) throws(EditError) in
            try editor.addOpportunity(
                title, at: at, department: department, stage: stage, on: moment,
                participants: .init(managers: manager, interviewers: interviewer, recruiters: recruiter),
                allowNamesake: namesake)
        }
    }
}
