package import Playbook
import PublicHolidays
public import ReferralAnalysis
public import ReferralGraph

/// Everything known about one person, for reading.
public struct PersonProfileText: ReadableReport {
    private let profile: PersonProfile
    private let network: ReferralNetwork
    private let today: CalendarDay
    private let contactLimit: Int

    /// Makes the text of a profile.
    /// - Parameter contactLimit: How many contacts to show at the most.
    public init(
        _ profile: PersonProfile, in network: ReferralNetwork, today: CalendarDay, contactLimit: Int = 20
    ) {
        self.profile = profile
        self.network = network
        self.today = today
        self.contactLimit = contactLimit
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        head(&block)
        for fact in facts { block.wrapped(fact.value, after: fitted(fact.label, to: 10)) }
        explanation.sorting(&block)
        standing(&block)
        for step in profile.due { block.wrapped(words(step), after: "  due  ") }
        background(&block)
        contacts(&block)
        return block
    }

    /// How things stand now, without the steps that are due.
    package func standing(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        standing(&block)
        explanation.sorting(&block)
        return block
    }

    /// What lies behind: how they came into the network, names given, roles, news, threads, who they know.
    package func background(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        background(&block)
        return block
    }

    /// `Send a thank-you note · due tomorrow, Fri 10 Apr · R1.thank-you`.
    package func words(_ step: DueStep) -> String {
        "\(step.action.what) · \(Wording.deadline(step.due, today: today)) · \(step.rule.rawValue)"
    }

    private var explanation: ExplanationText {
        ExplanationText(profile.explanation, in: network, today: today)
    }

    private func standing(_ block: inout TextBlock) {
        block.heading("Now")
        explanation.standing(&block, block.style)
    }

    private func background(_ block: inout TextBlock) {
        explanation.lineage(&block)
        explanation.shared(&block)
        referrals("Names given to you", profile.referralsGiven, &block)
        referrals("Referred by", profile.referralsReceived, &block)
        opportunities(&block)
        signals(profile.signals, today: today, in: &block)
        explanation.clock(&block)
        explanation.threads(&block, block.style)
        explanation.acquaintances(&block)
    }

    private func head(_ block: inout TextBlock) {
        let star = profile.isStar ? "★ " : ""
        let role = [profile.explanation.title, profile.explanation.company].compactMap(\.self)
        block.wrapped(
            ([star + profile.explanation.name] + role).joined(separator: " · "), paint: .bold)
        block.wrapped("id \(profile.explanation.person)", paint: .dim)
        if profile.doNotContact { block.wrapped("Do not contact.", paint: .red) }
    }

    /// The days of the week on which they do not work, where these are not Saturday and Sunday.
    private var daysOff: String? {
        guard Set(profile.daysOff) != Set(Weekend.standard.map(\.name)) else { return nil }
        return profile.daysOff.isEmpty
            ? "no day of the week" : profile.daysOff.map(\.capitalizedFirst).joined(separator: ", ")
    }

    /// `Manager · Acme · from Wed 1 Jan 2020`.
    private func words(_ parts: [String?], from: CalendarDay?, to: CalendarDay?) -> String {
        let time = [from.map { "from \($0.longWords)" }, to.map { "to \($0.longWords)" }]
            .compactMap(\.self).joined(separator: " ")
        return (parts + [time.isEmpty ? nil : time]).compactMap(\.self).joined(separator: " · ")
    }

    /// What is recorded about the person, each fact with what it is.
    package var facts: [(label: String, value: String)] {
        var facts: [(label: String, value: String?)] =
            profile.emails.map { ("e-mail", $0) } + profile.phones.map { ("phone", $0) }
            + [
                ("page", profile.profileURL), ("place", profile.place), ("time zone", profile.timeZone),
                ("off", daysOff),
                ("holidays", profile.region.flatMap { HolidayRegion($0) }.map { "those of \($0.name)" }),
                ("reminder", profile.reminderDays.map { TimeInWords.frequency(everyDays: $0) }),
                ("reports", profile.directReports.map(String.init)),
            ]
        facts += profile.employments.map { job in
            (
                job.isCurrent ? "works" : "worked",
                words([job.title, job.department, job.name], from: job.from, to: job.to)
            )
        }
        facts += (profile.education ?? []).map { time in
            ("studied", words([time.degree, time.school], from: time.from, to: time.to))
        }
        facts += (profile.skipped ?? []).map { skip in
            let name = Rule(rawValue: skip.rule)?.words.title ?? skip.rule
            return ("skipped", "\(name) · \(skip.on.longWords)")
        }
        facts += profile.observations.map { ("noted", $0) }
        return facts.compactMap { fact in fact.value.map { (fact.label, $0) } }
    }

    private func referrals(_ heading: String, _ referrals: [RecordedReferral], _ block: inout TextBlock) {
        guard !referrals.isEmpty else { return }
        block.heading(heading)
        for referral in referrals {
            let steps = [
                ("promised", referral.promised), ("given", referral.given), ("used", referral.used),
                ("met", referral.met), ("declined", referral.declined),
            ].compactMap { name, day in day.map { "\(name) \($0.words(relativeTo: today))" } }
            block.wrapped(
                ([referral.name] + steps).joined(separator: " · "), after: "  ", about: referral.person)
            if let note = referral.note { block.wrapped(note, after: "    ", paint: .dim) }
        }
    }

    private func opportunities(_ block: inout TextBlock) {
        guard !profile.opportunities.isEmpty else { return }
        block.heading("Opportunities")
        for opportunity in profile.opportunities {
            block.wrapped(Wording.opportunity(opportunity, today: today), after: "  ")
            for feedback in opportunity.feedback {
                block.wrapped("“\(feedback)”", after: "    ", paint: .dim)
            }
        }
    }

    private func contacts(_ block: inout TextBlock) {
        guard !profile.contacts.isEmpty else { return }
        block.heading("Contacts (\(profile.contacts.count))")
        for entry in profile.contacts.prefix(contactLimit) {
            RecordedContactText(entry, today: today).write(to: &block)
        }
        if profile.contacts.count > contactLimit {
            block.wrapped("and \(profile.contacts.count - contactLimit) more", after: "  ")
        }
    }
}

/// One contact, its note and its promise.
private struct RecordedContactText {
    private let entry: RecordedContact
    private let today: CalendarDay

    init(_ entry: RecordedContact, today: CalendarDay) {
        self.entry = entry
        self.today = today
    }

    func write(to block: inout TextBlock) {
        let contact = entry.contact
        let purposes = entry.purposes.map(\.rawValue).joined(separator: ", ")
        let words = [
            contact.date.day.words(relativeTo: today), Wording.channel(contact.channel),
            contact.direction.rawValue, purposes.isEmpty ? nil : purposes, contact.subject,
        ]
        block.wrapped(words.compactMap(\.self).joined(separator: " · "), after: "  ")
        if let note = entry.note { block.wrapped(note, after: "    ", paint: .dim) }
        if let promise = entry.promise {
            let by = promise.by == .seeker ? "you promised" : "they promised"
            let state =
                promise.kept.map { "kept \($0.words(relativeTo: today))" }
                ?? promise.due.map { due in
                    "due \(Wording.due(due.day, today: today))"
                        + (due.timeOfDay.map { " at \($0)" } ?? "")
                } ?? "open"
            block.wrapped("\(by): \(promise.what) · \(state)", after: "    ")
        }
    }
}

/// What happened with one person, the latest first, for reading: contacts, referrals, and the stages of roles.
package struct PersonTimelineText {
    private let today: CalendarDay
    private var events: [(day: CalendarDay, event: Event)] = []

    private enum Event {
        case contact(RecordedContact)
        case words(String, note: String?)
    }

    /// Makes the text of what happened.
    /// - Parameter network: The network as it is shown.
    package init(_ profile: PersonProfile, in network: ReferralNetwork, today: CalendarDay) {
        self.today = today
        events = profile.contacts.map { (day: $0.contact.date.day, event: Event.contact($0)) }
        func tell(_ day: CalendarDay?, _ words: String, note: String? = nil) {
            if let day { events.append((day, .words(words, note: note))) }
        }
        for referral in profile.referralsGiven {
            let name = referral.name
            tell(referral.promised, "promised to introduce you to \(name)")
            tell(referral.given, "gave you a name: \(name)", note: referral.note)
            tell(referral.used, "you got in touch with \(name)")
            tell(referral.met, "you talked with \(name)")
            tell(referral.declined, "\(name) declined")
        }
        for referral in profile.referralsReceived {
            tell(referral.promised, "\(referral.name) promised to introduce you")
            tell(referral.given, "\(referral.name) gave you their name", note: referral.note)
            tell(referral.declined, "declined to talk")
        }
        let person = profile.explanation.person
        for role in network.opportunities {
            let takesPart = role.participants.contains { $0.person == person }
            for stage in role.stages
            where stage.people.contains(person) || takesPart && stage.people.isEmpty {
                tell(stage.date.day, "\(role.title): \(Wording.stage(stage.stage))", note: stage.note)
            }
        }
        events = events.enumerated().sorted {
            ($1.element.day, $0.offset) < ($0.element.day, $1.offset)
        }.map(\.element)
    }

    /// How many events there are.
    package var count: Int { events.count }

    /// A part of the events.
    package func written(_ places: Range<Int>) -> TextBlock {
        var block = TextBlock(style: TextStyle())
        block.wrapped("Timeline", paint: .bold)
        for (day, event) in events[places] {
            switch event {
            case .contact(let contact): RecordedContactText(contact, today: today).write(to: &block)
            case .words(let words, let note):
                block.wrapped("\(day.words(relativeTo: today)) · \(words)", after: "  ")
                if let note { block.wrapped(note, after: "    ", paint: .dim) }
            }
        }
        return block
    }
}

/// The section on dated news.
func signals(_ signals: [RecordedSignal], today: CalendarDay, in block: inout TextBlock) {
    guard !signals.isEmpty else { return }
    block.heading("News")
    for signal in signals { block.wrapped(signal.words(relativeTo: today), after: "  ") }
}

extension RecordedSignal {
    /// `2 Apr (7 days ago) · contract won · Analytics`.
    package func words(relativeTo today: CalendarDay) -> String {
        [date.words(relativeTo: today), Wording.news(kind), title, department, note].compactMap(\.self)
            .joined(separator: " · ")
    }
}
