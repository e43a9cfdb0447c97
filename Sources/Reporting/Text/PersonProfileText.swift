import Playbook
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

    public func written(in style: TextStyle) -> TextBlock {
        let explanation = ExplanationText(profile.explanation, in: network, today: today)
        var block = TextBlock(style: style)
        head(&block)
        facts(&block)
        explanation.sorting(&block)
        block.heading("Now")
        explanation.standing(&block, style)
        for step in profile.due {
            block.wrapped(
                "\(step.action.what) · \(Wording.deadline(step.due, today: today)) · \(step.rule.rawValue)",
                after: "  due  ")
        }
        explanation.lineage(&block)
        explanation.shared(&block)
        referrals("Names given to you", profile.referralsGiven, &block)
        referrals("Referred by", profile.referralsReceived, &block)
        opportunities(&block)
        signals(profile.signals, today: today, in: &block)
        explanation.clock(&block)
        explanation.threads(&block, style)
        explanation.acquaintances(&block)
        contacts(&block)
        return block
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

    private func facts(_ block: inout TextBlock) {
        let facts: [(String, String?)] =
            profile.emails.map { ("e-mail", $0) } + profile.phones.map { ("phone", $0) }
            + [
                ("page", profile.profileURL), ("place", profile.place), ("time zone", profile.timeZone),
                ("off", daysOff),
                ("holidays", profile.region.flatMap { HolidayRegion($0) }.map { "those of \($0.name)" }),
                ("reminder", profile.reminderDays.map { TimeInWords.frequency(everyDays: $0) }),
                ("reports", profile.directReports.map(String.init)),
            ]
        for (name, fact) in facts {
            if let fact { block.wrapped(fact, after: fitted(name, to: 10)) }
        }
        for job in profile.employments {
            block.wrapped(
                words([job.title, job.department, job.name], from: job.from, to: job.to),
                after: fitted(job.isCurrent ? "works" : "worked", to: 10))
        }
        for time in profile.education ?? [] {
            block.wrapped(
                words([time.degree, time.school], from: time.from, to: time.to),
                after: fitted("studied", to: 10))
        }
        for skip in profile.skipped ?? [] {
            let name = Rule(rawValue: skip.rule)?.words.title ?? skip.rule
            block.wrapped("\(name) · \(skip.on.longWords)", after: fitted("skipped", to: 10))
        }
        for observation in profile.observations { block.wrapped(observation, after: fitted("noted", to: 10)) }
    }

    private func referrals(_ heading: String, _ referrals: [RecordedReferral], _ block: inout TextBlock) {
        guard !referrals.isEmpty else { return }
        block.heading(heading)
        for referral in referrals {
            let steps = [
                ("promised", referral.promised), ("given", referral.given), ("used", referral.used),
                ("met", referral.met), ("declined", referral.declined),
            ].compactMap { name, day in day.map { "\(name) \($0.words(relativeTo: today))" } }
            block.wrapped(([referral.name] + steps).joined(separator: " · "), after: "  ")
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
        if profile.contacts.count > contactLimit {
            block.wrapped("and \(profile.contacts.count - contactLimit) more", after: "  ")
        }
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
