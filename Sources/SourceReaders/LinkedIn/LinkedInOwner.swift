internal import Foundations
internal import ReferralGraph

/// Whose archive it is: LinkedIn does not say, it has to be put together.
struct LinkedInOwner: Equatable {
    /// The name, folded for comparison, in all the ways in which it was found.
    private(set) var names: Set<String> = []
    /// How the name is written.
    private(set) var name = ""
    /// The file that shows it best.
    var place = SourcePlace(file: "", line: 1)
    /// The address of the profile as written, and its key.
    private(set) var url = ""
    private(set) var key: String?

    /// Whether enough is known to tell the owner from the others.
    var isKnown: Bool { key != nil || !names.isEmpty }

    init() {}

    mutating func setName(_ text: String) {
        guard !text.isEmpty, !LinkedInName.isHidden(text) else { return }
        if name.isEmpty { name = text }
        names.insert(foldedName(text))
    }

    mutating func setURL(_ text: String) {
        guard key == nil, let found = profileURLKey(text) else { return }
        url = text
        key = found
    }

    /// Whether a mention means the owner: the address decides, and without one the name.
    func isMeant(key other: String?, name: String) -> Bool {
        if let other, let key { return other == key }
        return names.contains(foldedName(name))
    }
}

/// Counts who takes part in what.
private struct Attendance {
    private struct Mention: Hashable {
        let name, url: String
    }

    private var counts: [Mention: Int] = [:]

    mutating func count(name: String, url: String) {
        counts[Mention(name: name, url: url), default: 0] += 1
    }

    /// Who took part most often, if no one else did as often.
    ///
    /// Mentions with one address are one person, without an address those with one name.
    /// - Parameter isPossible: Whether someone may be the one, by the key of the address and the name.
    func most(
        where isPossible: (_ key: String?, _ name: String) -> Bool
    ) -> (name: String, url: String)? {
        var people: [String: (count: Int, name: String, url: String)] = [:]
        for (mention, count) in counts where !LinkedInName.isHidden(mention.name) {
            let key = profileURLKey(mention.url)
            let identity = key ?? foldedName(mention.name)
            guard !identity.isEmpty, isPossible(key, mention.name) else { continue }
            let known = people[identity]
            // The first spelling in alphabetical order, because the counts have no order.
            people[identity] = (
                count + (known?.count ?? 0),
                [mention.name, known?.name ?? ""].filter { !$0.isEmpty }.min() ?? "",
                min(mention.url, known?.url ?? mention.url)
            )
        }
        let most = people.values.max { $0.count < $1.count }
        guard let most, people.values.count(where: { $0.count == most.count }) == 1 else { return nil }
        return (most.name, most.url)
    }
}

extension LinkedInImport {
    /// Finds out whose archive it is: what the user says, then the profile, the invitations, and who takes
    /// part in most messages.
    func foundOwner(in tables: [LinkedInTable]) -> LinkedInOwner {
        var owner = LinkedInOwner()
        let kinds: [LinkedInFileKind] = [.profile, .invitations, .messages]
        owner.place.file =
            kinds.lazy.compactMap { kind in tables.first { $0.kind == kind }?.file }.first ?? ""
        owner.setName(onOneLine(options.ownerName ?? ""))
        owner.setURL(options.ownerURL ?? "")
        for table in tables where table.kind == .profile && !owner.isKnown {
            guard let row = table.document.rows.first, row.count == table.document.header.count else {
                continue
            }
            let first = table.text(row, table.column("First Name"))
            let last = table.text(row, table.column("Last Name"))
            let (name, asWritten) = LinkedInName.read(first: first, last: last)
            owner.setName(name)
            owner.setName(asWritten ?? "")
        }
        if let found = ownerOfInvitations(tables, owner) { adopt(found, &owner) }
        if owner.key == nil, let found = ownerOfMessages(tables, owner) {
            adopt(found, &owner)
        } else if owner.key == nil, options.ownerName == nil,
            let found = ownerOfMessages(tables, LinkedInOwner())
        {
            // The profile has another name than the messages.
            adopt(found, &owner)
        }
        // By a name alone: now the address that goes with it.
        if owner.key == nil, owner.isKnown, let found = ownerOfMessages(tables, owner) {
            adopt(found, &owner)
        }
        return owner
    }

    private func adopt(_ found: (name: String, url: String), _ owner: inout LinkedInOwner) {
        owner.setURL(found.url)
        owner.setName(found.name)
    }

    /// Who has sent the invitations that went out and got those that came in.
    private func ownerOfInvitations(
        _ tables: [LinkedInTable], _ owner: LinkedInOwner
    ) -> (name: String, url: String)? {
        var attendance = Attendance()
        for table in tables where table.kind == .invitations || table.kind == .messages {
            guard let direction = table.column("Direction") else { continue }
            let from = (table.column("From"), table.column("inviterProfileUrl", "Sender Profile URL"))
            let to = (table.column("To"), table.column("inviteeProfileUrl"))
            for row in table.document.rows where table.damage[row.line] == nil {
                let isOutgoing = table.text(row, direction).uppercased() == "OUTGOING"
                guard isOutgoing || table.text(row, direction).uppercased() == "INCOMING" else { continue }
                let (name, url) = isOutgoing ? from : to
                attendance.count(name: table.text(row, name), url: table.text(row, url))
            }
        }
        return attendance.most { isPossible($0, $1, owner) }
    }

    /// Who takes part in most messages; of equally many the one who is no connection, because no one is their
    /// own.
    private func ownerOfMessages(
        _ tables: [LinkedInTable], _ owner: LinkedInOwner
    ) -> (name: String, url: String)? {
        var attendance = Attendance()
        for table in tables where table.kind == .messages {
            let (from, sender) = (table.column("From"), table.column("Sender Profile URL"))
            let (to, recipients) = (table.column("To"), table.column("Recipient Profile URLs"))
            for row in table.document.rows where table.damage[row.line] == nil {
                var people = [(table.text(row, from), table.text(row, sender))]
                let urls = LinkedInName.addresses(table.text(row, recipients))
                let names = LinkedInName.list(
                    table.text(row, to), count: urls.isEmpty ? nil : urls.count, isKnown: contacts.isKnown)
                for index in 0..<max(urls.count, names.count) {
                    people.append(
                        (index < names.count ? names[index] : "", index < urls.count ? urls[index] : ""))
                }
                for (name, url) in people { attendance.count(name: name, url: url) }
            }
        }
        return attendance.most { $0 != nil && owner.isKnown && isPossible($0, $1, owner) }
            ?? attendance.most { isPossible($0, $1, owner) }
            ?? attendance.most { key, name in
                isPossible(key, name, owner)
                    && !(key.map(contacts.hasProfile) ?? connectionNames.contains(foldedName(name)))
            }
    }

    /// Whether someone can be the owner, as far as that is known already.
    private func isPossible(_ key: String?, _ name: String, _ owner: LinkedInOwner) -> Bool {
        !owner.isKnown || owner.isMeant(key: key, name: name)
    }
}
