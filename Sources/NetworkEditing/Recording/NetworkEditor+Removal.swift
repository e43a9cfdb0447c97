internal import ReferralGraph

extension NetworkEditor {
    /// Gives a person another name; the identifier stays.
    @discardableResult
    public mutating func rename(person: String, to name: String) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.person(person)
            let name = try oneLine(name, field: "the new name")
            draft.concern([id])
            return draft.rename(\.people[draft.index(of: id)].name, to: name)
        }
    }

    /// Gives a company another name; the identifier stays.
    @discardableResult
    public mutating func rename(company: String, to name: String) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.company(company)
            let name = try oneLine(name, field: "the new name")
            return draft.rename(\.companies[draft.index(of: id)].name, to: name)
        }
    }

    /// Gives an opportunity another title; the identifier stays.
    @discardableResult
    public mutating func rename(opportunity: String, to title: String) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.opportunity(opportunity)
            let title = try oneLine(title, field: "the new title")
            return draft.rename(\.opportunities[draft.index(of: id)].title, to: title)
        }
    }

    /// Takes someone out of the network that nothing else in it mentions.
    /// - Throws: ``EditError/stillMentioned(name:by:)`` with what does.
    @discardableResult
    public mutating func remove(person: String) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.other(person, verb: "remove")
            let network = draft.network
            let roles = network.opportunities.filter { role in
                draft.everybody(in: role.id).contains(id) || role.feedback.contains { $0.from == id }
            }
            try draft.expectUnmentioned(
                draft.name(of: id),
                [
                    (roles.count, "opportunity", "opportunities"),
                    (network.ties.count { $0.from == id || $0.to == id }, "tie", "ties"),
                    (network.referrals.count { $0.from == id || $0.to == id }, "referral", "referrals"),
                    (network.interactions.count { $0.people.contains(id) }, "interaction", "interactions"),
                ])
            let sentence = "Removed \(draft.name(of: id))"
            draft.network.people.remove(at: draft.index(of: id))
            // No one need be told apart from who is gone.
            for position in draft.network.people.indices {
                draft.network.people[position].distinctFrom.removeAll { $0 == id }
            }
            draft.say(sentence)
            return sentence
        }
    }

    /// Takes a company out of the network that nothing else in it mentions.
    /// - Throws: ``EditError/stillMentioned(name:by:)`` with what does.
    @discardableResult
    public mutating func remove(company: String) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.company(company)
            let network = draft.network
            let people = network.people.count { $0.employments.contains { $0.company == id } }
            try draft.expectUnmentioned(
                draft.name(of: id),
                [
                    (people, "person", "people"),
                    (network.opportunities.count { $0.company == id }, "opportunity", "opportunities"),
                ])
            let sentence = "Removed \(draft.name(of: id))"
            draft.network.companies.remove(at: draft.index(of: id))
            draft.say(sentence)
            return sentence
        }
    }

    /// Takes an opportunity with its stages out of the network that nothing else in it mentions.
    /// - Throws: ``EditError/stillMentioned(name:by:)`` with what does.
    @discardableResult
    public mutating func remove(opportunity: String) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let id = try draft.opportunity(opportunity)
            let network = draft.network
            try draft.expectUnmentioned(
                draft.title(of: id),
                [
                    (network.referrals.count { $0.opportunity == id }, "referral", "referrals"),
                    (network.interactions.count { $0.opportunity == id }, "interaction", "interactions"),
                ])
            draft.concern(draft.everybody(in: id))
            let sentence = "Removed \(draft.title(of: id))"
            draft.network.opportunities.remove(at: draft.index(of: id))
            for index in draft.network.people.indices {
                draft.network.people[index].skippedSteps.removeAll { $0.opportunity == id }
            }
            draft.say(sentence)
            return sentence
        }
    }
}

extension EditDraft {
    fileprivate mutating func rename(
        _ field: WritableKeyPath<ReferralNetwork, String>, to name: String
    ) -> String {
        let sentence = "\(network[keyPath: field]) is called \(name) now"
        if network[keyPath: field] != name {
            network[keyPath: field] = name
            say(sentence)
        }
        return sentence
    }

    fileprivate func expectUnmentioned(
        _ name: String, _ mentions: [(count: Int, one: String, many: String)]
    ) throws(EditError) {
        let words = mentions.filter { $0.count > 0 }.map { "\($0.count) \($0.count == 1 ? $0.one : $0.many)" }
        if !words.isEmpty { throw .stillMentioned(name: name, by: words) }
    }
}
