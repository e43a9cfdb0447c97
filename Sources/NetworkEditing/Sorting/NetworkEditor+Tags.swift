internal import Foundations
internal import ReferralGraph

/// Tags: words by which the seeker sorts people.
extension NetworkEditor {
    /// Tags people, or takes tags away.
    /// - Parameters:
    ///   - names: Who.
    ///   - words: The tags, each a text such as `mentor` or `#mentor`.
    ///   - isRemoved: Whether the tags are taken away.
    @discardableResult
    public mutating func tag(
        _ names: [String], _ words: [String], isRemoved: Bool = false
    ) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            if names.isEmpty { throw .blank(field: "the person") }
            var people: [PersonID] = []
            for name in names {
                do throws(EditError) {
                    let id = try draft.other(name, verb: "tag")
                    if !people.contains(id) { people.append(id) }
                } catch {
                    guard case .noMatch(.person, _, let near) = error, Tag(name) != nil, name != names[0]
                    else {
                        throw error
                    }
                    let tags = (names.drop { $0 != name } + words).map { commandWord($0) }.joined(
                        separator: ",")
                    throw .nothingToDo(
                        "no one is called “\(name)”" + (near.map { "; did you mean \($0)?" } ?? "")
                            + "; to give several tags, join them by commas: rebound tag \(commandWord(names[0])) \(tags)"
                    )
                }
            }
            var tags: [Tag] = []
            for word in words { tags.append(try Self.tag(word)) }
            if tags.isEmpty { throw .blank(field: "the tag") }
            if !isRemoved, words.count == 1 { try draft.checkIsNoName(words[0], after: names) }
            for tag in tags {
                if isRemoved {
                    draft.untag(people, tag)
                } else {
                    draft.tag(people, tag)
                }
            }
            let list = tags.map(\.text).joined(separator: ", ")
            return "\(draft.names(of: people)): \(isRemoved ? "no longer " : "")tagged \(list)"
        }
    }

    /// Gives a tag another name, for everyone who has it. Where the new name is in use already, the two become one.
    @discardableResult
    public mutating func renameTag(_ old: String, _ new: String) throws(EditError) -> Edit {
        try edit { (draft) throws(EditError) in
            let (old, new) = (try Self.tag(old), try Self.tag(new))
            let people = draft.network.people.indices.filter { draft.network.people[$0].has(old) }
            if people.isEmpty { throw .nothingToDo(draft.network.noOneIsTagged(old)) }
            let others = draft.network.people.count { $0.has(new) && !$0.has(old) }
            var count = 0
            for index in people {
                var tags = draft.network.people[index].tags
                let place = tags.firstIndex { Tag($0) == old }!
                tags[place] = new.text
                tags = tags.enumerated().filter { $0.offset == place || Tag($0.element) != new }.map(
                    \.element)
                if tags != draft.network.people[index].tags { count += 1 }
                draft.network.people[index].tags = tags
            }
            if count > 0 {
                draft.say(
                    "\(old) is called \(new) now: \(count == 1 ? "1 person" : "\(count) people")"
                        + (others == 0 ? "" : ", beside \(others) who had that tag already"))
            }
            return "Tag \(old) is called \(new)"
        }
    }

    private static func tag(_ text: String) throws(EditError) -> Tag {
        if let tag = Tag(text) { return tag }
        throw .invalid(
            field: "tag", text: text, expected: Tag.expected,
            hint: Tag(nearestTo: text).map { "write \($0)" } ?? "choose another word")
    }
}

extension EditDraft {
    /// Tags people, in the spelling in use.
    mutating func tag(_ people: [PersonID], _ tag: Tag) {
        let used = network.people.lazy.flatMap(\.tags).compactMap { Tag($0) }.first { $0 == tag } ?? tag
        var added: [PersonID] = []
        for id in people where !network.people[index(of: id)].has(tag) {
            network.people[index(of: id)].tags.append(used.text)
            added.append(id)
        }
        if !added.isEmpty { say("\(names(of: added)): tagged \(used)") }
    }

    /// Refuses a new tag that is a part of someone’s name: the tag may have been forgotten behind it. `#` says that it is one.
    fileprivate func checkIsNoName(_ word: String, after names: [String]) throws(EditError) {
        guard !word.hasPrefix("#"), let tag = Tag(word), !network.people.contains(where: { $0.has(tag) })
        else { return }
        let key = foldedName(word)
        guard
            let person = network.people.first(where: {
                $0.id.text == word || foldedName($0.name).split(separator: " ").contains { $0 == key }
            })
        else { return }
        let people = names.map { commandWord($0) }.joined(separator: " ")
        throw .nothingToDo(
            "“\(word)” names \(person.name); say the tag last: rebound tag \(people) \(commandWord(word)) TAG. "
                + "If it is to be a tag: rebound tag \(people) '#\(word)'")
    }

    /// Takes a tag away from people.
    mutating func untag(_ people: [PersonID], _ tag: Tag) {
        var removed: [PersonID] = []
        for id in people where network.people[index(of: id)].has(tag) {
            network.people[index(of: id)].tags.removeAll { Tag($0) == tag }
            removed.append(id)
        }
        if !removed.isEmpty { say("\(names(of: removed)): no longer tagged \(tag)") }
    }
}
