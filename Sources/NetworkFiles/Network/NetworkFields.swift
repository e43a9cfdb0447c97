internal import Foundations
internal import ReferralGraph

/// What every network file says first.
enum NetworkFormat {
    static let name = "rebound-network"
    static let version = 1
    static let directReports = 0...10_000
    static let reminderDays = 7...1_100
    static let rounds = 1...50
}

extension ReferralNetwork: NetworkEntity {
    static let table = EntityTable<Self>(
        "network", noun: "a network",
        """
        Everything one job seeker recorded: people, companies, opportunities, ties, referrals, interactions and \
        targets. Fields that are unknown, empty or false are left out. References are the ids of other entries; whether \
        they lead anywhere, and whether days exist, is checked when the file is read.
        """, blank: ReferralNetwork(seeker: "", people: []),
        [
            .fixed(
                "$schema", .anyText, "Where editors find this schema; ignored when the file is read.",
                isRequired: false),
            .fixed("format", .constant(NetworkFormat.name), "Says that the file is a network."),
            .fixed("version", .version(NetworkFormat.version), "The version of the format."),
            .optional("title", \.title, .text, "What to call the network in drawings and reports."),
            .optional("summary", \.summary, .text, "One sentence on it."),
            .required("seeker", \.seeker, .identifier(), "Which of the people the job seeker is."),
            .list("holidays", \.holidays, .day, "Days besides weekends on which no one works."),
            .word(
                "sharing", \.sharing, unless: .nothing,
                """
                How far it may help the other clients of the same coach: not at all (left out), without names, or \
                with them.
                """),
            .objects(
                "people", \.people, "Everyone in the network, the job seeker included.", columns: nil,
                layout: .lines, requirement: { "a list of people, one of them the seeker" }),
            .objects("companies", \.companies, "Where people work.", columns: nil, layout: .lines),
            .objects(
                "opportunities", \.opportunities, "What the seeker applied for.", columns: nil, layout: .lines
            ),
            .objects("ties", \.ties, "Who knows who, and who reports to who.", columns: nil),
            .objects("referrals", \.referrals, "Who pointed to who.", columns: nil),
            .objects("interactions", \.interactions, "Who talked when.", columns: nil, layout: .lines),
            .objects(
                "targets", \.targets,
                "What the seeker looks for besides companies, and what sources propose.", columns: nil),
        ])
}

extension Company: NetworkEntity {
    static let table = EntityTable<Self>(
        "company", noun: "a company", "An employer, wanted or only known.", blank: Company(id: "", name: ""),
        [
            .required("id", \.id, .identifier(), "Unique among the companies."),
            .required("name", \.name, .text, "As the company writes it."),
            .list(
                "aliases", \.aliases, .text,
                "Other names under which the company is known, such as one from before it was renamed."),
            .optional(
                "priority", \.priority, .word,
                "How much the seeker wants to work there: first choice, good choice, fallback."),
            .answer(
                "referralProgramme", \.hasReferralProgramme,
                "Whether an employee who refers someone earns a bonus; left out when unknown."),
            .flag("doNotContact", \.doNotContact, "Do not contact anyone there."),
            .optional(
                "notBefore", \.notBefore, .day,
                "The first day on which anyone there may be contacted again."),
            .optional(
                "notBeforeReason", \.notBeforeReason, .text, "Why nothing is due before that day."),
            .set("avoids", \.avoids, .word, "How the company does not want to be contacted."),
            .objects(
                "closed", \.closed, "When the office is closed.",
                columns: { prefixed("closed", "from", $0) }),
            .optional(
                "region", \.region, .region,
                """
                The country, or the part of one, whose public holidays the office has, such as DE or DE-BY (ISO 3166); \
                left out where each person's time zone tells.
                """),
            .optional(
                "setting", \.setting, .word,
                "What kind of place it is, where that decides when people can be called."),
            .objects(
                "signals", \.signals, "Dated news about the company.",
                columns: { prefixed("signal", "kind", $0) }),
        ])
}

extension Opportunity: NetworkEntity {
    static let table = EntityTable<Self>(
        "opportunity", noun: "an opportunity", "A role the seeker applied for or was considered for.",
        blank: Opportunity(id: "", title: "", company: ""),
        [
            .required("id", \.id, .identifier(), "Unique among the opportunities."),
            .required("title", \.title, .text, "The role's title."),
            .required("company", \.company, .identifier(), "Whose role it is."),
            .optional("department", \.department, .text, "The part of the company."),
            .objects(
                "stages", \.stages, "What happened; the latest stage is where the opportunity stands.",
                columns: { $0 }),
            .objects(
                "participants", \.participants, "Who took part.",
                columns: { $0 == "person" ? "participant" : $0 }),
            .objects(
                "feedback", \.feedback, "What the seeker was told about the decision.",
                columns: { prefixed("feedback", "text", $0) }),
            .optional("closes", \.closes, .day, "The last day on which one can apply."),
            .answer(
                "filled", \.isFilled, "Whether someone else got the role; left out when unknown."),
            .flag("doNotContact", \.doNotContact, "No one is to be contacted about it."),
            .optional(
                "notBefore", \.notBefore, .day,
                "The first day on which its people may be contacted again."),
            .optional(
                "notBeforeReason", \.notBeforeReason, .text, "Why nothing is due before that day."),
        ])
}

extension StageEvent: NetworkEntity {
    static let table = EntityTable<Self>(
        "stage", noun: "a stage", "Where an opportunity stands from a date on.",
        blank: StageEvent(stage: .interview, date: .placeholder),
        conditions: [
            EntityCondition(
                field: "round",
                violation: { event in
                    guard event.round != nil, event.stage != .interview else { return nil }
                    return (
                        .roundMisplaced, found: "given for the stage \"\(event.stage.rawValue)\"",
                        expected: "a round for interviews only", hint: "leave round out, or write interview"
                    )
                }, schema: .only("round", when: "stage", is: Stage.interview.rawValue))
        ],
        [
            .required("stage", \.stage, .word, "The stage reached."),
            .required("date", \.date, .time, "When."),
            .integer(
                "round", \.round, in: NetworkFormat.rounds, "Which interview, from 1; for interviews only."),
            .set("people", \.people, .identifier(), "Who acted or was met."),
            .optional(
                "until", \.until, .day,
                "Until when it lasts: the end of a hold, the day by which an offer is to be answered."),
            .optional("note", \.note, .text, "Anything else."),
        ])
}

extension Participant: NetworkEntity {
    static let table = EntityTable<Self>(
        "participant", noun: "a participant", "Someone's part in an opportunity.",
        blank: Participant(person: "", role: .interviewer),
        [
            .required("person", \.person, .identifier(), "Who."),
            .required("role", \.role, .word, "In which role."),
        ])
}

extension Feedback: NetworkEntity {
    static let table = EntityTable<Self>(
        "feedback", noun: "feedback", "What the seeker was told about a decision.",
        blank: Feedback(date: .placeholder, text: ""),
        [
            .required("date", \.date, .day, "When."),
            .optional("from", \.from, .identifier(), "Who gave it."),
            .required("text", \.text, .text, "What was said."),
        ])
}

extension Tie: NetworkEntity {
    static let table = EntityTable<Self>(
        "tie", noun: "a tie", "That two people know each other, or that one reports to the other.",
        blank: Tie(from: "", to: "", kind: .knows),
        [
            .required(
                "from", \.from, .identifier(), "One of the two; of a reporting line the one who reports."),
            .required("to", \.to, .identifier(), "The other; of a reporting line the boss."),
            .required("kind", \.kind, .word, "What connects them."),
            .strength("strength", \.strength, "How likely one is to introduce the other."),
            .optional("how", \.how, .text, "How they know each other."),
            .optional("since", \.since, .day, "Since when."),
            .optional("lastContact", \.lastContact, .day, "When they were last in touch, as far as known."),
            .flag("inferred", \.isInferred, "Whether an import guessed the tie."),
        ])
}

extension Referral: NetworkEntity {
    static let table = EntityTable<Self>(
        "referral", noun: "a referral",
        "One person pointed the seeker to another; at least one step has a date.",
        blank: Referral(from: "", to: ""),
        conditions: [
            EntityCondition(
                field: "given", violation: { _ in nil },
                schema: .anyOf(["promised", "given", "used", "met", "declined"]))
        ],
        [
            .required("from", \.from, .identifier(), "Who gave the name."),
            .required("to", \.to, .identifier(), "Whose name it was."),
            .optional("promised", \.promised, .day, "The referrer said they would make the introduction."),
            .optional("given", \.given, .day, "The name was given or the introduction written."),
            .optional("used", \.used, .day, "The seeker contacted the person referred to."),
            .optional("met", \.met, .day, "They talked."),
            .optional("declined", \.declined, .day, "The person referred to did not want to."),
            .optional("opportunity", \.opportunity, .identifier(), "The opportunity it came out of."),
            .optional("interaction", \.interaction, .identifier(), "The talk it came out of."),
            .optional("note", \.note, .text, "Anything else."),
        ])
}

extension Interaction: NetworkEntity {
    static let table = EntityTable<Self>(
        "interaction", noun: "an interaction", "A dated contact between the seeker and one or more people.",
        blank: Interaction(date: .placeholder, people: [], channel: .email, direction: .mutual),
        [
            .optional(
                "id", \.id, .identifier(),
                "Unique among the interactions; needed only where something refers to it."),
            .required("date", \.date, .time, "When."),
            .set(
                "people", \.people, .identifier(), "Who took part, the seeker left out.",
                requirement: { "the people the seeker was in touch with" }),
            .required("channel", \.channel, .word, "The means of contact."),
            .required("direction", \.direction, .word, "Who spoke: the seeker, the others, or both."),
            .set("purposes", \.purposes, .word, "What it was about."),
            .optional("thread", \.thread, .text, "Names the conversation it belongs to."),
            .optional("subject", \.subject, .text, "Subject line."),
            .optional("messageID", \.messageID, .text, "The Message-ID of the mail, without its brackets."),
            .optional("note", \.note, .text, "Anything else."),
            .optional("opportunity", \.opportunity, .identifier(), "The opportunity it was about."),
            .object(
                "promise", \.promise, "Something one side said they would do.",
                columns: { prefixed("promise", "what", $0) }),
            .answer(
                "expectsReply", \.expectsReply,
                "Whether the other side owes a reply; left out to let the purposes decide."),
            .flag("closesThread", \.closesThread, "The conversation ended here."),
            .optional(
                "agreed", \.agreed, .day,
                "When the talk was agreed upon, until someone says how it went; it may lie ahead."),
            .flag("missed", \.wasMissed, "It did not take place, because the other side was not there."),
        ])
}

extension Promise: NetworkEntity {
    static let table = EntityTable<Self>(
        "promise", noun: "a promise", "Something one side said they would do.",
        blank: Promise(by: .them, kind: .other, what: ""),
        [
            .required("by", \.by, .word, "Who promised."),
            .required(
                "kind", \.kind, .word, "To introduce the seeker to someone, to be in touch, or anything else."
            ),
            .required("what", \.what, .text, "In words."),
            .optional("due", \.due, .time, "By when, to the day or the minute."),
            .optional("kept", \.kept, .day, "When it was kept; left out while it is open."),
        ])
}

extension Target: NetworkEntity {
    static let table = EntityTable<Self>(
        "target", noun: "a target",
        "Something the seeker looks for, or may; a company that is wanted has a priority instead.",
        blank: Target(kind: .role, name: ""),
        conditions: [
            EntityCondition(
                field: "standing",
                violation: { target in
                    guard target.kind == .company, target.standing == .wanted else { return nil }
                    return (
                        .valueUnknown, found: "\"wanted\" for a company",
                        expected: "a priority on the company itself, or \"proposed\" or \"declined\" here",
                        hint: "give the company \"priority\": \"A\" and remove this target"
                    )
                })
        ],
        [
            .required("kind", \.kind, .word, "What it is."),
            .required("name", \.name, .text, "The company, role, department or place."),
            .required("standing", \.standing, .word, "Whether the seeker wants it, or a source proposes it."),
            .optional("source", \.source, .text, "What makes it a proposal."),
            .optional(
                "date", \.date, .day, "The day of which the source speaks, or when the seeker said so."),
        ])
}

/// The column of a field of an object within an entity: `signalDate`; for the field that says most, `signal`.
func prefixed(_ prefix: String, _ main: String, _ field: String) -> String {
    field == main ? prefix : prefix + field.prefix(1).uppercased() + field.dropFirst()
}

extension CalendarDay {
    /// Stands for a day that could not be read, in a network that will not be used.
    static let placeholder = CalendarDay(number: 0)
}

extension Timestamp {
    /// Stands for a time that could not be read, in a network that will not be used.
    static let placeholder = Timestamp(.placeholder)
}
