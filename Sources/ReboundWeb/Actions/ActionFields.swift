internal import NetworkEditing
internal import ReferralGraph
internal import Workspace

/// What the fields of a form say, as the user typed it.
struct ActionFields: Equatable, Sendable {
    var values: [String: [String]]

    /// The text of a field; `nil` where it is empty.
    func text(_ name: String) -> String? {
        values[name]?.first.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    /// The texts of a field that may be there several times, empty ones left out.
    func texts(_ name: String) -> [String] {
        (values[name] ?? []).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// The texts between commas, empty ones left out.
    func list(_ name: String) -> [String] {
        texts(name).flatMap { $0.split(separator: ",").map(String.init) }.filter {
            !$0.allSatisfy(\.isWhitespace)
        }
    }

    /// Whether a box is ticked.
    func flag(_ name: String) -> Bool { values[name] != nil }

    /// The text of a field that has to be filled in.
    /// - Parameter what: What to ask for, such as `who it was`.
    func text(_ name: String, asking what: String) throws(WorkspaceError) -> String {
        guard let text = text(name) else { throw .request("Say \(what).") }
        return text
    }

    /// One of the words that a field may hold.
    func choice<Choice: RawRepresentable<String>>(
        _ name: String, of kind: Choice.Type = Choice.self
    ) throws(WorkspaceError) -> Choice? {
        guard let text = text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else { throw .request("“\(text)” is no \(name).") }
        return choice
    }

    /// A whole number.
    func count(_ name: String) throws(WorkspaceError) -> Int? {
        guard let text = text(name) else { return nil }
        guard let count = Int(text) else { throw .request("“\(text)” is no whole number.") }
        return count
    }

    /// A moment in the user's words.
    func moment(
        _ name: String, now: Timestamp, leaning: DayWords.Leaning = .past
    ) throws(WorkspaceError) -> Timestamp? {
        guard let words = text(name) else { return nil }
        do { return try Timestamp(words: words, relativeTo: now, leaning: leaning) } catch {
            throw .edit(error)
        }
    }

    /// A day in the user's words.
    func day(
        _ name: String, now: Timestamp, leaning: DayWords.Leaning = .past
    ) throws(WorkspaceError) -> CalendarDay? {
        guard let words = text(name) else { return nil }
        do { return try CalendarDay(words: words, relativeTo: now.day, leaning: leaning) } catch {
            throw .edit(error)
        }
    }
}
