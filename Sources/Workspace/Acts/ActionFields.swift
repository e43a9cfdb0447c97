package import NetworkEditing
package import ReferralGraph

/// What an act says, field by field, as the user typed it.
package struct ActionFields: Equatable, Sendable {
    /// The texts of each field.
    package var values: [String: [String]]

    /// Fields with their texts.
    package init(values: [String: [String]]) { self.values = values }

    /// The text of a field; `nil` where it is empty.
    package func text(_ name: String) -> String? {
        values[name]?.first.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    /// The texts of a field that may be there several times, empty ones left out.
    package func texts(_ name: String) -> [String] {
        (values[name] ?? []).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// The texts between commas, empty ones left out.
    package func list(_ name: String) -> [String] {
        texts(name).flatMap { $0.split(separator: ",").map(String.init) }.filter {
            !$0.allSatisfy(\.isWhitespace)
        }
    }

    /// Whether a box is ticked.
    package func flag(_ name: String) -> Bool { values[name] != nil }

    /// The text of a field that has to be filled in.
    /// - Parameter what: What to ask for, such as `who it was`.
    package func text(_ name: String, asking what: String) throws(WorkspaceError) -> String {
        guard let text = text(name) else { throw .request("Say \(what).") }
        return text
    }

    /// One of the words that a field may hold.
    package func choice<Choice: RawRepresentable<String>>(
        _ name: String, of kind: Choice.Type = Choice.self
    ) throws(WorkspaceError) -> Choice? {
        try text(name).map { (text) throws(WorkspaceError) in try chosen(text, name) }
    }

    /// Words of a field that may hold several.
    package func choices<Choice: RawRepresentable<String>>(
        _ name: String, of kind: Choice.Type = Choice.self
    ) throws(WorkspaceError) -> [Choice] {
        try texts(name).map { (text) throws(WorkspaceError) in try chosen(text, name) }
    }

    private func chosen<Choice: RawRepresentable<String>>(
        _ text: String, _ name: String
    ) throws(WorkspaceError) -> Choice {
        guard let choice = Choice(rawValue: text) else { throw Self.unknown(text, name) }
        return choice
    }

    /// A word that is not among those that a field may hold.
    package static func unknown(_ text: String, _ name: String) -> WorkspaceError {
        .request("“\(text)” is not one of the choices for “\(name)”.")
    }

    /// A field that says yes or no, or nothing.
    package func answer(_ name: String) throws(WorkspaceError) -> Bool? {
        switch text(name) {
        case nil: nil
        case "yes": true
        case "no": false
        case let text?: throw Self.unknown(text, name)
        }
    }

    /// A number.
    /// - Parameter kind: What to call it, such as `a whole number`.
    package func number<Number>(
        _ name: String, of kind: String, _ read: (String) -> Number?
    ) throws(WorkspaceError) -> Number? {
        guard let text = text(name) else { return nil }
        let word = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let number = read(word) else { throw .request("“\(text)” is not \(kind).") }
        return number
    }

    /// The channels that someone does not want you to use.
    package func channelWishes() throws(WorkspaceError) -> ChannelWishes {
        ChannelWishes(avoiding: try choices("channel-not"), isAny: flag("any-channel"))
    }

    /// A length of time in the user's words.
    package func length(_ name: String) throws(WorkspaceError) -> DayWords.Length? {
        guard let words = text(name) else { return nil }
        guard let length = DayWords.length(words) else {
            throw .request("“\(words)” is not a length of time; write \(DayWords.acceptedLengths)")
        }
        return length
    }

    /// The days from the field `day` to the field `to`, or that day alone.
    package func days(asking what: String, now: Timestamp) throws(WorkspaceError) -> ClosedRange<CalendarDay>
    {
        let day = try text("day", asking: what)
        let words = text("to").map { "\(day) to \($0)" } ?? day
        do { return try DayWords.days(words, relativeTo: now.day, leaning: .nearest) } catch {
            throw .edit(error)
        }
    }

    /// A moment in the user's words.
    package func moment(
        _ name: String, now: Timestamp, leaning: DayWords.Leaning = .past
    ) throws(WorkspaceError) -> Timestamp? {
        guard let words = text(name) else { return nil }
        do { return try Timestamp(words: words, relativeTo: now, leaning: leaning) } catch {
            throw .edit(error)
        }
    }

    /// A day in the user's words.
    package func day(
        _ name: String, now: Timestamp, leaning: DayWords.Leaning = .past
    ) throws(WorkspaceError) -> CalendarDay? {
        guard let words = text(name) else { return nil }
        do { return try CalendarDay(words: words, relativeTo: now.day, leaning: leaning) } catch {
            throw .edit(error)
        }
    }
}
