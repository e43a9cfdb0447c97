internal import MailFiles
internal import ReferralGraph

/// Looks for the role that a mail is about: by its conversation, by who wrote it, by the employer, by the title.
struct RoleSearch {
    private let mail: HiringMail
    private let network: ReferralNetwork
    private let words: (subject: MailWords, text: MailWords)
    private let senders: Set<String>

    init(_ mail: HiringMail, _ network: ReferralNetwork) {
        self.mail = mail
        self.network = network
        words = (MailWords(mail.subject), MailWords(mail.text))
        senders = Set(mail.writers.compactMap { emailKey($0.address) })
    }

    /// Whether the seeker wrote it.
    var isOwn: Bool {
        network.people.first { $0.id == network.seeker }.map { !senders.isDisjoint(with: keys(of: $0)) }
            ?? false
    }

    private func keys(of person: Person) -> [String] { person.emails.compactMap(emailKey) }

    /// The people whose address a mailbox is, or, where the address is in no one's entry, the only one of its name.
    private func people(_ mailbox: HiringMail.Mailbox) -> [Person] {
        let key = emailKey(mailbox.address)
        let byAddress = network.people.filter { person in key.map { keys(of: person).contains($0) } ?? false }
        if !byAddress.isEmpty || mailbox.isOffice { return byAddress }
        let name = NameKey(mailbox.name)
        let named = network.people.filter { person in
            ([person.name] + person.otherNames).contains { NameKey($0) == name }
        }
        return named.count == 1 ? named : []
    }

    // MARK: The role

    /// The role, as far as the mail and the network show it.
    func role(for kind: MailProposal.Kind) -> MailProposal.Role {
        let found = candidates()
        let live = found.filter(\.isLive)
        let named = titled(found)
        if let recorded = named.first(where: { isRecorded($0, kind) }),
            named.count == 1 || !named.contains(where: \.isLive)
        {
            return .recorded(recorded.id)
        }
        let namedAndLive = named.filter(\.isLive)
        if namedAndLive.count == 1 { return certain(namedAndLive[0], kind) }
        if namedAndLive.count > 1 { return .several(namedAndLive.map(\.id), .severalFit) }
        if let title = mail.statedTitle, let first = live.first {
            let agrees = live.filter { agree(title, $0.title) }
            if agrees.count == 1 { return certain(agrees[0], kind) }
            if agrees.isEmpty {
                // An application for another role at the same employer is a new one.
                if kind == .receipt { return .unknown }
                return .several([first.id] + live.dropFirst().map(\.id), .otherTitle)
            }
        }
        switch live.count {
        case 1: return certain(live[0], kind)
        case 2...: return .several(live.map(\.id), .severalFit)
        default:
            let recorded = found.filter { isRecorded($0, kind) }
            if recorded.count == 1, mail.statedTitle.map({ agree($0, recorded[0].title) }) ?? true {
                return .recorded(recorded[0].id)
            }
            return .unknown
        }
    }

    private func certain(_ role: Opportunity, _ kind: MailProposal.Kind) -> MailProposal.Role {
        if isRecorded(role, kind) { return .recorded(role.id) }
        if let begun = role.stages.map(\.date.day).min(), let day = mail.date?.day, day < begun,
            kind != .receipt
        {
            return .several([role.id], .earlier)
        }
        return mail.writers.count > 1 ? .several([role.id], .severalWriters) : .one(role.id)
    }

    /// Whether what the mail says of a role is on record.
    private func isRecorded(_ role: Opportunity, _ kind: MailProposal.Kind) -> Bool {
        let day = mail.date?.day
        switch kind {
        case .rejection: return role.rejection != nil
        case .receipt: return true
        case .invitation:
            let talks = network.interactions.filter { $0.opportunity == role.id && $0.channel.isTalk }.map(
                \.date.day)
            let rounds = role.stages.filter { $0.stage == .interview || $0.stage == .screening }.map(
                \.date.day)
            return (talks + rounds).contains { date in day.map { date >= $0 } ?? true }
        }
    }

    /// The roles that the mail can be about, by the surest sign that finds any.
    private func candidates() -> [Opportunity] {
        let answered = Set(mail.references)
        let ofThread = Set(
            network.interactions.filter { $0.id.map { answered.contains($0.text) } ?? false }.compactMap(
                \.opportunity))
        if !ofThread.isEmpty { return network.opportunities.filter { ofThread.contains($0.id) } }
        let writers = Set(mail.writers.flatMap(people).map(\.id))
        let companies = companies(writers)
        let ofWriter = network.opportunities.filter { role in
            role.participants.contains { writers.contains($0.person) }
                || role.stages.contains { !writers.isDisjoint(with: $0.people) }
        }
        if ofWriter.contains(where: \.isLive) {
            return ofWriter
                + network.opportunities.filter { role in
                    companies.contains(role.company) && !ofWriter.contains { $0.id == role.id }
                }
        }
        return network.opportunities.filter { companies.contains($0.company) }
    }

    /// The employers of roles that the mail can come from, by the surest sign that finds any.
    private func companies(_ writers: Set<PersonID>) -> Set<CompanyID> {
        let employers = Set(network.opportunities.map(\.company))
        let all = network.companies.filter { employers.contains($0.id) }
        let day = mail.date?.day
        let ofWriters = network.people.filter { writers.contains($0.id) }.compactMap { person in
            day.map { person.employment(on: $0) } ?? person.employments.last
        }
        let signs: [(Company) -> Bool] = [
            { company in ofWriters.contains { $0.company == company.id } },
            { company in mail.writers.contains { isAddress($0, of: company) } },
            { company in
                names(of: company).contains { name in
                    mail.writers.contains { MailWords($0.name).contain(name) }
                }
            },
            { company in names(of: company).contains { words.subject.contain($0) } },
            { company in names(of: company).contains { words.text.contain($0, isName: true) } },
        ]
        for sign in signs {
            let found = all.filter(sign)
            if !found.isEmpty { return Set(found.map(\.id)) }
        }
        return []
    }

    private func names(of company: Company) -> [CompanyName] {
        ([company.name] + company.aliases).map { CompanyName($0) }.filter { !$0.words.isEmpty }
    }

    /// Whether an address is one of a company: by its domain, by the name of its mailbox at a service, or because someone
    /// who works there has one like it.
    private func isAddress(_ mailbox: HiringMail.Mailbox, of company: Company) -> Bool {
        let names = names(of: company)
        var labels = mailbox.employerLabels
        if mailbox.isService { labels = [mailbox.address.prefix { $0 != "@" }.lowercased()] }
        let isNamed = labels.contains { label in
            let said = CompanyName(label)
            return names.contains {
                $0.words.joined() == said.words.joined() || !mailbox.isService && said.names($0)
            }
        }
        if isNamed { return true }
        guard let domain = domain(mailbox.address), !mailbox.isService, !mailbox.isFree else { return false }
        return network.people.contains { person in
            person.employments.contains { $0.company == company.id && $0.to == nil }
                && person.emails.contains { self.domain($0) == domain }
        }
    }

    private func domain(_ address: String) -> Substring? {
        emailKey(address).flatMap { key in key.lastIndex(of: "@").map { key[key.index(after: $0)...] } }
    }

    /// The roles whose whole title the mail has, those left out whose title is a part of another's.
    private func titled(_ roles: [Opportunity]) -> [Opportunity] {
        let named = roles.filter { role in
            let title = MailWords.words(role.title)
            return words.subject.contain(title) || words.text.contain(title)
        }
        return named.filter { role in
            let title = MailWords.words(role.title)
            return !named.contains { other in
                let longer = MailWords.words(other.title)
                return longer.count > title.count && MailWords(other.title).contain(title)
            }
        }
    }

    /// Whether two titles can be of one role: all words of one are in the other.
    private func agree(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Set(MailWords.words(one)), Set(MailWords.words(other)))
        return !one.isEmpty && !other.isEmpty && (one.isSubset(of: other) || other.isSubset(of: one))
    }

    // MARK: The people

    /// The one who wrote the mail and has a part in a role.
    func participant(in id: OpportunityID) -> PersonID? {
        guard mail.writers.count == 1, let role = network.opportunities.first(where: { $0.id == id }) else {
            return nil
        }
        let people = people(mail.writers[0]).map(\.id).filter { person in
            role.participants.contains { $0.person == person }
                || role.stages.contains { $0.people.contains(person) }
        }
        return people.count == 1 ? people[0] : nil
    }

    /// People in the mail who are not in the network.
    func strangers(of kind: MailProposal.Kind) -> [MailProposal.Stranger] {
        if kind == .receipt { return [] }
        let writers = mail.writers.filter { !$0.isOffice } + [mail.signatory].compactMap(\.self)
        let part: MailProposal.Stranger.Part = mail.isSignedByRecruiter ? .recruiter : .writer
        var strangers = writers.map { MailProposal.Stranger(name: $0.name, address: $0.address, part: part) }
        if kind == .invitation {
            strangers += mail.others.filter { !$0.isOffice }.map {
                MailProposal.Stranger(name: $0.name, address: $0.address, part: .invited)
            }
        }
        var names: Set<String> = []
        return strangers.filter { stranger in
            people(HiringMail.Mailbox(name: stranger.name, address: stranger.address)).isEmpty
                && names.insert(foldedName(stranger.name)).inserted
        }
    }
}
