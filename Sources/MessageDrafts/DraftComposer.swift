internal import GraphAlgorithms
internal import Playbook
internal import ReferralGraph

/// Fills the first template whose facts are on record.
struct DraftComposer {
    let request: DraftRequest
    let facts: DraftFacts
    /// The same without the names of those who asked not to be named.
    let shareable: DraftFacts

    /// A template that has been filled, or what it lacks.
    private struct Filling {
        var template: MessageTemplate
        var subject: String?
        var answersMail = false
        var body: String
        var missing: [DraftSlot]
    }

    func draft() throws(DraftError) -> Draft {
        let (rule, channel) = (facts.occasion.rule, facts.channel)
        let kind = ContactKind(of: facts)
        let variants = request.templates.variants(for: rule, kind, channel)
        let fillings = variants.map { filled($0) }
        guard let nearest = fillings.min(by: { $0.missing.count < $1.missing.count }) else {
            throw .noTemplate(rule, channel, has: request.templates.channels(for: rule))
        }
        guard nearest.missing.isEmpty else {
            throw .missing(
                nearest.missing.map(missing), name: facts.situation.person(facts.node).name, rule: rule,
                template: name(of: nearest.template))
        }
        var filling = nearest
        if let limit = filling.template.characterLimit {
            var dropped = 0
            while filling.body.count > limit, dropped < filling.template.body.choiceCount {
                dropped += 1
                filling = filled(filling.template, dropping: dropped)
            }
            if filling.body.count > limit {
                throw .tooLong(
                    characters: filling.body.count, limit: limit, template: name(of: filling.template))
            }
        }
        return draft(filling, kind)
    }

    private func draft(_ filling: Filling, _ kind: ContactKind) -> Draft {
        let (situation, node) = (facts.situation, facts.node)
        let person = situation.person(node)
        let isMail = facts.channel == .email
        let seeker = situation.index.node(of: situation.network.seeker).map(situation.person)
        let body = facts.channel == .call ? Self.numbered(filling.body) : filling.body
        let said = (filling.subject ?? "") + "\n" + filling.body
        return Draft(
            person: person.id, name: person.name, kind: kind, rule: facts.occasion.rule,
            channel: facts.channel, due: facts.occasion.step?.due,
            address: isMail ? person.emails.first : nil,
            from: isMail
                ? seeker.flatMap { seeker in
                    seeker.emails.first.map { Draft.Sender(name: value(.myName) ?? "", address: $0) }
                } : nil,
            subject: filling.subject, body: body,
            inReplyTo: filling.answersMail ? facts.answered?.messageID : nil,
            call: facts.channel == .call ? head : nil, characters: body.count,
            characterLimit: filling.template.characterLimit,
            facts: DraftSlot.allCases.compactMap { slot in
                fact(slot).flatMap { said.contains($0.value) ? $0 : nil }
            },
            template: name(of: filling.template))
    }

    private var head: Draft.CallHead {
        let (situation, node) = (facts.situation, facts.node)
        let person = situation.person(node)
        let job = situation.workplace(of: node)
        let day = situation.calendar(of: node).businessDay(onOrAfter: situation.today(for: node))
        return Draft.CallHead(
            title: job?.title, company: job == nil ? nil : situation.company(of: node)?.name,
            phone: person.phones.first,
            hours: facts.occasion.step?.action.hour ?? situation.callHours(of: node),
            zone: person.timeZone,
            ownHour: situation.ownHour(for: node, on: day, minute: situation.callMinutes(of: node).lowerBound)
        )
    }

    private static func numbered(_ body: String) -> String {
        var number = 0
        return body.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.hasPrefix("- ") else { return String(line) }
            number += 1
            return "\(number). \(line.dropFirst(2))"
        }.joined(separator: "\n")
    }

    // MARK: Filling

    private func filled(_ template: MessageTemplate, dropping dropped: Int = 0) -> Filling {
        let (body, missing) = template.body.filled(dropping: dropped, value)
        var filling = Filling(template: template, body: body, missing: missing)
        guard facts.channel == .email else { return filling }
        let subjects = template.subjects.map { ($0, $0.filled(value)) }
        if let (text, filled) = subjects.first(where: { $0.1.missing.isEmpty }) {
            filling.subject = filled.text
            filling.answersMail =
                request.words[.replySubject] == nil && text.pieces.contains(.slot(.replySubject))
        } else {
            filling.missing += (subjects.last?.1.missing ?? []).filter { !missing.contains($0) }
        }
        return filling
    }

    private func value(_ slot: DraftSlot) -> String? { fact(slot)?.value }

    private func fact(_ slot: DraftSlot) -> DraftFact? {
        if let words = request.words[slot] {
            let isLong = slot == .answer || slot == .note
            return DraftFact(
                slot: slot, value: DraftFact.cleaned(words, keepsLines: isLong), source: "--with")
        }
        return facts[slot].flatMap { $0.value == shareable[slot]?.value ? $0 : nil }
    }

    private func missing(_ slot: DraftSlot) -> DraftError.Missing {
        let isConfidential = facts[slot] != nil
        return DraftError.Missing(
            slot: slot,
            command: isConfidential
                ? "rebound \(request.command(with: slot, of: facts.situation.id(of: facts.node), facts.occasion.rule))"
                : facts.command(for: slot, in: request),
            isConfidential: isConfidential)
    }

    private func name(of template: MessageTemplate) -> String {
        template.file.map { "\($0):\(template.line)" } ?? "standard"
    }
}
