internal import NetworkFiles
public import ReferralGraph

extension NetworkEditor {
    /// Records that two people know each other, or that the first reports to the second. What is known of such a tie
    /// already is kept where the edit says nothing.
    /// - Parameters:
    ///   - strength: How likely one is to introduce the other, in (0, 1].
    ///   - how: How they know each other.
    /// - Throws: ``EditError/reportsInCircle(name:boss:)`` among others.
    @discardableResult
    public mutating func tie(
        _ person: String, _ other: String, kind: Tie.Kind = .knows, strength: Double? = nil,
        how: String? = nil, since: CalendarDay? = nil
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let (from, to) = (try draft.person(person), try draft.person(other))
            let since: CalendarDay? = if let since { try draft.past(since) } else { nil }
            draft.concern([from, to])
            try draft.tie(
                Tie(from: from, to: to, kind: kind, strength: strength, how: oneLine(how), since: since))
            let (left, right) = (draft.name(of: from), draft.name(of: to))
            return kind == .knows ? "\(left) and \(right) know each other" : "\(left) reports to \(right)"
        }
    }

    /// Takes back that two people know each other or report to each other.
    @discardableResult
    public mutating func untie(_ person: String, _ other: String) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let (from, to) = (try draft.person(person), try draft.person(other))
            draft.concern([from, to])
            let count = draft.network.ties.count
            draft.network.ties.removeAll { Set([$0.from, $0.to]) == [from, to] }
            let sentence = "\(draft.name(of: from)) and \(draft.name(of: to)) are no longer tied"
            if draft.network.ties.count < count { draft.say(sentence) }
            return sentence
        }
    }
}

extension EditDraft {
    /// Adds a tie, or adds what is new of it to the one of its kind that is there.
    mutating func tie(_ new: Tie) throws(EditError) {
        let (left, right) = (name(of: new.from), name(of: new.to))
        if new.from == new.to { throw .onePersonTwice(name: left) }
        if let strength = new.strength { try check(.strength(strength), "strength", "\(strength)") }
        let position = network.ties.firstIndex { tie in
            tie.kind == new.kind
                && (new.kind == .knows
                    ? Set([tie.from, tie.to]) == [new.from, new.to]
                    : (tie.from, tie.to) == (new.from, new.to))
        }
        if position == nil, new.kind == .reportsTo, reports(new.to, to: new.from) {
            throw .reportsInCircle(name: left, boss: right)
        }
        var tie = position.map { network.ties[$0] } ?? new
        tie.strength = new.strength ?? tie.strength
        tie.how = new.how ?? tie.how
        tie.since = new.since ?? tie.since
        if let position {
            if network.ties[position] == tie { return }
            network.ties[position] = tie
        } else {
            network.ties.append(tie)
        }
        let details = [tie.how, tie.strength.map { "strength \($0)" }, tie.since.map { "since \($0)" }]
            .compactMap(\.self).joined(separator: ", ")
        let sentence =
            switch (tie.kind, tie.from == network.seeker) {
            case (.knows, true): "You know \(right)"
            case (.knows, false): "\(left) and \(right) know each other"
            case (.reportsTo, _): "\(left) reports to \(right)"
            }
        say(details.isEmpty ? sentence : "\(sentence): \(details)")
    }

    /// Whether someone reports to a boss, directly or through others.
    private func reports(_ person: PersonID, to boss: PersonID) -> Bool {
        var seen: Set<PersonID> = []
        var open = [person]
        while let next = open.popLast() {
            if next == boss { return true }
            guard seen.insert(next).inserted else { continue }
            open += network.ties.filter { $0.kind == .reportsTo && $0.from == next }.map(\.to)
        }
        return false
    }
}
