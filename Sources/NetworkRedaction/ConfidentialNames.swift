public import ReferralGraph

extension ReferralNetwork {
    /// The network without the names of those who asked not to be named, for pictures and pages that others see.
    ///
    /// They become `Unnamed contact`, their identifiers numbers; addresses, numbers and pages give way to reserved ones, and in
    /// every text the words of their names are replaced by `…`. Everyone else stays as recorded, and so does the order.
    /// - Complexity: O(size of the network); nothing is copied when no one asked for it.
    public func withoutConfidentialNames() -> ReferralNetwork {
        let hidden = people.filter { $0.isConfidential && $0.id != seeker }
        guard !hidden.isEmpty else { return self }
        return ConfidentialNames(hidden, in: self).removed(from: self)
    }

    /// Texts without the words of the names of those who asked not to be named, with `…` in their place.
    /// - Complexity: O(people + text).
    public func withoutConfidentialNames(in texts: [String]) -> [String] {
        let hidden = people.filter { $0.isConfidential && $0.id != seeker }
        guard !hidden.isEmpty else { return texts }
        let words = NameWords(of: hidden.flatMap { [$0.name] + $0.otherNames })
        return texts.map(words.removed(from:))
    }
}

/// What stands in for people who asked not to be named.
private struct ConfidentialNames {
    private let words: NameWords
    private var standIns: [PersonID: (id: PersonID, name: String)] = [:]

    init(_ hidden: [Person], in network: ReferralNetwork) {
        words = NameWords(of: hidden.flatMap { [$0.name] + $0.otherNames })
        let taken = Set(network.people.map(\.id))
        var number = 0
        for (place, person) in hidden.enumerated() {
            var id: PersonID
            repeat {
                number += 1
                id = PersonID("unnamed-\(number)")
            } while taken.contains(id)
            standIns[person.id] = (id, place == 0 ? "Unnamed contact" : "Unnamed contact (\(place + 1))")
        }
    }

    func removed(from original: ReferralNetwork) -> ReferralNetwork {
        var network = original
        network.title = text(original.title)
        network.summary = text(original.summary)
        network.people = original.people.map(person)
        for index in network.companies.indices {
            network.companies[index].signals = original.companies[index].signals.map(signal)
        }
        network.opportunities = original.opportunities.map(opportunity)
        for index in network.ties.indices {
            network.ties[index].from = id(original.ties[index].from)
            network.ties[index].to = id(original.ties[index].to)
            network.ties[index].how = text(original.ties[index].how)
        }
        for index in network.referrals.indices {
            network.referrals[index].from = id(original.referrals[index].from)
            network.referrals[index].to = id(original.referrals[index].to)
            network.referrals[index].note = text(original.referrals[index].note)
        }
        network.interactions = original.interactions.map(interaction)
        return network
    }

    private func id(_ person: PersonID) -> PersonID { standIns[person]?.id ?? person }

    private func text(_ text: String?) -> String? { text.map(words.removed(from:)) }

    private func person(_ original: Person) -> Person {
        var person = original
        if let standIn = standIns[original.id] {
            person.id = standIn.id
            person.name = standIn.name
            person.otherNames = []
            person.emails = original.emails.isEmpty ? [] : ["\(standIn.id)@example.com"]
            person.phones = original.phones.isEmpty ? [] : ["555-0100"]
            person.profileURL = nil
            person.otherProfileURLs = []
        }
        person.observations = original.observations.map(words.removed(from:))
        person.signals = original.signals.map(signal)
        person.distinctFrom = original.distinctFrom.map(id)
        for index in person.employments.indices {
            person.employments[index].title = text(original.employments[index].title)
        }
        return person
    }

    private func signal(_ original: Signal) -> Signal {
        var signal = original
        signal.note = text(original.note)
        return signal
    }

    private func opportunity(_ original: Opportunity) -> Opportunity {
        var opportunity = original
        opportunity.title = words.removed(from: original.title)
        for index in opportunity.stages.indices {
            opportunity.stages[index].people = original.stages[index].people.map(id)
            opportunity.stages[index].note = text(original.stages[index].note)
        }
        opportunity.participants = original.participants.map {
            Participant(person: id($0.person), role: $0.role)
        }
        opportunity.feedback = original.feedback.map {
            Feedback(date: $0.date, from: $0.from.map(id), text: words.removed(from: $0.text))
        }
        return opportunity
    }

    private func interaction(_ original: Interaction) -> Interaction {
        var interaction = original
        interaction.people = original.people.map(id)
        interaction.thread = text(original.thread)
        interaction.subject = text(original.subject)
        interaction.note = text(original.note)
        if let what = original.promise?.what { interaction.promise?.what = words.removed(from: what) }
        return interaction
    }
}
