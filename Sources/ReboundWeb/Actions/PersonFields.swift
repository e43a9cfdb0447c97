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
        details.directReports = try fields.number("reports", of: "a whole number", Int.init)
        details.observations = fields.texts("note")
        details.isStar = fields.flag("star")
        details.how = fields.text("how")
        details.strength = try fields.number("strength", of: "a number", Double.init)
        details.wishes = try fields.channelWishes()
        details.isConfidential = try fields.answer("confidential")
        details.knowsOfSearch = try fields.answer("knows")
        return details
    }

    /// The people named in the fields.
    func people() throws(WorkspaceError) -> [String] {
        let names = fields.texts("person")
        if names.isEmpty { throw .request("Choose someone first.") }
        return names
    }
}
