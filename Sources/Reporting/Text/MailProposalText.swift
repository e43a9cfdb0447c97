internal import Foundations
public import MailFiles
public import NetworkEditing
public import ReferralGraph

/// What a mail about an application says, and the commands that record it, for reading.
public struct MailProposalText: ReadableReport {
    private let proposal: MailProposal
    private let network: ReferralNetwork
    private let today: CalendarDay

    /// Makes the text of a proposal.
    /// - Parameter today: The day to look from.
    public init(_ proposal: MailProposal, in network: ReferralNetwork, today: CalendarDay) {
        self.proposal = proposal
        self.network = network
        self.today = today
    }

    /// What was understood, for the terminal, before it is recorded.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped(understanding, paint: .bold)
        for sentence in proposal.sentences.prefix(2) {
            block.wrapped("“\(clipped(sentence, to: 200))”", after: "  ")
        }
        for line in remarks { block.wrapped(line, after: "  ") }
        return block
    }

    /// `A no for “Brand manager” at Kestrel Systems, from Nadia Haddad, Fri 3 Apr`.
    public var understanding: String {
        let role =
            switch proposal.role {
            case .one(let id), .recorded(let id): " for \(title(of: id))"
            case .several, .unknown: proposal.statedTitle.map { " for “\($0)”" } ?? ""
            }
        let day = proposal.date.map { ", " + $0.day.words(relativeTo: today) } ?? ""
        return what.capitalizedFirst + role + ", from \(sender)" + day
    }

    /// One line for the findings of an import.
    public var finding: String {
        let subject = proposal.subject.isEmpty ? "" : " (“\(clipped(proposal.subject, to: 60))”)"
        switch proposal.role {
        case .one(let id): return "looks like \(what) for \(title(of: id)): `\(command(for: id))`"
        case .recorded(let id): return "\(what) for \(title(of: id)), already on record"
        case .several(let ids, _):
            return "looks like \(what) from \(sender)\(subject), \(doubt ?? ""): "
                + ids.prefix(4).map { "`\(command(for: $0))`" }.joined(separator: " or ")
        case .unknown:
            return "looks like \(what) from \(sender)\(subject)"
                + (proposal.kind == .receipt ? "" : ", of a role that is not on record")
                + ": `\(applicationCommand)`"
        }
    }

    /// Why nothing can be recorded without a word of the user's, with the commands; `nil` where the role is certain.
    public var question: String? {
        switch proposal.role {
        case .one, .recorded: return nil
        case .several(let ids, _):
            return
                ([understanding + ": \(doubt ?? ""); the one that is meant:"] + ids.map { command(for: $0) })
                .joined(separator: "\n")
        case .unknown:
            let first = "\(understanding): no role of yours fits; record the application first:"
            let live = network.opportunities.filter(\.isLive).prefix(6).map { command(for: $0.id) }
            let others = live.isEmpty ? [] : ["or, if it is one of these:"] + live
            return ([first, applicationCommand] + others).joined(separator: "\n")
        }
    }

    /// The people in the mail who are not in the network, with the commands that record them, and what else is missing.
    public var remarks: [String] {
        guard case .one(let id) = proposal.role else { return [] }
        var lines = proposal.strangers.map { stranger in
            let name = commandWord(stranger.name)
            let who =
                "\(stranger.name)\(stranger.address.isEmpty ? "" : " <\(stranger.address)>") is not in your network: "
            switch (proposal.kind, stranger.part) {
            case (.rejection, .writer):
                return who + "`rebound reject \(id) --by \(name)` records that they decided"
            case (.rejection, _), (.receipt, _), (.invitation, .recruiter), (.invitation, .writer):
                return who + "`rebound add opportunity \(id) --more --recruiter \(name)` adds them"
            case (.invitation, .invited):
                return who + "`rebound add opportunity \(id) --more --interviewer \(name)` adds them"
            }
        }
        let role = network.opportunities.first { $0.id == id }
        if proposal.isAfterInterview, let role,
            !role.stages.contains(where: { $0.stage == .interview || $0.stage == .screening })
        {
            lines.append(
                "the mail speaks of an interview, and none is on record: `rebound stage \(id) interview --on DAY`"
            )
        }
        return lines
    }

    /// The command that records the mail for a role.
    public func command(for id: OpportunityID) -> String {
        let on = proposal.date.map { " --on \($0.day)" } ?? ""
        switch proposal.kind {
        case .rejection:
            let by = proposal.by.map { " --by \(commandWord($0.text))" } ?? ""
            return "rebound reject \(commandWord(id.text))" + by + (proposal.isFinalist ? " --finalist" : "")
                + (proposal.isFilled ? " --filled" : "") + " --channel email" + on
        case .invitation:
            let with = proposal.strangers.filter { $0.part == .invited }.map {
                " --with \(commandWord($0.name))"
            }.joined()
            let writer =
                with.isEmpty ? proposal.by.map { " --with \(commandWord($0.text))" } ?? " --with NAME" : with
            return "rebound stage \(commandWord(id.text)) interview\(writer) --on DAY"
        case .receipt: return "rebound stage \(commandWord(id.text)) applied" + on
        }
    }

    private var applicationCommand: String {
        let title = proposal.statedTitle.map { commandWord($0) } ?? "TITLE"
        let company = proposal.statedCompany.map { commandWord($0) } ?? "COMPANY"
        let on = proposal.kind == .receipt ? proposal.date.map { " --on \($0.day)" } ?? "" : " --on DAY"
        return "rebound add opportunity \(title) --at \(company)\(on)"
    }

    private var what: String {
        switch proposal.kind {
        case .rejection:
            return "a no"
                + (proposal.isFinalist
                    ? " to a finalist" : proposal.isAfterInterview ? " after an interview" : "")
        case .invitation: return "an invitation to an interview"
        case .receipt: return "an application that has arrived"
        }
    }

    private var doubt: String? {
        guard case .several(_, let doubt) = proposal.role else { return nil }
        switch doubt {
        case .severalFit: return "more than one role fits"
        case .otherTitle: return "the mail names “\(proposal.statedTitle ?? "")”, another title than yours"
        case .earlier: return "the mail is older than what is on record for the role"
        case .severalWriters: return "several people wrote it"
        }
    }

    private var sender: String {
        let names = proposal.writers.map { $0.name.isEmpty ? $0.address : $0.name }
        return names.isEmpty ? "an unknown sender" : names.joined(separator: " and ")
    }

    private func title(of id: OpportunityID) -> String {
        guard let role = network.opportunities.first(where: { $0.id == id }) else { return id.text }
        let company = network.companies.first { $0.id == role.company }?.name ?? role.company.text
        return "“\(role.title)” at \(company)"
    }

    private func clipped(_ text: String, to most: Int) -> String {
        text.count > most ? text.prefix(most) + "…" : text
    }
}

extension MailMeaning.Kind {
    /// What a mail is that is no employer's no, and what to do with it.
    public var refusal: String {
        switch self {
        case .rejection: "it is a no"
        case .invitation:
            "it invites to an interview: `rebound stage ROLE interview --with NAME --on DAY` records that"
        case .receipt:
            "it says that an application has arrived: `rebound add opportunity TITLE --at COMPANY` records that"
        case .noise: "it is an automatic answer, a newsletter or a list of jobs"
        case .unclear:
            "it may be a no, but is not only that; if it is one: `rebound reject ROLE --channel email`"
        case .other:
            "nothing that its writer says is a no; quoted and forwarded text does not count. If it is one: `rebound reject ROLE --channel email`"
        }
    }
}
