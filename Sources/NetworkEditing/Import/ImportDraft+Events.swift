internal import ReferralGraph
internal import SourceReaders

/// Talks that a calendar names, which may lie ahead, be moved and be off.
extension ImportDraft {
    /// When a talk was agreed upon; `nil` for one that has taken place.
    ///
    /// A talk of today counts as ahead, because how it went can only be asked later.
    func dayOfAgreement(on talk: TalkRecord) -> CalendarDay? {
        guard let event = talk.event, talk.date.day >= today else { return nil }
        return min(event.revised ?? today, today)
    }

    /// Takes over what a calendar says now of a talk that was agreed upon. What the user decided on a later day stays.
    mutating func follow(_ talk: TalkRecord, at position: Int) {
        if network.interactions[position].messageID == nil,
            let messageID = importedMessageID(talk.messageID)
        {
            network.interactions[position].messageID = messageID
            hasChanged = true
        }
        var known = network.interactions[position]
        guard let event = talk.event, let agreed = known.agreed, event.revised.map({ $0 >= agreed }) ?? true
        else { return }
        let before = known.date
        known.date = talk.date
        known.people = (known.people + people(in: talk)).uniqued()
        known.agreed = dayOfAgreement(on: talk).map { max($0, agreed) }
        guard known != network.interactions[position] else { return }
        if movedTalks.insert(position).inserted, known.agreed != nil, before != known.date {
            findings.append(.movedTalk(known.people, known.channel, from: before, to: known.date))
        }
        network.interactions[position] = known
        hasChanged = true
    }

    /// Removes the talks ahead that the source calls off, and the repetitions that it does not name any more.
    mutating func dropTalksThatAreOff() {
        var off: [InteractionID: CalendarDay?] = [:]
        var series: [String: CalendarDay?] = [:]
        for (position, talk) in records.talks.enumerated() {
            guard let event = talk.event, let id = idOfTalk[position] else { continue }
            if event.isOff { off.updateValue(event.revised, forKey: id) }
            if let name = event.series { series.updateValue(event.revised, forKey: name) }
        }
        guard !series.isEmpty || !off.isEmpty else { return }
        let named = Set(
            records.talks.indices.filter { records.talks[$0].event?.isOff == false }
                .compactMap { idOfTalk[$0] })
        var removed: Set<InteractionID> = []
        network.interactions.removeAll { talk in
            guard let agreed = talk.agreed, let id = talk.id, !named.contains(id) else { return false }
            guard let revised = off[id] ?? series[id.text.seriesOfTalk],
                revised.map({ $0 >= agreed }) ?? true
            else { return false }
            removed.insert(id)
            findings.append(.canceledTalk(talk.people, talk.channel, on: talk.date))
            return true
        }
        guard !removed.isEmpty else { return }
        canceledInteractions = removed.count
        for position in network.referrals.indices {
            if let id = network.referrals[position].interaction, removed.contains(id) {
                network.referrals[position].interaction = nil
            }
        }
    }
}

extension String {
    /// The part of an identifier that the repetitions of an event share: `calendar-0123456789abcdef`.
    fileprivate var seriesOfTalk: String {
        split(separator: "-", maxSplits: 2).prefix(2).joined(separator: "-")
    }
}
