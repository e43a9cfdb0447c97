internal import NetworkEditing
internal import ReferralGraph
internal import Workspace

extension ActionContext {
    /// What the fields of a form tell of someone.
    func personDetails() throws(WorkspaceError) -> PersonDetails {
        var details = PersonDetails()
        details.company = fields.text("company")
        details.title = fields.text("title")
        details.department = fields.text("department")
        details.since = try fields.day("since", now: now)
        details.schools = fields.texts("school")
        details.emails = fields.texts("email")
        details.phones = fields.texts("phone")
        details.profileURL = fields.text("url")
        details.timeZone = fields.text("time-zone")
        details.place = fields.text("place")
        details.region = fields.text("region")
        details.daysOff = fields.texts("day-off")
        details.directReports = try number("reports", of: "whole number", Int.init)
        details.observations = fields.texts("note")
        details.isStar = fields.flag("star")
        details.how = fields.text("how")
        details.strength = try number("strength", of: "number", Double.init)
        var avoided: [Interaction.Channel] = []
        for text in fields.texts("channel-not") {
            guard let channel = Interaction.Channel(rawValue: text) else {
                throw .request("“\(text)” is no means of contact.")
            }
            avoided.append(channel)
        }
        details.wishes = ChannelWishes(avoiding: avoided, isAny: fields.flag("any-channel"))
        details.isConfidential = try choice("confidential")
        details.knowsOfSearch = try choice("knows")
        return details
    }

    /// A number in a field.
    func number<Number>(
        _ name: String, of kind: String, _ read: (String) -> Number?
    ) throws(WorkspaceError) -> Number? {
        guard let text = fields.text(name) else { return nil }
        let word = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let number = read(word) else { throw .request("“\(text)” is no \(kind).") }
        return number
    }

    /// A field that says yes or no, or nothing.
    private func choice(_ name: String) throws(WorkspaceError) -> Bool? {
        switch fields.text(name) {
        case nil: nil
        case "yes": true
        case "no": false
        case let text?: throw .request("“\(text)” is neither yes nor no.")
        }
    }

    /// The people whom the fields name.
    func people() throws(WorkspaceError) -> [String] {
        let names = fields.texts("person")
        if names.isEmpty { throw .request("Choose someone first.") }
        return names
    }
}
