import ReferralGraph
import SourceReaders

/// What an importer made of a file, as text for comparing: a paragraph for each person, then what was skipped and what
/// was said.
func dump(_ records: SourceRecords) -> String {
    var text = "\(records.format.rawValue), as of \(records.asOf.map(\.description) ?? "unknown")\n"
    for contact in records.contacts { text += "\n" + dump(contact) }
    for talk in records.talks { text += "\n" + dump(talk) }
    for acquaintance in records.acquaintances {
        text += "\n\(acquaintance.first) knows \(acquaintance.second): \(acquaintance.how)\n"
    }
    for tally in records.tallies {
        text += "\nread \(tally.read)\n"
        for skipped in tally.skipped { text += "skipped line \(skipped.line): \(skipped.reason)\n" }
    }
    for diagnostic in records.diagnostics { text += "\(diagnostic)\n" }
    return text
}

/// One person, a line for each thing that is known.
func dump(_ contact: ContactRecord) -> String {
    var lines = ["line \(contact.place.line): \(contact.name.debugDescription)"]
    func add(_ name: String, _ values: [String]) {
        for value in values { lines.append("  \(name) \(value.debugDescription)") }
    }
    add("also", contact.otherNames)
    add("email", contact.emails)
    add("phone", contact.phones)
    add("page", contact.profileURLs)
    add("company", [contact.company].compactMap(\.self))
    add("department", [contact.department].compactMap(\.self))
    add("title", [contact.title].compactMap(\.self))
    add("how", [contact.how].compactMap(\.self))
    add("connected", [contact.connectedOn?.description].compactMap(\.self))
    add("strength", [contact.strength?.description].compactMap(\.self))
    add("note", contact.notes)
    if !contact.isAcquaintance { lines.append("  a stranger") }
    return lines.joined(separator: "\n") + "\n"
}

/// One talk, in a line or two.
func dump(_ talk: TalkRecord) -> String {
    var text = "line \(talk.place.line): \(talk.channel) on \(talk.date) with \(talk.others)"
    if let subject = talk.subject { text += " about \(subject.debugDescription)" }
    text += "\n  \(talk.id)"
    if let event = talk.event {
        text += event.isOff ? ", off" : ""
        text += event.revised.map { ", of \($0)" } ?? ""
        text += event.series == nil ? "" : ", all"
    }
    return text + "\n"
}
