import ReferralGraph

extension NetworkAnalysis {
    /// From which day on each node may be contacted; `nil` for the seeker, for whoever must not be contacted at all,
    /// and for strangers whose way leads over somebody else.
    ///
    /// What is due may be done now. Whoever is due for a monthly reminder later is left alone until then, even where
    /// etiquette alone would not mind.
    /// - Complexity: O(people + steps).
    var politeDays: [CalendarDay?] {
        var reminders: [PersonID: CalendarDay] = [:]
        for step in steps where step.rule == .keepWarm || step.rule == .monthlyTouch {
            reminders[step.person] = max(reminders[step.person] ?? step.earliest, step.earliest)
        }
        let firstSteps = Dictionary(
            steps.filter(\.isContact).map { ($0.person, $0.earliest) }, uniquingKeysWith: min)
        var days = [CalendarDay?](repeating: nil, count: network.people.count)
        for row in callList.due {
            let today = situation.today(for: row.node)
            let reminder = reminders[situation.id(of: row.node)]
            days[Int(row.node)] = row.step == nil ? max(today, reminder ?? today) : today
        }
        for contact in callList.withheld where contact.through == nil {
            guard let until = contact.until, let node = situation.index.node(of: contact.person) else {
                continue
            }
            let hasStepByThen = firstSteps[contact.person].map { $0 <= until } ?? false
            days[Int(node)] = hasStepByThen ? until : max(until, reminders[contact.person] ?? until)
        }
        return days
    }
}
