internal import ReferralGraph
internal import SourceReaders

extension ImportDraft {
    // MARK: Talks

    /// Adds the talks that are not in the network yet.
    mutating func takeInTalks() {
        for (position, talk) in records.talks.enumerated() {
            guard let id = idOfTalk[position] else {
                unused.append(UnusedRecord(place: talk.place, reason: .withoutOthers))
                continue
            }
            if talk.event?.isOff == true { continue }
            if let known = interactionOfID[id] {
                knownInteractions += 1
                follow(talk, at: known)
                continue
            }
            let sender = talk.sender.flatMap { person(ofContact: $0) }
            let others = people(in: talk)
            guard !others.isEmpty else {
                unused.append(UnusedRecord(place: talk.place, reason: .withoutOthers))
                continue
            }
            let isOwn = talk.sender == nil || sender == network.seeker
            interactionOfID[id] = network.interactions.count
            knownInteractions += 1
            hasChanged = true
            network.interactions.append(
                Interaction(
                    id: id, date: talk.date, people: others, channel: talk.channel,
                    direction: talk.channel.isTalk ? .mutual : isOwn ? .outgoing : .incoming,
                    thread: importedText(talk.thread, limit: .line),
                    subject: importedText(talk.subject, limit: .line),
                    messageID: importedMessageID(talk.messageID),
                    note: importedText(talk.text, limit: .text),
                    expectsReply: isOwn || talk.channel.isTalk ? nil : isOld(talk.date) ? false : nil,
                    agreed: dayOfAgreement(on: talk)))
        }
    }

    /// Who took part besides the seeker.
    func people(in talk: TalkRecord) -> [PersonID] {
        ((talk.sender.map { [$0] } ?? []) + talk.others).compactMap { person(ofContact: $0) }
            .uniqued().filter { $0 != network.seeker }
    }

    /// Under which identifiers talks are stored.
    ///
    /// A mail that shares its Message-ID with one of another day or sender gets its full identifier, so that it is neither
    /// taken for that one nor added once more when the same mailbox is read again.
    static func identifiers(
        of talks: [TalkRecord], in network: ReferralNetwork, _ positions: [InteractionID: Int]
    ) -> [InteractionID?] {
        var taken: Set<InteractionID> = []
        return talks.map { talk in
            guard let id = importedIdentifier(talk.id).map({ InteractionID($0) }) else { return nil }
            guard let full = talk.fullID.flatMap(importedIdentifier).map({ InteractionID($0) }) else {
                return id
            }
            let isOther =
                positions[full] != nil
                || positions[id].map { network.interactions[$0].date.day != talk.date.day } ?? false
            return isOther || !taken.insert(id).inserted ? full : id
        }
    }

    private func isOld(_ date: Timestamp) -> Bool { today - date.day > NetworkImport.answerIsOwedForDays }

    // MARK: Ties

    /// Records that the seeker knows someone; the user's own word on it stays.
    mutating func tieToSeeker(_ position: Int, _ record: ContactRecord) {
        let person = network.people[position].id
        guard person != network.seeker, seeker != nil else { return }
        let strength = record.strength.flatMap { $0 > 0 && $0 <= 1 ? $0 : nil }
        let how = importedText(record.how, limit: .line)
        let pair = PersonPair(network.seeker, person)
        guard let known = tieOfPair[pair] else {
            tieOfPair[pair] = network.ties.count
            network.ties.append(
                Tie(from: network.seeker, to: person, strength: strength, how: how, since: record.connectedOn)
            )
            hasChanged = true
            return
        }
        var tie = network.ties[known]
        tie.strength = tie.strength ?? strength
        tie.how = tie.how ?? how
        tie.since = tie.since ?? record.connectedOn
        tie.isInferred = false
        if tie != network.ties[known] {
            network.ties[known] = tie
            hasChanged = true
        }
    }

    /// Guesses who knows who; where a tie is recorded there is nothing to guess.
    mutating func takeInAcquaintances() {
        for acquaintance in records.acquaintances {
            guard let first = person(ofContact: acquaintance.first),
                let second = person(ofContact: acquaintance.second), first != second,
                first != network.seeker, second != network.seeker
            else { continue }
            let pair = PersonPair(first, second)
            let how = importedText(acquaintance.how, limit: .line)
            if let known = tieOfPair[pair] {
                guard network.ties[known].isInferred, let day = acquaintance.lastContact,
                    network.ties[known].lastContact.map({ $0 < day }) ?? true
                else { continue }
                network.ties[known].lastContact = day
                network.ties[known].how = how ?? network.ties[known].how
            } else {
                tieOfPair[pair] = network.ties.count
                network.ties.append(
                    Tie(
                        from: first, to: second, how: how, lastContact: acquaintance.lastContact,
                        isInferred: true))
            }
            hasChanged = true
        }
    }
}
