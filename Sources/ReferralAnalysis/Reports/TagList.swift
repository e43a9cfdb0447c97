public import ReferralGraph

/// The tags in use, and who has them.
public struct TagList: Sendable, Equatable, Codable {
    /// The commonest first, then by spelling.
    public var tags: [TagUse]

    /// A tag and the people who have it.
    public struct TagUse: Sendable, Equatable, Codable {
        /// As first written.
        public var tag: String
        /// Who has it, in the order of the network.
        public var people: [Holder]
    }

    /// Someone who has a tag.
    public struct Holder: Sendable, Equatable, Codable {
        /// Who.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// The current job title.
        public var title: String?
        /// The current employer's name.
        public var company: String?
    }

    /// Lists the tags of a network.
    /// - Parameters:
    ///   - today: The day that titles and employers are taken from.
    ///   - tag: The only tag to list; `nil` for all.
    /// - Complexity: O(people x tags of each).
    public init(of network: ReferralNetwork, today: CalendarDay, only tag: Tag? = nil) {
        let companies = network.companies.keyed(by: \.id, \.name)
        var holders: [Tag: [Holder]] = [:]
        for person in network.people {
            let job = person.employment(on: today)
            for held in Set(person.tags.compactMap { Tag($0) }) where tag.map({ $0 == held }) ?? true {
                holders[held, default: []].append(
                    Holder(
                        person: person.id, name: person.name, title: job?.title,
                        company: job.flatMap { companies[$0.company] }))
            }
        }
        tags = network.tagCounts.compactMap { use in
            holders[use.tag].map { TagUse(tag: use.tag.text, people: $0) }
        }
    }
}
