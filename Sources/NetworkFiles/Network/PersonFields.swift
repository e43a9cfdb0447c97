internal import Foundations
internal import ReferralGraph

extension Person: NetworkEntity {
    static let table = EntityTable<Self>(
        "person", noun: "a person", "Someone in the network.", blank: Person(id: "", name: ""),
        conditions: [
            EntityCondition(field: "weekend") { person in
                guard Set(person.weekend).count == Weekday.allCases.count else { return nil }
                return (
                    .numberOutOfRange, found: "all days of the week", expected: "at most six of them",
                    hint: "set doNotContact for someone who is never to be called"
                )
            }
        ],
        [
            .required("id", \.id, .identifier(), "Unique among the people."),
            .required("name", \.name, .text, "As the person writes it."),
            .list(
                "otherNames", \.otherNames, .text,
                "Other names and nicknames under which the person is known."),
            .list("emails", \.emails, .text, "Most useful first."),
            .list("phones", \.phones, .text, "Most useful first."),
            .optional("profileURL", \.profileURL, .webAddress, "A page about the person."),
            .list("otherProfileURLs", \.otherProfileURLs, .webAddress, "Further pages about the person."),
            .list("cardUIDs", \.cardUIDs, .text, "The UIDs of the person's cards in address books."),
            .optional(
                "timeZone", \.timeZone, .timeZone,
                """
                IANA identifier such as Asia/Riyadh, links such as US/Pacific included; decides when 8:30 and \
                when a business day is.
                """),
            .optional("place", \.place, .text, "The city or region where the person works."),
            .optional(
                "region", \.region, .region,
                """
                The country, or the part of one, whose public holidays the person has, such as DE or DE-BY (ISO 3166); \
                left out where the employer's or the time zone's holds.
                """),
            .set(
                "weekend", \.weekend, .weekday,
                """
                The days of the week on which the person does not work, where they are not those of the region \
                in which the time zone lies.
                """, limit: Weekday.allCases.count - 1),
            .objects(
                "employments", \.employments, "Where the person works and worked.", columns: { $0 }),
            .objects(
                "education", \.education, "Where the person studied.",
                columns: { prefixed("school", "school", $0) }),
            .flag("star", \.isStar, "Rapport was best with this one."),
            .list(
                "observations", \.observations, .text,
                "What one would like to remember from meeting the person."),
            .integer(
                "directReports", \.directReports, in: NetworkFormat.directReports,
                "How many people report directly to this one."),
            .flag(
                "doNotContact", \.doNotContact,
                "The person asked not to be contacted, or the user decided so."),
            .optional(
                "notBefore", \.notBefore, .day, "The first day on which the person may be contacted again."),
            .optional(
                "notBeforeReason", \.notBeforeReason, .text, "Why nothing is due before that day."),
            .integer(
                "reminderDays", \.reminderDays, in: NetworkFormat.reminderDays,
                "After how many days without a word the seeker wants to be reminded of the person."),
            .objects(
                "skippedSteps", \.skippedSteps, "Steps of the playbook that the seeker left out.",
                columns: { prefixed("skipped", "rule", $0) }),
            .list("tags", \.tags, .tag, "Words by which the seeker sorts people: letters, digits, - and _."),
            .optional(
                "acquaintance", \.acquaintance, .word, "How well the seeker says that they know the person."),
            .optional("acquaintanceOn", \.acquaintanceOn, .day, "When the seeker said so."),
            .set("avoids", \.avoids, .word, "How the person does not want to be contacted."),
            .objects("away", \.away, "When the person is away.", columns: { prefixed("away", "from", $0) }),
            .flag("confidential", \.isConfidential, "The person asked not to be named to others."),
            .flag(
                "knowsOfSearch", \.knowsOfSearch,
                "Someone at the seeker's own employer who knows that the seeker is looking."),
            .objects(
                "signals", \.signals, "Dated news about this manager's team.",
                columns: { prefixed("signal", "kind", $0) }),
            .set(
                "distinctFrom", \.distinctFrom, .identifier(),
                "People who look like this one and are someone else."),
        ])
}

extension Employment: NetworkEntity {
    static let table = EntityTable<Self>(
        "employment", noun: "an employment", "A person's time at a company.", blank: Employment(company: ""),
        [
            .required("company", \.company, .identifier(), "The employer."),
            .optional("title", \.title, .text, "Job title."),
            .optional("department", \.department, .text, "The part of the company."),
            .optional("from", \.from, .day, "First day."),
            .optional("to", \.to, .day, "Last day; left out while it lasts."),
            .optional("confirmed", \.confirmed, .day, "The last day on which an imported source said so."),
        ])
}

extension Education: NetworkEntity {
    static let table = EntityTable<Self>(
        "education", noun: "an education", "A person's time at a school.", blank: Education(school: ""),
        [
            .required("school", \.school, .text, "The school, college or university."),
            .optional("degree", \.degree, .text, "The degree, with its subject."),
            .optional("from", \.from, .day, "First day."),
            .optional("to", \.to, .day, "Last day; left out while it lasts."),
        ])
}

extension SkippedStep: NetworkEntity {
    static let table = EntityTable<Self>(
        "skip", noun: "a skipped step", "A step of the playbook that the seeker left out this time.",
        blank: SkippedStep(rule: "", on: .placeholder),
        [
            .required("rule", \.rule, .text, "The rule of the playbook, such as R1.thank-you."),
            .required("on", \.on, .day, "When the seeker said so."),
            .optional(
                "opportunity", \.opportunity, .identifier(), "The opportunity that the step is about."),
        ])
}

extension Absence: NetworkEntity {
    static let table = EntityTable<Self>(
        "absence", noun: "an absence", "Days on which no one is there.",
        blank: Absence(from: .placeholder, to: .placeholder),
        [
            .required("from", \.from, .day, "The first day."),
            .required("to", \.to, .day, "The last day."),
            .optional("note", \.note, .text, "Why."),
        ])
}

extension Signal: NetworkEntity {
    static let table = EntityTable<Self>(
        "signal", noun: "a signal", "Dated news that makes an opening likelier or less likely for a while.",
        blank: Signal(kind: .growth, date: .placeholder),
        [
            .required("kind", \.kind, .word, "What happened."),
            .required("date", \.date, .day, "When it became known."),
            .optional("department", \.department, .text, "The part of the company concerned."),
            .optional("title", \.title, .text, "The role, for an opening."),
            .optional("note", \.note, .text, "Anything else."),
        ])
}
