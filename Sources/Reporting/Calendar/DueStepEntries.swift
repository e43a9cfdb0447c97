internal import ContentLines
import Foundations
import Playbook
import PublicHolidays
import ReferralAnalysis
import ReferralGraph

/// Turns steps into calendar entries.
struct DueStepEntries {
    private let people: [PersonID: Person]
    private let opportunities: [OpportunityID: Opportunity]
    private let calendars: [PersonID: WorkCalendar]
    private let holidays: [CalendarDay]
    private let asOf: Timestamp
    private let playbook: PlaybookPolicy
    private let notBefore: [PersonID: CalendarDay]

    init(
        network: ReferralNetwork, asOf: Timestamp, playbook: PlaybookPolicy,
        notBefore: [PersonID: CalendarDay], calendars: [WorkCalendar]?
    ) {
        people = network.people.keyed(by: \.id)
        opportunities = network.opportunities.keyed(by: \.id)
        let calendars =
            calendars
            ?? WorkCalendar.calendars(
                of: network, keepsRegionalWeekends: playbook.keepsRegionalWeekends,
                keepsPublicHolidays: playbook.keepsPublicHolidays)
        self.calendars = zip(network.people, calendars).keyed(by: { $0.0.id }, { $0.1 })
        holidays = network.holidays
        self.asOf = asOf
        self.playbook = playbook
        self.notBefore = notBefore
    }

    /// The entries, by day and then in the order of the steps.
    func entries(of steps: [DueStep]) -> [CalendarDocument.Entry] {
        var counts: [String: Int] = [:]
        let dated = steps.map { step -> (day: CalendarDay, entry: CalendarDocument.Entry) in
            let identity = Self.identity(of: step)
            let count = counts[identity, default: 0] + 1
            counts[identity] = count
            // Two conversations can ask for the same step on the same day.
            let uid = count == 1 ? identity : "\(identity)-\(count)"
            let clock = LocalClock(zone: people[step.person]?.timeZone)
            let day = day(of: step, clock)
            return (
                day,
                CalendarDocument.Entry(
                    uid: "\(uid)@rebound", sequence: max(0, day - (step.ruleDay ?? step.due)),
                    summary: summary(of: step),
                    description: description(of: step, day), categories: ["Rebound", step.rule.rawValue],
                    time: time(of: step, on: day, clock))
            )
        }
        return dated.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element.entry)
    }

    /// Names a step by what does not change from export to export: neither its words nor where it was put off to.
    private static func identity(of step: DueStep) -> String {
        let day = step.ruleDay ?? step.due
        let parts = [
            step.person.text, step.rule.rawValue, step.opportunity?.text ?? "", step.related?.text ?? "",
            step.since.description, day.description,
        ]
        return "\(day)-\(step.rule.rawValue)-\(Fingerprint(parts).hexadecimal)"
    }

    /// Where a step stands: on its due day, or when that has passed, on the next day to do it.
    ///
    /// What was missed for long enough to come round again stands on the day on which it does so next, as in the call
    /// list (``DueStep/standing(on:returningAfter:in:)``): old omissions must not bury the day. The result never goes back
    /// as time goes on, on which the sequence numbers rest.
    private func day(of step: DueStep, _ clock: LocalClock) -> CalendarDay {
        let (localDay, minute) = (clock.day(of: asOf), clock.minute(of: asOf))
        var today = localDay
        // The hour for telephoning may have passed today.
        if step.action.hour != nil, let minute, minute >= playbook.callBeforeMinute { today = today + 1 }
        let round = playbook.missedStepReturnsAfterDays
        let missed = step.due + round
        if round > 0, today > missed { today = missed + (today - missed + round - 1) / round * round }
        guard step.isContact else { return max(step.due, today) }
        let earliest = max(today, notBefore[step.person] ?? today)
        let calendar = calendars[step.person] ?? WorkCalendar(holidays: holidays)
        return step.due >= earliest ? step.due : calendar.businessDay(onOrAfter: earliest)
    }

    /// A promise with a time fills the half hour before it; telephone steps the time from the playbook's hour to the one
    /// before which one calls.
    private func time(of step: DueStep, on day: CalendarDay, _ clock: LocalClock) -> CalendarDocument.Time {
        if let moment = step.moment, let second = moment.secondOfDay, day == moment.day {
            let start = max(0, second - 1800)
            return .span(
                Timestamp(day, secondOfDay: start, utcOffsetMinutes: moment.utcOffsetMinutes), moment)
        }
        let minutes = 0..<1440
        guard step.action.hour != nil, minutes.contains(playbook.callAtMinute),
            minutes.contains(playbook.callBeforeMinute)
        else { return .day(day) }
        let start = min(playbook.callAtMinute, playbook.callBeforeMinute)
        let end = max(playbook.callAtMinute, playbook.callBeforeMinute)
        return .span(
            clock.moment(day, minute: start), clock.moment(day, minute: end > start ? end : start + 15))
    }

    private func name(of person: PersonID) -> String { printable(people[person]?.name ?? person.text) }

    private func summary(of step: DueStep) -> String {
        "\(name(of: step.person)): \(printable(step.action.what))"
    }

    private func description(of step: DueStep, _ day: CalendarDay) -> String {
        var lines = [printable(step.action.say)]
        lines.append("How: \(printable(Wording.action(step.action)))")
        if step.action.hour != nil {
            lines[1] += people[step.person]?.timeZone.map { ", in \(printable($0))" } ?? ", their time"
        }
        lines.append("Why: \(Wording.rule(step.rule)); since \(step.since), due \(step.due)")
        lines[2] += PublicHoliday.words(step.holidays).map { "; \($0)" } ?? ""
        if day > step.due { lines.append("Overdue as of \(asOf)") }
        if let id = step.opportunity {
            lines.append("About: \(printable(opportunities[id]?.title ?? id.text))")
        }
        if let id = step.related { lines.append("Through: \(name(of: id))") }
        return lines.joined(separator: "\n")
    }
}
